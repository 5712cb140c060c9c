//! All apps of the catalog in memory: found by words, chosen by facets, counted, ordered, paged.
//!
//! An [`Index`] is a value: it is made from all listings and never changes. Apps stand in the order
//! of their names, and a set of apps is one bit for each, so that a question with all its counts
//! takes a fraction of a millisecond at 10,000 apps.
//!
//! Read in this order:
//! - [`Query`], [`Found`]: what is asked and what comes back.
//! - [`Index`]: the ways to ask.
//! - `find`: how a query is answered.
//! - `bits`, `words`, `values`, `groups`: sets of apps, by term, by value, by what they share.

mod bits;
mod find;
mod groups;
mod values;
mod words;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use self::groups::Groups;
use self::values::Values;
use self::words::Words;
use super::facet::{Facet, Freshness};
use super::listing::{Listing, joined, publisher_key};
use super::terms::terms;

/// The order of what is found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// Apps whose name has all words first, each part by name. Without words: by name.
    #[default]
    Relevance,
    /// By name.
    Name,
    /// The latest day first, pages without a day last, then by name.
    Newest,
}

/// What is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that an app must have, see [`Search`](super::terms::Search); empty is no condition.
    pub words: String,
    /// Values that an app must have: one of those of each facet that is named here.
    pub chosen: Vec<(Facet, String)>,
    /// How fresh an app's page is: one of these; empty is no condition.
    pub freshness: Vec<Freshness>,
    /// The order.
    pub sort: Sort,
    /// The id of the app behind which the part begins; `None` is the beginning. Behind an app that
    /// is not in the index there is nothing.
    pub after: Option<String>,
    /// The most apps in the part; 0 asks for counts only.
    pub limit: usize,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'a> {
    /// How many apps there are on all parts.
    pub total: usize,
    /// How many of them stand before this part.
    pub first: usize,
    /// The apps of this part.
    pub listings: Vec<&'a Listing>,
    /// The id of the last app of this part, if there are more behind it.
    pub next: Option<String>,
    /// For every facet how many apps have each value, whatever is chosen from that facet itself: the
    /// most frequent first, then by value. A value without apps is absent unless it is chosen.
    pub counts: Vec<(Facet, Vec<(&'a str, usize)>)>,
    /// How many apps are how fresh, whatever is chosen of it; the same rule for none.
    pub freshness: Vec<(Freshness, usize)>,
}

/// All apps.
#[derive(Debug)]
pub struct Index {
    /// In the order of their names.
    listings: Vec<Listing>,
    /// The positions in the order of ids.
    by_id: Vec<u32>,
    /// The positions from the latest day, those without a day last.
    by_day: Vec<u32>,
    /// For each position its place in `by_day`.
    day_places: Vec<u32>,
    words: Words,
    names: Words,
    values: Values,
    publishers: Groups,
    permissions: Groups,
    registrations: Groups,
}

impl Index {
    /// Makes an index of apps with different ids, in any order.
    #[must_use]
    pub fn new(mut listings: Vec<Listing>) -> Self {
        listings.sort_by(|one, other| {
            (&one.sort_key, &one.app_id).cmp(&(&other.sort_key, &other.app_id))
        });
        let len = listings.len();
        let words = Words::new(len, listings.iter().map(|one| one.terms.as_str()));
        let names: Vec<String> = listings.iter().map(|one| terms_of(&one.name)).collect();
        for listing in &mut listings {
            listing.terms = String::new();
            listing.sort_key = Vec::new();
        }
        let by_day = ordered(&listings, |one| Reverse(one.updated));
        let mut day_places = vec![0; len];
        for (place, position) in (0..).zip(&by_day) {
            if let Some(slot) = day_places.get_mut(*position as usize) {
                *slot = place;
            }
        }
        Self {
            by_id: ordered(&listings, |one| one.app_id.as_str()),
            by_day,
            day_places,
            words,
            names: Words::new(len, names.iter().map(String::as_str)),
            values: Values::new(&listings),
            publishers: publishers(&listings),
            permissions: permissions(&listings),
            registrations: registrations(&listings),
            listings,
        }
    }

    /// How many apps there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.listings.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.listings.is_empty()
    }

    /// The app with exactly this id.
    #[must_use]
    pub fn get(&self, app_id: &str) -> Option<&Listing> {
        self.listings.get(self.position(app_id)? as usize)
    }

    /// All apps by name.
    #[must_use]
    pub fn listings(&self) -> &[Listing] {
        &self.listings
    }

    /// The publishers by their keys: key, name as most apps write it, number of apps. One whose name
    /// has no letters has no key and is left out.
    pub fn publishers(&self) -> impl ExactSizeIterator<Item = (&str, &str, usize)> {
        let groups = self.publishers.all().iter();
        groups.map(|one| (one.key.as_str(), one.name.as_str(), one.positions.len()))
    }

    /// The apps of a publisher by name; none for an unknown key.
    #[must_use]
    pub fn publisher(&self, key: &str) -> Vec<&Listing> {
        self.at(self.publishers.members(key))
    }

    /// The permissions that apps ask for, with the number of apps: the most frequent first, then by
    /// name. Names that differ in case only are one, written as most apps write it.
    #[must_use]
    pub fn permissions(&self) -> Vec<(&str, usize)> {
        let groups = self.permissions.all().iter();
        let mut found: Vec<(&str, usize)> =
            groups.map(|one| (one.name.as_str(), one.positions.len())).collect();
        found.sort_by_key(|(_, count)| Reverse(*count));
        found
    }

    /// The apps that ask for a permission, by name; the case of ASCII letters does not matter.
    #[must_use]
    pub fn with_permission(&self, name: &str) -> Vec<&Listing> {
        self.at(self.permissions.members(&name.to_ascii_lowercase()))
    }

    /// The apps that ask for permissions through an app registration, by name.
    #[must_use]
    pub fn with_registration(&self, id: &str) -> Vec<&Listing> {
        self.at(self.registrations.members(&id.to_ascii_lowercase()))
    }

    fn position(&self, app_id: &str) -> Option<u32> {
        let id = |position: &u32| self.listings.get(*position as usize).map(|one| &*one.app_id);
        let place = self.by_id.binary_search_by(|position| id(position).cmp(&Some(app_id))).ok()?;
        self.by_id.get(place).copied()
    }

    fn at(&self, positions: &[u32]) -> Vec<&Listing> {
        positions.iter().filter_map(|position| self.listings.get(*position as usize)).collect()
    }
}

