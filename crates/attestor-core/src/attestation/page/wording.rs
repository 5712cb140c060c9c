//! The project's own words for pages, one file a language: `locales/<locale>/page.yaml`.
//!
//! Every file has every key, so that a page can be written in every language. A reader that has
//! learned the words (`Lexicons::learn`) gives back the facts that a page was written from.

mod labels;
mod read;

use std::collections::HashMap;
use std::sync::Arc;

use super::controls::Outcome;
use super::permission::PermissionType;
use crate::answer::Answer;
use crate::attestation::question::Questionnaire;
use crate::day::Day;
use crate::fault::Fault;

/// The heading of a zone and the sentence below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ZoneWords {
    pub(super) heading: String,
    pub(super) intro: String,
}

/// The words of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The locale, such as `fr-FR`.
    pub locale: Arc<str>,
    /// A day, with `{year}`, `{month}` and `{day}`.
    date: String,
    /// Twelve names, January first.
    months: Vec<String>,
    /// What stands between the parts of a list.
    pub(super) separator: String,
    /// Words of the head, column heads and headings, by section and key.
    phrases: HashMap<&'static str, String>,
    zones: HashMap<&'static str, ZoneWords>,
    pub(super) answers: Vec<(Answer, String)>,
    pub(super) permission_types: Vec<(PermissionType, String)>,
    pub(super) outcomes: Vec<(Outcome, String)>,
    /// Numbers of questions with codes and words.
    pub(super) choices: Vec<(usize, Arc<str>, String)>,
    /// One label a control, in the questionnaire's order.
    pub(super) controls: Vec<String>,
    /// One label a question, in the questionnaire's order.
    pub(super) questions: Vec<String>,
}

impl Wording {
    /// All that lexicons learn, as one text that is another one where anything differs.
    pub(super) fn learned(&self) -> String {
        let labels = (&self.questions, &self.controls, &self.choices);
        format!("{labels:?} {:?}", (&self.answers, &self.permission_types, &self.outcomes))
    }

    /// A phrase of the sections `head`, `columns` and `headings`, such as `columns.answer`.
    pub(super) fn phrase(&self, key: &str) -> &str {
        self.phrases.get(key).map_or("", String::as_str)
    }

    /// The words of a zone; `None` for a zone that no form knows.
    pub(super) fn zone(&self, key: &str) -> Option<&ZoneWords> {
        self.zones.get(key)
    }

    /// A day in the order of the language.
    pub(super) fn day(&self, day: Day) -> String {
        let (year, month, number) = day.parts();
        let at = usize::try_from(month).unwrap_or(1).saturating_sub(1);
        let month = self.months.get(at).map_or("", String::as_str);
        let date = self.date.replace("{year}", &format!("{year:04}"));
        date.replace("{month}", month).replace("{day}", &number.to_string())
    }

    /// The word for an answer; empty for one that was left blank.
    #[must_use]
    pub fn answer(&self, answer: Answer) -> &str {
        word(&self.answers, answer)
    }

    /// The word for the way in which a permission is held.
    #[must_use]
    pub fn permission_type(&self, kind: PermissionType) -> &str {
        word(&self.permission_types, kind)
    }

    /// The word for a result of the certification.
    #[must_use]
    pub fn outcome(&self, outcome: Outcome) -> &str {
        word(&self.outcomes, outcome)
    }

    /// The words for a choice; a code that the question does not have stands for itself.
    pub(super) fn choice<'a>(&'a self, question: usize, code: &'a str) -> &'a str {
        let same =
            |(number, known, _): &&(usize, Arc<str>, _)| *number == question && **known == *code;
        self.choices.iter().find(same).map_or(code, |(.., words)| words)
    }
}

fn word<K: Copy + PartialEq>(words: &[(K, String)], wanted: K) -> &str {
    words.iter().find(|(known, _)| *known == wanted).map_or("", |(_, word)| word)
}

/// The words of all languages, in the order of their locales.
#[derive(Debug, Clone)]
pub struct Wordings(Vec<Wording>);

impl Wordings {
    /// Reads files of words, pairs of name and text, in any order.
    ///
    /// # Errors
    /// Every fault of every file at once: missing and unknown keys, a date without its parts, two
    /// labels that read the same, a locale that stands twice.
    pub fn load<S: AsRef<str>>(
        files: &[(S, S)],
        questionnaire: &Questionnaire,
    ) -> Result<Self, Vec<Fault>> {
        read::load(files, questionnaire).map(Self)
    }

    /// The words of a locale; case does not matter.
    #[must_use]
    pub fn get(&self, locale: &str) -> Option<&Wording> {
        self.0.iter().find(|known| known.locale.eq_ignore_ascii_case(locale))
    }

    /// All languages, in the order of their locales.
    #[must_use]
    pub fn all(&self) -> &[Wording] {
        &self.0
    }
}

#[cfg(test)]
mod tests;
