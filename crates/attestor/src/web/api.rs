//! The REST API: the catalog as data, read only.
//!
//! Read in this order:
//! - [`ROUTES`]: which address gives what.
//! - `call`: a request, its parameters, how it is answered. `problem`: how errors are told.
//! - `shapes`: the JSON of apps and versions.
//! - `apps`, `versions`, `groups`, `questions`, `trust`: the addresses.
//! - `openapi`: the description of all this.

mod apps;
mod call;
pub(super) mod desk;
mod groups;
pub(super) mod openapi;
pub(super) mod problem;
mod questions;
pub(super) mod shapes;
mod trust;
mod versions;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::{MethodRouter, get};

use super::Site;

/// What makes the handler of an address.
type Handler = fn() -> MethodRouter<Arc<Site>>;

/// All addresses of the API.
const ROUTES: [(&str, Handler); 17] = [
    ("/api/openapi.json", || get(openapi::show)),
    ("/api/v1/apps", || get(apps::list)),
    ("/api/v1/apps/{id}", || get(apps::show)),
    ("/api/v1/apps/{id}/versions", || get(versions::list)),
    ("/api/v1/apps/{id}/versions/{number}", || get(versions::show)),
    ("/api/v1/apps/{id}/versions/{number}/page", || get(versions::page)),
    ("/api/v1/apps/{id}/versions/{from}/diff/{to}", || get(versions::diff)),
    ("/api/v1/permissions", || get(groups::permissions)),
    ("/api/v1/permissions/{name}", || get(groups::permission)),
    ("/api/v1/publishers", || get(groups::publishers)),
    ("/api/v1/publishers/{key}", || get(groups::publisher)),
    ("/api/v1/registrations", || get(groups::registrations)),
    ("/api/v1/registrations/{id}", || get(groups::registration)),
    ("/api/v1/questionnaire", || get(questions::show)),
    ("/api/v1/trust", || get(trust::list)),
    ("/api/v1/trust/{organization}", || get(trust::show)),
    ("/api/v1/trust/{organization}/oscal", || get(trust::oscal)),
];

/// The API, which pages of other sites may read.
pub(super) fn routes() -> Router<Arc<Site>> {
    ROUTES
        .iter()
        .fold(Router::new(), |router, (path, handler)| router.route(path, handler()))
        .layer(map_response(open))
}

/// The data is public, so that every site may read it.
async fn open(mut answer: Response) -> Response {
    let fields = answer.headers_mut();
    fields.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    let shown = HeaderValue::from_static("Content-Language, ETag, Link, X-Request-Id");
    fields.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, shown);
    answer
}
