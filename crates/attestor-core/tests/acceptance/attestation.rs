//! Section B: how long an attestation is fresh and valid, and what keeps it from being accepted.

use std::collections::BTreeSet;

use attestor_core::answer::Answer;
use attestor_core::attestation::question::Questionnaire;
use attestor_core::certification::attestation::{AttestationState, state};
use attestor_core::certification::case::{Attestation, Case};
use attestor_core::certification::conditions::{Conditions, Known};
use attestor_core::certification::reason::RuleId;
use attestor_core::certification::start::{attestation_expires, refusals, ruled_out};
use attestor_core::framework::{Expression, Framework};

use crate::case::{a_complete_case, day, id};
use crate::program::{M365, files, program};

pub(crate) const ROWS: &[&str] = &["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8"];

fn attested(case: &mut Case) -> &mut Attestation {
    case.attestation.as_mut().unwrap()
}

fn rules(case: &Case, start: &str) -> Vec<RuleId> {
    refusals(program(), case, day(start)).into_iter().map(|it| it.rule).collect()
}

#[test]
fn attestation_is_fresh_for_three_months() {
    for (row, submitted, start, expected) in [
        ("B1", "2026-01-15", "2026-04-15", &[][..]),
        ("B2", "2026-01-15", "2026-04-16", &[RuleId::AttestationStale]),
        ("B3", "2025-11-30", "2026-02-28", &[]),
        ("B4", "2025-11-30", "2026-03-01", &[RuleId::AttestationStale]),
    ] {
        let mut case = a_complete_case();
        attested(&mut case).submitted_on = Some(day(submitted));
        assert_eq!(rules(&case, start), expected, "{row}");
    }
}

/// The day of approval is no input at all: only the submission counts.
#[test]
fn b5_attestation_expires_one_year_after_its_submission() {
    assert_eq!(attestation_expires(program(), day("2025-06-01")), day("2026-06-01"));
    assert_eq!(state(program(), day("2025-06-01"), day("2026-06-01")), AttestationState::Attested);
}

#[test]
fn b6_expired_attestation_loses_page_and_badge_and_may_be_renewed() {
    let expired = state(program(), day("2025-06-01"), day("2026-06-02"));
    assert_eq!(expired, AttestationState::Expired);
    assert!(!expired.is_shown());
    assert!(expired.may_renew());
}

/// The value of a condition that rests on the answer to `stores_customer_data` alone.
fn stored(answer: Option<Answer>) -> (Answer, Known) {
    let mut program: Framework = program().clone();
    let question = id("stores_customer_data");
    program.conditions[0].when = Expression::Answer(question.clone());
    let mut case = a_complete_case();
    attested(&mut case).answers = answer.map(|it| (question.clone(), it)).into_iter().collect();
    let known = Conditions::of(&program, &case).get(&program.conditions[0].id.value);
    (attested(&mut case).answer(&question), known)
}

#[test]
fn b7_blank_no_and_not_applicable_stay_apart() {
    let (blank, unknown) = stored(None);
    assert_eq!((blank, unknown), (Answer::Unanswered, Known::Unknown));
    assert_eq!(stored(Some(Answer::No)), (Answer::No, Known::False));
    assert_eq!(stored(Some(Answer::NotApplicable)), (Answer::NotApplicable, Known::False));
    let spellings: BTreeSet<&str> = Answer::ALL.iter().map(|it| it.as_str()).collect();
    assert_eq!(spellings.len(), 4);
    assert!(Answer::ALL.iter().all(|&it| Answer::parse(it.as_str()) == Some(it)));
}

fn questionnaire() -> Questionnaire {
    let folder = format!("{M365}/questionnaire/");
    let own = files().into_iter().filter(|file| file.path.starts_with(&folder));
    let own: Vec<(String, String)> = own.map(|file| (file.path, file.text)).collect();
    Questionnaire::load(&own).unwrap()
}

#[test]
fn b8_follow_up_to_a_no_is_returned_to_the_publisher() {
    let questionnaire = questionnaire();
    let mut case = a_complete_case();
    let attestation = attested(&mut case);
    attestation.answers.insert(id("stores_customer_data"), Answer::No);
    assert_eq!(ruled_out(&questionnaire, attestation), []);
    attestation.texts.insert(id("data_retention_after_termination"), "30 days".to_owned());
    attestation.ruled_out = ruled_out(&questionnaire, attestation);
    assert_eq!(rules(&case, "2026-06-30"), [RuleId::AttestationInconsistent]);
}
