//! The attestation: a published page read as it is, or answers as YAML.

use std::collections::BTreeMap;

use super::main_file::AttestationRef;
use super::{Guide, Reading, is_inside};
use crate::answer::Answer;
use crate::attestation::page;
use crate::attestation::page::facts::{Facts, Value};
use crate::attestation::page::finding::Finding;
use crate::attestation::page::permission::PermissionType;
use crate::attestation::permission::{PermissionKind, PermissionName, Requested};
use crate::attestation::question::{AnswerType, Questionnaire};
use crate::certification::case::{Attestation, Case, Permission};
use crate::certification::start;
use crate::day::Day;
use crate::fault::{Problem, nearest};
use crate::id::{Id, Spot};
use crate::source::{self, Decode, Fields, Kind, Node, Sink};

/// An attestation and what else its page says.
pub(super) struct ReadAttestation {
    attestation: Attestation,
    pub(super) findings: Vec<Finding>,
    app_id: Option<String>,
    app_name: Option<String>,
    publisher: Option<String>,
}

impl ReadAttestation {
    /// Fills the case; what the dossier itself says of the app stays.
    pub(super) fn fill(self, case: &mut Case) {
        let app = &mut case.app;
        for (own, read) in [
            (&mut app.id, self.app_id),
            (&mut app.name, self.app_name),
            (&mut app.publisher, self.publisher),
        ] {
            if own.is_empty() {
                *own = read.unwrap_or_default();
            }
        }
        case.attestation = Some(self.attestation);
    }
}

impl Reading<'_> {
    /// Reads the attestation that `dossier.yaml` names; without a file there are no answers.
    pub(super) fn attestation(
        &mut self,
        given: &AttestationRef,
        guide: Guide<'_>,
    ) -> Option<ReadAttestation> {
        let mut read = match &given.file {
            None => ReadAttestation::empty(),
            Some(file) => self.attestation_file(file, guide)?,
        };
        if let Some(submitted_on) = given.submitted_on {
            read.attestation.submitted_on = Some(submitted_on);
        }
        read.attestation.ruled_out = start::ruled_out(guide.questionnaire, &read.attestation);
        Some(read)
    }

    fn attestation_file(
        &mut self,
        file: &Spot<String>,
        guide: Guide<'_>,
    ) -> Option<ReadAttestation> {
        if !is_inside(&file.value) {
            self.add(&file.place, Problem::OutsideFolder { path: file.value.clone() });
            return None;
        }
        let Some(text) = self.text(&file.value)? else {
            self.add(&file.place, Problem::NoSuchFile { path: file.value.clone() });
            return None;
        };
        let is_answers =
            ["yaml", "yml"].iter().any(|ending| file.value.ends_with(&format!(".{ending}")));
        if !is_answers {
            let (page, findings) = page::read(&text, guide.questionnaire, guide.lexicons);
            return Some(ReadAttestation {
                findings,
                ..from_facts(&page.facts, guide.questionnaire)
            });
        }
        let sink = Sink::new(&file.value, self.faults);
        let node = source::parse(&text, &sink)?;
        answers_file(&node, &sink, guide.questionnaire)
            .map(|attestation| ReadAttestation { attestation, ..ReadAttestation::empty() })
    }
}

impl ReadAttestation {
    fn empty() -> Self {
        Self {
            attestation: Attestation::default(),
            findings: Vec::new(),
            app_id: None,
            app_name: None,
            publisher: None,
        }
    }
}

/// The attestation that a published page states, with what does not go together in it. It counts as
/// submitted on the day of its last update.
#[must_use]
pub fn attested(facts: &Facts, questionnaire: &Questionnaire) -> Attestation {
    let mut attestation = from_facts(facts, questionnaire).attestation;
    attestation.ruled_out = start::ruled_out(questionnaire, &attestation);
    attestation
}

/// The attestation of a published page. It counts as submitted on the day of its last update.
fn from_facts(facts: &Facts, questionnaire: &Questionnaire) -> ReadAttestation {
    let mut attestation =
        Attestation { submitted_on: facts.last_updated, ..Attestation::default() };
    for (question, value) in &facts.answers {
        let Some(id) = Id::parse(question) else { continue };
        match value {
            Value::Answer(answer) => {
                attestation.answers.insert(id, *answer);
            }
            other if other.is_blank() => {}
            _ if questionnaire
                .get(question)
                .is_some_and(|question| is_yes_or_no(question.kind)) => {}
            other => {
                attestation.texts.insert(id, text_of(other));
            }
        }
    }
    let permissions = requested(&facts.permissions).into_iter();
    attestation.permissions =
        permissions.map(|requested| Permission { requested, judgment: None }).collect();
    ReadAttestation {
        attestation,
        findings: Vec::new(),
        app_id: facts.appsource_id.clone().or_else(|| facts.text("app_id").map(str::to_owned)),
        app_name: facts.app_name().map(str::to_owned),
        publisher: facts.text("partner_company_name").map(str::to_owned),
    }
}

