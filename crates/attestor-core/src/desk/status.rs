//! Where each control stands on the desk: what the analyst said, and what the evidence shows today.

use crate::certification::case::Verdict;
use crate::certification::controls::{ControlOutcome, ControlState};
use crate::certification::decision::Assessment;
use crate::certification::reason::RuleId;
use crate::framework::Rule;
use crate::party::Party;
use crate::word::words;

use super::file::CaseFile;

words! {
    /// Where a control stands on the desk. Source: process, "control status".
    pub enum ControlStatus {
        /// The publisher has it: nothing is handed in, or what was approved no longer holds.
        Open = "open",
        /// It waits for the analyst.
        Submitted = "submitted",
        /// The analyst sent it back.
        RevisionRequested = "revision_requested",
        /// The analyst approved it, and it still holds.
        Approved = "approved",
        /// The analyst accepted an external report for it, and that still holds.
        ApprovedByExternal = "approved_by_external",
        /// Facts of the case show it by themselves.
        AutomatedPass = "automated_pass",
        /// It is not asked of this app, or another path of its group is met.
        NotApplicable = "not_applicable",
        /// The analyst failed it, or the publisher says that it is not in place.
        Failed = "failed",
    }
}

impl ControlStatus {
    /// Whether it counts as approved for booking a penetration test.
    #[must_use]
    pub const fn is_approved(self) -> bool {
        matches!(self, Self::Approved | Self::ApprovedByExternal | Self::AutomatedPass)
    }

    /// Whose move it is.
    #[must_use]
    pub const fn whose_move(self) -> Party {
        match self {
            Self::Open | Self::RevisionRequested => Party::Publisher,
            Self::Submitted => Party::Analyst,
            Self::Approved
            | Self::ApprovedByExternal
            | Self::AutomatedPass
            | Self::NotApplicable
            | Self::Failed => Party::Nobody,
        }
    }
}

/// Where a control stands.
#[must_use]
pub fn status(file: &CaseFile, outcome: &ControlOutcome<'_>) -> ControlStatus {
    let control = &outcome.control.id.value;
    if !outcome.state.is_applicable() {
        return ControlStatus::NotApplicable;
    }
    let review = file.case.reviews.get(control);
    match review.map(|review| review.verdict) {
        Some(Verdict::Failed | Verdict::NotInPlace) => return ControlStatus::Failed,
        Some(Verdict::RevisionRequested) => return ControlStatus::RevisionRequested,
        Some(Verdict::Approved) if outcome.state == ControlState::Met => {
            let external = review.is_some_and(|review| review.external.is_some())
                || outcome.reasons.iter().any(|it| it.rule == RuleId::MetByExternal);
            return if external {
                ControlStatus::ApprovedByExternal
            } else {
                ControlStatus::Approved
            };
        }
        Some(Verdict::Approved | Verdict::NotApplicable) | None => {}
    }
    if file.progress.get(control).is_some_and(|progress| progress.waits) {
        return ControlStatus::Submitted;
    }
    match outcome.state {
        ControlState::Met if outcome.control.rule != Rule::Evidence => ControlStatus::AutomatedPass,
        ControlState::Alternative => ControlStatus::NotApplicable,
        ControlState::Met
        | ControlState::NotApplicable
        | ControlState::Missing
        | ControlState::Incomplete
        | ControlState::Stale
        | ControlState::Returned
        | ControlState::NotMet => ControlStatus::Open,
    }
}

/// How many controls stand where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Asked of this app.
    pub in_scope: u64,
    /// Approved, by whatever way.
    pub approved: u64,
    /// Waiting for the analyst.
    pub submitted: u64,
    /// Sent back.
    pub revision_requested: u64,
    /// With the publisher, not yet handed in.
    pub open: u64,
    /// Failed or not in place.
    pub failed: u64,
    /// Not asked of this app.
    pub not_applicable: u64,
}

/// Counts the controls of a case.
#[must_use]
pub fn counts(file: &CaseFile, assessment: &Assessment<'_>) -> Counts {
    let mut counts = Counts::default();
    for outcome in &assessment.controls {
        let place = match status(file, outcome) {
            ControlStatus::Open => &mut counts.open,
            ControlStatus::Submitted => &mut counts.submitted,
            ControlStatus::RevisionRequested => &mut counts.revision_requested,
            ControlStatus::Approved
            | ControlStatus::ApprovedByExternal
            | ControlStatus::AutomatedPass => &mut counts.approved,
            ControlStatus::Failed => &mut counts.failed,
            ControlStatus::NotApplicable => &mut counts.not_applicable,
        };
        *place += 1;
    }
    counts.in_scope = counts.open
        + counts.submitted
        + counts.revision_requested
        + counts.approved
        + counts.failed;
    counts
}
