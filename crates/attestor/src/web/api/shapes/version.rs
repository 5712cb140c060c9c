//! The JSON of the versions of a page, and of what changed between two of them.

use attestor_core::attestation::catalog::difference::{self, Change};
use attestor_core::attestation::page::shown::{self, ShownPermission};
use serde::Serialize;
use serde_json::Value as Json;
use utoipa::ToSchema;

use crate::store::{FindingRow, VersionRow};

/// A version of an app's page.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!({
    "number": 3, "locale": "en-US", "form": "form_2022", "updated_on": "2026-03-14",
    "page_sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "added_at": "2026-03-20T08:00:00Z", "current": true
}))]
pub(in crate::web::api) struct Version {
    /// The number, counted from 1 in the order in which versions came in.
    pub(in crate::web::api) number: i64,
    /// The page's locale; empty where it names none.
    pub(in crate::web::api) locale: String,
    /// The page's form: `form_2021` or `form_2022`.
    pub(in crate::web::api) form: String,
    /// The day on which the publisher last changed an answer.
    pub(in crate::web::api) updated_on: Option<String>,
    /// The digest of the page's bytes.
    pub(in crate::web::api) page_sha256: String,
    /// When it came in.
    pub(in crate::web::api) added_at: String,
    /// Whether it speaks for the app.
    pub(in crate::web::api) current: bool,
}

impl Version {
    /// A kept version.
    pub(in crate::web::api) fn new(row: &VersionRow, current: i64) -> Self {
        Self {
            number: row.number,
            locale: row.locale.clone(),
            form: row.form.clone(),
            updated_on: row.updated_on.clone(),
            page_sha256: row.page_digest.clone(),
            added_at: row.added_at.clone(),
            current: row.number == current,
        }
    }
}

/// The versions of an app, in the order in which they came in.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api) struct VersionList {
    /// The versions.
    pub(in crate::web::api) versions: Vec<Version>,
}

/// A version with everything that its page says.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api) struct WholeVersion {
    /// The version.
    #[serde(flatten)]
    pub(in crate::web::api) version: Version,
    /// The app.
    pub(in crate::web::api) app_id: String,
    /// The facts of the page, as `attestor page read` prints them.
    #[schema(value_type = Object)]
    pub(in crate::web::api) facts: Json,
    /// The permissions with the publisher's reasons, in the order of the page.
    pub(in crate::web::api) permissions: Vec<Permission>,
    /// What was found on the page when it came in.
    pub(in crate::web::api) findings: Vec<FoundOnPage>,
    /// Where the page's text comes from.
    pub(in crate::web::api) origin: Origin,
}

/// A permission that an app asks for.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api) struct Permission {
    /// The permission's name.
    permission: String,
    /// `delegated`, `application` or `both`.
    #[serde(rename = "type")]
    kind: Option<&'static str>,
    /// The id of the app registration.
    app_id: Option<String>,
    /// The publisher's reasons.
    reasons: Vec<Reason>,
}

/// Why an app asks for a permission.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api) struct Reason {
    /// The head of the column; empty for a table without one.
    about: String,
    /// The reason.
    text: String,
    /// The language of the reason.
    lang: String,
    /// Who wrote it: `source`, `human`, `machine` or `reviewed`.
    provenance: &'static str,
}

impl From<&ShownPermission<'_>> for Permission {
    fn from(shown: &ShownPermission<'_>) -> Self {
        let reason = |one: &shown::ShownReason<'_>| Reason {
            about: one.about.body.to_owned(),
            text: one.text.body.to_owned(),
            lang: one.text.lang.to_owned(),
            provenance: one.text.provenance.as_str(),
        };
        let app_id = &shown.permission.app_id;
        Self {
            permission: shown.permission.name.clone(),
            kind: shown.permission.kind.map(|kind| kind.as_str()),
            app_id: (!app_id.is_empty()).then(|| app_id.clone()),
            reasons: shown.reasons.iter().map(reason).collect(),
        }
    }
}

