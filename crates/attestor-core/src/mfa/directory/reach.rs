//! Whom a policy reaches.

use std::collections::HashSet;

use super::policy::Audience;
use super::{Directory, Missing, User};
use crate::mfa::key::Key;

/// Whether something holds: yes, no, or not to be told without some facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// It holds.
    Yes,
    /// It does not.
    No,
    /// These facts are missing.
    Without(Missing),
}

impl Known {
    /// Holds if either holds; the first fact that is missing is told.
    fn or(self, other: impl FnOnce() -> Self) -> Self {
        match self {
            Self::Yes => Self::Yes,
            Self::No => other(),
            Self::Without(missing) => match other() {
                Self::Yes => Self::Yes,
                Self::No | Self::Without(_) => Self::Without(missing),
            },
        }
    }

    const fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

impl Directory {
    /// Whether an account belongs to a set.
    pub(super) fn is_in(&self, user: &User, audience: &Audience) -> Known {
        let direct =
            audience.all || audience.users.contains(&user.id) || user.guest && audience.guests;
        Known::from(direct)
            .or(|| self.in_groups(user.id, &audience.groups))
            .or(|| self.in_roles(user, &audience.roles))
    }

    fn in_groups(&self, member: Key, groups: &HashSet<Key>) -> Known {
        if groups.is_empty() {
            return Known::No;
        }
        let found = self.groups_of(member);
        if groups.iter().any(|group| found.contains(group)) {
            return Known::Yes;
        }
        let mut seen = HashSet::new();
        let all_known = groups.iter().all(|group| self.knows_members(*group, &mut seen));
        if all_known { Known::No } else { Known::Without(Missing::Groups) }
    }

    /// The groups that something is a member of, by way of other groups too.
    fn groups_of(&self, member: Key) -> HashSet<Key> {
        let mut found = HashSet::new();
        let mut open = vec![member];
        while let Some(next) = open.pop() {
            for group in self.parents.get(&next).into_iter().flatten() {
                if found.insert(*group) {
                    open.push(*group);
                }
            }
        }
        found
    }

    /// Whether the members of a group and of all groups within it were handed in.
    fn knows_members(&self, group: Key, seen: &mut HashSet<Key>) -> bool {
        let mut open = vec![group];
        while let Some(next) = open.pop() {
            if !seen.insert(next) {
                continue;
            }
            match self.groups.as_ref().and_then(|groups| groups.get(&next)) {
                Some(group) => open.extend(&group.nested),
                None => return false,
            }
        }
        true
    }

    fn in_roles(&self, user: &User, roles: &HashSet<Key>) -> Known {
        if roles.is_empty() {
            return Known::No;
        }
        let Some(known) = &self.roles else { return Known::Without(Missing::Roles) };
        let groups = self.groups_of(user.id);
        let holds = |holders: &HashSet<Key>| {
            holders.contains(&user.id) || groups.iter().any(|group| holders.contains(group))
        };
        Known::from(roles.iter().filter_map(|role| known.get(role)).any(holds))
    }

    /// Whether an account holds an administrator's role; `None` if no file says so.
    #[must_use]
    pub fn is_admin(&self, user: Key) -> Option<bool> {
        let stated = self.registrations.as_ref().and_then(|all| all.get(&user)?.admin);
        if stated.is_some() {
            return stated;
        }
        let roles = self.roles.as_ref()?;
        let groups = self.groups_of(user);
        let holds = |holders: &HashSet<Key>| {
            holders.contains(&user) || groups.iter().any(|group| holders.contains(group))
        };
        Some(roles.values().any(holds))
    }

    /// Whether an account signs in at an identity provider outside of the directory; `None` if the
    /// domains were not handed in.
    #[must_use]
    pub fn is_federated(&self, user: &User) -> Option<bool> {
        let domains = self.domains.as_ref()?;
        let (_, domain) = user.upn.rsplit_once('@')?;
        Some(domains.get(domain).copied().unwrap_or(false))
    }
}
