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

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::http::Request;
    use tower::ServiceExt as _;

    use super::*;
    use crate::store::{Missing, Place};

    async fn get_of(store: &Store, path: &str) -> Response {
        let request = Request::get(path).body(Body::empty()).expect("a request");
        routes(store.clone()).oneshot(request).await.expect("an answer")
    }

    #[tokio::test]
    async fn without_its_database_it_lives_and_is_not_ready() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = Place::Folder(folder.path().to_owned());
        let store = Store::open(&place, Missing::Made).await.expect("a store");
        for (path, status) in [("/livez", 200), ("/healthz", 200), ("/readyz", 200)] {
            let answer = get_of(&store, path).await;
            assert_eq!(answer.status(), status, "{path}");
            assert_eq!(answer.headers()["cache-control"], "no-store", "{path}");
        }
        store.close().await;
        assert_eq!(get_of(&store, "/livez").await.status(), 200);
        let answer = get_of(&store, "/readyz").await;
        assert_eq!(answer.status(), 503);
        assert_eq!(answer.headers()["cache-control"], "no-store");
        let body = to_bytes(answer.into_body(), 1000).await.expect("a body");
        let body: serde_json::Value = serde_json::from_slice(&body).expect("JSON");
        assert_eq!(body["reason"], "the database does not answer");
    }
}
