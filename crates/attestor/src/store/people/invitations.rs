//! Links that work once: invitations, the link of the first start, links back into an account.

use crate::stop::Stop;
use crate::store::Store;
use crate::store::gate::{Row, Work};

const PUT: &str = "
insert into invitation (invitation_id, secret_digest, organization_id, email, account_id, role,
  invited_by, created_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

const BY_DIGEST: &str = "
select i.invitation_id, i.organization_id, i.email, i.account_id, i.role, i.invited_by, i.created_at,
  i.expires_at, o.name
from invitation i
left join organization o on o.organization_id = i.organization_id
where i.secret_digest = $1 and i.used_at is null and i.withdrawn_at is null and i.expires_at > $2";

const OF_ORGANIZATION: &str = "
select i.invitation_id, i.organization_id, i.email, i.account_id, i.role, i.invited_by, i.created_at,
  i.expires_at, o.name
from invitation i
join organization o on o.organization_id = i.organization_id
where i.organization_id = $1 and i.used_at is null and i.withdrawn_at is null and i.expires_at > $2
order by i.created_at, i.invitation_id
limit 1000";

const TAKE: &str = "
update invitation
set used_at = $2
where invitation_id = $1 and used_at is null and withdrawn_at is null";

const WITHDRAW: &str = "
update invitation
set withdrawn_at = $3
where invitation_id = $1 and organization_id = $2 and used_at is null and withdrawn_at is null";

const WITHDRAW_SETUPS: &str = "
update invitation
set withdrawn_at = $1
where organization_id is null and account_id is null and used_at is null and withdrawn_at is null";

const WITHDRAW_LINKS: &str = "
update invitation
set withdrawn_at = $2
where account_id = $1 and used_at is null and withdrawn_at is null";

/// A link that works once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InvitationRow {
    /// Its id.
    pub(crate) invitation_id: String,
    /// Where it leads; `None` for the first start and for links into an account.
    pub(crate) organization_id: Option<String>,
    /// Who it is meant for, if that was said.
    pub(crate) email: Option<String>,
    /// The account that it leads back into.
    pub(crate) account_id: Option<String>,
    /// The word of the role that it gives.
    pub(crate) role: String,
    /// The account that made it, or `operator`.
    pub(crate) invited_by: String,
    /// Since when.
    pub(crate) created_at: String,
    /// Until when.
    pub(crate) expires_at: String,
    /// The name of the organization; empty where there is none.
    pub(crate) organization: String,
}

fn read(row: &Row) -> Result<InvitationRow, Stop> {
    Ok(InvitationRow {
        invitation_id: row.text(0)?,
        organization_id: row.maybe_text(1)?,
        email: row.maybe_text(2)?,
        account_id: row.maybe_text(3)?,
        role: row.text(4)?,
        invited_by: row.text(5)?,
        created_at: row.text(6)?,
        expires_at: row.text(7)?,
        organization: row.maybe_text(8)?.unwrap_or_default(),
    })
}

impl Store {
    /// The open link with this digest. One statement.
    pub(crate) async fn invitation(
        &self,
        digest: &str,
        now: &str,
    ) -> Result<Option<InvitationRow>, Stop> {
        self.row(BY_DIGEST, &[digest.into(), now.into()]).await?.as_ref().map(read).transpose()
    }

    /// The open invitations to an organization, the oldest first. One statement.
    pub(crate) async fn invitations_to(
        &self,
        organization: &str,
        now: &str,
    ) -> Result<Vec<InvitationRow>, Stop> {
        let values = [organization.into(), now.into()];
        self.rows(OF_ORGANIZATION, &values).await?.iter().map(read).collect()
    }
}

impl Work {
    /// Makes a link with the digest of its secret.
    pub(crate) async fn put_invitation(
        &mut self,
        new: &InvitationRow,
        digest: &str,
    ) -> Result<(), Stop> {
        let values = [
            (&new.invitation_id).into(),
            digest.into(),
            new.organization_id.as_deref().into(),
            new.email.as_deref().into(),
            new.account_id.as_deref().into(),
            (&new.role).into(),
            (&new.invited_by).into(),
            (&new.created_at).into(),
            (&new.expires_at).into(),
        ];
        self.run(PUT, &values).await.map(drop)
    }

    /// Uses up a link; false where it is used or withdrawn.
    pub(crate) async fn take_invitation(&mut self, id: &str, at: &str) -> Result<bool, Stop> {
        Ok(self.run(TAKE, &[id.into(), at.into()]).await? == 1)
    }

    /// Withdraws an open invitation to an organization; false where there is none.
    pub(crate) async fn withdraw_invitation(
        &mut self,
        id: &str,
        organization: &str,
        at: &str,
    ) -> Result<bool, Stop> {
        Ok(self.run(WITHDRAW, &[id.into(), organization.into(), at.into()]).await? == 1)
    }

    /// Withdraws all links of the first start.
    pub(crate) async fn withdraw_setup_links(&mut self, at: &str) -> Result<u64, Stop> {
        self.run(WITHDRAW_SETUPS, &[at.into()]).await
    }

    /// Withdraws all links back into an account.
    pub(crate) async fn withdraw_links_of(&mut self, account: &str, at: &str) -> Result<u64, Stop> {
        self.run(WITHDRAW_LINKS, &[account.into(), at.into()]).await
    }
}
