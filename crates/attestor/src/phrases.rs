//! Every text for people: Fluent messages by key, compiled into the binary.
//!
//! A locale is a folder under `locales/`. The tests hold that every key that the code asks for is
//! there, that none is left over, and that placeables are the facts that rules give.

use attestor_core::certification::reason::{Reason, RuleId};
use attestor_core::day::Day;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::embedded;

/// The locale of every text that has no other.
pub(crate) const DEFAULT_LOCALE: &str = "en-US";

/// The files of a locale: words of the program, words of the reports.
const FILES: &[&str] = &["framework.ftl", "report.ftl"];

/// Names of facts that hold a day, which is shown in the form of the locale.
const DAY_FACTS: &[&str] = &[
    "submitted",
    "fresh_until",
    "opens",
    "since",
    "dated",
    "captured",
    "built",
    "ended",
    "due",
    "until",
    "from",
    "issued",
    "deadline",
];

/// Rules that say until when a report counts, when it does, and since when not, when it does not.
const AGE_RULES: &[RuleId] = &[
    RuleId::ExternalIssued,
    RuleId::ExternalPeriod,
    RuleId::ExternalAge,
    RuleId::ExternalReassessmentAge,
];

/// A value that a message names.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Arg<'a> {
    /// A text.
    Text(&'a str),
    /// A number, which also chooses between singular and plural.
    Count(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<u64> for Arg<'_> {
    fn from(count: u64) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// The messages of one locale.
pub(crate) struct Phrases {
    locale: String,
    bundle: FluentBundle<FluentResource>,
}

impl Phrases {
    /// The messages of `locale`, or what is wrong with its files.
    pub(crate) fn load(locale: &str) -> Result<Self, String> {
        let id: LanguageIdentifier =
            locale.parse().map_err(|_| format!("`{locale}` is no locale"))?;
        let mut bundle = FluentBundle::new(vec![id]);
        // Reports mark the direction of foreign text themselves.
        bundle.set_use_isolating(false);
        for file in FILES {
            let path = format!("{locale}/{file}");
            let text = embedded::locale_text(&path)?;
            let resource = FluentResource::try_new(text)
                .map_err(|_| format!("locales/{path} is not in its form"))?;
            bundle
                .add_resource(resource)
                .map_err(|_| format!("locales/{path} has a key that stands twice"))?;
        }
        Ok(Self { locale: locale.to_owned(), bundle })
    }

    /// The locale's tag, such as `en-US`.
    pub(crate) fn locale(&self) -> &str {
        &self.locale
    }

    /// The message of `key` without values.
    pub(crate) fn word(&self, key: &str) -> String {
        self.text(key, &[])
    }

    /// The message of `key` with its values; the key in brackets when there is none.
    pub(crate) fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut values = FluentArgs::new();
        for (name, value) in args {
            match value {
                Arg::Text(text) => values.set(*name, FluentValue::from(*text)),
                Arg::Count(count) => values.set(*name, FluentValue::from(*count)),
            }
        }
        let pattern = self.bundle.get_message(key).and_then(|message| message.value());
        let Some(pattern) = pattern else { return format!("[{key}]") };
        // A missing value is shown as its name; the tests keep that from happening.
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned()
    }

    /// What a rule says, in a whole sentence.
    pub(crate) fn reason(&self, reason: &Reason) -> String {
        let facts: Vec<(&str, String)> =
            reason.facts.iter().map(|(name, value)| (*name, self.fact(name, value))).collect();
        let args: Vec<(&str, Arg<'_>)> =
            facts.iter().map(|(name, value)| (*name, Arg::from(value))).collect();
        self.text(&reason_key(reason), &args)
    }

    /// A day in the form of the locale.
    pub(crate) fn day(&self, day: Day) -> String {
        self.dated("day-long", day)
    }

    /// A day without its year.
    pub(crate) fn short_day(&self, day: Day) -> String {
        self.dated("day-short", day)
    }

    fn dated(&self, key: &str, day: Day) -> String {
        let (year, month, date) = day.parts();
        let (year, date) = (year.to_string(), date.to_string());
        let args = [
            ("year", Arg::from(&year)),
            ("month", Arg::Count(i64::from(month))),
            ("day", Arg::from(&date)),
        ];
        self.text(key, &args)
    }

    fn fact(&self, name: &str, value: &str) -> String {
        let day = if DAY_FACTS.contains(&name) { Day::parse(value) } else { None };
        day.map_or_else(|| value.to_owned(), |day| self.day(day))
    }
}

/// The key of a reason's message.
fn reason_key(reason: &Reason) -> String {
    let accepted = AGE_RULES.contains(&reason.rule)
        && reason.facts.iter().any(|(name, _)| *name == "framework");
    let rule = if accepted { RuleId::ExternalAccepted } else { reason.rule };
    format!("reason-{rule}")
}

#[cfg(test)]
mod tests;
