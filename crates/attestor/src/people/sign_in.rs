//! Signing in: a password, and what happens when it is wrong.
//!
//! An address without an account, a wrong password and an account that is locked get the same words
//! after about the same time.

use std::net::IpAddr;

use attestor_core::instant::Instant;
use serde_json::json;

use super::caller::Caller;
use super::refused::Refused;
use super::sessions::Began;
use super::{About, Actor, People, passwords};
use crate::stop::Stop;
use crate::store::people::AccountRow;

/// The failure after which an account is locked for the first time.
const PATIENCE: i64 = 5;

/// The seconds of the first lock; each further failure doubles them.
const FIRST_LOCK: u64 = 60;

/// The most seconds of a lock.
const LONGEST_LOCK: u64 = 60 * 60;

/// Where a sign-in comes from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct From<'a> {
    /// The client's address.
    pub(crate) address: IpAddr,
    /// What the browser calls itself.
    pub(crate) agent: &'a str,
}

/// The address as it is kept and compared; `None` for what is none.
pub(super) fn email(text: &str) -> Option<String> {
    let email = text.trim().to_lowercase();
    let (name, host) = email.split_once('@')?;
    let is_plain = !email.chars().any(|letter| letter.is_whitespace() || letter.is_control());
    let is_host = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    let is_email = is_plain && !name.is_empty() && is_host && !host.contains('@');
    (is_email && email.len() <= 254).then_some(email)
}

/// The seconds for which an account is locked after this many failures in a row.
fn lock(failures: i64) -> Option<u64> {
    let more = u32::try_from(failures.checked_sub(PATIENCE)?).ok()?;
    Some(FIRST_LOCK.saturating_mul(1_u64.checked_shl(more).unwrap_or(u64::MAX)).min(LONGEST_LOCK))
}

impl People {
    /// Signs in with a password. What it gives is a session with one factor.
    pub(crate) async fn sign_in(
        &self,
        (address, password): (&str, &str),
        from: From<'_>,
    ) -> Result<Began, Refused> {
        self.tries.count(from.address, self.now()).map_err(Refused::TooMany)?;
        let account = match email(address) {
            Some(email) => self.store.account_by_email(&email).await?,
            None => None,
        };
        let known = account.as_ref().and_then(|account| account.password.as_deref());
        let fits = self.passwords.fits(password, known).await?;
        let open = |account: &AccountRow| account.is_active && !self.is_locked(account);
        match account {
            Some(account) if fits && open(&account) => {
                let mut work = self.store.begin().await?;
                let began =
                    self.begin_session(&mut work, &account.account_id, 1, from.agent).await?;
                work.commit().await?;
                if !self.has_second_factor(&account).await? {
                    self.forget_failures(&account).await?;
                }
                Ok(began)
            }
            Some(account) if !fits && open(&account) => {
                self.failed(&account.account_id).await?;
                Err(Refused::whole("sign-in"))
            }
            _ => Err(Refused::whole("sign-in")),
        }
    }

    /// Whether no sign-in of an account is looked at now.
    pub(super) fn is_locked(&self, account: &AccountRow) -> bool {
        let until = account.locked_until.as_deref().and_then(Instant::parse);
        until.is_some_and(|until| self.now() < until)
    }

    /// Counts a failure, and locks the account after several in a row.
    pub(super) async fn failed(&self, account: &str) -> Result<(), Stop> {
        let failures = self.store.add_failure(account).await?;
        let Some(seconds) = lock(failures) else { return Ok(()) };
        let until = self.now().plus_seconds(seconds).to_string();
        self.store.set_failures(account, failures, Some(&until)).await?;
        let actor = Actor { account: "system", role: "" };
        let about = About { organization: None, subject: "account", id: account };
        let mut work = self.store.begin().await?;
        let told = ("locked", &json!({"failures": failures, "until": until}));
        self.note(&mut work, actor, about, told).await?;
        work.commit().await
    }

    /// Whether a password alone is not enough for an account.
    async fn has_second_factor(&self, account: &AccountRow) -> Result<bool, Stop> {
        Ok(account.totp_secret.is_some()
            || !self.store.passkeys_of(&account.account_id).await?.is_empty())
    }

    /// A success makes earlier failures good. With a second factor set up only that one does, or
    /// codes could be tried for ever by who knows the password.
    pub(super) async fn forget_failures(&self, account: &AccountRow) -> Result<(), Stop> {
        if account.failures == 0 {
            return Ok(());
        }
        self.store.set_failures(&account.account_id, 0, None).await
    }

    /// Changes the password of who knows the old one; all other sessions end.
    pub(crate) async fn change_password(
        &self,
        caller: &Caller,
        old: &str,
        new: &str,
    ) -> Result<(), Refused> {
        let session = caller.session().ok_or(Refused::NotFound)?;
        let account = self.store.account(&caller.account_id).await?.ok_or(Refused::NotFound)?;
        let wrong = || Refused::field("old-password", "password-wrong");
        if self.is_locked(&account) {
            return Err(wrong());
        }
        if !self.passwords.fits(old, account.password.as_deref()).await? {
            self.failed(&account.account_id).await?;
            return Err(wrong());
        }
        let fault = passwords::fault(new, &account.email, &account.name);
        Refused::unless_good(fault.into_iter().collect())?;
        let digest = self.passwords.digest(new).await?;
        let mut work = self.store.begin().await?;
        work.set_password(&account.account_id, &digest).await?;
        let about = About { organization: None, subject: "account", id: &account.account_id };
        self.note(&mut work, caller.actor(), about, ("password_changed", &json!({}))).await?;
        self.end_others(&mut work, caller.actor(), session).await?;
        Ok(work.commit().await?)
    }

    /// Changes what others see and the language of the pages; empty for what the browser asks for.
    pub(crate) async fn change_profile(
        &self,
        caller: &Caller,
        name: &str,
        language: &str,
    ) -> Result<(), Refused> {
        let name = super::invitations::name(name).map_err(|fault| Refused::Faults(vec![fault]))?;
        let mut work = self.store.begin().await?;
        work.set_profile(&caller.account_id, &name, language).await?;
        let about = About { organization: None, subject: "account", id: &caller.account_id };
        self.note(&mut work, caller.actor(), about, ("profile_changed", &json!({}))).await?;
        Ok(work.commit().await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_kept_in_one_form() {
        for (text, wanted) in [
            (" Kim.Adams@Example.ORG ", Some("kim.adams@example.org")),
            ("kim@example", None),
            ("kim@a@example.org", None),
            ("@example.org", None),
            ("kim adams@example.org", None),
            ("kim@.org", None),
            ("kim", None),
        ] {
            assert_eq!(email(text).as_deref(), wanted, "{text}");
        }
        assert_eq!(email(&format!("{}@example.org", "k".repeat(250))), None);
    }

    #[test]
    fn locks_grow_from_the_fifth_failure_to_an_hour() {
        let seconds = [(0, None), (4, None), (5, Some(60)), (6, Some(120)), (10, Some(1920))];
        for (failures, wanted) in seconds.into_iter().chain([(11, Some(3600)), (999, Some(3600))]) {
            assert_eq!(lock(failures), wanted, "{failures}");
        }
    }
}
