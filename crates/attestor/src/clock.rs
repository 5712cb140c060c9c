//! The one place that reads the clock. A command reads it once and passes day or instant on.

use std::time::{Duration, Instant as Tick, SystemTime, UNIX_EPOCH};

use attestor_core::day::Day;
use attestor_core::instant::Instant;

/// Now.
#[expect(clippy::disallowed_methods, reason = "this is the place where the clock is read")]
pub(crate) fn now() -> Instant {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    Instant::from_seconds(since.map_or(0, |since| since.as_secs()))
}

/// Today's civil day in UTC.
pub(crate) fn today() -> Day {
    now().day()
}

/// Tells when it is time again to say something.
#[derive(Debug, Default)]
pub(crate) struct Rhythm {
    last: Option<Tick>,
}

impl Rhythm {
    /// Whether this much time has passed since the last yes; the first answer is a yes.
    #[expect(clippy::disallowed_methods, reason = "this is the place where the clock is read")]
    pub(crate) fn is_due(&mut self, every: Duration) -> bool {
        let now = Tick::now();
        let due = self.last.is_none_or(|last| now.duration_since(last) >= every);
        if due {
            self.last = Some(now);
        }
        due
    }
}

/// How long something takes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lap(Tick);

impl Lap {
    /// Begins now.
    #[expect(clippy::disallowed_methods, reason = "this is the place where the clock is read")]
    pub(crate) fn begin() -> Self {
        Self(Tick::now())
    }

    /// The time since the beginning, in microseconds.
    pub(crate) fn micros(self) -> u64 {
        u64::try_from(self.0.elapsed().as_micros()).unwrap_or(u64::MAX)
    }
}
