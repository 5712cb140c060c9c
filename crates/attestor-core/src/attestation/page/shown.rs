//! A page for people: every row with its question, its typed answer and the words that stand there.
//!
//! [`rows`] are the answers, [`permissions`] the Graph permissions with their reasons, [`notes`] the
//! answers in own words on the form of 2021, and [`origin`] tells where a translation comes from.
//! Everything borrows from the page; nothing is read anew.

use std::sync::Arc;

use super::cell::Cell;
use super::date;
use super::facts::Value;
use super::outline::{Note, visible};
use super::permission::{self, Permission};
use super::render::mark;
use super::rows::Row;
use super::{Page, bilingual};
use crate::attestation::question::{Form, Questionnaire, Section};
use crate::attestation::text::Provenance;
use crate::day::Day;

/// A text as it stands on the page, with its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShownText<'p> {
    /// The visible text, which may have several lines; empty for a blank.
    pub body: &'p str,
    /// The text that it was translated from, on a side-by-side page.
    pub source: Option<&'p str>,
    /// The locale of the text, such as `ko-KR`; `und` where it is not known.
    pub lang: &'p str,
    /// Who wrote the text.
    pub provenance: Provenance,
    /// Whether the source of a translation has changed since.
    pub stale: bool,
}

/// A row of the page with its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShownRow<'p> {
    /// The line of the page, counted from 1.
    pub line: u32,
    /// The question; `None` for a row that fits none.
    pub question: Option<&'p Arc<str>>,
    /// The part of the questionnaire; for a row that fits no question, that of the row above it in
    /// its zone or else of the zone's first question; `None` outside of known zones.
    pub section: Option<Section>,
    /// The question as the page words it.
    pub label: ShownText<'p>,
    /// The answer in the type of its question; `None` for a row that fits no question.
    pub value: Option<&'p Value>,
    /// The answer as the page words it.
    pub text: ShownText<'p>,
    /// The target of the answer's first link, as it stands; not checked.
    pub link: Option<&'p str>,
}

/// All rows with two columns in the order of the page, blank and unknown ones among them.
#[must_use]
pub fn rows<'p>(page: &'p Page, questionnaire: &Questionnaire) -> Vec<ShownRow<'p>> {
    let mut answers = page.facts.answers.iter().peekable();
    let mut shown: Vec<ShownRow<'p>> = Vec::with_capacity(page.rows.len());
    let mut above: Option<(&'p Arc<str>, Option<Section>)> = None;
    for row in &page.rows {
        let question = row.question.as_ref();
        // Rows and answers have the same order; only rows without a question have no answer.
        let answer = answers.next_if(|(id, _)| Some(id) == question);
        let known = question.and_then(|id| questionnaire.get(id)).map(|question| question.section);
        let section = known.or_else(|| match above {
            Some((zone, section)) if *zone == row.zone => section,
            _ => first_section(&row.zone, page.facts.generation, questionnaire),
        });
        above = Some((&row.zone, section));
        shown.push(ShownRow {
            value: answer.map(|(_, value)| value),
            ..wordings(page, row, section)
        });
    }
    shown
}

/// A row without its value.
fn wordings<'p>(page: &'p Page, row: &'p Row, section: Option<Section>) -> ShownRow<'p> {
    ShownRow {
        line: row.line,
        question: row.question.as_ref(),
        section,
        label: text(page, &row.label),
        value: None,
        text: text(page, &row.answer),
        link: row.answer.link.as_deref(),
    }
}

/// The part of the questionnaire in which a zone's first question stands.
fn first_section(zone: &str, form: Form, questionnaire: &Questionnaire) -> Option<Section> {
    let questions = questionnaire.on_form(form).iter();
    let mut questions = questions.filter_map(|&number| questionnaire.questions().get(number));
    let here = questions.find(|one| one.position(form).is_some_and(|place| &*place.zone == zone));
    here.map(|question| question.section)
}

fn text<'p>(page: &'p Page, cell: &'p Cell) -> ShownText<'p> {
    let run = mark::run(cell, page);
    ShownText {
        body: &cell.text,
        source: Some(cell.source.as_str()).filter(|source| !source.is_empty()),
        lang: run.lang,
        provenance: run.provenance,
        stale: run.stale,
    }
}

