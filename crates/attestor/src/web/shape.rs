//! Small parts of pages: final texts, and the classes by which they are shown.

use attestor_core::day::Day;

use crate::phrases::Phrases;

/// A word with a shape and a color, so that none of the three is needed alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// The class of its color: `ok`, `warn`, `bad`, `info`, `brass`, `none`, or empty.
    pub(super) class: &'static str,
    /// The name of its symbol.
    pub(super) symbol: &'static str,
    /// The word.
    pub(super) text: String,
}

impl Mark {
    /// A mark with a color, a symbol and a word.
    pub(super) fn new(class: &'static str, symbol: &'static str, text: String) -> Self {
        Self { class, symbol, text }
    }
}

/// A text that leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    /// Where.
    pub(super) address: String,
    /// What it says.
    pub(super) text: String,
}

/// A day for machines and for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Date {
    /// `2021-12-09`.
    pub(super) iso: String,
    /// `9 décembre 2021`.
    pub(super) text: String,
}

impl Date {
    /// A day in the form of a language.
    pub(super) fn new(day: Day, phrases: &Phrases) -> Self {
        Self { iso: day.to_string(), text: phrases.day(day) }
    }
}

/// A figure with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    /// What is counted.
    pub(super) name: String,
    /// The number or word.
    pub(super) value: String,
    /// What stands below it; may be empty.
    pub(super) more: String,
    /// Where it leads; may be empty.
    pub(super) address: String,
}

/// A bar of pieces on a scale of 100.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bar {
    /// What it shows, in words.
    pub(super) label: String,
    /// The pieces from the left.
    pub(super) pieces: Vec<Piece>,
}

/// A piece of a bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// The class of its color.
    pub(super) class: &'static str,
    /// Where it begins, with one decimal.
    pub(super) from: String,
    /// How wide it is, with one decimal.
    pub(super) width: String,
}

impl Bar {
    /// A bar of counts with their classes; empty counts give no piece.
    pub(super) fn new(label: String, counts: &[(&'static str, usize)]) -> Self {
        let whole: usize = counts.iter().map(|(_, count)| count).sum();
        let place = |count: usize| (count * 1000).checked_div(whole).unwrap_or(0);
        let mut before = 0;
        let mut pieces = Vec::new();
        for (class, count) in counts.iter().filter(|(_, count)| *count > 0) {
            let (from, to) = (place(before), place(before + count));
            pieces.push(Piece { class, from: tenths(from), width: tenths(to - from) });
            before += count;
        }
        Self { label, pieces }
    }
}

fn tenths(count: usize) -> String {
    format!("{}.{}", count / 10, count % 10)
}

/// Up to two letters that stand for a name.
pub(super) fn monogram(name: &str) -> String {
    let mut words =
        name.split_whitespace().filter_map(|word| word.chars().find(|l| l.is_alphanumeric()));
    let letters: String = words.by_ref().take(2).collect();
    let wide = |letter: char| letter >= '\u{2e80}';
    if letters.chars().next().is_some_and(wide) {
        return letters.chars().take(1).collect();
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_a_bar_fill_it() {
        let bar = Bar::new(String::new(), &[("ok", 1), ("warn", 0), ("none", 2)]);
        let pieces: Vec<(&str, &str)> =
            bar.pieces.iter().map(|piece| (piece.from.as_str(), piece.width.as_str())).collect();
        assert_eq!(pieces, [("0.0", "33.3"), ("33.3", "66.7")]);
        assert!(Bar::new(String::new(), &[("ok", 0)]).pieces.is_empty());
    }

    #[test]
    fn names_have_monograms() {
        for (name, letters) in [("iGlobe CRM", "iC"), ("", ""), ("개인 비서", "개"), ("Box", "B")]
        {
            assert_eq!(monogram(name), letters, "{name}");
        }
    }
}
