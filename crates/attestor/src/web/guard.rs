//! What holds for every request and every answer, in one place: limits, header fields, ids,
//! the line in the log, and errors that no page told.

mod allowance;
mod fields;

use std::any::Any;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, HttpBody as _};
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tokio::time::timeout;
use tower_http::catch_panic::CatchPanicLayer;

pub(crate) use self::allowance::Allowance;
use self::allowance::Bounds;
use self::fields::Fields;
use super::api::problem::Problem;
use super::broken::Broken;
use super::log::{self, Served};
use super::serve::Settings;
use crate::clock::Lap;

/// The most bytes of path and query together.
const URL_BYTES: usize = 8 * 1024;

/// The id of a request: in the log, in its answer, on its error page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RequestId(pub(crate) String);

/// An error without a page of its own.
#[derive(Debug, Clone)]
pub(crate) struct Trouble {
    /// The status of the answer.
    pub(crate) status: StatusCode,
    /// The path that was asked for, without the query.
    pub(crate) path: String,
    /// The header fields of the request: language, form that is wanted.
    pub(crate) headers: HeaderMap,
    /// The request's id.
    pub(crate) id: RequestId,
    /// How the world broke, where it did.
    pub(crate) broken: Option<Broken>,
}

impl Trouble {
    /// Whether a person's browser asks.
    pub(crate) fn wants_page(&self) -> bool {
        let accepted = self.headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
        accepted.is_some_and(|accepted| accepted.contains("text/html"))
    }
}

/// Tells an error; the guard sets status and general header fields.
pub(crate) type Tell = Arc<dyn Fn(&Trouble) -> Response + Send + Sync>;

/// An error as `application/problem+json`, explained at an address below the site's.
pub(crate) fn problem(trouble: &Trouble, public_url: &str) -> Response {
    let mut problem = Problem::new(trouble.status, public_url, &trouble.path, &trouble.id.0);
    if let Some(broken) = trouble.broken {
        problem.kind = format!("{public_url}/problems/{}", broken.kind());
        problem.detail = broken.detail().map(str::to_owned);
    }
    problem.into_response()
}

/// Puts the guard around all routes.
pub(super) fn around(routes: Router, settings: &Settings, tell: Tell) -> Router {
    let guard = Guard { fields: Fields::new(settings), timeout: settings.request_timeout, tell };
    // A quarter of the time is left for what follows a body that does not come.
    let patience = settings.request_timeout / 4 * 3;
    let bounds = Bounds { bytes: settings.max_body, patience };
    routes
        // The one limit is ours, not the lower one that every reader of bodies begins with.
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(bounds, allowance::limited))
        .layer(CatchPanicLayer::custom(after_panic))
        .layer(from_fn_with_state(Arc::new(guard), watch))
}

/// The hook of the log has told the words already.
fn after_panic(_words: Box<dyn Any + Send>) -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

struct Guard {
    fields: Fields,
    timeout: std::time::Duration,
    tell: Tell,
}

async fn watch(State(guard): State<Arc<Guard>>, mut request: Request, next: Next) -> Response {
    let lap = Lap::begin();
    let id = fields::request_id(request.headers());
    request.extensions_mut().insert(id.clone());
    let method = request.method().clone();
    let mut trouble = Trouble {
        status: StatusCode::OK,
        path: request.uri().path().to_owned(),
        headers: request.headers().clone(),
        id,
        broken: None,
    };
    let answer = guard.answer(request, next).await;
    trouble.status = answer.status();
    trouble.broken = answer.extensions().get().copied();
    let mut answer = guard.told(answer, &trouble);
    guard.fields.put(answer.headers_mut(), &trouble.id);
    let bytes = if method == Method::HEAD { Some(0) } else { answer.body().size_hint().exact() };
    log::request(&Served {
        method: &method,
        path: &trouble.path,
        status: trouble.status,
        micros: lap.micros(),
        bytes,
        id: &trouble.id.0,
    });
    answer
}

impl Guard {
    /// Refuses, or asks the pages and waits as long as it may take.
    async fn answer(&self, request: Request, next: Next) -> Response {
        if *request.method() == Method::TRACE || *request.method() == Method::CONNECT {
            let allowed = [(header::ALLOW, "GET, HEAD, POST")];
            return (StatusCode::METHOD_NOT_ALLOWED, allowed).into_response();
        }
        if request.uri().path_and_query().is_some_and(|url| url.as_str().len() > URL_BYTES) {
            return StatusCode::URI_TOO_LONG.into_response();
        }
        match timeout(self.timeout, next.run(request)).await {
            Ok(answer) => answer,
            Err(_) => {
                let later = [(header::RETRY_AFTER, "10")];
                (StatusCode::SERVICE_UNAVAILABLE, later).into_response()
            }
        }
    }

    /// Gives an error that no page told its words; any other answer stays.
    fn told(&self, answer: Response, trouble: &Trouble) -> Response {
        if !is_untold(&answer) {
            return answer;
        }
        let (mut head, _) = answer.into_parts();
        head.headers.remove(header::CONTENT_LENGTH);
        let (words, body) = (self.tell)(trouble).into_parts();
        // The fields that belong to the status, as `Allow`, stay beside those of the words.
        head.headers.extend(words.headers);
        let unkept = HeaderValue::from_static("no-store");
        head.headers.entry(header::CACHE_CONTROL).or_insert(unkept);
        Response::from_parts(head, Body::new(body))
    }
}

/// Whether an error has no body, or bare text from a library.
fn is_untold(answer: &Response) -> bool {
    if !(answer.status().is_client_error() || answer.status().is_server_error()) {
        return false;
    }
    let form = answer.headers().get(header::CONTENT_TYPE);
    form.is_none_or(|form| form.as_bytes().starts_with(b"text/plain"))
}

#[cfg(test)]
mod tests;
