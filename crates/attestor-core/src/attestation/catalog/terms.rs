//! Words for searching, in eleven languages.
//!
//! A text is cut into runs. A run of Latin, Cyrillic or other letters and digits is one word, in
//! lower case and without accents. A run of Chinese, Japanese or Korean letters has no spaces to cut
//! at, so that every two letters next to each other are a term, and the last letter is one, too. A
//! search takes the same way, so that both meet in the same form.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization as _;

/// The most letters of a term, inclusive; what follows decides nothing.
const MAX_LETTERS: usize = 64;
/// The most letters of a search that are looked at, inclusive.
const MAX_SEARCHED: usize = 200;
/// The most words of a search that are looked at, inclusive.
const MAX_WORDS: usize = 16;

/// Letters of one kind, in the form in which they are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Run {
    /// A word.
    Word(String),
    /// Chinese, Japanese or Korean letters.
    Letters(String),
}

/// Adds the terms of a text; none for one without letters and digits.
pub fn terms(text: &str, into: &mut BTreeSet<String>) {
    for run in runs(text) {
        match run {
            Run::Word(word) => {
                into.insert(shortened(&word));
            }
            Run::Letters(letters) => {
                into.extend(pairs(&letters));
                into.extend(letters.chars().next_back().map(String::from));
            }
        }
    }
}

/// One condition of a search.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wanted {
    /// A term begins like this.
    Beginning(String),
    /// A term is exactly this.
    Exactly(String),
}

/// What somebody looks for. All conditions must hold; a search without any finds everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    wanted: Vec<Wanted>,
}

impl Search {
    /// Reads a search: each word is the beginning of a term, and letters of Chinese, Japanese or
    /// Korean stand together. Looks at the first 200 letters and the first 16 words.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let text: String = text.chars().take(MAX_SEARCHED).collect();
        let mut wanted = BTreeSet::new();
        for run in runs(&text).into_iter().take(MAX_WORDS) {
            match run {
                Run::Word(word) => {
                    wanted.insert(Wanted::Beginning(shortened(&word)));
                }
                Run::Letters(letters) if letters.chars().nth(1).is_none() => {
                    wanted.insert(Wanted::Beginning(letters));
                }
                Run::Letters(letters) => wanted.extend(pairs(&letters).map(Wanted::Exactly)),
            }
        }
        Self { wanted: wanted.into_iter().collect() }
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// The conditions, each once.
    #[must_use]
    pub fn wanted(&self) -> &[Wanted] {
        &self.wanted
    }

    /// Whether terms meet all conditions.
    #[must_use]
    pub fn finds(&self, terms: &BTreeSet<String>) -> bool {
        self.wanted.iter().all(|wanted| match wanted {
            Wanted::Exactly(term) => terms.contains(term),
            Wanted::Beginning(start) => {
                terms.range(start.clone()..).next().is_some_and(|term| term.starts_with(start))
            }
        })
    }
}

/// The runs of a text.
pub(super) fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut open: Option<Run> = None;
    for letter in folded(text) {
        let wide = is_wide(letter);
        match &mut open {
            _ if !letter.is_alphanumeric() => runs.extend(open.take()),
            Some(Run::Word(word)) if !wide => word.push(letter),
            Some(Run::Letters(letters)) if wide => letters.push(letter),
            _ => {
                let begun = String::from(letter);
                let next = if wide { Run::Letters(begun) } else { Run::Word(begun) };
                runs.extend(open.replace(next));
            }
        }
    }
    runs.extend(open);
    runs
}

/// The letters of a text without case, accents and width. Syllables of Korean and the voice marks of
/// Japanese are put together again.
fn folded(text: &str) -> impl Iterator<Item = char> {
    let is_accent = |letter: &char| ('\u{300}'..='\u{36f}').contains(letter);
    let plain = text.nfkd().filter(move |letter| !is_accent(letter));
    plain.flat_map(char::to_lowercase).flat_map(spelled_out).nfc()
}

/// Letters that no decomposition takes apart; the second one is missing for most.
fn spelled_out(letter: char) -> impl Iterator<Item = char> {
    let (first, second) = match letter {
        'ß' => ('s', Some('s')),
        'œ' => ('o', Some('e')),
        'æ' => ('a', Some('e')),
        'ø' => ('o', None),
        'ł' => ('l', None),
        'đ' => ('d', None),
        'ı' => ('i', None),
        other => (other, None),
    };
    std::iter::once(first).chain(second)
}

/// Whether a letter belongs to Chinese, Japanese or Korean.
const fn is_wide(letter: char) -> bool {
    matches!(letter,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Every two letters next to each other; nothing for one letter.
fn pairs(letters: &str) -> impl Iterator<Item = String> {
    let seconds = letters.chars().skip(1);
    letters.chars().zip(seconds).map(|(first, second)| String::from_iter([first, second]))
}

fn shortened(word: &str) -> String {
    word.chars().take(MAX_LETTERS).collect()
}

#[cfg(test)]
mod tests;
