//! Section C, second half: the 60 days of an assessment, and the edition that a case keeps.

use attestor_core::certification::case::{Case, Dates, Verdict};
use attestor_core::certification::clock::{CaseState, clock, state};
use attestor_core::certification::controls::ControlState;
use attestor_core::certification::decision::{Outcome, assess as assess_in};
use attestor_core::certification::reason::RuleId;
use attestor_core::certification::start::refusals;
use attestor_core::framework::{Library, SourceFile};
use attestor_core::party::Party;

use crate::case::{a_complete_case, assess, control, day, evidence_of, review, state_of, today};
use crate::program::{M365, files, load, permission_rules, program};

pub(crate) const ROWS: &[&str] = &["C12", "C13", "C14", "C15", "C16", "C17"];

fn accepted(on: &str) -> Dates {
    Dates { documents_accepted_on: Some(day(on)), ..Dates::default() }
}

#[test]
fn deadline_is_sixty_days_after_the_documents_were_accepted() {
    for (row, accepted_on, deadline) in [
        ("C12", "2026-01-10", "2026-03-11"),
        ("C15", "2027-12-31", "2028-02-29"),
        ("C15", "2028-01-01", "2028-03-01"),
    ] {
        let clock = clock(program(), &accepted(accepted_on), day(accepted_on)).unwrap();
        assert_eq!(clock.deadline, day(deadline), "{row}");
    }
}

/// Days have no hours here: everything of the last day, 23:59 UTC included, is that day.
#[test]
fn c13_evidence_of_the_last_day_is_in_time() {
    let mut dates = accepted("2026-01-10");
    assert_eq!(state(program(), &dates, day("2026-03-11")), CaseState::EvidenceOpen);
    dates.evidence_complete_on = Some(day("2026-03-11"));
    assert_eq!(state(program(), &dates, day("2026-03-11")), CaseState::FinalReview);
    dates.evidence_complete_on = Some(day("2026-03-12"));
    assert_eq!(state(program(), &dates, day("2026-03-20")), CaseState::FailedTimeout);
}

fn started_in_january() -> Case {
    let mut case = a_complete_case();
    case.attestation.as_mut().unwrap().submitted_on = Some(day("2026-01-05"));
    case.dates = Dates { started_on: Some(day("2026-01-05")), ..accepted("2026-01-10") };
    case.pentest.as_mut().unwrap().ended_on = day("2025-12-01");
    for item in &mut case.evidence {
        item.captured_on = day("2025-12-15");
        item.submitted_on = Some(day("2026-01-20"));
    }
    case
}

/// Still open is a case without a decision, whatever came in.
#[test]
fn c14_case_whose_evidence_was_complete_in_time_fails_undecided() {
    let mut case = started_in_january();
    case.dates.evidence_complete_on = Some(day("2026-02-01"));
    assert_eq!(assess(&case, day("2026-03-11")).state, CaseState::FinalReview);
    let found = assess(&case, day("2026-03-12"));
    assert_eq!((found.state, found.outcome), (CaseState::FailedTimeout, Outcome::TimedOut));
}

#[test]
fn c14_open_case_times_out_on_day_61() {
    let case = started_in_january();
    assert_eq!(assess(&case, day("2026-03-11")).state, CaseState::EvidenceOpen);
    let found = assess(&case, day("2026-03-12"));
    assert_eq!((found.state, found.outcome), (CaseState::FailedTimeout, Outcome::TimedOut));
    assert_eq!(found.state.to_string(), "failed_timeout");
    assert_eq!(found.reasons[0].rule, RuleId::TimedOut);
    assert_eq!(found.outcome.whose_move(), Party::Publisher);
}

#[test]
fn c14_timed_out_case_leaves_no_public_trace() {
    assert!(CaseState::ALL.iter().all(|state| !state.is_public()));
}

/// The same papers in a new case of the same day: it may start, and their age counts anew.
#[test]
fn c14_case_may_start_again_at_once_with_evidence_of_its_own_age() {
    let mut case = started_in_january();
    for (start, expected) in
        [("2026-03-12", ControlState::Met), ("2026-03-15", ControlState::Stale)]
    {
        case.dates = Dates { started_on: Some(day(start)), ..Dates::default() };
        assert_eq!(refusals(program(), &case, day(start)), []);
        let found = assess(&case, day("2026-03-20"));
        assert_eq!(control(&found, "OPS-RSK-01").state, expected, "{start}");
    }
}

#[test]
fn c16_clock_runs_on_through_a_revision() {
    let mut case = started_in_january();
    review(&mut case, "OPS-RSK-01", Verdict::RevisionRequested);
    let asked = assess(&case, day("2026-03-10"));
    assert_eq!(control(&asked, "OPS-RSK-01").state, ControlState::Returned);
    assert_eq!(asked.clock.map(|it| (it.day, it.days_left)), Some((59, 1)));
    assert_eq!(assess(&case, day("2026-03-12")).outcome, Outcome::TimedOut);
}

/// The repository's edition from 2026-01-01, and beside it another one from 2026-07-01 that asks
/// for 100 % of the operational points.
fn two_editions() -> Library {
    let all = files();
    let own = all.iter().filter(|file| file.path.starts_with(M365));
    let newer: Vec<SourceFile> = own.map(as_newer).collect();
    let mut both: Vec<SourceFile> = all.iter().map(as_older).collect();
    both.extend(newer);
    load(&both)
}

fn as_older(file: &SourceFile) -> SourceFile {
    let text = file.text.replace("since: 2026-11-22\nsource", "since: 2026-01-01\nsource");
    SourceFile { path: file.path.clone(), text }
}

fn as_newer(file: &SourceFile) -> SourceFile {
    let path = file.path.replacen(M365, &format!("{M365}@2026.2"), 1);
    let mut text = file.text.clone();
    if path.ends_with("edition.yaml") {
        text = text
            .replace("edition: \"2026.1\"", "edition: \"2026.2\"")
            .replace("since: 2026-11-22", "since: 2026-07-01")
            .replace("pass_mark_percent: 80", "pass_mark_percent: 100");
    }
    SourceFile { path, text }
}

#[test]
fn c17_case_keeps_the_edition_of_its_start_and_its_renewal_takes_the_newest() {
    let library = two_editions();
    let name = |on: &str| library.edition_on(M365, day(on)).unwrap().edition.edition.as_str();
    assert_eq!(name("2026-06-15"), "2026.1");
    assert_eq!(name("2026-07-01"), "2026.2");
    assert_eq!(name("2027-06-01"), "2026.2");
}

#[test]
fn c17_running_case_is_judged_by_the_edition_it_started_with() {
    let library = two_editions();
    let mut case = a_complete_case();
    evidence_of(&mut case, "OPS-RSK-01")[0].captured_on = day("2026-01-01");
    case.dates.started_on = Some(day("2026-06-15"));
    assert_eq!(state_of(&case, "OPS-RSK-01"), ControlState::Stale);
    for (edition, expected) in [("2026.1", Outcome::Certifiable), ("2026.2", Outcome::NotReady)] {
        let program = library.edition(M365, edition).unwrap();
        let found = assess_in(program, permission_rules(), &case, today());
        assert_eq!(found.outcome, expected, "{edition}");
    }
}
