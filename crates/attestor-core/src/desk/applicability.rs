//! The statement of applicability of a case: every control, in or out, and why.

use crate::certification::controls::ControlOutcome;
use crate::certification::decision::Assessment;
use crate::certification::reason::{Reason, RuleId};
use crate::framework::{ExternalCover, Framework};
use crate::id::Id;

use super::file::CaseFile;
use super::status::{ControlStatus, status};

/// A control in the statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<'a> {
    /// The domain's title.
    pub domain: &'a str,
    /// The family's title.
    pub family: &'a str,
    /// The control.
    pub control: &'a Id,
    /// Its title.
    pub title: &'a str,
    /// Whether it is asked of this app.
    pub applies: bool,
    /// Why it is in or out, most telling first. Empty: it is asked of every app.
    pub why: Vec<Reason>,
    /// The conditions that let it in: those of the control that hold or that nobody answered.
    pub conditions: Vec<&'a Id>,
    /// Where it stands.
    pub status: ControlStatus,
    /// What shows it or what is missing, where it is in.
    pub shown: Vec<Reason>,
    /// The external frameworks whose reports were used for it, with the items in their catalogs.
    pub external: Vec<(&'a Id, Vec<&'a Id>)>,
}

/// The statement of applicability, a row a control, in the program's order.
#[must_use]
pub fn rows<'a>(
    program: &'a Framework,
    file: &CaseFile,
    assessment: &'a Assessment<'a>,
) -> Vec<Row<'a>> {
    assessment.controls.iter().map(|outcome| row(program, file, outcome)).collect()
}

fn row<'a>(program: &'a Framework, file: &CaseFile, outcome: &'a ControlOutcome<'a>) -> Row<'a> {
    let applies = outcome.state.is_applicable();
    let (why, shown) = outcome.reasons.iter().cloned().partition(|it| !applies || lets_in(it));
    let domain =
        program.edition.domains.iter().find(|it| it.id.value == outcome.family.domain.value);
    let conditions = outcome.control.applies_if.iter().map(|it| &it.value);
    Row {
        domain: domain.map_or("", |it| it.title.as_str()),
        family: &outcome.family.title,
        control: &outcome.control.id.value,
        title: &outcome.control.title,
        applies,
        why,
        conditions: if applies { conditions.collect() } else { Vec::new() },
        status: status(file, outcome),
        shown,
        external: external(outcome),
    }
}

/// Whether a reason tells why a control is asked, not what shows it.
fn lets_in(reason: &Reason) -> bool {
    reason.rule == RuleId::ConditionUnknown
}

/// The frameworks that reasons name, with the references of the control in them.
fn external<'a>(outcome: &'a ControlOutcome<'a>) -> Vec<(&'a Id, Vec<&'a Id>)> {
    let used = |framework: &Id| {
        outcome.reasons.iter().any(|reason| {
            reason.rule == RuleId::MetByExternal
                && reason.facts.iter().any(|(_, value)| *value == framework.as_str())
        })
    };
    let named = outcome.control.external.iter().filter(|(id, _)| used(&id.value));
    let items = |cover: &'a ExternalCover| cover.refs.iter().flat_map(|(_, items)| items);
    named.map(|(id, cover)| (&id.value, items(cover).map(|it| &it.value).collect())).collect()
}
