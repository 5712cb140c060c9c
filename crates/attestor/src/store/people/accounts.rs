//! Accounts: who somebody is, and what they show it with.

use crate::stop::Stop;
use crate::store::Store;
use crate::store::gate::{Row, Work};

const COUNT: &str = "select count(*) from account";

const BY_ID: &str = "
select account_id, email, name, language, password, totp_secret, failures, locked_until, state
from account
where account_id = $1";

const BY_EMAIL: &str = "
select account_id, email, name, language, password, totp_secret, failures, locked_until, state
from account
where email = $1";

const PUT: &str = "
insert into account (account_id, email, name, language, password, state, failures, created_at)
values ($1, $2, $3, $4, $5, 'active', 0, $6)
on conflict do nothing";

const SET_PROFILE: &str = "update account set name = $2, language = $3 where account_id = $1";

const SET_PASSWORD: &str = "
update account
set password = $2, failures = 0, locked_until = null
where account_id = $1";

const SET_FAILURES: &str = "
update account
set failures = $2, locked_until = $3
where account_id = $1";

const ADD_FAILURE: &str = "
update account
set failures = failures + 1
where account_id = $1
returning failures";

const SET_TOTP: &str = "
update account
set totp_secret = $2, totp_last_step = $3
where account_id = $1";

const TAKE_STEP: &str = "
update account
set totp_last_step = $2
where account_id = $1 and (totp_last_step is null or totp_last_step < $2)";

const TOTP_SECRETS: &str = "
select account_id, totp_secret
from account
where totp_secret is not null
order by account_id";

const RESEAL_TOTP: &str = "
update account
set totp_secret = $3
where account_id = $1 and totp_secret = $2";

const DROP_DRAFTS: &str = "update session set totp_draft = null where totp_draft is not null";

const CODES_LEFT: &str = "
select count(*)
from recovery_code
where account_id = $1 and used_at is null";

const DROP_CODES: &str = "delete from recovery_code where account_id = $1";

const PUT_CODE: &str = "insert into recovery_code (account_id, code_digest) values ($1, $2)";

const TAKE_CODE: &str = "
update recovery_code
set used_at = $3
where account_id = $1 and code_digest = $2 and used_at is null";

/// An account.
#[derive(Clone)]
pub(crate) struct AccountRow {
    /// Its id.
    pub(crate) account_id: String,
    /// The address that it signs in with.
    pub(crate) email: String,
    /// What others see.
    pub(crate) name: String,
    /// The tag of the language that its pages are in; empty for what the browser asks for.
    pub(crate) language: String,
    /// The digest of the password, in the form of PHC strings.
    pub(crate) password: Option<String>,
    /// The sealed secret of the authenticator app; plain only from an older program.
    pub(crate) totp_secret: Option<Vec<u8>>,
    /// How often in a row a sign-in failed.
    pub(crate) failures: i64,
    /// Until when no sign-in is looked at.
    pub(crate) locked_until: Option<String>,
    /// Whether it can be used.
    pub(crate) is_active: bool,
}

fn read(row: &Row) -> Result<AccountRow, Stop> {
    Ok(AccountRow {
        account_id: row.text(0)?,
        email: row.text(1)?,
        name: row.text(2)?,
        language: row.text(3)?,
        password: row.maybe_text(4)?,
        totp_secret: row.maybe_bytes(5)?,
        failures: row.number(6)?,
        locked_until: row.maybe_text(7)?,
        is_active: row.text(8)? == "active",
    })
}

impl Store {
    /// How many accounts there are. One statement.
    pub(crate) async fn account_count(&self) -> Result<i64, Stop> {
        self.row(COUNT, &[]).await?.map_or(Ok(0), |row| row.number(0))
    }

    /// An account by its id. One statement.
    pub(crate) async fn account(&self, account_id: &str) -> Result<Option<AccountRow>, Stop> {
        self.row(BY_ID, &[account_id.into()]).await?.as_ref().map(read).transpose()
    }

    /// An account by its address. One statement.
    pub(crate) async fn account_by_email(&self, email: &str) -> Result<Option<AccountRow>, Stop> {
        self.row(BY_EMAIL, &[email.into()]).await?.as_ref().map(read).transpose()
    }

    /// Counts one more failed sign-in and gives how many there are in a row. One statement.
    pub(crate) async fn add_failure(&self, account_id: &str) -> Result<i64, Stop> {
        let row = self.row(ADD_FAILURE, &[account_id.into()]).await?;
        row.map_or(Ok(0), |row| row.number(0))
    }

    /// Sets how many sign-ins failed in a row, and until when none is looked at. One statement.
    pub(crate) async fn set_failures(
        &self,
        account_id: &str,
        failures: i64,
        locked_until: Option<&str>,
    ) -> Result<(), Stop> {
        let values = [account_id.into(), failures.into(), locked_until.into()];
        self.run(SET_FAILURES, &values).await.map(drop)
    }

