//! The members of the demo: they have no password and no second factor, so that nobody can sign in as
//! one; the demo's own page begins their sessions. A server without the demo has neither.

use attestor_core::desk::role::{OrganizationKind, Role};

use super::People;
use super::refused::Refused;
use super::sessions::Began;
use super::setup::SETUP;
use crate::stop::Stop;
use crate::store::people::{AccountRow, OrganizationRow};

/// An organization of the demo.
pub(crate) struct DemoOrganization {
    /// The id.
    pub(crate) id: &'static str,
    /// The name.
    pub(crate) name: &'static str,
    /// What it is.
    pub(crate) kind: OrganizationKind,
    /// Its members: account, name, role.
    pub(crate) members: Vec<(&'static str, &'static str, Role)>,
}

impl People {
    /// Makes organizations with their members, unless there are accounts. Says whether it did.
    pub(crate) async fn add_demo(&self, all: &[DemoOrganization]) -> Result<bool, Refused> {
        let at = self.now().to_string();
        let mut work = self.store.begin().await?;
        work.hold_record().await?;
        if work.account_count().await? > 0 {
            return Ok(false);
        }
        for one in all {
            let row = OrganizationRow {
                organization_id: one.id.to_owned(),
                name: one.name.to_owned(),
                kind: one.kind.as_str().to_owned(),
                created_at: at.clone(),
                members: 0,
            };
            self.add_organization(&mut work, SETUP, &row).await?;
            for (account, name, role) in &one.members {
                self.add_account(&mut work, SETUP, &account_of(account, name)).await?;
                self.add_member(&mut work, SETUP, (account, one.id), *role).await?;
            }
        }
        work.commit().await?;
        Ok(true)
    }

    /// Begins a session of a member of the demo, as if both factors had been shown; `None` for any
    /// account that could sign in by itself.
    pub(crate) async fn enter_demo(
        &self,
        account: &str,
        agent: &str,
    ) -> Result<Option<Began>, Stop> {
        let known = self.store.account(account).await?;
        if known.is_none_or(|known| known.password.is_some()) {
            return Ok(None);
        }
        let mut work = self.store.begin().await?;
        let began = self.begin_session(&mut work, account, 2, agent).await?;
        work.commit().await?;
        Ok(Some(began))
    }
}

/// An account that nobody can sign in to by itself.
fn account_of(account: &str, name: &str) -> AccountRow {
    AccountRow {
        account_id: account.to_owned(),
        email: format!("{account}@example.org"),
        name: name.to_owned(),
        language: String::new(),
        password: None,
        totp_secret: None,
        failures: 0,
        locked_until: None,
        is_active: true,
    }
}
