//! Errors for programs, as RFC 9457 has them.

use std::collections::BTreeMap;

use attestor_core::certification::reason::Reason;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::phrases::Phrases;
use crate::stop::Stop;
use crate::web::problem::kind_for_programs;

/// What went wrong (RFC 9457).
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!({
    "type": "https://catalog.example.org/problems/bad-request",
    "title": "Bad Request",
    "status": 400,
    "detail": "a parameter is not in its form",
    "instance": "/api/v1/apps",
    "request_id": "3f0c2a7be1d84c5f9e6a7b8c9d0e1f23",
    "errors": [{"parameter": "tier", "detail": "`gold` is none of `attested`, `certified`"}]
}))]
pub(in crate::web) struct Problem {
    /// An address that explains this kind of problem.
    #[serde(rename = "type")]
    pub(in crate::web) kind: String,
    /// The kind in short.
    pub(in crate::web) title: String,
    /// The status of the answer.
    pub(in crate::web) status: u16,
    /// What happened this time, in one sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web) detail: Option<String>,
    /// The path that was asked for.
    pub(in crate::web) instance: String,
    /// The number of the request, also in the field `x-request-id` and in the log.
    pub(in crate::web) request_id: String,
    /// Each fault of the request.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(in crate::web) errors: Vec<ParameterFault>,
    /// The facts that a rule looked at, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(in crate::web) facts: BTreeMap<String, String>,
    /// What the assessment says, where it decides.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(in crate::web) reasons: Vec<ToldReason>,
    /// What is there now, where the client saw something older.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web) now: Option<Now>,
}

/// A reason of the assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(in crate::web) struct ToldReason {
    /// The id of the rule.
    rule: String,
    /// The facts it looked at, by name.
    facts: BTreeMap<String, String>,
    /// What it says, in one English sentence.
    text: String,
}

impl ToldReason {
    /// A reason in words.
    pub(in crate::web) fn of(reason: &Reason, phrases: &Phrases) -> Self {
        let facts = reason.facts.iter();
        Self {
            rule: reason.rule.to_string(),
            facts: facts.map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
            text: phrases.reason(reason),
        }
    }
}

/// What is there now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(in crate::web) struct Now {
    /// The number of the last act.
    pub(in crate::web) number: u64,
    /// The tag of the case for this caller.
    pub(in crate::web) etag: String,
}

/// What is wrong with a parameter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(in crate::web) struct ParameterFault {
    /// The name of the parameter, in the path or in the query.
    pub(in crate::web) parameter: String,
    /// What is wrong with it.
    pub(in crate::web) detail: String,
}

impl Problem {
    /// A problem of a status at a path.
    pub(in crate::web) fn new(
        status: StatusCode,
        public_url: &str,
        instance: &str,
        request_id: &str,
    ) -> Self {
        Self {
            kind: format!("{public_url}/problems/{}", kind_for_programs(status)),
            title: status.canonical_reason().unwrap_or("Error").to_owned(),
            status: status.as_u16(),
            detail: None,
            instance: instance.to_owned(),
            request_id: request_id.to_owned(),
            errors: Vec::new(),
            facts: BTreeMap::new(),
            reasons: Vec::new(),
            now: None,
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_string(&self).unwrap_or_default();
        let form = [
            (header::CONTENT_TYPE, "application/problem+json"),
            (header::CACHE_CONTROL, "no-store"),
        ];
        let mut answer = (status, form, body).into_response();
        if self.instance.starts_with("/api/") {
            let all = HeaderValue::from_static("*");
            answer.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, all);
        }
        answer
    }
}

/// Why an address of the API does not answer with data.
#[derive(Debug)]
pub(super) enum Refused {
    /// There is no such thing; a sentence.
    NotFound(String),
    /// Parameters are unknown or not in their form.
    Faults(Vec<ParameterFault>),
    /// The world broke.
    Failed(Stop),
}

impl Refused {
    /// One parameter is wrong.
    pub(super) fn parameter(name: &str, detail: impl Into<String>) -> Self {
        Self::Faults(vec![fault(name, detail)])
    }
}

impl From<Stop> for Refused {
    fn from(stop: Stop) -> Self {
        Self::Failed(stop)
    }
}

/// What is wrong with a parameter.
pub(in crate::web) fn fault(name: &str, detail: impl Into<String>) -> ParameterFault {
    ParameterFault { parameter: name.to_owned(), detail: detail.into() }
}
