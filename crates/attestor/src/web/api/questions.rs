//! The questionnaire: which questions there are, in the reader's language.

use attestor_core::attestation::page::wording::Wording;
use attestor_core::attestation::question::{Question, Questionnaire, Section};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

use super::call::{Call, json};
use super::problem::Refused;
use crate::web::home;

/// The questions that publishers answer.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct QuestionList {
    /// The language of the labels.
    language: &'static str,
    /// The parts of the questionnaire, in its order.
    sections: Vec<QuestionSection>,
    /// The questions, in its order.
    questions: Vec<OneQuestion>,
}

/// A part of the questionnaire.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct QuestionSection {
    /// The id, such as `data`.
    id: &'static str,
    /// The heading.
    label: String,
}

/// A question.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!({
    "id": "stores_customer_data", "section": "data", "type": "yesno", "good": null,
    "label": "Does the app store customer data?", "choices": []
}))]
pub(super) struct OneQuestion {
    /// The stable id.
    id: String,
    /// The part of the questionnaire.
    section: &'static str,
    /// The form of the answer, such as `yesno`, `text`, `enum_list`.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The answer that speaks for an app, where there is one.
    good: Option<&'static str>,
    /// The question in words.
    label: String,
    /// The choices of a closed list.
    choices: Vec<QuestionChoice>,
}

/// One of the answers of a closed list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct QuestionChoice {
    /// The code in facts.
    code: String,
    /// The choice in words.
    label: String,
}

/// The questionnaire.
#[utoipa::path(
    get,
    path = "/api/v1/questionnaire",
    tag = "questionnaire",
    params(("Accept-Language" = Option<String>, Header, description = "The languages that the reader knows", example = "ko, en;q=0.5")),
    responses((status = 200, description = "All questions, in the language of the field `Content-Language`", body = QuestionList))
)]
pub(super) async fn show(call: Call) -> Response {
    let language = home::wanted(&call.headers);
    let mut answer = call
        .reply(&[], language.tag(), async |_, _| {
            let missing = || Refused::Failed(format!("no words in {}", language.tag()).into());
            let wording = call.site.wording(language).ok_or_else(missing)?;
            json(&list(&call.site.reader.questionnaire, wording, language.tag()))
        })
        .await;
    let fields = answer.headers_mut();
    fields.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.tag()));
    fields.insert(header::VARY, HeaderValue::from_static("Accept-Language, Cookie"));
    answer
}

fn list(all: &Questionnaire, wording: &Wording, language: &'static str) -> QuestionList {
    let section = |one: &Section| QuestionSection {
        id: one.as_str(),
        label: wording.section_heading(*one).to_owned(),
    };
    QuestionList {
        language,
        sections: Section::ALL.iter().map(section).collect(),
        questions: all.questions().iter().map(|one| question(all, wording, one)).collect(),
    }
}

fn question(all: &Questionnaire, wording: &Wording, one: &Question) -> OneQuestion {
    let choice = |code: &str| QuestionChoice {
        code: code.to_owned(),
        label: wording.choice_label(all, &one.id, code).to_owned(),
    };
    OneQuestion {
        id: one.id.to_string(),
        section: one.section.as_str(),
        kind: one.kind.as_str(),
        good: one.good.map(|good| good.as_str()),
        label: wording.question_label(all, &one.id).unwrap_or(&one.text).to_owned(),
        choices: one.choices.iter().map(|one| choice(&one.code)).collect(),
    }
}
