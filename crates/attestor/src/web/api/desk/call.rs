//! A request to the API of the desk: who asks, what they sent, how it is answered.

use std::sync::Arc;

use attestor_core::desk::act::Act;
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::guard::Rules;
use attestor_core::desk::role::{Relation, Right, grants};
use axum::body::Bytes;
use axum::extract::{FromRequest as _, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::refusal::No;
use crate::actions::desk::{Desk, Refused, Worker};
use crate::languages::Language;
use crate::people::caller::Via;
use crate::people::tokens::Scope;
use crate::phrases::Phrases;
use crate::stop::Stop;
use crate::web::access::Caller;
use crate::web::api::problem::{Now, fault};
use crate::web::desk::visit::worker;
use crate::web::guard::RequestId;
use crate::web::{Site, wish};

/// A request of somebody who may ask (`web::access` decided that).
pub(in crate::web::api) struct Call {
    /// The site.
    pub(super) site: Arc<Site>,
    /// Who asks.
    pub(super) caller: Caller,
    /// The same to the desk.
    pub(super) worker: Worker,
    /// Path and query.
    pub(super) uri: Uri,
    /// The header fields.
    pub(super) headers: HeaderMap,
    /// The number of the request.
    pub(super) id: String,
}

impl FromRequestParts<Arc<Site>> for Call {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, StatusCode> {
        let caller = parts.extensions.get::<Caller>().cloned().ok_or(StatusCode::UNAUTHORIZED)?;
        let worker = worker(&caller).ok_or(StatusCode::FORBIDDEN)?;
        let id = parts.extensions.get::<RequestId>().map(|id| id.0.clone());
        Ok(Self {
            site: Arc::clone(site),
            caller,
            worker,
            uri: parts.uri.clone(),
            headers: parts.headers.clone(),
            id: id.unwrap_or_default(),
        })
    }
}

/// What a handler gives.
pub(super) type Answered = Result<Response, No>;

impl Call {
    /// The desk.
    pub(super) fn desk(&self) -> &Desk {
        &self.site.desk
    }

    /// The words of answers, which do not depend on the reader.
    pub(super) fn phrases(&self) -> &Phrases {
        self.site.phrases(Language::English)
    }

    /// The answer, or the problem.
    pub(super) fn tell(&self, answered: Answered) -> Response {
        answered.unwrap_or_else(|no| no.told(self))
    }

    /// A refusal of the desk.
    pub(super) fn no(&self, refused: Refused) -> No {
        No::of_desk(refused, self.phrases())
    }

    /// A case as the caller may see it.
    pub(super) async fn case(&self, case_id: &str) -> Result<Arc<CaseFile>, No> {
        self.desk().load(&self.worker, case_id).await.map_err(|refused| self.no(refused))
    }

    /// What a case is judged by.
    pub(super) fn rules(&self, file: &CaseFile) -> Result<Rules<'_>, Stop> {
        self.desk().rules(file)
    }

    /// Whether the caller is of the certification body.
    pub(super) fn is_staff(&self) -> bool {
        self.worker.is_staff()
    }

    /// The organization whose cases the caller sees; `None` for all.
    pub(super) fn seen_organization(&self) -> Option<String> {
        let everywhere = grants(self.worker.role, Right::CaseRead, Relation::Other);
        (!everywhere).then(|| self.worker.organization.clone())
    }

    /// Whether a token may do an act: it needs the scope of a right that the act asks for and that
    /// its member holds.
    pub(super) fn has_scope_for(&self, act: &Act, organization: &str) -> bool {
        let Via::Token { scopes, .. } = &self.caller.via else { return true };
        let relation = self.worker.relation(organization);
        let held = act.rights().iter().filter(|right| self.caller.may(**right, relation));
        held.into_iter().any(|right| scopes.has(Scope::to_change(Some(*right))))
    }

    /// The parameters of the query, each once; one that is not known is a fault.
    pub(super) fn asked(&self, known: &[&str]) -> Result<Vec<(String, String)>, No> {
        let mut asked: Vec<(String, String)> = Vec::new();
        let mut faults = Vec::new();
        for (name, value) in wish::pairs(self.uri.query().unwrap_or_default()) {
            if !known.contains(&name.as_str()) {
                faults.push(fault(&name, "there is no such parameter here"));
            } else if value.contains('\0') {
                faults.push(fault(&name, "the character U+0000 is in no text here"));
            } else if asked.iter().any(|(other, _)| *other == name) {
                faults.push(fault(&name, "it stands here twice"));
            }
            asked.push((name, value));
        }
        if faults.is_empty() { Ok(asked) } else { Err(No::parameters(faults)) }
    }

    /// The tag of a case: the number of its last act, for whom it is told, and the day, because what
    /// is due when is told too.
    pub(super) fn etag(&self, file: &CaseFile) -> String {
        let view = if self.is_staff() { "staff" } else { "publisher" };
        format!("\"{}-{view}-{}\"", file.number, self.desk().clock().today())
    }

    /// What is there now.
    pub(super) fn now(&self, file: &CaseFile) -> Now {
        Now { number: file.number, etag: self.etag(file) }
    }

    /// An answer of JSON about a case, unless the client has it already.
    pub(super) fn of_case(&self, file: &CaseFile, value: &impl Serialize) -> Answered {
        let tag = self.etag(file);
        let mut answer = if crate::web::visit::has(&self.headers, &tag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            json(StatusCode::OK, value)?
        };
        put(&mut answer, header::ETAG, &tag);
        Ok(answer)
    }

    /// The number of the last act that the client saw, from `If-Match`: another one refuses the
    /// request with what is there now.
    pub(super) fn seen(&self, file: &CaseFile) -> Result<Option<u64>, No> {
        let tags = self.headers.get_all(header::IF_MATCH).iter();
        let tags: Vec<&str> = tags.filter_map(|value| value.to_str().ok()).collect();
        let tags: Vec<&str> = tags.iter().flat_map(|all| all.split(',')).map(str::trim).collect();
        if !self.headers.contains_key(header::IF_MATCH) || tags.contains(&"*") {
            return Ok(None);
        }
        // The day in the tag tells when it was looked at, not what was there.
        let number = |tag: &&str| tag.strip_prefix('"')?.split('-').next()?.parse::<u64>().ok();
        let mut seen = tags.iter().filter_map(number);
        match seen.find(|seen| *seen == file.number) {
            Some(seen) => Ok(Some(seen)),
            None => Err(self.outdated(file)),
        }
    }

    /// Others acted since the client looked.
    pub(super) fn outdated(&self, file: &CaseFile) -> No {
        let detail = "others acted since you looked; look at the case as it is now";
        No::new(StatusCode::PRECONDITION_FAILED, detail)
            .with_now(self.now(file))
            .with_field(header::ETAG, self.etag(file))
    }
}

