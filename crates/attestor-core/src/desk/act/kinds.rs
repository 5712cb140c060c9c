//! The kinds of acts: their words, who may do them, and who sees that they were done.

use super::super::role::Right;
use super::super::thread::Visibility;
use super::{Act, Side};

impl Act {
    /// Every act in one word, in the order of declaration.
    pub const KINDS: &'static [&'static str] = &[
        "open",
        "take_dossier",
        "describe_app",
        "verify",
        "attest",
        "approve_attestation",
        "return_attestation",
        "consent",
        "start",
        "withdraw",
        "state",
        "set_environments",
        "set_connections",
        "set_services",
        "set_sites",
        "set_footprint",
        "set_inventory",
        "redraw",
        "enlarge_sample",
        "add_document",
        "remove_document",
        "submit_documents",
        "return_documents",
        "accept_documents",
        "add_evidence",
        "describe_evidence",
        "remove_evidence",
        "submit_control",
        "declare_not_in_place",
        "complete_evidence",
        "say",
        "draft",
        "draft_verdict",
        "drop_draft",
        "send_review",
        "judge",
        "resolve",
        "reopen",
        "assign",
        "set_permissions",
        "judge_permission",
        "judge_service",
        "add_external",
        "remove_external",
        "judge_external",
        "request_pentest",
        "scope_pentest",
        "book_pentest",
        "move_pentest",
        "cancel_pentest",
        "report_pentest",
        "fix_finding",
        "declare_interest",
        "propose",
        "return_proposal",
        "confirm",
        "time_out",
        "revoke",
    ];

    /// The act in one word, as in JSON.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Open { .. } => "open",
            Self::TakeDossier { .. } => "take_dossier",
            Self::DescribeApp { .. } => "describe_app",
            Self::Verify { .. } => "verify",
            Self::Attest { .. } => "attest",
            Self::ApproveAttestation {} => "approve_attestation",
            Self::ReturnAttestation { .. } => "return_attestation",
            Self::Consent {} => "consent",
            Self::Start {} => "start",
            Self::Withdraw { .. } => "withdraw",
            Self::State { .. } => "state",
            Self::SetEnvironments { .. } => "set_environments",
            Self::SetConnections { .. } => "set_connections",
            Self::SetServices { .. } => "set_services",
            Self::SetSites { .. } => "set_sites",
            Self::SetFootprint { .. } => "set_footprint",
            Self::SetInventory { .. } => "set_inventory",
            Self::Redraw { .. } => "redraw",
            Self::EnlargeSample { .. } => "enlarge_sample",
            Self::AddDocument { .. } => "add_document",
            Self::RemoveDocument { .. } => "remove_document",
            Self::SubmitDocuments {} => "submit_documents",
            Self::ReturnDocuments { .. } => "return_documents",
            Self::AcceptDocuments { .. } => "accept_documents",
            Self::AddEvidence { .. } => "add_evidence",
            Self::DescribeEvidence { .. } => "describe_evidence",
            Self::RemoveEvidence { .. } => "remove_evidence",
            Self::SubmitControl { .. } => "submit_control",
            Self::DeclareNotInPlace { .. } => "declare_not_in_place",
            Self::CompleteEvidence {} => "complete_evidence",
            Self::Say { .. } => "say",
            Self::Draft { .. } => "draft",
            Self::DraftVerdict { .. } => "draft_verdict",
            Self::DropDraft { .. } => "drop_draft",
            Self::SendReview {} => "send_review",
            Self::Judge { .. } => "judge",
            Self::Resolve { .. } => "resolve",
            Self::Reopen { .. } => "reopen",
            Self::Assign { .. } => "assign",
            Self::SetPermissions { .. } => "set_permissions",
            Self::JudgePermission { .. } => "judge_permission",
            Self::JudgeService { .. } => "judge_service",
            Self::AddExternal { .. } => "add_external",
            Self::RemoveExternal { .. } => "remove_external",
            Self::JudgeExternal { .. } => "judge_external",
            Self::RequestPentest {} => "request_pentest",
            Self::ScopePentest { .. } => "scope_pentest",
            Self::BookPentest { .. } => "book_pentest",
            Self::MovePentest { .. } => "move_pentest",
            Self::CancelPentest { .. } => "cancel_pentest",
            Self::ReportPentest { .. } => "report_pentest",
            Self::FixFinding { .. } => "fix_finding",
            Self::DeclareInterest { .. } => "declare_interest",
            Self::Propose { .. } => "propose",
            Self::ReturnProposal { .. } => "return_proposal",
            Self::Confirm { .. } => "confirm",
            Self::TimeOut {} => "time_out",
            Self::Revoke { .. } => "revoke",
        }
    }

    /// Whether others see that it was done: not while words and verdicts are kept back, and not
    /// internal words.
    #[must_use]
    pub const fn is_seen_by_others(&self) -> bool {
        match self {
            Self::Draft { .. } | Self::DraftVerdict { .. } | Self::DropDraft { .. } => false,
            Self::Say { said } => matches!(said.visibility, Visibility::Shared),
            _ => true,
        }
    }

    /// The rights of which somebody needs one to do it; nobody has none.
    #[must_use]
    pub const fn rights(&self) -> &'static [Right] {
        match self {
            Self::DeclareInterest { .. }
            | Self::Propose { .. }
            | Self::ReturnProposal { .. }
            | Self::Confirm { .. } => &[Right::CaseDecide],
            Self::Assign { .. } => &[Right::CaseLead],
            Self::Revoke { .. } => &[Right::CaseRevoke],
            Self::TimeOut {} => &[],
            other => match other.sides() {
                [Side::Publisher] => &[Right::CaseHandIn],
                [Side::Publisher, ..] => &[Right::CaseHandIn, Right::CaseReview],
                _ => &[Right::CaseReview],
            },
        }
    }

    /// The sides that may do it. Deny by default: who is not named may not.
    #[must_use]
    pub const fn sides(&self) -> &'static [Side] {
        const PUBLISHER: &[Side] = &[Side::Publisher];
        const STAFF: &[Side] = &[Side::Analyst, Side::Lead];
        const BOTH: &[Side] = &[Side::Publisher, Side::Analyst, Side::Lead];
        match self {
            Self::Open { .. }
            | Self::TakeDossier { .. }
            | Self::Say { .. }
            | Self::Resolve { .. }
            | Self::Reopen { .. }
            | Self::ReportPentest { .. }
            | Self::FixFinding { .. } => BOTH,
            Self::DescribeApp { .. }
            | Self::Attest { .. }
            | Self::Consent {}
            | Self::Start {}
            | Self::Withdraw { .. }
            | Self::State { .. }
            | Self::SetEnvironments { .. }
            | Self::SetConnections { .. }
            | Self::SetServices { .. }
            | Self::SetSites { .. }
            | Self::SetFootprint { .. }
            | Self::SetInventory { .. }
            | Self::AddDocument { .. }
            | Self::RemoveDocument { .. }
            | Self::SubmitDocuments {}
            | Self::AddEvidence { .. }
            | Self::DescribeEvidence { .. }
            | Self::RemoveEvidence { .. }
            | Self::SubmitControl { .. }
            | Self::DeclareNotInPlace { .. }
            | Self::CompleteEvidence {}
            | Self::SetPermissions { .. }
            | Self::AddExternal { .. }
            | Self::RemoveExternal { .. }
            | Self::RequestPentest {}
            | Self::BookPentest { .. }
            | Self::MovePentest { .. }
            | Self::CancelPentest { .. } => PUBLISHER,
            Self::Verify { .. }
            | Self::ApproveAttestation {}
            | Self::ReturnAttestation { .. }
            | Self::Redraw { .. }
            | Self::EnlargeSample { .. }
            | Self::ReturnDocuments { .. }
            | Self::AcceptDocuments { .. }
            | Self::Draft { .. }
            | Self::DraftVerdict { .. }
            | Self::DropDraft { .. }
            | Self::SendReview {}
            | Self::Judge { .. }
            | Self::JudgePermission { .. }
            | Self::JudgeService { .. }
            | Self::JudgeExternal { .. }
            | Self::ScopePentest { .. }
            | Self::DeclareInterest { .. }
            | Self::Propose { .. }
            | Self::ReturnProposal { .. }
            | Self::Confirm { .. } => STAFF,
            Self::Assign { .. } | Self::Revoke { .. } => &[Side::Lead],
            Self::TimeOut {} => &[Side::Platform],
        }
    }
}
