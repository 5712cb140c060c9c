//! Requested permissions: needed, justified, agreed with the attestation.
//!
//! Source: framework overview, "Graph API permission validation".

use std::collections::BTreeSet;

use crate::word::words;

use super::case::{Case, Judgment, Permission};
use super::reason::{Reason, RuleId};

words! {
    /// Where the permissions of a case stand in its list.
    pub enum Listed {
        /// The app itself was asked.
        Requested = "requested",
        /// Only the attestation lists them.
        Attested = "attested",
    }
}

/// The permissions that count: those that the app requests, or else those that it attests.
#[must_use]
pub fn listed(case: &Case) -> Option<(Listed, &[Permission])> {
    if let Some(requested) = &case.permissions {
        return Some((Listed::Requested, requested));
    }
    case.attestation.as_ref().map(|attestation| (Listed::Attested, attestation.permissions.as_slice()))
}

/// Permissions that were judged over-broad and are still requested. Source: acceptance K5.
pub fn over_broad(case: &Case) -> impl Iterator<Item = &Permission> {
    let listed = listed(case).map_or(&[] as &[Permission], |(_, permissions)| permissions);
    listed.iter().filter(|permission| permission.judgment == Some(Judgment::OverBroad))
}

/// Differences between what the app requests and what it attests, by name.
/// Source: acceptance K4.
#[must_use]
pub fn differences(case: &Case) -> Vec<Reason> {
    let Some(requested) = &case.permissions else { return vec![Reason::new(RuleId::PermissionsMissing)] };
    let attested = case.attestation.as_ref().map_or(&[] as &[Permission], |attestation| &attestation.permissions);
    let names = |list: &[Permission]| list.iter().map(|permission| permission.name.clone()).collect::<BTreeSet<_>>();
    let (requested, attested) = (names(requested), names(attested));
    let only = |name: &String, place: &str| Reason::new(RuleId::PermissionDifference).with("permission", name).with("only", place);
    let mut found: Vec<Reason> = requested.difference(&attested).map(|name| only(name, "requested")).collect();
    found.extend(attested.difference(&requested).map(|name| only(name, "attested")));
    found
}
