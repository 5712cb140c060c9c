//! Names of services in every language.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::model::Trust;
use super::super::page::places;

/// Names and the name that stands for them.
///
/// A text whose source is nothing but the name of a service says how the name is translated.
pub(super) struct Names<'a> {
    /// The longest names first.
    by_length: Vec<(&'a str, &'a str)>,
}

impl<'a> Names<'a> {
    pub(super) fn of(trust: &'a Trust) -> Self {
        let mut names: BTreeMap<&str, &str> = BTreeMap::new();
        for service in &trust.services {
            for name in std::iter::once(&service.name).chain(&service.aliases) {
                names.entry(name).or_insert(name);
            }
        }
        let mut translated = Vec::new();
        for unit in &trust.texts {
            let Some(&name) = names.get(unit.body.as_str()) else { continue };
            translated.extend(unit.translations.iter().map(|it| (it.body.as_str(), name)));
        }
        for (words, name) in translated {
            names.entry(words).or_insert(name);
        }
        let mut by_length: Vec<_> = names.into_iter().collect();
        by_length.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        Self { by_length }
    }

    /// The names that stand in a text; a name inside a longer one does not count.
    pub(super) fn in_text(&self, text: &str) -> impl Iterator<Item = &'a str> {
        let mut taken: Vec<Range<usize>> = Vec::new();
        let mut found = Vec::new();
        for (words, name) in &self.by_length {
            for range in places(words, text) {
                let is_free = taken.iter().all(|it| range.end <= it.start || it.end <= range.start);
                if is_free {
                    taken.push(range);
                    found.push(*name);
                }
            }
        }
        found.into_iter()
    }
}
