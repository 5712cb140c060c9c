//! What an analyst found: domains with their results, controls with their scope.

use std::sync::Arc;

use attestor_core::attestation::page::controls::Outcome;
use attestor_core::attestation::page::facts::Facts;
use attestor_core::attestation::question::ControlKind;

use super::version::Version;
use crate::languages::typography;
use crate::web::shape::Mark;
use crate::web::visit::Visit;

/// A domain or control with its result.
pub(super) struct DomainRow {
    pub(super) label: String,
    /// Whether it is a domain.
    pub(super) domain: bool,
    pub(super) mark: Mark,
}

/// The rows of the certification table in the order of the page.
pub(super) fn rows(visit: &Visit, version: &Version) -> Vec<DomainRow> {
    let controls = visit.site.reader.questionnaire.controls();
    let row = |id: &str, outcome: Outcome| DomainRow {
        label: label(visit, id),
        domain: controls.iter().any(|one| &*one.id == id && one.kind == ControlKind::Domain),
        mark: mark(visit, outcome),
    };
    version.page.facts.certification.iter().map(|(id, outcome)| row(id, *outcome)).collect()
}

/// The mark of an answer whose matter an analyst looked at: its control is in scope, and the domain
/// above it passed.
pub(super) fn check(visit: &Visit, facts: &Facts, question: Option<&Arc<str>>) -> Option<Mark> {
    let all = &visit.site.reader.questionnaire;
    let control = all.get(question?)?.checked_by.as_deref()?;
    let at = facts.certification.iter().position(|(id, _)| **id == *control)?;
    let (above, here) = facts.certification.split_at_checked(at)?;
    let in_scope = here.first().is_some_and(|(_, outcome)| *outcome == Outcome::InScope);
    let is_domain = |id: &str| {
        all.controls().iter().any(|one| *one.id == *id && one.kind == ControlKind::Domain)
    };
    let domain = above.iter().rev().find(|(id, _)| is_domain(id));
    let passed = domain.is_some_and(|(_, outcome)| *outcome == Outcome::Pass);
    (in_scope && passed).then(|| Mark::new("brass", "seal", visit.phrases().word("web-checked")))
}

/// The words for a domain or control; its id where it has none.
pub(in crate::web) fn label(visit: &Visit, id: &str) -> String {
    let wording = visit.site.wording(visit.language);
    let all = &visit.site.reader.questionnaire;
    let words = wording.and_then(|wording| wording.control_label(all, id)).unwrap_or(id);
    typography(visit.language, words).into_owned()
}

/// The words for a result.
pub(in crate::web) fn mark(visit: &Visit, outcome: Outcome) -> Mark {
    let (class, symbol) = match outcome {
        Outcome::Pass => ("ok", "check"),
        Outcome::Fail => ("bad", "cross"),
        Outcome::InScope => ("info", "info"),
        Outcome::NotApplicable => ("", "dash"),
    };
    Mark::new(class, symbol, visit.phrases().word(&format!("web-outcome-{outcome}")))
}
