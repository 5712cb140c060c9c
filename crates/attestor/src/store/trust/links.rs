//! Addresses in published portals, and whether they still lead somewhere.

use crate::stop::Stop;
use crate::store::Store;
use crate::store::gate::{Row, Work};

const OF_ORGANIZATION: &str = "
select address, state, detail, checked_at, failing_since
from trust_link
where organization_id = $1
order by address
limit 5000";

const PUT: &str = "
insert into trust_link (organization_id, address, state, detail, checked_at, failing_since)
values ($1, $2, $3, $4, $5, $6)
on conflict (organization_id, address) do update
set state = excluded.state, detail = excluded.detail, checked_at = excluded.checked_at,
  failing_since = excluded.failing_since";

const DELETE: &str = "
delete from trust_link
where organization_id = $1 and address = $2";

/// An address as it was last tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LinkRow {
    /// The address.
    pub(crate) address: String,
    /// `works`, `broken` or `unclear`.
    pub(crate) state: String,
    /// What was answered: a status, or one word for what went wrong.
    pub(crate) detail: String,
    /// When it was tried.
    pub(crate) checked_at: String,
    /// Since when it does not work; `None` where it does.
    pub(crate) failing_since: Option<String>,
}

fn read(row: &Row) -> Result<LinkRow, Stop> {
    Ok(LinkRow {
        address: row.text(0)?,
        state: row.text(1)?,
        detail: row.text(2)?,
        checked_at: row.text(3)?,
        failing_since: row.maybe_text(4)?,
    })
}

impl Store {
    /// The addresses of an organization's portal that were tried, at most 5,000.
    pub(crate) async fn links_of(&self, organization: &str) -> Result<Vec<LinkRow>, Stop> {
        self.rows(OF_ORGANIZATION, &[organization.into()]).await?.iter().map(read).collect()
    }
}

impl Work {
    /// Keeps what came of trying an address.
    pub(crate) async fn put_link(&mut self, organization: &str, row: &LinkRow) -> Result<(), Stop> {
        let values = [
            organization.into(),
            (&row.address).into(),
            (&row.state).into(),
            (&row.detail).into(),
            (&row.checked_at).into(),
            row.failing_since.as_deref().into(),
        ];
        self.run(PUT, &values).await.map(drop)
    }

    /// Forgets an address that the portal does not have any more.
    pub(crate) async fn delete_link(
        &mut self,
        organization: &str,
        address: &str,
    ) -> Result<(), Stop> {
        self.run(DELETE, &[organization.into(), address.into()]).await.map(drop)
    }
}
