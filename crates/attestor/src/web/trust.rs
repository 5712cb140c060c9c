//! Trust portals as everybody sees them: providers, a provider's trust center, a page per standard.

use std::sync::Arc;

use axum::Router;

use super::Site;

/// All addresses.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new()
}
