//! How a query is answered.
//!
//! Each condition is a set of apps. What is found is in all sets; what a facet counts is in all sets
//! but its own.

use super::bits::Bits;
use super::{Found, Index, Query, Sort};
use crate::attestation::catalog::facet::{Facet, Freshness, freshness};
use crate::attestation::catalog::terms::Search;
use crate::day::Day;

/// What a set of apps is a condition of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Words,
    Facet(Facet),
    Freshness,
}

/// The conditions of a query.
struct Conditions(Vec<(Side, Bits)>);

impl Conditions {
    /// The apps that meet all conditions; `None` for all apps.
    fn all(&self) -> Option<Bits> {
        both(self.0.iter().map(|(_, apps)| apps))
    }

    /// The apps that meet all conditions but those of one side.
    fn but(&self, side: Side) -> Option<Bits> {
        both(self.0.iter().filter(|(other, _)| *other != side).map(|(_, apps)| apps))
    }

    fn has(&self, side: Side) -> bool {
        self.0.iter().any(|(other, _)| *other == side)
    }
}

fn both<'a>(mut sets: impl Iterator<Item = &'a Bits>) -> Option<Bits> {
    let mut found = sets.next()?.clone();
    sets.for_each(|set| found.keep(set));
    Some(found)
}

impl Index {
    /// Answers a query on a day.
    #[must_use]
    pub fn find<'a>(&'a self, query: &'a Query, today: Day) -> Found<'a> {
        let search = Search::parse(&query.words);
        let fresh = self.fresh(today);
        let conditions = self.conditions(query, &search, &fresh);
        let matching = conditions.all();
        let whole = matching.clone().unwrap_or_else(|| Bits::all(self.len()));
        let part = self.part(query, &search, &whole);
        Found {
            total: whole.count(),
            first: part.first,
            next: part.next.map(str::to_owned),
            listings: self.at(&part.positions),
            counts: self.counts(query, &conditions, matching.as_ref()),
            freshness: self.fresh_counts(query, &conditions, &fresh),
        }
    }

    fn conditions(
        &self,
        query: &Query,
        search: &Search,
        fresh: &[(Freshness, Bits)],
    ) -> Conditions {
        let mut found = Vec::new();
        if !search.is_empty() {
            found.push((Side::Words, self.words.find(search)));
        }
        for facet in Facet::ALL {
            let names = chosen(query, *facet);
            if !names.is_empty() {
                found.push((Side::Facet(*facet), self.values.with_any(*facet, &names)));
            }
        }
        if !query.freshness.is_empty() {
            let mut apps = Bits::none(self.len());
            let wanted = fresh.iter().filter(|(kind, _)| query.freshness.contains(kind));
            wanted.for_each(|(_, own)| apps.add(own));
            found.push((Side::Freshness, apps));
        }
        Conditions(found)
    }

