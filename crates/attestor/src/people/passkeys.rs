//! Passkeys (WebAuthn): a key that a device keeps, and uses only when its owner is there and has shown
//! so with a PIN, a finger or a face. That is two factors at once, so that one alone signs in.
//!
//! What a device is being asked is kept in memory for five minutes under its challenge, and is
//! answered once.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use attestor_core::instant::Instant;
use serde_json::json;
use webauthn_rp::bin::{Decode as _, Encode as _};
use webauthn_rp::request::auth::AuthenticationVerificationOptions;
use webauthn_rp::request::register::{
    Extension, Nickname, PublicKeyCredentialUserEntity, RegistrationVerificationOptions,
    UserHandle16, Username,
};
use webauthn_rp::request::{AsciiDomain, PublicKeyCredentialDescriptor, RpId};
use webauthn_rp::response::register::{CompressedPubKey, DynamicState, StaticState};
use webauthn_rp::response::{AuthTransports, CredentialId};
use webauthn_rp::{
    AuthenticatedCredential, DiscoverableAuthentication16, DiscoverableAuthenticationServerState,
    DiscoverableCredentialRequestOptions, PublicKeyCredentialCreationOptions, Registration,
    RegistrationServerState,
};

use super::caller::Caller;
use super::refused::Refused;
use super::sessions::Began;
use super::{About, Actor, People, secret};
use crate::stop::Stop;
use crate::store::people::PasskeyRow;

/// The seconds for which a question to a device stands.
const LASTS: u64 = 5 * 60;

/// The most questions that stand at one time; when there are more, the oldest go.
const QUESTIONS: usize = 10_000;

/// The most passkeys of an account.
const PASSKEYS: usize = 20;

/// The public key and how it was made, as it is kept.
type Kept = StaticState<CompressedPubKey<[u8; 32], [u8; 32], [u8; 48], Vec<u8>>>;

/// What devices are being asked.
#[derive(Default)]
pub(super) struct Ceremonies(Mutex<HashMap<u128, (Instant, Question)>>);

/// A question to a device.
enum Question {
    /// To make a key.
    Make(RegistrationServerState<16>),
    /// To use one.
    Use(DiscoverableAuthenticationServerState),
}

impl Ceremonies {
    fn put(&self, challenge: u128, question: Question, now: Instant) {
        // A poisoned map is still a map of questions.
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, (since, _)| now < since.plus_seconds(LASTS));
        if all.len() >= QUESTIONS {
            let oldest = all.values().map(|(since, _)| *since).min();
            all.retain(|_, (since, _)| Some(*since) != oldest);
        }
        all.insert(challenge, (now, question));
    }

    fn take(&self, challenge: u128, now: Instant) -> Option<Question> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, question) = all.remove(&challenge)?;
        (now < since.plus_seconds(LASTS)).then_some(question)
    }
}

/// The site as devices know it: keys are made for its host. Numbers of addresses have none.
fn party(public_url: &str) -> Result<RpId, Refused> {
    let url = url::Url::parse(public_url).ok();
    let host = url.as_ref().and_then(url::Url::domain).map(str::to_owned);
    let domain = host.and_then(|host| AsciiDomain::try_from(host).ok());
    domain.map(RpId::Domain).ok_or_else(|| Refused::whole("passkey-host"))
}

/// Whether passkeys can be made for a site.
pub(crate) fn are_possible(public_url: &str) -> bool {
    party(public_url).is_ok()
}

/// The account as devices know it: its random id.
fn handle(account: &str) -> Result<UserHandle16, Stop> {
    let id = u128::from_str_radix(account, 16)
        .map_err(|_| Stop::Failure("an account's id is no number".to_owned()))?;
    UserHandle16::decode(id.to_be_bytes())
        .map_err(|_| Stop::Failure("an account's id has no 16 bytes".to_owned()))
}

fn wrong() -> Refused {
    Refused::whole("passkey-wrong")
}

fn odd<E: std::fmt::Debug>(error: E) -> Stop {
    Stop::Failure(format!("a passkey: {error:?}"))
}

