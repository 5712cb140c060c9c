//! What feed readers, crawlers and finders of weaknesses look for.
//!
//! Read in this order: `atom` (the newest changes), `sitemap` (every address), then the two plain
//! files here.

mod atom;
mod sitemap;

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::Site;
use crate::clock;
use crate::languages::Language;

/// For how many months the contact for weaknesses holds.
const CONTACT_MONTHS: u16 = 12;

/// The addresses of feeds and of what crawlers look for.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/{language}/apps.atom", get(atom::show))
        .route("/sitemap.xml", get(sitemap::index))
        .route("/sitemap/{part}", get(sitemap::part))
        .route("/robots.txt", get(robots))
        .route("/.well-known/security.txt", get(security))
}

/// The same place in a language.
struct Tongue {
    lang: &'static str,
    address: String,
}

/// A path below the languages in each of them.
fn tongues(site: &Site, below: &str) -> Vec<Tongue> {
    let tongue = |language: Language| Tongue {
        lang: language.html_lang(),
        address: format!("{}/{}/{below}", site.settings.public_url, language.path()),
    };
    site.languages().iter().copied().map(tongue).collect()
}

/// A text without what XML cannot hold.
fn xml(text: &str) -> String {
    let good = |letter: &char| {
        !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}')
            || matches!(letter, '\t' | '\n' | '\r')
    };
    text.chars().filter(good).collect()
}

/// Lists with filters have no end, and the API is for programs that know it.
async fn robots(State(site): State<Arc<Site>>) -> Response {
    let public_url = &site.settings.public_url;
    let text = format!(
        "User-agent: *\nAllow: /\nDisallow: /*?\nDisallow: /api/\n\n\
         Sitemap: {public_url}/sitemap.xml\n"
    );
    plain(text)
}

/// Who takes reports of weaknesses (RFC 9116); nothing where nobody is named.
async fn security(State(site): State<Arc<Site>>) -> Response {
    let Some(contact) = &site.settings.contact else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let public_url = &site.settings.public_url;
    let until = clock::today().plus_months(CONTACT_MONTHS);
    let languages: Vec<&str> = site.languages().iter().map(|one| one.tag()).collect();
    let languages = languages.join(", ");
    let text = format!(
        "Contact: {contact}\nExpires: {until}T00:00:00Z\nPreferred-Languages: {languages}\n\
         Canonical: {public_url}/.well-known/security.txt\n"
    );
    plain(text)
}

fn plain(text: String) -> Response {
    let fields = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    (fields, text).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(xml("a\u{0}b\u{1b}\u{fffe}\u{85}\tc<é"), "ab\tc<é");
    }
}
