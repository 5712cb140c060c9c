//! What is covered of one framework by what is covered of another.
//!
//! Source: compliance offerings, section 6. A mapping never says more than its relations: an item
//! is covered by one that is equal or larger, or by all the smaller ones that go into it together.

use std::collections::{BTreeMap, BTreeSet};

use crate::fault::{Fault, Problem};
use crate::framework::{Catalog, Crosswalk};
use crate::id::{Id, Spot};
use crate::word::words;

use super::record::record;

words! {
    /// How much of the target an item of the source is.
    pub enum Relation {
        /// Both ask for the same.
        Equal = "equal",
        /// The source asks for a part of what the target asks for.
        Subset = "subset",
        /// The source asks for all of the target and more.
        Superset = "superset",
        /// Each asks for something that the other does not.
        Intersects = "intersects",
    }
}

impl Relation {
    /// The relation read from the target.
    #[must_use]
    pub const fn turned(self) -> Self {
        match self {
            Self::Subset => Self::Superset,
            Self::Superset => Self::Subset,
            Self::Equal | Self::Intersects => self,
        }
    }
}

record! {
    /// An item of one framework that has to do with one of another.
    pub struct Pair {
        /// The item of the source.
        required from: Spot<Id>,
        /// The item of the target.
        required to: Spot<Id>,
        /// How much of the target the source is.
        required relation: Relation,
    }
}

record! {
    /// Which items of one framework have to do with which of another.
    pub struct Mapping {
        /// The framework to start from.
        required from: Spot<Id>,
        /// The framework to arrive at.
        required to: Spot<Id>,
        /// Who says so.
        required source: String,
        /// The pairs.
        items pairs: Vec<Pair>,
    }
}

/// The mappings of crosswalks, each both ways.
#[must_use]
pub fn mappings(crosswalks: &[Crosswalk]) -> Vec<Mapping> {
    crosswalks.iter().map(Mapping::of).flat_map(|it| [it.turned(), it]).collect()
}

impl Mapping {
    /// The mapping of a crosswalk, which tells only what became what. An item that became one, and
    /// alone, is equal; one of several that became one is a subset; one that became several is a
    /// superset of each that nothing else went into; the others intersect.
    #[must_use]
    pub fn of(crosswalk: &Crosswalk) -> Self {
        let mut sources: BTreeMap<&Id, usize> = BTreeMap::new();
        for (_, to) in &crosswalk.pairs {
            for target in to {
                *sources.entry(&target.value).or_default() += 1;
            }
        }
        let pairs = crosswalk.pairs.iter().flat_map(|(from, to)| {
            let sources = &sources;
            to.iter().map(move |target| {
                let is_alone = sources.get(&target.value).is_none_or(|count| *count == 1);
                let relation = match (to.len() == 1, is_alone) {
                    (true, true) => Relation::Equal,
                    (true, false) => Relation::Subset,
                    (false, true) => Relation::Superset,
                    (false, false) => Relation::Intersects,
                };
                Pair { from: from.clone(), to: target.clone(), relation }
            })
        });
        Self {
            from: crosswalk.from.clone(),
            to: crosswalk.to.clone(),
            source: "crosswalk".to_owned(),
            pairs: pairs.collect(),
        }
    }

    /// The mapping read the other way.
    #[must_use]
    pub fn turned(&self) -> Self {
        let turned = |pair: &Pair| Pair {
            from: pair.to.clone(),
            to: pair.from.clone(),
            relation: pair.relation.turned(),
        };
        Self {
            from: self.to.clone(),
            to: self.from.clone(),
            source: self.source.clone(),
            pairs: self.pairs.iter().map(turned).collect(),
        }
    }

