//! Requests that come twice: the field `Idempotency-Key` makes a repeated `POST` give the answer of
//! the first one and do nothing.

use std::sync::Arc;

use attestor_core::digest::Digest;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::call::{Answered, Call, put, text};
use super::refusal::No;
use super::shapes::Did;
use crate::actions::desk::Desk;
use crate::actions::desk::repeat::Repeatable;
use crate::people::repeat::Repeat;
use crate::stop::Stop;
use crate::store::people::OrganizationRow;
use crate::store::repeated::AnswerRow;

/// The field with the key.
const KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The field of an answer that was given before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// The most letters of a key.
const LETTERS: usize = 255;

/// A request that may come twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Once {
    key: String,
    request: String,
}

impl Once {
    /// The key of a request and the digest of what it asks for; `None` without a key.
    pub(super) fn read(call: &Call, body: &[u8]) -> Result<Option<Self>, No> {
        let Some(value) = call.headers.get(KEY) else { return Ok(None) };
        let key = value.to_str().unwrap_or_default();
        if key.is_empty() || key.len() > LETTERS || !key.bytes().all(|it| it.is_ascii_graphic()) {
            let words = format!("1 to {LETTERS} visible ASCII letters are wanted");
            return Err(No::parameter("Idempotency-Key", words));
        }
        let place = call.uri.to_string();
        let request = Digest::of_parts([("address", place.as_bytes()), ("body", body)]);
        Ok(Some(Self { key: key.to_owned(), request: request.to_string() }))
    }

    /// The answer that the same request got before. Another request with the same key is refused.
    async fn before(&self, call: &Call) -> Result<Option<Response>, No> {
        let found = call.desk().answered(&call.worker.account, &self.key).await?;
        let Some(row) = found else { return Ok(None) };
        if row.request_digest != self.request {
            let detail = "the key was used for another request; every request needs its own";
            let no = No::new(StatusCode::UNPROCESSABLE_ENTITY, detail);
            return Err(no.of_kind("key-used"));
        }
        let mut answer = given(row);
        put(&mut answer, REPLAYED, "true");
        Ok(Some(answer))
    }

    /// The request as the desk knows it again.
    pub(super) fn repeatable(&self, call: &Call) -> Repeatable {
        Repeatable {
            account: call.worker.account.clone(),
            key: self.key.clone(),
            request: self.request.clone(),
        }
    }

    /// The request as people keep its answer: the kept one, which shows no secret.
    pub(super) fn repeat(
        &self,
        answer: impl Fn(Option<&OrganizationRow>) -> Result<String, Stop> + Send + Sync + 'static,
    ) -> Repeat {
        Repeat { key: self.key.clone(), request: self.request.clone(), answer: Box::new(answer) }
    }

    /// Keeps an answer about something outside of the database.
    pub(super) async fn keep(&self, call: &Call, status: StatusCode, text: &str) -> Result<(), No> {
        let row = AnswerRow {
            request_digest: self.request.clone(),
            status: i64::from(status.as_u16()),
            answer: text.as_bytes().to_vec(),
            media_type: "application/json".to_owned(),
        };
        let place = (call.worker.account.as_str(), self.key.as_str());
        call.desk().keep_answer_of(place, &row).await.map_err(|refused| call.no(refused))
    }
}

/// The answer that a request with a key got before.
pub(super) async fn before(call: &Call, once: Option<&Once>) -> Result<Option<Response>, No> {
    match once {
        Some(once) => once.before(call).await,
        None => Ok(None),
    }
}

/// The desk for a request that does something to a case: it keeps the answer where the client may
/// repeat the request.
pub(super) fn desk(call: &Arc<Call>, once: Option<&Once>, status: StatusCode) -> Desk {
    let Some(once) = once else { return call.desk().clone() };
    let own = Arc::clone(call);
    call.desk().repeating(once.repeatable(call), move |file, standing| {
        Ok((status.as_u16(), text(&Did::standing_so(file, standing, &own))?))
    })
}

/// After something was done: what is kept, so that first and repeated answers are the same bytes.
pub(super) async fn done(
    call: &Call,
    once: Option<&Once>,
    otherwise: impl FnOnce() -> Answered,
) -> Answered {
    match before(call, once).await? {
        Some(mut answer) => {
            answer.headers_mut().remove(REPLAYED);
            Ok(answer)
        }
        None => otherwise(),
    }
}

fn given(row: AnswerRow) -> Response {
    let status = u16::try_from(row.status).ok().and_then(|code| StatusCode::from_u16(code).ok());
    let form = [(header::CONTENT_TYPE, row.media_type)];
    (status.unwrap_or(StatusCode::OK), form, row.answer).into_response()
}
