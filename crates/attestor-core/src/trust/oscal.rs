//! OSCAL, the form in which NIST and others exchange catalogs of controls; releases of version 1, as JSON.
//!
//! - [`catalog`]: a catalog, read and checked.
//! - [`profile`]: a choice of a catalog's controls.
//! - [`component`]: what a provider does for controls, written.

pub mod catalog;
pub mod component;
mod inspect;
pub mod profile;

use crate::fault::{Fault, Place, Problem};

/// The major version that is read; what a catalog needs has not changed since its first release.
const MAJOR: &str = "1";

/// A fault of a document; `at` names the element, because JSON is read without lines.
fn fault(file: &str, at: &str, words: &str) -> Fault {
    let place = Place { file: file.to_owned(), line: 0 };
    Fault { place, problem: Problem::Inconsistent(format!("{at}: {words}")) }
}

/// Reads a JSON document. What cannot be read at all is one fault, with the line.
fn read<T: serde::de::DeserializeOwned>(file: &str, text: &str) -> Result<T, Vec<Fault>> {
    serde_json::from_str(text).map_err(|error| {
        let line = u32::try_from(error.line()).unwrap_or(u32::MAX);
        let place = Place { file: file.to_owned(), line };
        vec![Fault { place, problem: Problem::Unreadable { reason: error.to_string() } }]
    })
}

/// Whether a text is a UUID as OSCAL wants it: of version 4 or 5.
fn is_uuid(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 36
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            14 => matches!(byte, b'4' | b'5'),
            19 => matches!(byte.to_ascii_lowercase(), b'8' | b'9' | b'a' | b'b'),
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Whether a text is a token: a letter or `_`, then letters, digits, `.`, `-`, `_`.
fn is_token(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && letters.all(|it| it.is_alphanumeric() || matches!(it, '.' | '-' | '_'))
}

#[cfg(test)]
mod tests;
