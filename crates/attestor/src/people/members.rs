//! Organizations and their members: who comes in, and who goes with all they can sign in with.

use attestor_core::desk::role::{OrganizationKind, Role};
use serde_json::json;

use super::caller::Caller;
use super::invitations::name;
use super::refused::{Fault, Refused};
use super::{About, Actor, People, secret};
use crate::stop::Stop;
use crate::store::gate::Work;
use crate::store::people::OrganizationRow;

impl People {
    /// Makes an organization and gives its id. There is one certification body: the first.
    pub(crate) async fn make_organization(
        &self,
        caller: &Caller,
        title: &str,
        kind: Option<OrganizationKind>,
    ) -> Result<String, Refused> {
        let mut faults = Vec::new();
        let title = name(title).map_err(|_| Fault { field: "organization", reason: "name" });
        faults.extend(title.as_ref().err());
        let kind = kind.filter(|kind| *kind != OrganizationKind::CertificationBody);
        if kind.is_none() {
            faults.push(Fault { field: "kind", reason: "kind" });
        }
        Refused::unless_good(faults)?;
        let new = OrganizationRow {
            organization_id: secret::id()?,
            name: title.unwrap_or_default(),
            kind: kind.map_or("", OrganizationKind::as_str).to_owned(),
            created_at: self.now().to_string(),
            members: 0,
        };
        let mut work = self.store.begin().await?;
        self.add_organization(&mut work, caller.actor(), &new).await?;
        self.keep_answer(&mut work, caller, Some(&new)).await?;
        work.commit().await?;
        Ok(new.organization_id)
    }

    /// Ends a membership of an organization, with its sessions and tokens.
    pub(crate) async fn end_member(
        &self,
        caller: &Caller,
        organization: &str,
        membership: &str,
    ) -> Result<(), Refused> {
        let member = self.store.member(membership).await?;
        let member = member.filter(|member| member.organization_id == organization);
        let member = member.ok_or(Refused::NotFound)?;
        let role = Role::parse(&member.role).ok_or(Refused::NotFound)?;
        if !caller.role().is_some_and(|own| own.may_give(role)) {
            return Err(Refused::whole("role"));
        }
        let at = self.now().to_string();
        let mut work = self.store.begin().await?;
        work.hold_record().await?;
        let owner = Role::ProgramOwner.as_str();
        if role == Role::ProgramOwner && work.members_with_role(owner).await? < 2 {
            return Err(Refused::whole("last-owner"));
        }
        if !work.end_member(membership, &at).await? {
            return Err(Refused::NotFound);
        }
        let sessions = work.end_sessions_of_member(membership, &at).await?;
        let tokens = work.end_tokens_of_member(membership, &at).await?;
        let about =
            About { organization: Some(organization), subject: "account", id: &member.account_id };
        let told = json!({"membership": membership, "role": member.role, "sessions": sessions, "tokens": tokens});
        self.note(&mut work, caller.actor(), about, ("member_ended", &told)).await?;
        Ok(work.commit().await?)
    }

    /// Adds an organization.
    pub(super) async fn add_organization(
        &self,
        work: &mut Work,
        actor: Actor<'_>,
        new: &OrganizationRow,
    ) -> Result<(), Stop> {
        work.put_organization(new).await?;
        let id = new.organization_id.as_str();
        let about = About { organization: Some(id), subject: "organization", id };
        let told = json!({"name": new.name, "kind": new.kind});
        self.note(work, actor, about, ("organization_made", &told)).await
    }

    /// Makes an account a member of an organization, and gives the membership.
    pub(super) async fn add_member(
        &self,
        work: &mut Work,
        actor: Actor<'_>,
        (account, organization): (&str, &str),
        role: Role,
    ) -> Result<String, Refused> {
        let (id, at) = (secret::id()?, self.now().to_string());
        if !work.put_member(&id, (account, organization), role.as_str(), &at).await? {
            return Err(Refused::whole("member-already"));
        }
        let about = About { organization: Some(organization), subject: "account", id: account };
        let told = json!({"membership": id, "role": role.as_str()});
        self.note(work, actor, about, ("member_added", &told)).await?;
        Ok(id)
    }
}
