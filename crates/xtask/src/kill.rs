//! `cargo xtask kill`: the durability tests of the desk, as often as one likes.

use std::path::Path;
use std::process::{Command, ExitCode};

/// How often something is killed in a short run.
pub(crate) const FEW: u32 = 20;
/// How often it is killed in a full run.
pub(crate) const MANY: u32 = 240;

/// What is killed: a writer below the desk; the program under HTTP writes, and PostgreSQL under the
/// program.
const TESTS: [([&str; 2], &[&str]); 2] = [
    (["--bin", "attestor"], &["actions::desk::kill"]),
    (["--test", "durability"], &["killed::", "away::"]),
];

/// Runs the tests with so many kills on each database, and passes their words on.
pub(crate) fn run(root: &Path, kills: u32) -> ExitCode {
    for test in TESTS {
        match passes(root, test, kills) {
            Ok(true) => {}
            Ok(false) => return ExitCode::from(1),
            Err(failure) => return crate::say(&format!("failure: {failure}"), ExitCode::from(3)),
        }
    }
    ExitCode::SUCCESS
}

fn passes(
    root: &Path,
    (target, filters): ([&str; 2], &[&str]),
    kills: u32,
) -> Result<bool, String> {
    let status = Command::new("cargo")
        .current_dir(root)
        .args(["test", "--package", "attestor"])
        .args(target)
        .arg("--")
        .args(filters)
        .args(["--test-threads=1", "--nocapture"])
        .env("ATTESTOR_KILLS", kills.to_string())
        .status();
    status.map(|status| status.success()).map_err(|error| format!("cannot start cargo: {error}"))
}
