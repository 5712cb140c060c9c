//! Why a user's requests count as made without multifactor authentication.
//!
//! [`Activity`] sums up what a user did in a window; [`Case::diagnose`] goes through the ten
//! causes in their order. A cause that cannot be decided, because facts were not handed in, stops
//! the search for the primary one: it is then unknown, and says what is missing. Nothing is guessed.
//! Source: MFA facts 1.5; acceptance J8, J9.

use std::collections::BTreeSet;

use super::directory::{Directory, Missing, Scene};
use super::key::Key;
use super::metric::Window;
use super::rule::MfaRule;
use crate::day::Day;
use crate::word::words;

mod activity;
mod causes;

pub use activity::{Activities, Activity};

words! {
    /// The causes, in the order in which they are looked at.
    pub enum Cause {
        /// 1: what enforces it was changed within the window, and every request without is older.
        RecentRollout = "recent-rollout",
        /// 2: nothing in the directory enforces it for anybody.
        NotImplemented = "not-implemented",
        /// 3: no mechanism covers the user, or one leaves the user out.
        ExcludedUser = "excluded-user",
        /// 4: a third party's custom control, which never counts.
        CustomControl = "custom-control",
        /// 5: a federated identity provider that never sent the claim.
        FederationClaimMissing = "federation-claim-missing",
        /// 6: security defaults, within the days of grace for registration.
        SecurityDefaultsGrace = "security-defaults-grace",
        /// 6: security defaults, which ask users who are no administrators by risk only.
        SecurityDefaultsRiskBased = "security-defaults-risk-based",
        /// 7: the user has not registered a method.
        NotRegistered = "not-registered",
        /// 8: the policy has conditions, and they were not met.
        ConditionNotMet = "condition-not-met",
        /// 9: a client that cannot ask for a second factor.
        LegacyClient = "legacy-client",
        /// 10: none of these, or facts are missing.
        Unknown = "unknown",
    }
}

impl Cause {
    /// The key of the words that tell what to do. Words for people are no part of the core.
    #[must_use]
    pub fn fix_key(self) -> String {
        format!("mfa-cause-{self}-fix")
    }

    /// The key of the words that tell how to verify the cause.
    #[must_use]
    pub fn verify_key(self) -> String {
        format!("mfa-cause-{self}-verify")
    }
}

/// What speaks for a cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// A request without multifactor authentication, by its id.
    Request(Key),
    /// A policy, by its id.
    Policy(Key),
    /// The user's registration.
    Registration,
    /// The setting of security defaults.
    SecurityDefaults,
    /// The user's domain.
    Domain,
    /// The account and its day of creation.
    Account(Day),
}

/// A cause that matches, and what speaks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// The cause.
    pub cause: Cause,
    /// What speaks for it, in order.
    pub evidence: Vec<Evidence>,
}

/// Why one user is counted without multifactor authentication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosis {
    /// The first cause that matches, if none before it is undecided; otherwise unknown.
    pub primary: Cause,
    /// All causes that match, in their order. Empty if none does.
    pub matched: Vec<Matched>,
    /// What would have to be handed in to decide the causes before the first that matches.
    pub missing: BTreeSet<Missing>,
}

/// One user's case: what they did, and all that is known around it.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The directory.
    pub directory: &'a Directory,
    /// What enforcement is asked about.
    pub scene: Scene<'a>,
    /// The rule, for the days of grace.
    pub rule: &'a MfaRule,
    /// The window.
    pub window: Window,
    /// What the user did in it.
    pub activity: &'a Activity,
}

/// Whether a cause matches, or which facts are missing to say so.
enum Verdict {
    Matches(Vec<Evidence>),
    No,
    Without(BTreeSet<Missing>),
}

impl Case<'_> {
    /// The causes of the user's requests without multifactor authentication.
    #[must_use]
    pub fn diagnose(&self) -> Diagnosis {
        let mut found =
            Diagnosis { primary: Cause::Unknown, matched: Vec::new(), missing: BTreeSet::new() };
        for cause in Cause::ALL.iter().copied().filter(|cause| *cause != Cause::Unknown) {
            match self.verdict(cause) {
                Verdict::No => {}
                Verdict::Without(missing) if found.matched.is_empty() => {
                    found.missing.extend(missing);
                }
                Verdict::Without(_) => {}
                Verdict::Matches(evidence) => {
                    if found.matched.is_empty() && found.missing.is_empty() {
                        found.primary = cause;
                    }
                    found.matched.push(Matched { cause, evidence });
                }
            }
        }
        found
    }
}
