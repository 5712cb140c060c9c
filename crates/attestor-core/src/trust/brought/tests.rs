use super::*;
use crate::framework::CatalogItem;

const HEAD: &str = r#""metadata": {"title": "Ours", "last-modified": "2026-01-01T00:00:00Z",
 "version": "2", "oscal-version": "1.1.2"}"#;

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile { path: path.to_owned(), text: text.to_owned() }
}

fn catalog(controls: &[&str]) -> String {
    let control = |id: &&str| format!(r#"{{"id": "{id}", "title": "Control {id}"}}"#);
    let controls: Vec<String> = controls.iter().map(control).collect();
    format!(
        r#"{{"catalog": {{"uuid": "11111111-2222-4333-8444-555555555555", {HEAD}, "controls": [{}]}}}}"#,
        controls.join(", ")
    )
}

fn profile(href: &str, id: &str) -> String {
    format!(
        r##"{{"profile": {{"uuid": "11111111-2222-4333-8444-555555555556", {HEAD},
 "imports": [{{"href": "{href}", "include-controls": [{{"with-ids": ["{id}"]}}]}}],
 "back-matter": {{"resources": [{{"uuid": "99999999-2222-4333-8444-555555555555",
  "rlinks": [{{"href": "../xml/ours.xml"}}, {{"href": "../json/ours.json"}}]}}]}}}}}}"##
    )
}

fn known() -> BTreeMap<Id, framework::Catalog> {
    let item = CatalogItem { id: Spot::made(Id::made("k-1")), title: None };
    let known = framework::Catalog {
        standard: Id::made("known"),
        edition: "1".to_owned(),
        title: "Known".to_owned(),
        certificates_end: None,
        items: vec![item],
    };
    BTreeMap::from([(Id::made("known"), known)])
}

fn told(files: &[SourceFile]) -> String {
    let faults = load(files, &known()).unwrap_err();
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn catalogs_profiles_and_mappings_belong_together() {
    let resource = "#99999999-2222-4333-8444-555555555555";
    let mapping =
        "from: known\nto: low\nsource: us\npairs:\n- {from: k-1, to: ac-1, relation: superset}\n";
    let files = [
        file("a/README.md", "Not read."),
        file("a/known-low.yaml", mapping),
        file("a/low.json", &profile(resource, "ac-1")),
        file("a/other.json", &catalog(&["x-1"])),
        file("a/ours.json", &catalog(&["ac-1", "ac-2"])),
    ];
    let found = load(&files, &known()).unwrap();
    let counts: Vec<(&str, usize)> =
        found.catalogs.iter().map(|(id, it)| (id.as_str(), it.items.len())).collect();
    assert_eq!(counts, [("low", 1), ("other", 1), ("ours", 2)]);
    assert_eq!(found.catalogs[&Id::made("low")].edition, "2");
    assert_eq!(found.mappings.len(), 1);
    assert_eq!(load(&[], &known()), Ok(Brought::default()));
}

#[test]
fn every_fault_of_all_files_is_told() {
    let ours = catalog(&["ac-1"]);
    let mapping = "from: known\nto: nowhere\nsource: us\npairs: []\n";
    let pair =
        "from: known\nto: ours\nsource: us\npairs:\n- {from: k-1, to: ac-9, relation: equal}\n";
    let all = told(&[
        file("broken.json", "{\n\"catalog\": 3}"),
        file("known.json", &ours),
        file("ours.json", &ours),
        file("sub/ours.json", &ours),
        file("none at all.json", &ours),
        file("third.json", &catalog(&["b-1"])),
        file("lost.json", &profile("elsewhere.json", "ac-1")),
        file("high.json", &profile("../ours.json", "ac-7")),
        file("neither.json", "{}"),
        file("nowhere.yaml", mapping),
        file("pair.yml", pair),
    ]);
    for words in [
        "broken.json:2",
        "known.json: the framework `known` is there already",
        "sub/ours.json: ours.json is of the framework `ours`, too",
        "`none at all` is no id",
        "lost.json: none of the catalogs beside it",
        "ac-7",
        "missing field `catalog`",
        "nowhere",
        "ac-9",
    ] {
        assert!(all.contains(words), "{words} in\n{all}");
    }
}
