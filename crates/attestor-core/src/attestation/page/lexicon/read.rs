//! Strict reading of lexicon files.

use std::cell::RefCell;
use std::sync::Arc;

use super::super::controls::Outcome;
use super::super::permission::PermissionType;
use crate::answer::Answer;
use crate::attestation::question::{Question, Questionnaire};
use crate::fault::{Fault, Problem, nearest};
use crate::source::{Decode, Fields, Kind, Node, Sink, nonempty_list, parse};

/// The content of one lexicon file.
pub(super) struct Draft {
    pub(super) locale: Arc<str>,
    pub(super) answers: Vec<(Answer, Vec<String>)>,
    /// Twelve names, January first.
    pub(super) months: Vec<String>,
    pub(super) permission_types: Vec<(PermissionType, Vec<String>)>,
    /// Names of permissions with the words they are translated to.
    pub(super) permission_names: Vec<(String, Vec<String>)>,
    pub(super) results: Vec<(Outcome, Vec<String>)>,
    /// Numbers of questions with codes and words.
    pub(super) choices: Vec<(usize, String, Vec<String>)>,
    /// Numbers of controls with terms.
    pub(super) controls: Vec<(usize, Vec<String>)>,
    /// Numbers of questions with terms.
    pub(super) questions: Vec<(usize, Vec<String>)>,
}

pub(super) fn load<S: AsRef<str>>(
    files: &[(S, S)],
    questionnaire: &Questionnaire,
) -> Result<Vec<Draft>, Vec<Fault>> {
    let faults = RefCell::new(Vec::new());
    let mut drafts: Vec<Draft> = Vec::new();
    for (file, text) in files {
        let sink = Sink::new(file.as_ref(), &faults);
        let Some(node) = parse(text.as_ref(), &sink) else { continue };
        let Some(draft) = draft(&node, &sink, questionnaire) else { continue };
        if drafts.iter().any(|known| known.locale == draft.locale) {
            let (id, first) = (draft.locale.to_string(), sink.place(0));
            sink.add_at(0, Problem::DuplicateId { kind: "locale", id, first });
        }
        drafts.push(draft);
    }
    let mut found = faults.into_inner();
    if !found.is_empty() {
        found.sort();
        return Err(found);
    }
    drafts.sort_by(|left, right| left.locale.cmp(&right.locale));
    Ok(drafts)
}

fn draft(node: &Node, sink: &Sink<'_>, questionnaire: &Questionnaire) -> Option<Draft> {
    let mut fields = Fields::of(node, sink)?;
    let locale = fields.required::<String>("locale");
    let answers = words(fields.node("answers"), sink);
    let months = months(fields.node("months"), sink);
    let permission_types = words(fields.node("permission_types"), sink);
    let permission_names = map::<Texts>(fields.node("permission_names"), sink);
    let results = words(fields.node("results"), sink);
    let choices = choices(fields.node("choices"), sink, questionnaire);
    let controls = map::<Texts>(fields.node("controls"), sink).and_then(|entries| {
        let known = || questionnaire.controls().iter().map(|control| &*control.id);
        numbered(entries, sink, "control", known)
    });
    let questions = map::<Texts>(fields.node("questions"), sink).and_then(|entries| {
        let known = || questionnaire.questions().iter().map(|question| &*question.id);
        numbered(entries, sink, "question", known)
    });
    fields.finish();
    Some(Draft {
        locale: locale?.into(),
        answers: answers?,
        months: months?,
        permission_types: permission_types?,
        permission_names: permission_names?.into_iter().map(|(name, _, t)| (name, t.0)).collect(),
        results: results?,
        choices: choices?,
        controls: controls?,
        questions: questions?,
    })
}

/// A list of texts that is not empty.
struct Texts(Vec<String>);

impl Decode for Texts {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        nonempty_list(node, sink).map(Self)
    }
}

/// The entries of a map with free keys and their lines; absent gives none.
fn map<T: Decode>(node: Option<&Node>, sink: &Sink<'_>) -> Option<Vec<(String, u32, T)>> {
    let Some(node) = node else { return Some(Vec::new()) };
    let Kind::Map(entries) = &node.kind else {
        sink.add(node, Problem::WrongKind { expected: "a map", found: node.kind.name() });
        return None;
    };
    let read: Vec<Option<(String, u32, T)>> = entries
        .iter()
        .map(|(key, line, value)| T::decode(value, sink).map(|value| (key.clone(), *line, value)))
        .collect();
    read.into_iter().collect()
}

/// A map whose keys are words of a closed list.
fn words<K: Decode>(node: Option<&Node>, sink: &Sink<'_>) -> Option<Vec<(K, Vec<String>)>> {
    let entries = map::<Texts>(node, sink)?;
    let read: Vec<Option<(K, Vec<String>)>> = entries
        .into_iter()
        .map(|(key, line, texts)| {
            let key = Node { line, kind: Kind::Scalar { text: key, quoted: false } };
            K::decode(&key, sink).map(|key| (key, texts.0))
        })
        .collect();
    read.into_iter().collect()
}

fn months(node: Option<&Node>, sink: &Sink<'_>) -> Option<Vec<String>> {
    let Some(node) = node else { return Some(Vec::new()) };
    let names: Vec<String> = nonempty_list(node, sink)?;
    if names.len() != 12 {
        let sentence = format!("a year has 12 months, not {}", names.len());
        sink.add(node, Problem::Inconsistent(sentence));
        return None;
    }
    Some(names)
}

/// Replaces ids by their numbers among the known ones.
fn numbered<'q, I: Iterator<Item = &'q str>>(
    entries: Vec<(String, u32, Texts)>,
    sink: &Sink<'_>,
    kind: &'static str,
    known: impl Fn() -> I,
) -> Option<Vec<(usize, Vec<String>)>> {
    let read: Vec<Option<(usize, Vec<String>)>> = entries
        .into_iter()
        .map(|(id, line, texts)| {
            let number = known().position(|known| known == id);
            if number.is_none() {
                let near = nearest(&id, known()).map(str::to_owned);
                sink.add_at(line, Problem::UnknownReference { kind, id, near });
            }
            number.map(|number| (number, texts.0))
        })
        .collect();
    read.into_iter().collect()
}

fn choices(
    node: Option<&Node>,
    sink: &Sink<'_>,
    questionnaire: &Questionnaire,
) -> Option<Vec<(usize, String, Vec<String>)>> {
    let mut all = Vec::new();
    for (id, line, inner) in map::<Codes>(node, sink)? {
        let Some(number) = questionnaire.number(&id) else {
            let known = questionnaire.questions().iter().map(|question| &*question.id);
            let near = nearest(&id, known).map(str::to_owned);
            sink.add_at(line, Problem::UnknownReference { kind: "question", id, near });
            continue;
        };
        let question = questionnaire.questions().get(number)?;
        for (code, line, texts) in inner.0 {
            check_code(&code, line, question, sink);
            all.push((number, code, texts.0));
        }
    }
    Some(all)
}

fn check_code(code: &str, line: u32, question: &Question, sink: &Sink<'_>) {
    let known = || question.choices.iter().map(|choice| &*choice.code);
    if !known().any(|known| known == code) {
        let near = nearest(code, known()).map(str::to_owned);
        let id = code.to_owned();
        sink.add_at(line, Problem::UnknownReference { kind: "choice", id, near });
    }
}

/// Codes with their words.
struct Codes(Vec<(String, u32, Texts)>);

impl Decode for Codes {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        map(Some(node), sink).map(Self)
    }
}
