//! What was typed into a form: names and values in the order of the form.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A form as it was sent (`application/x-www-form-urlencoded`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::web) struct Typed(Vec<(String, String)>);

impl Typed {
    /// A form with these names and values.
    pub(in crate::web) fn of(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// The last value of a name, trimmed; empty where there is none.
    pub(in crate::web) fn get(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// The last value of a name as it was typed.
    pub(in crate::web) fn raw(&self, name: &str) -> &str {
        let found = self.0.iter().rev().find(|(own, _)| own == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// Every value of a name, in order; empty ones are left out.
    pub(in crate::web) fn all<'t>(&'t self, name: &'t str) -> impl Iterator<Item = &'t str> + 't {
        let values = self.0.iter().filter(move |(own, _)| own == name);
        values.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Every value of a name, in order, empty ones too: columns of rows keep their places.
    pub(in crate::web) fn column<'t>(
        &'t self,
        name: &'t str,
    ) -> impl Iterator<Item = &'t str> + 't {
        self.0.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.trim())
    }

    /// The names of all fields.
    pub(in crate::web) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// Whether a box with a name is ticked.
    pub(in crate::web) fn is_ticked(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// The number of the last act that the page showed, from its hidden field `seen`.
    pub(in crate::web) fn seen(&self) -> Option<u64> {
        self.get("seen").parse().ok()
    }
}

impl<S: Send + Sync> FromRequest<S> for Typed {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let form = request.headers().get(header::CONTENT_TYPE);
        // A form with files may be larger than what is held in memory.
        if form.is_some_and(|form| form.as_bytes().starts_with(b"multipart/")) {
            return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response());
        }
        let bytes = Bytes::from_request(request, state).await;
        let bytes = bytes.map_err(IntoResponse::into_response)?;
        let read = url::form_urlencoded::parse(&bytes);
        let typed: Vec<(String, String)> = read.into_owned().collect();
        // A form of a page has few fields; more are no form of ours.
        if typed.len() > 5_000 {
            return Err(StatusCode::PAYLOAD_TOO_LARGE.into_response());
        }
        Ok(Self(typed))
    }
}
