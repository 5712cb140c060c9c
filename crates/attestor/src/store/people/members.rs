//! Organizations, and who belongs to them in which role.

use crate::stop::Stop;
use crate::store::Store;
use crate::store::gate::{Row, Work};

const PUT_ORGANIZATION: &str = "
insert into organization (organization_id, name, kind, created_at)
values ($1, $2, $3, $4)";

const ORGANIZATION: &str = "
select o.organization_id, o.name, o.kind, o.created_at,
  (select count(*) from membership m
    where m.organization_id = o.organization_id and m.ended_at is null)
from organization o
where o.organization_id = $1";

const ORGANIZATIONS: &str = "
select o.organization_id, o.name, o.kind, o.created_at,
  (select count(*) from membership m
    where m.organization_id = o.organization_id and m.ended_at is null)
from organization o
order by o.kind, o.name, o.organization_id
limit 10000";

const PUT: &str = "
insert into membership (membership_id, account_id, organization_id, role, created_at)
values ($1, $2, $3, $4, $5)
on conflict do nothing";

/// Members as [`MemberRow`] reads them, with the rest of the statement.
macro_rules! members {
    ($rest:literal) => {
        concat!(
            "
select m.membership_id, m.account_id, m.organization_id, m.role, m.created_at, a.name, a.email,
  o.name, o.kind,
  cast(case when a.totp_secret is not null or exists
    (select 1 from passkey p where p.account_id = a.account_id) then 1 else 0 end as bigint)
from membership m
join account a on a.account_id = m.account_id
join organization o on o.organization_id = m.organization_id
",
            $rest
        )
    };
}

const OF_ORGANIZATION: &str = members!(
    "where m.organization_id = $1 and m.ended_at is null
order by a.name, m.membership_id
limit 10000"
);

const OF_ACCOUNT: &str = members!(
    "where m.account_id = $1 and m.ended_at is null
order by m.created_at, m.membership_id
limit 1000"
);

const BY_ID: &str = members!("where m.membership_id = $1 and m.ended_at is null");

const ALL: &str = "
select m.membership_id, a.account_id, m.organization_id, m.role, m.created_at, a.name, a.email,
  o.name, o.kind,
  cast(case when a.totp_secret is not null or exists
    (select 1 from passkey p where p.account_id = a.account_id) then 1 else 0 end as bigint)
from membership m
join account a on a.account_id = m.account_id
join organization o on o.organization_id = m.organization_id
where m.ended_at is null
order by o.name, a.name, m.membership_id
limit 100000";

const WITH_ROLE: &str = "
select count(*)
from membership
where role = $1 and ended_at is null";

const END: &str = "
update membership
set ended_at = $2
where membership_id = $1 and ended_at is null";

const CASE_ORGANIZATION: &str = "
select organization_id
from certification
where case_id = $1";

/// An organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OrganizationRow {
    /// Its id.
    pub(crate) organization_id: String,
    /// Its name.
    pub(crate) name: String,
    /// The word of its kind.
    pub(crate) kind: String,
    /// Since when it is here.
    pub(crate) created_at: String,
    /// How many members it has.
    pub(crate) members: i64,
}

/// Somebody in an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MemberRow {
    /// The id of the membership.
    pub(crate) membership_id: String,
    /// Who.
    pub(crate) account_id: String,
    /// Where.
    pub(crate) organization_id: String,
    /// The word of the role.
    pub(crate) role: String,
    /// Since when.
    pub(crate) created_at: String,
    /// What others see.
    pub(crate) name: String,
    /// The address of the account.
    pub(crate) email: String,
    /// The name of the organization.
    pub(crate) organization: String,
    /// The word of the organization's kind.
    pub(crate) kind: String,
    /// Whether a second factor is set up.
    pub(crate) has_second_factor: bool,
}

fn organization(row: &Row) -> Result<OrganizationRow, Stop> {
    Ok(OrganizationRow {
        organization_id: row.text(0)?,
        name: row.text(1)?,
        kind: row.text(2)?,
        created_at: row.text(3)?,
        members: row.number(4)?,
    })
}

fn member(row: &Row) -> Result<MemberRow, Stop> {
    Ok(MemberRow {
        membership_id: row.text(0)?,
        account_id: row.text(1)?,
        organization_id: row.text(2)?,
        role: row.text(3)?,
        created_at: row.text(4)?,
        name: row.text(5)?,
        email: row.text(6)?,
        organization: row.text(7)?,
        kind: row.text(8)?,
        has_second_factor: row.number(9)? == 1,
    })
}

impl Store {
    /// An organization. One statement.
    pub(crate) async fn organization(&self, id: &str) -> Result<Option<OrganizationRow>, Stop> {
        self.row(ORGANIZATION, &[id.into()]).await?.as_ref().map(organization).transpose()
    }

    /// All organizations by kind and name. One statement.
    pub(crate) async fn organizations(&self) -> Result<Vec<OrganizationRow>, Stop> {
        self.rows(ORGANIZATIONS, &[]).await?.iter().map(organization).collect()
    }

    /// Who belongs to an organization now, by name. One statement.
    pub(crate) async fn members_of(&self, organization: &str) -> Result<Vec<MemberRow>, Stop> {
        self.rows(OF_ORGANIZATION, &[organization.into()]).await?.iter().map(member).collect()
    }

    /// Where an account belongs to now, the oldest first. One statement.
    pub(crate) async fn memberships_of(&self, account: &str) -> Result<Vec<MemberRow>, Stop> {
        self.rows(OF_ACCOUNT, &[account.into()]).await?.iter().map(member).collect()
    }

    /// All members of all organizations. One statement.
    pub(crate) async fn members(&self) -> Result<Vec<MemberRow>, Stop> {
        self.rows(ALL, &[]).await?.iter().map(member).collect()
    }

    /// A membership that has not ended. One statement.
    pub(crate) async fn member(&self, membership: &str) -> Result<Option<MemberRow>, Stop> {
        self.row(BY_ID, &[membership.into()]).await?.as_ref().map(member).transpose()
    }

    /// Whose case it is; `None` for no case. One statement.
    pub(crate) async fn organization_of_case(&self, case: &str) -> Result<Option<String>, Stop> {
        self.row(CASE_ORGANIZATION, &[case.into()]).await?.map(|row| row.text(0)).transpose()
    }
}

impl Work {
    /// Adds an organization.
    pub(crate) async fn put_organization(
        &mut self,
        organization: &OrganizationRow,
    ) -> Result<(), Stop> {
        let values = [
            (&organization.organization_id).into(),
            (&organization.name).into(),
            (&organization.kind).into(),
            (&organization.created_at).into(),
        ];
        self.run(PUT_ORGANIZATION, &values).await.map(drop)
    }

    /// Makes an account a member; false where it is one of the organization already.
    pub(crate) async fn put_member(
        &mut self,
        membership: &str,
        (account, organization): (&str, &str),
        role: &str,
        at: &str,
    ) -> Result<bool, Stop> {
        let values =
            [membership.into(), account.into(), organization.into(), role.into(), at.into()];
        Ok(self.run(PUT, &values).await? == 1)
    }

    /// How many members there are in a role, over all organizations.
    pub(crate) async fn members_with_role(&mut self, role: &str) -> Result<i64, Stop> {
        self.row(WITH_ROLE, &[role.into()]).await?.map_or(Ok(0), |row| row.number(0))
    }

    /// Ends a membership; false where it had ended.
    pub(crate) async fn end_member(&mut self, membership: &str, at: &str) -> Result<bool, Stop> {
        Ok(self.run(END, &[membership.into(), at.into()]).await? == 1)
    }
}
