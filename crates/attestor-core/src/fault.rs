//! Faults: input that is not in its form, with the place and what was expected.

use std::fmt;

/// A place in a file that somebody can open and mend.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file's path, relative to the folder that was read.
    pub file: String,
    /// The line, counted from 1. 0 means the file as a whole.
    pub line: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => f.write_str(&self.file),
            line => write!(f, "{}:{line}", self.file),
        }
    }
}

/// One thing that is wrong with an input. Reading goes on after it, so that all are listed at once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Where it stands.
    pub place: Place,
    /// What is wrong.
    pub problem: Problem,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}

/// What can be wrong with an input.
#[expect(
    missing_docs,
    reason = "each field is named for what it holds, and the variant says the rest"
)]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    /// The text is not YAML; carries the parser's words.
    Syntax(String),
    /// The file is not UTF-8.
    NotUtf8,
    /// The file holds more bytes than allowed.
    TooLarge { bytes: u64, limit: u64 },
    /// Lists and maps are nested deeper than allowed.
    TooDeep { limit: usize },
    /// The file holds more values than allowed.
    TooMany { limit: usize },
    /// An anchor, alias or tag, which these files do not use.
    NotPlain { found: &'static str },
    /// A value of another kind than expected.
    WrongKind { expected: &'static str, found: &'static str },
    /// A key that the form does not have.
    UnknownKey { key: String, known: Vec<String> },
    /// A key that stands twice in one map.
    DuplicateKey { key: String },
    /// A key that must be there.
    MissingKey { key: &'static str },
    /// A text that may not be empty.
    EmptyText,
    /// A list that may not be empty.
    EmptyList,
    /// A word outside the closed list.
    NotOneOf { found: String, allowed: Vec<String> },
    /// Not a day in the form `YYYY-MM-DD`.
    NotADay { found: String },
    /// Not a whole number in its bounds (both inclusive).
    NotInBounds { found: String, min: i64, max: i64 },
    /// Not `yes` or `no`.
    NotABool { found: String },
    /// An id that breaks the form of ids.
    NotAnId { found: String },
    /// An id that stands twice.
    DuplicateId { kind: &'static str, id: String, first: Place },
    /// A reference to something that does not exist.
    UnknownReference { kind: &'static str, id: String, near: Option<String> },
    /// A table of bounds that leaves out a value.
    Gap { from: i64, to: i64 },
    /// A table of bounds with two rows for one value.
    Overlap { at: i64 },
    /// A file or folder that must be there.
    MissingFile,
    /// A file that another file names and that is not there.
    NoSuchFile { path: String },
    /// A path that leaves the folder.
    OutsideFolder { path: String },
    /// Something that is neither a file nor a folder, or cannot be read.
    Unreadable { reason: String },
    /// A rule between several values that does not hold; a whole sentence.
    Inconsistent(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(words) => write!(f, "not readable as YAML: {words}"),
            Self::NotUtf8 => f.write_str("the text is not UTF-8; save it as UTF-8"),
            Self::TooLarge { bytes, limit } => {
                write!(f, "{bytes} bytes are more than the {limit} allowed")
            }
            Self::TooDeep { limit } => write!(f, "nested deeper than {limit} levels"),
            Self::TooMany { limit } => write!(f, "more than {limit} values in one file"),
            Self::NotPlain { found } => {
                write!(f, "{found} are not used in these files; write the value itself")
            }
            Self::WrongKind { expected, found } => write!(f, "expected {expected}, found {found}"),
            Self::UnknownKey { key, known } => {
                write!(f, "unknown key `{key}`{}", near(key, known))?;
                write!(f, "; known here: {}", known.join(", "))
            }
            Self::DuplicateKey { key } => write!(f, "the key `{key}` stands twice"),
            Self::MissingKey { key } => write!(f, "the key `{key}` is missing"),
            Self::EmptyText => f.write_str("the text is empty"),
            Self::EmptyList => f.write_str("the list is empty"),
            Self::NotOneOf { found, allowed } => {
                write!(f, "`{found}` is not one of: {}{}", allowed.join(", "), near(found, allowed))
            }
            Self::NotADay { found } => write!(f, "`{found}` is not a day in the form YYYY-MM-DD"),
            Self::NotInBounds { found, min, max } => {
                write!(f, "`{found}` is not a whole number from {min} to {max}")
            }
            Self::NotABool { found } => write!(f, "`{found}` is neither `true` nor `false`"),
            Self::NotAnId { found } => {
                write!(
                    f,
                    "`{found}` is not an id: letters, digits and `-_.()` without spaces, at most 100"
                )
            }
            Self::DuplicateId { kind, id, first } => {
                write!(f, "{kind} `{id}` stands twice; first at {first}")
            }
            Self::UnknownReference { kind, id, near } => {
                write!(f, "there is no {kind} `{id}`")?;
                near.as_ref().map_or(Ok(()), |near| write!(f, "; did you mean `{near}`?"))
            }
            Self::Gap { from, to } if from == to => write!(f, "no row covers {from}"),
            Self::Gap { from, to } => write!(f, "no row covers {from} to {to}"),
            Self::Overlap { at } => write!(f, "two rows cover {at}"),
            Self::MissingFile => f.write_str("the file is missing"),
            Self::NoSuchFile { path } => write!(f, "the file `{path}` is missing"),
            Self::OutsideFolder { path } => write!(f, "`{path}` leaves the folder"),
            Self::Unreadable { reason } => write!(f, "cannot be read: {reason}"),
            Self::Inconsistent(sentence) => f.write_str(sentence),
        }
    }
}

/// A suffix that proposes the known word closest to a mistyped one, or nothing.
fn near(word: &str, known: &[String]) -> String {
    nearest(word, known.iter().map(String::as_str))
        .map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

/// The candidate at most two edits away from `word`, if there is one; the first of the closest.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .map(|known| (edits(word, known), known))
        .filter(|(count, _)| *count <= 2)
        .min_by_key(|(count, _)| *count)
        .map(|(_, known)| known)
}

/// The number of single-character edits between two words (Levenshtein), by one row at a time.
fn edits(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (above, from) in left.chars().take(64).enumerate() {
        let mut corner = above;
        let mut last = above + 1;
        let mut next = vec![last];
        for (to, up) in right.iter().zip(row.iter().skip(1)) {
            last = (corner + usize::from(from != *to)).min(up + 1).min(last + 1);
            corner = *up;
            next.push(last);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_count_single_characters() {
        for (left, right, count) in
            [("", "abc", 3), ("kitten", "sitting", 3), ("same", "same", 0), ("ab", "ba", 2)]
        {
            assert_eq!(edits(left, right), count, "{left} {right}");
        }
    }

    #[test]
    fn mistyped_key_is_answered_with_the_nearest() {
        let problem =
            Problem::UnknownKey { key: "titel".into(), known: vec!["id".into(), "title".into()] };
        assert!(problem.to_string().contains("did you mean `title`?"));
    }
}
