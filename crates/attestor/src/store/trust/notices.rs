//! What people were told.

use crate::stop::Stop;
use crate::store::Store;
use crate::store::gate::{Row, Work};

const PUT: &str = "
insert into trust_notice (notice_id, account_id, notice_key, kind, organization_id, item_kind, item_id,
  content, at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (account_id, notice_key) do nothing";

const OF_ACCOUNT: &str = "
select notice_id, account_id, kind, organization_id, item_kind, item_id, content, at, seen_at
from trust_notice
where account_id = $1
order by at desc, notice_id desc
limit 200";

const UNSEEN: &str = "
select count(*)
from trust_notice
where account_id = $1 and seen_at is null";

const SEE: &str = "
update trust_notice
set seen_at = $2
where account_id = $1 and seen_at is null and at <= $3";

/// Only of accounts that are used and want mail: nobody else is written to.
const TO_MAIL: &str = "
select n.notice_id, n.account_id, n.kind, n.organization_id, n.item_kind, n.item_id, n.content, n.at,
  n.seen_at
from trust_notice n
join account a on a.account_id = n.account_id
where n.mailed_at is null and n.seen_at is null and n.at >= $1 and a.state = 'active'
  and a.mail = 'on'
order by n.account_id, n.at, n.notice_id
limit 1000";

const MAILED: &str = "
update trust_notice
set mailed_at = $2
where notice_id = $1 and mailed_at is null";

const TAKES_MAIL: &str = "select count(*) from account where account_id = $1 and mail = 'on'";

const SET_MAIL: &str = "update account set mail = $2 where account_id = $1";

const PUBLISHERS: &str = "
select account_id
from membership
where organization_id = $1 and role = 'publisher' and ended_at is null
order by account_id";

/// A notice as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NoticeRow {
    /// Its id.
    pub(crate) notice_id: String,
    /// Who is told.
    pub(crate) account_id: String,
    /// What kind of notice it is.
    pub(crate) kind: String,
    /// Whose portal it is about.
    pub(crate) organization_id: String,
    /// The kind of the item that it is about.
    pub(crate) item_kind: String,
    /// That item.
    pub(crate) item_id: String,
    /// What the words of the kind are filled with, as JSON of texts.
    pub(crate) content: String,
    /// When it came.
    pub(crate) at: String,
    /// When it was seen.
    pub(crate) seen_at: Option<String>,
}

fn read(row: &Row) -> Result<NoticeRow, Stop> {
    Ok(NoticeRow {
        notice_id: row.text(0)?,
        account_id: row.text(1)?,
        kind: row.text(2)?,
        organization_id: row.text(3)?,
        item_kind: row.text(4)?,
        item_id: row.text(5)?,
        content: row.text(6)?,
        at: row.text(7)?,
        seen_at: row.maybe_text(8)?,
    })
}

impl Store {
    /// The notices of somebody, the newest first, at most 200.
    pub(crate) async fn notices_of(&self, account: &str) -> Result<Vec<NoticeRow>, Stop> {
        self.rows(OF_ACCOUNT, &[account.into()]).await?.iter().map(read).collect()
    }

    /// How many notices somebody has not seen.
    pub(crate) async fn unseen_notices(&self, account: &str) -> Result<i64, Stop> {
        let row = self.row(UNSEEN, &[account.into()]).await?;
        row.map_or(Ok(0), |row| row.number(0))
    }

    /// Marks the notices of somebody that came up to an instant as seen.
    pub(crate) async fn see_notices(
        &self,
        account: &str,
        up_to: &str,
        at: &str,
    ) -> Result<u64, Stop> {
        self.run(SEE, &[account.into(), at.into(), up_to.into()]).await
    }

    /// Notices since an instant that were neither mailed nor seen, by account, at most 1,000.
    pub(crate) async fn notices_to_mail(&self, since: &str) -> Result<Vec<NoticeRow>, Stop> {
        self.rows(TO_MAIL, &[since.into()]).await?.iter().map(read).collect()
    }

    /// Whether somebody gets notices by mail, too.
    pub(crate) async fn takes_mail(&self, account: &str) -> Result<bool, Stop> {
        let row = self.row(TAKES_MAIL, &[account.into()]).await?;
        row.map_or(Ok(false), |row| Ok(row.number(0)? > 0))
    }

    /// Sets whether somebody gets notices by mail, too.
    pub(crate) async fn set_takes_mail(&self, account: &str, takes: bool) -> Result<(), Stop> {
        let word = if takes { "on" } else { "off" };
        self.run(SET_MAIL, &[account.into(), word.into()]).await.map(drop)
    }
}

impl Work {
    /// Keeps that a notice was mailed.
    pub(crate) async fn notice_was_mailed(&mut self, notice: &str, at: &str) -> Result<(), Stop> {
        self.run(MAILED, &[notice.into(), at.into()]).await.map(drop)
    }

    /// Keeps a notice under its key; false where the account has one under this key already.
    pub(crate) async fn put_notice(&mut self, row: &NoticeRow, key: &str) -> Result<bool, Stop> {
        let values = [
            (&row.notice_id).into(),
            (&row.account_id).into(),
            key.into(),
            (&row.kind).into(),
            (&row.organization_id).into(),
            (&row.item_kind).into(),
            (&row.item_id).into(),
            (&row.content).into(),
            (&row.at).into(),
        ];
        Ok(self.run(PUT, &values).await? > 0)
    }

    /// The accounts of who publishes for an organization.
    pub(crate) async fn publishers_of(&mut self, organization: &str) -> Result<Vec<String>, Stop> {
        let rows = self.rows(PUBLISHERS, &[organization.into()]).await?;
        rows.iter().map(|row| row.text(0)).collect()
    }
}
