//! What an answer says when the world broke under a request: no room, a database that does not answer,
//! or anything else. Words that may name hosts and files are only for the log.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::stop::Stop;

/// After how many seconds a client may ask again where the database does not answer.
pub(super) const AGAIN: &str = "5";

/// How the world broke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Broken {
    /// No room is left to write anything.
    Full,
    /// The database does not answer.
    Away,
    /// Anything else.
    Otherwise,
}

impl Broken {
    /// What a stop means for a client; the log has its words.
    pub(super) fn of(stop: &Stop) -> Self {
        tracing::error!(target: "attestor", reason = ?stop, "a request failed");
        match stop {
            Stop::Full(_) => Self::Full,
            Stop::Away(_) => Self::Away,
            Stop::Faults(_) | Stop::Usage(_) | Stop::Failure(_) => Self::Otherwise,
        }
    }

    /// The status of the answer.
    pub(super) const fn status(self) -> StatusCode {
        match self {
            Self::Full => StatusCode::INSUFFICIENT_STORAGE,
            Self::Away => StatusCode::SERVICE_UNAVAILABLE,
            Self::Otherwise => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The kind of the problem: the last part of the address that explains it.
    pub(super) const fn kind(self) -> &'static str {
        match self {
            Self::Full => "storage-full",
            Self::Away => "unavailable",
            Self::Otherwise => "failure",
        }
    }

    /// What happened and what was kept, in one sentence.
    pub(super) const fn detail(self) -> Option<&'static str> {
        match self {
            Self::Full => Some(
                "no room is left to keep this: nothing of it was done, and everything that was \
                 done before is kept",
            ),
            Self::Away => Some(
                "the database does not answer right now: everything that was acknowledged is \
                 kept, and a repeat with the same Idempotency-Key does nothing twice",
            ),
            Self::Otherwise => None,
        }
    }
}

/// An answer without words, which the guard tells.
impl IntoResponse for Broken {
    fn into_response(self) -> Response {
        let mut answer = self.status().into_response();
        if self == Self::Away {
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static(AGAIN));
        }
        answer.extensions_mut().insert(self);
        answer
    }
}
