//! Lists of apps, and one app.

mod parameters;

use attestor_core::attestation::catalog::facet::Facet;
use attestor_core::attestation::catalog::index::{Found, Index};
use attestor_core::attestation::catalog::listing::Listing;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::Response;

use self::parameters::{NAMES, Parameters, cursor};
use super::call::{Asked, Call, json, listing};
use super::problem::{Problem, Refused};
use super::shapes::{App, AppList, FacetCounts, ValueCount, WholeApp, values};
use crate::languages::Language;
use crate::web::{address, wish};

/// The list of apps: searched, filtered, ordered, in parts.
#[utoipa::path(
    get,
    path = "/api/v1/apps",
    tag = "apps",
    params(
        ("q" = Option<String>, Query, description = "Words in names, publishers, permissions and texts", example = "forms"),
        ("tier" = Option<Vec<String>>, Query, description = "`attested`, `certified`; several mean any of them, as for all filters"),
        ("host_product" = Option<Vec<String>>, Query, description = "A product in which the app runs, such as `teams`"),
        ("stores_data" = Option<Vec<String>>, Query, description = "Whether customer data is stored: `yes`, `no`, `na`, `unanswered`"),
        ("hosting" = Option<Vec<String>>, Query, description = "Who runs the servers: a code of the question `hosting_model`"),
        ("framework" = Option<Vec<String>>, Query, description = "A standard or law by question, such as `iso_27001_certified`"),
        ("permission" = Option<Vec<String>>, Query, description = "A Graph permission by name", example = json!(["Mail.Read"])),
        ("freshness" = Option<Vec<String>>, Query, description = "`within_3_months`, `within_12_months`, `older`, `unknown`"),
        ("sort" = Option<String>, Query, description = "`relevance` (with words), `name`, `newest`"),
        ("limit" = Option<u8>, Query, description = "The most apps, 0 to 200; 50 without it", example = 50),
        ("after" = Option<String>, Query, description = "The `cursor` of the part before"),
        ("total" = Option<bool>, Query, description = "`true` adds the number of apps on all parts"),
        ("facets" = Option<bool>, Query, description = "`true` adds how many apps have each value"),
    ),
    responses(
        (status = 200, description = "A part of the list; the field `Link` leads to the next", body = AppList),
        (status = 304, description = "Not changed since the answer that `If-None-Match` names"),
        (status = 400, description = "A parameter is unknown or not in its form", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(call: Call) -> Response {
    call.reply(&NAMES, "", async |index, asked| part(&call, index, asked)).await
}

fn part(call: &Call, index: &Index, asked: &Asked) -> Result<Response, Refused> {
    let parameters = Parameters::read(asked, index, &call.site.reader.questionnaire)?;
    let found = index.find(&parameters.query, call.today);
    let app = |one: &&_| app(call, one);
    let cursor = found.next.as_deref().map(cursor);
    let list = AppList {
        apps: found.listings.iter().map(app).collect(),
        total: parameters.total.then_some(found.total),
        facets: parameters.facets.then(|| counts(&found)),
        cursor: cursor.clone(),
    };
    let mut answer = json(&list)?;
    let next = cursor.map(|cursor| call.absolute(&next(asked, &cursor)));
    let link = next.and_then(|next| HeaderValue::from_str(&format!("<{next}>; rel=\"next\"")).ok());
    if let Some(link) = link {
        answer.headers_mut().insert(header::LINK, link);
    }
    Ok(answer)
}

/// An app with its English page: answers do not depend on the reader's language.
fn app(call: &Call, listing: &Listing) -> App {
    App::new(listing, &call.site.settings.public_url, Language::English.path(), call.today)
}

/// The same list behind a cursor.
fn next(asked: &Asked, cursor: &str) -> String {
    let same = asked.iter().filter(|(name, _)| name != "after");
    let pairs = same.map(|(name, value)| (name.as_str(), value.as_str()));
    format!("/api/v1/apps{}", address::query(pairs.chain([("after", cursor)])))
}

fn counts(found: &Found<'_>) -> Vec<FacetCounts> {
    let facet = |(facet, values): &(Facet, Vec<(&str, usize)>)| FacetCounts {
        facet: facet.as_str(),
        values: values.iter().map(|(value, apps)| count(value, *apps)).collect(),
    };
    let fresh = FacetCounts {
        facet: wish::FRESHNESS,
        values: found.freshness.iter().map(|(kind, apps)| count(kind.as_str(), *apps)).collect(),
    };
    found.counts.iter().map(facet).chain([fresh]).collect()
}

fn count(value: &str, apps: usize) -> ValueCount {
    ValueCount { value: value.to_owned(), apps }
}

/// One app as its current version shows it.
#[utoipa::path(
    get,
    path = "/api/v1/apps/{id}",
    tag = "apps",
    params(("id" = String, Path, description = "The app's id", example = "WA104381050")),
    responses(
        (status = 200, description = "The app", body = WholeApp),
        (status = 404, description = "There is no such app", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(call: Call, Path(id): Path<String>) -> Response {
    call.json(&[], async |index, _| {
        let listing = listing(index, &id)?;
        Ok(WholeApp {
            app: app(&call, listing),
            permissions: values(listing, Facet::Permission),
            registrations: listing.registrations.clone(),
        })
    })
    .await
}
