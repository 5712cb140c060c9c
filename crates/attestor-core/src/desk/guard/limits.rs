//! Limits of an act by itself, whatever the case.

use std::collections::BTreeSet;

use super::super::act::{Act, FileRef, Judged, Piece, Said};
use super::super::refusal::{Refusal, Rule};
use super::Answered;
use crate::certification::case::Verdict;

/// The most characters of a reason, a note or a remark.
pub(super) const MAX_WORDS: usize = 20_000;
/// The most characters of a name, a host, an address.
const MAX_NAME: usize = 500;
/// The most rows of most lists.
const MAX_ROWS: usize = 2_000;
/// The most components of an inventory.
const MAX_COMPONENTS: usize = 100_000;

pub(super) fn check(act: &Act) -> Answered {
    match act {
        Act::Open { app, .. } | Act::DescribeApp { app } => {
            needed(&app.name)?;
            names([&app.id, &app.name, &app.publisher])
        }
        Act::ReturnAttestation { reason }
        | Act::Withdraw { reason }
        | Act::Redraw { reason, .. }
        | Act::ReturnDocuments { reason, .. }
        | Act::DeclareNotInPlace { reason, .. }
        | Act::ReturnProposal { reason }
        | Act::Revoke { reason } => needed(reason),
        Act::SetEnvironments { environments } => {
            rows(environments.len(), MAX_ROWS)?;
            names(environments.iter().map(|it| &it.name))?;
            once(environments.iter().map(|it| it.id.as_str()))
        }
        Act::SetConnections { connections } => {
            rows(connections.len(), MAX_ROWS)?;
            names(connections.iter().map(|it| &it.name))?;
            once(connections.iter().map(|it| it.name.as_str()))
        }
        Act::SetServices { services } => {
            rows(services.len(), MAX_ROWS)?;
            names(services.iter().map(|it| &it.host))?;
            once(services.iter().map(|it| it.host.as_str()))
        }
        Act::SetFootprint { footprint } => {
            rows(footprint.len(), MAX_ROWS)?;
            names(footprint)
        }
        Act::SetInventory { components } => {
            rows(components.len(), MAX_COMPONENTS)?;
            once(components.iter().map(|it| it.id.as_str()))
        }
        Act::SetPermissions { permissions } => {
            rows(permissions.len(), MAX_ROWS)?;
            once(permissions.iter().map(|it| it.requested.name.as_str()))
        }
        Act::AddDocument { file, .. }
        | Act::AddExternal { file, .. }
        | Act::ReportPentest { file, .. } => named(file),
        Act::AddEvidence { piece } | Act::DescribeEvidence { piece, .. } => of_piece(piece),
        Act::Say { said } | Act::Draft { said } => of_said(said),
        Act::DraftVerdict { judged } => of_verdict(judged),
        Act::Judge { verdicts } => {
            if verdicts.is_empty() {
                return Err(Refusal::new(Rule::NothingHandedIn));
            }
            rows(verdicts.len(), MAX_ROWS)?;
            once(verdicts.iter().map(|it| it.control.as_str()))?;
            verdicts.iter().try_for_each(of_verdict)
        }
        Act::SubmitControl { note: words, .. }
        | Act::JudgePermission { reason: words, .. }
        | Act::DeclareInterest { words, .. }
        | Act::Propose { words, .. } => at_most(words, MAX_WORDS),
        Act::JudgeService { explained: false, reason, .. }
        | Act::JudgeExternal { accepted: false, reason, .. } => needed(reason),
        Act::JudgeService { .. } | Act::JudgeExternal { .. } => Ok(()),
        Act::ScopePentest { firm, currency, .. } => {
            needed(firm)?;
            names([firm, currency])
        }
        Act::Assign { name, .. } => names([name]),
        Act::TakeDossier { .. }
        | Act::Verify { .. }
        | Act::Attest { .. }
        | Act::ApproveAttestation {}
        | Act::Consent {}
        | Act::Start {}
        | Act::State { .. }
        | Act::SetSites { .. }
        | Act::RemoveDocument { .. }
        | Act::SubmitDocuments {}
        | Act::AcceptDocuments { .. }
        | Act::RemoveEvidence { .. }
        | Act::CompleteEvidence {}
        | Act::DropDraft { .. }
        | Act::SendReview {}
        | Act::Resolve { .. }
        | Act::Reopen { .. }
        | Act::RemoveExternal { .. }
        | Act::RequestPentest {}
        | Act::BookPentest { .. }
        | Act::MovePentest { .. }
        | Act::CancelPentest { .. }
        | Act::FixFinding { .. }
        | Act::Confirm { .. }
        | Act::TimeOut {} => Ok(()),
    }
}

fn of_said(said: &Said) -> Answered {
    needed(&said.words)?;
    at_most(&said.about, MAX_NAME)
}

/// Only an approval needs no words.
fn of_verdict(judged: &Judged) -> Answered {
    match judged.verdict {
        Verdict::Approved => at_most(&judged.reason, MAX_WORDS),
        Verdict::RevisionRequested | Verdict::Failed | Verdict::NotApplicable => {
            needed(&judged.reason)
        }
        Verdict::NotInPlace => Err(Refusal::new(Rule::WrongSide).with("side", "publisher")),
    }
}

fn of_piece(piece: &Piece) -> Answered {
    named(&piece.file)?;
    if piece.targets.is_empty() {
        return Err(Refusal::new(Rule::NothingHandedIn));
    }
    rows(piece.targets.len(), MAX_ROWS)?;
    rows(piece.components.len(), MAX_COMPONENTS)
}

/// A file's name is shown and saved under: no folders, nothing that cannot be seen.
fn named(file: &FileRef) -> Answered {
    let bad = |letter: char| letter.is_control() || matches!(letter, '/' | '\\');
    let name = file.name.trim();
    if name.is_empty() || name == "." || name == ".." || file.name.chars().any(bad) {
        return Err(Refusal::new(Rule::WordsMissing).with("field", "file"));
    }
    at_most(name, 200)
}

fn needed(words: &str) -> Answered {
    if words.trim().is_empty() {
        return Err(Refusal::new(Rule::WordsMissing));
    }
    at_most(words, MAX_WORDS)
}

fn names<'a>(names: impl IntoIterator<Item = &'a String>) -> Answered {
    names.into_iter().try_for_each(|name| at_most(name, MAX_NAME))
}

fn at_most(words: &str, most: usize) -> Answered {
    let count = words.chars().count();
    if count <= most {
        return Ok(());
    }
    Err(Refusal::new(Rule::WordsTooLong).with("found", count).with("most", most))
}

fn rows(count: usize, most: usize) -> Answered {
    if count <= most {
        return Ok(());
    }
    Err(Refusal::new(Rule::TooMany).with("found", count).with("most", most))
}

fn once<'a>(ids: impl IntoIterator<Item = &'a str>) -> Answered {
    let mut seen = BTreeSet::new();
    match ids.into_iter().find(|id| !seen.insert(id.to_lowercase())) {
        Some(twice) => Err(Refusal::new(Rule::Twice).with("id", twice)),
        None => Ok(()),
    }
}
