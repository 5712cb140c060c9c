//! Ids: names that are never translated, never reused and compared byte by byte.

use std::fmt;

use crate::fault::{Place, Problem};
use crate::source::{Decode, Node, Sink};
use crate::word::as_text;

/// An id from a data file: letters, digits, `-`, `_`, `.`, `(`, `)`, 1 to 100 of
/// them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// Reads an id; `None` when the text breaks its form.
    ///
    /// ```
    /// use attestor_core::id::Id;
    /// assert!(Id::parse("OPS-MAL-01").is_some());
    /// assert!(Id::parse("two words").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = |byte: u8| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'(' | b')')
        };
        let good = !text.is_empty() && text.len() <= 100 && text.bytes().all(fits);
        good.then(|| Self(text.to_owned()))
    }

    /// An id of the program's own making. Letters that an id cannot have are left out.
    pub(crate) fn made(word: &str) -> Self {
        let kept = word.chars().filter(|it| it.is_ascii_alphanumeric() || matches!(it, '-' | '.'));
        Self(kept.take(100).collect())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

as_text!(Id, "an id");

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Id {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl Decode for Id {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let text = String::decode(node, sink)?;
        let id = Self::parse(&text);
        if id.is_none() {
            sink.add(node, Problem::NotAnId { found: text });
        }
        id
    }
}

/// A value with the place it was read from, so that later checks can point at it.
///
/// Two spots are equal when their values are.
#[derive(Debug, Clone)]
pub struct Spot<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

impl<T: PartialEq> PartialEq for Spot<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

/// The form in JSON is that of the value: places are for messages.
impl<T: serde::Serialize> serde::Serialize for Spot<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<T> Spot<T> {
    /// A value that was read from no file, and has no line.
    #[must_use]
    pub const fn made(value: T) -> Self {
        Self { value, place: Place { file: String::new(), line: 0 } }
    }
}

impl<T: Decode> Decode for Spot<T> {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let value = T::decode(node, sink)?;
        Some(Self { value, place: sink.place(node.line) })
    }
}