    /// Every pair with an item that its framework does not have, and every pair that stands twice.
    #[must_use]
    pub fn faults(&self, from: &BTreeSet<&Id>, to: &BTreeSet<&Id>) -> Vec<Fault> {
        let mut seen: BTreeMap<(&Id, &Id), &Pair> = BTreeMap::new();
        let mut faults = Vec::new();
        let mut add = |spot: &Spot<Id>, problem| {
            faults.push(Fault { place: spot.place.clone(), problem });
        };
        for pair in &self.pairs {
            for (spot, known) in [(&pair.from, from), (&pair.to, to)] {
                if !known.contains(&spot.value) {
                    let id = spot.value.to_string();
                    add(spot, Problem::UnknownReference { kind: "item", id, near: None });
                }
            }
            if let Some(first) = seen.insert((&pair.from.value, &pair.to.value), pair) {
                let id = format!("{} to {}", pair.from.value, pair.to.value);
                let first = first.from.place.clone();
                add(&pair.from, Problem::DuplicateId { kind: "pair", id, first });
            }
        }
        faults
    }
}

/// Items of both frameworks that a crosswalk leaves out: those of the source that lead nowhere, and
/// those of the target that nothing leads to and that are not new. Empty when it is complete.
#[must_use]
pub fn gaps<'a>(
    crosswalk: &'a Crosswalk,
    from: &'a Catalog,
    to: &'a Catalog,
) -> (Vec<&'a Id>, Vec<&'a Id>) {
    let ids = |catalog: &'a Catalog| catalog.items.iter().map(|item| &item.id.value);
    let is_new = |id: &Id| crosswalk.new_in_target.iter().any(|new| new.value == *id);
    let lost = ids(from).filter(|id| crosswalk.forward(id).is_empty());
    let unreached = ids(to).filter(|id| crosswalk.backward(id).is_empty() && !is_new(id));
    (lost.collect(), unreached.collect())
}

words! {
    /// How much of an item is covered.
    pub enum Extent {
        /// All of it, by one item that is equal or larger.
        Whole = "whole",
        /// All that is known to go into it, by several items together.
        Together = "together",
        /// A part.
        Part = "part",
        /// Nothing.
        Open = "open",
    }
}

/// What is covered of an item, and by what.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Covered<'a> {
    /// The item of the target.
    pub item: &'a Id,
    /// How much.
    pub extent: Extent,
    /// The covered items of the source that have to do with it, in the order of the mapping.
    pub by: Vec<&'a Id>,
}

/// What is covered of a target's items when `covered` items of the source are: one row an item, in
/// the order given. An item that the mapping does not name is open.
#[must_use]
pub fn coverage<'a>(
    mapping: &'a Mapping,
    covered: &BTreeSet<Id>,
    target: impl Iterator<Item = &'a Id>,
) -> Vec<Covered<'a>> {
    let mut into: BTreeMap<&Id, Vec<&Pair>> = BTreeMap::new();
    for pair in &mapping.pairs {
        into.entry(&pair.to.value).or_default().push(pair);
    }
    let row = |item: &'a Id| {
        let pairs = into.get(item).map_or(&[][..], Vec::as_slice);
        let have = |pair: &&&Pair| covered.contains(&pair.from.value);
        let by: Vec<&'a Pair> = pairs.iter().filter(have).copied().collect();
        Covered {
            item,
            extent: extent(pairs, &by),
            by: by.into_iter().map(|pair| &pair.from.value).collect(),
        }
    };
    target.map(row).collect()
}

fn extent(all: &[&Pair], covered: &[&Pair]) -> Extent {
    let whole = |pair: &&Pair| matches!(pair.relation, Relation::Equal | Relation::Superset);
    if covered.iter().any(whole) {
        return Extent::Whole;
    }
    if covered.is_empty() {
        return Extent::Open;
    }
    let subsets = all.iter().all(|pair| pair.relation == Relation::Subset);
    if subsets && all.len() > 1 && covered.len() == all.len() {
        return Extent::Together;
    }
    Extent::Part
}

#[cfg(test)]
mod tests;
