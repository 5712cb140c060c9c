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
    let run = run(cell, page);
    Text {
        provenance: run.provenance,
        source_hash: run.source_hash.map(str::to_owned),
        stale: run.stale,
        ..Text::source(&cell.text, run.lang)
    }
}

/// What is known about the text of a cell.
pub(in super::super) struct Run<'p> {
    /// Its locale; `und` where it is not known.
    pub(in super::super) lang: &'p str,
    /// Who wrote it.
    pub(in super::super) provenance: Provenance,
    /// The digest of its source.
    pub(in super::super) source_hash: Option<&'p str>,
    /// Whether the source has changed since.
    pub(in super::super) stale: bool,
}

/// What the mark of a cell says, or else what the page says of itself.
pub(in super::super) fn run<'p>(cell: &'p Cell, page: &'p Page) -> Run<'p> {
    let Some(mark) = cell.mark.as_deref() else {
        let (lang, provenance) = (language(page), provenance(page));
        return Run { lang, provenance, source_hash: None, stale: false };
    };
    let of = |name: &str| attribute(mark, name);
    Run {
        lang: of("lang").unwrap_or("und"),
        provenance: of("data-provenance").and_then(Provenance::parse).unwrap_or(Provenance::Source),
        source_hash: of("data-source"),
        stale: of("data-stale").is_some(),
    }
}

/// The locale of a page: the one it names, or the one it was read with.
pub(in super::super) fn language(page: &Page) -> &str {
    let plain = |name: &&str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    page.locale.as_deref().filter(plain).or(page.lexicon.as_deref()).unwrap_or("und")
}

/// Who translated a page, by its front matter.
pub(in super::super) fn provenance(page: &Page) -> Provenance {
    match page.outline.front("ms.translationtype") {
        Some("MT") => Provenance::Machine,
        Some("HT") => Provenance::Human,
        _ => Provenance::Source,
    }
}
