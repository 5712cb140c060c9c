//! The JSON form of a page that was read.

use attestor_core::attestation::page::Page;
use attestor_core::attestation::page::finding::Finding;
use attestor_core::attestation::question::Questionnaire;
use serde_json::{Value as Json, json};

use crate::facts_json::facts;

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
