//! Whether a change comes from our own pages: browsers say where a request comes from, and a page of
//! another site cannot make them say something else.

use axum::http::{HeaderMap, header};

use crate::web::Site;

/// Whether a browser's own words show that one of our pages, or the person, made the request. A
/// request that says nothing is refused: every browser says at least its origin when it changes
/// something, and programs use tokens.
pub(super) fn is_own(headers: &HeaderMap, site: &Site) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(from) = text("sec-fetch-site") {
        return matches!(from, "same-origin" | "none");
    }
    let Some(origin) = text(header::ORIGIN.as_str()) else { return false };
    let host = text(header::HOST.as_str());
    let authority = origin.split_once("://").map(|(_, authority)| authority);
    origin == site.settings.public_url || (authority.is_some() && authority == host)
}
