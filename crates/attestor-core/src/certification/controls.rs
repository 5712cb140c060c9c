//! What everything that was handed in shows of each control.

use std::collections::BTreeSet;

use crate::attestation::permission::PermissionRules;
use crate::day::Day;
use crate::framework::{Control, Duty, Family, Framework, Rule};
use crate::id::Id;
use crate::party::Party;
use crate::word::words;

use super::case::{About, Case, Component, Review, Verdict};
use super::conditions::{Conditions, Known};
use super::evidence::{EvidenceIndex, fresh_until};
use super::external::{self, ExternalOutcome, ExternalVerdict, Remainder};
use super::reason::{Reason, RuleId};
use super::sample::Draw;
use super::{pentest, permissions};

words! {
    /// Where a control stands.
    pub enum ControlState {
        /// It is shown.
        Met = "met",
        /// It is not shown, and another path of its group is.
        Alternative = "covered-by-alternative",
        /// It is not asked of this app.
        NotApplicable = "not-applicable",
        /// Nothing was handed in.
        Missing = "missing",
        /// Something was handed in, and something is missing.
        Incomplete = "incomplete",
        /// What was handed in is too old.
        Stale = "stale",
        /// What was handed in does not count, or the analyst sent it back.
        Returned = "returned",
        /// It is shown not to be in place.
        NotMet = "not-met",
    }
}

impl ControlState {
    /// Whether the control leaves the sums of points.
    #[must_use]
    pub const fn is_applicable(self) -> bool {
        !matches!(self, Self::NotApplicable)
    }

    /// Whether the publisher can still hand something in for it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Missing | Self::Incomplete | Self::Stale | Self::Returned)
    }

    /// Whose move it is.
    #[must_use]
    pub const fn whose_move(self) -> Party {
        match self {
            Self::Met => Party::Analyst,
            Self::Missing | Self::Incomplete | Self::Stale | Self::Returned | Self::NotMet => {
                Party::Publisher
            }
            Self::Alternative | Self::NotApplicable => Party::Nobody,
        }
    }
}

words! {
    /// Whether anything shows that a control is there at all, however imperfect.
    pub enum Presence {
        /// Something that counts shows it.
        Shown = "shown",
        /// Nothing that counts shows it.
        NotShown = "not-shown",
        /// It is declared or judged not to be in place.
        Absent = "absent",
    }
}

/// A control and what is said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct ControlOutcome<'a> {
    /// Its family.
    pub family: &'a Family,
    /// The control.
    pub control: &'a Control,
    /// Where it stands.
    pub state: ControlState,
    /// Whether anything shows it at all.
    pub presence: Presence,
    /// Why, most telling first.
    pub reasons: Vec<Reason>,
    /// The evidence that counts for it.
    pub items: Vec<&'a Id>,
    /// When the oldest of that evidence was captured.
    pub oldest_capture: Option<Day>,
    /// The last day for handing in what was captured and not yet handed in.
    pub hand_in_by: Option<Day>,
}

/// What is worked out once for a case and used for every control.
#[derive(Debug)]
pub struct Inquiry<'a> {
    /// The program.
    pub program: &'a Framework,
    /// Which permissions imply which.
    pub permission_rules: &'a PermissionRules,
    /// The case.
    pub case: &'a Case,
    /// The day of the assessment.
    pub today: Day,
    /// The conditions.
    pub conditions: Conditions<'a>,
    /// The evidence.
    pub evidence: EvidenceIndex<'a>,
    /// The external reports.
    pub external: Vec<ExternalOutcome<'a>>,
    /// The sample.
    pub draw: Draw,
}

