//! Which apps have which term: one text with all terms, one list with all apps.

use std::collections::HashMap;

use super::bits::Bits;
use crate::attestation::catalog::terms::{Search, Wanted};

/// From how many apps a first letter is kept as a set of its own.
const FREQUENT: usize = 2048;

/// Terms in order, each with the positions of its apps.
#[derive(Debug)]
pub(super) struct Words {
    len: usize,
    /// All terms, in order, without anything between them.
    text: String,
    /// For each term where its text and its positions end.
    ends: Vec<(u32, u32)>,
    positions: Vec<u32>,
    /// The apps of frequent first letters, because a search begins with one letter.
    letters: Vec<(char, Bits)>,
}

impl Words {
    /// Takes the terms of each app, parted by spaces.
    pub(super) fn new<'a>(len: usize, apps: impl Iterator<Item = &'a str>) -> Self {
        let mut found: HashMap<&str, Vec<u32>> = HashMap::new();
        for (position, terms) in (0..).zip(apps) {
            for term in terms.split(' ').filter(|term| !term.is_empty()) {
                let positions = found.entry(term).or_default();
                if positions.last() != Some(&position) {
                    positions.push(position);
                }
            }
        }
        let mut sorted: Vec<(&str, Vec<u32>)> = found.into_iter().collect();
        sorted.sort_unstable_by_key(|(term, _)| *term);
        let mut words = Self {
            len,
            text: String::with_capacity(sorted.iter().map(|(term, _)| term.len()).sum()),
            ends: Vec::with_capacity(sorted.len()),
            positions: Vec::with_capacity(sorted.iter().map(|(_, list)| list.len()).sum()),
            letters: Vec::new(),
        };
        for (term, positions) in sorted {
            words.text.push_str(term);
            words.positions.extend(positions);
            words.ends.push((words.text.len() as u32, words.positions.len() as u32));
        }
        words.letters = words.frequent_letters();
        words
    }

    /// The apps that meet all conditions of a search.
    pub(super) fn find(&self, search: &Search) -> Bits {
        let mut found = Bits::all(self.len);
        for wanted in search.wanted() {
            found.keep(&self.apps(wanted));
        }
        found
    }

    fn apps(&self, wanted: &Wanted) -> Bits {
        let (first, behind) = match wanted {
            Wanted::Exactly(term) => {
                let first = self.place(|other| other < term.as_str());
                (first, first + usize::from(self.term(first) == Some(term)))
            }
            Wanted::Beginning(start) => {
                if let Some((_, apps)) = self.letters.iter().find(|(one, _)| is_only(*one, start)) {
                    return apps.clone();
                }
                let first = self.place(|other| other < start.as_str());
                let start = start.as_str();
                (first, self.place(|other| other < start || other.starts_with(start)))
            }
        };
        let mut apps = Bits::none(self.len);
        self.positions(first, behind).iter().for_each(|position| apps.put(*position));
        apps
    }

    /// The number of the first term that a condition, true for the first ones only, is not true for.
    fn place(&self, before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.term(middle).is_some_and(&before) { low = middle + 1 } else { high = middle }
        }
        low
    }

    fn term(&self, number: usize) -> Option<&str> {
        let start = self.start(number).0;
        let end = self.ends.get(number)?.0;
        self.text.get(start as usize..end as usize)
    }

    /// The positions of the terms from one to before another.
    fn positions(&self, first: usize, behind: usize) -> &[u32] {
        let (start, end) = (self.start(first).1, self.start(behind).1);
        self.positions.get(start as usize..end as usize).unwrap_or_default()
    }

    fn start(&self, number: usize) -> (u32, u32) {
        let before = number.checked_sub(1).and_then(|before| self.ends.get(before));
        before.copied().unwrap_or_default()
    }

    fn frequent_letters(&self) -> Vec<(char, Bits)> {
        let mut found: Vec<(char, Bits)> = Vec::new();
        let mut first = 0;
        while let Some(letter) = self.term(first).and_then(|term| term.chars().next()) {
            let behind = self.place(|term| term.chars().next().is_some_and(|one| one <= letter));
            let positions = self.positions(first, behind);
            if positions.len() >= FREQUENT {
                let mut apps = Bits::none(self.len);
                positions.iter().for_each(|position| apps.put(*position));
                found.push((letter, apps));
            }
            first = behind.max(first + 1);
        }
        found
    }
}

fn is_only(letter: char, text: &str) -> bool {
    let mut letters = text.chars();
    letters.next() == Some(letter) && letters.next().is_none()
}
