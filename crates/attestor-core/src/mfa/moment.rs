//! Microseconds of UTC, and the forms of time that logs are written in. Source: MFA facts 1.4.

use std::fmt;

/// Microseconds in a second.
pub const SECOND: i64 = 1_000_000;
/// Microseconds in a day.
pub const DAY: i64 = 86_400 * SECOND;

/// The first year that is read, and the last; both inclusive. 1601 and 9999 stand for "never" in
/// logs, and a window cannot hold them.
pub const YEARS: (i64, i64) = (1970, 9998);

/// Why a text gives no time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTime {
    /// Not in one of the forms, or a day or an hour that does not exist.
    Form,
    /// A year outside of [`YEARS`].
    Range,
}

/// Reads a time. These forms are known; a time without an offset is UTC, digits beyond
/// microseconds are cut:
/// - `2026-11-22T05:08:00`, with `T`, `t` or a space, any number of fractional digits, then `Z`,
///   ` UTC` or an offset such as `-05:00` or `+0100`; seconds may be left out,
/// - `11/22/2026 5:08:00 AM +01:00`, month first, with or without `AM`,
/// - `/Date(1647536088205)/`, milliseconds since 1970.
pub fn parse(text: &str) -> Result<i64, NoTime> {
    let text = text.trim();
    let micros = match text.as_bytes() {
        [b'/', ..] => ticks(text),
        [_, _, _, _, b'-', ..] => iso(text.as_bytes()),
        _ => american(text.as_bytes()),
    };
    let micros = micros.ok_or(NoTime::Form)?;
    let year = year_of(micros);
    if (YEARS.0..=YEARS.1).contains(&year) { Ok(micros) } else { Err(NoTime::Range) }
}

fn ticks(text: &str) -> Option<i64> {
    let inner = text.strip_prefix("/Date(")?.strip_suffix(")/")?;
    inner.parse::<i64>().ok()?.checked_mul(1000)
}

fn iso(text: &[u8]) -> Option<i64> {
    let mut cursor = Cursor { rest: text };
    let year = cursor.fixed(4)?;
    cursor.sign(b'-')?;
    let month = cursor.fixed(2)?;
    cursor.sign(b'-')?;
    let day = days(year, month, cursor.fixed(2)?)?;
    match cursor.take()? {
        b'T' | b't' | b' ' => {}
        _ => return None,
    }
    let hour = cursor.fixed(2)?;
    let time = cursor.clock(hour)?;
    moment(day, time, cursor)
}

fn american(text: &[u8]) -> Option<i64> {
    let mut cursor = Cursor { rest: text };
    let month = cursor.upto(2)?;
    cursor.sign(b'/')?;
    let day = cursor.upto(2)?;
    cursor.sign(b'/')?;
    let day = days(cursor.fixed(4)?, month, day)?;
    cursor.sign(b' ')?;
    let hour = cursor.upto(2)?;
    let half = cursor.clone().half();
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(half) => hour % 12 + half,
        None => hour,
    };
    let time = cursor.clock(hour)?;
    cursor.skip_half();
    moment(day, time, cursor)
}

fn moment(day: i64, time: i64, mut cursor: Cursor<'_>) -> Option<i64> {
    let offset = cursor.offset()?;
    cursor.rest.is_empty().then_some(day * DAY + time - offset)
}

#[derive(Clone)]
struct Cursor<'a> {
    rest: &'a [u8],
}

