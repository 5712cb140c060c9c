//! Finding many terms in one label in a single pass.

use std::collections::HashMap;

use super::fold::{Label, fold};

/// The weight that the targets of one term share between them.
const WEIGHT: i32 = 60;
/// The score of a whole label.
const WHOLE: i32 = 160;
/// The number of slots of the lookup table; a power of two.
const SLOTS: usize = 4096;
/// Latin terms of at most this length are found at the beginning of words only; longer ones and
/// those in other scripts are found inside of compounds, too.
const SHORT: usize = 4;

/// A folded term and the targets that it speaks for.
#[derive(Debug, Clone)]
struct Term {
    folded: String,
    whole: bool,
    short: bool,
    targets: Vec<usize>,
}

/// Terms of many targets, ready for lookup.
#[derive(Debug, Clone)]
pub(super) struct Terms {
    terms: Vec<Term>,
    /// The terms by their first three bytes.
    slots: Vec<Vec<u16>>,
    /// The terms of two bytes.
    pairs: Vec<u16>,
    /// Whole labels that name one target by themselves.
    whole: HashMap<String, usize>,
    targets: usize,
}

impl Terms {
    /// Terms for `targets` targets, numbered from 0.
    pub(super) fn new(targets: usize) -> Self {
        let slots = vec![Vec::new(); SLOTS];
        Self { terms: Vec::new(), slots, pairs: Vec::new(), whole: HashMap::new(), targets }
    }

    /// Adds a whole label that stands for its target and for no other, whatever terms it holds.
    pub(super) fn add_whole(&mut self, target: usize, label: &str) {
        self.whole.insert(fold(label), target);
    }

    /// Adds a term of a target. A leading `=` demands that the whole label equals the term. Terms
    /// without two letters or digits are ignored, because they would be found everywhere.
    pub(super) fn add(&mut self, target: usize, term: &str) {
        let (whole, words) = term.strip_prefix('=').map_or((false, term), |rest| (true, rest));
        let folded = fold(words);
        if folded.len() < 2 {
            return;
        }
        let slot = slot(folded.as_bytes());
        let known = self.terms.iter_mut().find(|term| term.folded == folded && term.whole == whole);
        if let Some(term) = known {
            if !term.targets.contains(&target) {
                term.targets.push(target);
            }
            return;
        }
        let Ok(number) = u16::try_from(self.terms.len()) else { return };
        let short = folded.len() <= SHORT && folded.is_ascii();
        self.terms.push(Term { folded, whole, short, targets: vec![target] });
        match slot.and_then(|slot| self.slots.get_mut(slot)) {
            Some(numbers) => numbers.push(number),
            None => self.pairs.push(number),
        }
    }

    /// The score of every target for a folded label, 0 where no term was found.
    ///
    /// A term counts once; it weighs more the fewer targets share it and the more of the label it
    /// covers.
    pub(super) fn scores(&self, label: &Label) -> Vec<i32> {
        let mut scores = vec![0; self.targets];
        if let Some(score) = self.whole.get(&label.text).and_then(|&at| scores.get_mut(at)) {
            *score = WHOLE;
            return scores;
        }
        let mut seen: Vec<u16> = Vec::with_capacity(8);
        let bytes = label.text.as_bytes();
        for (at, begins) in label.begins.iter().enumerate() {
            let Some(rest) = bytes.get(at..) else { break };
            let numbers = slot(rest).and_then(|slot| self.slots.get(slot));
            let pairs = if *begins { self.pairs.as_slice() } else { &[] };
            for &number in numbers.into_iter().flatten().chain(pairs) {
                let Some(term) = self.terms.get(usize::from(number)) else { continue };
                let whole = at == 0 && rest.len() == term.folded.len();
                let fits = (whole || !term.whole) && (*begins || !term.short);
                if fits && rest.starts_with(term.folded.as_bytes()) && !seen.contains(&number) {
                    seen.push(number);
                    term.credit(bytes.len(), &mut scores);
                }
            }
        }
        scores
    }
}

impl Term {
    fn credit(&self, label_bytes: usize, scores: &mut [i32]) {
        let shared = i32::try_from(self.targets.len()).unwrap_or(i32::MAX).max(1);
        let covered = self.folded.len() * 40 / label_bytes.max(1);
        let gain = (WEIGHT + i32::try_from(covered).unwrap_or(0)) / shared;
        for &target in &self.targets {
            if let Some(score) = scores.get_mut(target) {
                *score += gain;
            }
        }
    }
}

/// The slot of the first three bytes; `None` for fewer.
fn slot(bytes: &[u8]) -> Option<usize> {
    let (&first, &second, &third) = (bytes.first()?, bytes.get(1)?, bytes.get(2)?);
    let key = usize::from(first) * 31 * 31 + usize::from(second) * 31 + usize::from(third);
    Some(key % SLOTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rarer_terms_weigh_more_and_whole_terms_need_the_whole_label() {
        let mut terms = Terms::new(3);
        terms.add(0, "SOC 2");
        terms.add(1, "SOC 2");
        terms.add(1, "date");
        terms.add(2, "=ID");
        let scores = terms.scores(&Label::new("Date of SOC 2"));
        assert!(scores[1] > scores[0] && scores[0] > 0);
        assert_eq!(scores[2], 0);
        assert!(terms.scores(&Label::new("Id"))[2] > 0);
        assert_eq!(terms.scores(&Label::new("identity"))[2], 0);
    }

    #[test]
    fn short_latin_terms_begin_a_word() {
        let mut terms = Terms::new(1);
        terms.add(0, "URI");
        for (label, found) in
            [("Sécurité", false), ("l'URI", true), ("앱에URI를", true), ("URIs", true)]
        {
            assert_eq!(terms.scores(&Label::new(label))[0] > 0, found, "{label}");
        }
    }
}
