//! Rows to take along.

use serde_json::Value;

use super::run::{attestor, folder};
use super::sample::{DAY, ingest, many, requests, with_folder};

fn export(folder: &std::path::Path, args: &[&str]) -> String {
    let to: &[&str] = if args.contains(&"--to") { &[] } else { &["--to", DAY] };
    let args = [&["export", "--org", "Contoso"], to, args].concat();
    let output = attestor(folder, &with_folder(&args, &[]));
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_request_is_there_in_a_total_order_and_not_only_the_newest_ten_thousand() {
    let folder = folder();
    // Ten thousand and one, and one that fell on the same second as another.
    let text = many(10_001);
    let twin = text.lines().next().unwrap().replace("10000000-0000", "00000000-0000");
    ingest(folder.path(), "many.ndjson", &format!("{text}{twin}\n"));
    let found = lines(&export(folder.path(), &["--what", "requests", "--format", "ndjson"]));
    assert_eq!(found.len(), 10_002);
    let key = |row: &Value| {
        let text = |name: &str| row[name].as_str().unwrap().to_owned();
        (std::cmp::Reverse(text("requestDateTime")), text("requestId"))
    };
    assert!(found.is_sorted_by_key(key), "the newest first, then by id");
    let names: Vec<&String> = found[0].as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        [
            "requestId",
            "correlationId",
            "operationName",
            "requestDateTime",
            "sourceIpAddress",
            "objectId",
            "tenantId",
            "upn",
            "applicationId",
            "mfaCompliant",
            "channel"
        ]
    );
    assert_eq!(found[0]["requestDateTime"], "2026-11-20T02:46:40.000000Z");
    assert_eq!(found[10_000]["requestId"], "00000000-0000-4000-8000-000000000000");
}

#[test]
fn rows_add_up_to_the_numbers_of_the_report() {
    let folder = folder();
    ingest(folder.path(), "week.ndjson", &requests());
    let all = ["--what", "requests", "--channel", "all", "--format", "ndjson"];
    let found = lines(&export(folder.path(), &all));
    let count = |channel: &str, mfa: Option<bool>| {
        let of = found.iter().filter(|row| row["channel"] == channel);
        of.filter(|row| mfa.is_none_or(|mfa| row["mfaCompliant"] == mfa)).count()
    };
    assert_eq!((count("portal", Some(true)), count("portal", None)), (2, 10));
    assert_eq!((count("api", Some(true)), count("api", None)), (2, 5), "without app-only ones");
    let summary: Value =
        serde_json::from_str(&export(folder.path(), &["--what", "summary", "--format", "json"]))
            .unwrap();
    assert_eq!(
        summary,
        serde_json::json!([
            {"loginDate": "2026-11-17", "mfaCompliantRequestCount": 2, "totalRequestCount": 2,
             "applicationId": "60a00bf2-0644-4279-83b3-87ddf96f2509", "applicationName": "=Fabrikam",
             "channel": "api"},
            {"loginDate": "2026-11-15", "mfaCompliantRequestCount": 0, "totalRequestCount": 3,
             "applicationId": "60a00bf2-0644-4279-83b3-87ddf96f2509", "applicationName": "=Fabrikam",
             "channel": "api"},
        ])
    );
}

#[test]
fn portal_users_come_with_their_last_visit_as_the_public_resource_has_them() {
    let folder = folder();
    ingest(folder.path(), "week.ndjson", &requests());
    let text = export(folder.path(), &["--what", "portal", "--format", "json"]);
    let found: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        (&found["totalCount"], &found["attributes"]["objectType"]),
        (&2.into(), &"Collection".into())
    );
    let names: Vec<(&Value, &Value)> = found["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (&row["upn"], &row["lastNonMfaCompliantRequestDateTime"]))
        .collect();
    assert_eq!(
        names,
        [
            (&"user2@contoso.example".into(), &"2026-11-16T10:00:07.000000Z".into()),
            (&"user1@contoso.example".into(), &"2026-11-15T10:00:02.000000Z".into()),
        ]
    );
    assert_eq!(found["items"][0]["tenantId"], "6e6aef4a-4ca9-40a8-b5bf-b53a1923c540");
    // A week without requests has an empty file of the same form.
    let text =
        export(folder.path(), &["--what", "portal", "--to", "2027-01-01", "--format", "json"]);
    let found: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&found["items"], &found["totalCount"]), (&serde_json::json!([]), &0.into()));
}

#[test]
fn no_cell_is_a_formula_and_a_file_is_whole_or_not_there() {
    let folder = folder();
    ingest(folder.path(), "week.ndjson", &requests());
    let text = export(folder.path(), &["--what", "summary", "--format", "csv"]);
    let mut rows = text.split("\r\n");
    assert_eq!(
        rows.next(),
        Some(
            "loginDate,mfaCompliantRequestCount,totalRequestCount,applicationId,applicationName,channel"
        )
    );
    assert!(rows.next().unwrap().contains(",'=Fabrikam,"), "{text}");
    let args =
        ["export", "--org", "Contoso", "--to", DAY, "--what", "summary", "-o", "summary.csv"];
    let output = attestor(folder.path(), &with_folder(&args, &[]));
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
    assert_eq!(std::fs::read_to_string(folder.path().join("summary.csv")).unwrap(), text);
    // Where it cannot be made, nothing is there.
    let args = ["export", "--org", "Contoso", "--what", "summary", "-o", "no/such/folder.csv"];
    assert_eq!(attestor(folder.path(), &with_folder(&args, &[])).status.code(), Some(3));
    // Other commands know no such form.
    let args = ["report", "--org", "Contoso"];
    let output = attestor(folder.path(), &with_folder(&args, &["--format", "csv"]));
    assert_eq!(output.status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn who_has_read_enough_may_stop() {
    let folder = folder();
    ingest(folder.path(), "many.ndjson", &many(20_000));
    let line = "\"$0\" mfa export --org Contoso --to 2026-11-22 --what requests --data-dir data | head -n 2";
    let output = std::process::Command::new("sh")
        .current_dir(folder.path())
        .args(["-c", line, env!("CARGO_BIN_EXE_attestor")])
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 2);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn days_are_those_of_the_organizations_zone() {
    let folder = folder();
    ingest(folder.path(), "many.ndjson", &many(7_200));
    let args = ["ingest", "many.ndjson", "--org", "Contoso", "--zone", "-01:00"];
    let output = attestor(folder.path(), &with_folder(&args, &[]));
    assert_eq!(output.status.code(), Some(0));
    // Two hours from midnight UTC on: in this zone the first one is of the day before.
    let found = lines(&export(folder.path(), &["--what", "summary", "--format", "ndjson"]));
    let days: Vec<(&str, u64)> = found
        .iter()
        .map(|row| (row["loginDate"].as_str().unwrap(), row["totalRequestCount"].as_u64().unwrap()))
        .collect();
    assert_eq!(days, [("2026-11-20", 3600), ("2026-11-19", 3600)]);
    let args = ["--what", "requests", "--from", "2026-11-20", "--format", "ndjson"];
    assert_eq!(lines(&export(folder.path(), &args)).len(), 3600);
}
