//! Free texts as runs with a language: `<span lang="ko-KR" translate="no">…</span>`.
//!
//! A run that differs from its page says so in attributes: `lang`, `data-provenance`,
//! `data-source` (the digest of its source) and `data-stale`. A text in the page's own language
//! that nobody translated needs no mark.

use super::super::Page;
use super::super::cell::{Cell, attribute};
use super::escape;
use crate::attestation::text::{Provenance, Text};

/// A text as Markdown on a page of `locale`; nothing for an empty one.
pub(super) fn write(text: &Text, locale: &str) -> String {
    let body = escape::text(&text.body);
    let plain = text.lang == locale
        && text.provenance == Provenance::Source
        && text.source_hash.is_none()
        && !text.stale;
    if body.is_empty() || plain {
        return body;
    }
    let mut tag = format!("<span lang=\"{}\" translate=\"no\"", escape::attribute(&text.lang));
    if text.provenance != Provenance::Source {
        tag.push_str(&format!(" data-provenance=\"{}\"", text.provenance));
    }
    if let Some(hash) = &text.source_hash {
        tag.push_str(&format!(" data-source=\"{}\"", escape::attribute(hash)));
    }
    if text.stale {
        tag.push_str(" data-stale=\"true\"");
    }
    format!("{tag}>{body}</span>")
}

/// The text of a cell, with what its mark says, or else what the page says of itself.
pub(super) fn read(cell: &Cell, page: &Page) -> Text {
    let body = cell.text.clone();
    let Some(mark) = cell.mark.as_deref() else {
        return Text { provenance: provenance(page), ..Text::source(&body, language(page)) };
    };
    let of = |name: &str| attribute(mark, name);
    let named = of("data-provenance").and_then(Provenance::parse);
    Text {
        provenance: named.unwrap_or(Provenance::Source),
        source_hash: of("data-source").map(str::to_owned),
        stale: of("data-stale").is_some(),
        ..Text::source(&body, of("lang").unwrap_or("und"))
    }
}

/// The locale of a page: the one it names, or the one it was read with.
pub(super) fn language(page: &Page) -> &str {
    let plain = |name: &&str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    page.locale.as_deref().filter(plain).or(page.lexicon.as_deref()).unwrap_or("und")
}

/// Who translated a page, by its front matter.
fn provenance(page: &Page) -> Provenance {
    match page.outline.front("ms.translationtype") {
        Some("MT") => Provenance::Machine,
        Some("HT") => Provenance::Human,
        _ => Provenance::Source,
    }
}
