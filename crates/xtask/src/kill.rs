//! `cargo xtask kill`: the durability test of the desk, as often as one likes.

use std::path::Path;
use std::process::{Command, ExitCode};

/// How often a writer is killed in a short run.
pub(crate) const FEW: u32 = 20;
/// How often it is killed in a full run.
pub(crate) const MANY: u32 = 240;

/// Runs the test with so many kills on each database, and passes its words on.
pub(crate) fn run(root: &Path, kills: u32) -> ExitCode {
    let status = Command::new("cargo")
        .current_dir(root)
        .args(["test", "--package", "attestor", "--bin", "attestor", "actions::desk::kill"])
        .args(["--", "--test-threads=1", "--nocapture"])
        .env("ATTESTOR_KILLS", kills.to_string())
        .status();
    match status {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        Err(error) => {
            crate::say(&format!("failure: cannot start cargo: {error}"), ExitCode::from(3))
        }
    }
}
