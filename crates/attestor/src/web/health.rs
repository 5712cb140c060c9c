//! For load balancers and watchers: does it live, can it work?

use std::time::Duration;

use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::json;
use tokio::time::timeout;

use crate::store::Store;

/// How long the database may take for a statement.
const WAIT: Duration = Duration::from_secs(1);

/// The paths `/livez`, `/healthz` and `/readyz`.
pub(super) fn routes(store: Store) -> Router {
    Router::new()
        .route("/livez", get(alive))
        .route("/healthz", get(alive))
        .route("/readyz", get(move || ready(store.clone())))
}

async fn alive() -> Response {
    fresh("ok")
}

async fn ready(store: Store) -> Response {
    let reason = match timeout(WAIT, store.ping()).await {
        Ok(Ok(())) => return fresh("ok"),
        Ok(Err(stop)) => {
            // The words may name hosts and files, so that only the log has them.
            tracing::warn!(reason = ?stop, "the database does not answer");
            "the database does not answer"
        }
        Err(_) => {
            tracing::warn!("the database took longer than a second");
            "the database took longer than a second"
        }
    };
    let body = json!({"status": "not ready", "reason": reason}).to_string();
    let form = [(header::CONTENT_TYPE, "application/json")];
    fresh((StatusCode::SERVICE_UNAVAILABLE, form, body))
}

/// An answer that nobody keeps.
fn fresh(answer: impl IntoResponse) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], answer).into_response()
}
