//! Documents behind portals: what there is, what is needed to read it, and the way to do that.

use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::call::{Answered, Call, json, text};
use super::once::Once;
use super::people::{Typed, typed};
use super::refusal::No;
use crate::actions::trust::documents::Refused;
use crate::actions::trust::documents::access::{Asked, Needed};
use crate::actions::trust::documents::standing::{Found, Standing, asked, reader};
use crate::store::trust::agreements::AgreementRow;
use crate::web::documents::file::answer;

/// The addresses of this room, for the description.
#[derive(OpenApi)]
#[openapi(
    paths(list, agreement, accept, ask, file),
    tags((name = "documents", description = "Documents behind portals"))
)]
pub(in crate::web::api) struct Description;

/// The documents of an organization's portal.
#[derive(Debug, Serialize, ToSchema)]
struct DocumentList {
    documents: Vec<PortalDocument>,
}

/// A document, and what the caller needs to read it.
#[derive(Debug, Serialize, ToSchema)]
struct PortalDocument {
    /// `certificate`, `report` or `statement`.
    kind: String,
    /// The item's id in the portal.
    item: String,
    /// The name of the file.
    name: String,
    /// The type of the file by its content.
    media_type: String,
    /// Its size in bytes.
    size_bytes: i64,
    /// The digest of the owner's file (SHA-256).
    digest: String,
    /// When it came in.
    added_at: String,
    /// `public`, `signed-in`, `agreement` or `approval`.
    access: &'static str,
    /// `nothing`, `sign-in`, `accept`, `agreement` (none is written yet), `ask` or `wait`.
    needed: &'static str,
    /// Whether the copy names its reader on every page.
    marked: bool,
    /// The last day of the caller's grant, inclusive.
    granted_until: Option<String>,
}

/// The version of an agreement that holds.
#[derive(Debug, Serialize, ToSchema)]
struct PortalAgreement {
    version: i64,
    title: String,
    body: String,
    /// The digest by which acceptances name it.
    digest: String,
    published_at: String,
    /// The newest version that the caller accepted.
    accepted: Option<i64>,
}

/// What somebody accepts.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::web::api) struct WantedAcceptance {
    /// The version that was read: the newest.
    #[schema(minimum = 1)]
    version: i64,
}

/// What somebody asks for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::web::api) struct WantedDocument {
    /// What the document is for.
    #[schema(min_length = 1, max_length = 2000)]
    purpose: String,
}

/// What is needed next.
#[derive(Debug, Serialize, ToSchema)]
struct NeededNext {
    /// As in the list of documents; after an acceptance, `nothing` is said of no document.
    needed: &'static str,
}

/// The documents of an organization's portal.
#[utoipa::path(
    get,
    path = "/api/v1/documents/{organization}",
    tag = "documents",
    params(("organization" = String, Path, description = "The organization's id")),
    responses((status = 200, description = "The documents by kind and item", body = DocumentList))
)]
pub(in crate::web::api) async fn list(call: Call, Path(organization): Path<String>) -> Response {
    call.tell(listed(&call, &organization).await)
}

async fn listed(call: &Call, organization: &str) -> Answered {
    call.asked(&[])?;
    let portals = &call.site.portals;
    if portals.portal(organization).await?.is_none() {
        return Err(No::not_found("portal"));
    }
    let all = portals.document_standings(organization, reader(Some(&call.caller))).await?;
    let today = portals.clock().today();
    let one = |(_, it): (Found, Standing)| {
        let request = it.request.as_ref().filter(|_| it.rests_on_request());
        let until = request.and_then(|request| match asked(request, today) {
            Asked::Granted(until) => Some(until.to_string()),
            Asked::Not | Asked::Waiting | Asked::Refused | Asked::Over => None,
        });
        PortalDocument {
            access: it.access.as_str(),
            needed: it.needed.as_str(),
            marked: it.is_marked(),
            granted_until: until,
            kind: it.document.item_kind,
            item: it.document.item_id,
            name: it.document.name,
            media_type: it.document.media_type,
            size_bytes: it.document.size_bytes,
            digest: it.document.file_digest,
            added_at: it.document.added_at,
        }
    };
    json(StatusCode::OK, &DocumentList { documents: all.into_iter().map(one).collect() })
}

/// The agreement of an organization: the version that holds.
#[utoipa::path(
    get,
    path = "/api/v1/documents/{organization}/agreement",
    tag = "documents",
    params(("organization" = String, Path, description = "The organization's id")),
    responses((status = 200, description = "The newest version", body = PortalAgreement))
)]
pub(in crate::web::api) async fn agreement(
    call: Call,
    Path(organization): Path<String>,
) -> Response {
    call.tell(agreed(&call, &organization).await)
}

async fn agreed(call: &Call, organization: &str) -> Answered {
    call.asked(&[])?;
    let none = || No::not_found("agreement");
    let portals = &call.site.portals;
    portals.portal(organization).await?.ok_or_else(none)?;
    let reader = reader(Some(&call.caller)).ok_or_else(none)?;
    let row = portals.store().agreement(organization).await?.ok_or_else(none)?;
    let accepted = portals.store().accepted(reader, organization).await?;
    let AgreementRow { version, title, body, body_digest, published_at, .. } = row;
    let digest = body_digest;
    let shown = PortalAgreement { version, title, body, digest, published_at, accepted };
    json(StatusCode::OK, &shown)
}

