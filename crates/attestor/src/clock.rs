//! The one place that reads the clock. A command reads it once and passes the day on.

use attestor_core::day::Day;

/// Today's civil day in UTC.
#[expect(clippy::disallowed_methods, reason = "this is the place where the clock is read")]
pub(crate) fn today() -> Day {
    let seconds = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    let days = i32::try_from(seconds / 86_400).unwrap_or(i32::MAX);
    Day::EPOCH.plus_days(days)
}
