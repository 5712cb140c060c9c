//! Days among the parts of a text, in the forms of eleven languages.

use super::items::Item;
use crate::day::Day;

/// A day or month that was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// `2021-12-09`, or `2021-12` for a month.
    pub(super) text: String,
    /// The same with day and month exchanged, where it could be meant.
    pub(super) exchanged: Option<String>,
    /// How many parts it takes.
    pub(super) taken: usize,
}

/// The day or month at the beginning of the parts.
pub(super) fn find(items: &[Item], months: &[(String, i8)]) -> Option<Found> {
    let from = || Cursor { items, at: 0 };
    digits(from())
        .or_else(|| characters(from()))
        .or_else(|| day_first(from(), months))
        .or_else(|| month_first(from(), months))
}

/// A place among parts.
struct Cursor<'i> {
    items: &'i [Item],
    at: usize,
}

impl Cursor<'_> {
    /// The number here, if it has that many digits.
    fn number(&mut self, long: bool) -> Option<i16> {
        let Some(Item::Number(digits)) = self.items.get(self.at) else { return None };
        let fits = if long { digits.len() == 4 } else { digits.len() <= 2 };
        let value = digits.parse().ok().filter(|_| fits)?;
        self.at += 1;
        Some(value)
    }

    /// The sign here, if it parts the numbers of a day.
    fn part(&mut self) -> Option<char> {
        let Some(Item::Sign(sign @ ('-' | '/' | '.'))) = self.items.get(self.at) else {
            return None;
        };
        self.at += 1;
        Some(*sign)
    }

    /// Goes behind a word that begins with one of these letters.
    fn character(&mut self, wanted: [char; 2]) -> Option<()> {
        let Some(Item::Word(word)) = self.items.get(self.at) else { return None };
        word.starts_with(wanted).then(|| self.at += 1)
    }

    fn month(&mut self, months: &[(String, i8)]) -> Option<i16> {
        let Some(Item::Word(word)) = self.items.get(self.at) else { return None };
        let (_, month) = months.iter().find(|(name, _)| name == word)?;
        self.at += 1;
        Some(i16::from(*month))
    }

    /// Goes behind points, commas and short words such as `de` and `er`, at most two of them, but
    /// behind no month: `mai` is as short.
    fn skip(&mut self, months: &[(String, i8)]) {
        for _ in 0..2 {
            let here = Cursor { items: self.items, at: self.at }.month(months);
            if here.is_some() {
                return;
            }
            match self.items.get(self.at) {
                Some(Item::Sign('.' | ',')) => self.at += 1,
                Some(Item::Word(word)) if word.chars().count() <= 3 => self.at += 1,
                Some(Item::Word(_) | Item::Number(_) | Item::Sign(_)) | None => return,
            }
        }
    }

    fn day(&self, year: i16, month: i16, day: i16) -> Option<Found> {
        let text = written(year, month, day)?;
        Some(Found { text, exchanged: None, taken: self.at })
    }

    fn month_of_year(&self, year: i16, month: i16) -> Option<Found> {
        written(year, month, 1)?;
        let text = format!("{year:04}-{month:02}");
        Some(Found { text, exchanged: None, taken: self.at })
    }
}

fn written(year: i16, month: i16, day: i16) -> Option<String> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Day::new(year, month, day).map(|day| day.to_string())
}

/// `2021-12-09`, `9.12.2021`, `12/9/2021`.
fn digits(mut cursor: Cursor<'_>) -> Option<Found> {
    if let Some(year) = cursor.number(true) {
        let sign = cursor.part()?;
        let month = cursor.number(false)?;
        cursor.part().filter(|other| *other == sign)?;
        let day = cursor.number(false)?;
        return cursor.day(year, month, day);
    }
    let first = cursor.number(false)?;
    let sign = cursor.part()?;
    let second = cursor.number(false)?;
    cursor.part().filter(|other| *other == sign)?;
    let year = cursor.number(true)?;
    if sign != '/' {
        return cursor.day(year, second, first);
    }
    let exchanged = written(year, second, first);
    match cursor.day(year, first, second) {
        Some(found) => Some(Found { exchanged, ..found }),
        None => cursor.day(year, second, first),
    }
}

/// `2021年12月9日`, `2021년 12월`.
fn characters(mut cursor: Cursor<'_>) -> Option<Found> {
    let year = cursor.number(true)?;
    cursor.character(['年', '년'])?;
    let month = cursor.number(false)?;
    cursor.character(['月', '월'])?;
    let whole = cursor.month_of_year(year, month);
    let Some(day) = cursor.number(false) else { return whole };
    if cursor.character(['日', '일']).is_none() {
        return whole;
    }
    cursor.day(year, month, day)
}

/// `9 décembre 2021`, `9 de dezembro de 2021`.
fn day_first(mut cursor: Cursor<'_>, months: &[(String, i8)]) -> Option<Found> {
    let day = cursor.number(false)?;
    cursor.skip(months);
    let month = cursor.month(months)?;
    cursor.skip(months);
    let year = cursor.number(true)?;
    cursor.day(year, month, day)
}

/// `December 9, 2021`, `December 2021`.
fn month_first(mut cursor: Cursor<'_>, months: &[(String, i8)]) -> Option<Found> {
    let month = cursor.month(months)?;
    cursor.skip(months);
    if let Some(year) = cursor.number(true) {
        return cursor.month_of_year(year, month);
    }
    let day = cursor.number(false)?;
    cursor.skip(months);
    let year = cursor.number(true)?;
    cursor.day(year, month, day)
}
