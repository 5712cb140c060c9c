//! May a certification start? Source: framework overview, "prerequisites" and "process".

use crate::answer::Answer;
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

/// A question whose answer rules out an answer to others. Source: acceptance B8.
const EXCLUDES: &[(&str, &[&str])] = &[
    (
        "stores_customer_data",
        &[
            "data_retention_after_termination",
            "data_stored_description",
            "data_storage_locations",
            "has_data_retention_and_disposal_process",
        ],
    ),
    ("processes_customer_data", &["data_processed_description"]),
];

/// Answers that do not go together: a follow-up filled in although its question was answered no.
#[must_use]
pub fn inconsistencies(attestation: &Attestation) -> Vec<Reason> {
    let mut found = Vec::new();
    for (question, follow_ups) in EXCLUDES {
        let Some(question_id) = Id::parse(question) else { continue };
        if attestation.answer(&question_id) != Answer::No {
            continue;
        }
        for follow_up in *follow_ups {
            let answered = Id::parse(follow_up).is_some_and(|id| {
                attestation.filled.contains(&id)
                    || attestation
                        .answers
                        .get(&id)
                        .is_some_and(|answer| *answer != Answer::Unanswered)
            });
            if answered {
                let reason = Reason::new(RuleId::AttestationInconsistent)
                    .with("question", question)
                    .with("follow_up", follow_up);
                found.push(reason);
            }
        }
    }
    found
}

/// The life of an attestation: the last day of its page, counted from its submission, not from its
/// approval. Source: acceptance B5.
#[must_use]
pub fn attestation_expires(program: &Framework, submitted_on: Day) -> Day {
    program.windows.get(WindowId::AttestationValidity).last_day(submitted_on)
}
