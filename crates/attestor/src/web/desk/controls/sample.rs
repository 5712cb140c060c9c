//! The components that evidence for a control must cover, and which it covers.

use std::collections::BTreeSet;

use attestor_core::certification::case::Component;
use attestor_core::certification::controls::ControlOutcome;
use attestor_core::framework::{Control, Duty};
use attestor_core::id::Id;

use super::look::Look;
use crate::phrases::Arg;

/// The components that must be covered.
pub(in crate::web::desk) struct Sample {
    /// How many of them are, in words.
    pub(in crate::web::desk) summary: String,
    /// All of them.
    pub(in crate::web::desk) components: Vec<ComponentView>,
}

/// A component that must be covered.
pub(in crate::web::desk) struct ComponentView {
    /// Its id.
    pub(in crate::web::desk) id: String,
    /// What it is.
    pub(in crate::web::desk) what: String,
    /// Whether evidence that counts was taken from it.
    pub(in crate::web::desk) covered: bool,
}

/// The drawn components of environments where the publisher has a duty; none for controls that are
/// not sampled.
pub(in crate::web::desk) fn needed<'a>(look: &Look<'a>, control: &Control) -> BTreeSet<&'a Id> {
    components(look, control).map(|component| &component.id).collect()
}

fn components<'a>(look: &Look<'a>, control: &Control) -> impl Iterator<Item = &'a Component> {
    let scope = &look.file.case.scope;
    let drawn: BTreeSet<Id> = match control.sampled {
        Some(_) => look.assessment.draw.components().into_iter().cloned().collect(),
        None => BTreeSet::new(),
    };
    let on_duty: Vec<&Id> = scope
        .environments
        .iter()
        .filter(|it| matches!(control.duty(&it.hosting), Duty::Applies | Duty::Split))
        .map(|it| &it.id)
        .collect();
    let known = |id: &Id| scope.environments.iter().any(|it| it.id == *id);
    let counts = move |it: &&Component| {
        drawn.contains(&it.id) && (on_duty.contains(&&it.environment) || !known(&it.environment))
    };
    scope.components.iter().filter(counts)
}

impl Sample {
    /// The sample for a control; `None` for one that is not sampled.
    pub(in crate::web::desk) fn of(look: &Look<'_>, outcome: &ControlOutcome<'_>) -> Option<Self> {
        let control = outcome.control;
        let index = look.evidence();
        let counting =
            index.for_control(&control.id.value).iter().filter(|it| it.refusal.is_none());
        let covered: BTreeSet<&Id> = counting.flat_map(|it| &it.item.components).collect();
        let view = |it: &Component| ComponentView {
            id: it.id.to_string(),
            what: [&it.function, &it.operating_system, &it.location]
                .into_iter()
                .filter(|text| !text.is_empty())
                .cloned()
                .collect::<Vec<_>>()
                .join(" · "),
            covered: covered.contains(&it.id),
        };
        let components: Vec<ComponentView> = components(look, control).map(view).collect();
        if components.is_empty() {
            return None;
        }
        let done = components.iter().filter(|it| it.covered).count();
        let args = [("covered", Arg::from(done)), ("total", Arg::from(components.len()))];
        Some(Self { summary: look.phrases().text("desk-sample-summary", &args), components })
    }
}
