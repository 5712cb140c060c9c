//! How long the desk takes with a case of the full program: 79 controls, 300 pieces, 400 acts.
//! Run with `cargo bench -p attestor-core --bench desk`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a benchmark fails by panicking"
)]

#[allow(dead_code, reason = "shared with tests")]
#[path = "../tests/builder/case.rs"]
mod case;
#[allow(dead_code, reason = "shared with tests")]
#[path = "../tests/desk/play.rs"]
mod play;
#[allow(dead_code, reason = "shared with tests")]
#[path = "../tests/builder/program.rs"]
mod program;

use attestor_core::certification::case::Verdict;
use attestor_core::desk::act::{Act, Interest};
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::guard;
use attestor_core::desk::status::ControlStatus;
use attestor_core::desk::thread::Visibility;
use divan::Bencher;

use crate::play::{Play, interest, judge, said, submit, who};

fn main() {
    divan::main();
}

/// A case in the middle of its review.
fn a_full_case() -> Play {
    let mut play = Play::open(program::M365, "2027-01-04");
    play.accepted().hands_in_all();
    let controls = play.controls(ControlStatus::Submitted);
    for control in controls.iter().cycle() {
        if play.file.pieces.len() >= 300 {
            break;
        }
        play.adds(control);
    }
    while play.record.len() < 400 {
        play.does("analyst", Act::Say { said: said("case", Visibility::Shared, "words") });
    }
    play.does("analyst", interest(Interest::None));
    play
}

#[divan::bench]
fn all_acts_are_folded(bencher: Bencher<'_, '_>) {
    let play = a_full_case();
    bencher.bench(|| CaseFile::of("case-1", "contoso", &play.record));
}

#[divan::bench]
fn a_case_is_cloned(bencher: Bencher<'_, '_>) {
    let play = a_full_case();
    bencher.bench(|| play.file.clone());
}

#[divan::bench]
fn a_case_is_assessed(bencher: Bencher<'_, '_>) {
    let play = a_full_case();
    bencher.bench(|| play.rules().assess(&play.file, play.today));
}

/// What a write does besides the database: guard, fold, row.
fn write(play: &Play, account: &str, act: &Act) {
    let mut next = Play { file: play.file.clone(), record: Vec::new(), ..*play };
    next.attempt(account, act.clone()).unwrap();
    divan::black_box(next.standing());
}

#[divan::bench(args = ["say", "judge", "submit"])]
fn an_act_is_checked(bencher: Bencher<'_, '_>, kind: &str) {
    let play = a_full_case();
    let control = play.controls(ControlStatus::Submitted).remove(0);
    let (account, act) = match kind {
        "say" => ("publisher", Act::Say { said: said("case", Visibility::Shared, "words") }),
        "judge" => ("analyst", judge(&control, Verdict::Approved)),
        _ => ("publisher", submit(&control)),
    };
    if guard::check(play.rules(), &play.file, &who(account), &act, play.today).is_err() {
        return;
    }
    bencher.bench(|| guard::check(play.rules(), &play.file, &who(account), &act, play.today));
}

#[divan::bench(args = ["say", "judge"])]
fn an_act_is_written(bencher: Bencher<'_, '_>, kind: &str) {
    let play = a_full_case();
    let control = play.controls(ControlStatus::Submitted).remove(0);
    let (account, act) = match kind {
        "say" => ("publisher", Act::Say { said: said("case", Visibility::Shared, "words") }),
        _ => ("analyst", judge(&control, Verdict::Approved)),
    };
    bencher.bench(|| write(&play, account, &act));
}
