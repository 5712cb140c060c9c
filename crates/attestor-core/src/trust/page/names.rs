//! Names in texts: of standards with their numbers, of services, and ids made of names.

use crate::id::Id;

/// A standard in a title: who issues it, its number, and the year of its edition.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct StandardName {
    pub(super) bodies: Vec<String>,
    pub(super) number: String,
    pub(super) year: Option<u16>,
    /// The title behind the number.
    pub(super) rest: String,
}

/// The first standard in a text, such as `ISO/IEC 27001:2013`.
pub(super) fn standard(text: &str) -> Option<StandardName> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words.windows(2).position(|pair| {
        let [bodies, number] = pair else { return false };
        is_bodies(bodies) && digits(number) >= 4
    })?;
    let (bodies, named) = (words.get(at)?, words.get(at + 1)?);
    let (number, behind) = named.split_at_checked(digits(named))?;
    let year = behind.strip_prefix(':').and_then(|year| year.get(..4)?.parse().ok());
    Some(StandardName {
        bodies: bodies.split('/').map(str::to_owned).collect(),
        number: number.to_owned(),
        year,
        rest: words.get(at + 2..).unwrap_or_default().join(" "),
    })
}

fn is_bodies(word: &str) -> bool {
    word.len() >= 2 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'/')
}

fn digits(word: &str) -> usize {
    word.bytes().take_while(u8::is_ascii_digit).count()
}

/// The id of the standard of a body with a number, as catalogs of this project name it.
pub(super) fn standard_id(body: &str, number: &str) -> Option<Id> {
    Id::parse(&format!("{}{number}", body.to_ascii_lowercase()))
}

/// An id made of a name: its letters and digits, with `-` between words; `None` if it has none.
pub(super) fn slug(name: &str) -> Option<Id> {
    let mut slug = String::new();
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if letter != '.' && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let short: String = slug.chars().take(60).collect();
    Id::parse(short.trim_matches('-'))
}

/// The parts of a list in words: `A, B, and C`.
pub(super) fn parts(list: &str) -> Vec<&str> {
    list.split(", ")
        .map(|part| part.strip_prefix("and ").unwrap_or(part).trim())
        .flat_map(|part| part.split(" and "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// Whether a name stands in a text as a word of its own. Letters of other scripts may follow,
/// because some languages add their endings to names.
pub(crate) fn stands_in(name: &str, text: &str) -> bool {
    !name.is_empty() && places(name, text).next().is_some()
}

/// Where a name stands in a text as a word of its own, as places of bytes.
pub(crate) fn places<'t>(
    name: &'t str,
    text: &'t str,
) -> impl Iterator<Item = std::ops::Range<usize>> + 't {
    text.match_indices(name).map(|(at, found)| at..at + found.len()).filter(|range| {
        let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let before = range.start.checked_sub(1).and_then(|at| text.as_bytes().get(at));
        !letter(before) && !letter(text.as_bytes().get(range.end))
    })
}
