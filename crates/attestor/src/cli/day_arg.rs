//! Days on the command line.

use attestor_core::day::Day;

/// Reads a day in the form `YYYY-MM-DD`; a time of day behind it is allowed and does not count,
/// because every rule here counts whole calendar days.
pub(crate) fn day(text: &str) -> Result<Day, String> {
    let (date, rest) = text.split_at_checked(10).unwrap_or((text, ""));
    let time = rest.is_empty() || rest.starts_with(['T', ' ']);
    Day::parse(date).filter(|_| time).ok_or_else(|| "not a day in the form YYYY-MM-DD".to_owned())
}
