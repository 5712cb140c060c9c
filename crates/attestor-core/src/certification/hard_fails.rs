//! Conditions that fail an assessment whatever its score.

use crate::framework::{Framework, HardFail, Rule, Trigger};
use crate::word::words;

use super::case::Case;
use super::controls::{ControlOutcome, ControlState, Inquiry, Presence};
use super::reason::{Reason, RuleId};
use super::{pentest, permissions};

words! {
    /// Where a hard-fail condition stands.
    pub enum HardFailState {
        /// Nothing sets it off.
        Holds = "holds",
        /// Nothing shows yet that it holds; on the day of a decision that is a failure.
        NotShown = "not-shown",
        /// It is set off.
        Fails = "fails",
        /// It is not asked of this app.
        NotApplicable = "not-applicable",
    }
}

/// A hard-fail condition and what is said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct HardFailOutcome<'a> {
    /// The condition.
    pub hard_fail: &'a HardFail,
    /// Where it stands.
    pub state: HardFailState,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Judges every hard-fail condition of the program.
#[must_use]
pub fn review<'a>(
    inquiry: &Inquiry<'a>,
    outcomes: &[ControlOutcome<'a>],
) -> Vec<HardFailOutcome<'a>> {
    inquiry.program.hard_fails.iter().map(|hard_fail| judge(inquiry, hard_fail, outcomes)).collect()
}

fn judge<'a>(
    inquiry: &Inquiry<'a>,
    hard_fail: &'a HardFail,
    outcomes: &[ControlOutcome<'a>],
) -> HardFailOutcome<'a> {
    let about = about(inquiry.program, hard_fail, outcomes);
    let applicable: Vec<&ControlOutcome<'_>> =
        about.into_iter().filter(|it| it.state.is_applicable()).collect();
    if applicable.is_empty() {
        return HardFailOutcome {
            hard_fail,
            state: HardFailState::NotApplicable,
            reasons: Vec::new(),
        };
    }
    let (state, reasons) = match hard_fail.trigger {
        Trigger::PermissionOverBroad => permission_over_broad(inquiry.case),
        Trigger::PenTestReportMissing => pen_test_report(&applicable),
        Trigger::ControlAbsent | Trigger::GroupAbsent => absent(&applicable),
        Trigger::FindingOpen => finding_open(inquiry),
    };
    HardFailOutcome { hard_fail, state, reasons }
}

/// The controls that a condition is about.
fn about<'o, 'a>(
    program: &Framework,
    hard_fail: &HardFail,
    outcomes: &'o [ControlOutcome<'a>],
) -> Vec<&'o ControlOutcome<'a>> {
    let group = hard_fail
        .group
        .as_ref()
        .and_then(|id| program.scoring.groups.iter().find(|group| group.id.value == id.value));
    let is_about = |it: &&ControlOutcome<'_>| {
        let by_id = hard_fail.control.as_ref().is_some_and(|id| id.value == it.control.id.value);
        let by_group = group.is_some_and(|group| {
            group.paths.iter().flatten().any(|id| id.value == it.control.id.value)
        });
        let by_findings =
            hard_fail.trigger == Trigger::FindingOpen && it.control.rule == Rule::FindingClass;
        by_id || by_group || by_findings
    };
    outcomes.iter().filter(is_about).collect()
}

fn permission_over_broad(case: &Case) -> (HardFailState, Vec<Reason>) {
    if permissions::listed(case).is_none() {
        return (HardFailState::NotShown, vec![Reason::new(RuleId::PermissionsMissing)]);
    }
    let kept = permissions::over_broad(case);
    let reasons: Vec<Reason> = kept
        .map(|it| {
            Reason::new(RuleId::PermissionOverBroad).with("permission", it.requested.name.as_str())
        })
        .collect();
    (if reasons.is_empty() { HardFailState::Holds } else { HardFailState::Fails }, reasons)
}

fn pen_test_report(about: &[&ControlOutcome<'_>]) -> (HardFailState, Vec<Reason>) {
    let unmet: Vec<&&ControlOutcome<'_>> =
        about.iter().filter(|it| it.state != ControlState::Met).collect();
    let missing = unmet.iter().all(|it| it.state == ControlState::Missing);
    let state = match (unmet.is_empty(), missing) {
        (true, _) => HardFailState::Holds,
        (false, true) => HardFailState::NotShown,
        (false, false) => HardFailState::Fails,
    };
    (state, unmet.iter().flat_map(|it| it.reasons.clone()).collect())
}

/// One control that is shown at all is enough.
fn absent(about: &[&ControlOutcome<'_>]) -> (HardFailState, Vec<Reason>) {
    if about.iter().any(|it| it.presence == Presence::Shown) {
        return (HardFailState::Holds, Vec::new());
    }
    let declared = about.iter().all(|it| it.presence == Presence::Absent);
    let state = if declared { HardFailState::Fails } else { HardFailState::NotShown };
    (state, about.iter().filter_map(|it| it.reasons.first().cloned()).collect())
}

fn finding_open(inquiry: &Inquiry<'_>) -> (HardFailState, Vec<Reason>) {
    let (Some(rules), Some(report)) = (&inquiry.program.pentest, &inquiry.case.pentest) else {
        return (HardFailState::NotShown, vec![Reason::new(RuleId::PentestReportMissing)]);
    };
    let open = pentest::open_findings(rules, report, None, inquiry.today);
    (if open.is_empty() { HardFailState::Holds } else { HardFailState::Fails }, open)
}
