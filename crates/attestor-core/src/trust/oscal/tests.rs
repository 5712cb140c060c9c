use super::super::load;
use super::catalog::Catalog;
use super::profile::Profile;
use super::*;
use crate::day::Day;
use crate::framework::SourceFile;

/// Two families of an invented catalog.
const CATALOG: &str = r##"{"catalog": {"uuid": "11111111-2222-4333-8444-555555555555",
 "metadata": {"title": "Example", "last-modified": "2026-01-01T00:00:00Z", "version": "1", "oscal-version": "1.1.2"},
 "groups": [{"id": "ac", "class": "family", "title": "Access", "controls": [
  {"id": "ac-1", "title": "Policy", "params": [{"id": "ac-1_prm_1", "label": "time"}],
   "links": [{"href": "#99999999-2222-4333-8444-555555555555", "rel": "reference"}, {"href": "#ac-1.1"}],
   "parts": [{"id": "ac-1_smt", "name": "statement", "prose": "Look every {{ insert: param, ac-1_prm_1 }}."}],
   "controls": [{"id": "ac-1.1", "title": "More"}]},
  {"id": "ac-2", "title": "Gone", "props": [{"name": "status", "value": "withdrawn"}]}]}],
 "back-matter": {"resources": [{"uuid": "99999999-2222-4333-8444-555555555555"}]}}}"##;

const PROFILE: &str = r#"{"profile": {"uuid": "11111111-2222-4333-8444-555555555556",
 "metadata": {"title": "Example", "last-modified": "2026-01-01T00:00:00Z", "version": "1", "oscal-version": "1.1.2"},
 "imports": [{"href": "catalog.json", "include-controls": [{"with-ids": ["ac-1"], "with-child-controls": "yes"}]}]}}"#;

fn faults(from: &str, to: &str) -> String {
    assert!(CATALOG.contains(from), "{from}");
    let faults = Catalog::load("c.json", &CATALOG.replacen(from, to, 1)).unwrap_err();
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_catalog_gives_its_controls() {
    let catalog = Catalog::load("c.json", CATALOG).unwrap();
    let ids: Vec<&str> = catalog.all_controls().iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["ac-1", "ac-1.1", "ac-2"]);
    let framework = catalog.framework(&crate::id::Id::made("example"), "1");
    assert_eq!(framework.items.len(), 2, "a withdrawn control is not asked about");
}

#[test]
fn every_fault_of_a_catalog_is_told() {
    for (from, to, expected) in [
        ("11111111-2222-4333", "11111111-2222-1333", "`uuid` is no UUID"),
        ("\"1.1.2\"", "\"1.0.0-rc1\"", "OSCAL 1.0.0-rc1 is not read"),
        ("\"1.1.2\"", "\"2.0.0\"", "OSCAL 2.0.0 is not read"),
        ("\"version\": \"1\", ", "", "the key `version` is missing"),
        ("\"id\": \"ac-2\"", "\"id\": \"ac-1\"", "the id `ac-1` stands twice"),
        ("\"id\": \"ac-2\"", "\"id\": \"2 ac\"", "the id `2 ac` is no token"),
        ("\"title\": \"Gone\"", "\"class\": \"x\"", "ac-2: the key `title` is missing"),
        ("#ac-1.1\"", "#ac-1.9\"", "the link `#ac-1.9` leads nowhere"),
        ("param, ac-1_prm_1 }}", "param, ac-1_prm_2 }}", "there is no parameter `ac-1_prm_2`"),
        ("\"catalog\"", "\"profile\"", "missing field `catalog`"),
        ("\"title\": \"More\"", "\"title\": 7", "c.json:7"),
    ] {
        let found = faults(from, to);
        assert!(found.contains(expected), "{to}: {found}");
    }
    let twice = CATALOG.replace("\"title\": \"Gone\", ", "").replace("#ac-1.1\"", "#x\"");
    assert_eq!(Catalog::load("c.json", &twice).unwrap_err().len(), 2);
}

#[test]
fn a_part_of_a_catalog_may_link_to_the_rest() {
    let resolved = "\"props\": [{\"name\": \"resolution-tool\", \"value\": \"x\"}], \"version\"";
    let part = CATALOG.replacen("\"version\"", resolved, 1).replace("#ac-1.1\"", "#ac-9\"");
    assert!(Catalog::load("c.json", &part).is_ok());
    let lost = part.replace("\"#99999999", "\"#88888888");
    assert_eq!(
        Catalog::load("c.json", &lost).unwrap_err().len(),
        1,
        "documents are never elsewhere"
    );
}

#[test]
fn a_profile_chooses_controls_and_names_those_that_are_missing() {
    let catalog = Catalog::load("c.json", CATALOG).unwrap();
    let chosen = |text: &str| {
        let profile = Profile::load("p.json", text).unwrap();
        profile.choose("p.json", &catalog).map(|it| it.len())
    };
    assert_eq!(chosen(PROFILE), Ok(2));
    assert_eq!(chosen(&PROFILE.replace("yes", "no")), Ok(1));
    let all = PROFILE.replace(
        "\"include-controls\": [{\"with-ids\": [\"ac-1\"], \"with-child-controls\": \"yes\"}]",
        "\"include-all\": {}",
    );
    assert_eq!(chosen(&all), Ok(3));
    let faults = chosen(&PROFILE.replace("\"ac-1\"", "\"ac-8\", \"ac-9\"")).unwrap_err();
    assert_eq!(faults.len(), 2);
    let pattern =
        PROFILE.replace("\"with-ids\": [\"ac-1\"]", "\"matching\": [{\"pattern\": \"ac-*\"}]");
    assert!(Profile::load("p.json", &pattern).unwrap_err()[0].to_string().contains("ac-*"));
}

#[test]
fn a_definition_holds_what_is_done_under_valid_certificates() {
    let text = include_str!("../../../tests/trust/example.yaml").to_owned();
    let file = SourceFile { path: "trust.yaml".to_owned(), text };
    let trust = load::load(&[file], &std::collections::BTreeMap::new()).unwrap();
    let on = |day: &str| component::definition(&trust, Day::parse(day).unwrap());
    let requirements = |found: &serde_json::Value| {
        let at =
            "/component-definition/components/1/control-implementations/0/implemented-requirements";
        found.pointer(at).and_then(|it| it.as_array()).map_or(0, Vec::len)
    };
    let found = on("2026-06-30");
    assert_eq!(found, on("2026-06-30"), "the same day gives the same ids");
    assert_eq!(requirements(&found), 1, "a row that does not apply is left out");
    assert_eq!(requirements(&on("2028-03-02")), 0, "the certificate is over");
    assert!(is_uuid(found["component-definition"]["uuid"].as_str().unwrap()));
}
