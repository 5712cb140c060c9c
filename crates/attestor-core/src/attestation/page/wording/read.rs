//! Strict reading of the files of words.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::super::controls::Outcome;
use super::super::fold::fold;
use super::super::permission::PermissionType;
use super::{Wording, ZoneWords};
use crate::answer::Answer;
use crate::attestation::question::{Question, Questionnaire};
use crate::fault::{Fault, Problem, nearest};
use crate::source::{Decode, Fields, Kind, Node, Sink, nonempty_list, parse};

/// The keys of each section of phrases; the words are found as `section.key`.
const PHRASES: [(&str, &[&str]); 3] = [
    (
        "head",
        &[
            "head.title",
            "head.updated",
            "head.attested",
            "head.certified",
            "head.teams",
            "head.appsource",
        ],
    ),
    (
        "columns",
        &[
            "columns.question",
            "columns.answer",
            "columns.control",
            "columns.outcome",
            "columns.permission",
            "columns.permission_type",
            "columns.justification",
            "columns.app_id",
        ],
    ),
    ("headings", &["headings.permissions", "headings.further"]),
];
/// The zones of both forms.
const ZONES: [&str; 9] = [
    "general",
    "data",
    "security",
    "compliance",
    "privsection",
    "zerotrust",
    "certification",
    "mcas",
    "identity",
];
/// A blank has no word.
const ANSWERS: [Answer; 3] = [Answer::Yes, Answer::No, Answer::NotApplicable];

pub(super) fn load<S: AsRef<str>>(
    files: &[(S, S)],
    questionnaire: &Questionnaire,
) -> Result<Vec<Wording>, Vec<Fault>> {
    let faults = RefCell::new(Vec::new());
    let mut all: Vec<Wording> = Vec::new();
    for (file, text) in files {
        let sink = Sink::new(file.as_ref(), &faults);
        let Some(node) = parse(text.as_ref(), &sink) else { continue };
        let Some(wording) = wording(&node, &sink, questionnaire) else { continue };
        if all.iter().any(|known| known.locale == wording.locale) {
            let (id, first) = (wording.locale.to_string(), sink.place(0));
            sink.add_at(0, Problem::DuplicateId { kind: "locale", id, first });
        }
        all.push(wording);
    }
    let mut found = faults.into_inner();
    if !found.is_empty() {
        found.sort();
        return Err(found);
    }
    all.sort_by(|left, right| left.locale.cmp(&right.locale));
    Ok(all)
}

fn wording(node: &Node, sink: &Sink<'_>, questionnaire: &Questionnaire) -> Option<Wording> {
    let mut fields = Fields::of(node, sink)?;
    let locale = fields.required::<String>("locale");
    let date = date(&mut fields, sink);
    let months = months(&mut fields, sink);
    let separator = fields.required::<String>("separator");
    let phrases = phrases(&mut fields, sink);
    let zones = section::<ZoneWords>(&mut fields, "zones", &ZONES, sink);
    let answers = closed(&mut fields, "answers", &ANSWERS, Answer::as_str, sink);
    let kinds = PermissionType::ALL;
    let permission_types =
        closed(&mut fields, "permission_types", kinds, PermissionType::as_str, sink);
    let outcomes = closed(&mut fields, "outcomes", Outcome::ALL, Outcome::as_str, sink);
    let choices = choices(&mut fields, questionnaire, sink);
    let ids: Vec<&str> = questionnaire.controls().iter().map(|control| &*control.id).collect();
    let controls = labels(&mut fields, "controls", &ids, sink);
    let ids: Vec<&str> = questionnaire.questions().iter().map(|question| &*question.id).collect();
    let questions = labels(&mut fields, "questions", &ids, sink);
    fields.finish();
    Some(Wording {
        locale: locale?.into(),
        date: date?,
        months: months?,
        separator: separator?,
        phrases: phrases?,
        zones: ZONES.into_iter().zip(zones?).collect(),
        answers: answers?,
        permission_types: permission_types?,
        outcomes: outcomes?,
        choices: choices?,
        controls: controls?,
        questions: questions?,
    })
}

impl Decode for ZoneWords {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let heading = fields.required("heading");
        let intro = fields.required("intro");
        fields.finish();
        Some(Self { heading: heading?, intro: intro? })
    }
}

fn date(fields: &mut Fields<'_, '_>, sink: &Sink<'_>) -> Option<String> {
    let line = fields.line;
    let date = fields.required::<String>("date")?;
    for part in ["{year}", "{month}", "{day}"] {
        if !date.contains(part) {
            sink.add_at(line, Problem::Inconsistent(format!("the date has no `{part}`")));
        }
    }
    Some(date)
}

