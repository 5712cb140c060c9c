//! Whole ways through a case.

use attestor_core::certification::case::Verdict;
use attestor_core::certification::reason::RuleId;
use attestor_core::desk::act::{Act, Ruling};
use attestor_core::desk::file::{CaseFile, Stage};
use attestor_core::desk::refusal::Rule;
use attestor_core::desk::standing::{self, Move};
use attestor_core::desk::status::ControlStatus;
use attestor_core::party::Party;

use crate::case::day;
use crate::play::{Play, SMALL, attestation_of, judge, submit, verified};
use crate::program::M365;

fn replayed(play: &Play) -> CaseFile {
    CaseFile::of(&play.file.id, &play.file.organization, &play.record).unwrap()
}

#[test]
fn an_app_becomes_certified_in_both_programs() {
    for program in [M365, SMALL] {
        let mut play = Play::open(program, "2027-01-04");
        play.decidable();
        assert_eq!(play.stage(), Stage::FinalReview, "{program}");
        play.decides(Ruling::Certify);
        assert_eq!(play.stage(), Stage::Certified);
        let standing = play.standing();
        assert_eq!((standing.party, standing.next), (Party::Publisher, Move::Renew));
        assert_eq!(standing.due, Some(day("2028-01-04")));
        assert_eq!(replayed(&play), play.file);
    }
}

#[test]
fn every_step_says_whose_move_it_is() {
    let mut play = Play::open(SMALL, "2027-01-04");
    let moves = |play: &Play| (play.standing().party, play.standing().next);
    assert_eq!(moves(&play), (Party::Publisher, Move::Attest));
    play.does("publisher", Act::Attest { attestation: attestation_of("2027-01-03") });
    assert_eq!(moves(&play), (Party::Analyst, Move::ReviewAttestation));
    play.does("analyst", Act::ApproveAttestation {});
    assert_eq!(moves(&play), (Party::Analyst, Move::Verify));
    play.does("analyst", Act::Verify { verification: verified() });
    assert_eq!(moves(&play), (Party::Publisher, Move::Start));
    play.does("publisher", Act::Consent {}).does("publisher", Act::Start {});
    assert_eq!(moves(&play), (Party::Publisher, Move::HandInDocuments));
    play.describe().does("publisher", Act::SubmitDocuments {});
    assert_eq!(moves(&play), (Party::Analyst, Move::ReviewDocuments));
    play.does("analyst", Act::AcceptDocuments { draw: None });
    assert_eq!(moves(&play), (Party::Publisher, Move::HandInEvidence));
    play.hands_in_all();
    assert_eq!(moves(&play), (Party::Analyst, Move::ReviewControls));
    play.approves_all();
    assert_eq!(moves(&play), (Party::Publisher, Move::Complete));
    play.does("publisher", Act::CompleteEvidence {});
    assert_eq!(moves(&play), (Party::Analyst, Move::Propose));
    assert_eq!(play.standing().due, Some(day("2027-02-03")));
}

/// The core and the desk say the same of day 61: a decision in time stands, and stays as it was.
#[test]
fn a_decided_case_is_judged_by_its_day_for_ever() {
    let mut play = Play::open(M365, "2026-01-10");
    play.decidable().decides(Ruling::Certify);
    let then = play.rules().assess(&play.file, play.today).outcome;
    play.on("2026-12-24");
    let later = play.rules().assess(&play.file, play.today);
    assert_eq!((later.outcome, later.today), (then, day("2026-01-10")));
    assert_eq!(play.file.judged_on(day("2026-12-24")), day("2026-01-10"));
}

#[test]
fn an_app_is_rejected_with_words_while_evidence_is_still_open() {
    let mut play = Play::open(SMALL, "2027-01-04");
    play.accepted().decides(Ruling::Reject);
    assert_eq!(play.stage(), Stage::Rejected);
    assert_eq!(play.standing().party, Party::Nobody);
    assert_eq!(play.refuses("publisher", Act::CompleteEvidence {}), Rule::CaseEnded);
}

/// C12, C13, C14: accepted on 10 January, the last day is 11 March, on the 12th it is over.
#[test]
fn c14_case_times_out_on_day_61_and_not_before() {
    let mut play = Play::open(M365, "2026-01-10");
    play.accepted();
    assert_eq!(play.standing().due, Some(day("2026-03-11")));
    let control = play.controls(ControlStatus::Open).remove(0);
    play.on("2026-03-11").hands_in(&control);
    assert_eq!(play.refuses("system", Act::TimeOut {}), Rule::TimeNotOver);
    play.on("2026-03-12");
    assert_eq!(play.standing().next, Move::TimeOut);
    assert_eq!(play.refuses("publisher", Act::CompleteEvidence {}), Rule::TimeOver);
    let withdraw = Act::Withdraw { reason: "too late".to_owned() };
    assert_eq!(play.refuses("publisher", withdraw), Rule::TimeOver);
    play.does("system", Act::TimeOut {});
    assert_eq!(play.stage(), Stage::FailedTimeout);
}

#[test]
fn evidence_that_is_complete_in_time_does_not_keep_an_undecided_case_alive() {
    let mut play = Play::open(M365, "2026-01-10");
    play.decidable()
        .does("analyst", crate::play::interest(attestor_core::desk::act::Interest::None));
    play.on("2026-03-12");
    assert_eq!(play.refuses("analyst", crate::play::propose(Ruling::Certify)), Rule::TimeOver);
    let found = play.rules().assess(&play.file, play.today).outcome;
    assert_eq!(found, attestor_core::certification::decision::Outcome::TimedOut);
    play.does("system", Act::TimeOut {});
    assert_eq!(play.stage(), Stage::FailedTimeout);
}

