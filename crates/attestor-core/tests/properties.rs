//! Laws that hold for every case, and a second implementation that the engine must agree with.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[allow(dead_code, reason = "shared with other test binaries")]
#[path = "builder/case.rs"]
mod case;
#[allow(dead_code, reason = "shared with other test binaries")]
#[path = "builder/program.rs"]
mod program;

#[path = "properties/arithmetic.rs"]
mod arithmetic;
#[path = "properties/dice.rs"]
mod dice;
#[path = "properties/dossier.rs"]
mod dossier;
#[path = "properties/engine.rs"]
mod engine;
#[path = "properties/naive.rs"]
mod naive;
#[path = "properties/points.rs"]
mod points;

use proptest::prelude::ProptestConfig;

/// Enough cases to meet every rule, in a few seconds. A failing case is printed, not written down.
fn config() -> ProptestConfig {
    ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() }
}
