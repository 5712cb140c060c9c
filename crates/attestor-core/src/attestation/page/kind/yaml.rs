//! A table of contents in YAML: `- name: …`, `href: …` and `items: …` below each other.
//!
//! It is read line by line, so that a damaged file still gives the entries that can be read.

use std::sync::Arc;

use super::super::finding::{FindingKind, Findings, quote};
use super::super::outline::Lines;
use super::super::permission::find_app_id;
use super::{Entry, MAX_DEPTH, MAX_ENTRIES};

/// Keys that say nothing about where an entry leads.
const SILENT: [&str; 8] = [
    "items",
    "expanded",
    "displayName",
    "uid",
    "topicUid",
    "maintainContext",
    "homepage",
    "metadata",
];

/// The entries of a text that is a table of contents in YAML; `None` for any other text.
pub(in super::super) fn contents(text: &str, findings: &mut Findings) -> Option<Vec<Entry>> {
    if !is_contents(text) {
        return None;
    }
    let mut reader = Reader { open: Vec::new(), entries: Vec::new(), findings };
    let mut lines = Lines::new(text);
    while let Some((number, line)) = lines.next() {
        reader.line(number, line);
    }
    while let Some((_, last)) = reader.open.pop() {
        reader.close(last);
    }
    let mut entries = reader.entries;
    if entries.len() > MAX_ENTRIES {
        findings.add(0, FindingKind::TooManyEntries { limit: MAX_ENTRIES });
        entries.truncate(MAX_ENTRIES);
    }
    entries.sort_by_key(|entry| entry.line);
    Some(entries)
}

/// Whether the first line that counts begins a list, and the list names something and leads
/// somewhere. Front matter of a page begins with a key, so that it is left at once.
fn is_contents(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let counts = |line: &&str| !line.is_empty() && !line.starts_with('#') && *line != "---";
    let mut lines = text.lines().map(str::trim).filter(counts);
    let begins = lines.clone().next().is_some_and(|line| line == "items:" || line.starts_with('-'));
    let key = |line: &str, name: &str| {
        pair(line.trim_start_matches(['-', ' '])).is_some_and(|(key, _)| key == name)
    };
    begins && lines.clone().any(|line| key(line, "name")) && lines.any(|line| key(line, "href"))
}

/// The most entries that stand within each other.
const MAX_OPEN: usize = 64;

struct Reader<'f> {
    /// Entries whose lines may still go on, outermost first, each with the column of its keys.
    open: Vec<(usize, Entry)>,
    entries: Vec<Entry>,
    findings: &'f mut Findings,
}

impl Reader<'_> {
    fn line(&mut self, number: u32, line: &str) {
        let line = line.trim_end();
        let mut rest = line.trim_start();
        if rest.is_empty() || rest.starts_with('#') || rest == "---" {
            return;
        }
        let mut column = line.len() - rest.len();
        let dash = rest.strip_prefix('-').filter(|b| b.is_empty() || b.starts_with(' '));
        if let Some(behind) = dash {
            let next = behind.trim_start();
            // A dash alone begins an entry whose keys follow below it.
            let keys = column + (rest.len() - next.len()).max(2);
            self.begin(number, column, keys);
            (column, rest) = (keys, next);
        }
        if rest.is_empty() {
            return;
        }
        while let Some((_, entry)) = self.open.pop_if(|(keys, _)| *keys > column) {
            self.close(entry);
        }
        self.key(number, rest);
    }

    /// Begins an entry at the column of its dash; entries that stand no further left end.
    fn begin(&mut self, line: u32, dash: usize, keys: usize) {
        while let Some((_, entry)) = self.open.pop_if(|(keys, _)| *keys > dash) {
            self.close(entry);
        }
        if self.open.len() >= MAX_OPEN {
            self.findings.add(line, FindingKind::UnknownEntry { found: "-".to_owned() });
            return;
        }
        let section = match self.open.last() {
            Some((_, above)) if above.section.len() < MAX_DEPTH && !above.name.is_empty() => {
                let mut section = above.section.clone();
                section.push(Arc::from(quote(&above.name)));
                section
            }
            Some((_, above)) => above.section.clone(),
            None => Vec::new(),
        };
        let entry = Entry {
            line,
            name: String::new(),
            target: None,
            app_id: None,
            registration: None,
            publisher: None,
            section,
            other: Vec::new(),
        };
        self.open.push((keys, entry));
    }

    fn key(&mut self, line: u32, text: &str) {
        let entry = self.open.last_mut().map(|(_, entry)| entry);
        match (pair(text), entry) {
            (Some(("name", value)), Some(entry)) if entry.name.is_empty() => {
                entry.name = unquoted(value);
            }
            (Some(("href", value)), Some(entry)) => entry.target = Some(unquoted(value)),
            (Some(("topicHref" | "tocHref", value)), Some(entry)) => {
                entry.target.get_or_insert_with(|| unquoted(value));
            }
            (Some((key, _)), _) if SILENT.contains(&key) => {}
            _ => self.findings.add(line, FindingKind::UnknownEntry { found: quote(text) }),
        }
    }

    fn close(&mut self, mut entry: Entry) {
        entry.target = entry.target.filter(|target| !target.is_empty());
        if entry.name.is_empty() {
            if let Some(target) = &entry.target {
                let found = quote(target);
                self.findings.add(entry.line, FindingKind::UnknownEntry { found });
            }
            return;
        }
        let ids = [Some(entry.name.as_str()), entry.target.as_deref()];
        let registration = ids.into_iter().flatten().find_map(find_app_id);
        entry.registration = registration.map(str::to_ascii_lowercase);
        if self.entries.len() <= MAX_ENTRIES {
            self.entries.push(entry);
        }
    }
}

/// The key and the value of a line, without a comment behind it.
fn pair(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let plain = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (plain && (value.is_empty() || value.starts_with([' ', '\t']))).then(|| (key, value.trim()))
}

/// A value without its quotation marks, or without a comment.
fn unquoted(value: &str) -> String {
    for mark in ['\'', '"'] {
        let inner = value.strip_prefix(mark).and_then(|rest| rest.rsplit_once(mark));
        if let Some((inner, _)) = inner {
            let doubled = [mark, mark].iter().collect::<String>();
            return match mark {
                '\'' => inner.replace(&doubled, "'"),
                _ => inner.replace("\\\"", "\""),
            };
        }
    }
    value.split_once(" #").map_or(value, |(value, _)| value).trim().to_owned()
}
