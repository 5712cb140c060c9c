//! The web site: pages and what they stand on.

pub(crate) mod guard;
mod health;
pub(crate) mod log;
pub(crate) mod serve;

use std::sync::Arc;

use axum::Router;
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::get;

use crate::stop::Stop;
use crate::store::Store;

/// What the pages need.
pub(crate) struct Site {
    settings: serve::Settings,
}

impl Site {
    /// The site over what is kept.
    pub(crate) fn new(_store: Arc<Store>, settings: &serve::Settings) -> Result<Self, Stop> {
        Ok(Self { settings: settings.clone() })
    }
}

/// All pages.
#[expect(clippy::needless_pass_by_value, reason = "the handlers will share it")]
pub(crate) fn router(site: Arc<Site>) -> Router {
    let serve::Settings { public_url, contact, .. } = &site.settings;
    let words = format!("{public_url} {}", contact.as_deref().unwrap_or("-"));
    Router::new().route("/", get(move || async move { words }))
}

/// The page of an error that no other page told.
pub(crate) fn error_page(_site: &Site, trouble: &guard::Trouble) -> Response {
    if trouble.wants_page() {
        return Html(format!("<!doctype html><title>{}</title>", trouble.status)).into_response();
    }
    guard::problem(trouble)
}
