//! Passwords: which are taken, and their digests (Argon2id).

use std::sync::{Arc, LazyLock};

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use super::refused::Fault;
use super::secret;
use crate::stop::Stop;

/// The fewest letters of a password.
pub(crate) const LEAST: usize = 12;

/// The most letters of a password.
pub(crate) const MOST: usize = 256;

/// KiB of memory, rounds and lanes of a digest: the least that OWASP advises.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// Passwords of the right length that everybody tries first.
const COMMON: [&str; 24] = [
    "000000000000",
    "111111111111",
    "112233445566",
    "121212121212",
    "1234567890ab",
    "123456789012",
    "1234567890123",
    "12345678901234",
    "1234567891011",
    "123123123123",
    "1q2w3e4r5t6y",
    "aaaaaaaaaaaa",
    "abcdefghijkl",
    "administrator",
    "adminadminadmin",
    "asdfghjkl123",
    "changemechangeme",
    "letmeinletmein",
    "password1234",
    "password12345",
    "passwordpassword",
    "qwertyuiop12",
    "qwertyuiop123",
    "qwertyqwerty",
];

/// A digest that no password has, for accounts that are not there: looking takes as long.
static NOBODY: LazyLock<String> = LazyLock::new(|| {
    let random = secret::secret().unwrap_or_default();
    digest(&random).unwrap_or_default()
});

/// Makes and compares digests, a few at a time: each takes 19 MiB.
#[derive(Debug, Clone)]
pub(crate) struct Passwords(Arc<Semaphore>);

impl Passwords {
    /// One a processor at a time.
    pub(crate) fn new() -> Self {
        let turns = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        Self(Arc::new(Semaphore::new(turns)))
    }

    /// The digest of a password, with its salt and cost.
    pub(crate) async fn digest(&self, password: &str) -> Result<String, Stop> {
        let password = password.to_owned();
        self.in_turn(move || digest(&password)).await?
    }

    /// Whether a password has this digest; false, after as much time, where there is no digest.
    pub(crate) async fn fits(&self, password: &str, known: Option<&str>) -> Result<bool, Stop> {
        let (password, known) = (password.to_owned(), known.map(str::to_owned));
        self.in_turn(move || {
            let fits = fits(&password, known.as_deref().unwrap_or(&NOBODY));
            fits && known.is_some()
        })
        .await
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Stop> {
        // The semaphore is never closed.
        let _turn = self.0.acquire().await.ok();
        let done = spawn_blocking(work).await;
        done.map_err(|_| Stop::Failure("a digest of a password ended early".to_owned()))
    }
}

fn argon2() -> Result<Argon2<'static>, Stop> {
    let (memory, rounds, lanes) = COST;
    let cost = Params::new(memory, rounds, lanes, None);
    let cost = cost.map_err(|error| Stop::Failure(format!("Argon2: {error}")))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, cost))
}

fn digest(password: &str) -> Result<String, Stop> {
    let salt = secret::random::<16>()?;
    let made = argon2()?.hash_password_with_salt(password.as_bytes(), &salt);
    made.map(|made: PasswordHash| made.to_string())
        .map_err(|error| Stop::Failure(format!("Argon2: {error}")))
}

fn fits(password: &str, known: &str) -> bool {
    argon2().is_ok_and(|argon2| argon2.verify_password(password.as_bytes(), known).is_ok())
}

/// What is wrong with a password that somebody wants to have.
pub(crate) fn fault(password: &str, email: &str, name: &str) -> Option<Fault> {
    let length = password.chars().count();
    let lower = password.to_lowercase();
    let is_same_letter = || {
        let mut letters = lower.chars();
        letters.next().is_some_and(|first| letters.all(|letter| letter == first))
    };
    let reason = if length < LEAST {
        "password-short"
    } else if length > MOST {
        "password-long"
    } else if COMMON.contains(&lower.as_str()) || is_same_letter() {
        "password-common"
    } else if lower.trim() == email || lower.trim() == name.trim().to_lowercase() {
        "password-own"
    } else {
        return None;
    };
    Some(Fault { field: "password", reason })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_long_and_neither_common_nor_the_own_name() {
        let reason = |password: &str| {
            fault(password, "kim.adams@example.org", "Kim the Analyst").map(|fault| fault.reason)
        };
        assert_eq!(reason("elevensigns"), Some("password-short"));
        assert_eq!(reason("twelve signs"), None);
        assert_eq!(reason(&"ab".repeat(128)), None);
        assert_eq!(reason(&"a".repeat(257)), Some("password-long"));
        assert_eq!(reason("Password1234"), Some("password-common"));
        assert_eq!(reason("zzzzzzzzzzzzz"), Some("password-common"));
        assert_eq!(reason("KIM.adams@example.org"), Some("password-own"));
        assert_eq!(reason("kim the analyst"), Some("password-own"));
        assert_eq!(reason("비밀번호가열두글자입니다"), None);
    }

    #[tokio::test]
    async fn a_digest_fits_its_password_to_the_last_space() {
        let passwords = Passwords::new();
        let known = passwords.digest(" twelve signs ").await.expect("a digest");
        assert!(known.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{known}");
        for (password, fits) in [(" twelve signs ", true), ("twelve signs", false), ("", false)] {
            assert_eq!(passwords.fits(password, Some(&known)).await.expect("compared"), fits);
        }
        assert!(!passwords.fits("twelve signs", None).await.expect("compared"));
        assert!(!passwords.fits("twelve signs", Some("no digest")).await.expect("compared"));
        assert_ne!(passwords.digest(" twelve signs ").await.expect("a digest"), known);
    }
}
