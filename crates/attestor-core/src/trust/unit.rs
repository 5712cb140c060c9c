//! Texts for people in their languages, each bound to the source that it was made from.

use crate::attestation::text::Provenance;
use crate::day::Day;
use crate::digest::Digest;
use crate::id::{Id, Spot};

use super::record::record;

record! {
    /// A text with its translations.
    pub struct Unit {
        /// The id, the same in every language.
        required id: Spot<Id>,
        /// The locale of the source.
        required locale: String,
        /// The source, as Markdown of one line.
        required body: String,
        /// The translations, at most one a locale.
        items translations: Vec<Translation>,
    }
}

record! {
    /// A text in another language.
    pub struct Translation {
        /// The locale.
        required locale: Spot<String>,
        /// The text, as Markdown of one line.
        required body: String,
        /// Who wrote it.
        required provenance: Provenance,
        /// The digest of the source that it was made from; none where nobody kept it.
        optional source_hash: Option<Digest>,
        /// The day on which it was handed over.
        optional day: Option<Day>,
    }
}

impl Unit {
    /// The digest by which translations name this source.
    #[must_use]
    pub fn source_hash(&self) -> Digest {
        Digest::of(self.body.as_bytes())
    }

    /// Whether a translation was made from another source than today's. One that names no source is
    /// never stale.
    #[must_use]
    pub fn is_stale(&self, translation: &Translation) -> bool {
        translation.source_hash.is_some_and(|hash| hash != self.source_hash())
    }

    /// The text in a locale, and whether it is a translation of today's source. Without a
    /// translation, the source.
    #[must_use]
    pub fn shown_in(&self, locale: &str) -> Shown<'_> {
        let found = self.translations.iter().find(|it| it.locale.value == locale);
        found.map_or(
            Shown { locale: &self.locale, body: &self.body, is_stale: false },
            |translation| Shown {
                locale: &translation.locale.value,
                body: &translation.body,
                is_stale: self.is_stale(translation),
            },
        )
    }
}

/// A text as a reader sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The locale that it is in.
    pub locale: &'a str,
    /// The text.
    pub body: &'a str,
    /// Whether its source has changed since.
    pub is_stale: bool,
}
