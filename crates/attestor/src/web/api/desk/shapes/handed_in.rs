//! What was handed in and said, as JSON.

use attestor_core::certification::documents::DocumentOutcome;
use attestor_core::desk::file::{CaseFile, DocumentPiece, EvidencePiece};
use attestor_core::desk::thread::{self, Kept, Pending};
use serde::Serialize;
use serde_json::Value as Json;
use utoipa::ToSchema;

use super::super::call::Call;
use super::{Because, File, Person};

/// A piece of evidence.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Evidence {
    /// The id in the case: `E1`.
    id: String,
    /// Which version, from 1.
    version: u32,
    /// Whether it is the newest version and was not taken back.
    current: bool,
    /// Whether it was taken back.
    removed: bool,
    /// The piece whose newer version this is.
    replaces: Option<String>,
    /// The newer version.
    replaced_by: Option<String>,
    /// The file.
    file: Option<File>,
    /// What is said of it: kind, form, days, targets, components, what it shows, figures.
    #[schema(value_type = Object)]
    facts: Json,
    /// Who handed it in.
    by: Person,
    /// When.
    at: String,
}

impl Evidence {
    pub(in crate::web::api::desk) fn of(
        case: &CaseFile,
        piece: &EvidencePiece,
        call: &Call,
    ) -> Self {
        Self {
            id: piece.id.to_string(),
            version: piece.version,
            current: piece.is_current(),
            removed: piece.removed,
            replaces: piece.replaces.as_ref().map(ToString::to_string),
            replaced_by: piece.replaced_by.as_ref().map(ToString::to_string),
            file: case.files.get(&piece.path).map(File::from),
            // The facts are plain texts, numbers and lists, which always have a JSON form.
            facts: serde_json::to_value(&piece.facts).unwrap_or_default(),
            by: Person::of(&piece.by, call),
            at: piece.at.to_string(),
        }
    }
}

/// All evidence of a case, also replaced and taken back.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct EvidenceList {
    /// The pieces, in the order in which they came in.
    pub(in crate::web::api::desk) evidence: Vec<Evidence>,
}

/// A document that was handed in.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Document {
    /// The id in the case: `D1`.
    id: String,
    /// Which document.
    kind: String,
    /// The file.
    file: Option<File>,
    /// The day it is of.
    dated_on: Option<String>,
    /// Why it was given back.
    returned: Option<String>,
    /// Whether it was taken back.
    removed: bool,
    /// Who handed it in.
    by: Person,
    /// When.
    at: String,
}

impl Document {
    pub(in crate::web::api::desk) fn of(
        case: &CaseFile,
        piece: &DocumentPiece,
        call: &Call,
    ) -> Self {
        Self {
            id: piece.id.to_string(),
            kind: piece.kind.to_string(),
            file: case.files.get(&piece.path).map(File::from),
            dated_on: piece.dated_on.map(|day| day.to_string()),
            returned: piece.returned.clone(),
            removed: piece.removed,
            by: Person::of(&piece.by, call),
            at: piece.at.to_string(),
        }
    }
}

/// A document that the edition asks for.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct NeededDocument {
    /// Which document.
    kind: String,
    /// Its title.
    title: String,
    /// Where it stands.
    state: String,
    /// Why.
    reasons: Vec<Because>,
}

impl NeededDocument {
    pub(in crate::web::api::desk) fn of(outcome: &DocumentOutcome<'_>, call: &Call) -> Self {
        Self {
            kind: outcome.rule.id.value.to_string(),
            title: outcome.rule.title.clone(),
            state: outcome.state.to_string(),
            reasons: Because::all(&outcome.reasons, call),
        }
    }
}

/// The initial documents.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct DocumentList {
    /// Whether they are handed in and wait for the analyst.
    pub(in crate::web::api::desk) submitted: bool,
    /// What the edition asks for.
    pub(in crate::web::api::desk) needed: Vec<NeededDocument>,
    /// What was handed in, in order, also taken back.
    pub(in crate::web::api::desk) documents: Vec<Document>,
}

/// Words of one person.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Remark {
    /// The number of the act that said it.
    number: u64,
    /// When.
    at: String,
    /// Who.
    by: Person,
    /// `shared` or `internal`; publishers meet only shared ones.
    visibility: String,
    /// The words.
    words: String,
}

/// A conversation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Thread {
    /// The id in the case: `T1`.
    id: String,
    /// What it is about.
    about: String,
    /// The piece of evidence or document that it points at.
    item: Option<String>,
    /// Whether a newer version of that came in since.
    outdated: bool,
    /// Whether it is ended.
    resolved: bool,
    /// The words that the caller may read, oldest first.
    remarks: Vec<Remark>,
}

impl Thread {
    /// A conversation as the caller may read it; `None` where nothing of it is for them.
    pub(in crate::web::api::desk) fn of(thread: &thread::Thread, call: &Call) -> Option<Self> {
        if !call.is_staff() && !thread.is_shared() {
            return None;
        }
        let remark = |remark: &thread::Remark| Remark {
            number: remark.number,
            at: remark.at.to_string(),
            by: Person::of(&remark.by, call),
            visibility: remark.visibility.to_string(),
            words: remark.words.clone(),
        };
        Some(Self {
            id: thread.id.to_string(),
            about: thread.about.clone(),
            item: thread.item.as_ref().map(ToString::to_string),
            outdated: thread.outdated,
            resolved: thread.resolved,
            remarks: thread.remarks_for(call.is_staff()).map(remark).collect(),
        })
    }
}

/// Something that the caller keeps back until the review is sent.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Draft {
    /// The id: what `drop_draft` names.
    id: String,
    /// When it was kept back.
    at: String,
    /// Words, in the form of `draft`.
    #[schema(value_type = Option<Object>)]
    said: Option<Json>,
    /// A verdict, in the form of `draft_verdict`.
    #[schema(value_type = Option<Object>)]
    judged: Option<Json>,
}

impl Draft {
    pub(in crate::web::api::desk) fn of(pending: &Pending) -> Self {
        let (said, judged) = match &pending.what {
            Kept::Said(said) => (serde_json::to_value(said).ok(), None),
            Kept::Judged(judged) => (None, serde_json::to_value(judged).ok()),
        };
        Self { id: pending.id.to_string(), at: pending.at.to_string(), said, judged }
    }
}

/// The conversations of a case.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct ThreadList {
    /// The conversations, oldest first.
    pub(in crate::web::api::desk) threads: Vec<Thread>,
    /// What the caller keeps back.
    pub(in crate::web::api::desk) drafts: Vec<Draft>,
}
