//! The JSON form of a page's facts. It is the form of the published corpus of facts.

use attestor_core::answer::Answer;
use attestor_core::attestation::page::Page;
use attestor_core::attestation::page::facts::{Facts, Value};
use attestor_core::attestation::page::finding::Finding;
use attestor_core::attestation::question::{AnswerType, Form, Questionnaire};
use serde_json::{Map, Value as Json, json};

/// One page: file, locale, facts and findings.
pub(super) fn page(
    file: &str,
    page: &Page,
    findings: &[Finding],
    questionnaire: &Questionnaire,
) -> Json {
    let findings: Vec<Json> = findings
        .iter()
        .map(|finding| {
            json!({
                "kind": finding.kind.code(),
                "line": finding.line,
                "message": finding.kind.to_string(),
            })
        })
        .collect();
    json!({
        "file": file,
        "locale": page.locale,
        "facts": facts(&page.facts, questionnaire),
        "findings": findings,
    })
}

/// The facts of a page.
pub(super) fn facts(facts: &Facts, questionnaire: &Questionnaire) -> Json {
    let (answers, texts) = answers(facts, questionnaire);
    let generation = match facts.generation {
        Form::Form2021 => 1,
        Form::Form2022 => 2,
    };
    let permissions: Vec<Json> = facts
        .permissions
        .iter()
        .map(|one| {
            let kind = one.kind.map_or("", |kind| kind.as_str());
            json!({"permission": one.name, "type": kind, "app_id": one.app_id})
        })
        .collect();
    let counts: Map<String, Json> =
        facts.counts.iter().map(|(name, count)| (name.clone(), json!(count))).collect();
    let certification: Map<String, Json> = facts
        .certification
        .iter()
        .map(|(id, outcome)| (id.to_string(), json!(outcome.as_str())))
        .collect();
    json!({
        "generation": generation,
        "certification_type": facts.certification_type.map(|tier| tier.as_str()),
        "badge": facts.badge.map(|tier| tier.as_str()),
        "ms_date": facts.ms_date.map(|day| day.to_string()),
        "last_updated": facts.last_updated.map(|day| day.to_string()),
        "teams_store_id": facts.teams_store_id,
        "appsource_id": facts.appsource_id,
        "mcas_dashboard_id": facts.mcas_dashboard_id,
        "pivots": facts.pivots,
        "answers": answers,
        "text_answered": texts,
        "permissions": permissions,
        "uses_graph": facts.uses_graph,
        "has_additional_apis_table": facts.has_additional_apis_table,
        "counts": counts,
        "certification": certification,
    })
}

/// Typed answers, and whether free texts were answered, in the order of the page.
fn answers(facts: &Facts, questionnaire: &Questionnaire) -> (Map<String, Json>, Map<String, Json>) {
    let (mut answers, mut texts) = (Map::new(), Map::new());
    for (id, value) in &facts.answers {
        match value {
            Value::Text(text) => texts.insert(id.to_string(), json!(!text.is_empty())),
            typed => {
                let kind = questionnaire.get(id).map(|question| question.kind);
                answers.insert(id.to_string(), answer(typed, kind))
            }
        };
    }
    (answers, texts)
}

fn answer(value: &Value, kind: Option<AnswerType>) -> Json {
    match value {
        Value::Answer(Answer::Unanswered) | Value::Blank => json!(""),
        Value::Answer(answer) => json!(answer.as_str()),
        Value::Day(day) => json!(day.to_string()),
        Value::Link(text) | Value::Id(text) | Value::Text(text) => json!(text),
        Value::Unreadable(text) if kind == Some(AnswerType::EnumList) => json!([text]),
        Value::Unreadable(text) => json!(text),
        Value::Code(code) => json!(&**code),
        Value::Codes(codes) => codes.iter().map(|code| json!(&**code)).collect(),
    }
}
