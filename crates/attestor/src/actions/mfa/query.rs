//! SQL over the logs, and over the accounts of the directories beside them.

use std::collections::HashSet;
use std::sync::Arc;

use attestor_core::day::Day;
use attestor_core::mfa::directory::{Account, Directory, Scene};
use attestor_core::mfa::metric::Window;
use attestor_lake::{AccountRow, Answer, Limits};

use super::downloads::told;
use super::engine::Engine;
use super::report::mechanism;
use super::settings::Settings;
use super::{Mfa, stop};
use crate::stop::Stop;

impl Mfa {
    /// Answers a query over `events`, `daily` and `accounts`.
    pub(crate) async fn query(
        &self,
        engine: &Engine,
        sql: &str,
        limits: Limits,
    ) -> Result<Answer, Stop> {
        // They are read from documents, which most queries can do without.
        if sql.to_ascii_lowercase().contains("accounts") {
            self.lake.name_accounts(&self.everyones_accounts().await?).map_err(stop)?;
        }
        engine.answer(&self.lake, sql, limits).await.map_err(stop)
    }

    /// The accounts of the newest directory of each organization.
    async fn everyones_accounts(&self) -> Result<Vec<AccountRow>, Stop> {
        let mut rows = Vec::new();
        for settings in self.everyones_settings().await? {
            rows.extend(self.account_rows(&settings).await?);
        }
        Ok(rows)
    }

    async fn account_rows(&self, settings: &Settings) -> Result<Vec<AccountRow>, Stop> {
        let (organization, today) = (settings.organization.as_str(), self.clock.today());
        let Some((day, facts)) = self.directory(organization, today).await? else {
            return Ok(Vec::new());
        };
        let window = Window::of(today, &settings.zone());
        // Only accounts of federated domains are held to it by a claim.
        let domains = facts.directory.domains.iter().flatten();
        let proven = if domains.into_iter().any(|(_, federated)| *federated) {
            self.lake.activities(organization, &window).await.map_err(stop)?.1
        } else {
            HashSet::new()
        };
        let apps = settings.apps();
        let scene = Scene { apps: &apps, claim_proven: &proven };
        let found = facts.directory.all_accounts(&scene).unwrap_or_default();
        let whose: Arc<str> = Arc::from(organization);
        let row = |account| row((&whose, day), account, &facts.directory);
        Ok(found.iter().map(row).collect())
    }
}

fn row((whose, day): (&Arc<str>, Day), account: &Account<'_>, directory: &Directory) -> AccountRow {
    let (user, found) = (account.user, &account.enforcement);
    let registration = directory.registrations.as_ref().and_then(|all| all.get(&user.id)).copied();
    let by: Vec<String> = found.mechanisms.iter().map(|one| told(&mechanism(one))).collect();
    AccountRow {
        organization: Arc::clone(whose),
        day,
        user_id: user.id,
        upn: user.upn.clone(),
        enabled: user.enabled,
        guest: user.guest,
        admin: registration.and_then(|it| it.admin),
        registered: registration.and_then(|it| it.registered),
        enforced: found.is_enforced(),
        enforced_by: by.join("; "),
    }
}
