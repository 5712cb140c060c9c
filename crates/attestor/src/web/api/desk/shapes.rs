//! The JSON of cases.

mod case;
mod control;
mod handed_in;
mod people;

use std::collections::BTreeMap;

use attestor_core::certification::reason::Reason;
use attestor_core::desk::act::{Actor, FileRef};
use attestor_core::desk::standing::Standing;
use attestor_core::desk::status::Counts;
use serde::Serialize;
use utoipa::ToSchema;

pub(super) use case::{CaseLine, CaseList, Did, WholeCase};
pub(super) use control::{ControlLine, ControlList, WholeControl};
pub(super) use handed_in::{
    Document, DocumentList, Draft, Evidence, EvidenceList, NeededDocument, Thread, ThreadList,
};
pub(super) use people::{
    Entry, EntryList, InvitationList, Invited, MadeToken, Me, MemberList, Organization,
    OrganizationList, TokenList,
};

use super::call::Call;

/// Who did something.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct Person {
    /// The name.
    name: String,
    /// On which side: `publisher`, `analyst`, `lead`, `platform`.
    side: String,
    /// The account; for the certification body only.
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<String>,
}

impl Person {
    pub(super) fn of(actor: &Actor, call: &Call) -> Self {
        Self {
            name: actor.name.clone(),
            side: actor.side.to_string(),
            account: call.is_staff().then(|| actor.account.clone()),
        }
    }
}

/// A file that was handed in.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!({
    "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "name": "policy.pdf", "size_bytes": 48211, "media_type": "application/pdf"
}))]
pub(super) struct File {
    /// The digest of the bytes (SHA-256).
    pub(super) digest: String,
    /// The name to save it under.
    pub(super) name: String,
    /// How many bytes.
    pub(super) size_bytes: u64,
    /// The type by content.
    pub(super) media_type: String,
}

impl From<&FileRef> for File {
    fn from(file: &FileRef) -> Self {
        Self {
            digest: file.digest.to_string(),
            name: file.name.clone(),
            size_bytes: file.size_bytes,
            media_type: file.media_type.clone(),
        }
    }
}

/// Why something stands as it does.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct Because {
    /// The id of the rule.
    rule: String,
    /// The facts it looked at, by name.
    facts: BTreeMap<String, String>,
    /// What it says, in one English sentence.
    text: String,
}

impl Because {
    /// Reasons in words.
    pub(super) fn all(reasons: &[Reason], call: &Call) -> Vec<Self> {
        let one = |reason: &Reason| Self {
            rule: reason.rule.to_string(),
            facts: reason.facts.iter().map(|(name, it)| ((*name).to_owned(), it.clone())).collect(),
            text: call.phrases().reason(reason),
        };
        reasons.iter().map(one).collect()
    }
}

/// Whose move it is, and by when.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct Stands {
    /// The stage of the case.
    stage: String,
    /// Who has to act: `publisher`, `analyst`, `owner`, `platform`, `nobody`.
    whose_move: String,
    /// What is to be done next.
    next: String,
    /// By when.
    due_on: Option<String>,
    /// Where the controls stand.
    controls: Counted,
}

/// How many controls stand where.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub(super) struct Counted {
    /// Asked of this app.
    in_scope: u64,
    /// Approved, by whatever way.
    approved: u64,
    /// Waiting for the analyst.
    submitted: u64,
    /// Sent back.
    revision_requested: u64,
    /// With the publisher, not yet handed in.
    open: u64,
    /// Failed or not in place.
    failed: u64,
    /// Not asked of this app.
    not_applicable: u64,
}

impl From<Counts> for Counted {
    fn from(counts: Counts) -> Self {
        let Counts {
            in_scope,
            approved,
            submitted,
            revision_requested,
            open,
            failed,
            not_applicable,
        } = counts;
        Self { in_scope, approved, submitted, revision_requested, open, failed, not_applicable }
    }
}

impl From<&Standing> for Stands {
    fn from(standing: &Standing) -> Self {
        Self {
            stage: standing.stage.to_string(),
            whose_move: standing.party.to_string(),
            next: standing.next.to_string(),
            due_on: standing.due.map(|day| day.to_string()),
            controls: standing.counts.into(),
        }
    }
}
