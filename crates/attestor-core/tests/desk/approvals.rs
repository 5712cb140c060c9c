//! What an approval rests on, and what ends it.

use attestor_core::certification::case::Verdict;
use attestor_core::desk::act::{Act, Piece};
use attestor_core::desk::refusal::Rule;
use attestor_core::desk::status::ControlStatus;
use attestor_core::desk::thread::Visibility;

use crate::case::{day, id};
use crate::play::{Play, SMALL, judge, said, submit};
use crate::program::M365;

fn open() -> (Play, String) {
    let mut play = Play::open(SMALL, "2027-01-04");
    play.accepted();
    let control = play.controls(ControlStatus::Open).remove(0);
    (play, control)
}

fn add(piece: Piece) -> Act {
    Act::AddEvidence { piece: Box::new(piece) }
}

#[test]
fn replaced_evidence_ends_an_approval_until_it_is_handed_in_and_approved_again() {
    let (mut play, control) = open();
    play.approves(&control);
    play.does("analyst", {
        let about = format!("control:{control}");
        let said = said(&about, Visibility::Shared, "fine");
        Act::Say { said: attestor_core::desk::act::Said { item: Some(id("E1")), ..said } }
    });
    let newer = Piece { replaces: Some(id("E1")), ..play.pieces(&control).remove(0) };
    play.does("publisher", add(newer));
    assert_eq!(play.status(&control), ControlStatus::Open);
    assert!(play.file.threads[0].outdated);
    let newest = play.file.pieces.last().unwrap();
    assert_eq!((newest.version, newest.replaces.clone()), (2, Some(id("E1"))));
    assert_eq!(play.refuses("analyst", judge(&control, Verdict::Approved)), Rule::NotShown);
    play.does("publisher", submit(&control));
    assert_eq!(play.status(&control), ControlStatus::Submitted);
    play.does("analyst", judge(&control, Verdict::Approved));
    assert_eq!(play.status(&control), ControlStatus::Approved);
}

#[test]
fn a_replaced_piece_is_not_replaced_again() {
    let (mut play, control) = open();
    play.hands_in(&control);
    let newer = || Piece { replaces: Some(id("E1")), ..play.clone().pieces(&control).remove(0) };
    let (first, second) = (newer(), newer());
    play.does("publisher", add(first));
    assert_eq!(play.refuses("publisher", add(second)), Rule::NotThere);
}

#[test]
fn a_further_piece_leaves_an_approval_and_is_reviewed_with_the_last_word() {
    let (mut play, control) = open();
    play.approves(&control);
    let further = play.pieces(&control).remove(0);
    play.does("publisher", add(further));
    assert_eq!(play.status(&control), ControlStatus::Approved);
    play.does("publisher", Act::CompleteEvidence {});
    assert_eq!(play.status(&control), ControlStatus::Submitted);
}

#[test]
fn a_piece_that_comes_while_the_control_waits_is_handed_in_with_it() {
    let (mut play, control) = open();
    play.hands_in(&control);
    let further = play.pieces(&control).remove(0);
    play.does("publisher", add(further)).does("publisher", submit(&control));
    assert_eq!(play.refuses("publisher", submit(&control)), Rule::AlreadySubmitted);
}

#[test]
fn what_was_handed_in_is_not_described_anew() {
    let (mut play, control) = open();
    play.adds(&control);
    let piece = play.pieces(&control).remove(0);
    let describe = |piece: &Piece| Act::DescribeEvidence {
        evidence: id("E1"),
        piece: Box::new(piece.clone()),
    };
    let later = Piece { captured_on: day("2027-01-03"), ..piece.clone() };
    play.does("publisher", describe(&later));
    assert_eq!(play.file.case.evidence[0].captured_on, day("2027-01-03"));
    let other = Piece { file: crate::play::a_file("other.pdf"), ..piece.clone() };
    assert_eq!(play.refuses("publisher", describe(&other)), Rule::NotThere);
    play.does("publisher", submit(&control));
    assert_eq!(play.refuses("publisher", describe(&piece)), Rule::AlreadySubmitted);
}

/// D1, D2: less than three months old when it is handed in.
#[test]
fn d1_d2_age_counts_on_the_day_of_handing_in() {
    for (submitted, status) in
        [("2026-04-14", ControlStatus::Approved), ("2026-04-15", ControlStatus::Submitted)]
    {
        let mut play = Play::open(M365, "2026-03-01");
        play.accepted();
        let mut pieces = play.on(submitted).pieces("OPS-RSK-01");
        pieces.iter_mut().for_each(|it| it.captured_on = day("2026-01-15"));
        for piece in pieces {
            play.does("publisher", add(piece));
        }
        play.does("publisher", submit("OPS-RSK-01"));
        let _ = play.attempt("analyst", judge("OPS-RSK-01", Verdict::Approved));
        assert_eq!(play.status("OPS-RSK-01"), status, "{submitted}");
    }
}

#[test]
fn a_verdict_that_takes_a_control_out_stays_when_all_evidence_is_in() {
    let (mut play, control) = open();
    play.does("analyst", judge(&control, Verdict::NotApplicable));
    play.adds(&control).does("publisher", Act::CompleteEvidence {});
    assert_eq!(play.status(&control), ControlStatus::NotApplicable);
    assert!(play.file.case.evidence.iter().all(|it| it.submitted_on.is_some()));
}

#[test]
fn a_control_that_facts_show_is_handed_in_again_after_a_revision() {
    let mut play = Play::open(M365, "2027-01-04");
    play.accepted();
    let control = play.controls(ControlStatus::AutomatedPass).remove(0);
    play.does("analyst", judge(&control, Verdict::RevisionRequested));
    assert_eq!(play.status(&control), ControlStatus::RevisionRequested);
    play.does("publisher", submit(&control)).does("analyst", judge(&control, Verdict::Approved));
    assert_eq!(play.status(&control), ControlStatus::Approved);
}

#[test]
fn several_verdicts_are_given_together_or_not_at_all() {
    let (mut play, _) = open();
    play.hands_in_all();
    let waiting = play.controls(ControlStatus::Submitted);
    let mut verdicts: Vec<_> =
        waiting.iter().map(|it| crate::play::judged(it, Verdict::Approved)).collect();
    verdicts.push(crate::play::judged("NO-SUCH-01", Verdict::Approved));
    assert_eq!(play.refuses("analyst", Act::Judge { verdicts }), Rule::NotOfEdition);
    assert_eq!(play.controls(ControlStatus::Submitted), waiting);
}

#[test]
fn a_piece_for_two_controls_hands_the_other_one_in_with_the_last_word() {
    let mut play = Play::open(SMALL, "2027-01-04");
    play.accepted();
    let open = play.controls(ControlStatus::Open);
    let mut piece = play.pieces(&open[0]).remove(0);
    piece.targets.extend(crate::play::target(&open[1]));
    play.does("publisher", add(piece)).does("publisher", submit(&open[0]));
    assert_eq!(play.status(&open[1]), ControlStatus::Open);
    play.does("publisher", Act::CompleteEvidence {});
    assert_eq!(play.status(&open[1]), ControlStatus::Submitted);
}
