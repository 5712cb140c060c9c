//! Recovery codes: ten, for the day on which the second factor is lost. Each is good once.

use data_encoding::BASE32_NOPAD;
use serde_json::json;

use super::caller::Caller;
use super::refused::Refused;
use super::sessions::Began;
use super::{About, People, secret};
use crate::stop::Stop;

/// How many there are.
const CODES: usize = 10;

/// A code: 80 random bits as four groups of four letters.
fn code() -> Result<String, Stop> {
    let letters = BASE32_NOPAD.encode(&secret::random::<10>()?).to_lowercase();
    let groups: Vec<String> = letters
        .as_bytes()
        .chunks(4)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect();
    Ok(groups.join("-"))
}

/// The digest of a code as somebody types it.
fn digest(code: &str) -> String {
    let letters: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    secret::digest(&letters.to_lowercase())
}

impl People {
    /// New codes in the place of all old ones, to be shown once.
    pub(crate) async fn new_recovery_codes(&self, caller: &Caller) -> Result<Vec<String>, Refused> {
        // Without another second factor a code would be one that nothing else stands behind.
        if !caller.second_factor.is_set_up() {
            return Err(Refused::whole("no-factor"));
        }
        let codes: Vec<String> = (0..CODES).map(|_| code()).collect::<Result<_, _>>()?;
        let digests: Vec<String> = codes.iter().map(|code| digest(code)).collect();
        let mut work = self.store.begin().await?;
        work.put_recovery_codes(&caller.account_id, &digests).await?;
        let about = About { organization: None, subject: "account", id: &caller.account_id };
        let told = ("recovery_codes_made", &json!({"count": CODES}));
        self.note(&mut work, caller.actor(), about, told).await?;
        work.commit().await?;
        Ok(codes)
    }

    /// The second step of signing in, with a recovery code.
    pub(crate) async fn show_recovery_code(
        &self,
        caller: &Caller,
        code: &str,
    ) -> Result<Began, Refused> {
        let session = caller.session().ok_or(Refused::NotFound)?;
        let account = self.store.account(&caller.account_id).await?.ok_or(Refused::NotFound)?;
        let wrong = || Refused::field("recovery", "code-wrong");
        if self.is_locked(&account) {
            return Err(wrong());
        }
        if !caller.second_factor.is_set_up() {
            return Err(wrong());
        }
        let at = self.now().to_string();
        let mut work = self.store.begin().await?;
        if !work.take_recovery_code(&account.account_id, &digest(code), &at).await? {
            drop(work);
            self.failed(&account.account_id).await?;
            return Err(wrong());
        }
        let began = self.raise(&mut work, caller, session).await?;
        let about = About { organization: None, subject: "account", id: &account.account_id };
        let told = ("recovery_code_used", &json!({}));
        self.note(&mut work, caller.actor(), about, told).await?;
        work.commit().await?;
        self.forget_failures(&account).await?;
        Ok(began)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let one = code().expect("random");
        assert_eq!(one.len(), 19, "{one}");
        assert_eq!(digest(&one), digest(&one.to_uppercase().replace('-', " ")));
        assert_ne!(digest(&one), digest(&code().expect("random")));
    }
}
