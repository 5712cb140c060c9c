//! Checks of the repository itself: `cargo xtask tidy`.
//!
//! [`repo`] reads the files once, [`rust`] takes Rust sources apart, and each file under [`tidy`]
//! is one check over them.

mod finding;
mod repo;
mod rust;
mod tidy;

use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

const HELP: &str = "\
Checks of the repository itself.

Usage: cargo xtask tidy

tidy   every finding at once with file and line; exit 1 if there is one";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["tidy"] => tidy_here(),
        ["help" | "--help" | "-h"] => say(HELP, ExitCode::SUCCESS),
        _ => say(HELP, ExitCode::from(2)),
    }
}

fn tidy_here() -> ExitCode {
    // The alias `cargo xtask` always builds this package in place, two folders below the root.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let findings = match repo::Repo::read(&root) {
        Ok(repo) => tidy::check(&repo),
        Err(failure) => return say(&format!("failure: {failure}"), ExitCode::from(3)),
    };
    for finding in &findings {
        say(&finding.to_string(), ExitCode::SUCCESS);
    }
    match findings.len() {
        0 => say("tidy: nothing found", ExitCode::SUCCESS),
        1 => say("tidy: 1 finding", ExitCode::from(1)),
        count => say(&format!("tidy: {count} findings"), ExitCode::from(1)),
    }
}

/// Prints a line and passes the exit code on. A closed pipe is silent.
fn say(line: &str, code: ExitCode) -> ExitCode {
    let _ = writeln!(io::stdout().lock(), "{line}");
    code
}