/// Something found on a page.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api) struct FoundOnPage {
    /// The kind of finding.
    kind: String,
    /// The line of the page, counted from 1; 0 is the page as a whole.
    line: i64,
    /// One sentence.
    message: String,
}

impl From<FindingRow> for FoundOnPage {
    fn from(row: FindingRow) -> Self {
        Self { kind: row.code, line: row.line, message: row.message }
    }
}

/// Where a page's text comes from.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api) struct Origin {
    /// Who wrote or translated it: `source`, `human`, `machine` or `reviewed`.
    provenance: &'static str,
    /// The day on which the translation was handed over.
    handed_over_on: Option<String>,
    /// The commit of the source that was translated.
    source_commit: Option<String>,
    /// The digest of the source file that was translated.
    source_digest: Option<String>,
    /// Whether the page shows its source beside the translation.
    bilingual: bool,
}

impl From<shown::Origin<'_>> for Origin {
    fn from(origin: shown::Origin<'_>) -> Self {
        Self {
            provenance: origin.provenance.as_str(),
            handed_over_on: origin.handed_over.map(|day| day.to_string()),
            source_commit: origin.source_commit.map(str::to_owned),
            source_digest: origin.source_hash.map(str::to_owned),
            bilingual: origin.bilingual,
        }
    }
}

/// What changed from one version to another.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api) struct Difference {
    /// The earlier version.
    pub(in crate::web::api) from: Version,
    /// The later version.
    pub(in crate::web::api) to: Version,
    /// Whether free texts were compared: not between two languages.
    pub(in crate::web::api) texts_compared: bool,
    /// The page's form, where it changed.
    pub(in crate::web::api) form: Option<Before>,
    /// The tier, where it changed.
    pub(in crate::web::api) tier: Option<Before>,
    /// The day of the publisher's last change, where it changed.
    pub(in crate::web::api) last_updated: Option<Before>,
    /// Answers that changed.
    pub(in crate::web::api) answers: Vec<ChangedAnswer>,
    /// Permissions that are new.
    pub(in crate::web::api) permissions_added: Vec<Held>,
    /// Permissions that are gone.
    pub(in crate::web::api) permissions_removed: Vec<Held>,
    /// Results of domains and controls that changed.
    pub(in crate::web::api) certification: Vec<ChangedOutcome>,
}

/// Something before and after; null where it was not on the page.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api) struct Before {
    /// What it was.
    #[schema(value_type = Option<Object>)]
    before: Option<Json>,
    /// What it is.
    #[schema(value_type = Option<Object>)]
    after: Option<Json>,
}

impl Before {
    /// A change in the JSON form of its sides.
    pub(in crate::web::api) fn new<T>(change: &Change<T>, value: impl Fn(&T) -> Json) -> Self {
        Self {
            before: change.before.as_ref().map(&value),
            after: change.after.as_ref().map(&value),
        }
    }
}

/// An answer that changed; `""` and `[]` stand for a blank.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api) struct ChangedAnswer {
    /// The question's id.
    pub(in crate::web::api) question: String,
    /// Before and after.
    #[serde(flatten)]
    pub(in crate::web::api) change: Before,
}

/// A result that changed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api) struct ChangedOutcome {
    /// The id of the domain or control.
    pub(in crate::web::api) id: String,
    /// Before and after.
    #[serde(flatten)]
    pub(in crate::web::api) change: Before,
}

/// A permission with its kind, by which permissions are compared.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api) struct Held {
    /// The permission's name.
    permission: String,
    /// `delegated`, `application` or `both`.
    #[serde(rename = "type")]
    kind: Option<&'static str>,
}

impl From<&difference::Held> for Held {
    fn from(held: &difference::Held) -> Self {
        Self { permission: held.name.clone(), kind: held.kind.map(|kind| kind.as_str()) }
    }
}
