//! The fact on top says what is so, in every outcome.

use attestor_core::answer::Answer;
use attestor_core::certification::case::{Case, Judgment, Segmentation};
use attestor_core::framework::Framework;

use super::sample_case::{id, rich};
use super::{day, program, with_view};
use crate::report::{Audience, text};

fn head(program: &Framework, case: &Case) -> (String, String) {
    with_view(program, case, Audience::Publisher, |view, _| {
        assert!(!text::render(view, text::Color::Off).contains("[report-"));
        (view.verdict.title.clone(), view.verdict.lead.clone())
    })
}

#[test]
fn a_case_that_may_not_start_counts_what_stands_in_the_way() {
    let (title, lead) = head(&program(|_, text| text), &Case::default());
    assert_eq!(title, "Cannot start yet: 3 things stand in the way");
    assert_eq!(lead, "Not started. The next move is with the publisher.");
}

#[test]
fn a_case_out_of_time_says_when_it_ended() {
    let program = program(|_, text| text);
    let mut case = rich(&program);
    case.dates.documents_accepted_on = Some(day("2026-08-01"));
    let (title, lead) = head(&program, &case);
    assert_eq!(title, "Out of time: 59 of 77 controls were shown");
    assert!(lead.starts_with("The time for evidence ended on September 30, 2026"), "{lead}");
}

#[test]
fn one_condition_that_fails_is_one_condition() {
    let program = program(|_, text| text);
    let mut case = rich(&program);
    case.pentest.iter_mut().for_each(|report| report.findings.clear());
    let (title, _) = head(&program, &case);
    assert_eq!(title, "Would be rejected: 1 condition fails outright");
}

#[test]
fn a_case_that_is_not_ready_says_how_much_is_shown_and_how_long_is_left() {
    let program = program(|_, text| text);
    let mut case = rich(&program);
    case.pentest.iter_mut().for_each(|report| report.findings.clear());
    for permission in case.permissions.iter_mut().flatten() {
        permission.judgment = Some(Judgment::Accepted);
    }
    let (title, lead) = head(&program, &case);
    assert!(title.starts_with("Not ready: ") && title.ends_with(", 23 days left"), "{title}");
    assert!(lead.starts_with("Open for evidence until December 1, 2026"), "{lead}");
}

#[test]
fn a_hosting_type_without_duties_waits_for_the_owner() {
    let program = program(|_, text| text);
    let mut case = rich(&program);
    case.scope.environments.iter_mut().for_each(|it| it.hosting = id("shared"));
    let (title, lead) = head(&program, &case);
    assert_eq!(title, "Waiting for 2 decisions of the program owner");
    assert!(lead.ends_with("The next move is with the program owner."), "{lead}");
}

#[test]
fn connections_are_told_with_their_segmentation() {
    let program = program(|_, text| text);
    let mut case = rich(&program);
    case.scope.connections.iter_mut().for_each(|it| {
        it.segmentation = Segmentation::None;
        it.can_harm = Answer::Yes;
    });
    let told = with_view(&program, &case, Audience::Publisher, |view, _| view.connections.clone());
    assert!(told.iter().all(|said| said.text.ends_with("nothing keeps it apart.")), "{told:?}");
}
