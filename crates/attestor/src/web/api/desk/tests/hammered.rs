//! The API under Schemathesis, which makes requests from the description: right ones, odd ones, wrong
//! ones. Over a real port, as each role.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::journey::started;
use super::{MEMBERS, Office, settings};
use crate::web::serve;

/// Whether Python can make a folder of packages here. Says so where it cannot; in the gate
/// (`CI=true`) that is a failure.
fn has_python() -> bool {
    let asked = Command::new("python3").args(["-c", "import venv, ensurepip"]).output();
    if asked.is_ok_and(|output| output.status.success()) {
        return true;
    }
    let line = "skipped: python3 with venv and pip is not installed";
    assert!(std::env::var_os("CI").is_none_or(|value| value != "true"), "{line}");
    // Written past the capture of the test runner, so that a skipped test is seen.
    let _ = writeln!(std::io::stderr(), "{line}");
    false
}

#[test]
fn schemathesis_finds_no_failure_and_no_answer_that_is_not_described() {
    if !has_python() {
        return;
    }
    let office = Office::new(None);
    let case = started(&office, "H1");
    let folder = tempfile::tempdir().expect("a folder");
    let tokens = folder.path().join("tokens");
    let own = |(name, ..): &(&str, &str, _)| format!("{name} att_{name}\n");
    let chosen = MEMBERS.iter().filter(|(name, ..)| !["second", "reader"].contains(name));
    std::fs::write(&tokens, chosen.map(own).collect::<String>()).expect("written");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/schemathesis/run");
    let output = office.waiting.on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let (order, stop) = oneshot::channel::<()>();
        let tried = tokio::task::spawn_blocking(move || {
            let output =
                Command::new(script).arg(url).arg(tokens).env("SCHEMATHESIS_CASE", case).output();
            drop(order);
            output
        });
        let stop = async {
            let _ = stop.await;
        };
        serve::serve(listener, office.app.clone(), &settings(), stop).await;
        tried.await.expect("it ended").expect("it ran")
    });
    let talk = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&talk));
}
