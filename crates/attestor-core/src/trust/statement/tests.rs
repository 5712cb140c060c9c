use super::*;

fn faults(text: &str) -> Vec<String> {
    read_csv("soa.csv", text, None).unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn a_table_gives_its_rows() {
    let text = "ID,Applicable,implemented,duty,reason\nA.5.1,yes,no,shared,\"a, b\"\nA.5.2,no,,,\n";
    let rows = read_csv("soa.csv", text, None).unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].implemented, Some(false));
    assert_eq!(rows[0].duty, Some(Duty::Shared));
    assert_eq!(rows[0].reason.as_deref(), Some("a, b"));
    assert_eq!((rows[1].applicable, rows[1].implemented), (false, None));
    assert_eq!(rows[1].id.place.line, 3);
}

#[test]
fn every_fault_comes_with_its_line() {
    for (text, expected) in [
        (
            "id,applicabel\n",
            &["soa.csv:1: unknown key `applicabel`", "`applicable` is missing"][..],
        ),
        (
            "id,applicable\nA 5,yes\nA.5.1,perhaps\n",
            &["soa.csv:2: `A 5` is not an id", "soa.csv:3: `perhaps`"],
        ),
        ("id,applicable\nA.5.1,\n", &["soa.csv:2: the key `applicable` is missing"]),
        ("id,applicable,reason\nA.5.1,yes,=1+1\n", &["soa.csv:2: `=1+1` is a formula"]),
        ("id,applicable\nA.5.1,yes\nA.5.1,no\n", &["soa.csv:3: row `A.5.1` stands twice"]),
        ("id,applicable\nA.5.1,yes,no\n", &["soa.csv:2: the row has 3 cells"]),
        ("id,applicable,duty\nA.5.1,yes,nobody\n", &["soa.csv:2: `nobody` is not one of"]),
        ("id,applicable\n", &["soa.csv: the list is empty"]),
    ] {
        let found = faults(text);
        assert_eq!(found.len(), expected.len(), "{found:?}");
        assert!(expected.iter().zip(&found).all(|(part, it)| it.contains(part)), "{found:?}");
    }
}
