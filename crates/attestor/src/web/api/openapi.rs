//! The description of the API, made from the handlers and shapes themselves.

use axum::response::Response;
use utoipa::OpenApi;
use utoipa::openapi::Server;

use super::call::{Call, json};
use super::{apps, groups, questions, versions};

/// Everything that the API answers.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Attestor",
        description = "The catalog of apps as data: what publishers declare, what was checked, \
                       and every version of both. Read only, without keys. Answers carry an `ETag`; \
                       errors are `application/problem+json` (RFC 9457).",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    paths(
        show,
        apps::list,
        apps::show,
        versions::list,
        versions::show,
        versions::page,
        versions::diff,
        groups::permissions,
        groups::permission,
        groups::publishers,
        groups::publisher,
        groups::registrations,
        groups::registration,
        questions::show,
    ),
    tags(
        (name = "apps", description = "Apps as their current versions show them"),
        (name = "versions", description = "Every version of every page"),
        (name = "permissions", description = "Graph permissions that apps ask for"),
        (name = "publishers", description = "Who offers apps"),
        (name = "registrations", description = "App registrations through which apps ask"),
        (name = "questionnaire", description = "What publishers are asked"),
        (name = "description", description = "The API itself"),
    )
)]
pub(super) struct Description;

/// This description.
#[utoipa::path(
    get,
    path = "/api/openapi.json",
    tag = "description",
    responses((status = 200, description = "OpenAPI 3.1", body = Object))
)]
pub(super) async fn show(call: Call) -> Response {
    call.reply(&[], "", async |_, _| {
        let mut whole = Description::openapi();
        whole.servers = Some(vec![Server::new(call.site.settings.public_url.clone())]);
        json(&whole)
    })
    .await
}
