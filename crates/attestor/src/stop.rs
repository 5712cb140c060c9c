//! How a command ends: with an answer, or with the reason why there is none.

use std::io;
use std::path::Path;

use attestor_core::fault::Fault;

/// How a command ended that came to an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done; the answer is good. Code 0.
    Done,
    /// Done; the answer is a no: refused, or not ready. Code 1.
    Refused,
}

/// Why a command could not come to its end.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The input is not in its form. Code 2.
    Faults(Vec<Fault>),
    /// The arguments do not fit together; one sentence and a hint. Code 2.
    Usage(String),
    /// The world broke: a missing right, a damaged file. Code 3.
    Failure(String),
    /// No room is left to write anything; what was written before is there. Code 3.
    Full(String),
    /// What is needed does not answer right now, as a database that starts anew. Code 3.
    Away(String),
}

impl Stop {
    /// A failure to `act` on `path`.
    pub(crate) fn io(act: &str, path: &Path, error: &io::Error) -> Self {
        Self::Failure(format!("cannot {act} {}: {error}", path.display()))
    }
}

/// Words of a failure that has no other form.
impl From<String> for Stop {
    fn from(words: String) -> Self {
        Self::Failure(words)
    }
}
