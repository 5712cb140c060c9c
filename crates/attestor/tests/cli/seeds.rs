//! Published pages as they are: read completely, and assessed as the attestation of a dossier.

use std::fs;

use super::run::{attestor, folder, json, seed};

const FRENCH: &str = "003_4aaa89c66345bc8a.txt";
const KOREAN: &str = "000_585c6702a0cbfe6a.txt";

fn facts(path: &std::path::Path) -> serde_json::Value {
    json(folder().path(), &["page", "read", path.to_str().unwrap(), "--format", "jsonl"])
}

#[test]
fn french_page_gives_its_facts() {
    let Some(path) = seed(FRENCH) else { return };
    let page = facts(&path);
    let facts = &page["facts"];
    assert_eq!(facts["appsource_id"], "WA104381421");
    assert_eq!(facts["last_updated"], "2021-12-09");
    assert_eq!(facts["answers"]["stores_customer_data"], "no");
    assert_eq!(facts["answers"]["hosting_model"], "paas");
    assert_eq!(facts["permissions"].as_array().unwrap().len(), 13);
}

#[test]
fn korean_page_keeps_blanks_and_identifiers() {
    let Some(path) = seed(KOREAN) else { return };
    let page = facts(&path);
    let facts = &page["facts"];
    assert_eq!(facts["answers"]["stores_customer_data"], "");
    assert_eq!(facts["answers"]["coppa_compliant"], "na");
    let names: Vec<&str> = facts["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["permission"].as_str().unwrap())
        .collect();
    assert_eq!(names.len(), 18);
    assert!(names.contains(&"email") && names.contains(&"profile"), "{names:?}");
}

#[test]
fn permissions_of_both_pages_have_the_known_redundancies() {
    for (name, expected) in [
        (KOREAN, vec!["Group.Read.All", "User.Read", "User.ReadBasic.All"]),
        (
            FRENCH,
            vec!["Directory.Read.All", "Group.Read.All", "Sites.Read.All", "Sites.ReadWrite.All"],
        ),
    ] {
        let Some(path) = seed(name) else { return };
        let found = json(
            folder().path(),
            &["permissions", "check", path.to_str().unwrap(), "--format", "json"],
        );
        let mut implied: Vec<&str> = found["implied"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["permission"].as_str().unwrap())
            .collect();
        implied.sort_unstable();
        assert_eq!(implied, expected, "{name}");
    }
}

#[test]
fn a_dossier_with_a_published_page_has_a_complete_result() {
    let Some(path) = seed(FRENCH) else { return };
    let here = folder();
    assert_eq!(attestor(here.path(), &["init", "app"]).status.code(), Some(0));
    fs::copy(path, here.path().join("app/attestation.md")).unwrap();
    let main = fs::read_to_string(here.path().join("app/dossier.yaml")).unwrap();
    let main = main.replace("  name: My app\n", "").replace(
        "# attestation:\n#   file: attestation.md\n",
        "attestation:\n  file: attestation.md\n",
    );
    fs::write(here.path().join("app/dossier.yaml"), main).unwrap();
    let args = [
        "assess",
        "app",
        "--on",
        "2022-01-10",
        "--format",
        "json",
        "--report",
        "r.html",
        "--report",
        "r.md",
        "--report",
        "r.json",
    ];
    let found = json(here.path(), &args);
    assert_eq!(found["app"]["name"], "iGlobe CRM pour Teams");
    assert_eq!(found["outcome"], "not-startable");
    assert_eq!(found["controls"].as_array().unwrap().len(), 79);
    let control = |id: &str| {
        found["controls"].as_array().unwrap().iter().find(|row| row["id"] == id).unwrap().clone()
    };
    assert_eq!(
        control("DAT-RST-01")["state"],
        "not-applicable",
        "the page says that nothing is stored"
    );
    assert_eq!(
        control("OPS-MAL-01")["state"],
        "not-applicable",
        "the starter is hosted as a platform service"
    );
    for file in ["r.html", "r.md", "r.json"] {
        assert!(
            fs::read_to_string(here.path().join(file)).unwrap().contains("iGlobe CRM pour Teams"),
            "{file}"
        );
    }
}
