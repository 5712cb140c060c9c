//! Words of the core as all pages of the desk show them: a color, a symbol and a word.

use attestor_core::desk::file::Stage;
use attestor_core::desk::status::ControlStatus;
use attestor_core::party::Party;

use crate::phrases::Phrases;
use crate::web::shape::Mark;

/// The stage of a case.
pub(in crate::web) fn stage_mark(phrases: &Phrases, stage: Stage) -> Mark {
    let (class, symbol) = match stage {
        Stage::NotStarted => ("none", "empty"),
        Stage::InitialDocuments | Stage::EvidenceOpen => ("info", "clock"),
        Stage::DocumentsReview | Stage::FinalReview | Stage::DecisionProposed => ("info", "search"),
        Stage::Certified => ("ok", "check"),
        Stage::Rejected | Stage::Revoked => ("bad", "cross"),
        Stage::FailedTimeout => ("warn", "clock"),
        Stage::Withdrawn => ("", "dash"),
    };
    Mark::new(class, symbol, phrases.word(&format!("desk-stage-{stage}")))
}

/// Where a control stands.
pub(in crate::web) fn status_mark(phrases: &Phrases, status: ControlStatus) -> Mark {
    let (class, symbol) = match status {
        ControlStatus::Open => ("none", "empty"),
        ControlStatus::Submitted => ("info", "clock"),
        ControlStatus::RevisionRequested => ("warn", "alert"),
        ControlStatus::Approved
        | ControlStatus::ApprovedByExternal
        | ControlStatus::AutomatedPass => ("ok", "check"),
        ControlStatus::NotApplicable => ("", "dash"),
        ControlStatus::Failed => ("bad", "cross"),
    };
    Mark::new(class, symbol, phrases.word(&format!("desk-status-{status}")))
}

/// Whose move it is.
pub(in crate::web) fn party_mark(phrases: &Phrases, party: Party, is_own: bool) -> Mark {
    let (class, symbol) = match party {
        _ if is_own => ("brass", "alert"),
        Party::Publisher | Party::Analyst | Party::Owner | Party::Platform => ("", "clock"),
        Party::Nobody => ("none", "dash"),
    };
    Mark::new(class, symbol, phrases.word(&format!("desk-party-{party}")))
}
