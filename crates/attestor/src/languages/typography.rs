//! Spaces that a browser must not break a line at.

use std::borrow::Cow;

use super::Language;

/// A narrow space at which no line breaks, as French sets before high punctuation.
const NARROW: char = '\u{202F}';
/// A space at which no line breaks.
const FIXED: char = '\u{A0}';

/// A text as the language sets it: in French the space before `?`, `!`, `;`, `%` and `»` and after
/// `«` becomes a narrow one that does not break, and the one before `:` a full one.
///
/// No space is added or taken away, and other languages are left as they are.
pub(crate) fn typography(language: Language, text: &str) -> Cow<'_, str> {
    if language != Language::French || !text.contains(' ') {
        return Cow::Borrowed(text);
    }
    let before = std::iter::once(None).chain(text.chars().map(Some));
    let after = text.chars().skip(1).map(Some).chain(std::iter::once(None));
    let neighbors = before.zip(text.chars()).zip(after);
    neighbors.map(|((before, this), after)| set(before, this, after)).collect::<String>().into()
}

fn set(before: Option<char>, this: char, after: Option<char>) -> char {
    match (before, this, after) {
        (_, ' ', Some('?' | '!' | ';' | '%' | '»')) | (Some('«'), ' ', _) => NARROW,
        (_, ' ', Some(':')) => FIXED,
        _ => this,
    }
}
