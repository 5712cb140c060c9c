//! Offerings: a page in and out, its disagreements, and what a customer may rest on.

use std::fs;
use std::path::Path;

use super::run::{
    attestor, example as example_dossier, folder, json, repository, seed, transcript,
};

const SEED: &str = "002_8b302cd4ee3d1980.txt";

fn example(name: &str) -> String {
    let path = repository().join("crates/attestor-core/tests/trust").join(name);
    fs::read_to_string(path).unwrap()
}

/// A folder with the example's page, imported into `offering`.
fn imported() -> tempfile::TempDir {
    let here = folder();
    fs::write(here.path().join("page.md"), example("example-page.md")).unwrap();
    let output = attestor(here.path(), &["trust", "import", "page.md", "--out", "offering"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    here
}

/// A folder with the example's facts in `offering`.
fn facts() -> tempfile::TempDir {
    let here = folder();
    fs::create_dir(here.path().join("offering")).unwrap();
    fs::write(here.path().join("offering/trust.yaml"), example("example.yaml")).unwrap();
    here
}

fn counts(found: &serde_json::Value) -> Vec<u64> {
    ["text_pairs", "services", "certificates", "reports", "faq", "resources", "white_papers"]
        .iter()
        .map(|key| found[key].as_u64().unwrap())
        .collect()
}

fn round_trip(here: &Path) -> String {
    let output = attestor(here, &["trust", "export", "offering", "--format", "page"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_page_is_imported_and_exported_byte_by_byte() {
    let here = imported();
    assert_eq!(round_trip(here.path()), example("example-page.md"));
    let again = attestor(here.path(), &["trust", "import", "page.md", "--out", "offering"]);
    assert_eq!(again.status.code(), Some(2), "nothing that was edited is written over");
}

#[test]
fn the_published_page_gives_its_counts_and_disagreements() {
    let Some(path) = seed(SEED) else { return };
    let here = folder();
    let path = path.to_str().unwrap();
    let args = ["trust", "import", path, "-o", "offering", "--format", "json"];
    let found = json(here.path(), &args);
    assert_eq!(counts(&found), [101, 17, 8, 10, 5, 8, 2]);
    assert_eq!(found["findings"].as_array().unwrap().len(), 3, "{}", found["findings"]);
    assert_eq!(round_trip(here.path()), fs::read_to_string(path).unwrap());
    let lint = json(here.path(), &["trust", "lint", "offering", "--format", "json"]);
    assert_eq!(lint, found["lint"]);
    let mut pairs: Vec<&str> =
        lint.as_array().unwrap().iter().map(|it| it["text"].as_str().unwrap()).collect();
    pairs.dedup();
    assert_eq!(pairs.len(), 8);
}

#[test]
fn answers_read_well_as_text() {
    let (page, facts) = (imported(), facts());
    let mut text = String::new();
    for args in [&["trust", "import", "page.md"][..], &["trust", "lint", "offering"]] {
        text += &transcript(page.path(), args);
    }
    let inherit = ["trust", "inherit", "offering", "--system", "shop", "--on"];
    for day in ["2026-06-30", "2028-03-02"] {
        let args = [&inherit[..], &[day]].concat();
        let found = transcript(facts.path(), &args);
        text += &found.lines().take(8).collect::<Vec<_>>().join("\n");
        text += "\n";
    }
    let coverage = ["trust", "coverage", "--from", "iso27001-2013", "--to", "iso27001-2022"];
    let found = transcript(facts.path(), &coverage);
    text += &found.lines().take(8).collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!(text);
}

#[test]
fn a_certificate_that_ends_flips_its_controls() {
    let here = facts();
    let on = |day: &str| {
        let args = ["trust", "inherit", "offering", "--system", "shop", "--on", day];
        let found = json(here.path(), &[&args[..], &["--format", "json"]].concat());
        (found["shared"].as_u64().unwrap(), found["needs_review"].as_u64().unwrap())
    };
    assert_eq!(on("2028-03-01"), (1, 0));
    assert_eq!(on("2028-03-02"), (0, 1));
}

#[test]
fn faults_of_files_are_all_told() {
    let here = facts();
    let text = example("example.yaml").replace("expires: 2028-03-01", "expires: 2024-03-01");
    let text = text.replace("id: A.8.7,", "id: A.5.1.1,");
    fs::write(here.path().join("offering/trust.yaml"), text).unwrap();
    let output = attestor(here.path(), &["trust", "lint", "offering"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    for part in ["trust.yaml:29: ", "expires before it was issued", "it is one of `iso27001-2013`"]
    {
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn a_statement_comes_from_a_table() {
    let here = facts();
    fs::write(here.path().join("soa.csv"), "id,applicable\nA.5.1,yes\nA.5.1.1,no\n").unwrap();
    let args = ["trust", "soa", "soa.csv", "--edition", "iso27001-2022", "--certificate", "main"];
    let output = attestor(here.path(), &args);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("soa.csv:3: `A.5.1.1` is no item"));
    fs::write(here.path().join("soa.csv"), "id,applicable\nA.5.1,yes\nA.5.2,no\n").unwrap();
    let output = attestor(here.path(), &[&args[..], &["--out", "soa.yaml"]].concat());
    assert_eq!(output.status.code(), Some(0));
    assert!(fs::read_to_string(here.path().join("soa.yaml")).unwrap().contains("\"A.5.2\""));
}

/// A catalog of two controls, and what one of the standard's items covers of it.
const CATALOG: &str = r#"{"catalog": {"uuid": "11111111-2222-4333-8444-555555555555",
 "metadata": {"title": "Example", "last-modified": "2026-01-01T00:00:00Z", "version": "1",
 "oscal-version": "1.1.2"}, "controls": [{"id": "ac-1", "title": "One"}, {"id": "ac-2", "title": "Two"}]}}"#;

#[test]
fn a_catalog_of_others_is_covered_by_a_mapping_of_ones_own() {
    let here = folder();
    let write = |name: &str, text: &str| fs::write(here.path().join(name), text).unwrap();
    write("catalog.json", CATALOG);
    let mapping = "from: iso27001-2022\nto: own\nsource: a test\npairs:\n";
    write("good.yaml", &format!("{mapping}- {{from: A.5.1, to: ac-1, relation: equal}}\n"));
    write("bad.yaml", &format!("{mapping}- {{from: A.5.1, to: ac-9, relation: equal}}\n"));
    let coverage = ["trust", "coverage", "--from", "iso27001-2022", "--to", "own"];
    let coverage = [&coverage[..], &["--oscal", "own=catalog.json", "--format", "json"]].concat();
    let found = json(here.path(), &[&coverage[..], &["--mapping", "good.yaml"]].concat());
    assert_eq!((&found["whole"], &found["open"]), (&1.into(), &1.into()));
    let bad = attestor(here.path(), &[&coverage[..], &["--mapping", "bad.yaml"]].concat());
    assert_eq!(bad.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&bad.stderr).contains("bad.yaml:5: there is no item `ac-9`"));
    write("catalog.json", &CATALOG.replace("ac-2", "ac-1").replace("Two", ""));
    let faulty = attestor(here.path(), &coverage);
    let said = String::from_utf8(faulty.stderr).unwrap();
    assert!(said.contains("the id `ac-1` stands twice") && said.contains("2 faults"), "{said}");
}

#[test]
fn a_profile_chooses_from_the_catalog_that_it_names() {
    let here = folder();
    let write = |name: &str, text: &str| fs::write(here.path().join(name), text).unwrap();
    let profile = CATALOG.replace("\"catalog\":", "\"profile\":");
    let (head, _) = profile.split_once("\"controls\"").unwrap();
    let profile = format!(
        "{head}\"imports\": [{{\"href\": \"../json/catalog.json\", \"include-controls\": [{{\"with-ids\": [\"ac-2\"]}}]}}]}}}}"
    );
    write("catalog.json", CATALOG);
    write("other.json", &CATALOG.replace("ac-2", "ac-3"));
    write("profile.json", &profile);
    write(
        "mapping.yaml",
        "from: iso27001-2022\nto: low\nsource: a test\npairs:\n- {from: A.5.1, to: ac-2, relation: equal}\n",
    );
    let coverage = ["trust", "coverage", "--from", "iso27001-2022", "--to", "low", "--mapping"];
    let coverage = [&coverage[..], &["mapping.yaml", "--format", "json"]].concat();
    let profile = ["--oscal-profile", "low=profile.json"];
    let one = ["--oscal", "all=catalog.json"];
    let found = json(here.path(), &[&coverage[..], &one, &profile].concat());
    assert_eq!((&found["whole"], &found["open"]), (&1.into(), &0.into()));
    assert_eq!(found["items"].as_array().unwrap().len(), 1);
    let two = ["--oscal", "other=other.json", "--oscal", "all=catalog.json"];
    let found = json(here.path(), &[&coverage[..], &two, &profile].concat());
    assert_eq!(found["items"][0]["item"], "ac-2");
    let none = attestor(here.path(), &[&coverage[..], &profile].concat());
    assert_eq!(none.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&none.stderr).contains("names none of the catalogs"));
    let wrong =
        attestor(here.path(), &[&coverage[..], &["--oscal", "x=other.json"], &profile].concat());
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("the catalog has no control `ac-2`"));
}

#[test]
fn other_commands_refuse_the_forms_of_this_one() {
    let here = facts();
    let output = attestor(here.path(), &["trust", "lint", "offering", "--format", "oscal"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("but not `oscal`"));
}

#[test]
fn a_component_definition_is_valid_by_the_schema_of_its_makers() {
    let here = facts();
    let args = ["trust", "export", "offering", "--format", "oscal", "--on", "2026-06-30"];
    let found = json(here.path(), &args);
    let components = &found["component-definition"]["components"];
    let done = &components[1]["control-implementations"][0]["implemented-requirements"];
    assert_eq!(done[0]["control-id"], "A.5.1");
    let schema = repository().join("crates/attestor/tests/oscal/component-definition.json");
    let schema = serde_json::from_str(&fs::read_to_string(schema).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator.iter_errors(&found).map(|it| it.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    let mut broken = found.clone();
    broken["component-definition"]["components"][0]["uuid"] = "no uuid".into();
    assert!(!validator.is_valid(&broken), "the schema is looked at");
}

#[test]
fn a_portal_is_published_and_pulled() {
    let here = imported();
    let dossier = example_dossier(here.path()).display().to_string();
    let made = attestor(here.path(), &["case", "import", &dossier, "--publisher", "Harborlight"]);
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    let publish = ["trust", "publish", "offering", "--organization", "Harborlight"];
    let text = transcript(here.path(), &publish);
    assert!(text.contains("exit 1") && text.contains("version 1 is a draft; 2 findings"), "{text}");
    let pull = ["trust", "pull", "--organization", "Harborlight", "--out", "pulled"];
    let text = transcript(here.path(), &pull);
    assert!(text.contains("exit 2") && text.contains("Harborlight publishes nothing"), "{text}");
    let accepted = [&publish[..], &["--accept-findings", "--format", "json"]].concat();
    let found = json(here.path(), &accepted);
    assert_eq!((&found["number"], &found["published"]), (&2.into(), &true.into()));
    let text = transcript(here.path(), &pull);
    assert!(text.contains("wrote version 2 as 3 files into pulled"), "{text}");
    for name in ["trust.yaml", "texts.yaml", "pages.yaml"] {
        let read = |folder: &str| fs::read_to_string(here.path().join(folder).join(name)).unwrap();
        assert_eq!(read("pulled"), read("offering"), "{name}");
    }
    fs::write(here.path().join("offering/more.yaml"), "systems: [{id: s, name: S}]\n").unwrap();
    let text = transcript(here.path(), &publish);
    assert!(text.contains("exit 2") && text.contains("more.yaml:1: the system `s`"), "{text}");
    let text =
        transcript(here.path(), &["trust", "publish", "offering", "--organization", "Nobody"]);
    assert!(
        text.contains("exit 2") && text.contains("there is no organization `Nobody`"),
        "{text}"
    );
}

#[test]
fn addresses_inside_are_not_asked() {
    let here = facts();
    let link = "  link: http://127.0.0.1:1/\n";
    let path = here.path().join("offering/more.yaml");
    fs::write(
        &path,
        format!("services:\n- id: beacon\n  provider: harborlight\n  name: Beacon\n{link}"),
    )
    .unwrap();
    let found = json(here.path(), &["trust", "links", "offering", "--format", "json"]);
    assert_eq!(found[0]["address"], "http://127.0.0.1:1/");
    assert_eq!((&found[0]["state"], &found[0]["detail"]), (&"broken".into(), &"private".into()));
}