impl<'a> Inquiry<'a> {
    /// Judges every control of the program, in its order. Alternatives are not looked at here.
    #[must_use]
    pub fn controls(&self) -> Vec<ControlOutcome<'a>> {
        self.program.controls().map(|(family, control)| self.control(family, control)).collect()
    }

    fn control(&self, family: &'a Family, control: &'a Control) -> ControlOutcome<'a> {
        let review = self.case.reviews.get(&control.id.value);
        let mut outcome = ControlOutcome {
            family,
            control,
            state: ControlState::NotApplicable,
            presence: Presence::NotShown,
            reasons: Vec::new(),
            items: Vec::new(),
            oldest_capture: None,
            hand_in_by: None,
        };
        if let Some(reason) = self.out_of_scope(control, review) {
            outcome.reasons.push(reason);
            return outcome;
        }
        self.used_evidence(&mut outcome);
        let (state, reasons) = self.shown(control);
        outcome.state = state;
        outcome.reasons = reasons;
        outcome.presence = match state {
            ControlState::Met => Presence::Shown,
            _ if !outcome.items.is_empty() => Presence::Shown,
            _ => Presence::NotShown,
        };
        outcome.reasons.extend(self.assumptions(control));
        if let Some(review) = review {
            apply_review(&mut outcome, review);
        }
        outcome
    }

    /// Why a control is not asked of this app; `None` when it is.
    fn out_of_scope(&self, control: &Control, review: Option<&Review>) -> Option<Reason> {
        let failing =
            control.applies_if.iter().find(|id| self.conditions.get(&id.value) == Known::False);
        if let Some(condition) = failing {
            return Some(Reason::new(RuleId::ConditionFalse).with("condition", &condition.value));
        }
        let environments = &self.case.scope.environments;
        let nowhere = environments
            .iter()
            .all(|environment| control.duty(&environment.hosting) == Duty::NotApplicable);
        if nowhere && !environments.is_empty() {
            let mut types: Vec<&str> =
                environments.iter().map(|environment| environment.hosting.as_str()).collect();
            types.sort_unstable();
            types.dedup();
            return Some(
                Reason::new(RuleId::HostingNotApplicable).with("hosting", types.join(", ")),
            );
        }
        let review = review.filter(|review| review.verdict == Verdict::NotApplicable)?;
        Some(Reason::new(RuleId::ReviewNotApplicable).with("reason", &review.reason))
    }

    /// Conditions that nobody answered, so that the control applies.
    fn assumptions(&self, control: &Control) -> impl Iterator<Item = Reason> {
        let unknown =
            control.applies_if.iter().filter(|id| self.conditions.get(&id.value) == Known::Unknown);
        unknown
            .map(|id| Reason::new(RuleId::ConditionUnknown).with("condition", &id.value))
            .collect::<Vec<_>>()
            .into_iter()
    }

    fn used_evidence(&self, outcome: &mut ControlOutcome<'a>) {
        let counting = self
            .evidence
            .for_control(&outcome.control.id.value)
            .iter()
            .filter(|it| it.refusal.is_none());
        for judged in counting {
            if outcome.items.last() != Some(&&judged.item.id) {
                outcome.items.push(&judged.item.id);
            }
            let captured = judged.item.captured_on;
            outcome.oldest_capture =
                Some(outcome.oldest_capture.map_or(captured, |oldest| oldest.min(captured)));
            if judged.item.submitted_on.is_none() {
                let last = fresh_until(self.program, judged.item);
                outcome.hand_in_by = Some(outcome.hand_in_by.map_or(last, |day| day.min(last)));
            }
        }
    }

    /// Whether anything shows a control: facts, evidence, or an external report.
    fn shown(&self, control: &Control) -> (ControlState, Vec<Reason>) {
        if let Some(lacks) = self.fact_lacks(control) {
            return match lacks.as_slice() {
                [] => (ControlState::Met, vec![Reason::new(RuleId::MetByFacts)]),
                [only] if only.rule == RuleId::PentestReportMissing => {
                    (ControlState::Missing, lacks)
                }
                _ => (ControlState::NotMet, lacks),
            };
        }
        let provided = self.is_provided(control);
        let own = if provided { Vec::new() } else { self.own_evidence(control) };
        let platform = self.needs_platform_report(control);
        if own.is_empty() && !platform {
            let rule = if provided { RuleId::HostingProvider } else { RuleId::MetByEvidence };
            return (ControlState::Met, vec![Reason::new(rule)]);
        }
        if let Some(reason) = self.external_report(control) {
            return (ControlState::Met, vec![reason]);
        }
        let mut lacks = own;
        if platform {
            lacks.push(Reason::new(RuleId::PlatformReportMissing));
        }
        if self.evidence.for_control(&control.id.value).is_empty() {
            return (ControlState::Missing, lacks);
        }
        (state_of(&lacks), lacks)
    }

    /// What the facts of the case lack for a control that facts decide; `None` for other controls.
    fn fact_lacks(&self, control: &Control) -> Option<Vec<Reason>> {
        match control.rule {
            Rule::Evidence => None,
            Rule::PermissionsNeeded => Some(permissions::lacks(self.case, self.permission_rules)),
            Rule::PermissionsAgree => Some(permissions::differences(self.case)),
            rule => {
                let class = control.finding_class.as_ref().map(|class| &class.value);
                Some(pentest::lacks(self.program, self.case, rule, class, self.today))
            }
        }
    }

    /// What own evidence lacks: nothing if one path is shown whole, else the lacks of the path that
    /// lacks least (ties: the first).
    fn own_evidence(&self, control: &Control) -> Vec<Reason> {
        let sampled = self.sampled(control);
        let lacks = |path: &Vec<crate::id::Spot<Id>>| -> Vec<Reason> {
            let parts = path.iter().filter_map(|key| control.part(key.value.as_str()));
            parts.flat_map(|part| self.evidence.lacks(control, part, &sampled)).collect()
        };
        control.paths.iter().map(lacks).min_by_key(Vec::len).unwrap_or_default()
    }

    /// Whether the report on the platform is enough, because no environment leaves the publisher a
    /// duty.
    fn is_provided(&self, control: &Control) -> bool {
        let duties = || self.case.scope.environments.iter().map(|it| control.duty(&it.hosting));
        let own = duties().any(|duty| matches!(duty, Duty::Applies | Duty::Split));
        !own && duties().any(|duty| duty == Duty::Provider)
    }

    /// The drawn components that evidence must cover: those of environments where the publisher has
    /// a duty.
    fn sampled(&self, control: &Control) -> BTreeSet<&Id> {
        if control.sampled.is_none() {
            return BTreeSet::new();
        }
        let drawn = self.draw.components();
        let on_duty = |component: &&Component| {
            let environment =
                self.case.scope.environments.iter().find(|it| it.id == component.environment);
            environment
                .is_none_or(|it| matches!(control.duty(&it.hosting), Duty::Applies | Duty::Split))
        };
        let components =
            self.case.scope.components.iter().filter(|component| drawn.contains(&component.id));
        components.filter(on_duty).map(|component| &component.id).collect()
    }

    /// Whether the provider's share of a control is not shown.
    fn needs_platform_report(&self, control: &Control) -> bool {
        let environments = &self.case.scope.environments;
        let provided = environments
            .iter()
            .any(|it| matches!(control.duty(&it.hosting), Duty::Split | Duty::Provider));
        let shown = self
            .external
            .iter()
            .any(|it| it.report.about == About::Platform && it.verdict != ExternalVerdict::Refused);
        provided && !shown
    }

    /// The accepted report that shows a control, with own evidence for every gap it leaves.
    fn external_report(&self, control: &Control) -> Option<Reason> {
        let accepted = self
            .external
            .iter()
            .filter(|it| it.verdict != ExternalVerdict::Refused && it.report.about == About::App);
        let chosen =
            self.case.reviews.get(&control.id.value).and_then(|review| review.external.as_ref());
        let shows =
            |it: &&ExternalOutcome<'_>| match external::remainder(self.program, control, it.report)
            {
                Remainder::Nothing => true,
                Remainder::Gaps(gaps) => {
                    gaps.iter().all(|gap| self.evidence.shows_gap(&control.id.value, gap))
                }
                Remainder::AnalystDecides => chosen == Some(&it.report.framework),
                Remainder::Everything => false,
            };
        let framework = accepted.filter(shows).map(|it| &it.report.framework).min()?;
        Some(Reason::new(RuleId::MetByExternal).with("framework", framework))
    }
}

