//! Days, numbers, shares and order as a language writes them, with the data of Unicode CLDR.
//!
//! The formatters are built once for all languages and shared by every thread.

use std::cmp::Ordering;
use std::sync::LazyLock;

use attestor_core::day::Day;
use attestor_core::ratio::Ratio;
use icu_calendar::{Date, Gregorian};
use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{MD, YMD};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale::Locale;

use super::Language;

/// A formatter of days of the civil calendar.
type Days<F> = FixedCalendarDateTimeFormatter<Gregorian, F>;

/// The formats of every language, built on first use.
static ALL: LazyLock<Result<Vec<Formats>, String>> =
    LazyLock::new(|| Language::all().map(Formats::new).collect());

/// How one language writes days, numbers and shares, and how it sorts.
pub(crate) struct Formats {
    language: Language,
    long: Days<YMD>,
    medium: Days<YMD>,
    yearless: Days<MD>,
    decimal: DecimalFormatter,
    order: CollatorBorrowed<'static>,
}

impl Formats {
    /// The formats of a language. Fails only when the binary lacks its own data.
    pub(crate) fn of(language: Language) -> Result<&'static Self, String> {
        let all = ALL.as_ref().map_err(Clone::clone)?;
        let missing = || format!("the binary lacks the formats of {}", language.tag());
        all.iter().find(|formats| formats.language == language).ok_or_else(missing)
    }

    fn new(language: Language) -> Result<Self, String> {
        let locale = Locale::try_from_str(language.tag()).map_err(|fault| fault.to_string())?;
        let missing = || format!("the binary lacks the formats of {}", language.tag());
        let days = |form: YMD| Days::try_new((&locale).into(), form).map_err(|_| missing());
        Ok(Self {
            language,
            long: days(YMD::long())?,
            medium: days(YMD::medium())?,
            yearless: Days::try_new((&locale).into(), MD::medium()).map_err(|_| missing())?,
            decimal: DecimalFormatter::try_new((&locale).into(), Default::default())
                .map_err(|_| missing())?,
            order: CollatorBorrowed::try_new((&locale).into(), CollatorOptions::default())
                .map_err(|_| missing())?,
        })
    }

    /// A day in full: `December 9, 2021`, `9 décembre 2021`, `2021년 12월 9일`.
    pub(crate) fn day(&self, day: Day) -> String {
        date(day).map_or_else(|| day.to_string(), |date| self.long.format(&date).to_string())
    }

    /// A day with its year, short enough for a table: `Dec 9, 2021`.
    pub(crate) fn day_short(&self, day: Day) -> String {
        date(day).map_or_else(|| day.to_string(), |date| self.medium.format(&date).to_string())
    }

    /// A day without its year, where the year stands beside it: `Dec 9`.
    pub(crate) fn day_of_year(&self, day: Day) -> String {
        date(day).map_or_else(|| day.to_string(), |date| self.yearless.format(&date).to_string())
    }

    /// A whole number with the separators of the language.
    pub(crate) fn number(&self, number: i64) -> String {
        self.decimal.format(&Decimal::from(number)).to_string()
    }

    /// A count with the separators of the language.
    pub(crate) fn count(&self, count: usize) -> String {
        self.decimal.format(&Decimal::from(count)).to_string()
    }

    /// The share of `part` in `whole` in whole per cent, rounded down, so that only all of it is
    /// 100 %; `None` for an empty whole, which is no share at all.
    pub(crate) fn percent(&self, part: u64, whole: u64) -> Option<String> {
        let share = Ratio::new(part, whole).tenths()? / 10;
        let digits = self.decimal.format(&Decimal::from(share)).to_string();
        Some(format!("{digits}{}", percent_sign(self.language)))
    }

    /// The share of `part` in `whole` with one digit behind the point, rounded down, so that only all
    /// of it is 100 %; without the sign, and without a digit that is 0. `None` for an empty whole.
    #[cfg(feature = "lake")]
    pub(crate) fn tenths(&self, part: u64, whole: u64) -> Option<String> {
        let tenths = Ratio::new(part, whole).tenths()?;
        let mut share = Decimal::from(tenths);
        share.multiply_pow10(-1);
        share.absolute.trim_end();
        Some(self.decimal.format(&share).to_string())
    }

    /// The sign of a share, with the space before it where the language has one.
    #[cfg(feature = "lake")]
    pub(crate) fn percent_sign(&self) -> &'static str {
        percent_sign(self.language)
    }

    /// How two texts stand to each other in the order of the language.
    pub(crate) fn compare(&self, left: &str, right: &str) -> Ordering {
        self.order.compare(left, right)
    }

    /// Sorts by a text of each item in the order of the language; equal ones stay as they are.
    pub(crate) fn sort<T>(&self, items: &mut [T], key: impl Fn(&T) -> &str) {
        items.sort_by(|left, right| self.compare(key(left), key(right)));
    }
}

fn date(day: Day) -> Option<Date<Gregorian>> {
    let (year, month, number) = day.parts();
    let (month, number) = (u8::try_from(month).ok()?, u8::try_from(number).ok()?);
    Date::try_new_gregorian(i32::from(year), month, number).ok()
}

/// The sign with the space before it, as CLDR's pattern for whole per cent has it.
const fn percent_sign(language: Language) -> &'static str {
    match language {
        Language::German | Language::Spanish | Language::Russian => "\u{A0}%",
        Language::French => "\u{202F}%",
        Language::English
        | Language::Italian
        | Language::Japanese
        | Language::Korean
        | Language::Portuguese
        | Language::ChineseSimplified
        | Language::ChineseTraditional => "%",
    }
}
