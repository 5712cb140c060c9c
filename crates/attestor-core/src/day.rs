//! Civil days and the only date arithmetic the rules use.
//!
//! Months and years are always added forward and clamped to the end of the month; nothing is ever
//! subtracted from today, because the two ways disagree at month ends (acceptance H6).

use std::fmt;

use jiff::{Span, civil::Date};

use crate::fault::Problem;
use crate::source::{Decode, Node, Sink};
use crate::word::as_text;

/// A day of the civil calendar, in UTC unless a rule names another zone. Years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The latest day that exists here: 9999-12-31. Arithmetic stops there instead of failing.
    pub const MAX: Self = Self(Date::MAX);

    /// 1970-01-01, from which clocks count.
    pub const EPOCH: Self = Self(Date::constant(1970, 1, 1));

    /// The day of a year, month (1 to 12) and day of the month (1 to 31); `None` if there is none.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        if year < 1 {
            return None;
        }
        Date::new(year, month, day).ok().map(Self)
    }

    /// Reads exactly `YYYY-MM-DD`; `None` for any other form and for days that do not exist.
    ///
    /// ```
    /// use attestor_core::day::Day;
    /// assert_eq!(Day::parse("2026-02-29"), None);
    /// assert_eq!(Day::parse("2026-02-28").map(|day| day.to_string()).as_deref(), Some("2026-02-28"));
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let dashes = bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-');
        let digits = [0, 1, 2, 3, 5, 6, 8, 9]
            .iter()
            .all(|&at| bytes.get(at).is_some_and(u8::is_ascii_digit));
        if bytes.len() != 10 || !dashes || !digits {
            return None;
        }
        let year = text.get(0..4)?.parse().ok()?;
        Self::new(year, text.get(5..7)?.parse().ok()?, text.get(8..10)?.parse().ok()?)
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    #[must_use]
    pub fn parts(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// The day `days` later (earlier when negative), stopping at the ends of the calendar.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(Span::new().days(days)))
    }

    /// The same day of the month `months` later, clamped to the month's last day.
    ///
    /// ```
    /// use attestor_core::day::Day;
    /// let day = Day::parse("2025-11-30").expect("a day");
    /// assert_eq!(day.plus_months(3).to_string(), "2026-02-28");
    /// ```
    #[must_use]
    pub fn plus_months(self, months: u16) -> Self {
        Self(self.0.saturating_add(Span::new().months(i32::from(months))))
    }

    /// Whole calendar days from this day to `later`; negative when `later` is earlier.
    #[must_use]
    pub fn days_until(self, later: Self) -> i32 {
        (later.0 - self.0).get_days()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

as_text!(Day, "a day in the form `YYYY-MM-DD`");

impl Decode for Day {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let text = String::decode(node, sink)?;
        let day = Self::parse(&text);
        if day.is_none() {
            sink.add(node, Problem::NotADay { found: text });
        }
        day
    }
}

/// A length of time in the unit that the program states it in. Months are calendar months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Whole calendar days.
    Days(u16),
    /// Calendar months, clamped to the end of the month.
    Months(u16),
    /// Calendar years; 29 February becomes 28 February in other years.
    Years(u16),
}

impl Length {
    /// The day this length after `start`.
    #[must_use]
    pub fn after(self, start: Day) -> Day {
        match self {
            Self::Days(days) => start.plus_days(i32::from(days)),
            Self::Months(months) => start.plus_months(months),
            Self::Years(years) => start.plus_months(years.saturating_mul(12)),
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = match self {
            Self::Days(count) => (count, "day"),
            Self::Months(count) => (count, "month"),
            Self::Years(count) => (count, "year"),
        };
        write!(f, "{count} {unit}{}", if *count == 1 { "" } else { "s" })
    }
}

#[cfg(test)]
mod tests;
