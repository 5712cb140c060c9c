//! Markdown into lines and text pairs. Reading never fails and loses nothing: a line that is not in
//! the form is kept as it is, with a finding.

use std::collections::BTreeSet;

use crate::attestation::text::Provenance;
use crate::day::Day;
use crate::digest::Digest;
use crate::id::{Id, Spot};

use super::super::unit::{Translation, Unit};
use super::finding::{Finding, FindingKind};
use super::layout::{Form, Line};

const TRANSLATED: &str = "<span data-ttu-id=\"";
const BETWEEN: &str = "</span><span class=\"sxs-lookup\"><span data-stu-id=\"";
const CLOSE: &str = "</span></span>";

/// A page as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadPage {
    /// The lines of its head.
    pub head: Vec<String>,
    /// The lines of its body, each with its number, counted from 1.
    pub lines: Vec<(u32, Line)>,
    /// The text pairs, in the order of the page.
    pub texts: Vec<Unit>,
    /// The locale that it is shown in.
    pub locale: String,
    /// The locale that it was made from.
    pub source_locale: String,
}

/// Reads a page. `source_locale` is the language of the sources, which these pages do not name.
#[must_use]
pub fn read(text: &str, source_locale: &str) -> (ReadPage, Vec<Finding>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (head, first, body) = head(text);
    let value = |key: &str| value(&head, key);
    let mut reading = Reading {
        // A page that says that it is in the language of its sources does not say what it is in.
        locale: value("ms.contentlocale")
            .filter(|locale| *locale != source_locale)
            .unwrap_or("und")
            .to_owned(),
        source_locale: source_locale.to_owned(),
        provenance: provenance(value("ms.translationtype")),
        day: value("ms.lasthandoff").and_then(handed_over),
        ids: BTreeSet::new(),
        texts: Vec::new(),
        findings: Vec::new(),
    };
    let mut lines = Vec::new();
    for (number, line) in (first..).zip(body.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        lines.push((number, reading.line(number, line.trim_end())));
    }
    let Reading { locale, source_locale, texts, findings, .. } = reading;
    (ReadPage { head, lines, texts, locale, source_locale }, findings)
}

/// The lines of the head, the number of the first line behind it, and what stands behind it.
fn head(text: &str) -> (Vec<String>, u32, &str) {
    let none = (Vec::new(), 1, text);
    let Some(behind) = text.strip_prefix("---").and_then(|it| it.split_once('\n')) else {
        return none;
    };
    let mut lines = Vec::new();
    let (mut rest, mut number) = (behind.1, 2);
    while let Some((line, next)) = rest.split_once('\n') {
        number += 1;
        rest = next;
        let line = line.trim_end();
        if line == "---" {
            return (lines, number, rest);
        }
        if !line.is_empty() {
            lines.push(line.to_owned());
        }
    }
    none
}

/// The value of a key of the head, without quotation marks.
pub(super) fn value<'h>(head: &'h [String], key: &str) -> Option<&'h str> {
    let value = head.iter().find_map(|line| line.strip_prefix(key)?.strip_prefix(':'))?;
    Some(value.trim().trim_matches('"')).filter(|value| !value.is_empty())
}

fn provenance(kind: Option<&str>) -> Provenance {
    match kind {
        Some("HT") => Provenance::Human,
        _ => Provenance::Machine,
    }
}

/// `MM/DD/YYYY`, whatever the language.
fn handed_over(text: &str) -> Option<Day> {
    let mut parts = text.split('/');
    let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
    Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

struct Reading {
    locale: String,
    source_locale: String,
    provenance: Provenance,
    day: Option<Day>,
    ids: BTreeSet<Id>,
    texts: Vec<Unit>,
    findings: Vec<Finding>,
}

/// The parts of a pair.
struct Pair<'t> {
    id: &'t str,
    translated: &'t str,
    source_id: &'t str,
    source: &'t str,
}

impl Reading {
    fn line(&mut self, number: u32, line: &str) -> Line {
        let (form, anchor, rest) = shape(line);
        let found = linked(rest).or_else(|| Some((pairs(rest)?, None)));
        let Some((pairs, link)) = found.filter(|(pairs, _)| self.are_good(number, pairs)) else {
            let raw = Some(line.to_owned());
            self.add(number, FindingKind::NotInForm { found: start(line) });
            return Line { form: Form::Raw, anchor: None, texts: Vec::new(), link: None, raw };
        };
        let texts = pairs.into_iter().filter_map(|pair| self.keep(number, &pair)).collect();
        let (anchor, link) = (anchor.map(str::to_owned), link.map(str::to_owned));
        Line { form, anchor, texts, link, raw: None }
    }

