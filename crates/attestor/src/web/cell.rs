//! An answer by itself, away from its page: in lists of changes and in comparisons.

use std::sync::Arc;

use attestor_core::attestation::page::facts::Value;
use attestor_core::attestation::page::shown::{ShownRow, ShownText};
use attestor_core::attestation::text::Provenance;

use super::app::answer::{RowView, row};
use super::shape::Mark;
use super::visit::Visit;

/// The answer to a question on a page in a locale; a question that is not on the page says so.
pub(super) fn cell(
    visit: &Visit,
    question: &Arc<str>,
    value: Option<&Value>,
    locale: &str,
) -> RowView {
    let Some(value) = value else { return absent(visit) };
    let text = |body| ShownText {
        body,
        source: None,
        lang: locale,
        provenance: Provenance::Source,
        stale: false,
    };
    let body = match value {
        Value::Text(text) => text.as_str(),
        Value::Answer(_)
        | Value::Day(_)
        | Value::Link(_)
        | Value::Id(_)
        | Value::Code(_)
        | Value::Codes(_)
        | Value::Blank
        | Value::Unreadable(_) => "",
    };
    let shown = ShownRow {
        line: 0,
        question: Some(question),
        section: None,
        label: text(""),
        value: Some(value),
        text: text(body),
        link: None,
    };
    row(visit, &shown).0
}

/// What is not on a page.
pub(super) fn absent(visit: &Visit) -> RowView {
    mark(Mark::new("none", "dash", visit.phrases().word("web-not-on-page")))
}

/// A mark as an answer.
pub(super) fn mark(mark: Mark) -> RowView {
    RowView { marks: vec![mark], ..RowView::default() }
}

/// A text in the page's language as an answer.
pub(super) fn text(text: String) -> RowView {
    RowView { text, ..RowView::default() }
}
