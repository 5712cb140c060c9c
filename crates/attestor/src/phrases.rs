//! Every text for people: Fluent messages by key, compiled into the binary.
//!
//! A language is a folder under `locales/`. What it does not say yet is said in English, string by
//! string. The tests hold that every key that the code asks for is there, that none is left over,
//! and that placeables are the facts that rules give.

mod layer;

use std::sync::Arc;

use attestor_core::certification::reason::{Reason, RuleId};
use attestor_core::day::Day;
use fluent_bundle::{FluentArgs, FluentValue};

use crate::languages::{Formats, Language};
use layer::Layer;

/// The locale of every text that has no other.
pub(crate) const DEFAULT_LOCALE: &str = Language::English.tag();

/// The files of a language: words of the program, of the reports, of the web site; of the desk and of
/// people and sign-in, which are English so far.
const FILES: &[&str] = &[
    "framework.ftl",
    "report.ftl",
    "web.ftl",
    "desk.ftl",
    "desk-evidence.ftl",
    "desk-decision.ftl",
    "people.ftl",
    "problems.ftl",
    "mfa.ftl",
    "trust.ftl",
    "offerings.ftl",
    "documents.ftl",
    "watching.ftl",
    "systems.ftl",
];

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

/// The messages of one language, with those in English below them.
///
/// Shared by threads, cheap to ask.
pub(crate) struct Phrases {
    language: Language,
    locale: &'static str,
    /// The language's own messages and then the English ones; only these for English.
    layers: Vec<Arc<Layer>>,
    formats: &'static Formats,
}

impl Phrases {
    /// The messages of the language with this tag, or what is wrong with its files.
    pub(crate) fn load(locale: &str) -> Result<Self, String> {
        let language = Language::of_tag(locale)
            .ok_or_else(|| format!("`{locale}` is no language of this program"))?;
        Self::above(language, &Arc::new(Layer::load(Language::English)?))
    }

    fn above(language: Language, english: &Arc<Layer>) -> Result<Self, String> {
        let mut layers = vec![Arc::clone(english)];
        if language != Language::English {
            layers.insert(0, Arc::new(Layer::load(language)?));
        }
        let formats = Formats::of(language)?;
        Ok(Self { language, locale: language.tag(), layers, formats })
    }

    /// The locale's tag, such as `en-US`.
    pub(crate) fn locale(&self) -> &str {
        self.locale
    }

    /// How the language writes days, numbers and shares, and how it sorts.
    pub(crate) fn formats(&self) -> &'static Formats {
        self.formats
    }

    /// The message of `key` without values.
    pub(crate) fn word(&self, key: &str) -> String {
        self.text(key, &[])
    }

    /// The message of `key` with its values; the key in brackets when there is none.
    pub(crate) fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.text_in(key, args).0
    }

    /// The message of `key` with its values, and the language that it is in.
    pub(crate) fn text_in(&self, key: &str, args: &[(&str, Arg<'_>)]) -> (String, Language) {
        let mut values = FluentArgs::new();
        for (name, value) in args {
            match value {
                Arg::Text(text) => values.set(*name, FluentValue::from(*text)),
                Arg::Count(count) => values.set(*name, FluentValue::from(*count)),
            }
        }
        let said = |layer: &Arc<Layer>| Some((layer.say(key, &values)?, layer.language()));
        self.layers.iter().find_map(said).unwrap_or_else(|| (format!("[{key}]"), self.language))
    }

    /// What a rule says, in a whole sentence.
    pub(crate) fn reason(&self, reason: &Reason) -> String {
        let facts: Vec<(&str, String)> =
            reason.facts.iter().map(|(name, value)| (*name, self.fact(name, value))).collect();
        let args: Vec<(&str, Arg<'_>)> =
            facts.iter().map(|(name, value)| (*name, Arg::from(value))).collect();
        self.text(&reason_key(reason), &args)
    }

    /// A day in the form of the language.
    pub(crate) fn day(&self, day: Day) -> String {
        self.formats.day(day)
    }

    /// A day without its year.
    pub(crate) fn short_day(&self, day: Day) -> String {
        self.formats.day_of_year(day)
    }

    fn fact(&self, name: &str, value: &str) -> String {
        let day = if DAY_FACTS.contains(&name) { Day::parse(value) } else { None };
        day.map_or_else(|| value.to_owned(), |day| self.day(day))
    }
}

/// The messages of all languages, loaded once at the start.
pub(crate) struct Phrasebook {
    english: Phrases,
    others: Vec<Phrases>,
}

impl Phrasebook {
    /// The messages of all languages, or what is wrong with the files of one.
    pub(crate) fn load() -> Result<Arc<Self>, String> {
        let layer = Arc::new(Layer::load(Language::English)?);
        let english = Phrases::above(Language::English, &layer)?;
        let others = Language::all().filter(|language| *language != Language::English);
        let others = others.map(|language| Phrases::above(language, &layer));
        Ok(Arc::new(Self { english, others: others.collect::<Result<_, _>>()? }))
    }

    /// The messages of a language.
    pub(crate) fn of(&self, language: Language) -> &Phrases {
        let own = self.others.iter().find(|phrases| phrases.language == language);
        own.unwrap_or(&self.english)
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
