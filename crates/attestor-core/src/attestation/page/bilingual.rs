//! Side-by-side pages, in which every translated span is followed by its English source.
//!
//! A span pair `<span data-ttu-id=…>translated</span><span class="sxs-lookup"><span
//! data-stu-id=…>source</span></span>` becomes the translated text followed by the source between
//! two marks, so that every later step reads one ordinary page and can still see the source.

use std::borrow::Cow;

use super::finding::{FindingKind, Findings};

/// Before a source text. These marks are private-use characters, which pages do not have.
pub(super) const OPEN: char = '\u{e000}';
/// Behind a source text.
pub(super) const CLOSE: char = '\u{e001}';
/// A `|` in a source text, which must not part cells.
const PIPE: char = '\u{e002}';
/// A line break in a source text, which must not end a row.
pub(super) const BREAK: char = '\u{e003}';

const TRANSLATED: &str = "<span data-ttu-id";
const LOOKUP: &str = "<span class=\"sxs-lookup\"";
const SOURCE: &str = "<span data-stu-id";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Translated,
    Lookup,
    Source,
    Other,
}

/// The page with its sources between marks; the text itself when it is not side by side.
pub(super) fn mark_sources<'t>(text: &'t str, findings: &mut Findings) -> Cow<'t, str> {
    if !text.contains(TRANSLATED) && !text.contains(LOOKUP) {
        return Cow::Borrowed(text);
    }
    let mut marker = Marker { out: String::with_capacity(text.len()), open: Vec::new(), line: 1 };
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at_checked(at).unwrap_or((rest, ""));
        marker.copy(before);
        rest = marker.tag(tag, findings);
    }
    marker.copy(rest);
    marker.close_source(findings);
    Cow::Owned(marker.out)
}

struct Marker {
    out: String,
    open: Vec<Open>,
    line: u32,
}

impl Marker {
    /// Takes one tag from the front of `text` and gives the rest.
    fn tag<'t>(&mut self, text: &'t str, findings: &mut Findings) -> &'t str {
        let end = text.find('>').map_or(text.len(), |at| at + 1);
        let (tag, rest) = text.split_at_checked(end).unwrap_or((text, ""));
        if tag.starts_with(TRANSLATED) {
            self.close_source(findings);
            self.open.push(Open::Translated);
        } else if tag.starts_with(LOOKUP) {
            self.open.push(Open::Lookup);
            self.out.push(OPEN);
        } else if tag.starts_with(SOURCE) {
            self.open.push(Open::Source);
        } else if tag.starts_with("</span") {
            self.close(tag);
        } else {
            if tag.starts_with("<span") {
                self.open.push(Open::Other);
            }
            return self.literal(text, rest);
        }
        rest
    }

    /// Copies something that is not a span of the side-by-side form; only its `<` is consumed,
    /// because a lone `<` in a text must not swallow the spans behind it.
    fn literal<'t>(&mut self, text: &'t str, behind: &'t str) -> &'t str {
        if text.starts_with("<span") {
            let length = text.len() - behind.len();
            self.copy(text.get(..length).unwrap_or(text));
            return behind;
        }
        self.copy("<");
        text.get(1..).unwrap_or("")
    }

    fn close(&mut self, tag: &str) {
        match self.open.pop() {
            Some(Open::Translated | Open::Source) => {}
            Some(Open::Lookup) => self.out.push(CLOSE),
            Some(Open::Other) | None => self.copy(tag),
        }
    }

    fn in_source(&self) -> bool {
        self.open.contains(&Open::Lookup)
    }

    /// A translated span inside a source means that the source was never closed.
    fn close_source(&mut self, findings: &mut Findings) {
        if self.in_source() {
            findings.add(self.line, FindingKind::UnclosedSpan);
            self.open.retain(|open| *open == Open::Other);
            self.out.push(CLOSE);
        }
    }

    fn copy(&mut self, text: &str) {
        self.line += u32::try_from(text.matches('\n').count()).unwrap_or(0);
        if !self.in_source() {
            self.out.push_str(text);
            return;
        }
        self.out.extend(text.chars().filter(|letter| *letter != '\r').map(|letter| match letter {
            '|' => PIPE,
            '\n' => BREAK,
            other => other,
        }));
    }
}

/// Parts a marked text into the translated text and the source, which is empty where none stands.
pub(super) fn split_sources(text: &str) -> (Cow<'_, str>, String) {
    if !text.contains(OPEN) {
        return (Cow::Borrowed(text), String::new());
    }
    let (mut shown, mut source) = (String::with_capacity(text.len() / 2), String::new());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(OPEN) {
        shown.push_str(before);
        let (inside, next) = behind.split_once(CLOSE).unwrap_or((behind, ""));
        if !source.is_empty() {
            source.push(' ');
        }
        source.extend(inside.chars().map(|letter| match letter {
            PIPE => '|',
            BREAK => ' ',
            other => other,
        }));
        rest = next;
    }
    shown.push_str(rest);
    (Cow::Owned(shown), source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_set_apart_and_pipes_in_them_part_no_cells() {
        let mut findings = Findings::default();
        let text = "| <span data-ttu-id=\"a\">Ja</span><span class=\"sxs-lookup\">\
                    <span data-stu-id=\"a\">Yes | so\n</span></span> |";
        let marked = mark_sources(text, &mut findings);
        assert_eq!(marked.matches('|').count(), 2);
        let (shown, source) = split_sources(&marked);
        assert_eq!((shown.as_ref(), source.trim()), ("| Ja |", "Yes | so"));
        assert!(findings.0.is_empty());
    }

    #[test]
    fn an_unclosed_source_ends_at_the_next_translated_span() {
        let mut findings = Findings::default();
        let text = "<span data-ttu-id=\"a\">A</span><span class=\"sxs-lookup\"><span data-stu-id=\"a\">B\
                    \n| <span data-ttu-id=\"b\">C</span> |";
        let marked = mark_sources(text, &mut findings);
        assert!(marked.contains("C |"), "{marked}");
        assert_eq!(findings.0.len(), 1);
    }
}
