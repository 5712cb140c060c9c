//! Texts compared by their letters.

/// A text reduced to its letters and digits in lower case, as logs spell the same sentence in
/// several ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letters(String);

impl Letters {
    /// The letters and digits of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(letters(text).collect())
    }

    /// Whether a text has exactly these letters and digits.
    #[must_use]
    pub fn are(&self, text: &str) -> bool {
        // A text is never shorter in bytes than its letters in ASCII: most comparisons end here.
        if text.is_ascii() {
            return text.len() >= self.0.len() && self.are_ascii(text.as_bytes());
        }
        letters(text).eq(self.0.chars())
    }

    fn are_ascii(&self, text: &[u8]) -> bool {
        let mut own = self.0.bytes();
        for byte in text {
            if byte.is_ascii_alphanumeric() && own.next() != Some(byte.to_ascii_lowercase()) {
                return false;
            }
        }
        own.next().is_none()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase)
}
