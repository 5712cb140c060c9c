//! The tables are ordinary Delta tables: other tools find in them what the program finds. The
//! statements are those of `docs/formats/lake.md`.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::run::{attestor, folder, repository, skipped};
use super::sample::{many, requests};

/// Exit code of the script where Python's packages cannot be had.
const NOT_TO_BE_HAD: i32 = 77;

/// Says that the tools are missing; in the gate (`CI=true`) that is a failure.
fn missing(what: &str) {
    assert!(std::env::var_os("CI").is_none_or(|value| value != "true"), "skipped: {what}");
    skipped(what);
}

/// Another year, so that the week is over whenever the test runs.
fn past(text: &str) -> String {
    text.replace("2026-11-", "2024-11-")
}

/// What the document says, with the days of the sample.
fn document() -> String {
    past(&std::fs::read_to_string(repository().join("docs/formats/lake.md")).unwrap())
}

/// A statement of the document.
fn statement(name: &str) -> String {
    let document = document();
    let (_, rest) = document.split_once(&format!("```sql {name}\n")).unwrap();
    rest.split("```").next().unwrap().to_owned()
}

/// A command on the lake, which lies where it does without a word about it.
fn run(folder: &Path, args: &[&str]) -> Value {
    let output = attestor(folder, &[&["mfa"], args, &["--format", "json"]].concat());
    let talk = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {talk}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn ingest(folder: &Path, organization: &str, files: &[(&str, &str)]) -> Value {
    files.iter().for_each(|(name, text)| std::fs::write(folder.join(name), text).unwrap());
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    run(folder, &[&["ingest"], names.as_slice(), &["--org", organization]].concat())
}

/// 110 accounts, of which 10 are disabled and 90 of the others are held to it.
fn accounts() -> String {
    (0..110).fold(String::new(), |mut text, at| {
        let state = if at < 100 { "enforced" } else { "disabled" };
        let line = json!({
            "id": format!("00000000-0000-4000-9000-{at:012}"), "accountEnabled": at >= 10,
            "userPrincipalName": format!("u{at}@contoso.example"), "perUserMfaState": state,
        });
        writeln!(text, "{line}").unwrap();
        text
    })
}

/// A lake that came together in many steps: several files, the same again, files put together, and an
/// organization whose name no folder can have.
fn fill(folder: &Path) {
    let week = past(&requests());
    let lines: Vec<&str> = week.lines().collect();
    let parts: Vec<String> = lines.chunks(7).map(|part| part.join("\n") + "\n").collect();
    let [one, two, three] = parts.as_slice() else { panic!("three files") };
    ingest(folder, "Contoso", &[("1.ndjson", one), ("2.ndjson", two)]);
    let said = ingest(folder, "Contoso", &[("2.ndjson", two), ("3.ndjson", three)]);
    assert_eq!((&said["added"], &said["known"]), (&7.into(), &7.into()));
    let said = run(folder, &["compact", "--org", "Contoso"]);
    assert!(said["files_before"].as_u64() > said["files_after"].as_u64(), "{said:#}");
    ingest(folder, "Fabrikam & Söhne / 1=2", &[("many.ndjson", &many(500))]);
    std::fs::write(folder.join("users.ndjson"), accounts()).unwrap();
    run(folder, &["directory", "users.ndjson", "--org", "Contoso", "--day", "2024-11-20"]);
}

#[test]
fn other_tools_find_what_the_program_finds() {
    let asked = Command::new("python3").args(["-c", "import venv, ensurepip"]).output();
    if !asked.is_ok_and(|output| output.status.success()) {
        return missing("python3 with venv and pip is not installed");
    }
    let folder = folder();
    fill(folder.path());
    let report = run(folder.path(), &["report", "--org", "Contoso", "--day", "2024-11-22"]);
    let text = folder.path().join("document.md");
    std::fs::write(&text, document()).unwrap();
    let script = repository().join("crates/attestor/tests/mfa/elsewhere/run");
    let output = Command::new(script).arg(text).arg(folder.path()).output().unwrap();
    let talk = String::from_utf8_lossy(&output.stderr);
    if output.status.code() == Some(NOT_TO_BE_HAD) {
        return missing(&format!("the packages of Python cannot be had: {talk}"));
    }
    assert!(output.status.success(), "{talk}");
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    for name in ["counts", "shares"] {
        let own = run(folder.path(), &["query", &statement(name)]);
        assert_eq!(found["statements"][name], own, "{name}");
    }
    let share = |of: &Value| json!([of["part"].to_string(), of["whole"].to_string()]);
    let shares = &found["statements"]["shares"];
    let of_channel = |at: usize| json!([shares[at]["part"], shares[at]["whole"]]);
    assert_eq!((of_channel(0), of_channel(1)), (share(&report["api"]), share(&report["portal"])));
    assert_eq!(shares[0]["app_only"], report["api"]["app_only_omitted"].to_string());
    assert_eq!(found["printed"]["configuration"], json!(["90", "of", "100"]));
    let sql = "select request_id, user_id from events where organization = 'Contoso' \
               order by request_id";
    assert_eq!(found["statements"]["ids"], run(folder.path(), &["query", sql]));
    assert_eq!(found["statements"]["counts"].as_array().unwrap().len(), 8, "{found:#}");
}
