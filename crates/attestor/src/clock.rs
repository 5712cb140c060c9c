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

/// The clock that parts of the server go by, so that a test can move it. A clone is the same one.
#[derive(Debug, Clone)]
pub(crate) struct Clock(Reading);

#[derive(Debug, Clone)]
enum Reading {
    System,
    #[cfg(test)]
    Set(std::sync::Arc<std::sync::atomic::AtomicU64>),
}

impl Clock {
    /// The clock of the machine.
    pub(crate) const fn system() -> Self {
        Self(Reading::System)
    }

    /// Now.
    pub(crate) fn now(&self) -> Instant {
        match &self.0 {
            Reading::System => now(),
            #[cfg(test)]
            Reading::Set(seconds) => {
                Instant::from_seconds(seconds.load(std::sync::atomic::Ordering::SeqCst))
            }
        }
    }

    /// Today's civil day in UTC.
    pub(crate) fn today(&self) -> Day {
        self.now().day()
    }

    /// A clock that stands at an instant until it is moved.
    #[cfg(test)]
    pub(crate) fn at(instant: Instant) -> Self {
        Self(Reading::Set(std::sync::Arc::new(instant.seconds().into())))
    }

    /// Moves a clock that stands; the machine's own cannot be moved.
    #[cfg(test)]
    pub(crate) fn advance(&self, seconds: u64) {
        match &self.0 {
            Reading::System => panic!("the machine's clock is not moved"),
            Reading::Set(now) => {
                now.fetch_add(seconds, std::sync::atomic::Ordering::SeqCst);
            }
        }
    }

    /// Moves a clock that stands by whole days.
    #[cfg(test)]
    pub(crate) fn advance_days(&self, days: u64) {
        self.advance(days * 24 * 60 * 60);
    }
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
