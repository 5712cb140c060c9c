//! Requests of readers for documents that need approval.

use super::agreements::ReaderKey;
use super::documents::ItemKey;
use crate::stop::Stop;
use crate::store::Store;
use crate::store::gate::{Row, Work};

const OF_READER: &str = "
select r.request_id, r.organization_id, r.item_kind, r.item_id, r.account_id, r.account_name,
  r.reader_organization_id, coalesce(o.name, r.reader_organization_id), r.purpose, r.state, r.asked_at,
  r.decided_at, r.decided_by, r.reason, r.expires_at
from trust_request r
left join organization o on o.organization_id = r.reader_organization_id
where r.account_id = $1 and r.reader_organization_id = $2 and r.organization_id = $3
  and r.item_kind = $4 and r.item_id = $5
order by r.asked_at desc, r.request_id
limit 100";

const OF_ORGANIZATION: &str = "
select r.request_id, r.organization_id, r.item_kind, r.item_id, r.account_id, r.account_name,
  r.reader_organization_id, coalesce(o.name, r.reader_organization_id), r.purpose, r.state, r.asked_at,
  r.decided_at, r.decided_by, r.reason, r.expires_at
from trust_request r
left join organization o on o.organization_id = r.reader_organization_id
where r.organization_id = $1
order by case when r.state = 'asked' then 0 else 1 end, r.asked_at desc, r.request_id
limit 1000";

const ONE: &str = "
select r.request_id, r.organization_id, r.item_kind, r.item_id, r.account_id, r.account_name,
  r.reader_organization_id, coalesce(o.name, r.reader_organization_id), r.purpose, r.state, r.asked_at,
  r.decided_at, r.decided_by, r.reason, r.expires_at
from trust_request r
left join organization o on o.organization_id = r.reader_organization_id
where r.organization_id = $1 and r.request_id = $2";

const PUT: &str = "
insert into trust_request (request_id, organization_id, item_kind, item_id, account_id, account_name,
  reader_organization_id, purpose, state, asked_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, 'asked', $9)
on conflict do nothing";

const DECIDE: &str = "
update trust_request
set state = $4, decided_at = $5, decided_by = $6, reason = $7, expires_at = coalesce($8, expires_at)
where organization_id = $1 and request_id = $2 and state = $3";

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RequestRow {
    /// Its id.
    pub(crate) request_id: String,
    /// Whose document.
    pub(crate) organization_id: String,
    /// The kind of the item.
    pub(crate) item_kind: String,
    /// The item.
    pub(crate) item_id: String,
    /// Who asks.
    pub(crate) account_id: String,
    /// The name that the account had.
    pub(crate) account_name: String,
    /// The organization that it acts for.
    pub(crate) reader_organization_id: String,
    /// The name of that.
    pub(crate) reader_organization: String,
    /// What the document is for.
    pub(crate) purpose: String,
    /// `asked`, `granted`, `refused`, `withdrawn` or `ended`.
    pub(crate) state: String,
    /// When it was asked.
    pub(crate) asked_at: String,
    /// When it was decided.
    pub(crate) decided_at: Option<String>,
    /// The account that decided.
    pub(crate) decided_by: Option<String>,
    /// Why it was refused or ended.
    pub(crate) reason: Option<String>,
    /// Of a granted one, the end of its last day.
    pub(crate) expires_at: Option<String>,
}

/// A decision, or the reader's own end of a request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decided<'a> {
    /// The state that it must be in.
    pub(crate) from: &'a str,
    /// The state that it is in then.
    pub(crate) to: &'a str,
    /// Now.
    pub(crate) at: &'a str,
    /// The account that decides.
    pub(crate) by: &'a str,
    /// Why.
    pub(crate) reason: Option<&'a str>,
    /// The end of its last day; `None` leaves what is there.
    pub(crate) expires_at: Option<&'a str>,
}

fn read(row: &Row) -> Result<RequestRow, Stop> {
    Ok(RequestRow {
        request_id: row.text(0)?,
        organization_id: row.text(1)?,
        item_kind: row.text(2)?,
        item_id: row.text(3)?,
        account_id: row.text(4)?,
        account_name: row.text(5)?,
        reader_organization_id: row.text(6)?,
        reader_organization: row.text(7)?,
        purpose: row.text(8)?,
        state: row.text(9)?,
        asked_at: row.text(10)?,
        decided_at: row.maybe_text(11)?,
        decided_by: row.maybe_text(12)?,
        reason: row.maybe_text(13)?,
        expires_at: row.maybe_text(14)?,
    })
}

impl Store {
    /// A reader's requests for the document of an item, the newest first. One statement.
    pub(crate) async fn requests_by(
        &self,
        reader: ReaderKey<'_>,
        key: ItemKey<'_>,
    ) -> Result<Vec<RequestRow>, Stop> {
        let values = [
            reader.account.into(),
            reader.organization.into(),
            key.organization.into(),
            key.kind.into(),
            key.item.into(),
        ];
        self.rows(OF_READER, &values).await?.iter().map(read).collect()
    }

    /// The requests to an organization, pending ones first, then the newest first, at most 1,000. One
    /// statement.
    pub(crate) async fn requests_to(&self, organization: &str) -> Result<Vec<RequestRow>, Stop> {
        self.rows(OF_ORGANIZATION, &[organization.into()]).await?.iter().map(read).collect()
    }
}

impl Work {
    /// A reader's requests for the document of an item, while nobody else writes.
    pub(crate) async fn requests_by(
        &mut self,
        reader: ReaderKey<'_>,
        key: ItemKey<'_>,
    ) -> Result<Vec<RequestRow>, Stop> {
        let values = [
            reader.account.into(),
            reader.organization.into(),
            key.organization.into(),
            key.kind.into(),
            key.item.into(),
        ];
        self.rows(OF_READER, &values).await?.iter().map(read).collect()
    }

    /// A request to an organization, while nobody else writes.
    pub(crate) async fn request(
        &mut self,
        organization: &str,
        id: &str,
    ) -> Result<Option<RequestRow>, Stop> {
        let row = self.row(ONE, &[organization.into(), id.into()]).await?;
        row.as_ref().map(read).transpose()
    }

    /// Keeps a request; false where one of the same reader waits already.
    pub(crate) async fn put_request(&mut self, new: &RequestRow) -> Result<bool, Stop> {
        let values = [
            (&new.request_id).into(),
            (&new.organization_id).into(),
            (&new.item_kind).into(),
            (&new.item_id).into(),
            (&new.account_id).into(),
            (&new.account_name).into(),
            (&new.reader_organization_id).into(),
            (&new.purpose).into(),
            (&new.asked_at).into(),
        ];
        Ok(self.run(PUT, &values).await? == 1)
    }

    /// Decides a request; false where it is in another state meanwhile.
    pub(crate) async fn decide_request(
        &mut self,
        (organization, id): (&str, &str),
        decided: Decided<'_>,
    ) -> Result<bool, Stop> {
        let values = [
            organization.into(),
            id.into(),
            decided.from.into(),
            decided.to.into(),
            decided.at.into(),
            decided.by.into(),
            decided.reason.into(),
            decided.expires_at.into(),
        ];
        Ok(self.run(DECIDE, &values).await? == 1)
    }
}
