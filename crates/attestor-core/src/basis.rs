//! How far a value of the program's data can be trusted to be the program's own.

use crate::source::Fields;
use crate::word::words;

/// What a value in the program's data rests on: the keys `basis` and `source` of its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grounds {
    /// How far it is the program's own.
    pub basis: Basis,
    /// The document and paragraph, in words. Never empty.
    pub source: String,
}

impl Grounds {
    /// Takes both keys from a row.
    pub fn take(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let basis = fields.required("basis");
        let source = fields.required("source");
        Some(Self { basis: basis?, source: source? })
    }
}

words! {
    /// Where a value in the program's data comes from. Source: framework sources, section 1.
    pub enum Basis {
        /// The current documents of the program say it.
        Stated = "stated",
        /// The edition of 2022 says it, and the current documents do not contradict it.
        Stated2022 = "stated-2022",
        /// It follows from what the documents say.
        Inferred = "inferred",
        /// This project proposes it, because no public document says anything.
        Proposed = "proposed",
    }
}
