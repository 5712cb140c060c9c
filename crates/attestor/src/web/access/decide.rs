//! From what an address needs and who asks to a yes, or to a reason why not.

use attestor_core::desk::role::{Relation, Right};

use super::{Caller, Need};
use crate::people::caller::Via;
use crate::people::tokens::Scope;

/// What becomes of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// The handler runs.
    Go,
    /// Somebody has to sign in.
    SignIn,
    /// The second factor has to be shown.
    ShowSecondFactor,
    /// A second factor has to be set up.
    SetUpSecondFactor,
    /// The role does not hold the right, or the token lacks the scope.
    Forbidden,
    /// There is nothing here for the caller, and whether there is anything is not said.
    NotFound,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Question {
    /// What the address needs.
    pub(super) need: Need,
    /// How the case in the path stands to the caller; `None` without such a case.
    pub(super) relation: Option<Relation>,
    /// Whether the method changes something.
    pub(super) is_change: bool,
}

/// Decides. Everything is refused that nothing here allows.
pub(super) fn decide(question: Question, caller: Option<&Caller>) -> Answer {
    if question.need == Need::Public {
        return Answer::Go;
    }
    let Some(caller) = caller else { return Answer::SignIn };
    let right = match question.need {
        Need::Public | Need::SignedIn => return in_browser(caller),
        Need::OwnSecurity if caller.factors < 2 && caller.second_factor.is_set_up() => {
            return Answer::ShowSecondFactor;
        }
        Need::OwnSecurity => return in_browser(caller),
        Need::Account => None,
        Need::Right(right) | Need::Case(right) => Some(right),
        Need::Any(rights) | Need::CaseAny(rights) => {
            return any(question, caller, rights);
        }
    };
    if !caller.has_enough_factors() {
        return if caller.second_factor.is_set_up() {
            Answer::ShowSecondFactor
        } else {
            Answer::SetUpSecondFactor
        };
    }
    if !has_scope(caller, right, question.is_change) {
        return Answer::Forbidden;
    }
    match (question.need, right) {
        (Need::Case(_), Some(right)) => over_case(caller, right, question.relation),
        (_, Some(right)) if !caller.may(right, Relation::None) => Answer::Forbidden,
        _ => Answer::Go,
    }
}

/// The best answer that one of several rights gives.
fn any(question: Question, caller: &Caller, rights: &[Right]) -> Answer {
    let need = |right: Right| match question.need {
        Need::CaseAny(_) => Need::Case(right),
        _ => Need::Right(right),
    };
    let mut answers = rights
        .iter()
        .map(|right| decide(Question { need: need(*right), ..question }, Some(caller)));
    let first = answers.next().unwrap_or(Answer::Forbidden);
    if first == Answer::Go || answers.any(|answer| answer == Answer::Go) {
        Answer::Go
    } else {
        first
    }
}

/// A token does not manage passwords and sessions.
fn in_browser(caller: &Caller) -> Answer {
    if caller.session().is_some() { Answer::Go } else { Answer::Forbidden }
}

fn has_scope(caller: &Caller, right: Option<Right>, is_change: bool) -> bool {
    match &caller.via {
        Via::Session { .. } => true,
        Via::Token { scopes, .. } => {
            scopes.has(if is_change { Scope::to_change(right) } else { Scope::Read })
        }
    }
}

/// Who may not even see a case is not told that there is one.
fn over_case(caller: &Caller, right: Right, relation: Option<Relation>) -> Answer {
    let Some(relation) = relation else { return Answer::NotFound };
    if caller.may(right, relation) {
        Answer::Go
    } else if caller.may(Right::CaseRead, relation) {
        Answer::Forbidden
    } else {
        Answer::NotFound
    }
}
