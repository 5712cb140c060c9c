//! Apps by what they share: a publisher, a permission, an app registration.

use std::collections::BTreeMap;

/// A group of apps with its key and the name that people see.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) positions: Vec<u32>,
}

/// Groups in the order of their keys.
#[derive(Debug)]
pub(super) struct Groups(Vec<Group>);

impl Groups {
    /// Takes key, name and position of each member. A group has the name that most of its members
    /// give it; of several the first one. An app that is named twice is one member.
    pub(super) fn new<'a>(members: impl Iterator<Item = (String, &'a str, u32)>) -> Self {
        let mut found: BTreeMap<String, (BTreeMap<&str, usize>, Vec<u32>)> = BTreeMap::new();
        for (key, name, position) in members {
            let (names, positions) = found.entry(key).or_default();
            *names.entry(name).or_default() += 1;
            if positions.last() != Some(&position) {
                positions.push(position);
            }
        }
        let group = |(key, (names, positions)): (String, (BTreeMap<&str, usize>, Vec<u32>))| {
            // The last of equal ones wins, so that they go backwards.
            let name = names.iter().rev().max_by_key(|(_, count)| **count);
            let name = name.map_or_else(String::new, |(name, _)| (*name).to_owned());
            Group { key, name, positions }
        };
        Self(found.into_iter().map(group).collect())
    }

    /// The groups.
    pub(super) fn all(&self) -> &[Group] {
        &self.0
    }

    /// The positions of a group's members, in order; empty for an unknown key.
    pub(super) fn members(&self, key: &str) -> &[u32] {
        let place = self.0.binary_search_by(|group| group.key.as_str().cmp(key)).ok();
        let group = place.and_then(|place| self.0.get(place));
        group.map_or(&[], |group| group.positions.as_slice())
    }
}