impl People {
    /// What a browser asks a device for a new key, as JSON.
    pub(crate) async fn ask_for_passkey(
        &self,
        caller: &Caller,
        public_url: &str,
    ) -> Result<String, Refused> {
        let party = party(public_url)?;
        let account = self.store.account(&caller.account_id).await?.ok_or(Refused::NotFound)?;
        let known = self.store.passkeys_of(&caller.account_id).await?;
        if known.len() >= PASSKEYS {
            return Err(Refused::whole("passkey-many"));
        }
        let known = known.into_iter().filter_map(|one| {
            let id = CredentialId::<Vec<u8>>::decode(one.credential_id).ok()?;
            // How a device is reached is not kept: the browser finds it.
            let transports = AuthTransports::decode(0).ok()?;
            Some(PublicKeyCredentialDescriptor { id, transports })
        });
        let id = handle(&account.account_id)?;
        let name = Username::try_from(account.email.as_str())
            .or_else(|_| Username::try_from(account.account_id.as_str()))
            .map_err(odd)?;
        let display_name = Nickname::try_from(account.name.as_str()).ok();
        let user = PublicKeyCredentialUserEntity { name, id: &id, display_name };
        let mut options =
            PublicKeyCredentialCreationOptions::passkey(&party, user, known.collect());
        // Devices that do not know this extension would refuse.
        options.extensions = Extension::default();
        let challenge = options.challenge.as_data();
        let (question, asked) = options.start_ceremony().map_err(odd)?;
        let asked = serde_json::to_string(&asked).map_err(odd)?;
        self.ceremonies.put(challenge, Question::Make(question), self.now());
        Ok(asked)
    }

    /// Takes a new key, under a name. The session counts as one with two factors from then on.
    pub(crate) async fn add_passkey(
        &self,
        caller: &Caller,
        public_url: &str,
        (name, answer): (&str, &str),
    ) -> Result<Began, Refused> {
        let session = caller.session().ok_or(Refused::NotFound)?;
        let new = self.passkey_of(caller, public_url, answer)?;
        let name = super::invitations::name(name);
        let new = PasskeyRow { name: name.unwrap_or_else(|_| "Passkey".to_owned()), ..new };
        let mut work = self.store.begin().await?;
        if !work.put_passkey(&new).await? {
            return Err(Refused::whole("passkey-taken"));
        }
        let began = self.raise(&mut work, caller, session).await?;
        let about = About { organization: None, subject: "account", id: &caller.account_id };
        let told =
            ("second_factor_added", &json!({"factor": "passkey", "passkey": new.passkey_id}));
        self.note(&mut work, caller.actor(), about, told).await?;
        work.commit().await?;
        Ok(began)
    }

    /// The row of a new key, once its device has shown that it has it.
    fn passkey_of(
        &self,
        caller: &Caller,
        public_url: &str,
        answer: &str,
    ) -> Result<PasskeyRow, Refused> {
        let answer: Registration = serde_json::from_str(answer).map_err(|_| wrong())?;
        let challenge = answer.challenge().map_err(|_| wrong())?.0;
        let Some(Question::Make(question)) = self.ceremonies.take(challenge, self.now()) else {
            return Err(wrong());
        };
        let options = RegistrationVerificationOptions::<&str, &str> {
            allowed_origins: &[public_url],
            error_on_unsolicited_extensions: false,
            ..Default::default()
        };
        let made = question.verify(&party(public_url)?, &answer, &options).map_err(|_| wrong())?;
        if *made.user_id() != handle(&caller.account_id)? {
            return Err(wrong());
        }
        Ok(PasskeyRow {
            passkey_id: secret::id()?,
            account_id: caller.account_id.clone(),
            name: String::new(),
            credential_id: made.id().as_ref().to_vec(),
            content: made.static_state().encode().map_err(odd)?,
            moving: made.dynamic_state().encode().map_err(odd)?.to_vec(),
            created_at: self.now().to_string(),
            used_at: None,
        })
    }

