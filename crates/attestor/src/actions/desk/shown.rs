//! Which acts of a case's record are shown to whom. Pages, files and the API ask here.
//!
//! What somebody keeps back until a review is sent is shown to nobody else, whatever their role.
//! Publishers meet nothing internal, and nothing that is the certification body's own.

use attestor_core::desk::act::{Act, Recorded};
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::thread::{Thread, Visibility};
use attestor_core::id::Id;

use super::Worker;

/// Whether a worker is shown an act of a case.
pub(crate) fn is_shown(worker: &Worker, file: &CaseFile, one: &Recorded) -> bool {
    match &one.act {
        Act::Draft { .. } | Act::DraftVerdict { .. } | Act::DropDraft { .. } => {
            one.actor.account == worker.account
        }
        act => worker.is_staff() || is_shared(file, act),
    }
}

/// Whether everybody who works on a case may see an act. What is not named here is not shown.
fn is_shared(file: &CaseFile, act: &Act) -> bool {
    let shared = |thread: &Id| file.thread(thread).is_some_and(Thread::is_shared);
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
        | Act::EnlargeSample { .. }
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
