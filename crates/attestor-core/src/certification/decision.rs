//! The assessment: would this app be certified today, and why (not)?
//!
//! A pure function of the program's edition, the case and the day: the same inputs always give the
//! same result, and the result carries the reasons.

use crate::attestation::permission::PermissionRules;
use crate::day::Day;
use crate::framework::Framework;
use crate::id::Id;
use crate::party::Party;
use crate::word::words;

use super::case::Case;
use super::clock::{self, CaseState, Clock};
use super::conditions::Conditions;
use super::controls::{ControlOutcome, Inquiry};
use super::documents::{self, DocumentOutcome, DocumentState};
use super::evidence::EvidenceIndex;
use super::external::{self, ExternalOutcome};
use super::hard_fails::{self, HardFailOutcome, HardFailState};
use super::reason::{Reason, RuleId};
use super::sample::{self, Draw};
use super::scope::{self, ScopeReview};
use super::score::{self, DomainScore};
use super::start;

words! {
    /// What a decision on the day of the assessment would be.
    pub enum Outcome {
        /// The app would be certified.
        Certifiable = "certifiable",
        /// Something is still to be handed in or mended.
        NotReady = "not-ready",
        /// The certification may not start yet.
        NotStartable = "not-startable",
        /// The app would be rejected.
        Fails = "fails",
        /// The time for the assessment is over.
        TimedOut = "timed-out",
        /// The program owner must decide something first.
        NeedsProgramDecision = "needs-program-decision",
    }
}

impl Outcome {
    /// Whose move it is.
    #[must_use]
    pub const fn whose_move(self) -> Party {
        match self {
            Self::Certifiable => Party::Analyst,
            Self::NotReady | Self::NotStartable | Self::Fails | Self::TimedOut => Party::Publisher,
            Self::NeedsProgramDecision => Party::Owner,
        }
    }
}

/// Everything that an assessment found.
#[derive(Debug, Clone)]
pub struct Assessment<'a> {
    /// The day.
    pub today: Day,
    /// What a decision would be.
    pub outcome: Outcome,
    /// What stands between the app and its certificate, most telling first; or that all holds.
    pub reasons: Vec<Reason>,
    /// What stands against starting.
    pub start: Vec<Reason>,
    /// Where the case stands.
    pub state: CaseState,
    /// The time line, once the initial documents are accepted.
    pub clock: Option<Clock>,
    /// What is said of the scope.
    pub scope: ScopeReview,
    /// The sample.
    pub draw: Draw,
    /// A recorded sample that no longer belongs to the inventory.
    pub sample_outdated: Option<Reason>,
    /// The initial documents.
    pub documents: Vec<DocumentOutcome<'a>>,
    /// The external reports.
    pub external: Vec<ExternalOutcome<'a>>,
    /// Every control of the program.
    pub controls: Vec<ControlOutcome<'a>>,
    /// The points of every domain.
    pub domains: Vec<DomainScore<'a>>,
    /// Every hard-fail condition.
    pub hard_fails: Vec<HardFailOutcome<'a>>,
}

/// Assesses a case on `today`.
#[must_use]
pub fn assess<'a>(
    program: &'a Framework,
    permission_rules: &'a PermissionRules,
    case: &'a Case,
    today: Day,
) -> Assessment<'a> {
    let seed = case.draw.as_ref().map_or(case.app.id.as_str(), |draw| draw.seed.as_str());
    let enlarged = case.draw.as_ref().map_or(&[][..], |draw| draw.enlarged.as_slice());
    let inquiry = Inquiry {
        program,
        permission_rules,
        case,
        today,
        conditions: Conditions::of(program, case),
        evidence: EvidenceIndex::of(program, case, today),
        external: case
            .external
            .iter()
            .map(|report| external::judge(program, report, today))
            .collect(),
        draw: sample::draw_enlarged(&program.sampling, &case.scope.components, seed, enlarged),
    };
    let mut controls = inquiry.controls();
    score::cover_alternatives(program, &mut controls);
    let hard_fails = hard_fails::review(&inquiry, &controls);
    let mut assessment = Assessment {
        today,
        outcome: Outcome::Certifiable,
        reasons: Vec::new(),
        start: start::refusals(program, case, today),
        state: clock::state(program, &case.dates, today),
        clock: clock::clock(program, &case.dates, today),
        scope: scope::review(program, case),
        sample_outdated: case
            .draw
            .as_ref()
            .and_then(|recorded| sample::outdated(recorded, &inquiry.draw)),
        documents: documents::review(program, case, &inquiry.conditions, today),
        domains: score::score(program, case, &controls),
        external: inquiry.external,
        draw: inquiry.draw,
        controls,
        hard_fails,
    };
    conclude(&mut assessment);
    assessment
}

/// Draws the conclusion. A condition that fails outright always wins over any score.
fn conclude(assessment: &mut Assessment<'_>) {
    let failing = hard_fail_reasons(assessment, HardFailState::Fails);
    let below = domain_reasons(assessment);
    let mut missing = hard_fail_reasons(assessment, HardFailState::NotShown);
    missing.extend(assessment.scope.returned.iter().cloned());
    missing.extend(assessment.sample_outdated.iter().cloned());
    missing.extend(
        assessment.documents.iter().filter(|it| is_lacking(it)).flat_map(|it| it.reasons.clone()),
    );
    assessment.outcome = if !assessment.scope.needs_decision.is_empty() {
        Outcome::NeedsProgramDecision
    } else if assessment.state == CaseState::FailedTimeout {
        Outcome::TimedOut
    } else if !failing.is_empty() {
        Outcome::Fails
    } else if !assessment.start.is_empty() {
        Outcome::NotStartable
    } else if !missing.is_empty() || has_open_domain(assessment) {
        Outcome::NotReady
    } else if !below.is_empty() {
        Outcome::Fails
    } else {
        Outcome::Certifiable
    };
    let mut reasons = assessment.scope.needs_decision.clone();
    if let Some(clock) = assessment.clock.filter(|_| assessment.state == CaseState::FailedTimeout) {
        reasons.push(Reason::new(RuleId::TimedOut).with("deadline", clock.deadline));
    }
    reasons.extend(
        failing.into_iter().chain(assessment.start.iter().cloned()).chain(missing).chain(below),
    );
    if reasons.is_empty() {
        reasons.push(Reason::new(RuleId::AllHolds));
    }
    assessment.reasons = reasons;
}

/// Whether a domain is below its pass mark and has a control for which something can still come.
fn has_open_domain(assessment: &Assessment<'_>) -> bool {
    let open = |domain: &Id| {
        let own = assessment.controls.iter().filter(|it| it.family.domain.value == *domain);
        own.into_iter().any(|it| it.state.is_open())
    };
    assessment.domains.iter().any(|it| !it.passed && open(&it.domain.id.value))
}

fn is_lacking(document: &DocumentOutcome<'_>) -> bool {
    matches!(
        document.state,
        DocumentState::Missing | DocumentState::Stale | DocumentState::Returned
    )
}

fn hard_fail_reasons(assessment: &Assessment<'_>, state: HardFailState) -> Vec<Reason> {
    let found = assessment.hard_fails.iter().filter(|it| it.state == state);
    found
        .map(|it| {
            Reason::new(RuleId::HardFail)
                .with("condition", &it.hard_fail.title)
                .with("state", state)
        })
        .collect()
}

fn domain_reasons(assessment: &Assessment<'_>) -> Vec<Reason> {
    let below = assessment.domains.iter().filter(|it| !it.passed);
    below.map(|it| Reason::new(RuleId::DomainBelowMark).with("domain", &it.domain.title)).collect()
}
