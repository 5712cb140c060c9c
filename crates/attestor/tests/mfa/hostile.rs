//! Logs and moments that are against it: records of every bad kind, an end in the middle, a full disk.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::json;

use super::disk::Disk;
use super::run::{attestor, folder, skipped};
use super::sample::{counted, ingest, many, mfa, requests, with_folder};
use super::server::Server;

/// How many rows are taken at once, and committed before the next ones are read.
const PORTION: usize = 131_072;

/// A request at the API that says no more than it must.
fn short(at: usize) -> String {
    let second = at % 86_400;
    format!(
        "{{\"requestId\":\"10000000-0000-4000-8000-{at:012}\",\"channel\":\"api\",\
         \"time\":\"2026-11-20T{:02}:{:02}:{:02}Z\",\"amr\":[\"mfa\"]}}\n",
        second / 3600,
        second / 60 % 60,
        second % 60
    )
}

/// One record of every kind that is not taken, between two that are.
fn bad_records() -> Vec<u8> {
    let mut log = short(1).into_bytes();
    let mut add = |record: &str| log.extend_from_slice(record.as_bytes());
    add(&short(2).replace("2026-11-20", "1601-01-01"));
    add(&short(3).replace("2026-11-20", "9999-12-31"));
    add(&short(4).replace("\"channel\"", "\"time\":\"2026-11-20T00:00:00Z\",\"channel\""));
    add(&short(5).replace("[\"mfa\"]", "17"));
    add(&short(6).replace("mfa", &"a".repeat(10_000_000)));
    add(&short(7).replace("2026-11-20", "yesterday"));
    log.extend(short(8).replace("mfa", "@").bytes().map(|it| if it == b'@' { 0xff } else { it }));
    log.extend(short(9).bytes());
    log.extend(short(10).bytes().take(60));
    log
}

#[test]
fn every_bad_record_is_told_with_its_reason_and_its_place() {
    let folder = folder();
    std::fs::write(folder.path().join("bad.ndjson"), bad_records()).unwrap();
    let said = mfa(folder.path(), &["ingest", "bad.ndjson", "--org", "Contoso"]);
    let expected = json!({
        "cut": 1, "duplicate-key": 1, "not-a-time": 1, "not-utf8": 1, "time-out-of-range": 2,
        "too-long": 1, "wrong-type": 1,
    });
    assert_eq!(said["logs"][0]["rejected"], expected, "{said:#}");
    assert_eq!((&said["added"], &said["rejected"]), (&2.into(), &8.into()));
    let told = folder.path().join(said["rejects"].as_str().unwrap());
    let lines: Vec<u64> = std::fs::read_to_string(told)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .map(|reject| reject["line"].as_u64().unwrap())
        .collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 7, 8, 10]);
}

/// Waits for something that another process does, for five minutes at most, as the machine may be busy.
fn until(mut is_so: impl FnMut() -> bool) {
    let came = (0..30).any(|_| Server::soon(|| is_so().then_some(())).is_some());
    assert!(came, "it does not come");
}

fn reading(folder: &Path) -> Child {
    let args = with_folder(&["ingest", "-", "--org", "Contoso"], &[]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_attestor"));
    command.current_dir(folder).args(args).stdin(Stdio::piped());
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

#[test]
fn an_ingest_that_is_killed_keeps_whole_portions_and_the_next_one_counts_nothing_twice() {
    let folder = folder();
    let rows = PORTION + 1_000;
    let mut log = String::new();
    (0..rows).for_each(|at| write!(log, "{}", short(at)).unwrap());
    let mut child = reading(folder.path());
    child.stdin.as_mut().unwrap().write_all(log.as_bytes()).unwrap();
    // The log of the table: version 0 makes it, version 1 is the first portion.
    let first = folder.path().join("data/lake/events/_delta_log/00000000000000000001.json");
    until(|| first.is_file());
    child.kill().unwrap();
    child.wait().unwrap();

    let portion = u64::try_from(PORTION).unwrap();
    assert_eq!(counted(folder.path()), (portion, portion));
    let said = ingest(folder.path(), "again.ndjson", &log);
    assert_eq!((&said["added"], &said["known"]), (&1_000.into(), &portion.into()));
    assert_eq!(counted(folder.path()), (portion + 1_000, portion + 1_000));
}

#[test]
fn a_full_disk_loses_nothing_and_is_told() {
    let folder = folder();
    let Some(disk) = Disk::of(9_000, folder.path().join("data")) else {
        return skipped("no right to mount a small disk");
    };
    ingest(folder.path(), "week.ndjson", &requests());
    let reserve = disk.reserve();
    let filler = disk.fill();
    std::fs::write(folder.path().join("many.ndjson"), many(2_000)).unwrap();
    let args = with_folder(&["ingest", "many.ndjson", "--org", "Contoso"], &[]);
    let output = attestor(folder.path(), &args);
    let talk = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code().is_some_and(|code| code != 0), "{talk}");
    assert!(talk.contains("No space left"), "{talk}");
    assert_eq!(counted(folder.path()), (21, 21));

    [filler, reserve].iter().for_each(|file| std::fs::remove_file(file).unwrap());
    let said = ingest(folder.path(), "many.ndjson", &many(2_000));
    // The ids of the week stand among these, on another day.
    assert_eq!((&said["added"], counted(folder.path())), (&2_000.into(), (2_021, 2_000)));
}
