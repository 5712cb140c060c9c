//! Words: shared, internal, kept back.

use attestor_core::certification::case::Verdict;
use attestor_core::desk::act::{Act, Said};
use attestor_core::desk::refusal::Rule;
use attestor_core::desk::status::ControlStatus;
use attestor_core::desk::thread::Visibility;

use crate::case::id;
use crate::play::{Play, SMALL, judge, judged, said};

fn open() -> (Play, String) {
    let mut play = Play::open(SMALL, "2027-01-04");
    play.accepted();
    let control = play.controls(ControlStatus::Open).remove(0);
    play.hands_in(&control);
    (play, control)
}

fn say(visibility: Visibility, thread: Option<&str>) -> Act {
    let said = said("scope", visibility, "words");
    Act::Say { said: Said { thread: thread.map(id), ..said } }
}

#[test]
fn a_review_that_is_kept_back_is_seen_by_nobody_and_sent_at_once() {
    let (mut play, control) = open();
    let about = format!("control:{control}");
    let settled = play.file.settled;
    play.does("analyst", Act::Draft { said: said(&about, Visibility::Shared, "see below") })
        .does("analyst", Act::DraftVerdict { judged: judged(&control, Verdict::Approved) })
        .does(
            "analyst",
            Act::DraftVerdict { judged: judged(&control, Verdict::RevisionRequested) },
        );
    assert_eq!(play.file.settled, settled, "others see no change");
    assert_eq!(play.file.pending["analyst"].len(), 2, "the later verdict takes the place");
    assert_eq!(play.status(&control), ControlStatus::Submitted);
    assert!(play.file.threads.is_empty());
    assert_eq!(play.refuses("second", Act::SendReview {}), Rule::NothingKept);
    play.does("analyst", Act::SendReview {});
    assert_eq!(play.status(&control), ControlStatus::RevisionRequested);
    assert_eq!(play.file.threads.len(), 1);
    assert!(play.file.pending.is_empty());
}

#[test]
fn a_kept_verdict_that_no_longer_holds_keeps_the_whole_review_back() {
    let (mut play, control) = open();
    play.does("analyst", Act::DraftVerdict { judged: judged(&control, Verdict::Approved) });
    play.does("second", judge(&control, Verdict::NotApplicable));
    play.does("analyst", Act::SendReview {});
    assert_eq!(play.status(&control), ControlStatus::Approved, "the later word counts");
    let other = play.controls(ControlStatus::Open).remove(0);
    play.does("analyst", Act::Draft { said: said("case", Visibility::Shared, "words") })
        .does("analyst", Act::DraftVerdict { judged: judged(&other, Verdict::Approved) });
    assert_eq!(play.refuses("analyst", Act::SendReview {}), Rule::NotSubmitted);
    let draft = play.file.pending["analyst"][1].id.clone();
    play.does("analyst", Act::DropDraft { draft }).does("analyst", Act::SendReview {});
}

#[test]
fn internal_words_are_not_shown_to_the_publisher() {
    let (mut play, _) = open();
    play.does("analyst", say(Visibility::Internal, None));
    assert!(!play.file.threads[0].is_shared());
    assert_eq!(play.refuses("publisher", say(Visibility::Shared, Some("T1"))), Rule::NotThere);
    assert_eq!(play.refuses("publisher", Act::Resolve { thread: id("T1") }), Rule::NotThere);
    play.does("analyst", say(Visibility::Shared, Some("T1")));
    assert_eq!(play.file.threads[0].remarks_for(false).count(), 1);
    assert_eq!(play.file.threads[0].remarks_for(true).count(), 2);
}

#[test]
fn internal_words_do_not_reopen_what_the_publisher_sees_as_done() {
    let (mut play, _) = open();
    play.does("publisher", say(Visibility::Shared, None))
        .does("publisher", Act::Resolve { thread: id("T1") })
        .does("analyst", say(Visibility::Internal, Some("T1")));
    assert!(play.file.threads[0].resolved);
    play.does("publisher", say(Visibility::Shared, Some("T1")));
    assert!(!play.file.threads[0].resolved);
}
