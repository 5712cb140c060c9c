//! Passkeys: keys that a device or a browser keeps for somebody.

use crate::stop::Stop;
use crate::store::Store;
use crate::store::gate::{Row, Work};

const PUT: &str = "
insert into passkey (passkey_id, account_id, name, credential_id, content, moving, created_at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict do nothing";

const OF_ACCOUNT: &str = "
select passkey_id, account_id, name, credential_id, content, moving, created_at, used_at
from passkey
where account_id = $1
order by created_at, passkey_id
limit 100";

const BY_CREDENTIAL: &str = "
select passkey_id, account_id, name, credential_id, content, moving, created_at, used_at
from passkey
where credential_id = $1";

const USED: &str = "update passkey set moving = $2, used_at = $3 where passkey_id = $1";

const REMOVE: &str = "delete from passkey where passkey_id = $1 and account_id = $2";

const REMOVE_ALL: &str = "delete from passkey where account_id = $1";

/// A passkey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PasskeyRow {
    /// Its id here.
    pub(crate) passkey_id: String,
    /// Whose it is.
    pub(crate) account_id: String,
    /// What its owner calls it.
    pub(crate) name: String,
    /// Its id at the device.
    pub(crate) credential_id: Vec<u8>,
    /// What never changes: the public key and how it was made.
    pub(crate) content: Vec<u8>,
    /// What changes with each use: the counter and what the device said.
    pub(crate) moving: Vec<u8>,
    /// Since when.
    pub(crate) created_at: String,
    /// When it was last used.
    pub(crate) used_at: Option<String>,
}

fn read(row: &Row) -> Result<PasskeyRow, Stop> {
    Ok(PasskeyRow {
        passkey_id: row.text(0)?,
        account_id: row.text(1)?,
        name: row.text(2)?,
        credential_id: row.bytes(3)?,
        content: row.bytes(4)?,
        moving: row.bytes(5)?,
        created_at: row.text(6)?,
        used_at: row.maybe_text(7)?,
    })
}

impl Store {
    /// The passkeys of an account, the oldest first. One statement.
    pub(crate) async fn passkeys_of(&self, account: &str) -> Result<Vec<PasskeyRow>, Stop> {
        self.rows(OF_ACCOUNT, &[account.into()]).await?.iter().map(read).collect()
    }

    /// The passkey with an id at the device. One statement.
    pub(crate) async fn passkey(&self, credential: &[u8]) -> Result<Option<PasskeyRow>, Stop> {
        self.row(BY_CREDENTIAL, &[credential.into()]).await?.as_ref().map(read).transpose()
    }
}

impl Work {
    /// Adds a passkey; false where the device's id is taken.
    pub(crate) async fn put_passkey(&mut self, new: &PasskeyRow) -> Result<bool, Stop> {
        let values = [
            (&new.passkey_id).into(),
            (&new.account_id).into(),
            (&new.name).into(),
            new.credential_id.as_slice().into(),
            new.content.as_slice().into(),
            new.moving.as_slice().into(),
            (&new.created_at).into(),
        ];
        Ok(self.run(PUT, &values).await? == 1)
    }

    /// Writes down a use of a passkey.
    pub(crate) async fn passkey_used(
        &mut self,
        passkey: &str,
        moving: &[u8],
        at: &str,
    ) -> Result<(), Stop> {
        self.run(USED, &[passkey.into(), moving.into(), at.into()]).await.map(drop)
    }

    /// Removes a passkey of an account; false where there is none.
    pub(crate) async fn remove_passkey(
        &mut self,
        passkey: &str,
        account: &str,
    ) -> Result<bool, Stop> {
        Ok(self.run(REMOVE, &[passkey.into(), account.into()]).await? == 1)
    }

    /// Removes all passkeys of an account, and gives how many.
    pub(crate) async fn remove_passkeys(&mut self, account: &str) -> Result<u64, Stop> {
        self.run(REMOVE_ALL, &[account.into()]).await
    }
}
