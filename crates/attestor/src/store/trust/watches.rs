//! Who watches what.

use crate::stop::Stop;
use crate::store::Store;
use crate::store::gate::{Row, Work};

const OF_ACCOUNT: &str = "
select account_id, organization_id, item_kind, item_id, since
from trust_watch
where account_id = $1
order by organization_id, item_kind, item_id
limit 1000";

const OF_ORGANIZATION: &str = "
select account_id, organization_id, item_kind, item_id, since
from trust_watch
where organization_id = $1
order by account_id, item_kind, item_id";

const PUT: &str = "
insert into trust_watch (account_id, organization_id, item_kind, item_id, since)
values ($1, $2, $3, $4, $5)
on conflict (account_id, organization_id, item_kind, item_id) do nothing";

const DELETE: &str = "
delete from trust_watch
where account_id = $1 and organization_id = $2 and item_kind = $3 and item_id = $4";

/// Somebody watches something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WatchRow {
    /// Who.
    pub(crate) account_id: String,
    /// Whose portal.
    pub(crate) organization_id: String,
    /// `offering`, `certificate`, `report` or `statement`.
    pub(crate) item_kind: String,
    /// The item.
    pub(crate) item_id: String,
    /// From when on.
    pub(crate) since: String,
}

fn read(row: &Row) -> Result<WatchRow, Stop> {
    Ok(WatchRow {
        account_id: row.text(0)?,
        organization_id: row.text(1)?,
        item_kind: row.text(2)?,
        item_id: row.text(3)?,
        since: row.text(4)?,
    })
}

impl Store {
    /// What somebody watches, at most 1,000.
    pub(crate) async fn watches_of(&self, account: &str) -> Result<Vec<WatchRow>, Stop> {
        self.rows(OF_ACCOUNT, &[account.into()]).await?.iter().map(read).collect()
    }

    /// Who watches something of an organization.
    pub(crate) async fn watchers_of(&self, organization: &str) -> Result<Vec<WatchRow>, Stop> {
        self.rows(OF_ORGANIZATION, &[organization.into()]).await?.iter().map(read).collect()
    }
}

impl Work {
    /// Begins to watch; false where it is watched already.
    pub(crate) async fn put_watch(&mut self, row: &WatchRow) -> Result<bool, Stop> {
        let values = [
            (&row.account_id).into(),
            (&row.organization_id).into(),
            (&row.item_kind).into(),
            (&row.item_id).into(),
            (&row.since).into(),
        ];
        Ok(self.run(PUT, &values).await? > 0)
    }

    /// Ends to watch; false where it is not watched.
    pub(crate) async fn delete_watch(&mut self, row: &WatchRow) -> Result<bool, Stop> {
        let values = [
            (&row.account_id).into(),
            (&row.organization_id).into(),
            (&row.item_kind).into(),
            (&row.item_id).into(),
        ];
        Ok(self.run(DELETE, &values).await? > 0)
    }

    /// Who watches something of an organization.
    pub(crate) async fn watchers_of(&mut self, organization: &str) -> Result<Vec<WatchRow>, Stop> {
        self.rows(OF_ORGANIZATION, &[organization.into()]).await?.iter().map(read).collect()
    }
}