/// Accepts the agreement of an organization for the caller's.
#[utoipa::path(
    post,
    path = "/api/v1/documents/{organization}/acceptances",
    tag = "documents",
    params(("organization" = String, Path, description = "The organization's id")),
    request_body = WantedAcceptance,
    responses((status = 201, description = "It is accepted", body = NeededNext))
)]
pub(in crate::web::api) async fn accept(
    call: Call,
    Path(organization): Path<String>,
    request: Request,
) -> Response {
    call.tell(accepted(&call, &organization, request).await)
}

async fn accepted(call: &Call, organization: &str, request: Request) -> Answered {
    let (once, wanted) = match typed::<WantedAcceptance>(call, request).await? {
        Typed::Before(answer) => return Ok(answer),
        Typed::New(once, wanted) => (once, wanted),
    };
    let portals = &call.site.portals;
    if portals.portal(organization).await?.is_none() {
        return Err(No::not_found("portal"));
    }
    let done = portals.accept_agreement(&call.caller, organization, wanted.version).await;
    done.map_err(|refused| no(refused, call))?;
    answered(call, once.as_ref(), Needed::Nothing).await
}

/// Asks for a document that needs approval.
#[utoipa::path(
    post,
    path = "/api/v1/documents/{organization}/{kind}/{item}/requests",
    tag = "documents",
    params(
        ("organization" = String, Path, description = "The organization's id"),
        ("kind" = String, Path, description = "`certificate`, `report` or `statement`"),
        ("item" = String, Path, description = "The item's id"),
    ),
    request_body = WantedDocument,
    responses((status = 201, description = "The owner was asked", body = NeededNext))
)]
pub(in crate::web::api) async fn ask(
    call: Call,
    Path(place): Path<(String, String, String)>,
    request: Request,
) -> Response {
    call.tell(requested(&call, &place, request).await)
}

async fn requested(call: &Call, place: &(String, String, String), request: Request) -> Answered {
    let (once, wanted) = match typed::<WantedDocument>(call, request).await? {
        Typed::Before(answer) => return Ok(answer),
        Typed::New(once, wanted) => (once, wanted),
    };
    let found = find(call, place).await?;
    if found.is_superseded() {
        return Err(No::not_found("document"));
    }
    let done = call.site.portals.ask_for(&call.caller, &found, &wanted.purpose).await;
    done.map_err(|refused| no(refused, call))?;
    answered(call, once.as_ref(), Needed::Wait).await
}

/// A document: PDFs that are not public name the caller on every page.
#[utoipa::path(
    get,
    path = "/api/v1/documents/{organization}/{kind}/{item}/file",
    tag = "documents",
    params(
        ("organization" = String, Path, description = "The organization's id"),
        ("kind" = String, Path, description = "`certificate`, `report` or `statement`"),
        ("item" = String, Path, description = "The item's id"),
    ),
    responses(
        (status = 200, description = "The bytes, as an attachment", body = Vec<u8>, content_type = "application/octet-stream"),
        (status = 409, description = "Something is needed first; `detail` says what", body = Object, content_type = "application/problem+json"),
    )
)]
pub(in crate::web::api) async fn file(
    call: Call,
    Path(place): Path<(String, String, String)>,
) -> Response {
    call.tell(given(&call, &place).await)
}

async fn given(call: &Call, place: &(String, String, String)) -> Answered {
    call.asked(&[])?;
    let found = find(call, place).await?;
    let given = call.site.portals.download(call.site.vault()?, Some(&call.caller), &found).await;
    given.map(answer).map_err(|refused| no(refused, call))
}

async fn find(call: &Call, place: &(String, String, String)) -> Result<Found, No> {
    let (organization, kind, item) = place;
    let found = call.site.portals.item(organization, kind, item).await;
    found.map_err(|refused| no(refused, call))
}

/// The answer after something was done, kept for who repeats the request.
async fn answered(call: &Call, once: Option<&Once>, needed: Needed) -> Answered {
    let shown = NeededNext { needed: needed.as_str() };
    if let Some(once) = once {
        once.keep(call, StatusCode::CREATED, &text(&shown)?).await?;
    }
    json(StatusCode::CREATED, &shown)
}

/// Why something is not done.
fn no(refused: Refused, call: &Call) -> No {
    match refused {
        Refused::Failed(stop) => stop.into(),
        Refused::Fault { field, reason } => {
            let words = call.phrases().word(&format!("documents-fault-{reason}"));
            if field.is_empty() {
                No::new(StatusCode::CONFLICT, words)
            } else {
                No::field(field, words)
            }
        }
        Refused::Needed(needed) => {
            let detail = format!("something else is needed first: {}", needed.as_str());
            No::new(StatusCode::CONFLICT, detail)
        }
        Refused::NotFound | Refused::Upload(_) | Refused::Unfit(_) => No::not_found("document"),
    }
}
