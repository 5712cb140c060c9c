//! What was recognized on a page: its language and the question of each row.
//!
//! It is kept beside a page, so that reading the page again need not recognize anything. It holds
//! only for the questionnaire and the lexicons that it was made with, and their digest says which;
//! with others the page is recognized afresh.

use std::fmt;
use std::sync::Arc;

use super::Page;
use super::finding::{Finding, FindingKind};
use super::lexicon::{Lexicon, Lexicons};
use super::rows::{MAX_ROWS, Row};
use crate::attestation::question::Questionnaire;

/// The question of a row, by its number in the questionnaire, and how it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// The words of the row name the question.
    Named(usize),
    /// The row stands where the question is expected.
    ByPlace(usize),
    /// The row fits no question.
    Nothing,
}

impl Found {
    /// The number of the question.
    pub(super) const fn number(self) -> Option<usize> {
        match self {
            Self::Named(number) | Self::ByPlace(number) => Some(number),
            Self::Nothing => None,
        }
    }
}

/// What was recognized on a page. As text it is a line of words: the digest's start, the lexicon's
/// locale, and what was found, row by row: `0-3` for rows that name the questions 0 to 3, `5?` for
/// a row that was taken for question 5 from its place, `-` for one that fits none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognition {
    digest: String,
    locale: Arc<str>,
    found: Vec<Found>,
}

impl Recognition {
    /// What the reading of a page recognized. A page without rows gives one without rows.
    #[must_use]
    pub fn of(
        page: &Page,
        findings: &[Finding],
        questionnaire: &Questionnaire,
        lexicons: &Lexicons,
    ) -> Self {
        let found = |row: &Row| {
            let number = row.question.as_ref().and_then(|id| questionnaire.number(id));
            let is_by_place = |finding: &Finding| {
                finding.line == row.line && matches!(finding.kind, FindingKind::RowByPlace { .. })
            };
            match number {
                Some(number) if findings.iter().any(is_by_place) => Found::ByPlace(number),
                Some(number) => Found::Named(number),
                None => Found::Nothing,
            }
        };
        Self {
            digest: start(lexicons),
            locale: page
                .lexicon
                .as_ref()
                .map_or_else(|| Arc::clone(&lexicons.unknown().locale), Arc::clone),
            found: page.rows.iter().take(MAX_ROWS).map(found).collect(),
        }
    }

    /// Reads the text form; `None` for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let digest = words.next().filter(|word| word.len() == START)?.to_owned();
        let locale = words.next().filter(|word| !word.is_empty())?.into();
        let mut found = Vec::with_capacity(100);
        for word in words {
            match word.strip_suffix('?') {
                _ if word == "-" => found.push(Found::Nothing),
                Some(number) => found.push(Found::ByPlace(parse_number(number)?)),
                None => {
                    let (first, last) = word.split_once('-').unwrap_or((word, word));
                    let run = parse_number(first)?..=parse_number(last)?;
                    found.extend(run.take(MAX_ROWS + 1).map(Found::Named));
                }
            }
            if found.len() > MAX_ROWS {
                return None;
            }
        }
        Some(Self { digest, locale, found })
    }

    /// Whether it was made with this questionnaire and these lexicons, from a page with as many rows.
    pub(super) fn fits(
        &self,
        rows: usize,
        questionnaire: &Questionnaire,
        lexicons: &Lexicons,
    ) -> bool {
        let is_known = |number: usize| number < questionnaire.questions().len();
        self.found.len() == rows.min(MAX_ROWS)
            && self.digest == start(lexicons)
            && self.lexicon(lexicons).is_some()
            && self.found.iter().filter_map(|found| found.number()).all(is_known)
    }

    /// The lexicon that the page was read with.
    pub(super) fn lexicon<'l>(&self, lexicons: &'l Lexicons) -> Option<&'l Lexicon> {
        let mut all = lexicons.all().iter().chain([lexicons.unknown()]);
        all.find(|lexicon| lexicon.locale == self.locale)
    }

    /// What was found, row by row.
    pub(super) fn found(&self) -> &[Found] {
        &self.found
    }
}

impl fmt::Display for Recognition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.digest, self.locale)?;
        let mut rows = self.found.iter().copied().peekable();
        while let Some(row) = rows.next() {
            match row {
                Found::Nothing => f.write_str(" -")?,
                Found::ByPlace(number) => write!(f, " {number}?")?,
                Found::Named(first) => {
                    let mut last = first;
                    while rows.next_if_eq(&Found::Named(last + 1)).is_some() {
                        last += 1;
                    }
                    write!(f, " {first}")?;
                    if last > first {
                        write!(f, "-{last}")?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// The number of letters of the digest that are kept.
const START: usize = 16;

/// The start of the digest of all that recognition depends on.
fn start(lexicons: &Lexicons) -> String {
    let (start, _) = lexicons.digest().as_bytes().split_at(START / 2);
    start.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A number of a question in digits alone; far more than there are questions are allowed.
fn parse_number(text: &str) -> Option<usize> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse::<u16>().ok().filter(|_| is_plain).map(usize::from)
}

#[cfg(test)]
mod tests;