impl Cursor<'_> {
    fn take(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn sign(&mut self, sign: u8) -> Option<()> {
        (self.rest.first() == Some(&sign)).then(|| self.take()).map(|_| ())
    }

    fn number(&mut self) -> Option<i64> {
        let digit = self.rest.first().filter(|byte| byte.is_ascii_digit())?;
        let value = i64::from(digit - b'0');
        self.take();
        Some(value)
    }

    /// Exactly so many digits.
    fn fixed(&mut self, digits: usize) -> Option<i64> {
        (0..digits).try_fold(0, |value, _| Some(value * 10 + self.number()?))
    }

    /// One digit or more, at most so many.
    fn upto(&mut self, digits: usize) -> Option<i64> {
        let mut value = self.number()?;
        for _ in 1..digits {
            let Some(next) = self.number() else { break };
            value = value * 10 + next;
        }
        Some(value)
    }

    /// The rest of a time of day after its hour, in microseconds.
    fn clock(&mut self, hour: i64) -> Option<i64> {
        self.sign(b':')?;
        let minute = self.fixed(2)?;
        let second = match self.sign(b':') {
            Some(()) => self.fixed(2)?,
            None => 0,
        };
        let mut micros = 0;
        if self.sign(b'.').is_some() || self.sign(b',').is_some() {
            micros = self.fraction()?;
        }
        let exists = hour < 24 && minute < 60 && second < 60;
        exists.then_some(((hour * 60 + minute) * 60 + second) * SECOND + micros)
    }

    fn fraction(&mut self) -> Option<i64> {
        let mut micros = self.number()? * 100_000;
        let mut unit = 10_000;
        while let Some(digit) = self.number() {
            micros += digit * unit;
            unit /= 10;
        }
        Some(micros)
    }

    /// The hours that `AM` or `PM` adds, if one of them follows the time of day.
    fn half(mut self) -> Option<i64> {
        while let Some(byte) = self.take() {
            match byte {
                b'A' | b'a' => return Some(0),
                b'P' | b'p' => return Some(12),
                b'0'..=b'9' | b':' | b'.' | b' ' => {}
                _ => return None,
            }
        }
        None
    }

    fn skip_half(&mut self) {
        let rest = self.rest.strip_prefix(b" ").unwrap_or(self.rest);
        if let [b'A' | b'a' | b'P' | b'p', b'M' | b'm', rest @ ..] = rest {
            self.rest = rest;
        }
    }

    /// Microseconds east of UTC; none written is UTC.
    fn offset(&mut self) -> Option<i64> {
        let rest = self.rest.strip_prefix(b" ").unwrap_or(self.rest);
        self.rest = rest;
        match rest {
            [] => return Some(0),
            [b'Z' | b'z', after @ ..] | [b'U', b'T', b'C', after @ ..] => {
                self.rest = after;
                return Some(0);
            }
            _ => {}
        }
        let sign = match self.take()? {
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        let hours = self.fixed(2)?;
        let _ = self.sign(b':');
        let minutes = if self.rest.is_empty() { 0 } else { self.fixed(2)? };
        (hours <= 18 && minutes < 60).then_some(sign * (hours * 60 + minutes) * 60 * SECOND)
    }
}

/// The days from 1970 to a civil day; `None` if there is no such day. The calendar is counted in
/// years that begin in March, so that a leap day is a year's last.
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=length).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    let in_year = (153 * month + 2) / 5 + day - 1;
    Some(365 * year + year / 4 - year / 100 + year / 400 + in_year - 719_468)
}

/// Year, month and day of a number of days from 1970; the years that are read only.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let in_era = shifted.rem_euclid(146_097);
    let year = (in_era - in_era / 1460 + in_era / 36_524 - in_era / 146_096) / 365;
    let in_year = in_era - (365 * year + year / 4 - year / 100);
    let month = (5 * in_year + 2) / 153;
    let day = in_year - (153 * month + 2) / 5 + 1;
    let (month, late) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (year + era * 400 + late, month, day)
}

fn year_of(micros: i64) -> i64 {
    civil(micros.div_euclid(DAY)).0
}

/// Microseconds of UTC as text: `2026-11-22T05:08:00.000000Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Micros(pub i64);

impl fmt::Display for Micros {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil(self.0.div_euclid(DAY));
        let rest = self.0.rem_euclid(DAY);
        let (second, micros) = (rest / SECOND, rest % SECOND);
        let (hour, minute) = (second / 3600, second / 60 % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{:02}", second % 60)?;
        write!(f, ".{micros:06}Z")
    }
}

#[cfg(test)]
mod tests;
