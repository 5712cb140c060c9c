//! What a reader still has to do before a document opens: a pure function of what is known.

use attestor_core::day::Day;
use attestor_core::trust::document::Access;

/// The fewest days for which a request is granted, inclusive.
pub(crate) const FEWEST_DAYS: i32 = 7;
/// The most, inclusive.
pub(crate) const MOST_DAYS: i32 = 365;
/// How many, where nothing else is said.
pub(crate) const USUAL_DAYS: i32 = 30;

/// What is known of a reader and a document on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Known {
    /// Who may open the document.
    pub(crate) access: Access,
    /// Who asks.
    pub(crate) who: Who,
    /// The newest version of the agreement; `None` where there is none.
    pub(crate) agreement: Option<i64>,
    /// The newest version that the reader accepted.
    pub(crate) accepted: Option<i64>,
    /// Where the reader's request stands.
    pub(crate) asked: Asked,
}

/// Who asks for a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    /// Nobody who is signed in as a member of an organization.
    Anybody,
    /// A member of another organization.
    Member,
    /// A member of the organization that the document belongs to.
    Owner,
}

/// Where a reader's request for a document stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// There is none, or it was taken back.
    Not,
    /// It waits for a decision.
    Waiting,
    /// It is granted up to and including a day.
    Granted(Day),
    /// It was refused.
    Refused,
    /// It was granted, and its last day is over or its owner ended it.
    Over,
}

/// What is needed next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needed {
    /// Nothing: the document opens.
    Nothing,
    /// To sign in.
    SignIn,
    /// To accept this version of the agreement.
    Accept(i64),
    /// An agreement, which the owner has not written yet.
    Agreement,
    /// To ask.
    Ask,
    /// To wait for the owner's decision.
    Wait,
}

impl Needed {
    /// The word for data.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::SignIn => "sign-in",
            Self::Accept(_) => "accept",
            Self::Agreement => "agreement",
            Self::Ask => "ask",
            Self::Wait => "wait",
        }
    }
}

/// What is needed next. Who belongs to the owner needs no permission of its own organization. Where
/// there is an agreement, approval includes it: it is accepted before anybody asks.
pub(crate) fn needed(known: Known, today: Day) -> Needed {
    match (known.access, known.who) {
        (Access::Public, _) => return Needed::Nothing,
        (_, Who::Anybody) => return Needed::SignIn,
        (_, Who::Owner) | (Access::SignedIn, Who::Member) => return Needed::Nothing,
        (Access::Agreement | Access::Approval, Who::Member) => {}
    }
    if let Some(newest) = known.agreement
        && known.accepted.is_none_or(|accepted| accepted < newest)
    {
        return Needed::Accept(newest);
    }
    match (known.access, known.asked) {
        (Access::Approval, Asked::Waiting) => Needed::Wait,
        (Access::Approval, Asked::Granted(until)) if today <= until => Needed::Nothing,
        (Access::Approval, _) => Needed::Ask,
        (_, _) if known.agreement.is_none() => Needed::Agreement,
        (_, _) => Needed::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VERSIONS: [Option<i64>; 3] = [None, Some(1), Some(2)];

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn all() -> Vec<Known> {
        let today = day("2026-11-22");
        let asked = [
            Asked::Not,
            Asked::Waiting,
            Asked::Granted(today),
            Asked::Granted(today.plus_days(-1)),
            Asked::Refused,
            Asked::Over,
        ];
        let mut all = Vec::new();
        for &access in Access::ALL {
            for who in [Who::Anybody, Who::Member, Who::Owner] {
                for agreement in VERSIONS {
                    for accepted in VERSIONS {
                        let one = |asked| Known { access, who, agreement, accepted, asked };
                        all.extend(asked.map(one));
                    }
                }
            }
        }
        all
    }

    #[test]
    fn every_state_needs_one_thing() {
        let today = day("2026-11-22");
        assert_eq!(all().len(), 4 * 3 * 3 * 3 * 6);
        for known in all() {
            let is_public = known.access == Access::Public;
            let is_agreed =
                known.agreement.is_none_or(|newest| known.accepted.is_some_and(|it| it >= newest));
            let is_granted = known.asked == Asked::Granted(today);
            let wanted = match (known.access, known.who) {
                _ if is_public || known.who == Who::Owner => Needed::Nothing,
                (_, Who::Anybody) => Needed::SignIn,
                (Access::SignedIn, _) => Needed::Nothing,
                _ if !is_agreed => Needed::Accept(known.agreement.expect("a version")),
                (Access::Agreement, _) if known.agreement.is_none() => Needed::Agreement,
                (Access::Agreement, _) => Needed::Nothing,
                _ if is_granted => Needed::Nothing,
                _ if known.asked == Asked::Waiting => Needed::Wait,
                _ => Needed::Ask,
            };
            assert_eq!(needed(known, today), wanted, "{known:?}");
        }
    }

    #[test]
    fn a_grant_ends_after_its_last_day() {
        let until = day("2026-12-22");
        let known = Known {
            access: Access::Approval,
            who: Who::Member,
            agreement: None,
            accepted: None,
            asked: Asked::Granted(until),
        };
        assert_eq!(needed(known, until), Needed::Nothing);
        assert_eq!(needed(known, until.plus_days(1)), Needed::Ask);
    }

    #[test]
    fn more_known_of_a_reader_never_closes_a_document() {
        let today = day("2026-11-22");
        let opens = |known: Known| needed(known, today) == Needed::Nothing;
        for known in all().into_iter().filter(|known| opens(*known)) {
            assert!(opens(Known { accepted: Some(2), ..known }), "{known:?}");
            assert!(opens(Known { who: Who::Owner, ..known }), "{known:?}");
            assert!(opens(Known { asked: Asked::Granted(today), ..known }), "{known:?}");
        }
    }
}
