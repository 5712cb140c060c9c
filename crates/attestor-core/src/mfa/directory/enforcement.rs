//! Which mechanism makes an account use multifactor authentication.

use std::collections::{BTreeSet, HashSet};

use super::policy::{Apps, Grant};
use super::reach::Known;
use super::{Directory, Missing, PerUserState, Policy, PolicyState, User};
use crate::mfa::key::Key;
use crate::word::words;

/// What the question is asked about.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The ids of the portal and the API.
    pub apps: &'a HashSet<Key>,
    /// The accounts whose identity provider has proved, by a request, that it sends the claim.
    pub claim_proven: &'a HashSet<Key>,
}

/// What makes an account use multifactor authentication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mechanism {
    /// The per-user setting.
    PerUser,
    /// A conditional access policy.
    Policy {
        /// The policy.
        id: Key,
        /// Its name.
        name: String,
        /// Whether it does not always ask.
        conditional: bool,
        /// When it was last changed, in microseconds of UTC.
        modified: Option<i64>,
    },
    /// Security defaults, which ask by risk.
    SecurityDefaults,
    /// An identity provider that has proved to send the claim.
    Federation,
}

words! {
    /// Why a policy about multifactor authentication enforces nothing for an account.
    pub enum MissReason {
        /// It only reports.
        ReportOnly = "report-only",
        /// It is switched off.
        Disabled = "disabled",
        /// The account is excluded.
        Excluded = "excluded",
        /// The account is not included.
        NotIncluded = "not-included",
        /// Neither the portal nor the API is covered.
        OtherApps = "other-apps",
        /// Something else will do instead of multifactor authentication.
        Weakened = "weakened",
        /// It asks for a third party's custom control.
        CustomControl = "custom-control",
    }
}

/// A policy that comes near.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Miss {
    /// The policy.
    pub policy: Key,
    /// Why it enforces nothing.
    pub why: MissReason,
}

/// What makes an account use multifactor authentication, and what does not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Enforcement {
    /// All mechanisms that enforce it, policies in the order of their ids. Empty: none is known.
    pub mechanisms: Vec<Mechanism>,
    /// Policies that come near, in the order of their ids.
    pub misses: Vec<Miss>,
    /// Facts without which some mechanism cannot be judged.
    pub missing: BTreeSet<Missing>,
}

impl Enforcement {
    /// Whether it is enforced; `None` if no mechanism is known and some could not be judged.
    #[must_use]
    pub fn is_enforced(&self) -> Option<bool> {
        match (self.mechanisms.is_empty(), self.missing.is_empty()) {
            (false, _) => Some(true),
            (true, true) => Some(false),
            (true, false) => None,
        }
    }

    fn miss(&mut self, policy: &Policy, why: MissReason) {
        self.misses.push(Miss { policy: policy.id, why });
    }
}

impl Directory {
    /// What makes an account use multifactor authentication: the per-user setting `enforced`, a
    /// policy in force, security defaults, or federation with a proven claim.
    ///
    /// A policy counts if it is enabled, demands multifactor authentication (by its control or an
    /// authentication strength) without an alternative, includes the account, does not exclude it,
    /// and covers the portal, the API or everything. One with conditions counts, and says so.
    #[must_use]
    pub fn enforcement(&self, user: &User, scene: &Scene<'_>) -> Enforcement {
        let mut found = Enforcement::default();
        match self.states.as_ref().map(|states| states.get(&user.id)) {
            None => drop(found.missing.insert(Missing::PerUserStates)),
            Some(Some(PerUserState::Enforced)) => found.mechanisms.push(Mechanism::PerUser),
            Some(_) => {}
        }
        self.by_policies(user, scene, &mut found);
        match self.security_defaults {
            None => drop(found.missing.insert(Missing::SecurityDefaults)),
            Some(true) => found.mechanisms.push(Mechanism::SecurityDefaults),
            Some(false) => {}
        }
        match self.is_federated(user) {
            None if self.domains.is_none() => drop(found.missing.insert(Missing::Domains)),
            Some(true) if scene.claim_proven.contains(&user.id) => {
                found.mechanisms.push(Mechanism::Federation);
            }
            None | Some(_) => {}
        }
        found
    }

    fn by_policies(&self, user: &User, scene: &Scene<'_>, found: &mut Enforcement) {
        let Some(policies) = &self.policies else {
            found.missing.insert(Missing::Policies);
            return;
        };
        let mut policies: Vec<&Policy> = policies.values().collect();
        policies.sort_by_key(|policy| policy.id);
        for policy in policies {
            self.by_policy(policy, user, scene, found);
        }
    }

    fn by_policy(&self, policy: &Policy, user: &User, scene: &Scene<'_>, found: &mut Enforcement) {
        if policy.grant == Grant::Nothing {
            return;
        }
        if !covers(&policy.apps, scene.apps) {
            return found.miss(policy, MissReason::OtherApps);
        }
        let excluded = self.is_in(user, &policy.exclude);
        if excluded == Known::Yes {
            return found.miss(policy, MissReason::Excluded);
        }
        let included = self.is_in(user, &policy.include);
        if included == Known::No {
            return found.miss(policy, MissReason::NotIncluded);
        }
        match (policy.state, policy.grant) {
            (PolicyState::ReportOnly, _) => found.miss(policy, MissReason::ReportOnly),
            (PolicyState::Disabled | PolicyState::Other, _) => {
                found.miss(policy, MissReason::Disabled);
            }
            (_, Grant::Weakened) => found.miss(policy, MissReason::Weakened),
            (_, Grant::Custom | Grant::Nothing) => found.miss(policy, MissReason::CustomControl),
            (PolicyState::Enabled, Grant::Mfa) => {
                let unknown = [included, excluded].into_iter().find_map(|known| match known {
                    Known::Without(missing) => Some(missing),
                    Known::Yes | Known::No => None,
                });
                match unknown {
                    Some(missing) => drop(found.missing.insert(missing)),
                    None => found.mechanisms.push(mechanism(policy)),
                }
            }
        }
    }
}

fn mechanism(policy: &Policy) -> Mechanism {
    Mechanism::Policy {
        id: policy.id,
        name: policy.name.clone(),
        conditional: policy.conditional,
        modified: policy.modified,
    }
}

/// Whether a policy covers the portal or the API: everything, or one of them by id, and excludes
/// none of them.
fn covers(apps: &Apps, wanted: &HashSet<Key>) -> bool {
    let included = apps.all || wanted.iter().any(|app| apps.include.contains(app));
    included && !wanted.iter().any(|app| apps.exclude.contains(app))
}
