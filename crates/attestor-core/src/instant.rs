//! Points in time, for records of what happened when. Rules count in days, see [`crate::day`].

use std::fmt;

use crate::day::Day;
use crate::word::as_text;

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

    /// Reads exactly `YYYY-MM-DDTHH:MM:SSZ`; `None` for any other form and before 1970.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (day, time) = text.strip_suffix('Z')?.split_once('T')?;
        let days = u64::try_from(Day::EPOCH.days_until(Day::parse(day)?)).ok()?;
        let mut parts = time.split(':').map(two_digits);
        let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
        let is_time = parts.next().is_none() && hour < 24 && minute < 60 && second < 60;
        is_time
            .then(|| Self::from_seconds(days * SECONDS_A_DAY + hour * 3600 + minute * 60 + second))
    }

    /// The seconds since the beginning of 1970, leap seconds not counted.
    #[must_use]
    pub const fn seconds(self) -> u64 {
        self.seconds
    }

    /// The instant this many seconds later.
    #[must_use]
    pub const fn plus_seconds(self, seconds: u64) -> Self {
        Self { seconds: self.seconds.saturating_add(seconds) }
    }

    /// The civil day in UTC; the calendar's last day for everything later.
    #[must_use]
    pub fn day(self) -> Day {
        i32::try_from(self.seconds / SECONDS_A_DAY)
            .map_or(Day::MAX, |days| Day::EPOCH.plus_days(days))
    }
}

fn two_digits(text: &str) -> Option<u64> {
    let is_number = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = self.seconds % SECONDS_A_DAY;
        let (hour, minute) = (second / 3600, second / 60 % 60);
        write!(f, "{}T{hour:02}:{minute:02}:{:02}Z", self.day(), second % 60)
    }
}

as_text!(Instant, "an instant in the form `YYYY-MM-DDTHH:MM:SSZ`");

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
            assert_eq!(Instant::parse(text), Some(Instant::from_seconds(seconds)));
        }
    }

    #[test]
    fn other_forms_of_time_are_not_read() {
        for text in [
            "",
            "1969-12-31T23:59:59Z",
            "2026-11-22T24:00:00Z",
            "2026-11-22T05:08:60Z",
            "2026-11-22T05:08Z",
            "2026-11-22T05:08:00",
            "2026-11-22T+5:08:00Z",
            "2026-11-22T05:08:00:00Z",
            "2026-02-30T05:08:00Z",
        ] {
            assert_eq!(Instant::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_calendar_ends_without_failing() {
        assert_eq!(Instant::from_seconds(u64::MAX).day(), Day::MAX);
    }
}