    /// The secrets of all authenticator apps as they are kept, by account. One statement.
    pub(crate) async fn totp_secrets(&self) -> Result<Vec<(String, Vec<u8>)>, Stop> {
        let rows = self.rows(TOTP_SECRETS, &[]).await?;
        rows.iter().map(|row| Ok((row.text(0)?, row.bytes(1)?))).collect()
    }

    /// Puts another form of the same secret in its place; false where it is another one by now. No
    /// change of record: nobody can do more or less than before. One statement.
    pub(crate) async fn reseal_totp(
        &self,
        account_id: &str,
        (old, new): (&[u8], &[u8]),
    ) -> Result<bool, Stop> {
        Ok(self.run(RESEAL_TOTP, &[account_id.into(), old.into(), new.into()]).await? == 1)
    }

    /// Drops secrets that no code has confirmed yet; whether there were any. One statement.
    pub(crate) async fn drop_totp_drafts(&self) -> Result<bool, Stop> {
        Ok(self.run(DROP_DRAFTS, &[]).await? > 0)
    }

    /// Removes what was deleted or replaced from the database's own files, as far as the database
    /// can: SQLite writes its file anew and empties its log, PostgreSQL clears the table.
    pub(crate) async fn wipe(&self) -> Result<(), Stop> {
        match self {
            Self::Sqlite(_) => {
                self.run("vacuum", &[]).await?;
                self.rows("pragma wal_checkpoint(truncate)", &[]).await.map(drop)
            }
            Self::Postgres(_) => self.run("vacuum full account", &[]).await.map(drop),
        }
    }

    /// How many recovery codes are left. One statement.
    pub(crate) async fn recovery_codes_left(&self, account_id: &str) -> Result<i64, Stop> {
        self.row(CODES_LEFT, &[account_id.into()]).await?.map_or(Ok(0), |row| row.number(0))
    }
}

impl Work {
    /// How many accounts there are.
    pub(crate) async fn account_count(&mut self) -> Result<i64, Stop> {
        self.row(COUNT, &[]).await?.map_or(Ok(0), |row| row.number(0))
    }

    /// Adds an account; false where the address is taken.
    pub(crate) async fn put_account(
        &mut self,
        account: &AccountRow,
        at: &str,
    ) -> Result<bool, Stop> {
        let values = [
            (&account.account_id).into(),
            (&account.email).into(),
            (&account.name).into(),
            (&account.language).into(),
            account.password.as_deref().into(),
            at.into(),
        ];
        Ok(self.run(PUT, &values).await? == 1)
    }

    /// Sets what others see and the language.
    pub(crate) async fn set_profile(
        &mut self,
        account_id: &str,
        name: &str,
        language: &str,
    ) -> Result<(), Stop> {
        self.run(SET_PROFILE, &[account_id.into(), name.into(), language.into()]).await.map(drop)
    }

    /// Sets the password's digest; failed sign-ins are forgotten.
    pub(crate) async fn set_password(
        &mut self,
        account_id: &str,
        password: &str,
    ) -> Result<(), Stop> {
        self.run(SET_PASSWORD, &[account_id.into(), password.into()]).await.map(drop)
    }

    /// Sets the secret of the authenticator app and the step of its last code, or takes both away.
    pub(crate) async fn set_totp(
        &mut self,
        account_id: &str,
        secret: Option<&[u8]>,
        step: Option<i64>,
    ) -> Result<(), Stop> {
        self.run(SET_TOTP, &[account_id.into(), secret.into(), step.into()]).await.map(drop)
    }

    /// Uses up a step of the authenticator app and all before; false where that was done already.
    pub(crate) async fn take_totp_step(
        &mut self,
        account_id: &str,
        step: i64,
    ) -> Result<bool, Stop> {
        Ok(self.run(TAKE_STEP, &[account_id.into(), step.into()]).await? == 1)
    }

    /// Puts new recovery codes in the place of all old ones.
    pub(crate) async fn put_recovery_codes(
        &mut self,
        account_id: &str,
        digests: &[String],
    ) -> Result<(), Stop> {
        self.run(DROP_CODES, &[account_id.into()]).await?;
        for digest in digests {
            self.run(PUT_CODE, &[account_id.into(), digest.into()]).await?;
        }
        Ok(())
    }

    /// Uses up a recovery code; false where there is no such code or it is used.
    pub(crate) async fn take_recovery_code(
        &mut self,
        account_id: &str,
        digest: &str,
        at: &str,
    ) -> Result<bool, Stop> {
        Ok(self.run(TAKE_CODE, &[account_id.into(), digest.into(), at.into()]).await? == 1)
    }
}
