//! The portal of the own organization, for programs: versions, drafts, publishing.

use attestor_core::fault::Fault;
use axum::extract::{Path, Request};
use axum::http::{StatusCode, header};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::call::{Answered, Call, bytes, expect_json, put, read, text};
use super::once::{self, Once};
use super::refusal::No;
use crate::actions::trust::publication::files::SentFile;
use crate::actions::trust::publication::finding::{self, Findings};
use crate::actions::trust::publication::{Accepted, NotDone, Publisher};
use crate::store::trust::{TrustVersionRow, VersionLine};
use crate::web::api::problem::fault;

/// A version in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PortalVersion {
    /// Its place among the organization's versions, from 1.
    number: i64,
    /// `draft`, `published`, `superseded`, `discarded` or `withdrawn`.
    state: String,
    /// The names of the files that it was made from.
    source: String,
    /// When it came in.
    made_at: String,
    /// When it was published.
    published_at: Option<String>,
    /// When it ended.
    ended_at: Option<String>,
    /// The digest of what it says (SHA-256).
    digest: String,
    /// The digest of the findings with which it was published.
    accepted: Option<String>,
}

impl From<VersionLine> for PortalVersion {
    fn from(line: VersionLine) -> Self {
        Self {
            number: line.number,
            state: line.state,
            source: line.source,
            made_at: line.made_at,
            published_at: line.published_at,
            ended_at: line.ended_at,
            digest: line.digest,
            accepted: line.accepted,
        }
    }
}

/// Versions, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PortalVersionList {
    /// At most 200.
    versions: Vec<PortalVersion>,
}

/// Something that has to be accepted before a draft is published.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PortalFinding {
    /// The same finding has the same id in every draft.
    id: String,
    /// What it is.
    code: String,
    /// The file that it was met in; empty where two languages disagree.
    file: String,
    /// The line, from 1; 0 for a whole file.
    line: u32,
    /// One English sentence.
    text: String,
    /// What only the source says.
    source_only: Vec<String>,
    /// What only the translation says.
    translation_only: Vec<String>,
}

impl From<finding::Finding> for PortalFinding {
    fn from(it: finding::Finding) -> Self {
        Self {
            id: it.id,
            code: it.code,
            file: it.file,
            line: it.line,
            text: it.words,
            source_only: it.source_only,
            translation_only: it.translation_only,
        }
    }
}

/// A version with what it says.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WholePortalVersion {
    /// Its number.
    number: i64,
    /// `draft`, `published`, `superseded`, `discarded` or `withdrawn`.
    state: String,
    /// What must be accepted before it is published.
    findings: Vec<PortalFinding>,
    /// The digest by which all findings are accepted; none where there is nothing to accept.
    findings_digest: Option<String>,
    /// What it says, as one YAML file.
    content: String,
}

impl From<TrustVersionRow> for WholePortalVersion {
    fn from(row: TrustVersionRow) -> Self {
        let findings = Findings::read(&row.findings);
        Self {
            number: row.number,
            state: row.state,
            findings_digest: findings.digest(),
            findings: findings.findings.into_iter().map(Into::into).collect(),
            content: row.content,
        }
    }
}

/// Files of a draft.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewDraft {
    /// Pages (`.md`) and YAML files (`.yaml`).
    #[schema(min_items = 1, max_items = 200)]
    files: Vec<NewFile>,
}

/// A file of a draft.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewFile {
    /// Its name, by whose ending it is read.
    name: String,
    /// What it holds.
    text: String,
}

/// What is accepted.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Publishing {
    /// The `findings_digest` of the draft, where it has findings.
    findings_digest: Option<String>,
}

/// For whom the caller publishes.
fn publisher(call: &Call) -> Publisher<'_> {
    let worker = &call.worker;
    let (account, organization) = (&worker.account, &worker.organization);
    Publisher { account, role: worker.role.as_str(), organization }
}

fn no(not: NotDone) -> No {
    match not {
        NotDone::Faults(faults) => of_faults(&faults),
        NotDone::NotFound => No::not_found("version"),
        NotDone::Outdated => No::new(StatusCode::CONFLICT, "it is not the draft, or not any more"),
        NotDone::NotAccepted(count) => {
            let detail = "findings are not accepted; send the `findings_digest` of the draft";
            No::new(StatusCode::UNPROCESSABLE_ENTITY, detail).with_fact("findings", &count)
        }
        NotDone::Failed(stop) => stop.into(),
    }
}

/// Every fault by file and line.
fn of_faults(faults: &[Fault]) -> No {
    let all = faults.iter().map(|it| fault(&it.place.to_string(), it.problem.to_string()));
    No::fields("the files are not in their form; nothing was kept", all.collect())
}

