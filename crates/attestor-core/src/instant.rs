//! Points in time, for records of what happened when. Rules count in days, see [`crate::day`].

use std::fmt;

use crate::day::Day;

const SECONDS_A_DAY: u64 = 86_400;

/// A second of time in UTC, from 1970 on. Prints as `2026-11-22T05:08:00Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant {
    seconds: u64,
}

impl Instant {
    /// The instant this many seconds after the beginning of 1970, leap seconds not counted.
    #[must_use]
    pub const fn from_seconds(seconds: u64) -> Self {
        Self { seconds }
    }

    /// Seconds since the beginning of 1970.
    #[must_use]
    pub const fn seconds(self) -> u64 {
        self.seconds
    }

    /// The civil day in UTC; the calendar's last day for everything later.
    #[must_use]
    pub fn day(self) -> Day {
        i32::try_from(self.seconds / SECONDS_A_DAY)
            .map_or(Day::MAX, |days| Day::EPOCH.plus_days(days))
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = self.seconds % SECONDS_A_DAY;
        let (hour, minute) = (second / 3600, second / 60 % 60);
        write!(f, "{}T{hour:02}:{minute:02}:{:02}Z", self.day(), second % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_print_as_utc() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (86_399, "1970-01-01T23:59:59Z"),
            (1_795_324_080, "2026-11-22T05:08:00Z"),
        ] {
            assert_eq!(Instant::from_seconds(seconds).to_string(), text);
        }
    }

    #[test]
    fn the_calendar_ends_without_failing() {
        assert_eq!(Instant::from_seconds(u64::MAX).day(), Day::MAX);
    }
}
