//! Days in the files of the demo, counted from today, so that the demo tells the same story on every
//! day.

use attestor_core::day::Day;

/// A text of the demo with its days: `{-7}` is seven days before today, `{+7}` seven days after it.
/// Anything else in braces stays.
pub(crate) fn dated(text: &str, today: Day) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        out.push_str(before);
        rest = match day(behind, today) {
            Some((day, next)) => {
                out.push_str(&day.to_string());
                next
            }
            None => {
                out.push('{');
                behind
            }
        };
    }
    out.push_str(rest);
    out
}

/// The day at the start of a text, behind its brace, and what stands after it.
fn day(text: &str, today: Day) -> Option<(Day, &str)> {
    let (days, rest) = text.split_once('}')?;
    let is_signed = days.starts_with(['-', '+']);
    let days: i32 = days.parse().ok().filter(|_| is_signed)?;
    Some((today.plus_days(days), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_where_they_are_counted() {
        let today = Day::parse("2026-03-02").expect("a day");
        assert_eq!(
            dated(r#"{"at":"{-7}T09:00:00Z"},{-x},{-1},{+30},{5},{"#, today),
            r#"{"at":"2026-02-23T09:00:00Z"},{-x},2026-03-01,2026-04-01,{5},{"#
        );
    }
}
