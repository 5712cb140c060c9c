use super::*;

fn read(text: &str) -> Result<Vec<Component>, Vec<Fault>> {
    from_cyclonedx(text, &Id::parse("production").expect("an id"))
}

fn faults(text: &str) -> Vec<String> {
    read(text).expect_err("faults").iter().map(ToString::to_string).collect()
}

fn row(component: &Component) -> [&str; 6] {
    let Component { id, environment, operating_system, function, device_type, location } =
        component;
    [id.as_str(), environment.as_str(), operating_system, function, device_type, location]
}

fn bom(rest: &str) -> String {
    format!(r#"{{"bomFormat": "CycloneDX", "specVersion": "1.5", {rest}}}"#)
}

#[test]
fn components_and_services_become_rows_with_what_the_properties_say() {
    let text = bom(r#"
        "metadata": {"component": {"type": "application", "name": "the app itself"}},
        "components": [
          {"type": "device", "name": "web 1", "bom-ref": "host/web-1",
           "properties": [{"name": "attestor:environment", "value": "recovery"},
                          {"name": "attestor:function", "value": "web server"},
                          {"name": "attestor:location", "value": "Dublin"}],
           "components": [
             {"type": "operating-system", "name": "Debian", "version": "13"},
             {"type": "application", "name": "nginx", "version": "1.28"}]},
          {"type": "operating-system", "name": "Windows Server", "version": "2025"}],
        "services": [{"name": "queue", "services": [{"name": "queue", "bom-ref": "inner"}]}]"#);
    let rows = read(&text).expect("components");
    let rows: Vec<[&str; 6]> = rows.iter().map(row).collect();
    assert_eq!(
        rows,
        [
            ["host-web-1", "recovery", "Debian 13", "web server", "device", "Dublin"],
            ["nginx-1.28", "recovery", "", "", "application", "Dublin"],
            [
                "Windows-Server-2025",
                "production",
                "Windows Server 2025",
                "",
                "operating-system",
                ""
            ],
            ["queue", "production", "", "", "service", ""],
            ["inner", "production", "", "", "service", ""],
        ]
    );
}

#[test]
fn ids_are_safe_and_unique() {
    let text = bom(r#""components": [
        {"type": "library", "name": "a", "bom-ref": "pkg:npm/%40contoso/core@1.0"},
        {"type": "library", "name": "b", "bom-ref": "pkg:npm/@40contoso/core@1.0"},
        {"type": "library", "name": "日本"}, {"type": "library", "name": "語"}]"#);
    let rows = read(&text).expect("components");
    let ids: Vec<&str> = rows.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(
        ids,
        ["pkg-npm-40contoso-core-1.0", "pkg-npm-40contoso-core-1.0-2", "component", "component-2"]
    );
}

#[test]
fn every_fault_is_told_at_once() {
    let text = r#"{"bomFormat": "SPDX", "specVersion": "1.3", "components": [
        {"name": "no type"}, {"type": "device", "name": " "},
        {"type": "device", "name": "x", "bom-ref": "x"},
        {"type": "device", "name": "y", "bom-ref": "x",
         "properties": [{"name": "attestor:environment", "value": "two words"}]}]}"#;
    let faults = faults(text);
    assert_eq!(faults.len(), 6, "{faults:#?}");
    for word in ["SPDX", "1.3", "`no type`", "no name", "`x` stands twice", "two words"] {
        assert!(faults.iter().any(|it| it.contains(word)), "{word}: {faults:#?}");
    }
}

#[test]
fn what_is_not_of_the_form_is_told_with_its_line() {
    assert_eq!(faults("{\n \"components\": 3}").len(), 1);
    assert!(faults("{\n \"components\": 3}")[0].starts_with("bom.json:2: "), "line 2");
    for text in ["", "[]", "{", "{\"components\": [{}]}", "null"] {
        assert_eq!(faults(text).len(), 1, "{text}");
    }
}

#[test]
fn nesting_and_size_have_bounds() {
    let nested = |depth: usize| {
        let inner = r#"{"type": "device", "name": "n", "components": ["#.repeat(depth);
        bom(&format!(r#""components": [{inner}{}]"#, "]}".repeat(depth)))
    };
    assert_eq!(read(&nested(16)).expect("components").len(), 16);
    assert!(faults(&nested(17))[0].contains("16 levels"));
    assert_eq!(faults(&nested(5000)).len(), 1, "no stack is lost");
    let many = r#"{"type":"a","name":"b"},"#.repeat(100_001);
    let many = bom(&format!(r#""components": [{}]"#, many.trim_end_matches(',')));
    assert!(faults(&many)[0].contains("100000"), "{:?}", faults(&many));
    assert!(faults(&" ".repeat(17 * 1024 * 1024))[0].contains("bytes"));
}

#[test]
fn a_table_is_read_as_in_a_dossier() {
    let text = "id,environment,operating_system,function,device_type,location\n\
                web-1,production,Debian 13,web,server,Dublin\n";
    let rows = from_csv(text).expect("components");
    assert_eq!(row(&rows[0]), ["web-1", "production", "Debian 13", "web", "server", "Dublin"]);
    assert!(!from_csv("id\n").expect_err("faults").is_empty());
}