#[test]
fn a_publisher_withdraws_at_any_stage_but_the_last() {
    let withdraw = || Act::Withdraw { reason: "no longer offered".to_owned() };
    let mut open = Play::open(SMALL, "2027-01-04");
    open.does("publisher", withdraw());
    assert_eq!(open.stage(), Stage::Withdrawn);
    let mut decided = Play::open(SMALL, "2027-01-04");
    decided
        .decidable()
        .does("analyst", crate::play::interest(attestor_core::desk::act::Interest::None))
        .does("analyst", crate::play::propose(Ruling::Reject));
    assert_eq!(decided.refuses("publisher", withdraw()), Rule::ProposalWaiting);
}

/// C16: a revision on day 59 leaves one day.
#[test]
fn c16_revision_on_day_59_keeps_the_clock() {
    let mut play = Play::open(M365, "2026-01-10");
    play.accepted();
    let control = play.controls(ControlStatus::Open).remove(0);
    play.on("2026-03-08").hands_in_all().does("publisher", Act::CompleteEvidence {});
    play.on("2026-03-10").does("analyst", judge(&control, Verdict::RevisionRequested));
    assert_eq!(play.stage(), Stage::EvidenceOpen);
    assert_eq!(play.status(&control), ControlStatus::RevisionRequested);
    assert_eq!(play.standing().due, Some(day("2026-03-11")));
    play.on("2026-03-12");
    assert_eq!(play.refuses("publisher", submit(&control)), Rule::TimeOver);
}

#[test]
fn revision_rounds_are_counted_and_answered_in_words() {
    let mut play = Play::open(SMALL, "2027-01-04");
    play.accepted();
    let control = play.controls(ControlStatus::Open).remove(0);
    play.hands_in(&control).does("analyst", judge(&control, Verdict::RevisionRequested));
    let note = "now with the date".to_owned();
    let again = Act::SubmitControl { control: crate::case::id(&control), note: note.clone() };
    play.does("publisher", again);
    assert_eq!(play.status(&control), ControlStatus::Submitted);
    assert_eq!(play.file.progress[&crate::case::id(&control)].rounds, 2);
    assert_eq!(play.file.threads[0].remarks[0].words, note);
    play.does("analyst", judge(&control, Verdict::Approved));
    assert_eq!(play.status(&control), ControlStatus::Approved);
}

/// B1 to B4: the attestation is fresh for three months.
#[test]
fn b1_to_b4_attestation_is_fresh_for_three_months() {
    for (submitted, start, fresh) in [
        ("2026-01-15", "2026-04-15", true),
        ("2026-01-15", "2026-04-16", false),
        ("2025-11-30", "2026-02-28", true),
        ("2025-11-30", "2026-03-01", false),
    ] {
        let mut play = Play::open(M365, start);
        play.does("publisher", Act::Attest { attestation: attestation_of(submitted) })
            .does("analyst", Act::ApproveAttestation {})
            .does("analyst", Act::Verify { verification: verified() })
            .does("publisher", Act::Consent {});
        let started = play.attempt("publisher", Act::Start {});
        assert_eq!(started.is_ok(), fresh, "{submitted} {start}");
        if let Err(refusal) = started {
            assert_eq!(refusal.rule, Rule::NotStartable);
            assert_eq!(refusal.reasons[0].rule, RuleId::AttestationStale);
        }
    }
}

/// G2: a renewal starts on the first day of its window. G3: it keeps the anniversary.
#[test]
fn g2_g3_renewal_starts_in_its_window_and_keeps_the_anniversary() {
    let mut early = Play::open_with(M365, "2025-12-14", Some("2025-03-15"));
    early
        .does("publisher", Act::Attest { attestation: attestation_of("2025-12-14") })
        .does("analyst", Act::ApproveAttestation {})
        .does("analyst", Act::Verify { verification: verified() })
        .does("publisher", Act::Consent {});
    assert_eq!(early.refuses("publisher", Act::Start {}), Rule::NotStartable);
    early.on("2025-12-15").does("publisher", Act::Start {});

    let mut play = Play::open_with(M365, "2026-01-20", Some("2025-03-15"));
    play.decidable().decides(Ruling::Certify);
    let program = play.rules().program;
    assert_eq!(standing::certificate(program, &play.file).unwrap().expires, day("2027-03-15"));
    assert_eq!(standing::counts_from(program, &play.file), Some(day("2026-03-15")));
    assert_eq!(play.standing().due, Some(day("2027-03-15")));
}

/// G8: after a lapse the year counts from the decision.
#[test]
fn g8_lapsed_certificate_counts_anew() {
    let mut play = Play::open_with(M365, "2026-08-01", Some("2025-03-15"));
    play.decidable().decides(Ruling::Certify);
    let program = play.rules().program;
    assert_eq!(standing::certificate(program, &play.file).unwrap().expires, day("2027-08-01"));
    assert_eq!(standing::counts_from(program, &play.file), Some(day("2026-08-01")));
}

#[test]
fn a_certificate_is_revoked_once_and_nothing_follows() {
    let mut play = Play::open(SMALL, "2027-01-04");
    play.decidable().decides(Ruling::Certify);
    let revoke = || Act::Revoke { reason: "false statements".to_owned() };
    assert_eq!(play.refuses("analyst", revoke()), Rule::WrongSide);
    play.does("lead", revoke());
    assert_eq!(play.stage(), Stage::Revoked);
    assert_eq!(play.refuses("lead", revoke()), Rule::CaseEnded);
}
