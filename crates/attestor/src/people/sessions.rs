//! Sessions: begun at sign-in, given a new secret whenever they come to mean more, ended by time, by
//! hand, or with the membership.

use attestor_core::instant::Instant;
use serde_json::json;

use super::caller::{Caller, Membership, SecondFactor, Via};
use super::refused::Refused;
use super::{About, Actor, People, secret, unless_full};
use crate::stop::Stop;
use crate::store::gate::Work;
use crate::store::people::{NewSession, SignedInRow};

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// The most letters that are kept of what a browser calls itself.
const AGENT: usize = 200;

/// The secret of a session, for the cookie.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Began {
    /// What the browser keeps.
    pub(crate) secret: String,
    /// The seconds after which it is of no use in any case.
    pub(crate) lasts: u64,
}

/// How long sessions last: the seconds without a request, the seconds altogether. The last second
/// does not count.
const fn limits(is_staff: bool) -> (u64, u64) {
    if is_staff { (30 * MINUTE, 12 * HOUR) } else { (12 * HOUR, 7 * DAY) }
}

fn caller(row: SignedInRow) -> Caller {
    Caller {
        account_id: row.account_id,
        name: row.name,
        language: row.language,
        membership: row.member.and_then(Membership::read),
        factors: if row.factors >= 2 { 2 } else { 1 },
        second_factor: SecondFactor { app: row.has_totp, passkey: row.passkeys > 0 },
        via: Via::Session { id: row.session_id },
    }
}

impl People {
    /// Who the secret of a session belongs to; `None` once it ended.
    pub(crate) async fn signed_in(&self, secret: &str) -> Result<Option<Caller>, Stop> {
        let now = self.now();
        let found = self.store.signed_in(&secret::digest(secret), &now.to_string()).await?;
        let Some(row) = found else { return Ok(None) };
        let seen = Instant::parse(&row.seen_at).unwrap_or(Instant::from_seconds(0));
        let caller = caller(row);
        if seen.plus_seconds(limits(caller.is_staff()).0) <= now {
            return Ok(None);
        }
        if let (Some(session), true) = (caller.session(), seen.plus_seconds(MINUTE) <= now) {
            unless_full(self.store.session_seen(session, &now.to_string()).await)?;
        }
        Ok(Some(caller))
    }

    /// Begins a session in the account's oldest membership.
    pub(super) async fn begin_session(
        &self,
        work: &mut Work,
        account: &str,
        factors: i64,
        agent: &str,
    ) -> Result<Began, Stop> {
        let member = work.first_membership(account).await?.and_then(Membership::read);
        let role = member.as_ref().map(|member| member.role);
        let (_, lasts) = limits(role.is_some_and(attestor_core::desk::role::Role::is_staff));
        let (session, secret, now) = (secret::id()?, secret::secret()?, self.now());
        work.put_session(NewSession {
            session_id: &session,
            secret_digest: &secret::digest(&secret),
            account_id: account,
            membership_id: member.as_ref().map(|member| member.id.as_str()),
            factors,
            agent: &agent.chars().take(AGENT).collect::<String>(),
            at: &now.to_string(),
            expires_at: &now.plus_seconds(lasts).to_string(),
        })
        .await?;
        let actor = Actor { account, role: role.map_or("", |role| role.as_str()) };
        let told = ("session_begun", &json!({"factors": factors}));
        self.note(
            work,
            actor,
            About { organization: None, subject: "session", id: &session },
            told,
        )
        .await?;
        Ok(Began { secret, lasts })
    }

    /// Makes a session one with two factors, under a new secret.
    pub(super) async fn raise(
        &self,
        work: &mut Work,
        caller: &Caller,
        session: &str,
    ) -> Result<Began, Refused> {
        let secret = secret::secret()?;
        if !work.rotate_session(session, &secret::digest(&secret), 2).await? {
            return Err(Refused::NotFound);
        }
        let about = About { organization: None, subject: "session", id: session };
        self.note(work, caller.actor(), about, ("second_factor_shown", &json!({}))).await?;
        Ok(Began { secret, lasts: limits(caller.is_staff()).1 })
    }

    /// Goes on in another membership of the same account, under a new secret.
    pub(crate) async fn act_for(
        &self,
        caller: &Caller,
        membership: &str,
    ) -> Result<Began, Refused> {
        let session = caller.session().ok_or(Refused::NotFound)?;
        let member = self.store.member(membership).await?;
        let member = member.filter(|member| member.account_id == caller.account_id);
        let member = member.ok_or(Refused::NotFound)?;
        let is_staff = attestor_core::desk::role::Role::parse(&member.role)
            .is_some_and(|role| role.is_staff());
        let (secret, lasts) = (secret::secret()?, limits(is_staff).1);
        let ends = self.now().plus_seconds(lasts).to_string();
        let mut work = self.store.begin().await?;
        if !work.move_session(session, &secret::digest(&secret), membership, &ends).await? {
            return Err(Refused::NotFound);
        }
        let about = About { organization: None, subject: "session", id: session };
        let told = ("membership_chosen", &json!({"membership": membership}));
        self.note(&mut work, caller.actor(), about, told).await?;
        work.commit().await?;
        Ok(Began { secret, lasts })
    }

    /// Ends a session of the caller's account: the own one, or another.
    pub(crate) async fn end_session(&self, caller: &Caller, session: &str) -> Result<(), Refused> {
        let at = self.now().to_string();
        let mut work = self.store.begin().await?;
        if !work.end_session(session, &caller.account_id, &at).await? {
            return Err(Refused::NotFound);
        }
        let about = About { organization: None, subject: "session", id: session };
        self.note(&mut work, caller.actor(), about, ("session_ended", &json!({}))).await?;
        Ok(work.commit().await?)
    }

    /// Ends all sessions of the caller's account but this one, and gives how many.
    pub(crate) async fn end_other_sessions(&self, caller: &Caller) -> Result<u64, Refused> {
        let session = caller.session().ok_or(Refused::NotFound)?;
        let mut work = self.store.begin().await?;
        let count = self.end_others(&mut work, caller.actor(), session).await?;
        work.commit().await?;
        Ok(count)
    }

    /// Ends all sessions of the actor's account but one; an empty id keeps none.
    pub(super) async fn end_others(
        &self,
        work: &mut Work,
        actor: Actor<'_>,
        kept: &str,
    ) -> Result<u64, Stop> {
        let at = self.now().to_string();
        let count = work.end_other_sessions(actor.account, kept, &at).await?;
        let about = About { organization: None, subject: "account", id: actor.account };
        self.note(work, actor, about, ("sessions_ended", &json!({"count": count}))).await?;
        Ok(count)
    }
}
