//! Texts in files that spreadsheets open.

use std::borrow::Cow;

/// A text that no spreadsheet takes for a formula: one that begins like a formula gets an
/// apostrophe. Spreadsheets of East Asia read wide signs as narrow ones.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with(begins_formula) { format!("'{text}").into() } else { text.into() }
}

/// Whether a text that begins with this letter may be taken for a formula.
pub(crate) fn begins_formula(letter: char) -> bool {
    matches!(letter, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_like_a_formula_gets_an_apostrophe() {
        for text in ["=1+1", "+1", "-1", "@x", "\tx", "＝1"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["", "a=1", "10", " =1", "jane@contoso.example"] {
            assert_eq!(guarded(text), text);
        }
    }
}
