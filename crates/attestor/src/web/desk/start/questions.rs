//! Yes-or-no questions of the attestation that decide what is asked of the app.

use std::collections::BTreeSet;

use attestor_core::answer::Answer;
use attestor_core::certification::case::Attestation;
use attestor_core::certification::start;
use attestor_core::framework::{Expression, Framework};
use attestor_core::id::Id;

use crate::web::desk::form::Typed;
use crate::web::desk::look::Look;
use crate::web::desk::visit::DeskVisit;

/// How the names of the fields begin.
const FIELD: &str = "answer-";

/// A question with its answers.
pub(super) struct Question {
    /// The name of the field.
    pub(super) name: String,
    /// The question.
    pub(super) text: String,
    /// The answers.
    pub(super) choices: Vec<Choice>,
}

/// An answer to choose.
pub(super) struct Choice {
    /// The value.
    pub(super) value: &'static str,
    /// Its words.
    pub(super) text: String,
    /// Whether it is chosen.
    pub(super) chosen: bool,
}

/// The questions that the conditions of the program look at, with what was answered.
pub(super) fn questions(look: &Look<'_>, typed: &Typed) -> Vec<Question> {
    let questionnaire = &look.visit.site.reader.questionnaire;
    let known = look.file.case.attestation.as_ref();
    let question = |id: &Id| {
        let asked = questionnaire.get(id.as_str())?;
        let name = format!("{FIELD}{id}");
        let answered = Answer::parse(typed.get(&name)).unwrap_or_else(|| {
            known.map_or(Answer::Unanswered, |attestation| attestation.answer(id))
        });
        let choice = |answer: Answer| Choice {
            value: answer.as_str(),
            text: look.t(&format!("desk-answer-{answer}")),
            chosen: answer == answered,
        };
        let choices = [Answer::Yes, Answer::No, Answer::NotApplicable, Answer::Unanswered];
        Some(Question {
            name,
            text: asked.text.clone(),
            choices: choices.map(choice).into_iter().collect(),
        })
    };
    asked(look.rules.program).iter().filter_map(question).collect()
}

/// The attestation that the form states: what is not said stays unanswered.
pub(super) fn attestation(visit: &DeskVisit, typed: &Typed) -> Attestation {
    let questionnaire = &visit.site.reader.questionnaire;
    let mut attestation = Attestation::default();
    for question in questionnaire.questions() {
        let answer = Answer::parse(typed.get(&format!("{FIELD}{}", question.id)));
        let Some(answer) = answer.filter(|answer| *answer != Answer::Unanswered) else { continue };
        if let Some(id) = Id::parse(&question.id) {
            attestation.answers.insert(id, answer);
        }
    }
    attestation.ruled_out = start::ruled_out(questionnaire, &attestation);
    attestation
}

/// The ids of the questions that conditions and claims look at.
fn asked(program: &Framework) -> Vec<Id> {
    let mut found = Vec::new();
    program.conditions.iter().for_each(|condition| collect(&condition.when, &mut found));
    found.extend(program.claims.iter().map(|claim| claim.question.clone()));
    let mut seen = BTreeSet::new();
    found.retain(|id| seen.insert(id.clone()));
    found
}

fn collect(expression: &Expression, found: &mut Vec<Id>) {
    match expression {
        Expression::Answer(id) => found.push(id.clone()),
        Expression::All(parts) | Expression::Any(parts) | Expression::FirstKnown(parts) => {
            parts.iter().for_each(|part| collect(part, found));
        }
        Expression::Not(part) => collect(part, found),
        Expression::Fact(_) | Expression::Statement { .. } => {}
    }
}
