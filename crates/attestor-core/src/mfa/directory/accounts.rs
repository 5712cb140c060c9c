//! Metric A: the enabled accounts, and which of them must use multifactor authentication.

use std::collections::BTreeSet;

use super::{Directory, Enforcement, Mechanism, Missing, Scene, User};
use crate::ratio::Ratio;

/// An account, with what makes it use multifactor authentication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account<'a> {
    /// The account.
    pub user: &'a User,
    /// What makes it use multifactor authentication, and what does not.
    pub enforcement: Enforcement,
}

/// Metric A: of the enabled accounts, those that must use multifactor authentication.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Configuration {
    /// All accounts.
    pub accounts: u64,
    /// Enabled ones: the whole.
    pub enabled: u64,
    /// Enabled ones that some mechanism enforces: the part.
    pub enforced: u64,
    /// Of the enforced ones, those that only a policy with conditions enforces.
    pub conditional_only: u64,
    /// Of the enforced ones, those that only security defaults enforce, which ask by risk.
    pub risk_based_only: u64,
    /// Enabled ones of which it cannot be told, because facts are missing. They are not in the
    /// part, which is then a lower bound.
    pub unknown: u64,
    /// What would have to be handed in to tell.
    pub missing: BTreeSet<Missing>,
}

impl Configuration {
    /// The share; an empty whole is no activity.
    #[must_use]
    pub const fn ratio(&self) -> Ratio {
        Ratio::new(self.enforced, self.enabled)
    }

    fn count(&mut self, found: &Enforcement) {
        self.enabled += 1;
        match found.is_enforced() {
            Some(true) => self.count_enforced(&found.mechanisms),
            Some(false) => {}
            None => {
                self.unknown += 1;
                self.missing.extend(&found.missing);
            }
        }
    }

    fn count_enforced(&mut self, mechanisms: &[Mechanism]) {
        self.enforced += 1;
        let conditional =
            |it: &Mechanism| matches!(it, Mechanism::Policy { conditional: true, .. });
        self.conditional_only += u64::from(mechanisms.iter().all(conditional));
        let risk_based = |it: &Mechanism| *it == Mechanism::SecurityDefaults;
        self.risk_based_only += u64::from(mechanisms.iter().all(risk_based));
    }
}

impl Directory {
    /// The enabled accounts with what makes each use multifactor authentication, in the order of
    /// their principal names and ids; `None` when no accounts were handed in.
    #[must_use]
    pub fn enabled_accounts(&self, scene: &Scene<'_>) -> Option<Vec<Account<'_>>> {
        self.accounts_that(scene, |user| user.enabled)
    }

    /// The same for all accounts, also those that nobody can sign in with.
    #[must_use]
    pub fn all_accounts(&self, scene: &Scene<'_>) -> Option<Vec<Account<'_>>> {
        self.accounts_that(scene, |_| true)
    }

    fn accounts_that(
        &self,
        scene: &Scene<'_>,
        counts: impl Fn(&User) -> bool,
    ) -> Option<Vec<Account<'_>>> {
        let users = self.users.as_ref()?;
        let mut users: Vec<&User> = users.values().filter(|user| counts(user)).collect();
        users.sort_by(|left, right| (&left.upn, left.id).cmp(&(&right.upn, right.id)));
        let account = |user| Account { user, enforcement: self.enforcement(user, scene) };
        Some(users.into_iter().map(account).collect())
    }

    /// Metric A of the directory; `None` when no accounts were handed in.
    #[must_use]
    pub fn configuration(&self, scene: &Scene<'_>) -> Option<Configuration> {
        let users = self.users.as_ref()?;
        let mut sum = Configuration { accounts: users.len() as u64, ..Configuration::default() };
        for user in users.values().filter(|user| user.enabled) {
            sum.count(&self.enforcement(user, scene));
        }
        Some(sum)
    }

    /// Metric A of accounts that [`Directory::enabled_accounts`] gave.
    #[must_use]
    pub fn configuration_of(&self, enabled: &[Account<'_>]) -> Configuration {
        let accounts = self.users.as_ref().map_or(0, |users| users.len() as u64);
        let mut sum = Configuration { accounts, ..Configuration::default() };
        enabled.iter().for_each(|account| sum.count(&account.enforcement));
        sum
    }
}
