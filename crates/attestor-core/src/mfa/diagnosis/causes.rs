//! The causes, one function each.

use std::collections::BTreeSet;

use super::{Case, Cause, Evidence, Verdict};
use crate::mfa::directory::{
    Enforcement, Mechanism, MissReason, Missing, PerUserState, Registration, User,
};
use crate::mfa::moment::DAY;
use crate::mfa::zone::Zone;

impl Verdict {
    fn without(missing: Missing) -> Self {
        Self::Without(BTreeSet::from([missing]))
    }
}

impl<'a> Case<'a> {
    /// Whether a cause matches.
    pub(super) fn verdict(&self, cause: Cause) -> Verdict {
        match cause {
            Cause::NotImplemented => self.not_implemented(),
            Cause::LegacyClient => self.legacy_client(),
            Cause::Unknown => Verdict::No,
            Cause::RecentRollout
            | Cause::ExcludedUser
            | Cause::CustomControl
            | Cause::FederationClaimMissing
            | Cause::SecurityDefaultsGrace
            | Cause::SecurityDefaultsRiskBased
            | Cause::NotRegistered
            | Cause::ConditionNotMet => match self.user() {
                Ok(user) => self.of_user(cause, user),
                Err(verdict) => verdict,
            },
        }
    }

    fn of_user(&self, cause: Cause, user: &User) -> Verdict {
        let found = self.directory.enforcement(user, &self.scene);
        match cause {
            Cause::RecentRollout => self.recent_rollout(&found),
            Cause::ExcludedUser => self.excluded(user, &found),
            Cause::CustomControl => self.custom_control(&found),
            Cause::FederationClaimMissing => self.federation(user),
            Cause::SecurityDefaultsGrace => self.grace(user),
            Cause::SecurityDefaultsRiskBased => self.risk_based(user),
            Cause::NotRegistered => self.not_registered(user),
            Cause::ConditionNotMet => self.condition(&found),
            Cause::NotImplemented | Cause::LegacyClient | Cause::Unknown => Verdict::No,
        }
    }

