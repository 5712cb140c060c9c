use std::convert::Infallible;
use std::future::pending;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Bytes, HttpBody, to_bytes};
use axum::routing::{get, post};
use hyper::body::Frame;
use tower::ServiceExt as _;

use super::*;

/// A body that does not tell its length before.
struct Unannounced(Option<Bytes>);

impl HttpBody for Unannounced {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.take().map(|bytes| Ok(Frame::data(bytes))))
    }
}

fn settings() -> Settings {
    Settings {
        public_url: "http://127.0.0.1:8080".to_owned(),
        contact: None,
        request_timeout: Duration::from_millis(50),
        header_timeout: Duration::from_secs(1),
        max_body: 1024,
        max_connections: 4,
        grace: Duration::from_secs(1),
    }
}

fn routes() -> Router {
    Router::new()
        .route("/", get(async || "here"))
        .route("/badge", get(async || ([("cross-origin-resource-policy", "cross-origin")], "")))
        .route("/own", get(async || (StatusCode::GONE, [("content-type", "text/html")], "gone")))
        .route("/panic", get(panics))
        .route("/never", get(pending::<()>))
        .route("/body", post(async |body: Bytes| body.len().to_string()))
}

async fn panics() {
    panic!("on purpose");
}

async fn ask(app: &Router, request: Request) -> Response {
    app.clone().oneshot(request).await.expect("an answer")
}

async fn get_of(path: &str) -> Response {
    let app =
        around(routes(), &settings(), Arc::new(|trouble: &Trouble| problem(trouble, "http://a")));
    ask(&app, Request::get(path).body(Body::empty()).expect("a request")).await
}

async fn body_of(answer: Response) -> serde_json::Value {
    let bytes = to_bytes(answer.into_body(), 10_000).await.expect("a body");
    serde_json::from_slice(&bytes).expect("JSON")
}

#[tokio::test]
async fn a_panic_is_500_and_says_nothing_of_its_words() {
    let answer = get_of("/panic").await;
    assert_eq!(answer.status(), 500);
    let body = body_of(answer).await;
    assert_eq!(body["status"], 500);
    assert!(!body.to_string().contains("purpose"));
}

#[tokio::test]
async fn a_handler_that_never_ends_is_503_with_a_time_to_come_back() {
    let answer = get_of("/never").await;
    assert_eq!(answer.status(), 503);
    assert_eq!(answer.headers()["retry-after"], "10");
    assert_eq!(answer.headers()["cache-control"], "no-store");
}

#[tokio::test]
async fn a_body_of_unknown_length_is_cut_at_the_limit() {
    for (size, status) in [(1024, 200), (1025, 413)] {
        let app = around(
            routes(),
            &settings(),
            Arc::new(|trouble: &Trouble| problem(trouble, "http://a")),
        );
        let body = Body::new(Unannounced(Some(Bytes::from(vec![b'a'; size]))));
        let answer = ask(&app, Request::post("/body").body(body).expect("a request")).await;
        assert_eq!(answer.status(), status, "{size}");
    }
}

#[tokio::test]
async fn an_error_with_its_own_page_keeps_it() {
    let answer = get_of("/own").await;
    assert_eq!(answer.status(), 410);
    assert_eq!(to_bytes(answer.into_body(), 100).await.expect("a body"), "gone");
}

#[tokio::test]
async fn the_hook_tells_errors_that_no_page_told() {
    let tell = |trouble: &Trouble| {
        let words = format!("{} {} {}", trouble.status, trouble.path, trouble.wants_page());
        ([("content-type", "text/html")], words).into_response()
    };
    let app = around(routes(), &settings(), Arc::new(tell));
    let request = Request::get("/nowhere?q=1").header("accept", "text/html,*/*");
    let answer = ask(&app, request.body(Body::empty()).expect("a request")).await;
    assert_eq!(answer.status(), 404);
    assert_eq!(answer.headers().get_all("content-type").iter().count(), 1);
    let body = to_bytes(answer.into_body(), 100).await.expect("a body");
    assert_eq!(body, "404 Not Found /nowhere true");
}

#[tokio::test]
async fn https_is_promised_only_where_the_site_has_it() {
    assert!(!get_of("/").await.headers().contains_key("strict-transport-security"));
    let settings = Settings { public_url: "https://catalog.example.org".to_owned(), ..settings() };
    let app =
        around(routes(), &settings, Arc::new(|trouble: &Trouble| problem(trouble, "http://a")));
    let answer = ask(&app, Request::get("/").body(Body::empty()).expect("a request")).await;
    let promise = &answer.headers()["strict-transport-security"];
    assert_eq!(promise, "max-age=31536000; includeSubDomains");
}

#[tokio::test]
async fn a_page_may_say_that_others_embed_it() {
    for (path, policy) in [("/", "same-origin"), ("/badge", "cross-origin")] {
        assert_eq!(get_of(path).await.headers()["cross-origin-resource-policy"], policy, "{path}");
    }
}

#[tokio::test]
async fn an_id_from_outside_is_taken_only_in_the_form_of_one() {
    let app =
        around(routes(), &settings(), Arc::new(|trouble: &Trouble| problem(trouble, "http://a")));
    let longest = "a".repeat(64);
    for (given, is_taken) in [
        ("abcd-1234", true),
        (longest.as_str(), true),
        (&format!("{longest}a"), false),
        ("short-1", false),
        ("with space", false),
        ("level=error", false),
    ] {
        let request = Request::get("/").header("x-request-id", given);
        let answer = ask(&app, request.body(Body::empty()).expect("a request")).await;
        let id = answer.headers()["x-request-id"].to_str().expect("text");
        assert_eq!(id == given, is_taken, "{given}");
        assert!(is_taken || (id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit())));
    }
}
