//! Whether conditions hold for a case: true, false, or unknown because nobody said.

use std::collections::BTreeMap;

use crate::answer::Answer;
use crate::framework::{Expression, Fact, Framework};
use crate::id::Id;

use super::case::{Case, Scope, ServiceOwner};
use super::scope;

/// The value of a condition. Unknown is neither: rules say what follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// Nobody said.
    Unknown,
}

impl From<bool> for Known {
    fn from(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }
}

impl From<Answer> for Known {
    /// Yes is true; no is false, and so is "not applicable"; a blank is unknown.
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Yes => Self::True,
            Answer::No | Answer::NotApplicable => Self::False,
            Answer::Unanswered => Self::Unknown,
        }
    }
}

/// The conditions of a program, evaluated once for a case.
#[derive(Debug)]
pub struct Conditions<'a>(BTreeMap<&'a Id, Known>);

impl<'a> Conditions<'a> {
    /// Evaluates every condition of `program` for `case`.
    #[must_use]
    pub fn of(program: &'a Framework, case: &Case) -> Self {
        let evaluate = |condition: &'a crate::framework::Condition| {
            (&condition.id.value, value(&condition.when, program, case))
        };
        Self(program.conditions.iter().map(evaluate).collect())
    }

    /// The value of a condition; unknown for an id that the program does not have.
    #[must_use]
    pub fn get(&self, id: &Id) -> Known {
        self.0.get(id).copied().unwrap_or(Known::Unknown)
    }
}

fn value(expression: &Expression, program: &Framework, case: &Case) -> Known {
    let of = |part: &Expression| value(part, program, case);
    match expression {
        Expression::Fact(fact) => fact_of(*fact, program, case),
        Expression::Statement { id, otherwise } => case
            .statements
            .get(&id.value)
            .copied()
            .or(*otherwise)
            .map_or(Known::Unknown, Known::from),
        Expression::Answer(question) => {
            case.attestation.as_ref().map_or(Known::Unknown, |it| it.answer(question).into())
        }
        Expression::All(parts) => all(parts.iter().map(of)),
        Expression::Any(parts) => opposite(all(parts.iter().map(of).map(opposite))),
        Expression::FirstKnown(parts) => {
            parts.iter().map(of).find(|part| *part != Known::Unknown).unwrap_or(Known::Unknown)
        }
        Expression::Not(part) => opposite(of(part)),
    }
}

fn all(parts: impl Iterator<Item = Known>) -> Known {
    let mut result = Known::True;
    for part in parts {
        match part {
            Known::False => return Known::False,
            Known::Unknown => result = Known::Unknown,
            Known::True => {}
        }
    }
    result
}

const fn opposite(value: Known) -> Known {
    match value {
        Known::True => Known::False,
        Known::False => Known::True,
        Known::Unknown => Known::Unknown,
    }
}

fn fact_of(fact: Fact, program: &Framework, case: &Case) -> Known {
    match fact {
        Fact::ConnectsOutside => connects_outside(&case.scope),
        Fact::SegmentationLimitsScope => scope::segmentation_limits(&case.scope).into(),
        Fact::RequestsPermissions => requests_permissions(case),
        Fact::HasIsvHostedPart => hosted(program, &case.scope, false),
        Fact::HasCloudPart => hosted(program, &case.scope, true),
    }
}

/// Whether a listed service is published by somebody other than the platform's owner.
fn connects_outside(scope: &Scope) -> Known {
    let Some(services) = &scope.services else { return Known::Unknown };
    services.iter().any(|service| service.owner != ServiceOwner::Microsoft).into()
}

fn requests_permissions(case: &Case) -> Known {
    let attested = case.attestation.as_ref().map_or(0, |it| it.permissions.len());
    match &case.permissions {
        Some(permissions) => (!permissions.is_empty()).into(),
        None if attested > 0 => Known::True,
        None => Known::Unknown,
    }
}

/// Whether a part runs on a type that needs (or does not need) a platform report.
fn hosted(program: &Framework, scope: &Scope, on_platform: bool) -> Known {
    if scope.environments.is_empty() {
        return Known::Unknown;
    }
    let types = scope
        .environments
        .iter()
        .filter_map(|environment| program.hosting_type(&environment.hosting));
    types.into_iter().any(|hosting| hosting.platform_report == on_platform).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_spreads_unless_the_rest_decides() {
        use Known::{False, True, Unknown};
        assert_eq!(all([True, Unknown].into_iter()), Unknown);
        assert_eq!(all([Unknown, False].into_iter()), False);
        assert_eq!(opposite(all([True, Unknown].into_iter().map(opposite))), True);
        assert_eq!(all(std::iter::empty()), True);
    }
}
