//! Strict reading of the questionnaire's files.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::{
    AnswerType, Choice, Condition, Control, Form, Position, Question, Questionnaire, Section,
};
use crate::fault::{Fault, Place, Problem};
use crate::source::{Decode, Fields, Node, Sink, parse};

/// One entry with the place that faults about it name.
struct Placed<T> {
    place: Place,
    value: T,
}

#[derive(Default)]
struct Entries {
    questions: Vec<Placed<Question>>,
    controls: Vec<Placed<Control>>,
}

pub(super) fn load<S: AsRef<str>>(files: &[(S, S)]) -> Result<Questionnaire, Vec<Fault>> {
    let faults = RefCell::new(Vec::new());
    let mut entries = Entries::default();
    for (file, text) in files {
        let sink = Sink::new(file.as_ref(), &faults);
        if let Some(node) = parse(text.as_ref(), &sink) {
            read_file(&node, &sink, &mut entries);
        }
    }
    entries.questions.sort_by_key(|entry| entry.value.order);
    entries.controls.sort_by_key(|entry| entry.value.order);
    let mut found = faults.into_inner();
    check(&entries, &mut found);
    if !found.is_empty() {
        found.sort();
        return Err(found);
    }
    let questions: Vec<Question> = entries.questions.into_iter().map(|entry| entry.value).collect();
    let controls = entries.controls.into_iter().map(|entry| entry.value).collect();
    let by_id = questions.iter().enumerate().map(|(at, q)| (Arc::clone(&q.id), at)).collect();
    let [on_2021, on_2022] = [Form::Form2021, Form::Form2022].map(|form| order(&questions, form));
    Ok(Questionnaire { questions, controls, by_id, on_2021, on_2022 })
}

/// The questions of a form by zone and position.
fn order(questions: &[Question], form: Form) -> Vec<usize> {
    let rank = |zone: &str| {
        let first = |question: &Question| {
            let place = question.position(form);
            place.is_some_and(|place| place.position == 1 && &*place.zone == zone)
        };
        questions.iter().position(first)
    };
    let mut placed: Vec<(Option<usize>, u16, usize)> = questions
        .iter()
        .enumerate()
        .filter_map(|(number, question)| {
            let place = question.position(form)?;
            Some((rank(&place.zone), place.position, number))
        })
        .collect();
    placed.sort_unstable();
    placed.into_iter().map(|(.., number)| number).collect()
}

/// `None` when the file's own fields are faulty; entries that could be read are kept all the same.
fn read_file(node: &Node, sink: &Sink<'_>, entries: &mut Entries) -> Option<()> {
    let mut fields = Fields::of(node, sink)?;
    let section = fields.required::<String>("section");
    if section.as_deref() == Some("certification") {
        fields.required::<String>("zone");
        let rows = fields.some_items::<Lined<Control>>("rows");
        fields.finish();
        entries.controls.extend(rows?.into_iter().map(|row| row.placed(sink)));
        return Some(());
    }
    let questions = fields.some_items::<Lined<Draft>>("questions");
    let known = fields.node("section").and_then(|node| Section::decode(node, sink));
    fields.finish();
    for draft in questions? {
        let place = sink.place(draft.line);
        let value = Question { section: known?, ..draft.value.0 };
        entries.questions.push(Placed { place, value });
    }
    Some(())
}

fn check(entries: &Entries, faults: &mut Vec<Fault>) {
    let questions = entries.questions.iter().map(|q| (&q.place, &*q.value.id, q.value.order));
    check_ids("question", questions, faults);
    let controls = entries.controls.iter().map(|c| (&c.place, &*c.value.id, c.value.order));
    check_ids("control", controls, faults);
    check_controls(entries, faults);
    let known: Vec<&str> = entries.questions.iter().map(|entry| &*entry.value.id).collect();
    for Placed { place, value } in &entries.questions {
        for condition in [&value.shown_if, &value.shown_if_2021].into_iter().flatten() {
            if !known.contains(&&*condition.question) {
                let near = crate::fault::nearest(&condition.question, known.iter().copied());
                let near = near.map(str::to_owned);
                let id = condition.question.to_string();
                let problem = Problem::UnknownReference { kind: "question", id, near };
                faults.push(Fault { place: place.clone(), problem });
            }
        }
        let closed = matches!(value.kind, AnswerType::Enum | AnswerType::EnumList);
        if closed == value.choices.is_empty() {
            let sentence = if closed {
                "a question with a closed list needs `choices`"
            } else {
                "only `enum` and `enum_list` have `choices`"
            };
            let problem = Problem::Inconsistent(sentence.to_owned());
            faults.push(Fault { place: place.clone(), problem });
        }
    }
}

