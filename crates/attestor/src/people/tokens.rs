//! Access tokens: how programs act for a member, within scopes and for a time.

use std::fmt;

use attestor_core::desk::role::{Right, Role};
use serde_json::json;

use super::caller::{Caller, Membership, SecondFactor, Via};
use super::refused::{Fault, Refused};
use super::{About, People, secret, unless_full};
use crate::stop::Stop;
use crate::store::people::NewToken;

/// The days that a token lasts if nobody says otherwise.
pub(crate) const USUAL_DAYS: u32 = 90;

/// The most days that a token lasts.
pub(crate) const MOST_DAYS: u32 = 365;

/// The most letters of a name.
const NAME: usize = 80;

/// What a token may do. It never does more than its member's role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// See what the member sees.
    Read,
    /// Change what is the member's own: cases, evidence.
    Write,
    /// Review, decide, lead cases.
    Review,
    /// Manage people, tokens, the program.
    Admin,
}

impl Scope {
    /// All of them.
    pub(crate) const ALL: [Self; 4] = [Self::Read, Self::Write, Self::Review, Self::Admin];

    /// Its word.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Review => "review",
            Self::Admin => "admin",
        }
    }

    /// The scope with this word.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.as_str() == text)
    }

    /// The scope that a change with a right asks for; one without a right asks for `write`.
    pub(crate) const fn to_change(right: Option<Right>) -> Self {
        match right {
            None
            | Some(
                Right::CaseRead
                | Right::CaseHandIn
                | Right::MfaRead
                | Right::OfferingsPublish
                | Right::SystemsEdit,
            ) => Self::Write,
            Some(
                Right::CaseReview
                | Right::CaseLead
                | Right::CaseDecide
                | Right::CaseRevoke
                | Right::InternalNotes
                | Right::ScoresRead,
            ) => Self::Review,
            Some(
                Right::RecordRead
                | Right::PeopleOwn
                | Right::PeopleAll
                | Right::Organizations
                | Right::TokensOwn
                | Right::ProgramEdit,
            ) => Self::Admin,
        }
    }

    /// Whether a role can do anything with the scope.
    pub(crate) fn concerns(self, role: Role) -> bool {
        let may = |right| {
            attestor_core::desk::role::grants(role, right, attestor_core::desk::role::Relation::Own)
        };
        Right::ALL.iter().any(|&right| match self {
            Self::Read => may(right),
            Self::Write => {
                let writes = [Right::CaseHandIn, Right::OfferingsPublish, Right::SystemsEdit];
                writes.contains(&right) && may(right)
            }
            Self::Review => right == Right::CaseReview && may(right),
            Self::Admin => {
                matches!(right, Right::PeopleOwn | Right::PeopleAll | Right::ProgramEdit)
                    && may(right)
            }
        })
    }
}

/// A set of scopes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Scopes([bool; 4]);

impl Scopes {
    /// The scopes of words with spaces between; words that are none are left out.
    pub(crate) fn read(text: &str) -> Self {
        text.split(' ').filter_map(Scope::parse).collect()
    }

    /// Whether a scope is among them.
    pub(crate) fn has(self, scope: Scope) -> bool {
        Scope::ALL.into_iter().zip(self.0).any(|(one, has)| has && one == scope)
    }

    /// Whether there is none.
    pub(crate) fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl FromIterator<Scope> for Scopes {
    fn from_iter<I: IntoIterator<Item = Scope>>(scopes: I) -> Self {
        let scopes: Vec<Scope> = scopes.into_iter().collect();
        Self(Scope::ALL.map(|scope| scopes.contains(&scope)))
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = Scope::ALL.into_iter().filter(|scope| self.has(*scope)).map(Scope::as_str);
        f.write_str(&words.collect::<Vec<_>>().join(" "))
    }
}

/// A token that somebody wants.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted<'a> {
    /// What it is for.
    pub(crate) name: &'a str,
    /// What it may do.
    pub(crate) scopes: Scopes,
    /// How many days it lasts.
    pub(crate) days: u32,
}

