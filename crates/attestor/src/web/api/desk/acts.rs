//! One act on a case: everything that can be done to it.

pub(super) mod schema;

use std::sync::Arc;

use attestor_core::desk::act::Act;
use attestor_core::desk::file::CaseFile;
use axum::extract::{Path, Request};
use axum::http::{StatusCode, header};
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use super::call::{Answered, Call, bytes, expect_json, json, put, read};
use super::once::{self, Once};
use super::refusal::No;
use super::shapes::Did;
use crate::actions::desk::Refused;
use crate::web::api::problem::Problem;

/// Does an act on a case. With `If-Match`, nothing is done if others acted since.
#[utoipa::path(
    post,
    path = "/api/v1/cases/{case}/acts",
    tag = "cases",
    params(("case" = String, Path, description = "The case's id")),
    request_body(content = ref("#/components/schemas/Act"), content_type = "application/json"),
    responses(
        (status = 200, description = "It is done and recorded", body = Did),
        (status = 409, description = "Others acted at the same time; nothing was done", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "Others acted since the `ETag` of `If-Match`; `now` tells the case's number and tag", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(in crate::web::api) async fn act(
    call: Call,
    Path(case): Path<String>,
    request: Request,
) -> Response {
    let call = Arc::new(call);
    call.tell(acted(&call, &case, request).await)
}

async fn acted(call: &Arc<Call>, case: &str, request: Request) -> Answered {
    call.asked(&[])?;
    expect_json(&call.headers)?;
    let body = bytes(request).await?;
    let once = Once::read(call, &body)?;
    if let Some(answer) = once::before(call, once.as_ref()).await? {
        return Ok(answer);
    }
    let act: Act = read(&body)?;
    let file = call.case(case).await?;
    if !call.has_scope_for(&act, &file.organization) {
        return Err(No::forbidden(
            "the token lacks the scope for this act, or your role the right",
        ));
    }
    let seen = call.seen(&file)?;
    let desk = once::desk(call, once.as_ref(), StatusCode::OK);
    match desk.act(&call.worker, case, seen, act).await {
        Ok(file) => done(call, once.as_ref(), &file).await,
        Err(refused) => not_done(call, once.as_ref(), (case, seen), refused).await,
    }
}

/// What is taken over.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CopyOf {
    /// The id of a certified case of the same publisher.
    from: String,
}

/// Takes over into a case that has not begun what a certified case of the same publisher said:
/// answers, scope, documents and external reports with their days. Evidence is handed in anew.
#[utoipa::path(
    post,
    path = "/api/v1/cases/{case}/copy",
    tag = "cases",
    params(("case" = String, Path, description = "The case's id")),
    request_body = CopyOf,
    responses(
        (status = 200, description = "It is done and recorded as the act `take_dossier`", body = Did),
        (status = 409, description = "Others acted at the same time; nothing was done", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "Others acted since the `ETag` of `If-Match`; `now` tells the case's number and tag", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(in crate::web::api) async fn copy(
    call: Call,
    Path(case): Path<String>,
    request: Request,
) -> Response {
    let call = Arc::new(call);
    call.tell(copied(&call, &case, request).await)
}

async fn copied(call: &Arc<Call>, case: &str, request: Request) -> Answered {
    call.asked(&[])?;
    expect_json(&call.headers)?;
    let body = bytes(request).await?;
    let once = Once::read(call, &body)?;
    if let Some(answer) = once::before(call, once.as_ref()).await? {
        return Ok(answer);
    }
    let CopyOf { from } = read(&body)?;
    let seen = call.seen(&*call.case(case).await?)?;
    let desk = once::desk(call, once.as_ref(), StatusCode::OK);
    match desk.take_over(&call.worker, (case, &from), seen).await {
        Ok(file) => done(call, once.as_ref(), &file).await,
        Err(refused) => not_done(call, once.as_ref(), (case, seen), refused).await,
    }
}

async fn done(call: &Call, once: Option<&Once>, file: &CaseFile) -> Answered {
    let now = || json(StatusCode::OK, &Did::of(file, call)?);
    let mut answer = once::done(call, once, now).await?;
    put(&mut answer, header::ETAG, &call.etag(file));
    Ok(answer)
}

async fn not_done(
    call: &Call,
    once: Option<&Once>,
    (case, seen): (&str, Option<u64>),
    refused: Refused,
) -> Answered {
    if let Some(answer) = once::before(call, once).await? {
        return Ok(answer);
    }
    let is_conflict = matches!(refused, Refused::Conflict { .. });
    if is_conflict && seen.is_some() {
        let file = call.case(case).await?;
        return Err(call.outdated(&file));
    }
    Err(call.no(refused))
}
