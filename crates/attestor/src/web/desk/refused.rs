//! Why something was not done, in words for the page of the form.

use attestor_core::day::Day;
use attestor_core::desk::refusal::Refusal as Rule;
use axum::http::StatusCode;

use super::special::plain;
use crate::actions::desk::Refused;
use crate::phrases::{Arg, Phrases};
use crate::web::visit::Refusal;

/// What the page of a form says above it when it comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct NotDone {
    /// The status of the answer.
    pub(in crate::web) status: StatusCode,
    /// One sentence.
    pub(in crate::web) text: String,
    /// What the assessment says, one sentence each.
    pub(in crate::web) reasons: Vec<String>,
}

impl NotDone {
    /// The words for a refusal that the form's page can show; anything else is a page of its own.
    pub(in crate::web) fn of(refused: Refused, phrases: &Phrases) -> Result<Self, Refusal> {
        match refused {
            Refused::NotFound => Err(Refusal::NotFound),
            Refused::Failed(stop) => Err(stop.into()),
            Refused::Forbidden => Ok(Self::word(StatusCode::FORBIDDEN, phrases, "desk-forbidden")),
            Refused::Conflict { .. } => {
                Ok(Self::word(StatusCode::CONFLICT, phrases, "desk-conflict"))
            }
            Refused::AppHasCase => {
                Ok(Self::word(StatusCode::CONFLICT, phrases, "desk-app-has-case"))
            }
            Refused::Rule(rule) => Ok(Self::rule(&rule, phrases)),
        }
    }

    fn word(status: StatusCode, phrases: &Phrases, key: &str) -> Self {
        Self { status, text: phrases.word(key), reasons: Vec::new() }
    }

    /// A field of the form that is not in its form; the words of a key.
    pub(in crate::web) fn fault(phrases: &Phrases, key: &str) -> Self {
        Self::word(StatusCode::UNPROCESSABLE_ENTITY, phrases, key)
    }

    fn rule(rule: &Rule, phrases: &Phrases) -> Self {
        let shown: Vec<(&str, String)> =
            rule.facts.iter().map(|(name, value)| (*name, fact(value, phrases))).collect();
        let facts: Vec<(&str, Arg<'_>)> =
            shown.iter().map(|(name, text)| (*name, arg(text))).collect();
        Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            text: plain(&phrases.text(&format!("desk-refused-{}", rule.rule), &facts)),
            reasons: rule.reasons.iter().map(|reason| plain(&phrases.reason(reason))).collect(),
        }
    }
}

/// Days in the form of the language; everything else as it is.
fn fact(value: &str, phrases: &Phrases) -> String {
    Day::parse(value).map_or_else(|| value.to_owned(), |day| phrases.day(day))
}

/// Numbers choose between singular and plural.
fn arg(text: &str) -> Arg<'_> {
    text.parse().map_or_else(|_| Arg::from(text), Arg::Count)
}
