//! The JSON form of a page that was read.

use attestor_core::attestation::page::Page;
use attestor_core::attestation::page::finding::Finding;
use attestor_core::attestation::page::kind::{Entry, Kind};
use attestor_core::attestation::question::Questionnaire;
use serde_json::{Map, Value as Json, json};

use crate::facts_json::facts;

/// One page: file, locale, facts and findings; a page about many apps has its kind and entries
/// instead of locale and facts.
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
    if page.kind != Kind::App {
        let entries: Vec<Json> = page.entries.iter().map(entry).collect();
        let kind = page.kind.as_str();
        return json!({"file": file, "kind": kind, "entries": entries, "findings": findings});
    }
    json!({
        "file": file,
        "locale": page.locale,
        "facts": facts(&page.facts, questionnaire),
        "findings": findings,
    })
}

/// One entry; what it does not have is left out, except for the target.
fn entry(entry: &Entry) -> Json {
    let mut json = Map::new();
    json.insert("name".to_owned(), json!(entry.name));
    json.insert("target".to_owned(), json!(entry.target));
    let optional = [
        ("app_id", &entry.app_id),
        ("registration", &entry.registration),
        ("publisher", &entry.publisher),
    ];
    for (key, value) in optional {
        if let Some(value) = value {
            json.insert(key.to_owned(), json!(value));
        }
    }
    let section: Vec<&str> = entry.section.iter().map(|name| &**name).collect();
    json.insert("section".to_owned(), json!(section));
    if !entry.other.is_empty() {
        json.insert("other".to_owned(), json!(entry.other));
    }
    json.insert("line".to_owned(), json!(entry.line));
    Json::Object(json)
}
