//! Reasons that a publisher gives for permissions, and those that say nothing.

use std::fmt;

use super::{PermissionRules, Requested};

/// A requested permission whose reason says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unjustified {
    /// The row.
    pub row: Requested,
    /// The id of the rule that was broken.
    pub rule: String,
    /// What is wrong with the reason.
    pub why: Why,
}

/// What is wrong with a reason. Prints as one sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The same text stands on every row that has a reason.
    SameEverywhere {
        /// The number of those rows.
        rows: usize,
    },
    /// The text is a filler, or only the name of a permission.
    Filler,
    /// The row has no reason, though other rows have one.
    Missing,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SameEverywhere { .. } | Self::Filler => "reason does not name a feature",
            Self::Missing => "no reason is given",
        })
    }
}

/// The rows whose reason says nothing, in the order of the list. A list without any reason gives
/// none, because it claims nothing.
///
/// Source: control APP-PERM-01 part a, acceptance K3.
#[must_use]
pub fn unjustified(requested: &[Requested], rules: &PermissionRules) -> Vec<Unjustified> {
    let reasons: Vec<String> = requested.iter().filter_map(reason).collect();
    if reasons.is_empty() {
        return Vec::new();
    }
    let same = reasons.len() >= rules.reasons.same_from_rows
        && reasons.iter().all(|reason| Some(reason) == reasons.first());
    let why = |row: &Requested| match reason(row) {
        None => Some(Why::Missing),
        Some(_) if same => Some(Why::SameEverywhere { rows: reasons.len() }),
        Some(text) if is_filler(&text, requested, rules) => Some(Why::Filler),
        Some(_) => None,
    };
    let flag = |row: &Requested| {
        why(row).map(|why| Unjustified { row: row.clone(), rule: rules.reasons.id.clone(), why })
    };
    requested.iter().filter_map(flag).collect()
}

/// Whether the reasons of a list hold. `None` when the list gives none at all.
#[must_use]
pub fn justified(requested: &[Requested], rules: &PermissionRules) -> Option<bool> {
    let claimed = requested.iter().any(|row| reason(row).is_some());
    claimed.then(|| unjustified(requested, rules).is_empty())
}

/// The reason of a row in the form that comparisons use; `None` when it is blank.
fn reason(row: &Requested) -> Option<String> {
    row.justification.as_deref().filter(|text| !text.trim().is_empty()).map(folded)
}

/// Lower case, single spaces, no punctuation around.
fn folded(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let joined = words.join(" ").to_lowercase();
    joined.trim_matches(|sign: char| sign.is_ascii_punctuation() || sign == ' ').to_owned()
}

fn is_filler(reason: &str, requested: &[Requested], rules: &PermissionRules) -> bool {
    // Only punctuation, such as a dash.
    reason.is_empty()
        || rules.reasons.fillers.iter().any(|filler| folded(filler) == reason)
        || requested.iter().any(|row| row.name.folded() == reason)
}
