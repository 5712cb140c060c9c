//! Ids of requests, users and applications as 16 bytes.

use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::word::as_text;

/// An id of 16 bytes.
///
/// A GUID is kept as its bytes in the order of its text, so that keys sort as GUIDs do. Any other
/// text becomes a UUID of version 8 made of the first 16 bytes of its SHA-256: the same text gives
/// the same key, and the version tells such a key from a GUID. The text itself is not kept; who
/// knows it finds the record with [`Key::of`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Key([u8; 16]);

impl Key {
    /// The key with exactly these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The 16 bytes.
    #[must_use]
    pub const fn bytes(self) -> [u8; 16] {
        self.0
    }

    /// The key of a GUID with dashes, of any case; `None` for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text: &[u8; 36] = text.as_bytes().try_into().ok()?;
        let mut bytes = [0; 16];
        let mut bad = 0;
        for (byte, at) in bytes.iter_mut().zip(PAIRS) {
            let (high, low) = (digit(text, at), digit(text, at + 1));
            bad |= high | low;
            *byte = high << 4 | (low & 15);
        }
        let dashes = [8, 13, 18, 23].iter().all(|&at| text.get(at) == Some(&b'-'));
        (dashes && bad < 16).then_some(Self(bytes))
    }

    /// The key of any id: a GUID's bytes, or those of its digest; `None` for a blank text.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        if let Some(key) = Self::parse(text) {
            return Some(key);
        }
        let text = text.trim();
        let inner = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')).unwrap_or(text);
        match Self::parse(inner) {
            Some(key) => Some(key),
            None if text.is_empty() => None,
            None => Some(Self::digest(text.as_bytes())),
        }
    }

    /// The key made of the digest of some bytes, for records that have no id.
    #[must_use]
    pub fn digest(bytes: &[u8]) -> Self {
        let digest: [u8; 32] = Sha256::digest(bytes).into();
        let mut key = [0; 16];
        for (at, (to, from)) in key.iter_mut().zip(digest).enumerate() {
            *to = match at {
                6 => from & 0x0f | 0x80,
                8 => from & 0x3f | 0x80,
                _ => from,
            };
        }
        Self(key)
    }
}

/// Where the 16 pairs of digits of a GUID begin.
const PAIRS: [usize; 16] = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

/// The value of every byte as a hexadecimal digit; 255 for what is none.
const DIGITS: [u8; 256] = digits();

#[expect(clippy::indexing_slicing, reason = "worked out by the compiler")]
const fn digits() -> [u8; 256] {
    let mut table = [255; 256];
    let mut value = 0;
    while value < 16 {
        table[b"0123456789abcdef"[value] as usize] = value as u8;
        table[b"0123456789ABCDEF"[value] as usize] = value as u8;
        value += 1;
    }
    table
}

fn digit(text: &[u8; 36], at: usize) -> u8 {
    let byte = text.get(at).copied().unwrap_or_default();
    DIGITS.get(usize::from(byte)).copied().unwrap_or(255)
}

/// Prints as a GUID in lower case.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, byte) in self.0.iter().enumerate() {
            if matches!(at, 4 | 6 | 8 | 10) {
                f.write_str("-")?;
            }
            write!(f, "{byte:02x}")?;
        }
        Ok(())
    }
}

as_text!(Key, "a GUID");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guids_keep_their_bytes_and_their_order() {
        let text = "6c583d8d-46cd-420c-ae3d-35b6dfdcdb21";
        let key = Key::parse(text).unwrap();
        assert_eq!(key.to_string(), text);
        assert_eq!(Key::parse(&text.to_uppercase()), Some(key));
        assert_eq!(Key::of(&format!(" {{{text}}} ")), Some(key));
        assert!(Key::parse("6c583d8d-46cd-420c-ae3d-35b6dfdcdb20").unwrap() < key);
    }

    #[test]
    fn other_texts_become_version_8_of_their_digest() {
        let key = Key::of("user-123").unwrap();
        assert_eq!(Key::of(" user-123 "), Some(key));
        assert_ne!(Key::of("user-124"), Some(key));
        assert_eq!(key.to_string().chars().nth(14), Some('8'));
        assert_eq!(Key::of(" "), None);
    }

    #[test]
    fn near_guids_are_not_guids() {
        for text in [
            "6c583d8d-46cd-420c-ae3d-35b6dfdcdb2",
            "6c583d8d-46cd-420c-ae3d-35b6dfdcdb2g",
            "6c583d8d046cd-420c-ae3d-35b6dfdcdb21",
            "6c583d8d-46cd-420c-ae3d-35b6dfdcdbé",
        ] {
            assert_eq!(Key::parse(text), None, "{text}");
        }
    }
}
