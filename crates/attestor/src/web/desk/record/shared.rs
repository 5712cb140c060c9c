//! What publishers see of the record of their case: no internal words, no drafts, nothing that is
//! the certification body's own.

use attestor_core::desk::act::Act;
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::thread::Visibility;
use attestor_core::id::Id;

use crate::actions::desk::{Worker, recorded};
use crate::store::record::Entry;
use crate::web::visit::Refusal;

/// The entries that everybody who works on the case may see.
pub(super) fn shared<'e>(file: &CaseFile, entries: &'e [Entry]) -> Result<Vec<&'e Entry>, Refusal> {
    let acts = recorded(entries)?;
    let seen = entries.iter().zip(&acts).filter(|(_, one)| is_shared(file, &one.act));
    Ok(seen.map(|(entry, _)| entry).collect())
}

/// The entries that an analyst may see who does not read the whole record: what others keep back
/// until they send it is theirs.
pub(super) fn without_drafts<'e>(worker: &Worker, entries: &'e [Entry]) -> Vec<&'e Entry> {
    const DRAFTS: [&str; 3] = ["draft", "draft_verdict", "drop_draft"];
    let seen = |it: &&Entry| it.actor == worker.account || !DRAFTS.contains(&it.kind.as_str());
    entries.iter().filter(seen).collect()
}

/// Whether everybody who works on a case may see an act. What is not named here is not shown.
fn is_shared(file: &CaseFile, act: &Act) -> bool {
    let shared = |thread: &Id| file.thread(thread).is_some_and(|it| it.is_shared());
    match act {
        Act::Say { said } => said.visibility == Visibility::Shared,
        Act::Resolve { thread } | Act::Reopen { thread } => shared(thread),
        Act::Draft { .. }
        | Act::DraftVerdict { .. }
        | Act::DropDraft { .. }
        | Act::SendReview {}
        | Act::Assign { .. }
        | Act::DeclareInterest { .. }
        | Act::Propose { .. }
        | Act::ReturnProposal { .. } => false,
        Act::Open { .. }
        | Act::TakeDossier { .. }
        | Act::DescribeApp { .. }
        | Act::Verify { .. }
        | Act::Attest { .. }
        | Act::ApproveAttestation {}
        | Act::ReturnAttestation { .. }
        | Act::Consent {}
        | Act::Start {}
        | Act::Withdraw { .. }
        | Act::State { .. }
        | Act::SetEnvironments { .. }
        | Act::SetConnections { .. }
        | Act::SetServices { .. }
        | Act::SetSites { .. }
        | Act::SetFootprint { .. }
        | Act::SetInventory { .. }
        | Act::Redraw { .. }
        | Act::AddDocument { .. }
        | Act::RemoveDocument { .. }
        | Act::SubmitDocuments {}
        | Act::ReturnDocuments { .. }
        | Act::AcceptDocuments { .. }
        | Act::AddEvidence { .. }
        | Act::DescribeEvidence { .. }
        | Act::RemoveEvidence { .. }
        | Act::SubmitControl { .. }
        | Act::DeclareNotInPlace { .. }
        | Act::CompleteEvidence {}
        | Act::Judge { .. }
        | Act::SetPermissions { .. }
        | Act::JudgePermission { .. }
        | Act::JudgeService { .. }
        | Act::AddExternal { .. }
        | Act::RemoveExternal { .. }
        | Act::JudgeExternal { .. }
        | Act::RequestPentest {}
        | Act::ScopePentest { .. }
        | Act::BookPentest { .. }
        | Act::MovePentest { .. }
        | Act::CancelPentest { .. }
        | Act::ReportPentest { .. }
        | Act::FixFinding { .. }
        | Act::Confirm { .. }
        | Act::TimeOut {}
        | Act::Revoke { .. } => true,
    }
}
