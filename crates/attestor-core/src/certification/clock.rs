//! The clock of an assessment. Source: framework overview, "process"; acceptance C12 to C16.

use crate::day::Day;
use crate::framework::{Framework, WindowId};
use crate::party::Party;
use crate::word::words;

use super::case::Dates;

words! {
    /// Where a case stands between its start and its decision.
    pub enum CaseState {
        /// Nobody started it.
        NotStarted = "not_started",
        /// The publisher gathers the initial documents.
        InitialDocuments = "initial_documents",
        /// The clock runs, evidence comes in.
        EvidenceOpen = "evidence_open",
        /// All evidence is in, the decision is due.
        FinalReview = "final_review",
        /// The time ran out. It is never published, and the case may start again at once.
        FailedTimeout = "failed_timeout",
    }
}

impl CaseState {
    /// Whether the public learns that there is a case: never before a certificate, and never after
    /// a failure. Source: framework overview, "process"; acceptance C14.
    #[must_use]
    pub const fn is_public(self) -> bool {
        match self {
            Self::NotStarted
            | Self::InitialDocuments
            | Self::EvidenceOpen
            | Self::FinalReview
            | Self::FailedTimeout => false,
        }
    }

    /// Whose move it is.
    #[must_use]
    pub const fn whose_move(self) -> Party {
        match self {
            Self::NotStarted
            | Self::InitialDocuments
            | Self::EvidenceOpen
            | Self::FailedTimeout => Party::Publisher,
            Self::FinalReview => Party::Analyst,
        }
    }
}

/// The assessment's time line. It runs on through revisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The day it began: the acceptance of the initial documents.
    pub began_on: Day,
    /// The last day for evidence, until 24:00 UTC.
    pub deadline: Day,
    /// When an average assessment is over.
    pub expected: Day,
    /// Days that passed; 0 on the first day.
    pub day: i32,
    /// Days left including none; negative after the deadline.
    pub days_left: i32,
}

/// The clock on `today`; `None` while the initial documents are not accepted.
#[must_use]
pub fn clock(program: &Framework, dates: &Dates, today: Day) -> Option<Clock> {
    let began_on = dates.documents_accepted_on?;
    let deadline = program.windows.get(WindowId::Assessment).last_day(began_on);
    let expected = program.windows.get(WindowId::AssessmentExpected).last_day(began_on);
    Some(Clock {
        began_on,
        deadline,
        expected,
        day: began_on.days_until(today),
        days_left: today.days_until(deadline),
    })
}

/// The state of an undecided case on `today`. Evidence that came in on the last day is in time; the
/// day after, a case without a decision has failed, also one whose evidence is complete. Source:
/// framework process, "certification case"; acceptance C13, C14.
#[must_use]
pub fn state(program: &Framework, dates: &Dates, today: Day) -> CaseState {
    let Some(clock) = clock(program, dates, today) else {
        return if dates.started_on.is_some() {
            CaseState::InitialDocuments
        } else {
            CaseState::NotStarted
        };
    };
    match dates.evidence_complete_on {
        _ if today > clock.deadline => CaseState::FailedTimeout,
        Some(complete_on) if complete_on > clock.deadline => CaseState::FailedTimeout,
        Some(_) => CaseState::FinalReview,
        None => CaseState::EvidenceOpen,
    }
}
