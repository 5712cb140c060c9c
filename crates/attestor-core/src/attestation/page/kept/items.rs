//! A text as words, numbers and signs.

use crate::attestation::page::fold::fold;

/// A part of a text; space parts and is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// Letters, folded; a text in Chinese, Japanese or Korean is one word up to the next other sign.
    Word(String),
    /// Digits without separators of thousands; `.` stands before decimals.
    Number(String),
    /// Any other character.
    Sign(char),
}

/// The parts of a text.
pub(super) fn items(text: &str) -> Vec<Item> {
    let letters: Vec<char> = text.chars().map(narrow).collect();
    let mut items = Vec::new();
    let mut rest = letters.as_slice();
    while let Some(first) = rest.first().copied() {
        let taken = if first.is_ascii_digit() {
            let (number, taken) = number(rest);
            items.push(Item::Number(number));
            taken
        } else if first.is_alphabetic() {
            let word: String = rest.iter().copied().take_while(|it| it.is_alphabetic()).collect();
            items.push(Item::Word(fold(&word)));
            word.chars().count()
        } else {
            if !first.is_whitespace() {
                items.push(Item::Sign(first));
            }
            1
        };
        rest = rest.get(taken.max(1)..).unwrap_or_default();
    }
    items
}

/// Digits and signs of full width as their plain ones.
fn narrow(letter: char) -> char {
    let code = u32::from(letter);
    if (0xff01..=0xff5e).contains(&code) {
        return char::from_u32(code - 0xfee0).unwrap_or(letter);
    }
    letter
}

/// A number at the beginning, and how many letters it takes.
fn number(letters: &[char]) -> (String, usize) {
    let mut taken = digits(letters);
    let mut text: String = letters.iter().take(taken).collect();
    while text.len() <= 3 || taken > text.len() {
        let Some(length) = grouped(letters.get(taken..).unwrap_or_default()) else { break };
        text.extend(letters.iter().skip(taken + 1).take(length));
        taken += length + 1;
    }
    if let Some(length) = decimals(letters.get(taken..).unwrap_or_default()) {
        text.push('.');
        text.extend(letters.iter().skip(taken + 1).take(length));
        taken += length + 1;
    }
    (text, taken)
}

fn digits(letters: &[char]) -> usize {
    letters.iter().take_while(|letter| letter.is_ascii_digit()).count()
}

/// Three digits behind a separator of thousands.
fn grouped(letters: &[char]) -> Option<usize> {
    let (sign, rest) = letters.split_first()?;
    let separator = matches!(sign, ',' | '.' | '\'' | '’' | '\u{a0}' | '\u{202f}');
    (separator && digits(rest) == 3).then_some(3)
}

/// One or two digits behind a point or comma, unless more numbers follow, as in a version or a day.
fn decimals(letters: &[char]) -> Option<usize> {
    let (sign, rest) = letters.split_first()?;
    let length = digits(rest);
    let behind = rest.get(length..).unwrap_or_default();
    let more = matches!(behind, [',' | '.', digit, ..] if digit.is_ascii_digit());
    (matches!(sign, ',' | '.') && (1..=2).contains(&length) && !more).then_some(length)
}
