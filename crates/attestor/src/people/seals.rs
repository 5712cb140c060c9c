//! Secrets of authenticator apps are kept sealed under the keys of the vault: who reads the database,
//! or a copy of it, cannot make codes.
//!
//! An older program kept them plain. They are sealed at the start of a server and by `attestor
//! evidence rewrap`, which also brings them under a new key; until then a plain one still works.

use super::People;
use crate::stop::Stop;
use crate::vault::{Keys, is_sealed};

/// What became of all secrets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Resealed {
    /// Those that lay there plain and are sealed now.
    pub(crate) sealed: u64,
    /// Those that are under the current key now.
    pub(crate) changed: u64,
    /// The accounts whose secrets stay as they were, and why.
    pub(crate) failed: Vec<(String, String)>,
}

impl People {
    /// The same people, whose secrets are kept under keys.
    pub(crate) fn with_keys(self, keys: Keys) -> Self {
        Self { keys: Some(keys), ..self }
    }

    /// Seals a secret of an account.
    pub(super) fn seal(&self, account: &str, clear: &[u8]) -> Result<Vec<u8>, Stop> {
        self.keys()?.seal_secret(account, clear)
    }

    /// A secret of an account as it was before it was sealed.
    pub(super) fn unseal(&self, account: &str, kept: &[u8]) -> Result<Vec<u8>, Stop> {
        if !is_sealed(kept) {
            return Ok(kept.to_vec());
        }
        let opened = self.keys()?.open_secret(account, kept);
        opened.map_err(|failure| {
            Stop::Failure(format!("the authenticator app of account {account}: {failure}"))
        })
    }

    /// Seals what an older program kept plain, if there is any; how many secrets.
    pub(crate) async fn seal_plain(&self) -> Result<u64, Stop> {
        let secrets = self.store.totp_secrets().await?;
        if secrets.iter().all(|(_, kept)| is_sealed(kept)) {
            return Ok(0);
        }
        self.reseal().await.map(|done| done.sealed)
    }

    /// Brings all secrets under the current key. What was plain is wiped from the database's file.
    pub(crate) async fn reseal(&self) -> Result<Resealed, Stop> {
        let (keys, mut done) = (self.keys()?, Resealed::default());
        for (account, kept) in self.store.totp_secrets().await? {
            let plain = !is_sealed(&kept);
            let again = if plain {
                keys.seal_secret(&account, &kept).map(Some)
            } else {
                match keys.reseal_secret(&account, &kept) {
                    Ok(again) => Ok(again),
                    Err(failure) => {
                        done.failed.push((account, failure.to_string()));
                        continue;
                    }
                }
            };
            let Some(again) = again? else { continue };
            // Who set up another app meanwhile sealed it.
            if self.store.reseal_totp(&account, (&kept, &again)).await? {
                done.sealed += u64::from(plain);
                done.changed += u64::from(!plain);
            }
        }
        let dropped = self.store.drop_totp_drafts().await?;
        if done.sealed > 0 || dropped {
            self.store.wipe().await?;
        }
        Ok(done)
    }

    fn keys(&self) -> Result<&Keys, Stop> {
        let none = || Stop::Failure("there is no key to keep secrets under".to_owned());
        self.keys.as_ref().ok_or_else(none)
    }
}

#[cfg(test)]
mod tests;
