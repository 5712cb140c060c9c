//! A request for a page of the desk: in a language, by somebody who may be signed in.

use std::sync::Arc;

use askama::Template;
use attestor_core::instant::Instant;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::access::{Caller, cookie};
use super::visit::{Refusal, Reply};
use super::{Site, home, wish};
use crate::languages::Language;
use crate::people::sessions::Began;
use crate::phrases::Phrases;

/// The key by which it shows whether a language has words for the desk.
const PROBE: &str = "people-frame-label";

/// A request for a page of the desk.
pub(super) struct Seat {
    /// The site.
    pub(super) site: Arc<Site>,
    /// Who asks; `None` on pages for everybody.
    pub(super) caller: Option<Caller>,
    /// The language that the page is in: the reader's, or English where that has no words for it.
    pub(super) language: Language,
    /// Path and query as they were asked for.
    pub(super) uri: Uri,
    /// The header fields.
    pub(super) headers: HeaderMap,
    /// Now.
    pub(super) now: Instant,
    /// How many notices the caller has not seen.
    pub(super) unseen: i64,
}

impl FromRequestParts<Arc<Site>> for Seat {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        site: &Arc<Site>,
    ) -> Result<Self, Self::Rejection> {
        let caller = parts.extensions.get::<Caller>().cloned();
        let unseen = match &caller {
            // A page is shown whether or not they can be counted.
            Some(caller) => {
                site.portals.store().unseen_notices(&caller.account_id).await.unwrap_or(0)
            }
            None => 0,
        };
        let wanted = wanted(&parts.uri, caller.as_ref(), &parts.headers);
        Ok(Self {
            language: site.phrases(wanted).text_in(PROBE, &[]).1,
            site: Arc::clone(site),
            caller,
            uri: parts.uri.clone(),
            headers: parts.headers.clone(),
            now: site.clock.now(),
            unseen,
        })
    }
}

/// The language of `?hl=`, else the account's, else what the browser asks for.
fn wanted(uri: &Uri, caller: Option<&Caller>, headers: &HeaderMap) -> Language {
    let asked = wish::pairs(uri.query().unwrap_or_default()).find(|(name, _)| name == "hl");
    asked
        .and_then(|(_, tag)| Language::of_tag(&tag))
        .or_else(|| caller.and_then(|caller| Language::of_tag(&caller.language)))
        .unwrap_or_else(|| home::wanted(headers))
}

impl Seat {
    /// The words of the page's language.
    pub(super) fn phrases(&self) -> &Phrases {
        self.site.phrases(self.language)
    }

    /// The language that the reader would like, also where pages have no words in it: for texts that
    /// somebody else wrote in several.
    pub(super) fn wished(&self) -> Language {
        wanted(&self.uri, self.caller.as_ref(), &self.headers)
    }

    /// Who asks, on a page that needs somebody.
    pub(super) fn caller(&self) -> Result<&Caller, Refusal> {
        self.caller.as_ref().ok_or(Refusal::NotFound)
    }

    /// A value of the query; empty where it has none.
    pub(super) fn asked(&self, name: &str) -> String {
        let mut pairs = wish::pairs(self.uri.query().unwrap_or_default());
        pairs.find(|(known, _)| known == name).map(|(_, value)| value).unwrap_or_default()
    }

    /// What the browser calls itself.
    pub(super) fn agent(&self) -> &str {
        let agent = self.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        agent.unwrap_or_default()
    }

    /// Answers with a page.
    pub(super) fn page(&self, status: StatusCode, page: &impl Template) -> Reply {
        let html = page.render().map_err(|error| Refusal::Failed(error.to_string().into()))?;
        let fields = [
            (header::CONTENT_TYPE, "text/html; charset=utf-8"),
            (header::CONTENT_LANGUAGE, self.language.tag()),
            (header::CACHE_CONTROL, "no-store"),
        ];
        Ok((status, fields, html).into_response())
    }

    /// Leads on to an address.
    pub(super) fn go(address: &str) -> Response {
        Redirect::to(address).into_response()
    }

    /// Leads on with the secret of a session.
    pub(super) fn go_with(&self, began: &Began, address: &str) -> Response {
        with_cookie(Self::go(address), cookie::give(began, &self.site))
    }

    /// Leads on without a session.
    pub(super) fn go_without(&self, address: &str) -> Response {
        with_cookie(Self::go(address), cookie::take(&self.site))
    }
}

/// Puts a cookie on an answer.
pub(super) fn with_cookie(mut answer: Response, cookie: Option<HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        answer.headers_mut().append(header::SET_COOKIE, cookie);
    }
    answer
}

/// The address to go on to, if it is one of ours; what is none leads to the work list.
pub(super) fn way_on(next: &str) -> &str {
    let is_path = next.starts_with('/') && !next.starts_with("//") && !next.starts_with("/\\");
    let is_plain = next.chars().all(|letter| !letter.is_control() && letter != '\\');
    if is_path && is_plain { next } else { "/desk" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_addresses_are_gone_on_to() {
        assert_eq!(way_on("/desk/cases?state=open"), "/desk/cases?state=open");
        let strange = [
            "",
            "//example.org",
            "/\\example.org",
            "https://example.org",
            "javascript:1",
            "/a\nb",
            "/a\\b",
        ];
        for next in strange {
            assert_eq!(way_on(next), "/desk", "{next}");
        }
    }
}
