//! Sessions: who is signed in where.

use crate::stop::Stop;
use crate::store::Store;
use crate::store::gate::{Row, Value, Work};

const PUT: &str = "
insert into session (session_id, secret_digest, account_id, membership_id, factors, agent, created_at,
  seen_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $7, $8)";

const SIGNED_IN: &str = "
select s.session_id, s.account_id, s.factors, s.seen_at, a.name, a.language,
  cast(case when a.totp_secret is not null then 1 else 0 end as bigint),
  (select count(*) from passkey p where p.account_id = a.account_id),
  m.membership_id, m.role, o.organization_id, o.name, o.kind
from session s
join account a on a.account_id = s.account_id
left join membership m on m.membership_id = s.membership_id and m.ended_at is null
left join organization o on o.organization_id = m.organization_id
where s.secret_digest = $1 and s.ended_at is null and s.expires_at > $2 and a.state = 'active'";

const FIRST_MEMBERSHIP: &str = "
select m.membership_id, m.role, o.organization_id, o.name, o.kind
from membership m
join organization o on o.organization_id = m.organization_id
where m.account_id = $1 and m.ended_at is null
order by m.created_at, m.membership_id
limit 1";

const SEEN: &str = "update session set seen_at = $2 where session_id = $1";

const OF_ACCOUNT: &str = "
select session_id, agent, factors, created_at, seen_at
from session
where account_id = $1 and ended_at is null and expires_at > $2
order by created_at desc, session_id
limit 1000";

const ROTATE: &str = "
update session
set secret_digest = $2, factors = $3, totp_draft = null
where session_id = $1 and ended_at is null";

const SET_MEMBERSHIP: &str = "
update session
set secret_digest = $2, membership_id = $3,
  expires_at = case when expires_at < $4 then expires_at else $4 end
where session_id = $1 and ended_at is null";

const END: &str = "
update session
set ended_at = $3, totp_draft = null
where session_id = $1 and account_id = $2 and ended_at is null";

const END_OTHERS: &str = "
update session
set ended_at = $3, totp_draft = null
where account_id = $1 and session_id <> $2 and ended_at is null";

const END_OF_MEMBER: &str = "
update session
set ended_at = $2, totp_draft = null
where membership_id = $1 and ended_at is null";

const SET_DRAFT: &str = "update session set totp_draft = $2 where session_id = $1";

const DRAFT: &str = "select totp_draft from session where session_id = $1";

/// A session to begin.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewSession<'a> {
    /// Its id.
    pub(crate) session_id: &'a str,
    /// The digest of what the browser keeps.
    pub(crate) secret_digest: &'a str,
    /// Who signs in.
    pub(crate) account_id: &'a str,
    /// As a member of what.
    pub(crate) membership_id: Option<&'a str>,
    /// With how many factors.
    pub(crate) factors: i64,
    /// What the browser calls itself.
    pub(crate) agent: &'a str,
    /// Now.
    pub(crate) at: &'a str,
    /// When it ends in any case.
    pub(crate) expires_at: &'a str,
}

/// Who a session's secret belongs to.
#[derive(Debug, Clone)]
pub(crate) struct SignedInRow {
    /// The session.
    pub(crate) session_id: String,
    /// The account.
    pub(crate) account_id: String,
    /// How many factors were shown.
    pub(crate) factors: i64,
    /// When it was last used, to the minute.
    pub(crate) seen_at: String,
    /// The name of the account.
    pub(crate) name: String,
    /// The account's language, or empty.
    pub(crate) language: String,
    /// Whether an authenticator app is set up.
    pub(crate) has_totp: bool,
    /// How many passkeys are set up.
    pub(crate) passkeys: i64,
    /// Membership, role, organization, its name and kind.
    pub(crate) member: Option<[String; 5]>,
}

/// A session in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SessionRow {
    /// Its id.
    pub(crate) session_id: String,
    /// What the browser calls itself.
    pub(crate) agent: String,
    /// How many factors were shown.
    pub(crate) factors: i64,
    /// Since when.
    pub(crate) created_at: String,
    /// When it was last used, to the minute.
    pub(crate) seen_at: String,
}

/// The membership in five columns from a place on; `None` where there is none.
pub(super) fn membership(row: &Row, from: usize) -> Result<Option<[String; 5]>, Stop> {
    let mut texts: [String; 5] = Default::default();
    for (place, text) in texts.iter_mut().enumerate() {
        match row.maybe_text(from + place)? {
            Some(found) => *text = found,
            None => return Ok(None),
        }
    }
    Ok(Some(texts))
}

