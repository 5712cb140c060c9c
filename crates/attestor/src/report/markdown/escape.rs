//! Text as Markdown: nothing that a publisher writes becomes a link, a tag or a column.

use crate::report::teller::Said;

/// Sentences in one cell of a table.
pub(super) fn cells(list: &[Said]) -> String {
    list.iter().map(|said| sentence(&said.text)).collect::<Vec<_>>().join(" ")
}

/// Text as it is, with every sign escaped that Markdown would take for its own.
pub(super) fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        if matches!(sign, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~') {
            escaped.push('\\');
        }
        escaped.push(sign);
    }
    escaped
}

/// A sentence: what stands in backticks stays code, the rest is escaped.
pub(super) fn sentence(text: &str) -> String {
    let pieces: Vec<&str> = text.split('`').collect();
    let closed = pieces.len() % 2 == 1;
    let piece = |(at, piece): (usize, &&str)| {
        if closed && at % 2 == 1 { code(piece) } else { plain(piece) }
    };
    let joint = if closed { "" } else { "\\`" };
    pieces.iter().enumerate().map(piece).collect::<Vec<_>>().join(joint)
}

/// An id or path as code; a dash when it is empty.
pub(super) fn code(text: &str) -> String {
    if text.is_empty() {
        return "–".to_owned();
    }
    format!("`{}`", text.replace('`', "'").replace('|', "\\|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_markdown_are_escaped_outside_code() {
        assert_eq!(plain("a|b <i> [x](y) *z*"), "a\\|b \\<i\\> \\[x\\](y) \\*z\\*");
        assert_eq!(sentence("see `a_b` and c_d"), "see `a_b` and c\\_d");
        assert_eq!(sentence("one ` alone"), "one \\` alone");
        assert_eq!(code("a|b`c"), "`a\\|b'c`");
        assert_eq!(code(""), "–");
    }
}
