//! Trust portals as everybody sees them.
//!
//! Read in this order:
//! - `list`: all providers. `center`: one with its standards. `standard`: a page per standard.
//! - `texts`: a text in one language or two, row by row. `marks`: words with shape and color.
//! - `timeline`: validity and audits as a picture.

mod center;
mod list;
mod marks;
mod standard;
mod texts;
mod timeline;

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::routing::get;

use super::visit::{Refusal, Reply, Visit};
use super::{Site, address};
use crate::actions::trust::{Portal, Published};
use attestor_core::attestation::catalog::index::Index;

/// All addresses.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/{language}/trust", get(list_all))
        .route("/{language}/trust/{organization}", get(show_center))
        .route("/{language}/trust/{organization}/{offering}", get(show_standard))
}

async fn list_all(visit: Visit) -> Reply {
    page(&visit, |_, published| Ok(list::list(&visit, published))).await
}

async fn show_center(visit: Visit, Path((_, id)): Path<(String, String)>) -> Reply {
    page(&visit, |index, published| {
        let portal = published.of(&id).ok_or(Refusal::NotFound)?;
        Ok(center::center(&visit, index, portal))
    })
    .await
}

async fn show_standard(visit: Visit, Path((_, id, own)): Path<(String, String, String)>) -> Reply {
    let wanted = texts::Wanted::parse(visit.uri.query().unwrap_or_default())?;
    page(&visit, |_, published| {
        let portal = published.of(&id).ok_or(Refusal::NotFound)?;
        standard::standard(&visit, portal, &own, wanted)
    })
    .await
}

/// Answers with what `make` makes of the published portals, unless the client has it already. Two
/// statements: the revisions of portals and catalog.
async fn page<T: Template>(
    visit: &Visit,
    make: impl FnOnce(&Index, &Published) -> Result<T, Refusal>,
) -> Reply {
    let published = visit.site.portals.published().await?;
    visit.page_of(&published.revision.text(), async |index| make(index, &published)).await
}

/// The path of a portal below the language.
pub(super) fn path_of(portal: &Portal) -> String {
    format!("trust/{}", address::part(&portal.organization))
}

/// The path of an offering below the language.
pub(super) fn path_of_offering(portal: &Portal, offering: &str) -> String {
    format!("{}/{}", path_of(portal), address::part(offering))
}

/// The address at which a reader gets the document of an item; empty where it has none.
fn document(portal: &Portal, kind: &str, item: &str) -> String {
    if !portal.documents.contains(&(kind.to_owned(), item.to_owned())) {
        return String::new();
    }
    let organization = address::part(&portal.organization);
    format!("/documents/{organization}/{kind}/{}", address::part(item))
}

#[cfg(test)]
mod tests;
