//! The first start: there is no account that somebody could guess, only a link that works once.

use attestor_core::desk::role::{OrganizationKind, Role};
use serde_json::json;

use super::invitations::{NewAccount, name};
use super::refused::{Fault, Refused};
use super::sessions::Began;
use super::{About, Actor, People, secret};
use crate::stop::Stop;
use crate::store::people::{InvitationRow, OrganizationRow};

/// The seconds that the link of the first start lasts.
const LASTS: u64 = 60 * 60;

/// The seconds that a link back into an account lasts.
const LINK_LASTS: u64 = 15 * 60;

/// Who acts before there is anybody.
pub(super) const SETUP: Actor<'static> = Actor { account: "setup", role: "" };

/// Who acts from the machine itself.
const OPERATOR: Actor<'static> = Actor { account: "operator", role: "" };

impl People {
    /// A new code for the link of the first start, in the place of all earlier ones; `None` once
    /// there is an account.
    pub(crate) async fn setup_code(&self) -> Result<Option<String>, Stop> {
        let mut work = self.store.begin().await?;
        work.hold_record().await?;
        if work.account_count().await? > 0 {
            return Ok(None);
        }
        let (code, now) = (secret::secret()?, self.now());
        work.withdraw_setup_links(&now.to_string()).await?;
        let new = InvitationRow {
            invitation_id: secret::id()?,
            organization_id: None,
            email: None,
            account_id: None,
            role: Role::ProgramOwner.as_str().to_owned(),
            invited_by: SETUP.account.to_owned(),
            created_at: now.to_string(),
            expires_at: now.plus_seconds(LASTS).to_string(),
            organization: String::new(),
        };
        work.put_invitation(&new, &secret::digest(&code)).await?;
        let about = About { organization: None, subject: "invitation", id: &new.invitation_id };
        self.note(&mut work, SETUP, about, ("setup_link_made", &json!({}))).await?;
        work.commit().await?;
        Ok(Some(code))
    }

    /// Whether a code of the first start can be used.
    pub(crate) async fn is_setup_code(&self, code: &str) -> Result<bool, Stop> {
        Ok(self.setup_link(code).await?.is_some() && self.store.account_count().await? == 0)
    }

    async fn setup_link(&self, code: &str) -> Result<Option<InvitationRow>, Stop> {
        let now = self.now().to_string();
        let found = self.store.invitation(&secret::digest(code), &now).await?;
        Ok(found.filter(|one| one.organization_id.is_none() && one.account_id.is_none()))
    }

    /// Makes the certification body and its first program owner, and signs them in.
    pub(crate) async fn set_up(
        &self,
        code: &str,
        organization: &str,
        new: NewAccount<'_>,
        agent: &str,
    ) -> Result<Began, Refused> {
        let link = self.setup_link(code).await?.ok_or(Refused::NotFound)?;
        let body = name(organization).map_err(|_| Fault { field: "organization", reason: "name" });
        let mut faults = new.faults();
        faults.extend(body.as_ref().err());
        Refused::unless_good(faults)?;
        let account = self.account_of(new).await?;
        let at = self.now().to_string();
        let body = OrganizationRow {
            organization_id: secret::id()?,
            name: body.unwrap_or_default(),
            kind: OrganizationKind::CertificationBody.as_str().to_owned(),
            created_at: at.clone(),
            members: 0,
        };
        let mut work = self.store.begin().await?;
        work.hold_record().await?;
        let is_first = work.account_count().await? == 0;
        if !is_first || !work.take_invitation(&link.invitation_id, &at).await? {
            return Err(Refused::NotFound);
        }
        self.add_organization(&mut work, SETUP, &body).await?;
        self.add_account(&mut work, SETUP, &account).await?;
        let place = (account.account_id.as_str(), body.organization_id.as_str());
        self.add_member(&mut work, SETUP, place, Role::ProgramOwner).await?;
        let began = self.begin_session(&mut work, &account.account_id, 1, agent).await?;
        work.commit().await?;
        Ok(began)
    }

    /// A code that leads back into an account, for an operator to hand over.
    pub(crate) async fn link_code(&self, address: &str) -> Result<Option<String>, Stop> {
        let email = super::sign_in::email(address).unwrap_or_default();
        let Some(account) = self.store.account_by_email(&email).await? else { return Ok(None) };
        let (code, now) = (secret::secret()?, self.now());
        let new = InvitationRow {
            invitation_id: secret::id()?,
            organization_id: None,
            email: None,
            account_id: Some(account.account_id.clone()),
            role: String::new(),
            invited_by: OPERATOR.account.to_owned(),
            created_at: now.to_string(),
            expires_at: now.plus_seconds(LINK_LASTS).to_string(),
            organization: String::new(),
        };
        let mut work = self.store.begin().await?;
        work.withdraw_links_of(&account.account_id, &now.to_string()).await?;
        work.put_invitation(&new, &secret::digest(&code)).await?;
        let about = About { organization: None, subject: "account", id: &account.account_id };
        self.note(&mut work, OPERATOR, about, ("link_made", &json!({}))).await?;
        work.commit().await?;
        Ok(Some(code))
    }

    /// Comes back into an account with a code of the operator: a new password, no second factor any
    /// more, no other session. What the role asks for has to be set up anew.
    pub(crate) async fn come_back(
        &self,
        code: &str,
        password: &str,
        agent: &str,
    ) -> Result<Began, Refused> {
        let at = self.now().to_string();
        let link = self.store.invitation(&secret::digest(code), &at).await?;
        let link = link.ok_or(Refused::NotFound)?;
        let id = link.account_id.as_deref().ok_or(Refused::NotFound)?;
        let account = self.store.account(id).await?.ok_or(Refused::NotFound)?;
        let fault = super::passwords::fault(password, &account.email, &account.name);
        Refused::unless_good(fault.into_iter().collect())?;
        let digest = self.passwords.digest(password).await?;
        let actor = Actor { account: id, role: "" };
        let mut work = self.store.begin().await?;
        if !work.take_invitation(&link.invitation_id, &at).await? {
            return Err(Refused::NotFound);
        }
        work.set_password(id, &digest).await?;
        work.set_totp(id, None, None).await?;
        work.remove_passkeys(id).await?;
        work.put_recovery_codes(id, &[]).await?;
        let about = About { organization: None, subject: "account", id };
        self.note(&mut work, actor, about, ("came_back", &json!({}))).await?;
        self.end_others(&mut work, actor, "").await?;
        let began = self.begin_session(&mut work, id, 1, agent).await?;
        work.commit().await?;
        Ok(began)
    }
}
