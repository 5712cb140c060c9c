//! Which question each row of the page answers.

use std::collections::HashMap;
use std::sync::Arc;

use super::align::{Gap, align};
use super::cell::Cell;
use super::finding::{FindingKind, Findings, quote};
use super::fold::{Label, fold};
use super::lexicon::Lexicon;
use super::outline::Outline;
use super::recognition::{Found, Recognition};
use super::{date, value};
use crate::attestation::question::{AnswerType, Form, Question, Questionnaire};

/// The most rows that are aligned; no real page has more than 100.
pub(super) const MAX_ROWS: usize = 2000;

/// What it costs that a row stands in another zone than its question.
const ASTRAY: i32 = 80;

/// A row of the page with two columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line, counted from 1.
    pub line: u32,
    /// The key of the zone it stands in; empty outside of zones.
    pub zone: Arc<str>,
    /// The question as the page words it.
    pub label: Cell,
    /// The answer as the page words it.
    pub answer: Cell,
    /// The question; `None` for a row that fits none.
    pub question: Option<Arc<str>>,
}

/// All rows of plain tables outside the certification zone, without a question yet.
pub(super) fn collect(outline: &Outline) -> Vec<Row> {
    let zones: Vec<Arc<str>> = outline.zones.iter().map(|zone| zone.key.as_str().into()).collect();
    let outside: Arc<str> = "".into();
    let mut rows = Vec::with_capacity(100);
    for table in outline.tables.iter().filter(|table| !table.quoted) {
        let zone = table.zone.and_then(|at| zones.get(at)).unwrap_or(&outside);
        if &**zone == super::CERTIFICATION {
            continue;
        }
        for (line, cells) in &table.rows {
            let mut cells = cells.iter().cloned();
            let label = cells.next().unwrap_or_default();
            let answer = cells.next().unwrap_or_default();
            rows.push(Row { line: *line, zone: Arc::clone(zone), label, answer, question: None });
        }
    }
    rows
}

/// What the reading of rows needs to know.
pub(super) struct Context<'a> {
    /// The questions.
    pub(super) questionnaire: &'a Questionnaire,
    /// The terms of the page's language.
    pub(super) lexicon: &'a Lexicon,
    /// The form of the page.
    pub(super) form: Form,
}

/// Gives every row the question that its words, its form and its place speak for.
pub(super) fn recognize(rows: &mut [Row], context: &Context<'_>, findings: &mut Findings) {
    let questions = expected(context);
    let gaps: Vec<Gap> = questions
        .iter()
        .map(|expected| Gap { skipped: absence(expected.question, context) })
        .collect();
    let repeated = repeated_answers(rows);
    let (terms, scores): (Vec<_>, Vec<_>) = rows
        .iter()
        .take(MAX_ROWS)
        .map(|row| score(row, &questions, context, &repeated))
        .map(|scored| (scored.terms, scored.scores))
        .unzip();
    let found = |(terms, entry): (&Vec<i32>, Option<usize>)| {
        let Some(number) = entry.and_then(|at| questions.get(at)).map(|one| one.number) else {
            return Found::Nothing;
        };
        let named = terms.get(number).is_some_and(|score| *score > 0);
        if named || !context.lexicon.knows_labels {
            Found::Named(number)
        } else {
            Found::ByPlace(number)
        }
    };
    let found: Vec<Found> = terms.iter().zip(align(&scores, &gaps)).map(found).collect();
    give(rows, &found, context, findings);
}

/// Gives every row the question that an earlier reading found.
pub(super) fn recall(
    rows: &mut [Row],
    before: &Recognition,
    context: &Context<'_>,
    findings: &mut Findings,
) {
    give(rows, before.found(), context, findings);
}

/// Gives the rows what was found for them, and tells what deserves a look.
fn give(rows: &mut [Row], found: &[Found], context: &Context<'_>, findings: &mut Findings) {
    if rows.len() > MAX_ROWS {
        findings.add(0, FindingKind::TooManyRows { limit: MAX_ROWS });
    }
    for (row, found) in rows.iter_mut().zip(found) {
        let label = || quote(&row.label.text);
        let number = found.number();
        let Some(question) = number.and_then(|at| context.questionnaire.questions().get(at)) else {
            findings.add(row.line, FindingKind::UnknownRow { label: label() });
            continue;
        };
        if matches!(found, Found::ByPlace(_)) {
            let question = Arc::clone(&question.id);
            findings.add(row.line, FindingKind::RowByPlace { question, label: label() });
        }
        row.question = Some(Arc::clone(&question.id));
    }
}

/// A question that may stand on the page.
struct Expected<'a> {
    number: usize,
    question: &'a Question,
    zone: &'a Arc<str>,
    /// The number of questions before the first one of the zone.
    zone_number: usize,
    may_be_absent: bool,
}

/// The questions of the page's form, in its order.
fn expected<'a>(context: &Context<'a>) -> Vec<Expected<'a>> {
    let mut all: Vec<Expected<'a>> = Vec::with_capacity(100);
    for &number in context.questionnaire.on_form(context.form) {
        let Some(question) = context.questionnaire.questions().get(number) else { continue };
        let Some(place) = question.position(context.form) else { continue };
        let zone = &place.zone;
        let zone_number = match all.last() {
            Some(before) if before.zone == zone => before.zone_number,
            _ => all.len(),
        };
        let may_be_absent = question.may_be_absent(context.form);
        all.push(Expected { number, question, zone, zone_number, may_be_absent });
    }
    all
}

