//! Why something is not done on the desk.

use attestor_core::desk::refusal::Refusal;

use crate::stop::Stop;

/// Why something is not done.
#[derive(Debug)]
pub(crate) enum Refused {
    /// There is no such case, or it is none of the worker's.
    NotFound,
    /// The worker has no right to it.
    Forbidden,
    /// Others acted since the worker looked. Nothing was done.
    Conflict {
        /// The number of the last act now.
        now: u64,
    },
    /// The app has an open case already.
    AppHasCase,
    /// A rule of the program or of the desk says no.
    Rule(Refusal),
    /// The world broke.
    Failed(Stop),
}

impl From<Stop> for Refused {
    fn from(stop: Stop) -> Self {
        Self::Failed(stop)
    }
}
