//! Accounts, policies and registrations of a directory, and who must use multifactor authentication.
//!
//! [`Directory::take`] reads records of Microsoft Graph, from pages or one a line;
//! [`Directory::enforcement`] says for one account which mechanism enforces multifactor
//! authentication, which ones come near, and which facts are missing. Metric A counts the answers.
//! Source: MFA facts 1.4, metric A inputs.

use std::collections::{HashMap, HashSet};

use super::key::Key;
use crate::word::words;

mod accounts;
mod enforcement;
mod fact;
mod policy;
mod reach;
mod take;

pub use accounts::{Account, Configuration};
pub use enforcement::{Enforcement, Mechanism, Miss, MissReason, Scene};
pub use policy::{Grant, Policy, PolicyState};
pub use take::FactKind;

/// What is known of a directory. `None` means that nobody handed the facts in, which is not the
/// same as an empty list.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    /// Accounts by id.
    pub users: Option<HashMap<Key, User>>,
    /// Registrations for multifactor authentication, by account.
    pub registrations: Option<HashMap<Key, Registration>>,
    /// Per-user settings, by account.
    pub states: Option<HashMap<Key, PerUserState>>,
    /// Security defaults.
    pub security_defaults: Option<bool>,
    /// Conditional access policies, by id.
    pub policies: Option<HashMap<Key, Policy>>,
    /// Groups by id.
    pub groups: Option<HashMap<Key, Group>>,
    /// Who holds a role, by the id of the role's template. Holders may be groups.
    pub roles: Option<HashMap<Key, HashSet<Key>>>,
    /// Domains by name in lower case; `true` for federated ones.
    pub domains: Option<HashMap<String, bool>>,
    /// The groups that something is a direct member of.
    parents: HashMap<Key, Vec<Key>>,
}

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Its object id.
    pub id: Key,
    /// Its principal name in lower case.
    pub upn: String,
    /// Whether it can sign in. Only such accounts are counted.
    pub enabled: bool,
    /// Whether it is a guest. Guests are counted.
    pub guest: bool,
    /// When it was created, in microseconds of UTC, if the file says so.
    pub created: Option<i64>,
}

/// What `userRegistrationDetails` says of an account. Registration is not enforcement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Registration {
    /// Whether a strong method is registered.
    pub registered: Option<bool>,
    /// Whether a registered method is allowed by policy.
    pub capable: Option<bool>,
    /// Whether the account holds an administrator's role.
    pub admin: Option<bool>,
}

words! {
    /// The per-user setting of multifactor authentication.
    pub enum PerUserState {
        /// Off.
        Disabled = "disabled",
        /// On, but nobody is held to it before they register.
        Enabled = "enabled",
        /// On.
        Enforced = "enforced",
        /// A word that is not known here; it enforces nothing.
        Other = "other",
    }
}

/// A group with its direct members.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// Members of any kind.
    pub members: HashSet<Key>,
    /// Those that are groups themselves.
    pub nested: HashSet<Key>,
}

words! {
    /// A file of facts that somebody would have to hand in.
    pub enum Missing {
        /// `users`.
        Users = "users",
        /// `reports/authenticationMethods/userRegistrationDetails`.
        Registrations = "registrations",
        /// `users/{id}/authentication/requirements`.
        PerUserStates = "per-user-states",
        /// `policies/identitySecurityDefaultsEnforcementPolicy`.
        SecurityDefaults = "security-defaults",
        /// `identity/conditionalAccess/policies`.
        Policies = "policies",
        /// `groups` with their members.
        Groups = "groups",
        /// `roleManagement/directory/roleAssignments`, or `directoryRoles` with their members.
        Roles = "roles",
        /// `domains`.
        Domains = "domains",
        /// `auditLogs/signIns`.
        SignIns = "sign-ins",
    }
}

impl Missing {
    /// Whether the facts exist only for directories with a license of the level P1 or P2.
    #[must_use]
    pub const fn needs_license(self) -> bool {
        matches!(self, Self::Registrations | Self::Policies | Self::SignIns)
    }
}
