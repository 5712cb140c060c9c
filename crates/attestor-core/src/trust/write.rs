//! The model as files that people edit by hand, and that [`load`](super::load) reads back the same.

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::model::Trust;
use crate::framework::SourceFile;

/// The lists that a file of its own holds, and the name of that file.
const OWN_FILES: &[(&str, &str)] = &[
    ("statements", "statements.yaml"),
    ("systems", "systems.yaml"),
    ("texts", "texts.yaml"),
    ("pages", "pages.yaml"),
];
/// The file of everything else.
const MAIN_FILE: &str = "trust.yaml";

/// The files of a model, each with the lists that are not empty.
#[must_use]
pub fn files(trust: &Trust) -> Vec<SourceFile> {
    let Ok(Json::Object(lists)) = serde_json::to_value(trust) else { return Vec::new() };
    let mut main = Map::new();
    let mut files = Vec::new();
    for (key, list) in lists {
        if is_empty(&list) {
            continue;
        }
        match OWN_FILES.iter().find(|(own, _)| *own == key) {
            Some((_, path)) => files.push(file(path, &Map::from_iter([(key, list)]))),
            None => {
                main.insert(key, list);
            }
        }
    }
    files.insert(0, file(MAIN_FILE, &main));
    files
}

fn file(path: &str, lists: &Map<String, Json>) -> SourceFile {
    let mut text = String::new();
    map(lists, 0, &mut text);
    SourceFile { path: path.to_owned(), text }
}

/// A value as YAML: strings in quotes, so that each means itself; what is empty is left out.
#[must_use]
pub fn yaml(value: &impl Serialize) -> String {
    let mut text = String::new();
    if let Ok(Json::Object(found)) = serde_json::to_value(value) {
        map(&found, 0, &mut text);
    }
    text
}

fn is_empty(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::Array(items) => items.is_empty(),
        Json::Object(entries) => entries.is_empty(),
        Json::Bool(_) | Json::Number(_) | Json::String(_) => false,
    }
}

fn map(entries: &Map<String, Json>, indent: usize, text: &mut String) {
    for (key, value) in entries.iter().filter(|(_, value)| !is_empty(value)) {
        let _ = write!(text, "{:indent$}{key}:", "");
        beside(value, indent, text);
    }
}

/// What stands behind a key.
fn beside(value: &Json, indent: usize, text: &mut String) {
    match value {
        Json::Array(items) if items.iter().all(|item| !item.is_object() && !item.is_array()) => {
            let items: Vec<String> = items.iter().map(scalar).collect();
            let _ = writeln!(text, " [{}]", items.join(", "));
        }
        Json::Array(items) => {
            text.push('\n');
            for entry in items.iter().filter_map(Json::as_object) {
                let mut inner = String::new();
                map(entry, indent + 2, &mut inner);
                let rest = inner.get(indent + 2..).unwrap_or_default();
                let _ = write!(text, "{:indent$}- {rest}", "");
            }
        }
        Json::Object(entries) => {
            text.push('\n');
            map(entries, indent + 2, text);
        }
        single => {
            let _ = writeln!(text, " {}", scalar(single));
        }
    }
}

/// A text in quotes as JSON has them, which YAML reads as the same text; YAML's own line ends are
/// written by number.
fn scalar(value: &Json) -> String {
    let mut written = String::new();
    for letter in value.to_string().chars() {
        if matches!(letter, '\u{7f}'..='\u{9f}' | '\u{feff}' | '\u{2028}' | '\u{2029}') {
            let _ = write!(written, "\\u{:04x}", u32::from(letter));
        } else {
            written.push(letter);
        }
    }
    written
}