fn months(fields: &mut Fields<'_, '_>, sink: &Sink<'_>) -> Option<Vec<String>> {
    let line = fields.line;
    let Some(node) = fields.node("months") else {
        sink.add_at(line, Problem::MissingKey { key: "months" });
        return None;
    };
    let names: Vec<String> = nonempty_list(node, sink)?;
    if names.len() != 12 {
        let sentence = format!("a year has 12 months, not {}", names.len());
        sink.add(node, Problem::Inconsistent(sentence));
    }
    Some(names)
}

fn phrases(fields: &mut Fields<'_, '_>, sink: &Sink<'_>) -> Option<HashMap<&'static str, String>> {
    let mut all = HashMap::new();
    for (name, keys) in PHRASES {
        let short: Vec<&str> =
            keys.iter().map(|key| key.split_once('.').map_or(*key, |(_, short)| short)).collect();
        let texts = section::<String>(fields, name, &short, sink)?;
        all.extend(keys.iter().copied().zip(texts));
    }
    Some(all)
}

/// The values of a section in the order of `keys`; a missing and an unknown key are faults.
fn section<T: Decode>(
    fields: &mut Fields<'_, '_>,
    name: &'static str,
    keys: &[&str],
    sink: &Sink<'_>,
) -> Option<Vec<T>> {
    let line = fields.line;
    let Some(node) = fields.node(name) else {
        sink.add_at(line, Problem::MissingKey { key: name });
        return None;
    };
    values(node, keys, sink)
}

fn values<T: Decode>(node: &Node, keys: &[&str], sink: &Sink<'_>) -> Option<Vec<T>> {
    let Kind::Map(entries) = &node.kind else {
        sink.add(node, Problem::WrongKind { expected: "a map", found: node.kind.name() });
        return None;
    };
    for (key, line, _) in entries.iter().filter(|(key, ..)| !keys.contains(&key.as_str())) {
        let near = nearest(key, keys.iter().copied()).map(str::to_owned);
        let id = key.clone();
        sink.add_at(*line, Problem::UnknownReference { kind: "key", id, near });
    }
    let read: Vec<Option<T>> = keys
        .iter()
        .map(|wanted| {
            let Some((.., value)) = entries.iter().find(|(key, ..)| key == wanted) else {
                let sentence = format!("the words for `{wanted}` are missing");
                sink.add(node, Problem::Inconsistent(sentence));
                return None;
            };
            T::decode(value, sink)
        })
        .collect();
    read.into_iter().collect()
}

/// One word for every value of a closed list.
fn closed<K: Copy>(
    fields: &mut Fields<'_, '_>,
    name: &'static str,
    all: &[K],
    key: impl Fn(K) -> &'static str,
    sink: &Sink<'_>,
) -> Option<Vec<(K, String)>> {
    let keys: Vec<&str> = all.iter().map(|one| key(*one)).collect();
    let words = section::<String>(fields, name, &keys, sink)?;
    Some(all.iter().copied().zip(words).collect())
}

/// Labels, of which no two read the same, so that each names its row by itself.
fn labels(
    fields: &mut Fields<'_, '_>,
    name: &'static str,
    ids: &[&str],
    sink: &Sink<'_>,
) -> Option<Vec<String>> {
    let line = fields.line;
    let labels = section::<String>(fields, name, ids, sink)?;
    let mut seen: HashMap<String, &str> = HashMap::new();
    for (label, id) in labels.iter().zip(ids) {
        if let Some(other) = seen.insert(fold(label), id) {
            let sentence = format!("`{id}` and `{other}` have one label");
            sink.add_at(line, Problem::Inconsistent(sentence));
        }
    }
    Some(labels)
}

/// Words for the choices of every question that has some.
fn choices(
    fields: &mut Fields<'_, '_>,
    questionnaire: &Questionnaire,
    sink: &Sink<'_>,
) -> Option<Vec<(usize, Arc<str>, String)>> {
    let asked: Vec<(usize, &Question)> = questionnaire
        .questions()
        .iter()
        .enumerate()
        .filter(|(_, question)| !question.choices.is_empty())
        .collect();
    let ids: Vec<&str> = asked.iter().map(|(_, question)| &*question.id).collect();
    let maps = section::<Node>(fields, "choices", &ids, sink)?;
    let mut all = Vec::new();
    for ((number, question), node) in asked.into_iter().zip(&maps) {
        let listed = question.choices.iter().map(|choice| &choice.code);
        let codes: Vec<Arc<str>> = listed.chain(&question.other_text).cloned().collect();
        let keys: Vec<&str> = codes.iter().map(|code| &**code).collect();
        let words = values::<String>(node, &keys, sink)?;
        all.extend(codes.iter().cloned().zip(words).map(|(code, words)| (number, code, words)));
    }
    Some(all)
}

/// A node that is read later.
impl Decode for Node {
    fn decode(node: &Node, _: &Sink<'_>) -> Option<Self> {
        Some(node.clone())
    }
}
