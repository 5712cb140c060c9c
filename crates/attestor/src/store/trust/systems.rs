//! Systems of customers, and the notices that tell of them.

use crate::stop::Stop;
use crate::store::Store;
use crate::store::gate::{Row, Work};

const OF_ORGANIZATION: &str = "
select system_id, organization_id, name, content, number, made_at, changed_at
from trust_system
where organization_id = $1 and ended_at is null
order by made_at, system_id
limit 1000";

const ONE: &str = "
select system_id, organization_id, name, content, number, made_at, changed_at
from trust_system
where organization_id = $1 and system_id = $2 and ended_at is null";

const ALL: &str = "
select system_id, organization_id, name, content, number, made_at, changed_at
from trust_system
where system_id > $1 and ended_at is null
order by system_id
limit $2";

const PUT: &str = "
insert into trust_system (system_id, organization_id, name, content, number, made_at, changed_at)
values ($1, $2, $3, $4, 1, $5, $5)";

const CHANGE: &str = "
update trust_system
set name = $3, content = $4, number = number + 1, changed_at = $5
where system_id = $1 and number = $2 and ended_at is null";

const END: &str = "
update trust_system
set ended_at = $3, number = number + 1
where system_id = $1 and number = $2 and ended_at is null";

/// A system of a customer that has not ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SystemRow {
    /// Its id.
    pub(crate) system_id: String,
    /// Whose it is.
    pub(crate) organization_id: String,
    /// Its name.
    pub(crate) name: String,
    /// What it rests on, as JSON.
    pub(crate) content: String,
    /// How often it was written, from 1: the guard against lost changes.
    pub(crate) number: i64,
    /// When it was made.
    pub(crate) made_at: String,
    /// When it was changed last.
    pub(crate) changed_at: String,
}

fn read(row: &Row) -> Result<SystemRow, Stop> {
    Ok(SystemRow {
        system_id: row.text(0)?,
        organization_id: row.text(1)?,
        name: row.text(2)?,
        content: row.text(3)?,
        number: row.number(4)?,
        made_at: row.text(5)?,
        changed_at: row.text(6)?,
    })
}

impl Store {
    /// The systems of an organization, the oldest first, at most 1,000. One statement.
    pub(crate) async fn systems_of(&self, organization: &str) -> Result<Vec<SystemRow>, Stop> {
        self.rows(OF_ORGANIZATION, &[organization.into()]).await?.iter().map(read).collect()
    }

    /// A system of an organization. One statement.
    pub(crate) async fn system(
        &self,
        organization: &str,
        system: &str,
    ) -> Result<Option<SystemRow>, Stop> {
        self.row(ONE, &[organization.into(), system.into()]).await?.as_ref().map(read).transpose()
    }

    /// The systems of all organizations behind an id, in its order. One statement.
    pub(crate) async fn systems_after(
        &self,
        system: &str,
        limit: i64,
    ) -> Result<Vec<SystemRow>, Stop> {
        self.rows(ALL, &[system.into(), limit.into()]).await?.iter().map(read).collect()
    }
}

impl Work {
    /// Adds a system.
    pub(crate) async fn put_system(
        &mut self,
        (system, organization): (&str, &str),
        (name, content): (&str, &str),
        at: &str,
    ) -> Result<(), Stop> {
        let values = [system.into(), organization.into(), name.into(), content.into(), at.into()];
        self.run(PUT, &values).await.map(drop)
    }

    /// Changes a system; false where somebody changed or ended it meanwhile, and then nothing may
    /// be committed.
    pub(crate) async fn change_system(
        &mut self,
        (system, number): (&str, i64),
        (name, content): (&str, &str),
        at: &str,
    ) -> Result<bool, Stop> {
        let values = [system.into(), number.into(), name.into(), content.into(), at.into()];
        Ok(self.run(CHANGE, &values).await? == 1)
    }

    /// Ends a system, by the same rule.
    pub(crate) async fn end_system(
        &mut self,
        (system, number): (&str, i64),
        at: &str,
    ) -> Result<bool, Stop> {
        Ok(self.run(END, &[system.into(), number.into(), at.into()]).await? == 1)
    }
}