/// A Graph permission with what the page says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownPermission<'p> {
    /// The line of the page, counted from 1.
    pub line: u32,
    /// The permission as it was read.
    pub permission: &'p Permission,
    /// Why the app needs it, with the head of the column: one text on the form of 2022, why data
    /// are collected and why they are stored on that of 2021. Blanks are left out.
    pub reasons: Vec<ShownReason<'p>>,
}

/// One reason for a permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShownReason<'p> {
    /// The head of the column; empty for a table without a head.
    pub about: ShownText<'p>,
    /// The reason.
    pub text: ShownText<'p>,
}

/// One for each permission of the facts, in their order.
#[must_use]
pub fn permissions(page: &Page) -> Vec<ShownPermission<'_>> {
    let tables = page.outline.tables.iter().filter(|table| permission::is_permission_table(table));
    let rows = tables.flat_map(|table| permission::named_rows(table).map(move |row| (table, row)));
    let shown = rows.zip(&page.facts.permissions).map(|((table, (line, cells)), permission)| {
        // The last column is the app registration.
        let columns = table.head.iter().zip(cells);
        let middle = columns.take(table.head.len().saturating_sub(1)).skip(2);
        let reasons = middle.filter(|(_, cell)| !cell.text.is_empty());
        let reason = |(head, cell)| ShownReason { about: text(page, head), text: text(page, cell) };
        ShownPermission { line: *line, permission, reasons: reasons.map(reason).collect() }
    });
    shown.collect()
}

/// An answer in own words below a heading, as the form of 2021 has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownNote<'p> {
    /// The line of the page, counted from 1.
    pub line: u32,
    /// The key of its zone.
    pub zone: &'p str,
    /// The anchor of the heading above, such as `telemetry-data`; empty where it has none.
    pub heading: &'p str,
    /// The visible text, in the page's language.
    pub body: String,
    /// The text that it was translated from, on a side-by-side page.
    pub source: Option<String>,
}

/// The answers in own words, one a paragraph, in the order of the page; none on the form of 2022, which quotes
/// nothing but sentences of its own.
#[must_use]
pub fn notes(page: &Page) -> Vec<ShownNote<'_>> {
    if page.facts.generation == Form::Form2022 {
        return Vec::new();
    }
    page.outline.own_words().filter_map(|one| note(page, one)).collect()
}

fn note<'p>(page: &'p Page, note: &'p Note) -> Option<ShownNote<'p>> {
    let zone = page.outline.zones.get(note.zone?)?;
    let body = visible(&note.text);
    let source = visible(&bilingual::split_sources(&note.text).1);
    Some(ShownNote {
        line: note.line,
        zone: &zone.key,
        heading: &note.heading,
        body,
        source: Some(source).filter(|source| !source.is_empty()),
    })
}

/// Where the text of a page comes from, by its front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin<'p> {
    /// Who wrote or translated the page: `MT` is machine, `HT` human, anything else the source.
    pub provenance: Provenance,
    /// The day on which the translation was handed over (`ms.lasthandoff`).
    pub handed_over: Option<Day>,
    /// The commit of the source that was translated (`ms.sourcegitcommit`).
    pub source_commit: Option<&'p str>,
    /// The digest of the source file that was translated (`ms.openlocfilehash`).
    pub source_hash: Option<&'p str>,
    /// Whether the page shows its source beside the translation.
    pub bilingual: bool,
}

/// What the front matter says about the origin of the page.
#[must_use]
pub fn origin(page: &Page) -> Origin<'_> {
    let front = |key: &str| page.outline.front(key).filter(|value| !value.is_empty());
    let sources = |row: &Row| !row.label.source.is_empty() || !row.answer.source.is_empty();
    Origin {
        provenance: mark::provenance(page),
        handed_over: front("ms.lasthandoff")
            .and_then(|day| date::read(day, &[]))
            .map(|read| read.day),
        source_commit: front("ms.sourcegitcommit"),
        source_hash: front("ms.openlocfilehash"),
        bilingual: page.rows.iter().any(sources),
    }
}

#[cfg(test)]
mod tests;
