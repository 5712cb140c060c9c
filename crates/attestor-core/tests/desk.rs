//! The certification desk as its users know it: journeys, every refusal, the forms in JSON, and a
//! walk of random acts.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[allow(dead_code, reason = "shared with other test binaries")]
#[path = "builder/case.rs"]
mod case;
#[allow(dead_code, reason = "shared with other test binaries")]
#[path = "properties/dice.rs"]
mod dice;
#[allow(dead_code, reason = "shared with other test binaries")]
#[path = "builder/program.rs"]
mod program;

#[path = "desk/approvals.rs"]
mod approvals;
#[path = "desk/decisions.rs"]
mod decisions;
#[path = "desk/dossiers.rs"]
mod dossiers;
#[path = "desk/forms.rs"]
mod forms;
#[path = "desk/journeys.rs"]
mod journeys;
#[path = "desk/model.rs"]
mod model;
#[path = "desk/pentests.rs"]
mod pentests;
#[path = "desk/play.rs"]
mod play;
#[path = "desk/refusals.rs"]
mod refusals;
#[path = "desk/scopes.rs"]
mod scopes;
#[path = "desk/talks.rs"]
mod talks;
