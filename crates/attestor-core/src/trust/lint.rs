//! Where two languages of one text disagree about facts: numbers, standards, editions, numbers of
//! certificates, names of services, links.
//!
//! Source: compliance offerings, section 5. Facts are compared as sets: order and repetition are a
//! matter of language.

use std::collections::BTreeSet;
use std::fmt;

use crate::id::Id;
use crate::word::words;

use super::model::Trust;
use super::unit::Unit;

mod names;
mod tokens;

use names::Names;
use tokens::Tokens;

words! {
    /// What two languages disagree about.
    pub enum About {
        /// Numbers of standards.
        Standards = "standards",
        /// Years of editions.
        Editions = "editions",
        /// Numbers of certificates.
        CertificateNumbers = "certificate-numbers",
        /// Any other numbers.
        Numbers = "numbers",
        /// Names of services.
        Services = "services",
        /// Addresses that links lead to.
        Links = "links",
    }
}

/// A disagreement: what stands in one language only.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Disagreement {
    /// What it is about.
    pub code: About,
    /// The text.
    pub text: Id,
    /// The locale of the translation.
    pub locale: String,
    /// What the source alone says, in order.
    pub source_only: Vec<String>,
    /// What the translation alone says, in order.
    pub translation_only: Vec<String>,
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, locale, .. } = self;
        write!(f, "the text `{text}` disagrees about {}: ", self.what())?;
        let quoted = |words: &[String]| {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            words.join(", ")
        };
        match (self.source_only.is_empty(), self.translation_only.is_empty()) {
            (false, true) => write!(f, "only the source has {}", quoted(&self.source_only)),
            (true, _) => write!(f, "only `{locale}` has {}", quoted(&self.translation_only)),
            (false, false) => {
                let source = quoted(&self.source_only);
                write!(f, "the source has {source}, `{locale}` has ")?;
                f.write_str(&quoted(&self.translation_only))
            }
        }
    }
}

impl Disagreement {
    const fn what(&self) -> &'static str {
        match self.code {
            About::Standards => "standards",
            About::Editions => "editions",
            About::CertificateNumbers => "numbers of certificates",
            About::Numbers => "numbers",
            About::Services => "services",
            About::Links => "links",
        }
    }
}

/// Every disagreement, in the order of texts and of what they are about. A text without
/// translations disagrees with nothing.
#[must_use]
pub fn lint(trust: &Trust) -> Vec<Disagreement> {
    let names = Names::of(trust);
    trust.texts.iter().flat_map(|unit| of_unit(unit, &names)).collect()
}

fn of_unit(unit: &Unit, names: &Names<'_>) -> Vec<Disagreement> {
    let source = Tokens::of(&unit.body, names);
    let mut found = Vec::new();
    for translation in &unit.translations {
        let other = Tokens::of(&translation.body, names);
        for &code in About::ALL {
            let (ours, theirs) = (source.about(code), other.about(code));
            if ours == theirs {
                continue;
            }
            found.push(Disagreement {
                code,
                text: unit.id.value.clone(),
                locale: translation.locale.value.clone(),
                source_only: difference(ours, theirs),
                translation_only: difference(theirs, ours),
            });
        }
    }
    found
}

fn difference(left: &BTreeSet<String>, right: &BTreeSet<String>) -> Vec<String> {
    left.difference(right).cloned().collect()
}

#[cfg(test)]
mod tests;
