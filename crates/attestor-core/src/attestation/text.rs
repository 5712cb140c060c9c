//! Free text with its language and where it comes from.

use crate::digest::Digest;
use crate::word::words;

words! {
    /// Who wrote a text.
    pub enum Provenance {
        /// The publisher, in the language of the answer.
        Source = "source",
        /// A person who translated it.
        Human = "human",
        /// A machine that translated it.
        Machine = "machine",
        /// A machine, and a person read it after.
        Reviewed = "reviewed",
    }
}

/// A text that nobody translates on the way, with what is known about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The text itself, without white space around it; may have several lines.
    pub body: String,
    /// Its locale, such as `ko-KR`; `und` where it is not known.
    pub lang: String,
    /// Who wrote it.
    pub provenance: Provenance,
    /// The digest of the source that a translation was made from, in hexadecimal digits.
    pub source_hash: Option<String>,
    /// Whether the source has changed since the translation was made.
    pub stale: bool,
}

impl Text {
    /// A text as its author wrote it.
    #[must_use]
    pub fn source(body: &str, lang: &str) -> Self {
        Self {
            body: body.trim().to_owned(),
            lang: lang.to_owned(),
            provenance: Provenance::Source,
            source_hash: None,
            stale: false,
        }
    }

    /// A translation of this text, bound to the text by its digest.
    #[must_use]
    pub fn translated(&self, body: &str, lang: &str, provenance: Provenance) -> Self {
        let source_hash = Some(Digest::of(self.body.as_bytes()).to_string());
        Self { provenance, source_hash, ..Self::source(body, lang) }
    }

    /// This translation beside the source of today: stale when it was made from another one. A
    /// text that names no source is never stale.
    #[must_use]
    pub fn beside(mut self, source: &Self) -> Self {
        let today = Digest::of(source.body.as_bytes()).to_string();
        self.stale = self.source_hash.as_ref().is_some_and(|hash| *hash != today);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translation_is_stale_when_its_source_changed() {
        let source = Text::source(" Hello ", "en-US");
        let translation = source.translated("Bonjour", "fr-FR", Provenance::Human);
        assert!(!translation.clone().beside(&source).stale);
        assert!(translation.beside(&Text::source("Hello there", "en-US")).stale);
        assert!(!source.beside(&Text::source("Bye", "en-US")).stale);
    }
}