/// The versions of the own portal.
#[utoipa::path(
    get,
    path = "/api/v1/offerings",
    tag = "offerings",
    responses((status = 200, description = "The versions, newest first", body = PortalVersionList))
)]
pub(in crate::web::api) async fn list(call: Call) -> Response {
    let found = async {
        call.asked(&[])?;
        let store = call.site.portals.store();
        let rows = store.version_lines(&call.worker.organization, (i64::MAX, 200)).await?;
        let versions = rows.into_iter().map(Into::into).collect();
        super::call::json(StatusCode::OK, &PortalVersionList { versions })
    };
    call.tell(found.await)
}

/// One version of the own portal.
#[utoipa::path(
    get,
    path = "/api/v1/offerings/{number}",
    tag = "offerings",
    params(("number" = i64, Path, description = "The number of the version")),
    responses((status = 200, description = "The version; its `ETag` is for `If-Match`", body = WholePortalVersion))
)]
pub(in crate::web::api) async fn show(call: Call, Path(number): Path<String>) -> Response {
    call.tell(shown(&call, &number, StatusCode::OK).await)
}

async fn version(call: &Call, number: &str) -> Result<TrustVersionRow, No> {
    let number = number.parse().map_err(|_| No::not_found("version"))?;
    call.site.portals.version(&call.worker.organization, number).await.map_err(no)
}

fn tag(row: &TrustVersionRow) -> String {
    format!("\"{}-{}\"", row.number, row.state)
}

async fn shown(call: &Call, number: &str, status: StatusCode) -> Answered {
    call.asked(&[])?;
    let row = version(call, number).await?;
    let tag = tag(&row);
    let mut answer = super::call::json(status, &WholePortalVersion::from(row))?;
    put(&mut answer, header::ETAG, &tag);
    Ok(answer)
}

/// Makes a draft of files, in the place of an older one. A fault in any file refuses all of them.
#[utoipa::path(
    post,
    path = "/api/v1/offerings",
    tag = "offerings",
    request_body = NewDraft,
    responses((status = 201, description = "The draft with its findings", body = WholePortalVersion))
)]
pub(in crate::web::api) async fn draft(call: Call, request: Request) -> Response {
    call.tell(drafted(&call, request).await)
}

async fn drafted(call: &Call, request: Request) -> Answered {
    call.asked(&[])?;
    expect_json(&call.headers)?;
    let body = bytes(request).await?;
    let once = Once::read(call, &body)?;
    if let Some(answer) = once::before(call, once.as_ref()).await? {
        return Ok(answer);
    }
    let new: NewDraft = read(&body)?;
    let file = |it: NewFile| SentFile { name: it.name, bytes: it.text.into_bytes() };
    let sent = new.files.into_iter().map(file).collect();
    let number = call.site.portals.draft(publisher(call), sent).await.map_err(no)?;
    kept(call, once.as_ref(), (&number.to_string(), StatusCode::CREATED)).await
}

/// The version after something was done, kept for who repeats the request.
async fn kept(call: &Call, once: Option<&Once>, (number, status): (&str, StatusCode)) -> Answered {
    if let Some(once) = once {
        let row = version(call, number).await?;
        once.keep(call, status, &text(&WholePortalVersion::from(row))?).await?;
    }
    shown(call, number, status).await
}

/// Publishes a draft. Its findings must be accepted by their digest.
#[utoipa::path(
    post,
    path = "/api/v1/offerings/{number}/publish",
    tag = "offerings",
    params(("number" = i64, Path, description = "The number of the draft")),
    request_body = Publishing,
    responses((status = 200, description = "The published version", body = WholePortalVersion))
)]
pub(in crate::web::api) async fn publish(
    call: Call,
    Path(number): Path<String>,
    request: Request,
) -> Response {
    call.tell(published(&call, &number, request).await)
}

async fn published(call: &Call, number: &str, request: Request) -> Answered {
    call.asked(&[])?;
    expect_json(&call.headers)?;
    let body = bytes(request).await?;
    let once = Once::read(call, &body)?;
    if let Some(answer) = once::before(call, once.as_ref()).await? {
        return Ok(answer);
    }
    let asked: Publishing = read(&body)?;
    let row = version(call, number).await?;
    is_seen(call, &row)?;
    let accepted = match asked.findings_digest {
        Some(digest) => Accepted::Digest(digest),
        None => Accepted::These(Vec::new()),
    };
    call.site.portals.publish(publisher(call), row.number, &accepted).await.map_err(no)?;
    kept(call, once.as_ref(), (number, StatusCode::OK)).await
}

/// Refuses a request about another state of the version than its `If-Match` names.
fn is_seen(call: &Call, row: &TrustVersionRow) -> Result<(), No> {
    let Some(seen) = call.headers.get(header::IF_MATCH) else { return Ok(()) };
    let tag = tag(row);
    let seen = seen.to_str().unwrap_or_default();
    if seen.split(',').map(str::trim).any(|it| it == tag || it == "*") {
        return Ok(());
    }
    let detail = "the version is not what it was when you looked";
    Err(No::new(StatusCode::PRECONDITION_FAILED, detail).with_field(header::ETAG, tag))
}