    fn counts<'a>(
        &'a self,
        query: &'a Query,
        conditions: &Conditions,
        matching: Option<&Bits>,
    ) -> Vec<(Facet, Vec<(&'a str, usize)>)> {
        let count = |facet: &Facet| {
            let (side, names) = (Side::Facet(*facet), chosen(query, *facet));
            if !conditions.has(side) {
                return (*facet, self.values.counts(*facet, matching, &names));
            }
            let others = conditions.but(side);
            (*facet, self.values.counts(*facet, others.as_ref(), &names))
        };
        Facet::ALL.iter().map(count).collect()
    }

    /// The apps of each kind of freshness. Days of one kind stand together, so that only the ends of
    /// each kind are looked for.
    fn fresh(&self, today: Day) -> Vec<(Freshness, Bits)> {
        let mut kinds: Vec<(Freshness, Bits)> =
            Freshness::ALL.iter().map(|kind| (*kind, Bits::none(self.len()))).collect();
        let dated = self.by_day.partition_point(|position| self.day(*position).is_some());
        let (mut rest, undated) = self.by_day.split_at_checked(dated).unwrap_or_default();
        put(&mut kinds, freshness(None, today), undated);
        while let Some(first) = rest.first() {
            let kind = freshness(self.day(*first), today);
            let end = rest.partition_point(|one| freshness(self.day(*one), today) == kind);
            let (own, others) = rest.split_at_checked(end).unwrap_or_default();
            put(&mut kinds, kind, own);
            rest = others;
        }
        kinds
    }

    fn day(&self, position: u32) -> Option<Day> {
        self.listings.get(position as usize).and_then(|one| one.updated)
    }

    fn fresh_counts(
        &self,
        query: &Query,
        conditions: &Conditions,
        fresh: &[(Freshness, Bits)],
    ) -> Vec<(Freshness, usize)> {
        let among = conditions.but(Side::Freshness);
        let count =
            |apps: &Bits| among.as_ref().map_or_else(|| apps.count(), |all| all.count_both(apps));
        let counts = fresh.iter().map(|(kind, apps)| (*kind, count(apps)));
        counts.filter(|(kind, count)| *count > 0 || query.freshness.contains(kind)).collect()
    }

    fn part<'a>(&'a self, query: &Query, search: &Search, whole: &Bits) -> Part<'a> {
        let order = Order::new(self, query.sort, search);
        let all = order.positions(whole);
        let first = match &query.after {
            None => 0,
            Some(id) => match self.position(id) {
                Some(last) => {
                    let last = order.key(last);
                    all.partition_point(|position| order.key(*position) <= last)
                }
                None => all.len(),
            },
        };
        let end = first.saturating_add(query.limit).min(all.len());
        let positions = all.get(first..end).unwrap_or_default().to_vec();
        let last = positions.last().filter(|_| end < all.len());
        let next = last.and_then(|last| self.listings.get(*last as usize));
        Part { first, next: next.map(|one| one.app_id.as_str()), positions }
    }
}

/// A part of what was found.
struct Part<'a> {
    first: usize,
    positions: Vec<u32>,
    next: Option<&'a str>,
}

/// Puts apps into the set of their kind.
fn put(kinds: &mut [(Freshness, Bits)], kind: Freshness, positions: &[u32]) {
    for (_, apps) in kinds.iter_mut().filter(|(other, _)| *other == kind) {
        positions.iter().for_each(|position| apps.put(*position));
    }
}

/// The values that a query chooses from a facet.
fn chosen(query: &Query, facet: Facet) -> Vec<&str> {
    let own = query.chosen.iter().filter(|(other, _)| *other == facet);
    own.map(|(_, value)| value.as_str()).collect()
}

/// An order of apps.
enum Order<'a> {
    Name,
    /// These first.
    First(Bits),
    Newest {
        by_day: &'a [u32],
        places: &'a [u32],
    },
}

impl<'a> Order<'a> {
    fn new(index: &'a Index, sort: Sort, search: &Search) -> Self {
        match sort {
            Sort::Relevance if !search.is_empty() => Self::First(index.names.find(search)),
            Sort::Relevance | Sort::Name => Self::Name,
            Sort::Newest => Self::Newest { by_day: &index.by_day, places: &index.day_places },
        }
    }

    /// Apps in this order.
    fn positions(&self, apps: &Bits) -> Vec<u32> {
        match self {
            Self::Name => apps.positions().collect(),
            Self::First(first) => {
                let (mut found, rest): (Vec<u32>, Vec<u32>) =
                    apps.positions().partition(|position| first.has(*position));
                found.extend(rest);
                found
            }
            Self::Newest { by_day, .. } => {
                by_day.iter().copied().filter(|position| apps.has(*position)).collect()
            }
        }
    }

    /// Where an app stands, be it found or not.
    fn key(&self, position: u32) -> (bool, u32) {
        match self {
            Self::Name => (false, position),
            Self::First(first) => (!first.has(position), position),
            Self::Newest { places, .. } => {
                (false, places.get(position as usize).copied().unwrap_or(u32::MAX))
            }
        }
    }
}
