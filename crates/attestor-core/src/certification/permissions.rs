//! Requested permissions: needed, justified, agreed with the attestation.
//!
//! Source: framework overview, "Graph API permission validation".

use crate::attestation::permission::{self as rules, PermissionRules, Requested};
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
    case.attestation
        .as_ref()
        .map(|attestation| (Listed::Attested, attestation.permissions.as_slice()))
}

/// Permissions that were judged over-broad and are still requested. Source: acceptance K5.
pub fn over_broad(case: &Case) -> impl Iterator<Item = &Permission> {
    let listed = listed(case).map_or(&[] as &[Permission], |(_, permissions)| permissions);
    listed.iter().filter(|permission| permission.judgment == Some(Judgment::OverBroad))
}

fn rows(permissions: &[Permission]) -> Vec<Requested> {
    permissions.iter().map(|permission| permission.requested.clone()).collect()
}

/// What keeps the permissions from being the narrowest that the app's features need: one that
/// another gives already, one whose reason names no feature, one that was judged over-broad.
/// Source: control APP-PERM-01.
#[must_use]
pub fn lacks(case: &Case, permission_rules: &PermissionRules) -> Vec<Reason> {
    let Some((_, permissions)) = listed(case) else {
        return vec![Reason::new(RuleId::PermissionsMissing)];
    };
    let broad = over_broad(case).map(|it| {
        Reason::new(RuleId::PermissionOverBroad).with("permission", it.requested.name.as_str())
    });
    let mut found: Vec<Reason> = broad.collect();
    let findings = rules::check(&rows(permissions), permission_rules);
    for implied in &findings.implied {
        let reason =
            Reason::new(RuleId::PermissionImplied).with("permission", implied.row.name.as_str());
        found.push(reason.with("covered_by", implied.covered_by.as_str()));
    }
    for unjustified in &findings.unjustified {
        let reason = Reason::new(RuleId::PermissionUnjustified)
            .with("permission", unjustified.row.name.as_str());
        found.push(reason.with("why", unjustified.why));
    }
    found
}

/// Differences between what the app requests and what it attests. Source: acceptance K4.
#[must_use]
pub fn differences(case: &Case) -> Vec<Reason> {
    let Some(requested) = &case.permissions else {
        return vec![Reason::new(RuleId::PermissionsMissing)];
    };
    let attested = case
        .attestation
        .as_ref()
        .map_or(&[] as &[Permission], |attestation| &attestation.permissions);
    let differences = rules::compare(&rows(requested), &rows(attested));
    let only = |row: &Requested, place: &str| {
        Reason::new(RuleId::PermissionDifference)
            .with("permission", row.name.as_str())
            .with("only", place)
    };
    let mut found: Vec<Reason> =
        differences.only_first.iter().map(|row| only(row, "requested")).collect();
    found.extend(differences.only_second.iter().map(|row| only(row, "attested")));
    found
}