/// An answer of JSON.
pub(super) fn json(status: StatusCode, value: &impl Serialize) -> Answered {
    let text = text(value)?;
    Ok((status, [(header::CONTENT_TYPE, "application/json")], text).into_response())
}

/// JSON as text.
pub(super) fn text(value: &impl Serialize) -> Result<String, Stop> {
    serde_json::to_string(value)
        .map_err(|error| Stop::Failure(format!("cannot write JSON: {error}")))
}

/// Puts a field on an answer.
pub(super) fn put(answer: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
}

/// The body of a request as it came.
pub(super) async fn bytes(request: Request) -> Result<Bytes, No> {
    let read = Bytes::from_request(request, &()).await;
    read.map_err(|rejection| match rejection.into_response().status() {
        StatusCode::PAYLOAD_TOO_LARGE => {
            No::new(StatusCode::PAYLOAD_TOO_LARGE, "the body is too large")
        }
        _ => No::new(StatusCode::BAD_REQUEST, "the body cannot be read"),
    })
}

/// Refuses a body that is not JSON by its own word.
pub(super) fn expect_json(headers: &HeaderMap) -> Result<(), No> {
    let form = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let bare = form.map(|form| form.split(';').next().unwrap_or_default().trim());
    match bare {
        Some(bare) if bare.eq_ignore_ascii_case("application/json") => Ok(()),
        _ => {
            let detail = "a body of the type application/json is wanted";
            Err(No::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail))
        }
    }
}

/// Reads a body: no JSON is 400, JSON in another form is 422 with where and what.
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, No> {
    use serde_json::error::Category;
    if has_nul(bytes) {
        return Err(No::field("body", "a text holds the character U+0000, which cannot be kept"));
    }
    serde_json::from_slice(bytes).map_err(|error| match error.classify() {
        Category::Data => No::field("body", error.to_string()),
        Category::Syntax | Category::Eof | Category::Io => {
            No::new(StatusCode::BAD_REQUEST, format!("the body is no JSON: {error}"))
        }
    })
}

/// Whether a text of JSON holds the character that databases do not keep: it can only stand there
/// escaped, behind an odd number of backslashes.
fn has_nul(json: &[u8]) -> bool {
    let mut escaped = false;
    json.iter().enumerate().any(|(at, byte)| {
        let begins = escaped && json.get(at..).is_some_and(|rest| rest.starts_with(b"u0000"));
        escaped = *byte == b'\\' && !escaped;
        begins
    })
}
