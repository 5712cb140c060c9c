//! Whether evidence counts, and what it shows of a control.
//!
//! Every rule here looks at the union of what is there, so that more evidence never shows less and
//! the order of the list never matters.

use std::collections::{BTreeMap, BTreeSet};

use crate::day::Day;
use crate::framework::{
    Bound, Control, EvidenceKind, FactCheck, Framework, Part, Window, WindowId,
};
use crate::id::Id;

use super::case::{Case, Evidence};
use super::reason::{Reason, RuleId};

/// The evidence of a case by control, judged once.
#[derive(Debug)]
pub struct EvidenceIndex<'a> {
    by_control: BTreeMap<&'a Id, Vec<Judged<'a>>>,
    today: Day,
}

/// A piece of evidence, the parts it is for, and why it does not count.
#[derive(Debug, Clone)]
pub struct Judged<'a> {
    /// The piece.
    pub item: &'a Evidence,
    /// The part or gap; `None` is every part.
    pub part: Option<&'a Id>,
    /// Why it does not count; `None` when it does.
    pub refusal: Option<Reason>,
}

impl<'a> EvidenceIndex<'a> {
    /// Judges all evidence of a case on `today`.
    #[must_use]
    pub fn of(program: &Framework, case: &'a Case, today: Day) -> Self {
        let mut by_control: BTreeMap<&Id, Vec<Judged<'_>>> = BTreeMap::new();
        for item in &case.evidence {
            for target in &item.targets {
                let Some((_, control)) = program.control(&target.control) else { continue };
                let handed_in_on = case.handed_in_on(item.submitted_on, today);
                let refusal = refusal(program, control, item, handed_in_on, today);
                let judged = Judged { item, part: target.part.as_ref(), refusal };
                by_control.entry(&target.control).or_default().push(judged);
            }
        }
        for list in by_control.values_mut() {
            list.sort_by(|left, right| {
                (&left.item.id, left.part).cmp(&(&right.item.id, right.part))
            });
        }
        Self { by_control, today }
    }

    /// Everything handed in for a control.
    #[must_use]
    pub fn for_control(&self, control: &Id) -> &[Judged<'a>] {
        self.by_control.get(control).map_or(&[], Vec::as_slice)
    }

    /// What is missing for a part; empty when it is shown. `sampled` are the components that must
    /// be covered; empty for controls that are not sampled.
    #[must_use]
    pub fn lacks(&self, control: &Control, part: &Part, sampled: &BTreeSet<&Id>) -> Vec<Reason> {
        let handed_in: Vec<&Judged<'_>> = self
            .for_control(&control.id.value)
            .iter()
            .filter(|it| it.part.is_none_or(|key| *key == part.key.value))
            .collect();
        let label = |reason: Reason| {
            if part.text.is_empty() { reason } else { reason.with("part", &part.key.value) }
        };
        lacks(&handed_in, &part.checks, sampled, self.today).into_iter().map(label).collect()
    }

    /// Whether evidence that counts names this gap of an external framework.
    #[must_use]
    pub fn shows_gap(&self, control: &Id, gap: &Id) -> bool {
        self.for_control(control)
            .iter()
            .any(|it| it.refusal.is_none() && it.part.is_some_and(|key| key == gap))
    }
}

/// The window in which a kind of evidence must be handed in.
fn window<'a>(program: &'a Framework, kind: Option<&EvidenceKind>) -> &'a Window {
    program.windows.get(kind.and_then(|kind| kind.max_age).unwrap_or(program.evidence.max_age))
}

/// The last day on which a piece of evidence may be handed in.
#[must_use]
pub fn fresh_until(program: &Framework, item: &Evidence) -> Day {
    window(program, program.evidence.kind(&item.kind)).last_day(item.captured_on)
}

/// Why a piece of evidence does not count for a control; `None` when it does. `handed_in_on` is the
/// day on which its age counts, `today` the day on which its process has a history.
/// Source: evidence guide, age and form of evidence.
#[must_use]
pub fn refusal(
    program: &Framework,
    control: &Control,
    item: &Evidence,
    handed_in_on: Day,
    today: Day,
) -> Option<Reason> {
    let unfit = unfit(program, control, item);
    if unfit.is_some() {
        return unfit;
    }
    let about = |rule: RuleId| Reason::new(rule).with("item", &item.id);
    if item.captured_on > today {
        return Some(about(RuleId::EvidenceFuture).with("captured", item.captured_on));
    }
    let last = fresh_until(program, item);
    if handed_in_on > last {
        return Some(
            about(RuleId::EvidenceStale)
                .with("captured", item.captured_on)
                .with("fresh_until", last),
        );
    }
    let one_run = item.runs.is_some_and(|runs| runs < 2);
    let built_on = item
        .process_built_on
        .filter(|&built_on| one_run && needs_history(program, built_on, today))?;
    Some(about(RuleId::EvidenceHistory).with("built", built_on))
}

