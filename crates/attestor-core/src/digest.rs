//! SHA-256 digests, the name by which inputs are recorded.

use std::fmt;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::fault::Problem;
use crate::source::{Decode, Node, Sink};
use crate::word::as_text;

/// A SHA-256 digest. Prints as 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The digest of named parts. Names and contents are preceded by their lengths, so that no two
    /// different lists of parts have the same digest. The order of the parts matters.
    #[must_use]
    pub fn of_parts<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Self {
        let mut hash = Sha256::new();
        for (name, content) in parts {
            for bytes in [name.as_bytes(), content] {
                hash.update((bytes.len() as u64).to_be_bytes());
                hash.update(bytes);
            }
        }
        Self(hash.finalize().into())
    }

    /// The digest with exactly these 64 lower-case hexadecimal digits; `None` for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
        let bytes = pairs.iter().map(|&[high, low]| Some(digit(high)? << 4 | digit(low)?));
        bytes.collect::<Option<Vec<u8>>>()?.try_into().ok().map(Self)
    }

    /// The digest's 32 bytes, borrowed.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The digest's 32 bytes.
    #[must_use]
    pub const fn bytes(self) -> [u8; 32] {
        self.0
    }
}

/// A digest of bytes that come in pieces, as from a large file.
#[derive(Debug, Clone, Default)]
pub struct Digesting(Sha256);

impl Digesting {
    /// Takes the next piece; how the bytes are cut does not matter.
    pub fn take(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// The digest of all pieces.
    #[must_use]
    pub fn finish(self) -> Digest {
        Digest(self.0.finalize().into())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::with_capacity(64);
        for byte in self.0 {
            write!(text, "{byte:02x}")?;
        }
        f.write_str(&text)
    }
}

as_text!(Digest, "a digest of 64 hexadecimal digits");

impl Decode for Digest {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let text = String::decode(node, sink)?;
        let digest = Self::parse(&text);
        if digest.is_none() {
            let words = format!("`{text}` is not a digest of 64 hexadecimal digits");
            sink.add(node, Problem::Inconsistent(words));
        }
        digest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_read_as_they_are_printed() {
        let digest = Digest::of(b"attestor");
        assert_eq!(Digest::parse(&digest.to_string()), Some(digest));
        let upper = digest.to_string().to_uppercase();
        for wrong in ["", "00", "zz", upper.as_str(), &"0".repeat(63), &"0".repeat(66)] {
            assert_eq!(Digest::parse(wrong), None, "{wrong}");
        }
    }
}
