//! The report on multifactor authentication, against the acceptance rows J, the three worked
//! examples of the source, and public samples of logs that lie beside the project.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

use attestor_core::mfa::rule::MfaRule;

#[path = "mfa/causes.rs"]
mod causes;
#[path = "mfa/directory.rs"]
mod directory;
#[path = "mfa/metrics.rs"]
mod metrics;
#[path = "mfa/samples.rs"]
mod samples;
#[path = "mfa/sources.rs"]
mod sources;

/// The rule of this repository.
fn rule() -> MfaRule {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frameworks/mfa/rule.yaml");
    MfaRule::load("mfa/rule.yaml", &fs::read_to_string(path).unwrap()).unwrap()
}

/// A file beside the project, or in the folder that `ATTESTOR_SHARED` names; prints a line when it
/// is not there.
fn sample(name: &str) -> Option<Vec<u8>> {
    let named = std::env::var_os("ATTESTOR_SHARED").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let path = named.unwrap_or(beside).join("mfa/samples").join(name);
    let bytes = fs::read(&path).ok();
    if bytes.is_none() {
        eprintln!("skipped: {name} is not beside the project");
    }
    bytes
}
