//! The rules for evidence and points once more, as plainly as they can be written: straight loops
//! over the whole case, no index, nothing remembered. Slow on purpose; the engine must agree.
//!
//! Facts that other rules decide (the penetration test, permissions, whether an external report
//! counts, which components are drawn) are taken as given.

use std::collections::{BTreeMap, BTreeSet};

use attestor_core::answer::Answer;
use attestor_core::certification::case::{
    About, Case, Evidence, ExternalReport, Segmentation, ServiceOwner, Target, Verdict,
};
use attestor_core::certification::controls::ControlState;
use attestor_core::certification::external::{ExternalVerdict, judge};
use attestor_core::certification::sample::draw;
use attestor_core::day::{Day, Length};
use attestor_core::framework::{
    Bound, Compare, Control, Coverage, Duty, Expression, Fact, Framework, Part, Rule, WindowId,
};
use attestor_core::id::{Id, Spot};

use crate::points::path_points;

/// Why a part is not shown.
#[derive(Clone, Copy, PartialEq)]
enum Lack {
    Nothing,
    Old,
    Unfit,
    Figure,
    Broken,
    Sample,
    Platform,
}

/// A case to look at, and what is taken as given.
pub(crate) struct Naive<'a> {
    pub(crate) program: &'a Framework,
    pub(crate) case: &'a Case,
    pub(crate) today: Day,
    /// The states of the controls that evidence does not decide.
    pub(crate) given: BTreeMap<&'a Id, ControlState>,
}