impl Wanted<'_> {
    fn faults(self, role: Role) -> Vec<Fault> {
        let mut faults = Vec::new();
        let length = self.name.trim().chars().count();
        if length == 0 || length > NAME || self.name.chars().any(char::is_control) {
            faults.push(Fault { field: "token-name", reason: "name" });
        }
        let all_concern = Scope::ALL
            .into_iter()
            .filter(|scope| self.scopes.has(*scope))
            .all(|scope| scope.concerns(role));
        if self.scopes.is_empty() || !all_concern {
            faults.push(Fault { field: "scopes", reason: "scopes" });
        }
        if !(1..=MOST_DAYS).contains(&self.days) {
            faults.push(Fault { field: "days", reason: "days" });
        }
        faults
    }
}

impl People {
    /// Who a token acts for; `None` once it ended.
    pub(crate) async fn token_of(&self, token: &str) -> Result<Option<Caller>, Stop> {
        if !token.starts_with(secret::TOKEN_PREFIX) {
            return Ok(None);
        }
        let now = self.now();
        let found = self.store.token_use(&secret::digest(token), &now.to_string()).await?;
        let Some(row) = found else { return Ok(None) };
        let today = now.day().to_string();
        if row.used_at.as_deref() != Some(&today) {
            unless_full(self.store.token_used(&row.token_id, &today).await)?;
        }
        Ok(Some(Caller {
            account_id: row.account_id,
            name: row.name,
            language: row.language,
            membership: row.member.and_then(Membership::read),
            // It was made in a session with as many factors as its role asks for.
            factors: 2,
            second_factor: SecondFactor::default(),
            via: Via::Token { id: row.token_id, scopes: Scopes::read(&row.scopes) },
        }))
    }

    /// Makes a token and gives it, to be shown once. A token makes none.
    pub(crate) async fn make_token(
        &self,
        caller: &Caller,
        wanted: Wanted<'_>,
    ) -> Result<String, Refused> {
        let member = caller.membership.as_ref().ok_or(Refused::NotFound)?;
        if caller.session().is_none() || !caller.has_enough_factors() {
            return Err(Refused::NotFound);
        }
        Refused::unless_good(wanted.faults(member.role))?;
        let (id, token, now) = (secret::id()?, secret::token()?, self.now());
        let scopes = wanted.scopes.to_string();
        let ends = now.plus_seconds(u64::from(wanted.days) * 24 * 60 * 60).to_string();
        let mut work = self.store.begin().await?;
        work.put_token(NewToken {
            token_id: &id,
            secret_digest: &secret::digest(&token),
            membership_id: &member.id,
            name: wanted.name.trim(),
            scopes: &scopes,
            at: &now.to_string(),
            expires_at: &ends,
        })
        .await?;
        let organization = Some(member.organization_id.as_str());
        let about = About { organization, subject: "token", id: &id };
        let told = ("token_made", &json!({"scopes": scopes, "expires_at": ends}));
        self.note(&mut work, caller.actor(), about, told).await?;
        self.keep_answer(&mut work, caller, None).await?;
        work.commit().await?;
        Ok(token)
    }

    /// Ends a token of the caller.
    pub(crate) async fn end_token(&self, caller: &Caller, token: &str) -> Result<(), Refused> {
        let member = caller.membership.as_ref().ok_or(Refused::NotFound)?;
        let at = self.now().to_string();
        let mut work = self.store.begin().await?;
        if !work.end_token(token, &member.id, &at).await? {
            return Err(Refused::NotFound);
        }
        let organization = Some(member.organization_id.as_str());
        let about = About { organization, subject: "token", id: token };
        self.note(&mut work, caller.actor(), about, ("token_ended", &json!({}))).await?;
        Ok(work.commit().await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_are_read_as_they_are_written() {
        let scopes = Scopes::read("review nonsense read");
        assert_eq!(scopes.to_string(), "read review");
        assert_eq!(Scopes::read(&scopes.to_string()), scopes);
        assert!(scopes.has(Scope::Read) && !scopes.has(Scope::Write));
        assert!(Scopes::read("").is_empty());
    }

    #[test]
    fn every_role_reads_and_only_some_do_more() {
        let of = |role: Role| {
            Scope::ALL.into_iter().filter(|scope| scope.concerns(role)).collect::<Scopes>()
        };
        for (role, wanted) in [
            (Role::Publisher, "read write admin"),
            (Role::Analyst, "read review"),
            (Role::LeadAnalyst, "read review admin"),
            (Role::ProgramOwner, "read review admin"),
            (Role::Auditor, "read"),
            (Role::CustomerAdmin, "read write admin"),
        ] {
            assert_eq!(of(role).to_string(), wanted, "{role}");
        }
    }
}