/// Every control that a question names is there.
fn check_controls(entries: &Entries, faults: &mut Vec<Fault>) {
    let known: Vec<&str> = entries.controls.iter().map(|entry| &*entry.value.id).collect();
    for Placed { place, value } in &entries.questions {
        let Some(control) = value.checked_by.as_deref().filter(|id| !known.contains(id)) else {
            continue;
        };
        let near = crate::fault::nearest(control, known.iter().copied()).map(str::to_owned);
        let problem = Problem::UnknownReference { kind: "control", id: control.to_owned(), near };
        faults.push(Fault { place: place.clone(), problem });
    }
}

/// Ids stand once, and the orders are 1, 2, 3 and so on.
fn check_ids<'a>(
    kind: &'static str,
    entries: impl Iterator<Item = (&'a Place, &'a str, u16)>,
    faults: &mut Vec<Fault>,
) {
    let mut seen: HashMap<&str, &Place> = HashMap::new();
    let mut expected: i64 = 0;
    for (place, id, order) in entries {
        if let Some(first) = seen.insert(id, place) {
            let problem = Problem::DuplicateId { kind, id: id.to_owned(), first: (*first).clone() };
            faults.push(Fault { place: place.clone(), problem });
        }
        expected += 1;
        let order = i64::from(order);
        if order != expected {
            let problem = if order < expected {
                Problem::Overlap { at: order }
            } else {
                Problem::Gap { from: expected, to: order - 1 }
            };
            faults.push(Fault { place: place.clone(), problem });
            expected = order;
        }
    }
}

/// A value with the line it starts on.
struct Lined<T> {
    line: u32,
    value: T,
}

impl<T> Lined<T> {
    fn placed(self, sink: &Sink<'_>) -> Placed<T> {
        Placed { place: sink.place(self.line), value: self.value }
    }
}

impl<T: Decode> Decode for Lined<T> {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        Some(Self { line: node.line, value: T::decode(node, sink)? })
    }
}

/// A question whose section stands in the head of the file.
struct Draft(Question);

impl Decode for Draft {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required::<Id>("id");
        let order = fields.required("order");
        let text = fields.required("text");
        let kind = fields.required("type");
        let good = fields.optional("good");
        let checked_by = fields.optional::<Id>("checked_by");
        let shown_if = fields.optional("shown_if");
        let shown_if_2021 = fields.optional("shown_if_2021");
        let form_2021 = fields.optional("form_2021");
        let form_2022 = fields.optional("form_2022");
        let often_absent = fields.optional("often_absent");
        let choices = fields.items("choices");
        let other_text = fields.optional::<Id>("other_text");
        let anchors = fields.items("anchors");
        fields.finish();
        Some(Self(Question {
            id: id?.0,
            order: order?,
            section: Section::General,
            text: text?,
            kind: kind?,
            good: good?,
            checked_by: checked_by?.map(|id| id.0),
            shown_if: shown_if?,
            shown_if_2021: shown_if_2021?,
            form_2021: form_2021?,
            form_2022: form_2022?,
            often_absent: often_absent?.unwrap_or(false),
            choices: choices?,
            other_text: other_text?.map(|id| id.0),
            anchors: anchors?,
        }))
    }
}

impl Decode for Control {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required::<Id>("id");
        let order = fields.required("order");
        let kind = fields.required("kind");
        let text = fields.required("text");
        let anchors = fields.items("anchors");
        fields.finish();
        Some(Self { id: id?.0, order: order?, kind: kind?, text: text?, anchors: anchors? })
    }
}

impl Decode for Condition {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let question = fields.required::<Id>("question");
        let answer = fields.required("answer");
        fields.finish();
        Some(Self { question: question?.0, answer: answer? })
    }
}

impl Decode for Position {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let zone = fields.required::<Id>("zone");
        let position = fields.required("position");
        fields.finish();
        Some(Self { zone: zone?.0, position: position? })
    }
}

impl Decode for Choice {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let code = fields.required::<Id>("code");
        let published = fields.required("published");
        fields.finish();
        Some(Self { code: code?.0, published: published? })
    }
}

/// A lower-case word of letters, digits and `_`, at most 100 characters.
struct Id(Arc<str>);

impl Decode for Id {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let text = String::decode(node, sink)?;
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        if text.len() > 100 || !text.bytes().all(plain) {
            sink.add(node, Problem::NotAnId { found: text });
            return None;
        }
        Some(Self(text.into()))
    }
}
