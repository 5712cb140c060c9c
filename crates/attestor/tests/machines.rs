//! A scheduler, two executors and a query as four processes, as `docs/how-to/sql-on-many-machines.md`
//! starts them.
#![cfg(feature = "cluster")]
#![allow(clippy::unwrap_used, clippy::expect_used, unreachable_pub, dead_code, reason = "a test")]
#![allow(clippy::panic, clippy::indexing_slicing, clippy::string_slice, reason = "a test")]

#[path = "cli/run.rs"]
mod run;
#[path = "mfa/sample.rs"]
mod sample;

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use run::attestor;

/// A process of the cluster; it ends with the test.
struct Machine(Child);

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts a machine and waits for its first line.
fn machine(folder: &Path, args: &[&str]) -> (Machine, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attestor"));
    command.current_dir(folder).arg("cluster").args(args);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    let talk = child.stderr.take().unwrap();
    let mut line = String::new();
    let mut talk = BufReader::new(talk);
    talk.read_line(&mut line).unwrap();
    // What it says later must not stop it.
    std::thread::spawn(move || std::io::copy(&mut talk, &mut std::io::sink()));
    (Machine(child), line)
}

fn free() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

#[test]
fn a_scheduler_and_two_executors_answer_as_one_program_does() {
    let folder = run::folder();
    fs::write(folder.path().join("log.ndjson"), sample::requests()).unwrap();
    let read = attestor(folder.path(), &["mfa", "ingest", "log.ndjson", "--org", "Contoso"]);
    assert!(read.status.success(), "{read:?}");
    let (_scheduler, line) = machine(folder.path(), &["scheduler", "--bind", "127.0.0.1:0"]);
    let engine = line.split_whitespace().last().unwrap();
    let address = engine.strip_prefix("ballista://").unwrap_or_else(|| panic!("{line}"));
    let executors = [free(), free()].map(|bind| {
        let args = ["executor", "--scheduler", address, "--bind", &bind, "--cores", "1"];
        machine(folder.path(), &args).0
    });
    for sql in [
        "select channel, count(*), count(*) filter (where mfa) from events group by 1 order by 1",
        "select ts, user_id, request_id from events order by ts desc, request_id limit 5",
    ] {
        let here = attestor(folder.path(), &["mfa", "query", sql]);
        let there = attestor(folder.path(), &["mfa", "query", sql, "--engine", engine]);
        assert!(there.status.success(), "{there:?}");
        assert!(!here.stdout.is_empty());
        assert_eq!(here.stdout, there.stdout, "{sql}");
    }
    drop(executors);
}

#[test]
fn a_cluster_that_is_not_there_is_told_in_words() {
    let folder = run::folder();
    let args = ["mfa", "query", "select 1 from events", "--engine", "ballista://127.0.0.1:1"];
    let output = attestor(folder.path(), &args);
    let talk = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{talk}");
    assert!(talk.contains("the cluster at `ballista://127.0.0.1:1` gave no answer"), "{talk}");
}
