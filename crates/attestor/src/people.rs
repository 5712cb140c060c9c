//! People: accounts, how they show that it is they, and what they belong to.
//!
//! Read in this order:
//! - [`People`]: what all of it stands on. [`caller`]: who asks, as the rest of the program sees it.
//! - `passwords`, `totp`, `passkeys`, `recovery`: what somebody shows. `tries`: how often.
//! - `sign_in`, `sessions`, `tokens`: from that to a caller.
//! - `setup`, `invitations`, `members`: how people come, and go.
//! - `secret`: random texts and their digests. `refused`: why something is not done. `repeat`:
//!   requests that may come twice. `seals`: how secrets of authenticator apps lie in the database.
//!
//! Every change is one transaction with its entry in the record, which holds no address and no secret.

pub(crate) mod caller;
pub(crate) mod demo;
pub(crate) mod invitations;
pub(crate) mod members;
pub(crate) mod passkeys;
pub(crate) mod passwords;
pub(crate) mod recovery;
pub(crate) mod refused;
pub(crate) mod repeat;
pub(crate) mod seals;
pub(crate) mod secret;
pub(crate) mod sessions;
pub(crate) mod setup;
pub(crate) mod sign_in;
pub(crate) mod tokens;
pub(crate) mod totp;
pub(crate) mod tries;

use std::sync::Arc;

use attestor_core::instant::Instant;

use self::passkeys::Ceremonies;
use self::passwords::Passwords;
use self::tries::Tries;
use crate::clock::Clock;
use crate::stop::Stop;
use crate::store::Store;
use crate::store::gate::Work;
use crate::store::record::Told;
use crate::vault::Keys;

/// All people of an installation. A clone is the same.
#[derive(Clone)]
pub(crate) struct People {
    store: Store,
    clock: Clock,
    passwords: Passwords,
    tries: Arc<Tries>,
    ceremonies: Arc<Ceremonies>,
    repeat: Option<Arc<repeat::Repeat>>,
    keys: Option<Keys>,
}

/// Who does something, as the record tells it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Actor<'a> {
    /// The account, or `setup` or `operator`.
    pub(crate) account: &'a str,
    /// The word of the role; empty for who has none.
    pub(crate) role: &'a str,
}

/// What an entry of the record is about.
#[derive(Debug, Clone, Copy)]
struct About<'a> {
    organization: Option<&'a str>,
    subject: &'static str,
    id: &'a str,
}

/// That something was used is worth a row, but no reason to turn its user away: on a full disk people
/// still read.
fn unless_full(noted: Result<(), Stop>) -> Result<(), Stop> {
    match noted {
        Err(Stop::Full(_)) => Ok(()),
        other => other,
    }
}

impl People {
    /// The people that a store knows.
    pub(crate) fn new(store: Store, clock: Clock) -> Self {
        Self {
            store,
            clock,
            passwords: Passwords::new(),
            tries: Arc::default(),
            ceremonies: Arc::default(),
            repeat: None,
            keys: None,
        }
    }

    /// The same people by another clock, in a state of their own.
    #[cfg(test)]
    pub(crate) fn with_clock(self, clock: Clock) -> Self {
        Self { keys: self.keys, ..Self::new(self.store, clock) }
    }

    /// What is kept, for lists that need no rule.
    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// Now, in the form of the tables.
    pub(crate) fn now(&self) -> Instant {
        self.clock.now()
    }

    /// Adds to the record.
    async fn note(
        &self,
        work: &mut Work,
        actor: Actor<'_>,
        about: About<'_>,
        (kind, content): (&str, &serde_json::Value),
    ) -> Result<(), Stop> {
        let told = Told {
            at: self.now(),
            actor: actor.account,
            role: actor.role,
            organization: about.organization,
            subject: about.subject,
            subject_id: about.id,
            kind,
            content: &content.to_string(),
        };
        work.note(told).await.map(drop)
    }
}
