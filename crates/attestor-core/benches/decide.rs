//! How long decisions take: one full case in under 1 ms, 10,000 cases from memory in under 5 s,
//! both on one core. Run with `cargo bench -p attestor-core`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a benchmark fails by panicking"
)]

#[allow(dead_code, reason = "shared with tests")]
#[path = "../tests/builder/case.rs"]
mod case;
#[allow(dead_code, reason = "shared with tests")]
#[path = "../tests/builder/program.rs"]
mod program;

use attestor_core::certification::case::{Case, Evidence};
use attestor_core::certification::decision::Outcome;
use attestor_core::id::Id;
use divan::Bencher;

use crate::case::{a_complete_case_on, a_component, assess, id, today};
use crate::program::program;

/// Pieces of evidence in a full case.
const PIECES: usize = 300;

/// Cases of the large run.
const CASES: usize = 10_000;

fn main() {
    divan::main();
}

/// A case that every one of the 79 controls applies to, on 40 machines in two environments, with
/// 300 pieces of evidence.
fn a_full_case(number: usize) -> Case {
    let mut case = a_complete_case_on(program(), &["paas", "iaas"]);
    case.app.id = format!("app-{number}");
    for at in 0..38 {
        let environment = if at % 2 == 0 { "paas" } else { "iaas" };
        case.scope.components.push(a_component(&format!("machine-{at}"), environment));
    }
    let all: Vec<Id> = case.scope.components.iter().map(|it| it.id.clone()).collect();
    for item in &mut case.evidence {
        item.components.extend(all.iter().cloned());
    }
    let first: Vec<Evidence> = case.evidence.clone();
    for (at, item) in (0..PIECES - first.len()).zip(first.iter().cycle()) {
        let copy = Evidence { id: id(&format!("COPY-{at}")), ..item.clone() };
        case.evidence.push(copy);
    }
    case
}

#[divan::bench]
fn one_full_case(bencher: Bencher<'_, '_>) {
    let case = a_full_case(0);
    assert_eq!(program().controls().count(), 79);
    assert_eq!(case.evidence.len(), PIECES);
    assert_eq!(assess(&case, today()).outcome, Outcome::Certifiable);
    bencher.bench(|| assess(&case, today()));
}

/// A hundred cases that stay in memory, a hundred times each.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn ten_thousand_cases(bencher: Bencher<'_, '_>) {
    let few: Vec<Case> = (0..100).map(a_full_case).collect();
    bencher.bench(|| {
        let cases = few.iter().cycle().take(CASES);
        cases.filter(|case| assess(case, today()).outcome == Outcome::Certifiable).count()
    });
}
