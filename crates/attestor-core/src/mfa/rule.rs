//! What counts as multifactor authentication: the ordered rule, with its words as data.
//!
//! The words are those of `frameworks/mfa/rule.yaml`; [`MfaRule::sign_in`] and [`MfaRule::claims`]
//! decide. Source: MFA facts 1.4.

use std::collections::HashSet;

use super::event::{MfaBasis, TokenIssuer};
use super::key::Key;
use crate::day::Day;
use crate::fault::Fault;
use crate::source;

mod letters;
mod load;

pub use letters::Letters;
pub use load::{Method, Phrase, Strength, WordList};

/// What counts as multifactor authentication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MfaRule {
    /// The id of the rule set.
    pub id: String,
    /// The day from which it holds, inclusive.
    pub since: Day,
    /// Rule 1: claims of tokens.
    pub claims: ClaimRule,
    /// Rule 3: requirements of steps.
    pub requirement: WordList,
    /// Rule 3: results.
    pub result_details: Vec<Phrase>,
    /// Rule 3: first steps that are strong by themselves.
    pub strong_primary: Vec<Method>,
    /// Methods that never count.
    pub never_methods: Vec<Method>,
    /// Rule 4: requirements of sign-ins.
    pub inferred_from: WordList,
    /// Clients that cannot ask for a second factor.
    pub legacy_clients: WordList,
    /// Strengths that demand multifactor authentication, by id.
    pub strengths: Vec<Strength>,
    /// The days of grace for registration under security defaults; the last one counts.
    pub grace_days: u16,
}

/// Rule 1: claims of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimRule {
    /// The rule's id.
    pub id: String,
    /// Values of `amr`, compared as a whole; capitals do not matter.
    pub amr: Vec<String>,
    /// Ends of the values of `authnmethodsreferences`, in lower case.
    pub references: Vec<String>,
}

/// One step of a sign-in, as its log tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Step<'a> {
    /// Whether it succeeded; a log that does not say gives `false`.
    pub succeeded: bool,
    /// How the user proved to be who they are.
    pub method: &'a str,
    /// What came of it.
    pub result: &'a str,
    /// What the step was asked for.
    pub requirement: &'a str,
}

/// What else a sign-in says about multifactor authentication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signs<'a> {
    /// Whether the sign-in succeeded.
    pub succeeded: bool,
    /// The words beside its status.
    pub additional: &'a str,
    /// What the sign-in as a whole had to satisfy.
    pub requirement: &'a str,
    /// Who issued the token.
    pub issuer: TokenIssuer,
}

impl MfaRule {
    /// Reads the rule; every fault at once. `file` is the name that faults carry.
    pub fn load(file: &str, text: &str) -> Result<Self, Vec<Fault>> {
        source::read(file, text)
    }

    /// Rule 1: whether the claims of a token speak for multifactor authentication. `None` when the
    /// record holds neither claim.
    pub fn claims<'a>(
        &self,
        amr: Option<impl Iterator<Item = &'a str>>,
        references: Option<impl Iterator<Item = &'a str>>,
    ) -> Option<(bool, MfaBasis)> {
        if amr.is_none() && references.is_none() {
            return None;
        }
        let known = |value: &str| self.claims.amr.iter().any(|it| it.eq_ignore_ascii_case(value));
        if references.is_some_and(|mut values| values.any(|value| self.refers(value))) {
            return Some((true, MfaBasis::Federated));
        }
        let found = amr.is_some_and(|mut values| values.any(|value| known(value.trim())));
        Some((found, MfaBasis::Claim))
    }

    fn refers(&self, value: &str) -> bool {
        let value = value.trim().to_ascii_lowercase();
        self.claims.references.iter().any(|end| {
            value.strip_suffix(end.as_str()).is_some_and(|before| {
                before.is_empty() || before.ends_with('/') || before.ends_with(':')
            })
        })
    }

    /// Rules 3 and 4: whether a sign-in was made with multifactor authentication, and why. A
    /// sign-in that failed never was. Rule 4 is for logs that hold no steps; it says nothing about
    /// tokens of a federated identity provider, whose claim is what counts (acceptance J7).
    pub fn sign_in<'a>(
        &self,
        signs: &Signs<'_>,
        steps: impl Iterator<Item = Step<'a>>,
    ) -> (bool, MfaBasis) {
        if !signs.succeeded {
            return (false, MfaBasis::Failed);
        }
        let mut seen = false;
        let mut best = self.result(signs.additional);
        for step in steps {
            seen = true;
            best = best.or_else(|| self.step(&step));
        }
        let inferred = !seen
            && signs.issuer != TokenIssuer::Federated
            && self.inferred_from.holds(signs.requirement);
        match best {
            Some(basis) => (true, basis),
            None if inferred => (true, MfaBasis::Inferred),
            None => (false, MfaBasis::None),
        }
    }

    fn step(&self, step: &Step<'_>) -> Option<MfaBasis> {
        let is_one_of = |methods: &[Method]| methods.iter().any(|it| it.letters.are(step.method));
        if !step.succeeded || is_one_of(&self.never_methods) {
            return None;
        }
        if let Some(basis) = self.result(step.result) {
            return Some(basis);
        }
        if self.requirement.holds(step.requirement) {
            return Some(MfaBasis::Step);
        }
        is_one_of(&self.strong_primary).then_some(MfaBasis::StrongPrimary)
    }

    fn result(&self, text: &str) -> Option<MfaBasis> {
        if text.is_empty() {
            return None;
        }
        let phrase = self.result_details.iter().find(|phrase| phrase.letters.are(text))?;
        Some(if phrase.federated { MfaBasis::Federated } else { MfaBasis::ResultDetail })
    }

    /// Whether a client cannot ask for a second factor.
    #[must_use]
    pub fn is_legacy(&self, client: &str) -> bool {
        self.legacy_clients.holds(client)
    }

    /// The ids of the strengths that demand multifactor authentication.
    #[must_use]
    pub fn strength_ids(&self) -> HashSet<Key> {
        self.strengths.iter().map(|strength| strength.id).collect()
    }
}

#[cfg(test)]
mod tests;
