//! What was done to a case, in a line: for the last acts of the dashboard and for the record.

use attestor_core::desk::act::{Act, Recorded};
use attestor_core::desk::thread::Visibility;
use attestor_core::framework::Framework;
use attestor_core::id::Id;

use crate::phrases::{Arg, Phrases};

/// A line about an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct Line {
    /// The time for machines.
    pub(in crate::web) iso: String,
    /// The day in words.
    pub(in crate::web) day: String,
    /// Hours and minutes in UTC.
    pub(in crate::web) time: String,
    /// Who.
    pub(in crate::web) who: String,
    /// On which side.
    pub(in crate::web) side: String,
    /// What.
    pub(in crate::web) what: String,
}

/// The line of an act; `None` where who reads may not know of it.
pub(in crate::web) fn line(
    phrases: &Phrases,
    program: &Framework,
    one: &Recorded,
    is_staff: bool,
) -> Option<Line> {
    if !is_shown(&one.act, is_staff) {
        return None;
    }
    let iso = one.at.to_string();
    let what = subject(program, &one.act);
    let key = format!("desk-act-{}", one.act.kind().replace('_', "-"));
    Some(Line {
        day: phrases.day(one.at.day()),
        time: iso.get(11..16).unwrap_or_default().to_owned(),
        iso,
        who: one.actor.name.clone(),
        side: phrases.word(&format!("desk-side-{}", one.actor.side)),
        what: phrases.text(&key, &[("what", Arg::from(&what))]),
    })
}

/// Whether somebody may know of an act. What is kept back is nobody's but its author's, who sees it
/// on the page of the review.
fn is_shown(act: &Act, is_staff: bool) -> bool {
    match act {
        Act::Draft { .. } | Act::DraftVerdict { .. } | Act::DropDraft { .. } => false,
        Act::Say { said } => is_staff || said.visibility == Visibility::Shared,
        Act::DeclareInterest { .. } | Act::Propose { .. } | Act::ReturnProposal { .. } => is_staff,
        // A thread may be internal as a whole.
        Act::Resolve { .. } | Act::Reopen { .. } => is_staff,
        _ => true,
    }
}

/// What an act is about, in words of the program where it has some.
fn subject(program: &Framework, act: &Act) -> String {
    let control = |id: &Id| {
        program.control(id).map_or_else(|| id.to_string(), |(_, control)| control.title.clone())
    };
    let document = |id: &Id| {
        let rule = program.documents.iter().find(|rule| rule.id.value == *id);
        rule.map_or_else(|| id.to_string(), |rule| rule.title.clone())
    };
    let statement = |id: &Id| {
        let found = program.statements.iter().find(|it| it.id.value == *id);
        found.map_or_else(|| id.to_string(), |it| it.text.clone())
    };
    match act {
        Act::Open { app, .. } | Act::DescribeApp { app } => app.name.clone(),
        Act::State { statement: id, .. } => statement(id),
        Act::AddDocument { kind, .. } => document(kind),
        Act::RemoveDocument { document } => document.to_string(),
        Act::AddEvidence { piece } | Act::DescribeEvidence { piece, .. } => piece.file.name.clone(),
        Act::RemoveEvidence { evidence } => evidence.to_string(),
        Act::SubmitControl { control: id, .. } | Act::DeclareNotInPlace { control: id, .. } => {
            control(id)
        }
        Act::Judge { verdicts } => {
            let names: Vec<String> = verdicts.iter().map(|it| control(&it.control)).collect();
            names.join(", ")
        }
        Act::Say { said } => {
            let id = said.about.strip_prefix("control:").and_then(Id::parse);
            id.map_or_else(|| said.about.clone(), |id| control(&id))
        }
        Act::Resolve { thread } | Act::Reopen { thread } => thread.to_string(),
        Act::EnlargeSample { component, .. } => component.to_string(),
        Act::Assign { name, .. } => name.clone(),
        Act::JudgePermission { permission, .. } => permission.clone(),
        Act::JudgeService { host, .. } => host.clone(),
        Act::AddExternal { file, .. } | Act::ReportPentest { file, .. } => file.name.clone(),
        Act::RemoveExternal { path } | Act::JudgeExternal { path, .. } => path.clone(),
        Act::FixFinding { finding, .. } => finding.clone(),
        _ => String::new(),
    }
}
