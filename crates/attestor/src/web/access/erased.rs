//! One type for handlers of all kinds.

use std::sync::Arc;

use axum::extract::Request;
use axum::handler::Handler;
use axum::response::Response;
use futures_util::future::BoxFuture;

use crate::web::Site;

/// What a handler gives.
pub(super) type Answering = BoxFuture<'static, Response>;

/// A handler whose own type is forgotten. Routers, gates and layers around handlers are generic: with
/// this they are compiled once, not once for each of some hundred handlers.
#[derive(Clone)]
pub(super) struct Erased(Arc<dyn Fn(Request, Arc<Site>) -> Answering + Send + Sync>);

impl Erased {
    /// Forgets the type of a handler.
    pub(super) fn of<H, T>(handler: H) -> Self
    where
        H: Handler<T, Arc<Site>, Future = Answering>,
    {
        Self(Arc::new(move |request, site| handler.clone().call(request, site)))
    }
}

impl Handler<(), Arc<Site>> for Erased {
    type Future = Answering;

    fn call(self, request: Request, site: Arc<Site>) -> Answering {
        (self.0)(request, site)
    }
}
