//! Checks of the repository itself: `cargo xtask tidy` and `cargo xtask packages`.
//!
//! [`repo`] reads the files once, [`rust`] takes Rust sources apart, and each file under [`tidy`]
//! is one check over them. [`packages`] looks at the dependency tree.

mod finding;
mod kill;
mod packages;
mod repo;
mod rust;
mod tidy;

use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use finding::Finding;

const HELP: &str = "\
Checks of the repository itself.

Usage: cargo xtask tidy | packages | kill [--full]

tidy      rooms, sizes, forms, links, words: every finding at once with file and line
packages  licenses, banned packages, versions and origin of all dependencies
kill      writers, the server under HTTP writes, and PostgreSQL under the server, killed at any
          moment, 20 times each on both databases; 240 times with --full

Exit code 0 when nothing was found, 1 otherwise.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // The alias `cargo xtask` always builds this package in place, two folders below the root.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["tidy"] => end("tidy", repo::Repo::read(&root).map(|repo| tidy::check(&repo))),
        ["packages"] => end("packages", packages::check(&root)),
        ["kill"] => kill::run(&root, kill::FEW),
        ["kill", "--full"] => kill::run(&root, kill::MANY),
        ["help" | "--help" | "-h"] => say(HELP, ExitCode::SUCCESS),
        _ => say(HELP, ExitCode::from(2)),
    }
}

/// Prints all findings and their count.
fn end(check: &str, findings: Result<Vec<Finding>, String>) -> ExitCode {
    let findings = match findings {
        Ok(findings) => findings,
        Err(failure) => return say(&format!("failure: {failure}"), ExitCode::from(3)),
    };
    for finding in &findings {
        say(&finding.to_string(), ExitCode::SUCCESS);
    }
    match findings.len() {
        0 => say(&format!("{check}: nothing found"), ExitCode::SUCCESS),
        1 => say(&format!("{check}: 1 finding"), ExitCode::from(1)),
        count => say(&format!("{check}: {count} findings"), ExitCode::from(1)),
    }
}

/// Prints a line and passes the exit code on. A closed pipe is silent.
fn say(line: &str, code: ExitCode) -> ExitCode {
    let _ = writeln!(io::stdout().lock(), "{line}");
    code
}
