//! Access tokens: how programs act for a member.

use super::sessions::membership;
use crate::stop::Stop;
use crate::store::Store;
use crate::store::gate::{Row, Work};

const PUT: &str = "
insert into access_token (token_id, secret_digest, membership_id, name, scopes, created_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7)";

const USED_BY: &str = "
select t.token_id, t.scopes, t.used_at, a.account_id, a.name, a.language,
  m.membership_id, m.role, o.organization_id, o.name, o.kind
from access_token t
join membership m on m.membership_id = t.membership_id and m.ended_at is null
join account a on a.account_id = m.account_id and a.state = 'active'
join organization o on o.organization_id = m.organization_id
where t.secret_digest = $1 and t.ended_at is null and t.expires_at > $2";

const USED: &str = "update access_token set used_at = $2 where token_id = $1";

const OF_MEMBER: &str = "
select token_id, name, scopes, created_at, expires_at, used_at
from access_token
where membership_id = $1 and ended_at is null and expires_at > $2
order by created_at desc, token_id
limit 1000";

const END: &str = "
update access_token
set ended_at = $3
where token_id = $1 and membership_id = $2 and ended_at is null";

const END_OF_MEMBER: &str = "
update access_token
set ended_at = $2
where membership_id = $1 and ended_at is null";

/// A token to make.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewToken<'a> {
    /// Its id.
    pub(crate) token_id: &'a str,
    /// The digest of the token.
    pub(crate) secret_digest: &'a str,
    /// Whose it is.
    pub(crate) membership_id: &'a str,
    /// What it is for.
    pub(crate) name: &'a str,
    /// The words of its scopes, with spaces between.
    pub(crate) scopes: &'a str,
    /// Now.
    pub(crate) at: &'a str,
    /// When it ends.
    pub(crate) expires_at: &'a str,
}

/// Who a token acts for.
#[derive(Debug, Clone)]
pub(crate) struct TokenUseRow {
    /// The token.
    pub(crate) token_id: String,
    /// The words of its scopes.
    pub(crate) scopes: String,
    /// The day of its last use.
    pub(crate) used_at: Option<String>,
    /// The account.
    pub(crate) account_id: String,
    /// The account's name.
    pub(crate) name: String,
    /// The account's language, or empty.
    pub(crate) language: String,
    /// Membership, role, organization, its name and kind.
    pub(crate) member: Option<[String; 5]>,
}

/// A token in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TokenRow {
    /// Its id.
    pub(crate) token_id: String,
    /// What it is for.
    pub(crate) name: String,
    /// The words of its scopes.
    pub(crate) scopes: String,
    /// Since when.
    pub(crate) created_at: String,
    /// Until when.
    pub(crate) expires_at: String,
    /// The day of its last use.
    pub(crate) used_at: Option<String>,
}

fn used_by(row: &Row) -> Result<TokenUseRow, Stop> {
    Ok(TokenUseRow {
        token_id: row.text(0)?,
        scopes: row.text(1)?,
        used_at: row.maybe_text(2)?,
        account_id: row.text(3)?,
        name: row.text(4)?,
        language: row.text(5)?,
        member: membership(row, 6)?,
    })
}

fn token(row: &Row) -> Result<TokenRow, Stop> {
    Ok(TokenRow {
        token_id: row.text(0)?,
        name: row.text(1)?,
        scopes: row.text(2)?,
        created_at: row.text(3)?,
        expires_at: row.text(4)?,
        used_at: row.maybe_text(5)?,
    })
}

impl Store {
    /// Who a token acts for, if it has not ended. One statement.
    pub(crate) async fn token_use(
        &self,
        digest: &str,
        now: &str,
    ) -> Result<Option<TokenUseRow>, Stop> {
        self.row(USED_BY, &[digest.into(), now.into()]).await?.as_ref().map(used_by).transpose()
    }

    /// Writes down the day of a token's last use; no change of record. One statement.
    pub(crate) async fn token_used(&self, token: &str, day: &str) -> Result<(), Stop> {
        self.run(USED, &[token.into(), day.into()]).await.map(drop)
    }

    /// The tokens of a member, the newest first. One statement.
    pub(crate) async fn tokens_of(
        &self,
        membership: &str,
        now: &str,
    ) -> Result<Vec<TokenRow>, Stop> {
        self.rows(OF_MEMBER, &[membership.into(), now.into()]).await?.iter().map(token).collect()
    }
}

impl Work {
    /// Makes a token.
    pub(crate) async fn put_token(&mut self, new: NewToken<'_>) -> Result<(), Stop> {
        let values = [
            new.token_id.into(),
            new.secret_digest.into(),
            new.membership_id.into(),
            new.name.into(),
            new.scopes.into(),
            new.at.into(),
            new.expires_at.into(),
        ];
        self.run(PUT, &values).await.map(drop)
    }

    /// Ends a token of a member; false where there is none.
    pub(crate) async fn end_token(
        &mut self,
        token: &str,
        membership: &str,
        at: &str,
    ) -> Result<bool, Stop> {
        Ok(self.run(END, &[token.into(), membership.into(), at.into()]).await? == 1)
    }

    /// Ends the tokens of a member, and gives how many.
    pub(crate) async fn end_tokens_of_member(
        &mut self,
        membership: &str,
        at: &str,
    ) -> Result<u64, Stop> {
        self.run(END_OF_MEMBER, &[membership.into(), at.into()]).await
    }
}
