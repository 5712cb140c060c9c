//! What to do next, and the conditions that fail outright.

use attestor_core::certification::steps::{self, Step, StepKind};
use attestor_core::party::Party;

use super::status::{self, Tag};
use super::{DayText, Maker};
use crate::phrases::Arg;
use crate::report::teller::Said;

/// How many steps stand open.
const FIRST: usize = 8;
/// How many reasons of a step are shown.
const REASONS: usize = 2;

/// What to do next.
#[derive(Debug, Clone)]
pub(crate) struct Steps {
    /// The most urgent ones.
    pub(crate) first: Vec<StepRow>,
    /// The rest.
    pub(crate) rest: Vec<StepRow>,
    /// How many in all.
    pub(crate) count: String,
    /// The label of the rest.
    pub(crate) rest_label: String,
}

impl Steps {
    /// Every step, most urgent first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &StepRow> {
        self.first.iter().chain(&self.rest)
    }
}

/// Something to do.
#[derive(Debug, Clone)]
pub(crate) struct StepRow {
    /// What it is about.
    pub(crate) tag: Tag,
    /// The id of the control, document or condition; empty for the case as a whole.
    pub(crate) subject: String,
    /// Whether a control of that id stands in the report.
    pub(crate) linked: bool,
    /// What to do.
    pub(crate) title: String,
    /// Who, where it is not the publisher.
    pub(crate) party: Option<String>,
    /// By when.
    pub(crate) due: Option<DayText>,
    /// By when, as a distance from today.
    pub(crate) distance: String,
    /// Why: the first reasons.
    pub(crate) reasons: Vec<Said>,
    /// That there are more.
    pub(crate) more: Option<String>,
}

/// The steps.
pub(super) fn steps(maker: &Maker<'_>) -> Steps {
    let steps = steps::steps(maker.subject.assessment);
    let mut first: Vec<StepRow> = steps.iter().map(|step| row(maker, step)).collect();
    let rest = first.split_off(first.len().min(FIRST));
    let count = first.len() + rest.len();
    Steps {
        count: maker.text("report-steps-count", &[("count", Arg::from(count))]),
        rest_label: maker.text("report-steps-rest", &[("count", Arg::from(rest.len()))]),
        first,
        rest,
    }
}

fn row(maker: &Maker<'_>, step: &Step) -> StepRow {
    let controls = &maker.subject.assessment.controls;
    let control = controls.iter().find(|it| it.control.id.value == *step.subject.as_str());
    let mut reasons = maker.teller.tell_all(&step.reasons, control.map(|it| it.control));
    // The case as a whole has no title of its own: its reason is the thing to do.
    let title = if step.subject.is_empty() && !reasons.is_empty() {
        reasons.remove(0).text
    } else {
        step.title.clone()
    };
    let hidden = reasons.len().saturating_sub(REASONS);
    reasons.truncate(REASONS);
    let other = step.party != Party::Publisher;
    StepRow {
        tag: maker.tag(status::step(step.kind)),
        subject: step.subject.clone(),
        linked: control.is_some() && step.kind != StepKind::HardFail,
        title,
        party: other.then(|| maker.word(&format!("party-{}", step.party))),
        due: step.due.map(|day| maker.day(day)),
        distance: step.due.map_or_else(String::new, |day| maker.distance(day)),
        reasons,
        more: (hidden > 0).then(|| maker.text("report-more", &[("count", Arg::from(hidden))])),
    }
}

/// A condition that fails outright.
#[derive(Debug, Clone)]
pub(crate) struct HardFailRow {
    /// The id.
    pub(crate) id: String,
    /// What must be so.
    pub(crate) title: String,
    /// Where it stands.
    pub(crate) tag: Tag,
    /// Why: the first reasons.
    pub(crate) reasons: Vec<Said>,
}

/// The conditions that fail outright, in the order of the program.
pub(super) fn hard_fails(maker: &Maker<'_>) -> Vec<HardFailRow> {
    let row = |outcome: &attestor_core::certification::hard_fails::HardFailOutcome<'_>| {
        let mut reasons = maker.teller.tell_all(&outcome.reasons, None);
        reasons.dedup();
        reasons.truncate(REASONS);
        HardFailRow {
            id: outcome.hard_fail.id.value.to_string(),
            title: outcome.hard_fail.title.clone(),
            tag: maker.tag(status::hard_fail(outcome.state)),
            reasons,
        }
    };
    maker.subject.assessment.hard_fails.iter().map(row).collect()
}