/// What it costs that a page has no row for a question: much for a question that every page has,
/// less for one with a condition, and least where that condition has a condition of its own.
fn absence(question: &Question, context: &Context<'_>) -> i32 {
    let parent = |question: &Question| {
        question.condition(context.form).and_then(|on| context.questionnaire.get(&on.question))
    };
    match parent(question) {
        _ if question.often_absent => -2,
        None => -25,
        Some(first) if parent(first).is_some() => -2,
        Some(_) => -6,
    }
}

/// Short answers that stand on the page more than once, which are words for yes, no and the like
/// in a language that nobody knows.
fn repeated_answers(rows: &[Row]) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for row in rows.iter().filter(|row| (1..=30).contains(&row.answer.text.len())) {
        *counts.entry(fold(&row.answer.text)).or_insert(0) += 1;
    }
    counts.retain(|_, count| *count > 2);
    counts
}

struct Scored {
    /// One score a question of the questionnaire, from words alone.
    terms: Vec<i32>,
    /// One score a question of the form.
    scores: Vec<i32>,
}

fn score(
    row: &Row,
    questions: &[Expected<'_>],
    context: &Context<'_>,
    repeated: &HashMap<String, usize>,
) -> Scored {
    let mut terms = context.lexicon.labels.scores(&Label::new(&row.label.text));
    if !row.label.source.is_empty() {
        let source = context.lexicon.labels.scores(&Label::new(&row.label.source));
        terms.iter_mut().zip(source).for_each(|(score, more)| *score += more);
    }
    let best = terms.iter().copied().max().unwrap_or(0);
    let shape = Shape::of(row, context.lexicon, repeated);
    let mut scores = Vec::with_capacity(questions.len());
    // Questions of one zone stand together, so zones are compared only where they change.
    let (mut zone, mut astray) = (usize::MAX, false);
    for expected in questions {
        if zone != expected.zone_number {
            zone = expected.zone_number;
            astray = !row.zone.is_empty() && row.zone != *expected.zone;
        }
        let words = terms.get(expected.number).copied().unwrap_or(0);
        let named = name_score(words, best, expected, context.lexicon);
        // In another zone the form of the answer is not worth a look.
        scores.push(if astray {
            named - ASTRAY
        } else {
            named + shape.fit(expected.question, expected.number, row, context.lexicon)
        });
    }
    Scored { terms, scores }
}

/// What the words of the label say for a question; `best` is what they say for the best one.
fn name_score(words: i32, best: i32, expected: &Expected<'_>, lexicon: &Lexicon) -> i32 {
    match (words > 0, best > 0) {
        (true, _) => words - (best - words) / 2,
        // Another question is named; this one is not.
        (false, true) => -30 - best / 4,
        // Nothing is named: the place decides, and sooner for rows that are always there.
        (false, false) if lexicon.knows_labels && expected.may_be_absent => -20,
        // A word that no translation changes is missing.
        (false, false) if !expected.question.anchors.is_empty() => -4,
        (false, false) if expected.may_be_absent => 0,
        (false, false) => 10,
    }
}

/// The form of an answer, as far as it can be seen without knowing the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Blank,
    Link,
    Date,
    YesOrNo,
    /// Short and repeated on the page.
    Repeated,
    Short,
    Long,
}

impl Shape {
    fn of(row: &Row, lexicon: &Lexicon, repeated: &HashMap<String, usize>) -> Self {
        let answer = &row.answer;
        if answer.is_blank() {
            return Self::Blank;
        }
        if answer.link.is_some() || answer.text.starts_with("http") {
            return Self::Link;
        }
        if value::answer(answer, lexicon).is_some() {
            return Self::YesOrNo;
        }
        if answer.text.len() > 90 {
            return Self::Long;
        }
        if answer.text.len() < 40 && date::read(&answer.text, &lexicon.months).is_some() {
            return Self::Date;
        }
        let again = answer.text.len() <= 30 && repeated.contains_key(&fold(&answer.text));
        if again { Self::Repeated } else { Self::Short }
    }

    /// How well the answer fits the type of a question.
    fn fit(self, question: &Question, number: usize, row: &Row, lexicon: &Lexicon) -> i32 {
        use AnswerType as T;
        let closed = matches!(question.kind, T::Enum | T::EnumList);
        if closed && !matches!(self, Self::Blank | Self::Link | Self::Date) {
            let stranger = if self == Self::Short && !lexicon.knows_labels { 0 } else { -10 };
            return if value::is_choice(&row.answer, number, lexicon) { 30 } else { stranger };
        }
        match (self, question.kind) {
            (Self::Blank, _) => 0,
            (Self::Link, T::Url) | (Self::Date, T::Date) => 30,
            (Self::YesOrNo, T::YesNo | T::YesNoNa) => 12,
            (Self::Repeated, T::YesNo | T::YesNoNa) => 8,
            (Self::Short, T::Id) if value::is_store_id(&row.answer.text) => 30,
            (Self::Short | Self::Long, T::Text | T::TextList) => 6,
            (Self::Short, T::Country | T::CountryList) | (Self::Long, T::CountryList) => 6,
            (_, T::Text | T::TextList) => -6,
            (Self::Short, T::YesNo | T::YesNoNa) if !lexicon.knows_labels => 0,
            (Self::Short, T::YesNo | T::YesNoNa) => -12,
            _ => -30,
        }
    }
}

#[cfg(test)]
mod tests;
