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
    if language != Language::French {
        return Cow::Borrowed(text);
    }
    let (mut set_text, mut done) = (String::new(), 0);
    for (at, _) in text.match_indices(' ') {
        let (before, after) = (text.get(..at), text.get(at + 1..));
        let before = before.and_then(|before| before.chars().next_back());
        let after = after.and_then(|after| after.chars().next());
        if let Some(space) = space(before, after) {
            set_text.push_str(text.get(done..at).unwrap_or_default());
            set_text.push(space);
            done = at + 1;
        }
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    set_text.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(set_text)
}

/// What stands in the place of a space between two letters; `None` where it stays.
fn space(before: Option<char>, after: Option<char>) -> Option<char> {
    match (before, after) {
        (_, Some('?' | '!' | ';' | '%' | '»')) | (Some('«'), _) => Some(NARROW),
        (_, Some(':')) => Some(FIXED),
        _ => None,
    }
}
