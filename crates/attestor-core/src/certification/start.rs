//! May a certification start? Source: framework overview, "prerequisites" and "process".

use crate::answer::Answer;
use crate::attestation::question::{Questionnaire, Wanted};
use crate::day::Day;
use crate::framework::{Framework, WindowId};
use crate::id::Id;

use super::case::{Attestation, Case, Consent, Verification};
use super::lifecycle;
use super::reason::{Reason, RuleId};

/// Everything that stands against starting on `today` (or, for a case that began, on its first
/// day). Empty when the case may start.
#[must_use]
pub fn refusals(program: &Framework, case: &Case, today: Day) -> Vec<Reason> {
    let start = case.dates.started_on.unwrap_or(today);
    let mut found = Vec::new();
    match &case.verification {
        Verification::Verified { .. } | Verification::NotApplicable { .. } => {}
        Verification::Unverified => found.push(Reason::new(RuleId::PublisherUnverified)),
        Verification::Withdrawn => found.push(Reason::new(RuleId::PublisherWithdrawn)),
    }
    match &case.attestation {
        None => found.push(Reason::new(RuleId::AttestationMissing)),
        Some(attestation) => found.extend(attestation_refusals(program, attestation, start)),
    }
    if case.consent == Consent::Missing {
        found.push(Reason::new(RuleId::ConsentMissing));
    }
    if let Some(since) = case.dates.other_case_since {
        found.push(Reason::new(RuleId::OtherCaseOpen).with("since", since));
    }
    found.extend(too_early(program, case, start));
    found
}

/// A renewal starts inside its window. Source: acceptance G2.
fn too_early(program: &Framework, case: &Case, start: Day) -> Option<Reason> {
    let certified_on = case.dates.certified_on?;
    let opens = lifecycle::certificate(program, certified_on).recertification_opens;
    (start < opens).then(|| Reason::new(RuleId::RecertificationTooEarly).with("opens", opens))
}

fn attestation_refusals(program: &Framework, attestation: &Attestation, start: Day) -> Vec<Reason> {
    let mut found = inconsistencies(attestation);
    let Some(submitted_on) = attestation.submitted_on else {
        found.push(Reason::new(RuleId::AttestationUndated));
        return found;
    };
    if submitted_on > start {
        found.push(Reason::new(RuleId::AttestationFuture).with("submitted", submitted_on));
    }
    let window = program.windows.get(WindowId::AttestationFreshness);
    if !window.holds(submitted_on, start) {
        let last = window.last_day(submitted_on);
        found.push(
            Reason::new(RuleId::AttestationStale)
                .with("submitted", submitted_on)
                .with("fresh_until", last),
        );
    }
    found
}

/// Answers that do not go together: a question is answered although the answer of the question
/// before it says that it is not asked. A blank rules out nothing. Source: acceptance B8.
#[must_use]
pub fn ruled_out(questionnaire: &Questionnaire, attestation: &Attestation) -> Vec<(Id, Id)> {
    let mut found = Vec::new();
    for question in questionnaire.questions() {
        let Some(condition) = &question.shown_if else { continue };
        let (Some(ruling), Some(ruled)) = (Id::parse(&condition.question), Id::parse(&question.id))
        else {
            continue;
        };
        let excluded = match (condition.answer, attestation.answer(&ruling)) {
            (Wanted::Yes, Answer::No | Answer::NotApplicable)
            | (Wanted::OtherThanYes, Answer::Yes) => true,
            (Wanted::Yes, Answer::Yes | Answer::Unanswered) => false,
            (Wanted::OtherThanYes, Answer::No | Answer::NotApplicable | Answer::Unanswered) => {
                false
            }
        };
        let answered = attestation.texts.contains_key(&ruled)
            || attestation.answer(&ruled) != Answer::Unanswered;
        if excluded && answered {
            found.push((ruling, ruled));
        }
    }
    found
}

/// The same as reasons.
#[must_use]
pub fn inconsistencies(attestation: &Attestation) -> Vec<Reason> {
    let reason = |(ruling, ruled): &(Id, Id)| {
        Reason::new(RuleId::AttestationInconsistent)
            .with("question", ruling)
            .with("follow_up", ruled)
    };
    attestation.ruled_out.iter().map(reason).collect()
}

/// The life of an attestation: the last day of its page, counted from its submission, not from its
/// approval. Source: acceptance B5.
#[must_use]
pub fn attestation_expires(program: &Framework, submitted_on: Day) -> Day {
    program.windows.get(WindowId::AttestationValidity).last_day(submitted_on)
}
