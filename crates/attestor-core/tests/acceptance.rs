//! The acceptance examples, row by row, against the repository's own program.
//!
//! Every test is a table or a sentence of `acceptance.md` and names the rows it stands for. The last
//! test makes sure that no row of the sections that the core decides is left out.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test fails by panicking, and says what it skips"
)]

#[allow(dead_code, reason = "shared with other test binaries")]
#[path = "builder/case.rs"]
mod case;
#[path = "builder/program.rs"]
mod program;

#[path = "acceptance/attestation.rs"]
mod attestation;
#[path = "acceptance/clock.rs"]
mod clock;
#[path = "acceptance/evidence.rs"]
mod evidence;
#[path = "acceptance/external.rs"]
mod external;
#[path = "acceptance/offerings.rs"]
mod offerings;
#[path = "acceptance/pentest.rs"]
mod pentest;
#[path = "acceptance/permissions.rs"]
mod permissions;
#[path = "acceptance/recertification.rs"]
mod recertification;
#[path = "acceptance/rows.rs"]
mod rows;
#[path = "acceptance/sampling.rs"]
mod sampling;
#[path = "acceptance/scope.rs"]
mod scope;
#[path = "acceptance/scoring.rs"]
mod scoring;

use attestor_core::certification::decision::Outcome;

/// The rows below change one thing in this case, so it has to hold by itself.
#[test]
fn complete_case_is_certifiable_on_every_hosting_type() {
    for hosting in [&["paas"][..], &["iaas"], &["isv-hosted"], &["paas", "iaas"]] {
        let case = case::a_complete_case_on(program::program(), hosting);
        let found = case::assess(&case, case::today());
        assert_eq!(found.outcome, Outcome::Certifiable, "{hosting:?} {:#?}", found.reasons);
        let unmet = found.controls.iter().filter(|it| it.state.is_open()).count();
        assert_eq!(unmet, 0, "{hosting:?}");
    }
}
