//! Why the API of the desk does not do something, as a problem with a stable type.

use attestor_core::certification::reason::Reason;
use attestor_core::desk::refusal::Refusal;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::call::Call;
use crate::actions::desk::Refused;
use crate::people::refused::Refused as NotManaged;
use crate::phrases::Phrases;
use crate::stop::Stop;
use crate::web::api::problem::{Now, ParameterFault, Problem, ToldReason, fault};
use crate::web::broken::{AGAIN, Broken};

/// Why something is not done.
#[derive(Debug, Default)]
pub(super) struct No {
    /// The status of the answer.
    status: StatusCode,
    /// The end of the type's address; the one of the status where it is empty.
    kind: String,
    detail: String,
    errors: Vec<ParameterFault>,
    facts: Vec<(String, String)>,
    reasons: Vec<Reason>,
    now: Option<Now>,
    fields: Vec<(HeaderName, String)>,
}

impl No {
    /// A refusal with a status and one sentence.
    pub(super) fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self { status, detail: detail.into(), ..Self::default() }
    }

    /// There is nothing here for who asks.
    pub(super) fn not_found(what: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, format!("there is no such {what}"))
    }

    /// Who asks may not.
    pub(super) fn forbidden(detail: &str) -> Self {
        Self::new(StatusCode::FORBIDDEN, detail)
    }

    /// Parameters of the query or the header are not in their form.
    pub(super) fn parameters(errors: Vec<ParameterFault>) -> Self {
        let detail = "a parameter is unknown or not in its form";
        Self { errors, ..Self::new(StatusCode::BAD_REQUEST, detail) }
    }

    /// One parameter is not in its form.
    pub(super) fn parameter(name: &str, detail: impl Into<String>) -> Self {
        Self::parameters(vec![fault(name, detail)])
    }

    /// A field of the body is not as it must be.
    pub(super) fn field(name: &str, detail: impl Into<String>) -> Self {
        let errors = vec![fault(name, detail)];
        let whole = "the body is not in its form";
        Self { errors, ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, whole) }
    }

    /// Several parts of the body are not as they must be.
    pub(super) fn fields(whole: &str, errors: Vec<ParameterFault>) -> Self {
        Self { errors, ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, whole) }
    }

    /// The same with another type of problem.
    pub(super) fn of_kind(self, kind: impl Into<String>) -> Self {
        Self { kind: kind.into(), ..self }
    }

    /// The same with what is there now.
    pub(super) fn with_now(self, now: Now) -> Self {
        Self { now: Some(now), ..self }
    }

    /// The same with a header field.
    pub(super) fn with_field(mut self, name: HeaderName, value: impl Into<String>) -> Self {
        self.fields.push((name, value.into()));
        self
    }

    /// The same with a named fact.
    pub(super) fn with_fact(mut self, name: &str, value: &impl ToString) -> Self {
        self.facts.push((name.to_owned(), value.to_string()));
        self
    }

    fn rule(refusal: Refusal, phrases: &Phrases) -> Self {
        let kind = format!("refused-{}", refusal.rule);
        let detail = phrases.word(&format!("problem-{kind}"));
        let facts = refusal.facts.into_iter().map(|(name, value)| (name.to_owned(), value));
        Self {
            kind,
            facts: facts.collect(),
            reasons: refusal.reasons,
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, detail)
        }
    }

    /// The refusal of the desk. What is there now is told where the client has to look again.
    pub(super) fn of_desk(refused: Refused, phrases: &Phrases) -> Self {
        match refused {
            Refused::NotFound => Self::not_found("case"),
            Refused::Forbidden => Self::forbidden("your role has no right to this"),
            Refused::Conflict { now, .. } => {
                let detail = "others acted meanwhile; look at the case as it is now";
                Self::new(StatusCode::CONFLICT, detail).with_fact("now", &now)
            }
            Refused::AppHasCase => {
                let detail = "the app has an open case already";
                Self::new(StatusCode::CONFLICT, detail).of_kind("app-has-case")
            }
            Refused::Rule(refusal) => Self::rule(refusal, phrases),
            Refused::Failed(stop) => stop.into(),
        }
    }

    /// The problem of this call.
    pub(super) fn told(self, call: &Call) -> Response {
        let public_url = &call.site.settings.public_url;
        let mut problem = Problem::new(self.status, public_url, call.uri.path(), &call.id);
        if !self.kind.is_empty() {
            problem.kind = format!("{public_url}/problems/{}", self.kind);
        }
        let phrases = call.phrases();
        problem.detail = (!self.detail.is_empty()).then_some(self.detail);
        problem.errors = self.errors;
        problem.facts = self.facts.into_iter().collect();
        problem.reasons = self.reasons.iter().map(|it| ToldReason::of(it, phrases)).collect();
        problem.now = self.now;
        let mut answer = problem.into_response();
        for (name, value) in self.fields {
            if let Ok(value) = HeaderValue::from_str(&value) {
                answer.headers_mut().insert(name, value);
            }
        }
        answer
    }
}

impl From<Stop> for No {
    fn from(stop: Stop) -> Self {
        let broken = Broken::of(&stop);
        let no = Self::new(broken.status(), broken.detail().unwrap_or_default());
        match broken {
            Broken::Away => no.of_kind(broken.kind()).with_field(header::RETRY_AFTER, AGAIN),
            Broken::Full | Broken::Otherwise => no.of_kind(broken.kind()),
        }
    }
}

impl From<NotManaged> for No {
    fn from(refused: NotManaged) -> Self {
        match refused {
            NotManaged::Faults(faults) => {
                let name = |field: &str| if field.is_empty() { "body" } else { field }.to_owned();
                let detail = |reason: &str| format!("refused: {}", reason.replace('-', " "));
                let errors = faults.iter().map(|it| fault(&name(it.field), detail(it.reason)));
                let whole = "the body is not in its form";
                Self {
                    errors: errors.collect(),
                    ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, whole)
                }
            }
            NotManaged::NotFound => Self::not_found("thing"),
            NotManaged::TooMany(seconds) => {
                Self::new(StatusCode::TOO_MANY_REQUESTS, "too many tries")
                    .with_field(header::RETRY_AFTER, seconds.to_string())
            }
            NotManaged::Failed(stop) => stop.into(),
        }
    }
}