/// The state that lacks of evidence add up to, where something was handed in.
fn state_of(lacks: &[Reason]) -> ControlState {
    let all = |rules: &[RuleId]| lacks.iter().all(|lack| rules.contains(&lack.rule));
    if lacks.iter().any(|lack| lack.rule == RuleId::EvidenceFigureBroken) {
        return ControlState::NotMet;
    }
    if all(&[RuleId::EvidenceStale]) {
        return ControlState::Stale;
    }
    if all(&[
        RuleId::EvidenceKind,
        RuleId::EvidenceForm,
        RuleId::EvidenceShows,
        RuleId::EvidenceHistory,
        RuleId::EvidenceFuture,
        RuleId::EvidenceStale,
    ]) {
        return ControlState::Returned;
    }
    ControlState::Incomplete
}

/// What a verdict changes. An approval by itself shows nothing: the evidence must still hold.
fn apply_review(outcome: &mut ControlOutcome<'_>, review: &Review) {
    let (state, rule) = match review.verdict {
        Verdict::Approved | Verdict::NotApplicable => return,
        Verdict::RevisionRequested => (ControlState::Returned, RuleId::ReviewRevision),
        Verdict::Failed => (ControlState::NotMet, RuleId::ReviewFailed),
        Verdict::NotInPlace => (ControlState::NotMet, RuleId::DeclaredAbsent),
    };
    if matches!(review.verdict, Verdict::Failed | Verdict::NotInPlace) {
        outcome.presence = Presence::Absent;
    }
    outcome.state = state;
    // What showed the control until then would read like a contradiction.
    outcome.reasons.retain(|reason| !reason.rule.is_met());
    outcome.reasons.insert(0, Reason::new(rule).with("reason", &review.reason));
}
