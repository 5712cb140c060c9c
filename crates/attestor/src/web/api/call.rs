//! A request to the API: its parameters, and how it is answered.

use std::convert::Infallible;
use std::sync::Arc;

use attestor_core::attestation::catalog::identity::app_id;
use attestor_core::attestation::catalog::index::Index;
use attestor_core::attestation::catalog::listing::Listing;
use attestor_core::day::Day;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::problem::{Problem, Refused, fault};
use crate::clock;
use crate::web::broken::Broken;
use crate::web::guard::RequestId;
use crate::web::{Site, visit, wish};

/// The parameters of a query by name, in its order.
pub(super) type Asked = Vec<(String, String)>;

/// A request to the API.
pub(super) struct Call {
    /// The site.
    pub(super) site: Arc<Site>,
    /// Path and query as they were asked for.
    pub(super) uri: Uri,
    /// The header fields.
    pub(super) headers: HeaderMap,
    /// Today.
    pub(super) today: Day,
    id: String,
}

impl FromRequestParts<Arc<Site>> for Call {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Infallible> {
        let id = parts.extensions.get::<RequestId>().map(|id| id.0.clone());
        Ok(Self {
            site: Arc::clone(site),
            uri: parts.uri.clone(),
            headers: parts.headers.clone(),
            today: clock::today(),
            id: id.unwrap_or_default(),
        })
    }
}

impl Call {
    /// Answers with the JSON of what `make` gives.
    pub(super) async fn json<T: Serialize>(
        &self,
        known: &[&str],
        make: impl AsyncFnOnce(&Index, &Asked) -> Result<T, Refused>,
    ) -> Response {
        self.reply(known, "", async |index, asked| json(&make(index, asked).await?)).await
    }

    /// Answers with what `make` gives unless the client has it already; `more` is what the answer
    /// depends on besides the address, the catalog and the day.
    pub(super) async fn reply(
        &self,
        known: &[&str],
        more: &str,
        make: impl AsyncFnOnce(&Index, &Asked) -> Result<Response, Refused>,
    ) -> Response {
        match self.answer(known, more, make).await {
            Ok(answer) => answer,
            Err(refused) => self.told(refused),
        }
    }

    async fn answer(
        &self,
        known: &[&str],
        more: &str,
        make: impl AsyncFnOnce(&Index, &Asked) -> Result<Response, Refused>,
    ) -> Result<Response, Refused> {
        let asked = self.asked(known)?;
        let (revision, index) = self.site.catalog.dated().await?;
        let tag = visit::tag(&self.site, &revision, self.today, &self.uri, more);
        let mut answer = if visit::has(&self.headers, &tag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            make(&index, &asked).await?
        };
        let fields = answer.headers_mut();
        fields.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            fields.insert(header::ETAG, tag);
        }
        Ok(answer)
    }

    /// The parameters of the query; one that is not known is a fault.
    fn asked(&self, known: &[&str]) -> Result<Asked, Refused> {
        let asked: Asked = wish::pairs(self.uri.query().unwrap_or_default()).collect();
        let strange = asked.iter().filter(|(name, _)| !known.contains(&name.as_str()));
        let faults: Vec<_> =
            strange.map(|(name, _)| fault(name, "there is no such parameter here")).collect();
        if faults.is_empty() { Ok(asked) } else { Err(Refused::Faults(faults)) }
    }

    fn told(&self, refused: Refused) -> Response {
        let (status, detail, errors) = match refused {
            // The guard tells it in the same form.
            Refused::Failed(stop) => return Broken::of(&stop).into_response(),
            Refused::NotFound(detail) => (StatusCode::NOT_FOUND, detail, Vec::new()),
            Refused::Faults(errors) => {
                let detail = "a parameter is unknown or not in its form".to_owned();
                (StatusCode::BAD_REQUEST, detail, errors)
            }
        };
        let detail = Some(detail);
        let public_url = &self.site.settings.public_url;
        let problem = Problem::new(status, public_url, self.uri.path(), &self.id);
        Problem { detail, errors, ..problem }.into_response()
    }

    /// The whole address of a path on this server.
    pub(super) fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.site.settings.public_url)
    }
}

/// An answer of JSON.
pub(super) fn json(value: &impl Serialize) -> Result<Response, Refused> {
    let text = serde_json::to_string(value)
        .map_err(|error| Refused::Failed(format!("cannot write JSON: {error}").into()))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
}

/// The app with an id in any case.
pub(super) fn listing<'i>(index: &'i Index, id: &str) -> Result<&'i Listing, Refused> {
    let found = app_id(id).and_then(|id| index.get(&id));
    found.ok_or_else(|| Refused::NotFound(format!("there is no app `{id}` in the catalog")))
}
