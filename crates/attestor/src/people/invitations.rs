//! Invitations: a link that makes somebody a member, once.

use attestor_core::desk::role::Role;
use serde_json::json;

use super::caller::Caller;
use super::refused::{Fault, Refused};
use super::sessions::Began;
use super::sign_in::email;
use super::{About, Actor, People, passwords, secret};
use crate::stop::Stop;
use crate::store::gate::Work;
use crate::store::people::{AccountRow, InvitationRow};

/// The seconds that an invitation lasts.
const LASTS: u64 = 7 * 24 * 60 * 60;

/// The most letters of a name.
const NAME: usize = 120;

/// An account that somebody wants to have.
#[derive(Clone, Copy)]
pub(crate) struct NewAccount<'a> {
    /// The address to sign in with.
    pub(crate) email: &'a str,
    /// What others see.
    pub(crate) name: &'a str,
    /// The password.
    pub(crate) password: &'a str,
}

impl NewAccount<'_> {
    /// What is wrong with it.
    pub(super) fn faults(self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let address = email(self.email);
        if address.is_none() {
            faults.push(Fault { field: "email", reason: "email" });
        }
        faults.extend(name(self.name).err());
        faults.extend(passwords::fault(
            self.password,
            address.as_deref().unwrap_or_default(),
            self.name,
        ));
        faults
    }
}

/// A name as it is kept.
pub(super) fn name(text: &str) -> Result<String, Fault> {
    let name = text.trim();
    let length = name.chars().count();
    if length == 0 || length > NAME || name.chars().any(char::is_control) {
        return Err(Fault { field: "name", reason: "name" });
    }
    Ok(name.to_owned())
}

impl People {
    /// Invites to an organization and gives the code of the link, to be handed over. Whether the
    /// caller may manage the organization's people was decided before; here it is whether the role
    /// may be given.
    pub(crate) async fn invite(
        &self,
        caller: &Caller,
        (organization, role): (&str, Role),
        address: &str,
    ) -> Result<String, Refused> {
        let row = self.store.organization(organization).await?.ok_or(Refused::NotFound)?;
        if row.kind != role.organization_kind().as_str()
            || !caller.role().is_some_and(|own| own.may_give(role))
        {
            return Err(Refused::field("role", "role"));
        }
        let meant = match address.trim() {
            "" => None,
            some => Some(email(some).ok_or_else(|| Refused::field("email", "email"))?),
        };
        let (code, now) = (secret::secret()?, self.now());
        let new = InvitationRow {
            invitation_id: secret::id()?,
            organization_id: Some(organization.to_owned()),
            email: meant,
            account_id: None,
            role: role.as_str().to_owned(),
            invited_by: caller.account_id.clone(),
            created_at: now.to_string(),
            expires_at: now.plus_seconds(LASTS).to_string(),
            organization: row.name,
        };
        let mut work = self.store.begin().await?;
        work.put_invitation(&new, &secret::digest(&code)).await?;
        let about = About {
            organization: Some(organization),
            subject: "invitation",
            id: &new.invitation_id,
        };
        let told = ("invited", &json!({"role": role.as_str()}));
        self.note(&mut work, caller.actor(), about, told).await?;
        self.keep_answer(&mut work, caller, None).await?;
        work.commit().await?;
        Ok(code)
    }

    /// Withdraws an invitation to an organization.
    pub(crate) async fn withdraw_invitation(
        &self,
        caller: &Caller,
        organization: &str,
        invitation: &str,
    ) -> Result<(), Refused> {
        let at = self.now().to_string();
        let mut work = self.store.begin().await?;
        if !work.withdraw_invitation(invitation, organization, &at).await? {
            return Err(Refused::NotFound);
        }
        let about =
            About { organization: Some(organization), subject: "invitation", id: invitation };
        self.note(&mut work, caller.actor(), about, ("withdrawn", &json!({}))).await?;
        Ok(work.commit().await?)
    }

    /// The invitation behind a code, or the link back into an account; not that of the first start.
    pub(crate) async fn invitation(&self, code: &str) -> Result<Option<InvitationRow>, Stop> {
        let now = self.now().to_string();
        let found = self.store.invitation(&secret::digest(code), &now).await?;
        Ok(found.filter(|one| one.organization_id.is_some() || one.account_id.is_some()))
    }

    /// Makes an account for who was invited, and signs them in.
    pub(crate) async fn accept(
        &self,
        code: &str,
        new: NewAccount<'_>,
        agent: &str,
    ) -> Result<Began, Refused> {
        let link = self.invitation(code).await?.ok_or(Refused::NotFound)?;
        let mut faults = new.faults();
        if link.email.is_some() && link.email != email(new.email) {
            faults.push(Fault { field: "email", reason: "email-other" });
        }
        Refused::unless_good(faults)?;
        let account = self.account_of(new).await?;
        let actor = Actor { account: &account.account_id, role: &link.role };
        let mut work = self.store.begin().await?;
        self.add_account(&mut work, actor, &account).await?;
        self.take_up(&mut work, actor, &link).await?;
        let began = self.begin_session(&mut work, &account.account_id, 1, agent).await?;
        work.commit().await?;
        Ok(began)
    }

    /// Makes who is signed in already a member, and goes on in the new membership.
    pub(crate) async fn join(&self, caller: &Caller, code: &str) -> Result<Began, Refused> {
        let link = self.invitation(code).await?.ok_or(Refused::NotFound)?;
        let account = self.store.account(&caller.account_id).await?.ok_or(Refused::NotFound)?;
        if link.email.as_ref().is_some_and(|meant| *meant != account.email) {
            return Err(Refused::whole("email-other"));
        }
        let mut work = self.store.begin().await?;
        let membership = self.take_up(&mut work, caller.actor(), &link).await?;
        work.commit().await?;
        self.act_for(caller, &membership).await
    }

    /// Uses an invitation up and gives the new membership.
    async fn take_up(
        &self,
        work: &mut Work,
        actor: Actor<'_>,
        link: &InvitationRow,
    ) -> Result<String, Refused> {
        let role = Role::parse(&link.role).ok_or(Refused::NotFound)?;
        let organization = link.organization_id.as_deref().ok_or(Refused::NotFound)?;
        if !work.take_invitation(&link.invitation_id, &self.now().to_string()).await? {
            return Err(Refused::NotFound);
        }
        let about = About {
            organization: Some(organization),
            subject: "invitation",
            id: &link.invitation_id,
        };
        self.note(work, actor, about, ("accepted", &json!({}))).await?;
        self.add_member(work, actor, (actor.account, organization), role).await
    }

    /// The row of a new account, with the digest of its password.
    pub(super) async fn account_of(&self, new: NewAccount<'_>) -> Result<AccountRow, Stop> {
        Ok(AccountRow {
            account_id: secret::id()?,
            email: email(new.email).unwrap_or_default(),
            name: name(new.name).unwrap_or_default(),
            language: String::new(),
            password: Some(self.passwords.digest(new.password).await?),
            totp_secret: None,
            failures: 0,
            locked_until: None,
            is_active: true,
        })
    }

    /// Adds an account. That an address has one already is told: who holds an invitation may know,
    /// and has to sign in instead.
    pub(super) async fn add_account(
        &self,
        work: &mut Work,
        actor: Actor<'_>,
        account: &AccountRow,
    ) -> Result<(), Refused> {
        if !work.put_account(account, &self.now().to_string()).await? {
            return Err(Refused::field("email", "email-taken"));
        }
        let about = About { organization: None, subject: "account", id: &account.account_id };
        Ok(self.note(work, actor, about, ("account_made", &json!({}))).await?)
    }
}