    /// Whether every pair can be kept as a text: ids that agree, and two texts.
    fn are_good(&mut self, number: u32, pairs: &[Pair<'_>]) -> bool {
        let mut good = true;
        for pair in pairs {
            if pair.id != pair.source_id {
                let (translated, source) = (start(pair.id), start(pair.source_id));
                self.add(number, FindingKind::PairDisagrees { translated, source });
                good = false;
            }
            let empty = pair.translated.trim().is_empty() || pair.source.trim().is_empty();
            good &= Id::parse(pair.id).is_some() && !empty;
        }
        good
    }

    fn keep(&mut self, number: u32, pair: &Pair<'_>) -> Option<Spot<Id>> {
        let id = self.fresh(number, Id::parse(pair.id)?)?;
        let translation = Translation {
            locale: Spot::made(self.locale.clone()),
            body: pair.translated.to_owned(),
            provenance: self.provenance,
            source_hash: Some(Digest::of(pair.source.as_bytes())),
            day: self.day,
        };
        self.texts.push(Unit {
            id: Spot::made(id.clone()),
            locale: self.source_locale.clone(),
            body: pair.source.to_owned(),
            translations: vec![translation],
        });
        Some(Spot::made(id))
    }

    /// The id, or one made of it where it stands twice.
    fn fresh(&mut self, number: u32, id: Id) -> Option<Id> {
        if self.ids.insert(id.clone()) {
            return Some(id);
        }
        let next = self.ids.len();
        let short: String = id.as_str().chars().take(80).collect();
        let renamed = Id::parse(&format!("{short}.{next}"))?;
        let words = (id.to_string(), renamed.to_string());
        self.add(number, FindingKind::TextTwice { id: words.0, renamed: words.1 });
        self.ids.insert(renamed.clone());
        Some(renamed)
    }

    fn add(&mut self, line: u32, kind: FindingKind) {
        self.findings.push(Finding { line, kind });
    }
}

/// The first letters of a text, for messages.
fn start(text: &str) -> String {
    text.chars().take(60).collect()
}

/// What a line is, its anchor, and the rest.
fn shape(line: &str) -> (Form, Option<&str>, &str) {
    for (mark, form) in [("# ", Form::Title), ("## ", Form::Section), ("### ", Form::Group)] {
        if let Some(rest) = line.strip_prefix(mark) {
            let (anchor, rest) = anchor(rest);
            return (form, anchor, rest);
        }
    }
    match line.strip_prefix("- ") {
        Some(rest) => (Form::Item, None, rest),
        None => (Form::Paragraph, None, line),
    }
}

fn anchor(text: &str) -> (Option<&str>, &str) {
    let found = text.strip_prefix("<a name=\"").and_then(|it| it.split_once("\"></a>"));
    found.map_or((None, text), |(anchor, rest)| (Some(anchor), rest))
}

/// A line that is one link: its pairs and its address.
fn linked(text: &str) -> Option<(Vec<Pair<'_>>, Option<&str>)> {
    let (inside, address) = text.strip_prefix('[')?.strip_suffix(')')?.rsplit_once("](")?;
    Some((pairs(inside)?, Some(address)))
}

/// Pairs with one space between them, and nothing else.
fn pairs(text: &str) -> Option<Vec<Pair<'_>>> {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        let (pair, behind) = pair(rest)?;
        found.push(pair);
        if behind.is_empty() {
            return Some(found);
        }
        rest = behind.strip_prefix(' ')?;
    }
}

fn pair(text: &str) -> Option<(Pair<'_>, &str)> {
    let (id, rest) = text.strip_prefix(TRANSLATED)?.split_once("\">")?;
    let (translated, rest) = rest.split_once(BETWEEN)?;
    let (source_id, rest) = rest.split_once("\">")?;
    let (source, rest) = rest.split_once(CLOSE)?;
    Some((Pair { id, translated, source_id, source }, rest))
}