/// An answer that is not yes or no, as text.
fn text_of(value: &Value) -> String {
    match value {
        Value::Answer(answer) => answer.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Code(code) => code.to_string(),
        Value::Codes(codes) => codes.join(", "),
        Value::Link(text) | Value::Id(text) | Value::Text(text) | Value::Unreadable(text) => {
            text.clone()
        }
        Value::Blank => String::new(),
    }
}

const fn is_yes_or_no(kind: AnswerType) -> bool {
    matches!(kind, AnswerType::YesNo | AnswerType::YesNoNa)
}

/// The rows of a page as requested permissions: a row that is held in both ways is two, and a row
/// without a name is none, with a finding of the page.
#[must_use]
pub fn requested(rows: &[page::permission::Permission]) -> Vec<Requested> {
    rows.iter().flat_map(requested_by).collect()
}

fn requested_by(row: &page::permission::Permission) -> Vec<Requested> {
    let Some(name) = PermissionName::parse(&row.name) else { return Vec::new() };
    let text = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
    let kinds = match row.kind {
        None => vec![None],
        Some(PermissionType::Delegated) => vec![Some(PermissionKind::Delegated)],
        Some(PermissionType::Application) => vec![Some(PermissionKind::Application)],
        Some(PermissionType::Both) => {
            vec![Some(PermissionKind::Delegated), Some(PermissionKind::Application)]
        }
    };
    let one = |kind| Requested {
        name: name.clone(),
        kind,
        justification: text(&row.justification),
        app: text(&row.app_id),
    };
    kinds.into_iter().map(one).collect()
}

/// What an answers file says: `answers` by question id, and `permissions`.
fn answers_file(
    node: &Node,
    sink: &Sink<'_>,
    questionnaire: &Questionnaire,
) -> Option<Attestation> {
    let mut fields = Fields::of(node, sink)?;
    let submitted_on = fields.optional::<Day>("submitted_on");
    let answers = fields.node("answers").map_or(Some((BTreeMap::new(), BTreeMap::new())), |node| {
        answers(node, sink, questionnaire)
    });
    let permissions = fields.items::<Permission>("permissions");
    fields.finish();
    let (answers, texts) = answers?;
    Some(Attestation {
        submitted_on: submitted_on?,
        answers,
        texts,
        permissions: permissions?,
        ruled_out: Vec::new(),
    })
}

type Answers = (BTreeMap<Id, Answer>, BTreeMap<Id, String>);

fn answers(node: &Node, sink: &Sink<'_>, questionnaire: &Questionnaire) -> Option<Answers> {
    let Kind::Map(entries) = &node.kind else {
        sink.add(node, Problem::WrongKind { expected: "a map", found: node.kind.name() });
        return None;
    };
    let (mut answers, mut texts) = (BTreeMap::new(), BTreeMap::new());
    for (key, line, value) in entries {
        let (Some(question), Some(id)) = (questionnaire.get(key), Id::parse(key)) else {
            let near = nearest(key, questionnaire.questions().iter().map(|question| &*question.id))
                .map(str::to_owned);
            sink.add_at(
                *line,
                Problem::UnknownReference { kind: "question", id: key.clone(), near },
            );
            continue;
        };
        if value.kind == Kind::Null {
            continue;
        }
        if is_yes_or_no(question.kind) {
            answers.extend(Answer::decode(value, sink).map(|answer| (id, answer)));
        } else {
            texts.extend(answer_text(value, sink).map(|text| (id, text)));
        }
    }
    Some((answers, texts))
}

/// A text, or a list of texts joined by commas.
fn answer_text(node: &Node, sink: &Sink<'_>) -> Option<String> {
    match &node.kind {
        Kind::List(_) => source::list::<String>(node, sink).map(|texts| texts.join(", ")),
        Kind::Null | Kind::Scalar { .. } | Kind::Map(_) => String::decode(node, sink),
    }
}
