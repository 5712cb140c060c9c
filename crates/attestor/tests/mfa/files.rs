//! Logs in files: taken in, told, asked, put together.

use std::io::Write as _;

use super::run::{attestor, folder, repository, skipped};
use super::sample::{DAY, counted, ingest, many, mfa, requests, with_folder};

fn share(report: &serde_json::Value, which: &str) -> (u64, u64, String) {
    let number = |name: &str| report[which][name].as_u64().unwrap();
    (number("part"), number("whole"), report[which]["percent"].to_string())
}

#[test]
fn the_published_examples_give_the_published_numbers() {
    let folder = folder();
    let said = ingest(folder.path(), "week.ndjson", &requests());
    assert_eq!((&said["added"], &said["rejected"]), (&21.into(), &0.into()));
    let report = mfa(folder.path(), &["report", "--org", "Contoso", "--day", DAY]);
    assert_eq!(share(&report, "portal"), (2, 10, "20.0".to_owned()), "{report:#}");
    assert_eq!(share(&report, "api"), (2, 5, "40.0".to_owned()));
    assert_eq!(report["api"]["app_only_omitted"], 5);
    assert_eq!(report["approximation"], false);
}

#[test]
fn the_portal_and_the_api_of_an_empty_week_have_no_activity() {
    let folder = folder();
    ingest(folder.path(), "week.ndjson", &requests());
    let report = mfa(folder.path(), &["report", "--org", "Contoso", "--day", "2026-12-22"]);
    assert!(report["portal"]["percent"].is_null() && report["api"]["percent"].is_null());
}

#[test]
fn files_that_come_twice_or_overlap_change_nothing() {
    let folder = folder();
    let text = requests();
    let half: String = text.lines().take(9).map(|line| format!("{line}\n")).collect();
    ingest(folder.path(), "half.ndjson", &half);
    let said = ingest(folder.path(), "whole.ndjson", &text);
    assert_eq!((&said["added"], &said["known"]), (&12.into(), &9.into()));
    let again = ingest(folder.path(), "whole.ndjson", &text);
    assert_eq!((&again["added"], &again["known"]), (&0.into(), &21.into()));
    assert_eq!(counted(folder.path()), (21, 21));
}

#[test]
fn bad_lines_are_told_and_the_others_are_taken() {
    let folder = folder();
    let text = format!("{}{{\"time\": \"1601-01-01T00:00:00Z\"}}\nnothing\n{{\"a\":", requests());
    std::fs::write(folder.path().join("bad.ndjson"), text).unwrap();
    let said = mfa(folder.path(), &["ingest", "bad.ndjson", "--org", "Contoso"]);
    assert_eq!((&said["added"], &said["rejected"]), (&21.into(), &3.into()), "{said:#}");
    let told = std::fs::read_to_string(folder.path().join(said["rejects"].as_str().unwrap()));
    let told = told.unwrap();
    let codes: Vec<&str> =
        told.split("\"code\":\"").skip(1).map(|it| it.split('"').next().unwrap()).collect();
    assert_eq!(codes, ["time-out-of-range", "not-json", "cut"], "{told}");
}

#[test]
fn a_cut_archive_keeps_what_came_and_says_so() {
    let folder = folder();
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(many(5_000).as_bytes()).unwrap();
    let packed = packer.finish().unwrap();
    std::fs::write(folder.path().join("cut.ndjson.gz"), &packed[..packed.len() / 2]).unwrap();
    let args = ["ingest", "cut.ndjson.gz", "--org", "Contoso"];
    let output = attestor(folder.path(), &with_folder(&args, &["--format", "json"]));
    assert_eq!(output.status.code(), Some(1));
    let said: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(
        said["logs"][0]["stopped"].is_string() && said["added"].as_u64() > Some(100),
        "{said:#}"
    );
    assert_eq!(said["added"].as_u64(), Some(counted(folder.path()).0));
}

#[test]
fn putting_files_together_changes_no_number() {
    let folder = folder();
    for (at, line) in requests().lines().enumerate() {
        if at % 4 == 0 {
            ingest(folder.path(), &format!("{at}.ndjson"), &format!("{line}\n"));
        }
    }
    ingest(folder.path(), "all.ndjson", &requests());
    // The time at which it was made is another.
    let report = || {
        let mut report = mfa(folder.path(), &["report", "--org", "Contoso", "--day", DAY]);
        report.as_object_mut().expect("a report").remove("made").expect("how it was made");
        report
    };
    let before = report();
    let said = mfa(folder.path(), &["compact", "--org", "Contoso"]);
    assert!(said["files_before"].as_u64() > said["files_after"].as_u64(), "{said:#}");
    assert_eq!(report(), before);
    mfa(folder.path(), &["compact", "--org", "Contoso", "--keep-from", "2026-11-16"]);
    assert_eq!(share(&report(), "portal"), (2, 7, "28.5".to_owned()));
}

#[test]
fn queries_only_read_and_are_cut_where_one_says() {
    let folder = folder();
    ingest(folder.path(), "week.ndjson", &requests());
    let sql = "select channel, count(*) as n from events group by channel order by channel";
    let found = mfa(folder.path(), &["query", sql]);
    assert_eq!(
        found,
        serde_json::json!([{"channel": "api", "n": "10"}, {"channel": "portal", "n": "11"}])
    );
    let output = attestor(
        folder.path(),
        &with_folder(&["query", "select ts from events", "--limit", "3"], &[]),
    );
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 4);
    assert!(String::from_utf8_lossy(&output.stderr).contains("more rows"));
    for sql in ["delete from events", "drop table events", "copy events to 'x.csv'"] {
        let output = attestor(folder.path(), &with_folder(&["query", sql], &[]));
        assert_eq!(output.status.code(), Some(2), "{sql}");
    }
    assert_eq!(counted(folder.path()).0, 21);
}

#[test]
fn samples_of_others_are_read() {
    let samples = repository().join("../shared/mfa/samples");
    if !samples.is_dir() {
        return skipped("the samples of others are not in ../shared/mfa");
    }
    let (folder, name) = (folder(), |name: &str| samples.join(name).display().to_string());
    let file = name("panther/azure_monitor_envelope_signin.ndjson");
    let said = mfa(folder.path(), &["ingest", &file, "--org", "Contoso"]);
    assert_eq!(said["logs"][0]["source"], "azure-monitor", "{said:#}");
    assert_eq!(said["logs"][0]["read"].as_u64().unwrap() + said["rejected"].as_u64().unwrap(), 26);
    let file = name("partner-center/partnerRequests.json");
    let said = mfa(folder.path(), &["ingest", &file, "--org", "Contoso"]);
    assert_eq!((&said["added"], &said["rejected"]), (&2.into(), &0.into()));
    let report = mfa(folder.path(), &["report", "--org", "Contoso", "--day", "2020-05-22"]);
    assert_eq!(share(&report, "api"), (1, 2, "50.0".to_owned()));
}
