//! Codes of an authenticator app (RFC 6238): SHA-1, six digits, 30 seconds, as every app has them.

use attestor_core::instant::Instant;
use data_encoding::BASE32_NOPAD;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use totp_rs::{Algorithm, Builder, Totp};

use super::caller::Caller;
use super::refused::Refused;
use super::sessions::Began;
use super::{About, People, secret};
use crate::stop::Stop;

/// Bytes of a secret, as RFC 4226 advises.
const SECRET: usize = 20;

/// What somebody puts into an authenticator app.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    /// The secret in letters, to be typed.
    pub(crate) letters: String,
    /// The same as an address that apps understand.
    pub(crate) uri: String,
}

impl Draft {
    fn of(bytes: &[u8], email: &str) -> Self {
        let letters = BASE32_NOPAD.encode(bytes);
        let label = utf8_percent_encode(email, NON_ALPHANUMERIC);
        let uri = format!(
            "otpauth://totp/Attestor:{label}?secret={letters}&issuer=Attestor&algorithm=SHA1&digits=6&period=30"
        );
        Self { letters, uri }
    }
}

fn app(bytes: &[u8]) -> Result<Totp, Stop> {
    let app = Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_step_duration(30)
        .with_skew(1)
        .with_secret(bytes.to_vec())
        .build();
    app.map_err(|error| Stop::Failure(format!("the secret of an authenticator app: {error}")))
}

/// The step of a code, one step early or late at most; `None` for a wrong code.
fn step(bytes: &[u8], code: &str, now: Instant) -> Result<Option<i64>, Stop> {
    let code: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
    let step = app(bytes)?.check(&code, now.seconds());
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

impl People {
    /// What to put into an authenticator app; kept in the session until a code confirms it.
    pub(crate) async fn totp_draft(&self, caller: &Caller) -> Result<Draft, Refused> {
        let session = caller.session().ok_or(Refused::NotFound)?;
        let account = self.store.account(&caller.account_id).await?.ok_or(Refused::NotFound)?;
        if let Some(kept) = self.store.totp_draft(session).await? {
            let bytes = self.unseal(&caller.account_id, &kept)?;
            return Ok(Draft::of(&bytes, &account.email));
        }
        let bytes = secret::random::<SECRET>()?;
        let sealed = self.seal(&caller.account_id, &bytes)?;
        self.store.set_totp_draft(session, &sealed).await?;
        Ok(Draft::of(&bytes, &account.email))
    }

    /// Takes the app into use when a code shows that it has the secret. The session counts as one
    /// with a second factor from then on.
    pub(crate) async fn confirm_totp(&self, caller: &Caller, code: &str) -> Result<Began, Refused> {
        let session = caller.session().ok_or(Refused::NotFound)?;
        let draft = self.store.totp_draft(session).await?;
        let draft = draft.ok_or_else(|| Refused::whole("totp-again"))?;
        let bytes = self.unseal(&caller.account_id, &draft)?;
        let step = step(&bytes, code, self.now())?;
        let step = step.ok_or_else(|| Refused::field("code", "code-wrong"))?;
        let sealed = self.seal(&caller.account_id, &bytes)?;
        let mut work = self.store.begin().await?;
        work.set_totp(&caller.account_id, Some(&sealed), Some(step)).await?;
        let began = self.raise(&mut work, caller, session).await?;
        let about = About { organization: None, subject: "account", id: &caller.account_id };
        let told = ("second_factor_added", &serde_json::json!({"factor": "totp"}));
        self.note(&mut work, caller.actor(), about, told).await?;
        work.commit().await?;
        Ok(began)
    }

    /// Takes the app out of use.
    pub(crate) async fn remove_totp(&self, caller: &Caller) -> Result<(), Refused> {
        if caller.is_staff() && !caller.second_factor.passkey {
            return Err(Refused::whole("last-factor"));
        }
        let mut work = self.store.begin().await?;
        work.set_totp(&caller.account_id, None, None).await?;
        let about = About { organization: None, subject: "account", id: &caller.account_id };
        let told = ("second_factor_removed", &serde_json::json!({"factor": "totp"}));
        self.note(&mut work, caller.actor(), about, told).await?;
        Ok(work.commit().await?)
    }

    /// The second step of signing in, with a code of the app. A code is good once.
    pub(crate) async fn show_code(&self, caller: &Caller, code: &str) -> Result<Began, Refused> {
        let session = caller.session().ok_or(Refused::NotFound)?;
        let account = self.store.account(&caller.account_id).await?.ok_or(Refused::NotFound)?;
        let wrong = || Refused::field("code", "code-wrong");
        if self.is_locked(&account) {
            return Err(wrong());
        }
        let found = match &account.totp_secret {
            Some(kept) => step(&self.unseal(&account.account_id, kept)?, code, self.now())?,
            None => None,
        };
        let mut work = self.store.begin().await?;
        let taken = match found {
            Some(step) => work.take_totp_step(&account.account_id, step).await?,
            None => false,
        };
        if !taken {
            drop(work);
            self.failed(&account.account_id).await?;
            return Err(wrong());
        }
        let began = self.raise(&mut work, caller, session).await?;
        work.commit().await?;
        self.forget_failures(&account).await?;
        Ok(began)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret and codes of RFC 6238, appendix B, the last six digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = b"12345678901234567890";
        for (seconds, code, wanted) in [
            (59, "287082", Some(1)),
            (59 + 30, "287082", Some(1)),
            (59 + 61, "287082", None),
            (1_111_111_109, "081804", Some(37_037_036)),
            (1_111_111_109, "081 804", Some(37_037_036)),
            (1_111_111_109, "81804", None),
            (1_111_111_109, "", None),
        ] {
            let found = step(secret, code, Instant::from_seconds(seconds)).expect("read");
            assert_eq!(found, wanted, "{seconds} {code}");
        }
    }

    #[test]
    fn apps_get_secret_and_name() {
        let draft = Draft::of(b"12345678901234567890", "kim@example.org");
        assert_eq!(draft.letters, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert_eq!(
            draft.uri,
            "otpauth://totp/Attestor:kim%40example%2Eorg?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
             &issuer=Attestor&algorithm=SHA1&digits=6&period=30"
        );
    }
}
