//! Days in every form that pages print, in any language whose months are known.

use super::fold::fold;
use crate::day::Day;

/// A day that was read, and whether another reading was possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Read {
    /// The day.
    pub(super) day: Day,
    /// Whether day and month could be exchanged.
    pub(super) ambiguous: bool,
}

/// Reads the day in a short text. `months` are folded names of the months with their numbers,
/// 1 to 12, longest names first. Digits that are not ASCII are not read.
///
/// Year first is year, month, day. Parts with dots are day, month, year. Parts with slashes are
/// month, day, year, the order of the program's sources, unless the first is no month.
pub(super) fn read(text: &str, months: &[(String, i8)]) -> Option<Read> {
    let numbers = numbers(text)?;
    let year_at = numbers.iter().position(|number| number.digits == 4)?;
    let year = i16::try_from(numbers.get(year_at)?.value).ok()?;
    let others: Vec<i8> = numbers
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != year_at)
        .map(|(_, number)| i8::try_from(number.value).ok())
        .collect::<Option<_>>()?;
    match *others.as_slice() {
        [day] => {
            let folded = fold(text);
            let (_, month) = months.iter().find(|(name, _)| folded.contains(name.as_str()))?;
            plain(year, *month, day)
        }
        [first, second] if year_at == 0 => plain(year, first, second),
        // A year between two numbers is no date.
        [_, _] if year_at == 1 => None,
        [first, second] if text.contains('.') => plain(year, second, first),
        [first, second] => {
            let read = plain(year, first, second).or_else(|| plain(year, second, first))?;
            let ambiguous = first != second && first <= 12 && second <= 12;
            Some(Read { ambiguous, ..read })
        }
        _ => None,
    }
}

fn plain(year: i16, month: i8, day: i8) -> Option<Read> {
    Day::new(year, month, day).map(|day| Read { day, ambiguous: false })
}

struct Number {
    value: u32,
    digits: usize,
}

/// The first three numbers of a text; `None` when one has more than four digits, or when there
/// are others than a year and one or two parts. A time of day behind the date does not count.
fn numbers(text: &str) -> Option<Vec<Number>> {
    let mut numbers: Vec<Number> = Vec::with_capacity(3);
    let mut inside = false;
    for byte in text.bytes() {
        if !byte.is_ascii_digit() {
            if numbers.len() == 3 && matches!(byte, b'T' | b':') {
                break;
            }
            inside = false;
            continue;
        }
        let value = u32::from(byte - b'0');
        if !inside && numbers.len() == 3 {
            break;
        }
        match numbers.last_mut().filter(|_| inside) {
            Some(number) if number.digits >= 4 => return None,
            Some(number) => {
                number.value = number.value * 10 + value;
                number.digits += 1;
            }
            None => numbers.push(Number { value, digits: 1 }),
        }
        inside = true;
    }
    let parts = numbers.iter().filter(|number| number.digits <= 2).count();
    (parts + 1 == numbers.len()).then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months() -> Vec<(String, i8)> {
        [("decembre", 12), ("marz", 3), ("august", 8)].map(|(n, m)| (n.to_owned(), m)).into()
    }

    #[test]
    fn every_form_is_read() {
        for (text, day) in [
            ("2020-11-01", "2020-11-01"),
            ("2021/6/5", "2021-06-05"),
            ("2021년 8월 12일", "2021-08-12"),
            ("2020 年 3 月 23 日", "2020-03-23"),
            ("12. März 2021", "2021-03-12"),
            ("1er décembre 2020", "2020-12-01"),
            ("on: August 9, 2021", "2021-08-09"),
            ("28.2.2021", "2021-02-28"),
            ("2/28/2021", "2021-02-28"),
            ("28/2/2021", "2021-02-28"),
            ("2020-11-01T00:00:00Z", "2020-11-01"),
        ] {
            let found = read(text, &months()).map(|read| read.day.to_string());
            assert_eq!(found.as_deref(), Some(day), "{text}");
        }
    }

    #[test]
    fn only_slashes_with_two_possible_months_are_ambiguous() {
        assert_eq!(read("2/9/2021", &[]).map(|read| read.ambiguous), Some(true));
        assert_eq!(read("9/9/2021", &[]).map(|read| read.ambiguous), Some(false));
        for text in ["", "2021", "in 30 days", "31.2.2021", "99999", "5 of 2021 and 3"] {
            assert!(read(text, &[]).is_none(), "{text}");
        }
    }
}
