//! Which components are looked at: one reproducible draw per stratum.
//!
//! Source: framework overview, "sampling". Components are divided by the properties that the
//! edition names; each stratum gives the number of components that the table says.

use std::collections::{BTreeMap, BTreeSet};

use crate::digest::Digest;
use crate::framework::{Sampling, StratumKey};
use crate::id::Id;

use super::case::{Component, Enlargement, RecordedDraw};
use super::reason::{Reason, RuleId};

/// The sample size for a population of one stratum. 0 for an empty one: the control does not apply
/// to that stratum.
#[must_use]
pub fn size(rules: &Sampling, population: u64) -> u64 {
    let value = i64::try_from(population).unwrap_or(i64::MAX);
    rules.table.row(value).map_or(0, |row| u64::from(row.sample))
}

/// The next larger sample after `current`, when its components differ from each other: the next
/// figure of the table, after the largest the whole stratum. Never more than the population.
#[must_use]
pub fn enlarged(rules: &Sampling, population: u64, current: u64) -> u64 {
    let figures = rules.table.rows().iter().map(|row| u64::from(row.sample));
    figures.filter(|&figure| figure > current).min().unwrap_or(population).min(population)
}

/// Components that are alike in every property of the edition, and those drawn from them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stratum {
    /// The values of the properties, in the edition's order.
    pub key: Vec<String>,
    /// How many components it has.
    pub population: u64,
    /// The drawn components, in the order of the draw.
    pub drawn: Vec<Id>,
}

/// A reproducible draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draw {
    /// The seed.
    pub seed: String,
    /// The digest of the population.
    pub population: Digest,
    /// The strata, by key.
    pub strata: Vec<Stratum>,
}

impl Draw {
    /// How many components were drawn in all.
    #[must_use]
    pub fn size(&self) -> usize {
        self.strata.iter().map(|stratum| stratum.drawn.len()).sum()
    }

    /// The drawn components.
    #[must_use]
    pub fn components(&self) -> BTreeSet<&Id> {
        self.strata.iter().flat_map(|stratum| &stratum.drawn).collect()
    }
}

/// The digest of an inventory; the order of its rows does not matter.
#[must_use]
pub fn population_digest(components: &[Component]) -> Digest {
    let mut rows: Vec<&Component> = components.iter().collect();
    rows.sort();
    let texts = rows.iter().flat_map(|row| {
        let names =
            ["id", "environment", "operating-system", "function", "device-type", "location"];
        let values = [
            row.id.as_str(),
            row.environment.as_str(),
            &row.operating_system,
            &row.function,
            &row.device_type,
            &row.location,
        ];
        names.into_iter().zip(values.map(str::as_bytes))
    });
    Digest::of_parts(texts)
}

/// Draws a sample. The same seed and inventory always give the same components: each stratum is
/// put in the order of SHA-256 over seed, population and component id, and its first ones are taken.
#[must_use]
pub fn draw(rules: &Sampling, components: &[Component], seed: &str) -> Draw {
    draw_enlarged(rules, components, seed, &[])
}

/// The same with strata that were enlarged. Their first components are those of the draw before, in
/// the same order: what was looked at stays looked at.
#[must_use]
pub fn draw_enlarged(
    rules: &Sampling,
    components: &[Component],
    seed: &str,
    enlarged: &[Enlargement],
) -> Draw {
    let population = population_digest(components);
    let mut strata: BTreeMap<Vec<String>, Vec<&Component>> = BTreeMap::new();
    for component in components {
        strata.entry(key(rules, component)).or_default().push(component);
    }
    let strata = strata
        .into_iter()
        .map(|(key, members)| {
            let least = least(&members, enlarged);
            stratum((rules, least), key, &members, (seed, population))
        })
        .collect();
    Draw { seed: seed.to_owned(), population, strata }
}

/// How many components of a stratum are looked at for enlargements alone; 0 without any.
fn least(members: &[&Component], enlarged: &[Enlargement]) -> u64 {
    let own = enlarged.iter().filter(|it| members.iter().any(|member| member.id == it.component));
    own.map(|it| it.to).max().unwrap_or_default()
}

fn stratum(
    (rules, least): (&Sampling, u64),
    key: Vec<String>,
    members: &[&Component],
    (seed, population): (&str, Digest),
) -> Stratum {
    let count = members.len() as u64;
    let mut order: Vec<(Digest, &Id)> =
        members.iter().map(|member| (rank(seed, population, &member.id), &member.id)).collect();
    order.sort();
    let size = usize::try_from(size(rules, count).max(least)).unwrap_or(usize::MAX);
    let drawn = order.into_iter().take(size).map(|(_, id)| id.clone()).collect();
    Stratum { key, population: count, drawn }
}

fn rank(seed: &str, population: Digest, id: &Id) -> Digest {
    let population = population.bytes();
    Digest::of_parts([
        ("seed", seed.as_bytes()),
        ("population", population.as_slice()),
        ("id", id.as_str().as_bytes()),
    ])
}

/// The values of the properties that make a component's stratum.
pub(crate) fn key(rules: &Sampling, component: &Component) -> Vec<String> {
    let value = |property: &StratumKey| match property {
        StratumKey::OperatingSystem => &component.operating_system,
        StratumKey::Function => &component.function,
        StratumKey::DeviceType => &component.device_type,
        StratumKey::Location => &component.location,
    };
    rules.strata.iter().map(|property| value(property).trim().to_lowercase()).collect()
}

/// Why a recorded draw no longer belongs to the inventory; `None` while it does. After an edit the
/// new draw is recorded with the new population and the analyst's reason: a reason alone forgives
/// no edit. Source: acceptance A12.
#[must_use]
pub fn outdated(recorded: &RecordedDraw, today: &Draw) -> Option<Reason> {
    let now = today.population.to_string();
    if recorded.population == now {
        return None;
    }
    Some(
        Reason::new(RuleId::SampleOutdated).with("recorded", &recorded.population).with("now", now),
    )
}
