//! Where a day begins: UTC, a fixed offset, or a zone with its own rules.

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{Span, Timestamp};

use super::moment::{DAY, SECOND};
use crate::day::Day;

/// A zone of time with the name that the report prints. The product states no zone of its own, so
/// that UTC is the default and every report says which one it was cut in.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone {
    name: String,
    zone: TimeZone,
}

impl Zone {
    /// UTC.
    #[must_use]
    pub fn utc() -> Self {
        Self { name: "UTC".to_owned(), zone: TimeZone::UTC }
    }

    /// The zone of an offset such as `+09:00` or `-05:30`, or of `UTC` or `Z`; `None` for other
    /// texts and beyond 18 hours.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if matches!(text, "UTC" | "Z") {
            return Some(Self::utc());
        }
        let (sign, digits) = match text.split_at_checked(1)? {
            ("+", digits) => (1, digits),
            ("-", digits) => (-1, digits),
            _ => return None,
        };
        let (hours, minutes) = digits.split_once(':')?;
        let number = |text: &str| {
            let is_number = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse::<i32>().ok().filter(|_| is_number)
        };
        let (hours, minutes) = (number(hours)?, number(minutes)?);
        if hours > 18 || minutes > 59 {
            return None;
        }
        let offset = Offset::from_seconds(sign * (hours * 60 + minutes) * 60).ok()?;
        Some(Self { name: text.to_owned(), zone: TimeZone::fixed(offset) })
    }

    /// A zone of the IANA database: its name, and the content of its file in the form TZif. The
    /// core holds no database; `None` if the content is not in that form.
    #[must_use]
    pub fn tzif(name: &str, content: &[u8]) -> Option<Self> {
        let zone = TimeZone::tzif(name, content).ok()?;
        Some(Self { name: name.to_owned(), zone })
    }

    /// The name as given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The day that a moment falls on here.
    #[must_use]
    pub fn day_of(&self, micros: i64) -> Day {
        let offset = match Timestamp::from_microsecond(micros) {
            Ok(moment) => i64::from(self.zone.to_offset(moment).seconds()),
            Err(_) => 0,
        };
        let days = micros.saturating_add(offset * SECOND).div_euclid(DAY);
        i32::try_from(days).map_or(Day::MAX, |days| Day::EPOCH.plus_days(days))
    }

    /// The first moment of a day here. Where clocks jump over midnight, the first one after it.
    #[must_use]
    pub fn start_of(&self, day: Day) -> i64 {
        let days = Day::EPOCH.days_until(day);
        let date = Date::constant(1970, 1, 1).saturating_add(Span::new().days(days));
        let start = self.zone.to_timestamp(date.to_datetime(jiff::civil::Time::midnight()));
        start.map_or(i64::from(days) * DAY, Timestamp::as_microsecond)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mfa::moment::parse;

    #[test]
    fn days_begin_where_the_zone_says() {
        let day = Day::parse("2026-11-22").unwrap();
        for (zone, start) in [
            ("UTC", "2026-11-22T00:00:00Z"),
            ("+09:00", "2026-11-21T15:00:00Z"),
            ("-05:30", "2026-11-22T05:30:00Z"),
        ] {
            let zone = Zone::parse(zone).unwrap();
            let start = parse(start).unwrap();
            assert_eq!(zone.start_of(day), start);
            assert_eq!(zone.day_of(start), day);
            assert_eq!(zone.day_of(start - 1), day.plus_days(-1));
        }
    }

    #[test]
    fn other_texts_are_no_zones() {
        for text in ["", "+9:00", "09:00", "+19:00", "+01:60", "Europe/Berlin", "é"] {
            assert_eq!(Zone::parse(text), None, "{text}");
        }
        assert_eq!(Zone::tzif("Europe/Berlin", b"no such form"), None);
    }
}
