//! The description of the API, made from the handlers and shapes themselves.

use axum::response::Response;
use serde_json::{Value as Json, json as value};
use utoipa::OpenApi;

use super::call::{Call, json};
use super::{apps, desk, groups, questions, trust, versions};
use crate::stop::Stop;

/// Everything that the API answers.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Attestor",
        description = "The catalog of apps as data: what publishers declare, what was checked, \
                       and every version of both, read only and without keys; and the certification \
                       desk, for who is signed in or has a token. Answers carry an `ETag`; errors are `application/problem+json` (RFC 9457).",
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
        trust::list,
        trust::show,
        trust::oscal,
        desk::cases::list,
        desk::cases::open,
        desk::cases::show,
        desk::acts::act,
        desk::acts::copy,
        desk::dossier::show,
        desk::parts::controls,
        desk::parts::control,
        desk::parts::evidence,
        desk::parts::documents,
        desk::parts::threads,
        desk::parts::assessment,
        desk::offerings::list,
        desk::offerings::draft,
        desk::offerings::show,
        desk::offerings::publish,
        desk::record::of_case,
        desk::record::list,
        desk::uploads::begin,
        desk::uploads::state,
        desk::uploads::append,
        desk::uploads::cancel,
        desk::uploads::finish,
        desk::uploads::file,
        desk::people::me,
        desk::people::tokens,
        desk::people::make_token,
        desk::people::end_token,
        desk::people::organizations,
        desk::people::make,
        desk::people::members,
        desk::people::end_member,
        desk::people::invitations,
        desk::people::invite,
        desk::people::withdraw,
        desk::systems::list,
        desk::systems::make,
        desk::systems::show,
        desk::systems::change,
        desk::systems::end,
        desk::systems::inheritance,
        desk::systems::coverage,
    ),
    tags(
        (name = "apps", description = "Apps as their current versions show them"),
        (name = "versions", description = "Every version of every page"),
        (name = "permissions", description = "Graph permissions that apps ask for"),
        (name = "publishers", description = "Who offers apps"),
        (name = "registrations", description = "App registrations through which apps ask"),
        (name = "questionnaire", description = "What publishers are asked"),
        (name = "trust", description = "What providers publish of their certificates"),
        (name = "cases", description = "Cases of the certification desk"),
        (name = "files", description = "Files that are handed in"),
        (name = "offerings", description = "The portal of the own organization"),
        (name = "record", description = "Who did what, when"),
        (name = "systems", description = "Systems of customers, and what they rest on"),
        (name = "people", description = "The caller, tokens, organizations and their people"),
        (name = "description", description = "The API itself"),
    )
)]
struct Description;

/// This description.
#[utoipa::path(
    get,
    path = "/api/openapi.json",
    tag = "description",
    responses((status = 200, description = "OpenAPI 3.1", body = Object))
)]
pub(super) async fn show(call: Call) -> Response {
    call.reply(&[], "", async |_, _| json(&whole(&call.site.settings.public_url)?)).await
}

/// What the handlers of this build say.
pub(super) fn described() -> utoipa::openapi::OpenApi {
    let described = Description::openapi().merge_from(desk::documents::Description::openapi());
    #[cfg(feature = "lake")]
    return described.merge_from(desk::mfa::Description::openapi());
    #[cfg(not(feature = "lake"))]
    described
}

/// The whole description for a site.
#[expect(clippy::indexing_slicing, reason = "an object of JSON grows by index; it never panics")]
pub(super) fn whole(public_url: &str) -> Result<Json, Stop> {
    let made = serde_json::to_value(described());
    let mut whole = made.map_err(|error| Stop::Failure(error.to_string()))?;
    whole["servers"] = value!([{"url": public_url}]);
    desk::description::complete(&mut whole);
    Ok(whole)
}