    /// The account of the activity. One that the directory does not hold is a guest or a stranger,
    /// of whom its facts tell nothing.
    fn user(&self) -> Result<&'a User, Verdict> {
        let users = self.directory.users.as_ref();
        let users = users.ok_or_else(|| Verdict::without(Missing::Users))?;
        let by_id = self.activity.user_id.and_then(|id| users.get(&id));
        by_id.ok_or_else(|| Verdict::without(Missing::Users))
    }

    fn requests(&self) -> impl Iterator<Item = Evidence> {
        self.activity.newest.iter().map(|(_, id)| Evidence::Request(*id))
    }

    fn recent_rollout(&self, found: &Enforcement) -> Verdict {
        let mut recent = Vec::new();
        for mechanism in &found.mechanisms {
            let Mechanism::Policy { id, modified: Some(modified), .. } = mechanism else {
                continue;
            };
            let before = self.activity.last_without.is_some_and(|last| last < *modified);
            if self.window.holds(*modified) && before {
                recent.push(Evidence::Policy(*id));
            }
        }
        match (recent.is_empty(), found.mechanisms.is_empty(), found.missing.is_empty()) {
            (false, _, _) => Verdict::Matches(recent.into_iter().chain(self.requests()).collect()),
            (true, true, false) if self.directory.policies.is_none() => {
                Verdict::without(Missing::Policies)
            }
            (true, true, false) => Verdict::Without(found.missing.clone()),
            (true, _, _) => Verdict::No,
        }
    }

    /// Nothing in the whole directory enforces anything.
    fn not_implemented(&self) -> Verdict {
        let directory = self.directory;
        let mut missing = BTreeSet::new();
        let mut none = |known: Option<bool>, file| match known {
            Some(found) => !found,
            None => {
                missing.insert(file);
                true
            }
        };
        let policies = directory.policies.as_ref();
        let enforcing = policies.map(|all| all.values().any(|policy| policy.enforces()));
        let states = directory.states.as_ref();
        let enforced = states.map(|all| all.values().any(|state| *state == PerUserState::Enforced));
        let federated = directory.domains.as_ref().map(|all| all.values().any(|it| *it));
        // Third parties' controls are the fourth cause, not the absence of any.
        let custom = policies.map(|all| all.values().any(|policy| policy.is_custom()));
        let is_absent = none(directory.security_defaults, Missing::SecurityDefaults)
            & none(enforcing, Missing::Policies)
            & none(custom, Missing::Policies)
            & none(enforced, Missing::PerUserStates)
            & none(federated, Missing::Domains);
        match (is_absent, missing.is_empty()) {
            (false, _) => Verdict::No,
            (true, false) => Verdict::Without(missing),
            (true, true) => Verdict::Matches(self.requests().collect()),
        }
    }

    /// No mechanism covers the user, or a policy in force leaves the user out by name.
    fn excluded(&self, user: &User, found: &Enforcement) -> Verdict {
        match found.is_enforced() {
            Some(true) => return Verdict::No,
            None => return Verdict::Without(found.missing.clone()),
            Some(false) => {}
        }
        let has = |why| found.misses.iter().any(|miss| miss.why == why);
        let elsewhere =
            has(MissReason::CustomControl) || self.directory.is_federated(user) == Some(true);
        if elsewhere && !has(MissReason::Excluded) {
            return Verdict::No;
        }
        let policies = found.misses.iter().map(|miss| Evidence::Policy(miss.policy));
        Verdict::Matches(policies.chain(self.requests()).collect())
    }

    fn custom_control(&self, found: &Enforcement) -> Verdict {
        let custom = found.misses.iter().filter(|miss| miss.why == MissReason::CustomControl);
        let policies: Vec<Evidence> = custom.map(|miss| Evidence::Policy(miss.policy)).collect();
        match (policies.is_empty(), self.directory.policies.is_none()) {
            (_, true) => Verdict::without(Missing::Policies),
            (true, false) => Verdict::No,
            (false, false) => {
                Verdict::Matches(policies.into_iter().chain(self.requests()).collect())
            }
        }
    }

    fn federation(&self, user: &User) -> Verdict {
        if self.activity.claims > 0 {
            return Verdict::No;
        }
        let domain = self.directory.is_federated(user);
        if self.activity.federated > 0 || domain == Some(true) {
            let domain = domain.filter(|it| *it).map(|_| Evidence::Domain);
            return Verdict::Matches(domain.into_iter().chain(self.requests()).collect());
        }
        if self.directory.domains.is_none() {
            return Verdict::without(Missing::Domains);
        }
        Verdict::No
    }

    fn registration(&self, user: &User) -> Option<Registration> {
        self.directory.registrations.as_ref().and_then(|all| all.get(&user.id)).copied()
    }

    /// Within the days of grace: security defaults are on, the user has not registered, and the
    /// account is not older than the days of grace. The first prompt is in no file; an account's
    /// first day is the earliest that it can have come.
    fn grace(&self, user: &User) -> Verdict {
        match self.directory.security_defaults {
            None => return Verdict::without(Missing::SecurityDefaults),
            Some(false) => return Verdict::No,
            Some(true) => {}
        }
        let registered = self.registration(user).and_then(|found| found.registered);
        match (registered, user.created) {
            (None, _) => Verdict::without(Missing::Registrations),
            (Some(true), _) => Verdict::No,
            (Some(false), None) => Verdict::No,
            (Some(false), Some(created)) => {
                let grace = i64::from(self.rule.grace_days) * DAY;
                if self.window.end - created > grace {
                    return Verdict::No;
                }
                let day = Zone::utc().day_of(created);
                let facts =
                    [Evidence::SecurityDefaults, Evidence::Registration, Evidence::Account(day)];
                Verdict::Matches(facts.into_iter().chain(self.requests()).collect())
            }
        }
    }

    fn risk_based(&self, user: &User) -> Verdict {
        match (self.directory.security_defaults, self.directory.is_admin(user.id)) {
            (None, _) => Verdict::without(Missing::SecurityDefaults),
            (Some(false), _) | (Some(true), Some(true)) => Verdict::No,
            (Some(true), None) => Verdict::without(Missing::Roles),
            (Some(true), Some(false)) => {
                if self.registration(user).and_then(|found| found.registered) == Some(false) {
                    return Verdict::No;
                }
                let facts = std::iter::once(Evidence::SecurityDefaults);
                Verdict::Matches(facts.chain(self.requests()).collect())
            }
        }
    }

    /// Users of a federated identity provider register there, not here.
    fn not_registered(&self, user: &User) -> Verdict {
        if self.directory.is_federated(user) == Some(true) || self.activity.federated > 0 {
            return Verdict::No;
        }
        match self.registration(user).and_then(|found| found.registered) {
            None => Verdict::without(Missing::Registrations),
            Some(true) => Verdict::No,
            Some(false) => {
                let facts = std::iter::once(Evidence::Registration);
                Verdict::Matches(facts.chain(self.requests()).collect())
            }
        }
    }

    fn condition(&self, found: &Enforcement) -> Verdict {
        let conditional = found.mechanisms.iter().filter_map(|mechanism| match mechanism {
            Mechanism::Policy { id, conditional: true, .. } => Some(Evidence::Policy(*id)),
            Mechanism::Policy { .. }
            | Mechanism::PerUser
            | Mechanism::SecurityDefaults
            | Mechanism::Federation => None,
        });
        let policies: Vec<Evidence> = conditional.collect();
        match (policies.is_empty(), self.activity.not_applied > 0) {
            (false, true) => {
                Verdict::Matches(policies.into_iter().chain(self.requests()).collect())
            }
            (true, _) if self.directory.policies.is_none() => Verdict::without(Missing::Policies),
            (true, _) | (false, false) => Verdict::No,
        }
    }

    fn legacy_client(&self) -> Verdict {
        if self.activity.legacy == 0 {
            return Verdict::No;
        }
        Verdict::Matches(self.requests().collect())
    }
}
