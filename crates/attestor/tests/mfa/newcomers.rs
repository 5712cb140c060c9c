//! What somebody meets who does not know the commands yet: wrong names, files of another kind, words.

use serde_json::json;

use super::run::{attestor, folder, repository, skipped, transcript};
use super::sample::{DAY, PORTAL, ingest, mfa, requests, with_folder};

/// What a command says, after its first line.
fn said(folder: &std::path::Path, args: &[&str]) -> String {
    let text = transcript(folder, &with_folder(args, &[]));
    text.split_once('\n').unwrap().1.to_owned()
}

#[test]
fn a_file_that_is_not_there_is_said_to_be_missing_and_makes_no_organization() {
    let folder = folder();
    std::fs::write(folder.path().join("week.ndjson"), requests()).unwrap();
    for (args, what) in [
        (
            ["ingest", "week.ndjson", "no.json"].as_slice(),
            "there is no file and no folder `no.json`",
        ),
        (["directory", "no.json"].as_slice(), "there is no file `no.json`"),
    ] {
        let text = said(folder.path(), &[args, &["--org", "Contoso"]].concat());
        assert!(text.starts_with("exit 2") && text.contains(what), "{text}");
        assert!(text.contains("nothing was taken in"), "{text}");
    }
    let text = said(folder.path(), &["report", "--org", "Contoso"]);
    assert!(text.contains("there is no organization `Contoso` here; none is known"), "{text}");
}

#[test]
fn an_organization_that_is_not_known_is_named_with_the_known_ones() {
    let folder = folder();
    ingest(folder.path(), "week.ndjson", &requests());
    for args in [
        ["report", "--day", DAY].as_slice(),
        ["report", "--day", DAY, "--replay"].as_slice(),
        ["export", "--what", "portal"].as_slice(),
        ["compact"].as_slice(),
    ] {
        let text = said(folder.path(), &[args, &["--org", "Contso"]].concat());
        assert!(text.starts_with("exit 2"), "{text}");
        assert!(text.contains("no organization `Contso` here; known: Contoso"), "{text}");
    }
}

#[test]
fn a_log_of_which_nothing_becomes_an_event_is_refused_and_says_why() {
    let folder = folder();
    let totals = json!([{"loginDate": "2020-05-19", "mfaCompliantRequestCount": 7,
        "totalRequestCount": 14, "applicationName": "Fabrikam"}]);
    std::fs::write(folder.path().join("totals.json"), totals.to_string()).unwrap();
    let text = said(folder.path(), &["ingest", "totals.json", "--org", "Contoso"]);
    assert!(text.starts_with("exit 1"), "{text}");
    for words in [
        "totals.json: no record of it became an event",
        "1 record not read: it is a total, which holds no single request",
        "totals are counted nowhere",
    ] {
        assert!(text.contains(words), "{text}");
    }
    let output = mfa(folder.path(), &["ingest", "totals.json", "--org", "Contoso"]);
    let told = std::fs::read_to_string(folder.path().join(output["rejects"].as_str().unwrap()));
    let told = told.unwrap();
    assert!(told.contains("7 of 14 requests with MFA on 2020-05-19 by `Fabrikam`"), "{told}");
    // One good record among bad ones is enough.
    let mixed = format!("nothing\n{}", requests().lines().next().unwrap());
    std::fs::write(folder.path().join("mixed.ndjson"), format!("{{\n{mixed}\n")).unwrap();
    let output =
        attestor(folder.path(), &with_folder(&["ingest", "mixed.ndjson", "--org", "Contoso"], &[]));
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    std::fs::create_dir(folder.path().join("empty")).unwrap();
    let text = said(folder.path(), &["ingest", "empty", "--org", "Contoso"]);
    assert!(text.starts_with("exit 1") && text.contains("no log was found"), "{text}");
}

#[test]
fn a_report_speaks_in_sentences() {
    let folder = folder();
    ingest(folder.path(), "week.ndjson", &requests());
    let text = said(folder.path(), &["report", "--org", "Contoso", "--day", DAY]);
    for words in [
        "Portal operations with MFA: 20.0 %\n  2 of 10 operations\n  100 % in the report of 2026-11-24",
        "beside 5 requests by apps alone, which are not counted",
        "The cause is not known: 3 users, 11 requests",
        "conditional access policies; they need a license of the level P1 or P2",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let text = said(folder.path(), &["report", "--org", "Contoso", "--day", "2026-12-24"]);
    assert!(text.contains("from 2026-11-14 to 2026-11-17 (UTC); `--day 2026-11-18`"), "{text}");
    assert!(!text.contains("--portal-id"), "they are set: {text}");
}

#[test]
fn sign_ins_that_count_nowhere_tell_what_to_set() {
    let folder = folder();
    let line = r#"{"id":"1","createdDateTime":"2026-11-20T10:00:00Z","userId":"u","appId":"a",
        "status":{"errorCode":0},"authenticationRequirement":"singleFactorAuthentication"}"#;
    std::fs::write(folder.path().join("one.json"), line).unwrap();
    let text = said(folder.path(), &["ingest", "one.json", "--org", "Contoso"]);
    assert!(text.contains("one.json: 1 event, sign-ins of Microsoft Graph"), "{text}");
    assert!(text.contains("give `--portal-id` or `--api-id` once"), "{text}");
    let text = said(folder.path(), &["report", "--org", "Contoso", "--day", DAY]);
    assert!(text.contains("neither the portal nor the API is known"), "{text}");
    let args = ["ingest", "one.json", "--org", "Contoso", "--portal-id", PORTAL];
    let text = said(folder.path(), &args);
    assert!(!text.contains("neither"), "{text}");
}

#[test]
fn an_export_of_scubagear_is_taken_as_one_file() {
    let file = repository().join("../shared/mfa/samples/scuba/aad_settings_export.json");
    if !file.is_file() {
        return skipped("the samples of others are not in ../shared/mfa");
    }
    let (folder, file) = (folder(), file.display().to_string());
    let text = said(folder.path(), &["directory", &file, "--org", "Contoso", "--day", DAY]);
    let expected =
        "7 conditional access policies\nkept as the directory of Contoso from 2026-11-22 on";
    assert!(text.starts_with("exit 0") && text.contains(expected), "{text}");
}
