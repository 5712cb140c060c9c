//! Text of publishers made safe to show: one line, bounded, without invisible orders.

/// The longest text of a publisher that a report shows whole, in characters.
const MAX_CHARS: usize = 240;

/// The text on one line, without control characters and without the characters that turn the
/// direction of writing around, cut after 240 characters.
pub(crate) fn clean(text: &str) -> String {
    let visible: String = text
        .chars()
        .filter(|sign| !turns_direction(*sign))
        .map(|sign| if sign.is_control() || sign.is_whitespace() { ' ' } else { sign })
        .collect();
    let words: Vec<&str> = visible.split(' ').filter(|word| !word.is_empty()).collect();
    let line = words.join(" ");
    match line.char_indices().nth(MAX_CHARS) {
        None => line,
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
    }
}

/// Marks, embeddings, overrides and isolates of the bidirectional algorithm, and characters that
/// show nothing at all.
const fn turns_direction(sign: char) -> bool {
    matches!(
        sign,
        '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2028}' | '\u{2029}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_becomes_one_bounded_line() {
        assert_eq!(clean(" a\n\tb\u{1b}[31m "), "a b [31m");
        assert_eq!(clean("evil\u{202e}gpj.exe"), "evilgpj.exe");
        assert_eq!(clean(&"x".repeat(10_000)).chars().count(), MAX_CHARS + 1);
        assert_eq!(clean(""), "");
    }
}
