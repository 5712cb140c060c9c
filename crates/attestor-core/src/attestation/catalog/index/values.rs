//! Which apps have which value of a facet.

use std::collections::BTreeMap;

use super::bits::Bits;
use crate::attestation::catalog::facet::Facet;
use crate::attestation::catalog::listing::Listing;

/// A set takes a bit for each app and a list 32 for each of its own, and both are counted about as
/// fast at this share: a value is frequent if one app in so many has it.
const FREQUENT: usize = 64;

/// One value with its apps.
#[derive(Debug)]
struct Value {
    facet: Facet,
    name: String,
    count: usize,
    apps: Apps,
}

#[derive(Debug)]
enum Apps {
    /// Positions in order.
    Few(Vec<u32>),
    /// A bit for each app.
    Many(Bits),
}

/// All values: by facet, the most frequent first, then by name.
#[derive(Debug)]
pub(super) struct Values {
    len: usize,
    values: Vec<Value>,
}

impl Values {
    /// Takes the values of all apps.
    pub(super) fn new(listings: &[Listing]) -> Self {
        let mut found: BTreeMap<(Facet, &str), Vec<u32>> = BTreeMap::new();
        for (position, listing) in (0..).zip(listings) {
            for (facet, name) in &listing.facets {
                let positions = found.entry((*facet, name)).or_default();
                if positions.last() != Some(&position) {
                    positions.push(position);
                }
            }
        }
        let len = listings.len();
        let mut values: Vec<Value> = found
            .into_iter()
            .map(|((facet, name), positions)| Value {
                facet,
                name: name.to_owned(),
                count: positions.len(),
                apps: Apps::new(positions, len),
            })
            .collect();
        // Stable, so that names stay in order.
        values.sort_by_key(|value| (value.facet, std::cmp::Reverse(value.count)));
        Self { len, values }
    }

    /// The apps with one of these values of a facet.
    pub(super) fn with_any(&self, facet: Facet, names: &[&str]) -> Bits {
        let mut apps = Bits::none(self.len);
        for value in self.of(facet).iter().filter(|value| names.contains(&value.name.as_str())) {
            value.apps.add_to(&mut apps);
        }
        apps
    }

    /// How many of some apps have each value of a facet: the most frequent first, then by name.
    /// `None` stands for all apps. Values that none has are left out, except for chosen ones.
    pub(super) fn counts<'a>(
        &'a self,
        facet: Facet,
        among: Option<&Bits>,
        chosen: &[&'a str],
    ) -> Vec<(&'a str, usize)> {
        let mut counts: Vec<(&str, usize)> = self
            .of(facet)
            .iter()
            .map(|value| (value.name.as_str(), value.count_among(among)))
            .filter(|(_, count)| *count > 0)
            .collect();
        for name in chosen {
            if !counts.iter().any(|(other, _)| other == name) {
                counts.push((name, 0));
            }
        }
        counts.sort_unstable_by(|(name, count), (other, than)| {
            than.cmp(count).then_with(|| name.cmp(other))
        });
        counts
    }

    fn of(&self, facet: Facet) -> &[Value] {
        let start = self.values.partition_point(|value| value.facet < facet);
        let end = self.values.partition_point(|value| value.facet <= facet);
        self.values.get(start..end).unwrap_or_default()
    }
}

impl Value {
    fn count_among(&self, among: Option<&Bits>) -> usize {
        match (among, &self.apps) {
            (None, _) => self.count,
            (Some(among), Apps::Many(apps)) => among.count_both(apps),
            (Some(among), Apps::Few(apps)) => {
                apps.iter().map(|position| usize::from(among.has(*position))).sum()
            }
        }
    }
}

impl Apps {
    fn new(positions: Vec<u32>, len: usize) -> Self {
        if positions.len() * FREQUENT < len {
            return Self::Few(positions);
        }
        let mut apps = Bits::none(len);
        positions.into_iter().for_each(|position| apps.put(position));
        Self::Many(apps)
    }

    fn add_to(&self, apps: &mut Bits) {
        match self {
            Self::Few(positions) => positions.iter().for_each(|position| apps.put(*position)),
            Self::Many(own) => apps.add(own),
        }
    }
}
