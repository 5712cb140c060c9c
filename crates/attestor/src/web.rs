//! The web site: pages and what they stand on.

pub(crate) mod guard;
mod health;
pub(crate) mod log;
pub(crate) mod serve;

use std::sync::Arc;

use axum::Router;
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
pub(crate) fn router(site: Arc<Site>) -> Router {
    let url = site.settings.public_url.clone();
    Router::new().route("/", get(move || async move { url }))
}

/// The page of an error that no other page told.
pub(crate) fn error_page(_site: &Site, trouble: &guard::Trouble) -> axum::response::Response {
    guard::problem(trouble)
}
