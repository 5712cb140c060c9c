//! The answer of a row in the type of its question.

use std::sync::Arc;

use super::cell::Cell;
use super::date;
use super::facts::Value;
use super::finding::{FindingKind, Findings, quote};
use super::lexicon::Lexicon;
use crate::answer::Answer;
use crate::attestation::question::{AnswerType, Question};

/// What stands for an answer that was never filled in.
const PLACEHOLDERS: [&str; 8] =
    ["{0}", "{{", "lorem ipsum", "placeholder", "[object object]", "undefined", "<insert", "$("];

/// The value of an answer. Whatever cannot be read stays as [`Value::Unreadable`] with a finding.
pub(super) fn read(
    question: (usize, &Question),
    cell: &Cell,
    line: u32,
    lexicon: &Lexicon,
    findings: &mut Findings,
) -> Value {
    let (number, question) = question;
    let found = || quote(&cell.text);
    let id = || Arc::clone(&question.id);
    if is_placeholder(&cell.text) {
        findings.add(line, FindingKind::Placeholder { question: id(), found: found() });
    }
    match question.kind {
        AnswerType::YesNo | AnswerType::YesNoNa => match answer(cell, lexicon) {
            Some(answer) => Value::Answer(answer),
            None => {
                findings
                    .add(line, FindingKind::UnreadableAnswer { question: id(), found: found() });
                Value::Unreadable(cell.text.clone())
            }
        },
        AnswerType::Enum => choice(number, question, cell, lexicon).unwrap_or_else(|| {
            findings.add(line, FindingKind::UnknownChoice { question: id(), found: found() });
            Value::Unreadable(cell.text.clone())
        }),
        AnswerType::EnumList => choices((number, question), cell, line, lexicon, findings),
        AnswerType::Date => day(question, cell, line, lexicon, findings),
        AnswerType::Url | AnswerType::Id if cell.is_blank() => Value::Blank,
        AnswerType::Url => Value::Link(cell.link.clone().unwrap_or_else(|| cell.text.clone())),
        AnswerType::Id => Value::Id(cell.text.clone()),
        AnswerType::Text | AnswerType::TextList | AnswerType::Country | AnswerType::CountryList => {
            Value::Text(cell.text.clone())
        }
    }
}

/// The answer state of a cell, from its text or its English source.
pub(super) fn answer(cell: &Cell, lexicon: &Lexicon) -> Option<Answer> {
    let source = || lexicon.answer(&cell.source).filter(|_| !cell.source.is_empty());
    lexicon.answer(&cell.text).or_else(source)
}

fn choice(number: usize, question: &Question, cell: &Cell, lexicon: &Lexicon) -> Option<Value> {
    if cell.text.is_empty() {
        return Some(Value::Blank);
    }
    let code = lexicon
        .choice(number, &cell.text)
        .or_else(|| lexicon.choice(number, &cell.source))
        .or(question.other_text.as_ref())?;
    Some(Value::Code(Arc::clone(code)))
}

/// Whether a cell is one of the choices, or a list that begins with one.
pub(super) fn is_choice(cell: &Cell, number: usize, lexicon: &Lexicon) -> bool {
    parts(&cell.text).take(4).any(|part| lexicon.choice(number, part).is_some())
}

/// The parts of a list, without the marks that translators leave before and behind them.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mark = |letter: char| letter.is_whitespace() || matches!(letter, '.' | '。' | ';');
    text.split(['、', ',', '，', '،', '؛'])
        .map(move |part| part.trim_matches(mark))
        .filter(|part| !part.is_empty())
}

/// The codes of `one (other)`, into which translators turn a list, if each part is a choice.
fn set_in(part: &str, number: usize, lexicon: &Lexicon) -> Option<Vec<Arc<str>>> {
    let pieces = part.split(['(', ')', '（', '）']).map(str::trim).filter(|one| !one.is_empty());
    let codes: Vec<_> = pieces.map(|one| lexicon.choice(number, one)).collect::<Option<_>>()?;
    (codes.len() > 1).then(|| codes.into_iter().map(Arc::clone).collect())
}

/// The codes of a list, sorted and each once. A part in own words takes the code for such, if the
/// question has one.
fn choices(
    question: (usize, &Question),
    cell: &Cell,
    line: u32,
    lexicon: &Lexicon,
    findings: &mut Findings,
) -> Value {
    let (number, question) = question;
    let mut codes: Vec<Arc<str>> = Vec::new();
    for part in parts(&cell.text) {
        let code = lexicon.choice(number, part);
        if code.is_none()
            && let Some(set_in) = set_in(part, number, lexicon)
        {
            codes.extend(set_in);
            continue;
        }
        if code.is_none() {
            let (question, found) = (Arc::clone(&question.id), quote(part));
            findings.add(line, FindingKind::UnknownChoice { question, found });
        }
        codes.extend(code.or(question.other_text.as_ref()).map(Arc::clone));
    }
    codes.sort_unstable();
    codes.dedup();
    if codes.is_empty() && !cell.text.is_empty() {
        return Value::Unreadable(cell.text.clone());
    }
    Value::Codes(codes)
}

fn day(
    question: &Question,
    cell: &Cell,
    line: u32,
    lexicon: &Lexicon,
    findings: &mut Findings,
) -> Value {
    if cell.is_blank() {
        return Value::Blank;
    }
    let (what, found) = (Arc::clone(&question.id), quote(&cell.text));
    let source = || date::read(&cell.source, &lexicon.months);
    let Some(read) = date::read(&cell.text, &lexicon.months).or_else(source) else {
        findings.add(line, FindingKind::UnreadableDate { what, found });
        return Value::Unreadable(cell.text.clone());
    };
    if read.ambiguous {
        findings.add(line, FindingKind::AmbiguousDate { what, found });
    }
    Value::Day(read.day)
}

/// `WA` with digits, or a publisher and an offer parted by a dot.
pub(super) fn is_store_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    let digits = text.bytes().any(|byte| byte.is_ascii_digit());
    text.bytes().all(plain) && (text.contains('.') || (text.starts_with("WA") && digits))
}

fn is_placeholder(text: &str) -> bool {
    if text.len() > 200 {
        return false;
    }
    let lower = text.to_ascii_lowercase();
    PLACEHOLDERS.iter().any(|mark| lower.contains(mark))
}

#[cfg(test)]
mod tests;
