//! A request for a page in a language, and how it is answered.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use attestor_core::attestation::catalog::index::Index;
use attestor_core::day::Day;
use attestor_core::digest::Digest;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::Site;
use super::broken::Broken;
use crate::clock;
use crate::languages::Language;
use crate::phrases::Phrases;
use crate::stop::Stop;
use crate::store::Revision;

/// Why a page is not shown. The guard tells it in words.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// Nothing stands at the address.
    NotFound,
    /// A filter or number in the address is not in its form.
    BadRequest,
    /// The world broke.
    Failed(Stop),
}

impl From<Stop> for Refusal {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Usage(_) => Self::NotFound,
            other @ (Stop::Faults(_) | Stop::Failure(_) | Stop::Full(_) | Stop::Away(_)) => {
                Self::Failed(other)
            }
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND.into_response(),
            Self::BadRequest => StatusCode::BAD_REQUEST.into_response(),
            Self::Failed(stop) => Broken::of(&stop).into_response(),
        }
    }
}

/// What a page answers.
pub(crate) type Reply = Result<Response, Refusal>;

/// A request for a page in a language.
pub(crate) struct Visit {
    /// The site.
    pub(crate) site: Arc<Site>,
    /// The language of the address.
    pub(crate) language: Language,
    /// Path and query as they were asked for.
    pub(crate) uri: Uri,
    headers: HeaderMap,
    /// Today.
    pub(crate) today: Day,
}

impl FromRequestParts<Arc<Site>> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Response> {
        let path = Path::<HashMap<String, String>>::from_request_parts(parts, site).await;
        let named = path.ok().and_then(|Path(mut path)| path.remove("language"));
        let named = named.unwrap_or_default();
        let Some(language) = Language::of_path(&named) else {
            return Err(corrected(&named, &parts.uri));
        };
        Ok(Self {
            site: Arc::clone(site),
            language,
            uri: parts.uri.clone(),
            headers: parts.headers.clone(),
            today: clock::today(),
        })
    }
}

/// `/ko-KR/…` leads to `/ko-kr/…`; anything else is no page.
fn corrected(named: &str, uri: &Uri) -> Response {
    let Some(language) = Language::of_tag(named) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let whole = uri.path_and_query().map_or("/", |whole| whole.as_str());
    let rest = whole.get(named.len() + 1..).unwrap_or_default();
    Redirect::permanent(&format!("/{}{rest}", language.path())).into_response()
}

impl Visit {
    /// The words of the visit's language.
    pub(crate) fn phrases(&self) -> &Phrases {
        self.site.phrases(self.language)
    }

    /// The path below the language, with its query.
    pub(crate) fn below(&self) -> &str {
        let whole = self.uri.path_and_query().map_or("/", |whole| whole.as_str());
        whole.get(self.language.path().len() + 2..).unwrap_or_default()
    }

    /// Answers with what `page` makes, unless the client has it already: a page is a function of the
    /// program, the catalog's revision, the address and the day.
    pub(crate) async fn page<T: Template>(
        &self,
        make: impl AsyncFnOnce(&Index) -> Result<T, Refusal>,
    ) -> Reply {
        self.page_of("", make).await
    }

    /// The same for a page that depends on something `more` besides.
    pub(super) async fn page_of<T: Template>(
        &self,
        more: &str,
        make: impl AsyncFnOnce(&Index) -> Result<T, Refusal>,
    ) -> Reply {
        let html = async |index: &Index| {
            let page = make(index).await?.render();
            page.map(String::into_bytes).map_err(|error| Refusal::Failed(error.to_string().into()))
        };
        self.answer("text/html; charset=utf-8", more, html).await
    }

    /// Answers with bytes of a form, by the same rule.
    pub(super) async fn file(
        &self,
        media_type: &'static str,
        make: impl AsyncFnOnce(&Index) -> Result<Vec<u8>, Refusal>,
    ) -> Reply {
        self.answer(media_type, "", make).await
    }

    async fn answer(
        &self,
        media_type: &'static str,
        more: &str,
        make: impl AsyncFnOnce(&Index) -> Result<Vec<u8>, Refusal>,
    ) -> Reply {
        let (revision, index) = self.site.catalog.dated().await?;
        let tag = tag(&self.site, &revision, self.today, &self.uri, more);
        if self.has(&tag) {
            let fields = [(header::ETAG, tag), (header::CACHE_CONTROL, "no-cache".to_owned())];
            return Ok((StatusCode::NOT_MODIFIED, fields).into_response());
        }
        let bytes = make(&index).await?;
        let fields = [
            (header::CONTENT_TYPE, media_type.to_owned()),
            (header::CONTENT_LANGUAGE, self.language.tag().to_owned()),
            (header::CACHE_CONTROL, "no-cache".to_owned()),
            (header::ETAG, tag),
        ];
        Ok((fields, bytes).into_response())
    }

    /// Whether the client has what a tag names.
    pub(crate) fn has(&self, tag: &str) -> bool {
        has(&self.headers, tag)
    }
}

/// The tag of what an address gives at a revision on a day; `more` is what it depends on besides.
/// Another program may give something else.
pub(super) fn tag(site: &Site, revision: &Revision, today: Day, uri: &Uri, more: &str) -> String {
    let made = format!("{} {} {today} {uri} {more}", site.program, revision.as_str());
    let digest = Digest::of(made.as_bytes()).to_string();
    let short: String = digest.rsplit(':').next().unwrap_or_default().chars().take(24).collect();
    format!("\"{short}\"")
}

/// Whether a request says that its client has what a tag names.
pub(super) fn has(headers: &HeaderMap, tag: &str) -> bool {
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    known
        .is_some_and(|known| known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag))
}
