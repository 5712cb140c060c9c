//! Permissions that other requested ones give already, and narrower ones that might do.

use std::collections::BTreeSet;

use super::{Catalog, Cover, PermissionName, PermissionRules, Requested};

/// A requested permission that adds nothing to another requested one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Implied {
    /// The row that adds nothing.
    pub row: Requested,
    /// The requested permission that gives it already. It is not itself implied.
    pub covered_by: PermissionName,
    /// The ids of the rules that say so.
    pub rules: Vec<String>,
}

/// The rows that another row covers, each with the nearest row that covers it: one that differs by
/// its action before one that differs by its reach, then by both, then by a listed pair; among
/// equals the first name in the alphabet. A name that stands twice does not cover itself.
///
/// Source: control APP-PERM-01 part b, acceptance K1, K2.
#[must_use]
pub fn implied(requested: &[Requested], rules: &PermissionRules) -> Vec<Implied> {
    let covered: Vec<bool> =
        requested.iter().map(|row| covers_of(row, requested, rules).next().is_some()).collect();
    // A cover must stay: whoever follows the advice and removes every row named here may lose nothing.
    let staying: Vec<&Requested> = requested
        .iter()
        .zip(&covered)
        .filter(|(_, covered)| !**covered)
        .map(|(row, _)| row)
        .collect();
    let mut found = Vec::new();
    for (row, _) in requested.iter().zip(&covered).filter(|(_, covered)| **covered) {
        let covers = staying.iter().filter_map(|wider| cover(wider, row, rules));
        let nearest =
            covers.min_by(|left, right| (left.0.step, left.1).cmp(&(right.0.step, right.1)));
        if let Some((cover, wider)) = nearest {
            let covered_by = wider.clone();
            found.push(Implied { row: row.clone(), covered_by, rules: cover.rules });
        }
    }
    found
}

fn covers_of<'a>(
    row: &'a Requested,
    requested: &'a [Requested],
    rules: &'a PermissionRules,
) -> impl Iterator<Item = (Cover, &'a PermissionName)> {
    requested.iter().filter_map(|wider| cover(wider, row, rules))
}

fn cover<'a>(
    wider: &'a Requested,
    row: &Requested,
    rules: &PermissionRules,
) -> Option<(Cover, &'a PermissionName)> {
    let cover = wider.may_replace(row).then(|| rules.cover(&wider.name, &row.name)).flatten()?;
    Some((cover, &wider.name))
}

/// A requested permission and the next narrower ones that exist. Advice, not a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrower {
    /// The row.
    pub row: Requested,
    /// The widest permissions below it, in the alphabet's order. Never empty.
    pub alternatives: Vec<PermissionName>,
}

/// The next narrower permissions of every row that has some, in the order of the list. A row whose
/// type is unknown is compared with permissions of both types.
///
/// Source: control APP-PERM-01, "narrowest scope".
#[must_use]
pub fn narrower(
    requested: &[Requested],
    rules: &PermissionRules,
    catalog: &Catalog,
) -> Vec<Narrower> {
    let mut found = Vec::new();
    for row in requested {
        let below: BTreeSet<&PermissionName> =
            catalog.names(row.kind).filter(|name| rules.cover(&row.name, name).is_some()).collect();
        let is_widest =
            |name: &PermissionName| !below.iter().any(|other| rules.cover(other, name).is_some());
        let alternatives: Vec<PermissionName> =
            below.iter().filter(|name| is_widest(name)).map(|&name| name.clone()).collect();
        if !alternatives.is_empty() {
            found.push(Narrower { row: row.clone(), alternatives });
        }
    }
    found
}
