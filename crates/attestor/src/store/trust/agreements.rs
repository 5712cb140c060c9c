//! Agreements, version by version, and who accepted which.

use crate::stop::Stop;
use crate::store::Store;
use crate::store::gate::{Row, Work};

const OF_ORGANIZATION: &str = "
select version, title, body, body_digest, published_at, published_by
from trust_agreement
where organization_id = $1
order by version desc
limit 1000";

const NEWEST: &str = "
select version, title, body, body_digest, published_at, published_by
from trust_agreement
where organization_id = $1
order by version desc
limit 1";

const PUT: &str = "
insert into trust_agreement (organization_id, version, title, body, body_digest, published_at,
  published_by)
values ($1, $2, $3, $4, $5, $6, $7)";

const ACCEPT: &str = "
insert into trust_acceptance (account_id, organization_id, version, reader_organization_id,
  account_name, body_digest, at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (account_id, organization_id, reader_organization_id, version) do nothing";

const ACCEPTED: &str = "
select coalesce(max(version), 0)
from trust_acceptance
where account_id = $1 and reader_organization_id = $2 and organization_id = $3";

const ACCEPTANCES: &str = "
select a.version, a.account_name, coalesce(o.name, a.reader_organization_id), a.at, a.body_digest
from trust_acceptance a
left join organization o on o.organization_id = a.reader_organization_id
where a.organization_id = $1
order by a.at desc, a.account_id, a.version desc
limit 1000";

/// A version of an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AgreementRow {
    /// Its number, from 1.
    pub(crate) version: i64,
    /// Its title.
    pub(crate) title: String,
    /// Its text.
    pub(crate) body: String,
    /// The digest of title and text.
    pub(crate) body_digest: String,
    /// When it was written.
    pub(crate) published_at: String,
    /// The account that wrote it.
    pub(crate) published_by: String,
}

/// Somebody's acceptance of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AcceptanceRow {
    /// The version.
    pub(crate) version: i64,
    /// The name that the account had.
    pub(crate) account: String,
    /// The name of the organization that it acted for.
    pub(crate) organization: String,
    /// When.
    pub(crate) at: String,
    /// The digest of what was accepted.
    pub(crate) body_digest: String,
}

/// Who reads: account and the organization that it acts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReaderKey<'a> {
    /// The account.
    pub(crate) account: &'a str,
    /// The organization.
    pub(crate) organization: &'a str,
}

fn read(row: &Row) -> Result<AgreementRow, Stop> {
    Ok(AgreementRow {
        version: row.number(0)?,
        title: row.text(1)?,
        body: row.text(2)?,
        body_digest: row.text(3)?,
        published_at: row.text(4)?,
        published_by: row.text(5)?,
    })
}

/// The newest version in an answer; zero stands for none.
fn version(row: Option<&Row>) -> Result<Option<i64>, Stop> {
    let newest = row.map_or(Ok(0), |row| row.number(0))?;
    Ok(Some(newest).filter(|version| *version > 0))
}

impl Store {
    /// All versions of an organization's agreement, the newest first. One statement.
    pub(crate) async fn agreements_of(
        &self,
        organization: &str,
    ) -> Result<Vec<AgreementRow>, Stop> {
        self.rows(OF_ORGANIZATION, &[organization.into()]).await?.iter().map(read).collect()
    }

    /// The newest version of an organization's agreement. One statement.
    pub(crate) async fn agreement(&self, organization: &str) -> Result<Option<AgreementRow>, Stop> {
        self.row(NEWEST, &[organization.into()]).await?.as_ref().map(read).transpose()
    }

    /// The newest version that a reader accepted. One statement.
    pub(crate) async fn accepted(
        &self,
        reader: ReaderKey<'_>,
        organization: &str,
    ) -> Result<Option<i64>, Stop> {
        let values = [reader.account.into(), reader.organization.into(), organization.into()];
        version(self.row(ACCEPTED, &values).await?.as_ref())
    }

    /// Who accepted which version, the newest first, at most 1,000. One statement.
    pub(crate) async fn acceptances(&self, organization: &str) -> Result<Vec<AcceptanceRow>, Stop> {
        let read = |row: &Row| {
            Ok(AcceptanceRow {
                version: row.number(0)?,
                account: row.text(1)?,
                organization: row.text(2)?,
                at: row.text(3)?,
                body_digest: row.text(4)?,
            })
        };
        self.rows(ACCEPTANCES, &[organization.into()]).await?.iter().map(read).collect()
    }
}

impl Work {
    /// The newest version of an agreement, while nobody else writes.
    pub(crate) async fn agreement(
        &mut self,
        organization: &str,
    ) -> Result<Option<AgreementRow>, Stop> {
        self.row(NEWEST, &[organization.into()]).await?.as_ref().map(read).transpose()
    }

    /// Keeps a version.
    pub(crate) async fn put_agreement(
        &mut self,
        organization: &str,
        new: &AgreementRow,
    ) -> Result<(), Stop> {
        let values = [
            organization.into(),
            new.version.into(),
            (&new.title).into(),
            (&new.body).into(),
            (&new.body_digest).into(),
            (&new.published_at).into(),
            (&new.published_by).into(),
        ];
        self.run(PUT, &values).await.map(drop)
    }

    /// The newest version that a reader accepted, while nobody else writes.
    pub(crate) async fn accepted(
        &mut self,
        reader: ReaderKey<'_>,
        organization: &str,
    ) -> Result<Option<i64>, Stop> {
        let values = [reader.account.into(), reader.organization.into(), organization.into()];
        version(self.row(ACCEPTED, &values).await?.as_ref())
    }

    /// Keeps that a reader accepted a version; false where that was kept before.
    pub(crate) async fn accept(
        &mut self,
        (reader, name): (ReaderKey<'_>, &str),
        (organization, version, digest): (&str, i64, &str),
        at: &str,
    ) -> Result<bool, Stop> {
        let values = [
            reader.account.into(),
            organization.into(),
            version.into(),
            reader.organization.into(),
            name.into(),
            digest.into(),
            at.into(),
        ];
        Ok(self.run(ACCEPT, &values).await? == 1)
    }
}
