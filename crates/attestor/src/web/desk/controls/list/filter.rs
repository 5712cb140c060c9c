//! Which controls a list shows, from its address.

use attestor_core::certification::controls::ControlOutcome;
use attestor_core::desk::status::ControlStatus;

use super::super::look::Look;
use super::Choice;
use crate::web::desk::words::status_mark;

/// The filters of the list, as they are set.
pub(super) struct Filter {
    /// What is asked for in words, in lower case.
    text: String,
    /// The same as it was typed.
    pub(super) typed: String,
    status: String,
    domain: String,
    /// The states to choose from.
    pub(super) statuses: Vec<Choice>,
    /// The domains to choose from.
    pub(super) domains: Vec<Choice>,
}

impl Filter {
    /// The filters of the address.
    pub(super) fn of(look: &Look<'_>) -> Self {
        let asked = |name: &str| look.visit.query.get(name).cloned().unwrap_or_default();
        let (typed, status, domain) = (asked("q"), asked("status"), asked("domain"));
        let phrases = look.phrases();
        let statuses = ControlStatus::ALL.iter().map(|one| Choice {
            value: one.to_string(),
            text: status_mark(phrases, *one).text,
            chosen: one.as_str() == status,
        });
        let domains = look.program().edition.domains.iter().map(|one| Choice {
            value: one.id.value.to_string(),
            text: one.title.clone(),
            chosen: one.id.value.as_str() == domain,
        });
        Self {
            text: typed.trim().to_lowercase(),
            statuses: statuses.collect(),
            domains: domains.collect(),
            typed,
            status,
            domain,
        }
    }

    /// Whether any is set.
    pub(super) fn is_set(&self) -> bool {
        !(self.text.is_empty() && self.status.is_empty() && self.domain.is_empty())
    }

    /// Whether a control passes all of them.
    pub(super) fn shows(&self, outcome: &ControlOutcome<'_>, status: ControlStatus) -> bool {
        let control = outcome.control;
        let names = [control.id.value.as_str(), &control.title, &control.requirement];
        (self.status.is_empty() || self.status == status.as_str())
            && (self.domain.is_empty() || self.domain == outcome.family.domain.value.as_str())
            && (self.text.is_empty()
                || names.iter().any(|name| name.to_lowercase().contains(&self.text)))
    }
}
