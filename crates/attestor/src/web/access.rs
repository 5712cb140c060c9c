//! Who may open what: every address of the desk is registered here with what it needs, and all of
//! that is looked at before its handler runs. An address without a need cannot be registered.
//!
//! Read in this order:
//! - [`Need`]: what an address asks for. [`Routes`]: the registry. `erased`: how it keeps handlers.
//! - `decide`: from need and caller to a yes or a reason. `gate`: the same around a handler.
//! - `cookie`, `origin`, `client`: who a request comes from.

pub(super) mod client;
pub(super) mod cookie;
mod decide;
mod erased;
mod gate;
mod origin;

#[cfg(test)]
mod tests;

use std::convert::Infallible;
use std::sync::Arc;

use attestor_core::desk::role::Right;
use axum::Router;
use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::handler::Handler;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::routing::{MethodFilter, MethodRouter, on};

use self::erased::{Answering, Erased};
use super::Site;
pub(crate) use crate::people::caller::Caller;

/// What an address needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// Nothing: it is for everybody.
    Public,
    /// Somebody who is signed in with any number of factors, in a browser.
    SignedIn,
    /// Somebody who is signed in in a browser, with the second factor if one is set up: what it takes
    /// to set one up.
    OwnSecurity,
    /// Somebody who is signed in with as many factors as the role asks for.
    Account,
    /// And who holds a right. What belongs to which organization the handler looks at.
    Right(Right),
    /// And who holds a right over the case that `{case}` in the path names.
    Case(Right),
    /// And who holds one of several rights; the handler looks at which one what is done asks for.
    Any(&'static [Right]),
    /// The same over the case that `{case}` in the path names.
    CaseAny(&'static [Right]),
}

/// An address in the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    /// The method.
    pub(super) method: Method,
    /// The path with its parameters.
    pub(super) path: &'static str,
    /// What it needs.
    pub(super) need: Need,
}

/// The registry.
#[derive(Default)]
pub(super) struct Routes(Vec<(Listed, MethodRouter<Arc<Site>>)>);

impl Routes {
    /// An empty registry.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Adds what `GET` and `HEAD` give.
    pub(super) fn get<H, T>(self, path: &'static str, need: Need, handler: H) -> Self
    where
        H: Handler<T, Arc<Site>, Future = Answering>,
    {
        self.with((Method::GET, MethodFilter::GET), path, need, Erased::of(handler))
    }

    /// Adds what `POST` does.
    pub(super) fn post<H, T>(self, path: &'static str, need: Need, handler: H) -> Self
    where
        H: Handler<T, Arc<Site>, Future = Answering>,
    {
        self.with((Method::POST, MethodFilter::POST), path, need, Erased::of(handler))
    }

    /// Adds what `PATCH` does.
    pub(super) fn patch<H, T>(self, path: &'static str, need: Need, handler: H) -> Self
    where
        H: Handler<T, Arc<Site>, Future = Answering>,
    {
        self.with((Method::PATCH, MethodFilter::PATCH), path, need, Erased::of(handler))
    }

    /// Adds what `DELETE` does.
    pub(super) fn delete<H, T>(self, path: &'static str, need: Need, handler: H) -> Self
    where
        H: Handler<T, Arc<Site>, Future = Answering>,
    {
        self.with((Method::DELETE, MethodFilter::DELETE), path, need, Erased::of(handler))
    }

    fn with(
        mut self,
        (method, filter): (Method, MethodFilter),
        path: &'static str,
        need: Need,
        handler: Erased,
    ) -> Self {
        self.0.push((Listed { method, path, need }, on(filter, handler)));
        self
    }

    /// Adds all addresses of another registry.
    pub(super) fn merge(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Every address, in the order in which it was added.
    pub(super) fn listed(&self) -> impl Iterator<Item = &Listed> {
        self.0.iter().map(|(listed, _)| listed)
    }

    /// All addresses behind their gates.
    pub(super) fn into_router(self, site: &Arc<Site>) -> Router<Arc<Site>> {
        self.0.into_iter().fold(Router::new(), |router, (listed, handler)| {
            router.route(listed.path, gate::around(handler, site, listed.need))
        })
    }
}

impl FromRequestParts<Arc<Site>> for Caller {
    type Rejection = StatusCode;

    /// The gate has put the caller there; without one a handler does not run.
    async fn from_request_parts(parts: &mut Parts, _: &Arc<Site>) -> Result<Self, StatusCode> {
        parts.extensions.get::<Self>().cloned().ok_or(StatusCode::UNAUTHORIZED)
    }
}

impl OptionalFromRequestParts<Arc<Site>> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        _: &Arc<Site>,
    ) -> Result<Option<Self>, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned())
    }
}