fn signed_in(row: &Row) -> Result<SignedInRow, Stop> {
    Ok(SignedInRow {
        session_id: row.text(0)?,
        account_id: row.text(1)?,
        factors: row.number(2)?,
        seen_at: row.text(3)?,
        name: row.text(4)?,
        language: row.text(5)?,
        has_totp: row.number(6)? == 1,
        passkeys: row.number(7)?,
        member: membership(row, 8)?,
    })
}

fn session(row: &Row) -> Result<SessionRow, Stop> {
    Ok(SessionRow {
        session_id: row.text(0)?,
        agent: row.text(1)?,
        factors: row.number(2)?,
        created_at: row.text(3)?,
        seen_at: row.text(4)?,
    })
}

impl Store {
    /// Who a session's secret belongs to, if it has not ended. One statement.
    pub(crate) async fn signed_in(
        &self,
        digest: &str,
        now: &str,
    ) -> Result<Option<SignedInRow>, Stop> {
        self.row(SIGNED_IN, &[digest.into(), now.into()]).await?.as_ref().map(signed_in).transpose()
    }

    /// Writes down when a session was last used; no change of record. One statement.
    pub(crate) async fn session_seen(&self, session: &str, at: &str) -> Result<(), Stop> {
        self.run(SEEN, &[session.into(), at.into()]).await.map(drop)
    }

    /// The open sessions of an account, the newest first. One statement.
    pub(crate) async fn sessions_of(
        &self,
        account: &str,
        now: &str,
    ) -> Result<Vec<SessionRow>, Stop> {
        self.rows(OF_ACCOUNT, &[account.into(), now.into()]).await?.iter().map(session).collect()
    }

    /// Keeps the secret of an authenticator app that is being set up. One statement.
    pub(crate) async fn set_totp_draft(&self, session: &str, draft: &[u8]) -> Result<(), Stop> {
        self.run(SET_DRAFT, &[session.into(), draft.into()]).await.map(drop)
    }

    /// The secret of an authenticator app that is being set up. One statement.
    pub(crate) async fn totp_draft(&self, session: &str) -> Result<Option<Vec<u8>>, Stop> {
        self.row(DRAFT, &[session.into()]).await?.map_or(Ok(None), |row| row.maybe_bytes(0))
    }
}

impl Work {
    /// The oldest membership of an account that has not ended, in five columns.
    pub(crate) async fn first_membership(
        &mut self,
        account: &str,
    ) -> Result<Option<[String; 5]>, Stop> {
        let row = self.row(FIRST_MEMBERSHIP, &[account.into()]).await?;
        row.map_or(Ok(None), |row| membership(&row, 0))
    }

    /// Begins a session.
    pub(crate) async fn put_session(&mut self, new: NewSession<'_>) -> Result<(), Stop> {
        let values: [Value<'_>; 8] = [
            new.session_id.into(),
            new.secret_digest.into(),
            new.account_id.into(),
            new.membership_id.into(),
            new.factors.into(),
            new.agent.into(),
            new.at.into(),
            new.expires_at.into(),
        ];
        self.run(PUT, &values).await.map(drop)
    }

    /// Gives a session a new secret and its number of factors; false where it has ended.
    pub(crate) async fn rotate_session(
        &mut self,
        session: &str,
        digest: &str,
        factors: i64,
    ) -> Result<bool, Stop> {
        Ok(self.run(ROTATE, &[session.into(), digest.into(), factors.into()]).await? == 1)
    }

    /// Gives a session a new secret and another membership; it ends by then at the latest.
    pub(crate) async fn move_session(
        &mut self,
        session: &str,
        digest: &str,
        membership: &str,
        expires_at: &str,
    ) -> Result<bool, Stop> {
        let values = [session.into(), digest.into(), membership.into(), expires_at.into()];
        Ok(self.run(SET_MEMBERSHIP, &values).await? == 1)
    }

    /// Ends a session of an account; false where there is none.
    pub(crate) async fn end_session(
        &mut self,
        session: &str,
        account: &str,
        at: &str,
    ) -> Result<bool, Stop> {
        Ok(self.run(END, &[session.into(), account.into(), at.into()]).await? == 1)
    }

    /// Ends the sessions of an account but one, and gives how many.
    pub(crate) async fn end_other_sessions(
        &mut self,
        account: &str,
        kept: &str,
        at: &str,
    ) -> Result<u64, Stop> {
        self.run(END_OTHERS, &[account.into(), kept.into(), at.into()]).await
    }

    /// Ends the sessions of a member, and gives how many.
    pub(crate) async fn end_sessions_of_member(
        &mut self,
        membership: &str,
        at: &str,
    ) -> Result<u64, Stop> {
        self.run(END_OF_MEMBER, &[membership.into(), at.into()]).await
    }
}