impl Naive<'_> {
    /// The state of every control.
    pub(crate) fn states(&self) -> BTreeMap<Id, ControlState> {
        let mut states = BTreeMap::new();
        for family in &self.program.families {
            for control in &family.controls {
                let state = match control.rule {
                    Rule::Evidence => self.state(control),
                    _ => self.given[&control.id.value],
                };
                states.insert(control.id.value.clone(), state);
            }
        }
        let before = states.clone();
        for group in &self.program.scoring.groups {
            let is_met =
                |path: &Vec<_>| path_points(self.program, &before, path).is_some_and(|it| it.1);
            let is_met = group.paths.iter().map(|path| ids(path)).any(|path| is_met(&path));
            for id in group.paths.iter().flat_map(|path| ids(path)) {
                let state = states.get_mut(&id).unwrap();
                if is_met && *state != ControlState::Met && *state != ControlState::NotApplicable {
                    *state = ControlState::Alternative;
                }
            }
        }
        states
    }

    fn state(&self, control: &Control) -> ControlState {
        let verdict = self.case.reviews.get(&control.id.value).map(|review| review.verdict);
        if self.is_not_applicable(control) || verdict == Some(Verdict::NotApplicable) {
            return ControlState::NotApplicable;
        }
        match verdict {
            Some(Verdict::Failed | Verdict::NotInPlace) => return ControlState::NotMet,
            Some(Verdict::RevisionRequested) => return ControlState::Returned,
            Some(Verdict::Approved | Verdict::NotApplicable) | None => {}
        }
        let lacks = self.own_lacks(control);
        if lacks.is_empty() || self.case.external.iter().any(|it| self.report_shows(control, it)) {
            return ControlState::Met;
        }
        let handed_in = self.case.evidence.iter().flat_map(|item| &item.targets);
        if lacks.contains(&Lack::Broken) {
            ControlState::NotMet
        } else if !handed_in.into_iter().any(|target| target.control == control.id.value) {
            ControlState::Missing
        } else if lacks.iter().all(|lack| *lack == Lack::Old) {
            ControlState::Stale
        } else if lacks.iter().all(|lack| matches!(lack, Lack::Old | Lack::Unfit)) {
            ControlState::Returned
        } else {
            ControlState::Incomplete
        }
    }

    fn is_not_applicable(&self, control: &Control) -> bool {
        for id in &control.applies_if {
            let condition =
                self.program.conditions.iter().find(|it| it.id.value == id.value).unwrap();
            if self.holds(&condition.when) == Some(false) {
                return true;
            }
        }
        let duties = self.duties(control);
        !duties.is_empty() && duties.iter().all(|duty| *duty == Duty::NotApplicable)
    }

    fn duties(&self, control: &Control) -> Vec<Duty> {
        let environments = &self.case.scope.environments;
        environments.iter().map(|environment| control.duty(&environment.hosting)).collect()
    }

    /// True, false, or `None` for unknown.
    fn holds(&self, expression: &Expression) -> Option<bool> {
        match expression {
            Expression::Fact(fact) => self.fact(*fact),
            Expression::Statement { id, otherwise } => {
                self.case.statements.get(&id.value).copied().or(*otherwise)
            }
            Expression::Answer(id) => match self.case.attestation.as_ref()?.answers.get(id)? {
                Answer::Yes => Some(true),
                Answer::No | Answer::NotApplicable => Some(false),
                Answer::Unanswered => None,
            },
            Expression::All(parts) => {
                let found: Vec<_> = parts.iter().map(|part| self.holds(part)).collect();
                if found.contains(&Some(false)) {
                    return Some(false);
                }
                if found.contains(&None) { None } else { Some(true) }
            }
            Expression::Any(parts) => {
                let found: Vec<_> = parts.iter().map(|part| self.holds(part)).collect();
                if found.contains(&Some(true)) {
                    return Some(true);
                }
                if found.contains(&None) { None } else { Some(false) }
            }
            Expression::FirstKnown(parts) => parts.iter().find_map(|part| self.holds(part)),
            Expression::Not(part) => self.holds(part).map(|it| !it),
        }
    }

    /// The facts that controls of the repository's program ask for.
    fn fact(&self, fact: Fact) -> Option<bool> {
        let scope = &self.case.scope;
        match fact {
            Fact::ConnectsOutside => {
                let services = scope.services.as_ref()?;
                Some(services.iter().any(|it| it.owner != ServiceOwner::Microsoft))
            }
            Fact::SegmentationLimitsScope => Some(
                scope
                    .connections
                    .iter()
                    .any(|it| it.segmentation == Segmentation::Proved && it.can_harm == Answer::No),
            ),
            Fact::RequestsPermissions | Fact::HasIsvHostedPart | Fact::HasCloudPart => None,
        }
    }

    /// What the path that lacks least lacks.
    fn own_lacks(&self, control: &Control) -> Vec<Lack> {
        let mut best: Option<Vec<Lack>> = None;
        for path in &control.paths {
            let mut lacks = Vec::new();
            for part in control.parts.iter().filter(|part| ids(path).contains(&part.key.value)) {
                lacks.extend(self.part_lacks(control, part));
            }
            if best.as_ref().is_none_or(|best| lacks.len() < best.len()) {
                best = Some(lacks);
            }
        }
        let mut best = best.unwrap();
        let duties = self.duties(control);
        let own = duties.contains(&Duty::Applies) || duties.contains(&Duty::Split);
        if duties.contains(&Duty::Provider) && !own {
            best.clear();
        }
        let provided = duties.contains(&Duty::Split) || duties.contains(&Duty::Provider);
        let platform =
            self.case.external.iter().any(|it| it.about == About::Platform && self.counts(it));
        if provided && !platform {
            best.push(Lack::Platform);
        }
        best
    }

    fn counts(&self, report: &ExternalReport) -> bool {
        judge(self.program, report, self.today).verdict != ExternalVerdict::Refused
    }

    fn part_lacks(&self, control: &Control, part: &Part) -> Vec<Lack> {
        let mut good: Vec<&Evidence> = Vec::new();
        let mut refused = Vec::new();
        for item in &self.case.evidence {
            for target in &item.targets {
                let for_part =
                    target.part.is_none() || target.part.as_ref() == Some(&part.key.value);
                if target.control != control.id.value || !for_part {
                    continue;
                }
                match self.refusal(control, item) {
                    None => good.push(item),
                    Some(lack) => refused.push(lack),
                }
            }
        }
        if good.is_empty() {
            return if refused.is_empty() { vec![Lack::Nothing] } else { refused };
        }
        self.figure_lacks(control, part, &good, refused)
    }

    /// What is left to wish for when `good` counts: figures first, then components.
    fn figure_lacks(
        &self,
        control: &Control,
        part: &Part,
        good: &[&Evidence],
        refused: Vec<Lack>,
    ) -> Vec<Lack> {
        let sampled = self.sampled(control);
        let mut lacks = Vec::new();
        for check in &part.checks {
            let states = |item: &&&Evidence| item.figures.contains_key(&check.fact);
            let keeps = |item: &Evidence| {
                let figure = item.figures.get(&check.fact);
                figure.is_some_and(|figure| self.keeps(&check.bound, figure))
            };
            let stated = good.iter().filter(states).count();
            let kept = good.iter().filter(|item| keeps(item)).count();
            let everywhere = sampled
                .iter()
                .all(|id| good.iter().any(|item| item.components.contains(id) && keeps(item)));
            if stated == 0 {
                lacks.push(Lack::Figure);
            } else if kept < stated && !(kept > 0 && everywhere) {
                lacks.push(Lack::Broken);
            } else if !everywhere && !lacks.contains(&Lack::Sample) {
                lacks.push(Lack::Sample);
            }
        }
        let seen = |id: &Id| good.iter().any(|item| item.components.contains(id));
        if !sampled.iter().all(seen) && !lacks.contains(&Lack::Sample) {
            lacks.push(Lack::Sample);
        }
        if lacks == [Lack::Sample] {
            lacks.extend(refused);
        } else {
            lacks.retain(|lack| *lack != Lack::Sample);
        }
        lacks
    }

    fn refusal(&self, control: &Control, item: &Evidence) -> Option<Lack> {
        let rules = &self.program.evidence;
        let kind = rules.kinds.iter().find(|kind| kind.id.value == item.kind).unwrap();
        let form = rules.forms.iter().find(|form| form.id.value == item.form).unwrap();
        let right_kind = ids(&control.evidence).contains(&item.kind);
        let right_form = ids(&kind.forms).contains(&item.form);
        let shown = form.must_show.iter().all(|what| item.shows.contains(what));
        let future = item.captured_on > self.today;
        if future || !(right_kind && right_form && shown) {
            return Some(Lack::Unfit);
        }
        let age = kind.max_age.unwrap_or(rules.max_age);
        let mut handed_in_on = item.submitted_on.unwrap_or(self.today);
        if let Some(started_on) = self.case.dates.started_on {
            handed_in_on = handed_in_on.max(started_on);
        }
        if !self.in_time(age, item.captured_on, handed_in_on) {
            return Some(Lack::Old);
        }
        let built_on = item.process_built_on?;
        let one_run = item.runs.is_some_and(|runs| runs == 1);
        let new = self.in_time(WindowId::NewProcess, built_on, self.today);
        (one_run && !new).then_some(Lack::Unfit)
    }

    fn in_time(&self, id: WindowId, from: Day, on: Day) -> bool {
        let window = self.program.windows.all().iter().find(|it| it.id.value == id).unwrap();
        let end = match window.length {
            Length::Days(days) => from.plus_days(i32::from(days)),
            Length::Months(months) => from.plus_months(months),
            Length::Years(years) => from.plus_months(years * 12),
        };
        match window.compare {
            Compare::LessThan => on < end,
            Compare::NotOlderThan | Compare::Within => on <= end,
        }
    }

    fn keeps(&self, bound: &Bound, figure: &str) -> bool {
        match bound {
            Bound::AtMost(limit) => figure.parse::<i64>().is_ok_and(|it| it <= *limit),
            Bound::AtLeast(limit) => figure.parse::<i64>().is_ok_and(|it| it >= *limit),
            Bound::OneOf(words) => {
                words.iter().any(|word| word.to_lowercase() == figure.to_lowercase())
            }
            Bound::NotOlderThan(length) => Day::parse(figure)
                .is_some_and(|it| it <= self.today && self.today <= length.after(it)),
        }
    }

    /// Drawn components of environments in which the publisher has a duty.
    fn sampled(&self, control: &Control) -> BTreeSet<Id> {
        let mut sampled = BTreeSet::new();
        if control.sampled.is_none() {
            return sampled;
        }
        let scope = &self.case.scope;
        let draw = draw(&self.program.sampling, &scope.components, &self.case.app.id);
        for component in &scope.components {
            let environment =
                scope.environments.iter().find(|it| it.id == component.environment).unwrap();
            let duty = control.duty(&environment.hosting);
            if draw.components().contains(&component.id)
                && (duty == Duty::Applies || duty == Duty::Split)
            {
                sampled.insert(component.id.clone());
            }
        }
        sampled
    }

    fn report_shows(&self, control: &Control, report: &ExternalReport) -> bool {
        if report.about != About::App || !self.counts(report) {
            return false;
        }
        let Some(cover) = control.cover(&report.framework) else { return false };
        let rules = self.program.external_framework(&report.framework).unwrap();
        let catalog = &rules.editions.last().unwrap().catalog.value;
        let items = ids(cover.refs_in(catalog));
        if items.is_empty() || items.iter().any(|item| report.excluded.contains(item)) {
            return false;
        }
        let reviewed = self.case.reviews.get(&control.id.value);
        let gap_shown = |gap: &Id| {
            self.case.evidence.iter().any(|item| {
                let names =
                    |it: &Target| it.control == control.id.value && it.part.as_ref() == Some(gap);
                item.targets.iter().any(names) && self.refusal(control, item).is_none()
            })
        };
        match cover.coverage {
            Coverage::NoneListed => true,
            Coverage::Part => cover.gaps.iter().all(|gap| gap_shown(&gap.key.value)),
            Coverage::AnalystDecides => {
                reviewed.and_then(|it| it.external.as_ref()) == Some(&report.framework)
            }
            Coverage::Whole | Coverage::NotUsable => false,
        }
    }
}

pub(crate) fn ids(spots: &[Spot<Id>]) -> Vec<Id> {
    spots.iter().map(|spot| spot.value.clone()).collect()
}