    /// Takes a passkey out of use.
    pub(crate) async fn remove_passkey(
        &self,
        caller: &Caller,
        passkey: &str,
    ) -> Result<(), Refused> {
        let all = self.store.passkeys_of(&caller.account_id).await?;
        if caller.is_staff() && !caller.second_factor.app && all.len() < 2 {
            return Err(Refused::whole("last-factor"));
        }
        let mut work = self.store.begin().await?;
        if !work.remove_passkey(passkey, &caller.account_id).await? {
            return Err(Refused::NotFound);
        }
        let about = About { organization: None, subject: "account", id: &caller.account_id };
        let told = ("second_factor_removed", &json!({"factor": "passkey", "passkey": passkey}));
        self.note(&mut work, caller.actor(), about, told).await?;
        Ok(work.commit().await?)
    }

    /// What a browser asks a device to sign in, as JSON. The device says who signs in.
    pub(crate) fn ask_to_sign_in(
        &self,
        client: IpAddr,
        public_url: &str,
    ) -> Result<String, Refused> {
        self.tries.count(client, self.now()).map_err(Refused::TooMany)?;
        let party = party(public_url)?;
        let options = DiscoverableCredentialRequestOptions::passkey(&party);
        let challenge = options.0.challenge.as_data();
        let (question, asked) = options.start_ceremony().map_err(odd)?;
        let asked = serde_json::to_string(&asked).map_err(odd)?;
        self.ceremonies.put(challenge, Question::Use(question), self.now());
        Ok(asked)
    }

    /// Signs in with a passkey. What it gives is a session with two factors.
    pub(crate) async fn sign_in_with_passkey(
        &self,
        public_url: &str,
        answer: &str,
        agent: &str,
    ) -> Result<Began, Refused> {
        let answer: DiscoverableAuthentication16 =
            serde_json::from_str(answer).map_err(|_| wrong())?;
        let kept = self.store.passkey(answer.raw_id().as_ref()).await?.ok_or_else(wrong)?;
        let moving = self.shown(&kept, &answer, public_url)?;
        let account = self.store.account(&kept.account_id).await?.ok_or_else(wrong)?;
        if !account.is_active {
            return Err(wrong());
        }
        let at = self.now().to_string();
        let mut work = self.store.begin().await?;
        work.passkey_used(&kept.passkey_id, &moving, &at).await?;
        let began = self.begin_session(&mut work, &account.account_id, 2, agent).await?;
        let actor = Actor { account: &account.account_id, role: "" };
        let about = About { organization: None, subject: "account", id: &account.account_id };
        let told = ("passkey_used", &json!({"passkey": kept.passkey_id}));
        self.note(&mut work, actor, about, told).await?;
        work.commit().await?;
        self.forget_failures(&account).await?;
        Ok(began)
    }

    /// Whether a device has shown that it has a kept key; what changed about it.
    fn shown(
        &self,
        kept: &PasskeyRow,
        answer: &DiscoverableAuthentication16,
        public_url: &str,
    ) -> Result<Vec<u8>, Refused> {
        let challenge = answer.challenge().map_err(|_| wrong())?.0;
        let Some(Question::Use(question)) = self.ceremonies.take(challenge, self.now()) else {
            return Err(wrong());
        };
        let user = handle(&kept.account_id)?;
        let content = Kept::decode(kept.content.as_slice()).map_err(odd)?;
        let moving = kept.moving.as_slice().try_into().map_err(odd)?;
        let moving = DynamicState::decode(moving).map_err(odd)?;
        let id = CredentialId::<&[u8]>::decode(kept.credential_id.as_slice()).map_err(odd)?;
        let mut known = AuthenticatedCredential::new(id, &user, content, moving).map_err(odd)?;
        let options = AuthenticationVerificationOptions::<&str, &str> {
            allowed_origins: &[public_url],
            error_on_unsolicited_extensions: false,
            ..Default::default()
        };
        question.verify(&party(public_url)?, answer, &mut known, &options).map_err(|_| wrong())?;
        Ok(known.dynamic_state().encode().map_err(odd)?.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_need_a_host_with_a_name() {
        for (url, possible) in [
            ("https://desk.example.org", true),
            ("http://localhost:8080", true),
            ("http://127.0.0.1:8080", false),
            ("http://[::1]:8080", false),
        ] {
            assert_eq!(are_possible(url), possible, "{url}");
        }
    }
}
