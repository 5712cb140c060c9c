//! Limits of an act by itself, whatever the case.

use std::collections::{BTreeMap, BTreeSet};

use super::super::act::{Act, FileRef, Interest, Judged, Piece, Said};
use super::super::refusal::{Refusal, Rule};
use super::Answered;
use crate::certification::case::{
    Attestation, Case, Component, ExternalReport, PentestReport, Permission, Verdict, Verification,
};

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
        | Act::EnlargeSample { reason, .. }
        | Act::DeclareNotInPlace { reason, .. }
        | Act::ReturnProposal { reason }
        | Act::Revoke { reason } => needed(reason),
        Act::ReturnDocuments { reason, documents } => {
            needed(reason)?;
            rows(documents.len(), MAX_ROWS)?;
            documents.values().try_for_each(|words| at_most(words, MAX_WORDS))
        }
        Act::SetEnvironments { .. }
        | Act::SetConnections { .. }
        | Act::SetServices { .. }
        | Act::SetFootprint { .. }
        | Act::SetInventory { .. }
        | Act::SetPermissions { .. } => of_list(act),
        Act::AddDocument { file, .. } => named(file),
        Act::AddExternal { file, report } => of_external(file, report),
        Act::ReportPentest { file, report } => named(file).and_then(|()| of_report(report)),
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
        | Act::DeclareInterest { interest: Interest::None, words }
        | Act::JudgeService { explained: true, reason: words, .. }
        | Act::JudgeExternal { accepted: true, reason: words, .. }
        | Act::Propose { words, .. } => at_most(words, MAX_WORDS),
        Act::DeclareInterest { interest: Interest::Conflict, words } => needed(words),
        Act::JudgeService { explained: false, reason, .. }
        | Act::JudgeExternal { accepted: false, reason, .. } => needed(reason),
        Act::ScopePentest { firm, currency, .. } => of_test(firm, currency),
        Act::Assign { analyst, name } => names(analyst.iter().chain([name])),
        Act::TakeDossier { case, files } => of_case(case, files),
        Act::Verify { verification } => match verification {
            Verification::Verified { partner_id: words }
            | Verification::NotApplicable { reason: words } => needed(words),
            Verification::Unverified | Verification::Withdrawn => Ok(()),
        },
        Act::Attest { attestation } => of_attestation(attestation),
        Act::ApproveAttestation {}
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

/// The lists of the scope.
fn of_list(act: &Act) -> Answered {
    match act {
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
            names(services.iter().filter_map(|it| it.purpose.as_ref()))?;
            once(services.iter().map(|it| it.host.as_str()))
        }
        Act::SetFootprint { footprint } => {
            rows(footprint.len(), MAX_ROWS)?;
            names(footprint)
        }
        Act::SetInventory { components } => {
            rows(components.len(), MAX_COMPONENTS)?;
            let texts = |it: &'_ Component| {
                names([&it.operating_system, &it.function, &it.device_type, &it.location])
            };
            components.iter().try_for_each(texts)?;
            once(components.iter().map(|it| it.id.as_str()))
        }
        Act::SetPermissions { permissions } => of_permissions(permissions),
        _ => Ok(()),
    }
}

fn of_external(file: &FileRef, report: &ExternalReport) -> Answered {
    named(file)?;
    rows(report.excluded.len(), MAX_ROWS)?;
    rows(report.assessed.as_ref().map_or(0, BTreeSet::len), MAX_ROWS)?;
    names(report.report_type.iter().chain(&report.package))
}

/// A firm, and a currency of three letters.
fn of_test(firm: &String, currency: &str) -> Answered {
    needed(firm)?;
    names([firm])?;
    if currency.len() == 3 && currency.bytes().all(|it| it.is_ascii_uppercase()) {
        return Ok(());
    }
    Err(Refusal::new(Rule::WordsMissing).with("field", "currency"))
}

fn of_permissions(permissions: &[Permission]) -> Answered {
    rows(permissions.len(), MAX_ROWS)?;
    let rows = || permissions.iter().map(|it| &it.requested);
    rows().filter_map(|it| it.justification.as_ref()).try_for_each(|it| at_most(it, MAX_WORDS))?;
    // The same name may be requested in another way, or at another API.
    let keys: Vec<String> =
        rows().map(|it| format!("{}/{:?}/{:?}", it.name.as_str(), it.kind, it.app)).collect();
    once(keys.iter().map(String::as_str))
}

fn of_attestation(attestation: &Attestation) -> Answered {
    rows(attestation.answers.len(), MAX_ROWS)?;
    rows(attestation.texts.len(), MAX_ROWS)?;
    attestation.texts.values().try_for_each(|text| at_most(text, MAX_WORDS))?;
    rows(attestation.permissions.len(), MAX_ROWS)
}

fn of_report(report: &PentestReport) -> Answered {
    rows(report.findings.len(), MAX_ROWS)?;
    rows(report.footprint.len(), MAX_ROWS)?;
    names(&report.footprint)?;
    names([&report.firm])?;
    names(report.findings.iter().flat_map(|it| [&it.id, &it.title]))?;
    once(report.findings.iter().map(|it| it.id.as_str()))
}

/// A dossier is as large as a case may become, act by act.
fn of_case(case: &Case, files: &BTreeMap<String, FileRef>) -> Answered {
    let scope = &case.scope;
    rows(files.len(), MAX_COMPONENTS)?;
    files.values().try_for_each(named)?;
    needed(&case.app.name)?;
    names([&case.app.id, &case.app.name, &case.app.publisher])?;
    rows(case.documents.len(), MAX_ROWS)?;
    rows(case.evidence.len(), MAX_COMPONENTS)?;
    rows(case.external.len(), MAX_ROWS)?;
    rows(case.reviews.len(), MAX_ROWS)?;
    rows(scope.environments.len(), MAX_ROWS)?;
    rows(scope.connections.len(), MAX_ROWS)?;
    rows(scope.services.as_ref().map_or(0, Vec::len), MAX_ROWS)?;
    rows(scope.footprint.len(), MAX_ROWS)?;
    rows(scope.components.len(), MAX_COMPONENTS)?;
    once(scope.environments.iter().map(|it| it.id.as_str()))?;
    once(scope.components.iter().map(|it| it.id.as_str()))?;
    case.reviews.values().try_for_each(|it| at_most(&it.reason, MAX_WORDS))?;
    case.attestation.as_ref().map_or(Ok(()), of_attestation)?;
    case.pentest.as_ref().map_or(Ok(()), of_report)?;
    case.permissions.as_deref().map_or(Ok(()), of_permissions)
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
    rows(piece.shows.len(), MAX_ROWS)?;
    rows(piece.figures.len(), MAX_ROWS)?;
    names(piece.figures.values())?;
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

pub(super) fn once<'a>(ids: impl IntoIterator<Item = &'a str>) -> Answered {
    let mut seen = BTreeSet::new();
    match ids.into_iter().find(|id| !seen.insert(id.to_lowercase())) {
        Some(twice) => Err(Refusal::new(Rule::Twice).with("id", twice)),
        None => Ok(()),
    }
}
