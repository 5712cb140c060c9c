//! Errors in words: a page for people, `application/problem+json` for programs.

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::broken::Broken;
use super::frame::Frame;
use super::guard::{self, Trouble};
use super::{Site, home};
use crate::languages::Language;

#[derive(Template)]
#[template(path = "web/problem.html")]
struct Problem<'v> {
    frame: Frame<'v>,
    heading: String,
    text: String,
    request: String,
}

/// Tells an error that no page told: as a page where a browser asks for one.
pub(crate) fn error_page(site: &Site, trouble: &Trouble) -> Response {
    if !trouble.wants_page() || trouble.path.starts_with("/api/") {
        return guard::problem(trouble, &site.settings.public_url);
    }
    let first = trouble.path.split('/').nth(1).unwrap_or_default();
    let language = Language::of_path(first).unwrap_or_else(|| home::wanted(&trouble.headers));
    let phrases = site.phrases(language);
    let key = key(trouble);
    let heading = phrases.word(&key);
    // The way to other languages is the front page, because the address leads nowhere in any.
    let mut frame = Frame::at(site, language, String::new(), heading.clone());
    frame.hidden = true;
    let text = phrases.word(&format!("{key}-text"));
    let page = Problem { frame, heading, text, request: trouble.id.0.clone() };
    match page.render() {
        Ok(html) => ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response(),
        Err(_) => guard::problem(trouble, &site.settings.public_url),
    }
}

/// The key of the words for an error.
fn key(trouble: &Trouble) -> String {
    match trouble.broken {
        // What only the desk gives has its words elsewhere.
        Some(Broken::Full) => format!("problem-{}", Broken::Full.kind()),
        Some(broken) => format!("web-problem-{}", broken.kind()),
        None => format!("web-problem-{}", kind(trouble.status)),
    }
}

/// The name of an error for programs: the last part of the address that explains it.
pub(super) fn kind_for_programs(status: StatusCode) -> &'static str {
    match status {
        StatusCode::UNAUTHORIZED => "not-signed-in",
        StatusCode::FORBIDDEN => "forbidden",
        StatusCode::CONFLICT => "conflict",
        StatusCode::PRECONDITION_FAILED => "precondition-failed",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "unsupported-media-type",
        StatusCode::UNPROCESSABLE_ENTITY => "not-in-form",
        StatusCode::TOO_MANY_REQUESTS => "too-many",
        other => kind(other),
    }
}

/// The name of an error: the last part of its keys and of the address that explains it.
pub(super) fn kind(status: StatusCode) -> &'static str {
    match status {
        StatusCode::UNAUTHORIZED => "unauthorized",
        StatusCode::FORBIDDEN => "forbidden",
        StatusCode::TOO_MANY_REQUESTS => "too-many",
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::METHOD_NOT_ALLOWED => "method-not-allowed",
        StatusCode::PAYLOAD_TOO_LARGE | StatusCode::URI_TOO_LONG => "too-large",
        StatusCode::SERVICE_UNAVAILABLE => "too-slow",
        status if status.is_client_error() => "bad-request",
        _ => "failure",
    }
}
