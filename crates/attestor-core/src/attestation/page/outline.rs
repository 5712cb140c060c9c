//! The blocks of a page: front matter, head, zones, headings, tables and notes, in one pass.

mod table;

use super::bilingual::BREAK;
use super::cell::{Cell, attribute, plain};
use super::finding::{FindingKind, Findings};

/// A zone of the page, such as `::: zone pivot="security"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// The zone's key.
    pub key: String,
    /// The line on which it begins.
    pub line: u32,
}

/// Text that is neither table nor heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The first line.
    pub line: u32,
    /// The number of the zone in [`Outline::zones`]; `None` before the first and between zones.
    pub zone: Option<usize>,
    /// The anchor of the nearest heading above; empty where none has one.
    pub heading: String,
    /// Whether it is quoted with `>`, the way answers in own words are printed.
    pub quoted: bool,
    /// The text as it stands, without the marks of quotation.
    pub text: String,
}

/// A table with its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The line of the head.
    pub line: u32,
    /// The number of the zone in [`Outline::zones`]; `None` before the first and between zones.
    pub zone: Option<usize>,
    /// The anchor of the nearest heading above; empty where none has one.
    pub heading: String,
    /// Whether every line begins with `>`, the way permission tables are printed.
    pub quoted: bool,
    /// The cells of the head; empty for a table without one.
    pub head: Vec<Cell>,
    /// The rows below the head, each with its line.
    pub rows: Vec<(u32, Vec<Cell>)>,
}

/// The page taken apart, in the order of its lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// Keys and values of the front matter, in order.
    pub front_matter: Vec<(String, String)>,
    /// The first heading of the first level.
    pub title: Cell,
    /// Zones, in order.
    pub zones: Vec<Zone>,
    /// Tables, in order.
    pub tables: Vec<Table>,
    /// Everything else, in order.
    pub notes: Vec<Note>,
}

impl Outline {
    /// A value of the front matter, without quotation marks.
    #[must_use]
    pub fn front(&self, key: &str) -> Option<&str> {
        self.front_matter.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// Answers in own words below a heading: what is quoted, and the paragraphs behind it, which
    /// publishers leave without a mark. Texts outside of zones are none.
    pub(super) fn own_words(&self) -> impl Iterator<Item = &Note> {
        let mut open: Option<(usize, &str)> = None;
        self.notes.iter().filter(move |note| {
            let here = note.zone.map(|zone| (zone, note.heading.as_str()));
            if note.quoted && here.is_some() {
                open = here;
                return true;
            }
            let goes_on = open.is_some() && open == here && !note.heading.is_empty();
            goes_on && !note.text.starts_with("[!")
        })
    }
}

/// Takes a page apart, whose sources are already between marks.
pub(super) fn outline(text: &str, findings: &mut Findings) -> Outline {
    let mut reader = Reader { out: Outline::default(), heading: String::new(), zone: None };
    let mut lines = Lines::new(text);
    reader.front_matter(&mut lines, findings);
    while let Some((number, line)) = lines.next() {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            continue;
        }
        if let Some(marker) = trimmed.strip_prefix(":::") {
            reader.zone_marker(number, marker, findings);
        } else if trimmed.starts_with('#') {
            reader.heading_line(trimmed);
        } else if table::begins(trimmed) {
            table::read(&mut reader, &mut lines, (number, trimmed), findings);
        } else {
            reader.note(number, trimmed, &lines, findings);
        }
    }
    if let Some(open) = reader.zone.and_then(|at| reader.out.zones.get(at)) {
        findings.add(open.line, FindingKind::UnclosedZone { zone: open.key.clone() });
    }
    reader.out
}

/// The lines of a page with their numbers, and a look at the next one.
pub(super) struct Lines<'t> {
    rest: &'t str,
    number: u32,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { rest: text.strip_prefix('\u{feff}').unwrap_or(text), number: 1 }
    }

    fn peek(&self) -> Option<&'t str> {
        if self.rest.is_empty() {
            return None;
        }
        let line = self.rest.split_once('\n').map_or(self.rest, |(line, _)| line);
        Some(line.strip_suffix('\r').unwrap_or(line))
    }

    pub(super) fn next(&mut self) -> Option<(u32, &'t str)> {
        let line = self.peek()?;
        let number = self.number;
        self.rest = self.rest.split_once('\n').map_or("", |(_, rest)| rest);
        // Line breaks inside a source text were set apart, and still count as lines of the file.
        let inside = if line.is_ascii() { 0 } else { line.matches(BREAK).count() };
        self.number += 1 + u32::try_from(inside).unwrap_or(0);
        Some((number, line))
    }
}

struct Reader {
    out: Outline,
    heading: String,
    zone: Option<usize>,
}

impl Reader {
    fn front_matter(&mut self, lines: &mut Lines<'_>, findings: &mut Findings) {
        if lines.peek().is_none_or(|line| line.trim_end() != "---") {
            findings.add(1, FindingKind::NoFrontMatter);
            return;
        }
        lines.next();
        while let Some((_, line)) = lines.next() {
            if line.trim_end() == "---" {
                return;
            }
            if let Some((key, value)) = line.split_once(':') {
                let value = value.trim().trim_matches('"');
                self.out.front_matter.push((key.trim().to_owned(), value.to_owned()));
            }
        }
        findings.add(1, FindingKind::NoFrontMatter);
    }

    fn zone_marker(&mut self, line: u32, marker: &str, findings: &mut Findings) {
        let marker = marker.trim();
        let open = self.zone.and_then(|at| self.out.zones.get(at));
        if marker.starts_with("zone-end") {
            self.zone = None;
            return;
        }
        let Some(key) = attribute(marker, "pivot") else { return };
        if let Some(open) = open {
            findings.add(open.line, FindingKind::UnclosedZone { zone: open.key.clone() });
        }
        self.zone = Some(self.out.zones.len());
        self.out.zones.push(Zone { key: key.to_owned(), line });
        self.heading.clear();
    }

    fn heading_line(&mut self, line: &str) {
        let text = line.trim_start_matches('#');
        self.heading = attribute(text, "name").unwrap_or("").to_owned();
        let first_level = line.len() - text.len() == 1;
        if first_level && self.out.title.is_blank() {
            self.out.title = Cell::read(text);
        }
    }

    fn note(&mut self, line: u32, text: &str, lines: &Lines<'_>, findings: &mut Findings) {
        let quoted = text.starts_with('>');
        let shown = text.trim_start_matches('>').trim();
        if shown.contains('|') && lines.peek().is_some_and(table::is_separator) {
            findings.add(line, FindingKind::HeadInText);
        }
        if shown.is_empty() {
            return;
        }
        let heading = self.heading.clone();
        self.out.notes.push(Note {
            line,
            zone: self.zone,
            heading,
            quoted,
            text: shown.to_owned(),
        });
    }
}

/// The visible text of a note.
pub(super) fn visible(text: &str) -> String {
    plain(&super::bilingual::split_sources(text).0).0
}

#[cfg(test)]
mod tests;