/// The positions of listings by a key; equal ones stay by name.
fn ordered<'a, K: Ord>(listings: &'a [Listing], key: impl Fn(&'a Listing) -> K) -> Vec<u32> {
    let mut keys: Vec<(K, u32)> = listings.iter().map(key).zip(0..).collect();
    keys.sort_unstable();
    keys.into_iter().map(|(_, position)| position).collect()
}

fn terms_of(name: &str) -> String {
    let mut found = BTreeSet::new();
    terms(name, &mut found);
    joined(&found)
}

fn publishers(listings: &[Listing]) -> Groups {
    let named = (0..).zip(listings).filter_map(|(position, listing)| {
        let name = listing.publisher.as_deref()?;
        Some((publisher_key(name), name, position))
    });
    Groups::new(named.filter(|(key, _, _)| !key.is_empty()))
}

fn permissions(listings: &[Listing]) -> Groups {
    Groups::new((0..).zip(listings).flat_map(|(position, listing)| {
        let asked = listing.facets.iter().filter(|(facet, _)| *facet == Facet::Permission);
        asked.map(move |(_, name)| (name.to_ascii_lowercase(), name.as_str(), position))
    }))
}

fn registrations(listings: &[Listing]) -> Groups {
    Groups::new((0..).zip(listings).flat_map(|(position, listing)| {
        let ids = listing.registrations.iter();
        ids.map(move |id| (id.to_ascii_lowercase(), id.as_str(), position))
    }))
}

#[cfg(test)]
mod tests;
