//! How many bytes the body of a request may have, and how long it may take.
//!
//! A body that takes too long ends with an error some time before the whole request does, so that who
//! reads it can still clean up, write down that it was cut, and answer.
//!
//! The limit of the settings holds for everything. A form of the desk or of a portal that carries files begins under
//! the same limit, and the page that streams it to the evidence store allows more, once it knows who
//! sends it.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody as _};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::{FutureExt as _, StreamExt as _, stream};
use http_body_util::{BodyExt as _, Full, Limited};
use tokio::time::{Instant, timeout_at};

/// The bytes that the body of this request may still have. In the extensions of requests that carry
/// files.
#[derive(Debug, Clone)]
pub(crate) struct Allowance(Arc<AtomicUsize>);

impl Allowance {
    /// Lets the body have this many more bytes.
    pub(crate) fn allow(&self, more: usize) {
        let add = |left: usize| Some(left.saturating_add(more));
        // The closure always gives a number.
        let _ = self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, add);
    }

    fn take(&self, bytes: usize) -> bool {
        let rest = |left: usize| left.checked_sub(bytes);
        self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, rest).is_ok()
    }
}

/// What holds for every body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// The most bytes.
    pub(super) bytes: usize,
    /// How long until its last byte.
    pub(super) patience: Duration,
}

/// Holds every body to its bounds.
pub(super) async fn limited(
    State(bounds): State<Bounds>,
    mut request: Request,
    next: Next,
) -> Response {
    let limit = bounds.bytes;
    if !request.body().is_end_stream() {
        request = request.map(|body| punctual(body, bounds.patience));
    }
    if carries_files(&request) {
        let allowance = Allowance(Arc::new(AtomicUsize::new(limit)));
        request.extensions_mut().insert(allowance.clone());
        return next.run(request.map(|body| bounded(body, allowance))).await;
    }
    let told = told(request.headers()).unwrap_or(0);
    if usize::try_from(told).is_ok_and(|told| told <= limit) {
        return next.run(request.map(|body| Body::new(Limited::new(body, limit)))).await;
    }
    StatusCode::PAYLOAD_TOO_LARGE.into_response()
}

fn carries_files(request: &Request) -> bool {
    let form = request.headers().get(header::CONTENT_TYPE);
    let is_multipart = form.is_some_and(|form| {
        form.as_bytes().to_ascii_lowercase().starts_with(b"multipart/form-data")
    });
    let path = request.uri().path();
    is_multipart && ["/desk/", "/offerings/"].iter().any(|room| path.starts_with(room))
}

/// How long the client says that the body is.
fn told(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// A body that ends with an error when it is not over in time.
fn punctual(body: Body, patience: Duration) -> Body {
    let state = (Some(body.into_data_stream()), Instant::now() + patience);
    Body::from_stream(stream::unfold(state, async |(pieces, end)| {
        let mut pieces = pieces?;
        match timeout_at(end, pieces.next()).await {
            Ok(piece) => Some((piece?, (Some(pieces), end))),
            Err(_) => Some((Err(axum::Error::new(too_slow())), (None, end))),
        }
    }))
}

fn too_slow() -> io::Error {
    io::Error::new(io::ErrorKind::TimedOut, "the client took too long")
}

/// A body that ends with an error as soon as it has more bytes than are allowed by then.
fn bounded(body: Body, allowance: Allowance) -> Body {
    let pieces = body.into_data_stream();
    let state = (pieces, allowance, false);
    Body::from_stream(stream::unfold(state, async |(mut pieces, allowance, over)| {
        if over {
            return None;
        }
        let piece = match pieces.next().await? {
            Ok(piece) if allowance.take(piece.len()) => Ok(piece),
            Ok(_) => Err(too_long()),
            Err(error) => Err(error.into()),
        };
        let over = piece.is_err();
        Some((piece, (pieces, allowance, over)))
    }))
}

/// The error that readers of bodies know as "too large": only its own package can make it.
fn too_long() -> axum::BoxError {
    let frame = Limited::new(Full::new(Bytes::from_static(b"x")), 0).frame().now_or_never();
    match frame {
        Some(Some(Err(error))) => error,
        _ => "the body is too large".into(),
    }
}
