//! Changes of a certified app: which must be reported. Source: submission guide 2022, glossary;
//! acceptance G11, G12.

use crate::framework::{Framework, NoticeDuty};
use crate::id::Id;
use crate::party::Party;
use crate::word::words;

words! {
    /// What became of a reported change.
    pub enum ChangeState {
        /// It was reported; the analyst decides.
        Reported = "change_reported",
        /// Nothing follows.
        NoAction = "no_action",
        /// What changed is assessed again.
        DeltaReview = "delta_review",
        /// Everything is assessed again.
        FullReassessment = "full_reassessment",
        /// It should have been reported and was not: the analyst may revoke.
        NoticeMissed = "notice_missed",
    }
}

impl ChangeState {
    /// Whose move it is.
    #[must_use]
    pub const fn whose_move(self) -> Party {
        match self {
            Self::Reported | Self::NoticeMissed => Party::Analyst,
            Self::NoAction => Party::Nobody,
            Self::DeltaReview | Self::FullReassessment => Party::Publisher,
        }
    }
}

/// Where a change stands that nobody has decided yet; `None` when no notice is due.
/// A kind that the program does not list is reported to be safe.
#[must_use]
pub fn undecided(program: &Framework, kind: &Id, notice: Notice) -> Option<ChangeState> {
    let rule = program.changes.iter().find(|change| change.id.value == *kind);
    match (rule.map_or(NoticeDuty::Due, |rule| rule.notice), notice) {
        (NoticeDuty::None, _) => None,
        (NoticeDuty::Due, Notice::Given) => Some(ChangeState::Reported),
        (NoticeDuty::Due, Notice::Missing) => Some(ChangeState::NoticeMissed),
    }
}

words! {
    /// Whether the publisher told the program about a change.
    pub enum Notice {
        /// It did.
        Given = "given",
        /// It did not.
        Missing = "missing",
    }
}