/// Why a piece is not what it should be: its kind, its form, what can be seen on it.
fn unfit(program: &Framework, control: &Control, item: &Evidence) -> Option<Reason> {
    let about = |rule: RuleId| Reason::new(rule).with("item", &item.id);
    let kind = program.evidence.kind(&item.kind);
    if !control.evidence.iter().any(|accepted| accepted.value == item.kind) {
        return Some(
            about(RuleId::EvidenceKind)
                .with("kind", &item.kind)
                .with("accepted", join(&control.evidence)),
        );
    }
    if let Some(kind) = kind.filter(|kind| !kind.forms.iter().any(|form| form.value == item.form)) {
        return Some(
            about(RuleId::EvidenceForm)
                .with("form", &item.form)
                .with("accepted", join(&kind.forms)),
        );
    }
    let must_show = program.evidence.form(&item.form).map_or(&[] as &[Id], |form| &form.must_show);
    let missing: Vec<&str> =
        must_show.iter().filter(|what| !item.shows.contains(*what)).map(Id::as_str).collect();
    if !missing.is_empty() {
        return Some(about(RuleId::EvidenceShows).with("missing", missing.join(", ")));
    }
    None
}

/// Whether a process is shown by its history rather than by one run.
/// Source: submission guide 2022, "new processes"; acceptance D9, D10.
#[must_use]
pub fn needs_history(program: &Framework, built_on: Day, today: Day) -> bool {
    !program.windows.get(WindowId::NewProcess).holds(built_on, today)
}

fn join(ids: &[crate::id::Spot<Id>]) -> String {
    ids.iter().map(|spot| spot.value.as_str()).collect::<Vec<_>>().join(", ")
}

fn lacks(
    handed_in: &[&Judged<'_>],
    checks: &[FactCheck],
    sampled: &BTreeSet<&Id>,
    today: Day,
) -> Vec<Reason> {
    if handed_in.is_empty() {
        return vec![Reason::new(RuleId::EvidenceNone)];
    }
    let refused = handed_in.iter().filter_map(|it| it.refusal.clone());
    let counting: Vec<&Evidence> =
        handed_in.iter().filter(|it| it.refusal.is_none()).map(|it| it.item).collect();
    if counting.is_empty() {
        return refused.collect();
    }
    let mut found: Vec<Reason> =
        checks.iter().filter_map(|check| figure(&counting, check, sampled, today)).collect();
    let uncovered: Vec<&str> = sampled
        .iter()
        .filter(|id| !is_covered(id, &counting, checks, today))
        .map(|id| id.as_str())
        .collect();
    if found.is_empty() && !uncovered.is_empty() {
        found.push(Reason::new(RuleId::EvidenceSample).with("components", uncovered.join(", ")));
        found.extend(refused);
    }
    found
}

/// Whether something was taken from a component, and for each check something that keeps it; one
/// piece may state one figure and the next piece another.
fn is_covered(id: &Id, items: &[&Evidence], checks: &[FactCheck], today: Day) -> bool {
    let mut own = items.iter().filter(|item| item.components.contains(id));
    let kept = |check: &FactCheck| own.clone().any(|item| holds(item, check, today) == Some(true));
    checks.iter().all(kept) && own.next().is_some()
}

/// What is wrong with a figure: nobody states it, or nobody who states it keeps its bound for the
/// components that matter.
fn figure(
    items: &[&Evidence],
    check: &FactCheck,
    sampled: &BTreeSet<&Id>,
    today: Day,
) -> Option<Reason> {
    let stated: Vec<(&&Evidence, bool)> = items
        .iter()
        .filter_map(|item| holds(item, check, today).map(|good| (item, good)))
        .collect();
    let Some((worst, _)) = stated.iter().find(|(_, good)| !good).or_else(|| stated.first()) else {
        return Some(
            Reason::new(RuleId::EvidenceFigureMissing)
                .with("figure", &check.fact)
                .with("bound", bound_text(&check.bound)),
        );
    };
    let good = |id: &Id| stated.iter().any(|(item, good)| *good && item.components.contains(id));
    let met = if sampled.is_empty() {
        stated.iter().any(|(_, good)| *good)
    } else {
        sampled.iter().all(|id| good(id))
    };
    let broken = stated.iter().any(|(_, good)| !good);
    if met || !broken {
        return None;
    }
    let found = worst.figures.get(&check.fact).map_or("", String::as_str);
    let reason = Reason::new(RuleId::EvidenceFigureBroken)
        .with("item", &worst.id)
        .with("figure", &check.fact);
    Some(reason.with("found", found).with("bound", bound_text(&check.bound)))
}

/// Whether a piece keeps a bound; `None` when it does not state the figure.
fn holds(item: &Evidence, check: &FactCheck, today: Day) -> Option<bool> {
    let stated = item.figures.get(&check.fact)?;
    let number = || stated.parse::<i64>().ok();
    Some(match &check.bound {
        Bound::AtMost(limit) => number().is_some_and(|value| value <= *limit),
        Bound::AtLeast(limit) => number().is_some_and(|value| value >= *limit),
        Bound::OneOf(allowed) => allowed.iter().any(|word| word.eq_ignore_ascii_case(stated)),
        Bound::NotOlderThan(length) => {
            Day::parse(stated).is_some_and(|day| day <= today && today <= length.after(day))
        }
    })
}

fn bound_text(bound: &Bound) -> String {
    match bound {
        Bound::AtMost(limit) => format!("at most {limit}"),
        Bound::AtLeast(limit) => format!("at least {limit}"),
        Bound::OneOf(allowed) => format!("one of {}", allowed.join(", ")),
        Bound::NotOlderThan(length) => format!("a day not more than {length} ago"),
    }
}
