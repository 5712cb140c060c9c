//! The front page, and the way to it in the reader's language.

use std::sync::Arc;

use askama::Template;
use attestor_core::attestation::catalog::facet::Facet;
use attestor_core::attestation::catalog::index::{Found, Index, Query, Sort};
use attestor_core::attestation::page::facts::Tier;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::Site;
use super::catalog::line::{Line, line};
use super::frame::Frame;
use super::shape::{Figure, Link};
use super::visit::{Reply, Visit};
use crate::languages::{Language, negotiate};

/// The cookie that keeps the language a reader chose.
const COOKIE: &str = "language";
/// How many apps the front page shows.
const NEWEST: usize = 6;

#[derive(Template)]
#[template(path = "web/home.html")]
struct Home<'v> {
    frame: Frame<'v>,
    figures: Vec<Figure>,
    doors: Vec<Offer>,
    newest: Vec<Line>,
}

/// What a reader can do here.
struct Offer {
    symbol: &'static str,
    title: String,
    text: String,
    links: Vec<Link>,
}

/// Leads from an address without a language to the same one in the reader's.
pub(super) async fn choose_language(
    State(_): State<Arc<Site>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let language = wanted(&headers);
    let rest = uri.path_and_query().map_or("/", |whole| whole.as_str());
    let to = format!("/{}{rest}", language.path());
    let fields = [(header::VARY, "Accept-Language, Cookie"), (header::CACHE_CONTROL, "no-cache")];
    (StatusCode::FOUND, fields, [(header::LOCATION, to)]).into_response()
}

/// The language that a request asks for in its header.
pub(super) fn wanted(headers: &HeaderMap) -> Language {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let cookies = text(header::COOKIE).unwrap_or_default();
    let cookie =
        cookies.split(';').find_map(|one| one.trim().strip_prefix(COOKIE)?.strip_prefix('='));
    negotiate(text(header::ACCEPT_LANGUAGE), cookie)
}

/// `/ko-kr` leads to `/ko-kr/`.
pub(super) async fn add_slash(visit: Visit) -> Redirect {
    Redirect::permanent(&format!("/{}/", visit.language.path()))
}

/// Shows the front page.
pub(super) async fn show(visit: Visit) -> Reply {
    visit.page(async |index| Ok(home(&visit, index))).await
}

fn home<'v>(visit: &'v Visit, index: &Index) -> Home<'v> {
    let title = visit.phrases().word("web-home-title");
    let mut frame = Frame::new(visit, title);
    frame.description = frame.t("web-home-lead");
    let query = Query { sort: Sort::Newest, limit: NEWEST, ..Query::default() };
    let found = index.find(&query, visit.today);
    let newest = found.listings.iter().map(|one| line(&frame, one, visit.today)).collect();
    Home { figures: figures(&frame, visit, index, &found), doors: doors(&frame), newest, frame }
}

fn figures(frame: &Frame<'_>, visit: &Visit, index: &Index, found: &Found<'_>) -> Vec<Figure> {
    let tiers = found.counts.iter().find(|(facet, _)| *facet == Facet::Tier);
    let certified = tiers.and_then(|(_, values)| {
        values.iter().find(|(value, _)| *value == Tier::Certified.as_str())
    });
    let formats = visit.phrases().formats();
    let figure = |key: &str, count: usize, path: &str| Figure {
        name: frame.t(key),
        value: formats.count(count),
        more: String::new(),
        address: frame.to(path),
    };
    vec![
        figure("web-home-apps", index.len(), "apps"),
        figure(
            "web-home-certified",
            certified.map_or(0, |(_, count)| *count),
            "apps?tier=certified",
        ),
        figure("web-home-permissions", index.permissions().len(), "permissions"),
        figure("web-home-publishers", index.publishers().len(), "publishers"),
    ]
}

fn doors(frame: &Frame<'_>) -> Vec<Offer> {
    let link = |path: &str, key: &str| Link { address: frame.to(path), text: frame.t(key) };
    let offer = |name: &str, symbol, links| Offer {
        symbol,
        title: frame.t(&format!("web-door-{name}")),
        text: frame.t(&format!("web-door-{name}-text")),
        links,
    };
    let check = vec![link("apps", "web-nav-catalog"), link("permissions", "web-nav-permissions")];
    let compare = vec![link("compare", "web-compare-title"), link("apps.atom", "web-foot-feed")];
    let api = Link { address: "/api/openapi.json".to_owned(), text: frame.t("web-foot-api") };
    let build = vec![api];
    let trust = vec![link("trust", "web-nav-trust")];
    vec![
        offer("check", "search", check),
        offer("trust", "seal", trust),
        offer("compare", "columns", compare),
        offer("build", "code", build),
    ]
}
