//! The TOML file: one table of settings.

use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::key::Key;
use super::sources::{Given, Origin};
use crate::stop::Stop;

/// Reads the settings of a file; every fault is told with its line.
pub(super) fn read(path: &Path, text: &str) -> Result<Vec<Given>, Stop> {
    let table = DeTable::parse(text).map_err(|error| {
        let line = line_of(text, error.span().map_or(0, |span| span.start));
        Stop::Usage(format!("{}:{line}: no TOML: {}", path.display(), error.message()))
    })?;
    let (mut all, mut faults) = (Vec::new(), Vec::new());
    for (name, value) in table.get_ref() {
        let line = line_of(text, name.span().start);
        match setting(name.get_ref(), value) {
            Ok((key, text)) => {
                all.push(Given { key, text, origin: Origin::Line(path.to_owned(), line) });
            }
            Err(words) => faults.push(format!("{}:{line}: {words}", path.display())),
        }
    }
    if faults.is_empty() { Ok(all) } else { Err(Stop::Usage(faults.join("\nerror: "))) }
}

/// The line of a byte, counted from 1.
fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

fn setting(name: &str, value: &Spanned<DeValue<'_>>) -> Result<(Key, String), String> {
    let Some(key) = Key::parse(name) else {
        return Err(format!("unknown setting `{}`{}", name.escape_debug(), hint(name)));
    };
    match value.get_ref() {
        DeValue::String(text) => Ok((key, text.as_ref().to_owned())),
        DeValue::Integer(number) if number.radix() == 10 => Ok((key, number.as_str().to_owned())),
        DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_)
        | DeValue::Array(_)
        | DeValue::Table(_) => {
            let found = value.get_ref().type_str();
            Err(format!("`{name}` is of the kind {found}; a text or a whole number is wanted"))
        }
    }
}

/// The nearest setting, or all where none is near.
fn hint(name: &str) -> String {
    let near = Key::ALL.into_iter().map(|key| (distance(name, key.name()), key));
    match near.min_by_key(|(distance, _)| *distance) {
        Some((distance, key)) if distance <= 3 => format!("; did you mean `{}`?", key.name()),
        _ => {
            let names: Vec<&str> = Key::ALL.into_iter().map(Key::name).collect();
            format!("; there are {}", names.join(", "))
        }
    }
}

/// How many letters must be put in, left out or changed to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (step, letter) in one.chars().enumerate() {
        let mut next = vec![step + 1];
        let mut left = step + 1;
        for ((above_left, above), theirs) in row.iter().zip(row.iter().skip(1)).zip(other.chars()) {
            let change = above_left + usize::from(letter != theirs);
            left = change.min(above + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
