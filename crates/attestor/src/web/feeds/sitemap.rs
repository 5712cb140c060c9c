//! Every address in every language, for crawlers.

use askama::Template;
use attestor_core::attestation::catalog::index::Index;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

use super::{Tongue, tongues};
use crate::actions::trust::{Portal, Published};
use crate::web::visit::Refusal;
use crate::web::{Site, address, trust};

/// How many places a part has; each has an address in each language, so that a part stays far
/// below the 50,000 addresses and 50 MB that crawlers take.
const PLACES: usize = 200;

#[derive(Template)]
#[template(path = "web/feeds/sitemap_index.xml")]
struct Parts {
    parts: Vec<String>,
}

#[derive(Template)]
#[template(path = "web/feeds/sitemap.xml")]
struct Part {
    places: Vec<Place>,
}

/// A page in all languages.
struct Place {
    links: Vec<Tongue>,
    default_address: String,
    updated: Option<String>,
}

/// Lists the parts.
pub(super) async fn index(State(site): State<Arc<Site>>) -> Result<Response, Refusal> {
    let index = site.catalog.index().await?;
    let published = site.portals.published().await?;
    let parts = places(&index, &published).len().div_ceil(PLACES);
    let public_url = &site.settings.public_url;
    let part = |number: usize| format!("{public_url}/sitemap/{number}.xml");
    send(&Parts { parts: (1..=parts).map(part).collect() })
}

/// Shows a part: `/sitemap/1.xml`.
pub(super) async fn part(
    State(site): State<Arc<Site>>,
    Path(name): Path<String>,
) -> Result<Response, Refusal> {
    let number = name.strip_suffix(".xml").and_then(|number| number.parse::<usize>().ok());
    let skipped = number.and_then(|number| number.checked_sub(1)).ok_or(Refusal::NotFound)?;
    let index = site.catalog.index().await?;
    let published = site.portals.published().await?;
    let all = places(&index, &published);
    let own = all.chunks(PLACES).nth(skipped).ok_or(Refusal::NotFound)?;
    let place = |(below, updated): &(String, Option<String>)| Place {
        links: tongues(&site, below),
        default_address: site.default_address(below),
        updated: updated.clone(),
    };
    send(&Part { places: own.iter().map(place).collect() })
}

/// The paths below the languages with the days of their last changes, always in the same order.
fn places(index: &Index, published: &Published) -> Vec<(String, Option<String>)> {
    let fixed = ["", "apps", "permissions", "publishers", "app-ids", "trust"];
    let fixed = fixed.iter().map(|path| ((*path).to_owned(), None));
    let apps = index.listings().iter().map(|one| {
        let updated = one.updated.map(|day| day.to_string());
        (format!("apps/{}", address::part(&one.app_id)), updated)
    });
    let publishers = index.publishers();
    let publishers =
        publishers.map(|(key, _, _)| (format!("publishers/{}", address::part(key)), None));
    let permissions = index.permissions();
    let permissions =
        permissions.iter().map(|(name, _)| (format!("permissions/{}", address::part(name)), None));
    let portals = published.portals.iter().flat_map(|portal| portal_places(portal));
    fixed.chain(apps).chain(publishers).chain(permissions).chain(portals).collect()
}

/// The trust center of a portal and the pages of its standards.
fn portal_places(portal: &Portal) -> Vec<(String, Option<String>)> {
    let day = portal.published_at.map(|at| at.day().to_string());
    let offerings = portal.view.trust.offerings.iter();
    let offerings = offerings.map(|it| trust::path_of_offering(portal, it.id.value.as_str()));
    let all = std::iter::once(trust::path_of(portal)).chain(offerings);
    all.map(|path| (path, day.clone())).collect()
}

fn send(page: &impl Template) -> Result<Response, Refusal> {
    let text = page.render().map_err(|error| Refusal::Failed(error.to_string().into()))?;
    let form = [(header::CONTENT_TYPE, "application/xml; charset=utf-8")];
    Ok((StatusCode::OK, form, text).into_response())
}
