//! Points per domain, compared exactly with its pass mark. Source: framework overview, "assessment
//! criteria"; acceptance F.

use crate::framework::{Control, Domain, Framework, Group};
use crate::id::Id;
use crate::ratio::Ratio;

use super::case::{Case, Verdict};
use super::controls::{ControlOutcome, ControlState};
use super::reason::{Reason, RuleId};

/// The points of one domain.
#[derive(Debug, Clone, PartialEq)]
pub struct DomainScore<'a> {
    /// The domain.
    pub domain: &'a Domain,
    /// Points of met controls in points of applicable controls, extra credit included, capped.
    pub points: Ratio,
    /// Met controls in applicable controls; a group counts each of its applicable controls.
    pub controls: Ratio,
    /// Whether the pass mark is reached. A domain with nothing applicable passes.
    pub passed: bool,
}

/// Marks controls as covered whose group is met on another path.
pub fn cover_alternatives(program: &Framework, outcomes: &mut [ControlOutcome<'_>]) {
    for group in &program.scoring.groups {
        let Some(met) = met_path(group, outcomes) else { continue };
        let met = met.join(", ");
        let members: Vec<&Id> = group.paths.iter().flatten().map(|spot| &spot.value).collect();
        for outcome in outcomes.iter_mut() {
            let open = !matches!(outcome.state, ControlState::Met | ControlState::NotApplicable);
            if open && members.contains(&&outcome.control.id.value) {
                outcome.state = ControlState::Alternative;
                outcome
                    .reasons
                    .insert(0, Reason::new(RuleId::MetByAlternative).with("controls", &met));
            }
        }
    }
}

fn met_path<'a>(group: &'a Group, outcomes: &[ControlOutcome<'_>]) -> Option<Vec<&'a str>> {
    group.paths.iter().find_map(|path| {
        let ids: Vec<&str> = path.iter().map(|spot| spot.value.as_str()).collect();
        let applicable: Vec<&ControlOutcome<'_>> =
            members(&ids, outcomes).filter(|it| it.state.is_applicable()).collect();
        let met =
            !applicable.is_empty() && applicable.iter().all(|it| it.state == ControlState::Met);
        met.then_some(ids)
    })
}

fn members<'o, 'a>(
    ids: &[&str],
    outcomes: &'o [ControlOutcome<'a>],
) -> impl Iterator<Item = &'o ControlOutcome<'a>> {
    outcomes.iter().filter(move |it| ids.contains(&it.control.id.value.as_str()))
}

/// Scores every domain.
#[must_use]
pub fn score<'a>(
    program: &'a Framework,
    case: &Case,
    outcomes: &[ControlOutcome<'a>],
) -> Vec<DomainScore<'a>> {
    program
        .edition
        .domains
        .iter()
        .map(|domain| domain_score(program, case, domain, outcomes))
        .collect()
}

fn domain_score<'a>(
    program: &Framework,
    case: &Case,
    domain: &'a Domain,
    outcomes: &[ControlOutcome<'_>],
) -> DomainScore<'a> {
    let own: Vec<&ControlOutcome<'_>> = outcomes
        .iter()
        .filter(|it| it.family.domain.value == domain.id.value && it.state.is_applicable())
        .collect();
    let mut points = Ratio::new(0, 0);
    for outcome in own.iter().filter(|it| program.scoring.group_of(&it.control.id.value).is_none())
    {
        add(
            &mut points,
            u64::from(outcome.control.weight.points),
            outcome.state == ControlState::Met,
        );
    }
    for group in &program.scoring.groups {
        if let Some((weight, met)) = group_weight(group, &own) {
            add(&mut points, weight, met);
        }
    }
    points.part += extra_credit(program, case, domain);
    let points = points.capped();
    let met = own
        .iter()
        .filter(|it| matches!(it.state, ControlState::Met | ControlState::Alternative))
        .count();
    let passed = points.reaches(u64::from(domain.pass_mark_percent));
    DomainScore { domain, points, controls: Ratio::new(met as u64, own.len() as u64), passed }
}

fn add(points: &mut Ratio, weight: u64, met: bool) {
    points.whole += weight;
    if met {
        points.part += weight;
    }
}

/// The points of a group among the applicable controls of a domain, and whether it is met: its
/// heaviest met path, or else its lightest path. `None` when no control of it applies.
fn group_weight(group: &Group, own: &[&ControlOutcome<'_>]) -> Option<(u64, bool)> {
    let mut met: Option<u64> = None;
    let mut unmet: Option<u64> = None;
    for path in &group.paths {
        let of_path: Vec<&&ControlOutcome<'_>> = own
            .iter()
            .filter(|it| path.iter().any(|spot| spot.value == it.control.id.value))
            .collect();
        if of_path.is_empty() {
            continue;
        }
        let weight = of_path.iter().map(|it| u64::from(it.control.weight.points)).sum();
        if of_path.iter().all(|it| it.state == ControlState::Met) {
            met = Some(met.map_or(weight, |heaviest| heaviest.max(weight)));
        }
        unmet = Some(unmet.map_or(weight, |lightest| lightest.min(weight)));
    }
    met.map(|weight| (weight, true)).or(unmet.map(|weight| (weight, false)))
}

/// Points of extra credit that an analyst approved.
fn extra_credit(program: &Framework, case: &Case, domain: &Domain) -> u64 {
    let own =
        program.scoring.extra_credit.iter().filter(|credit| credit.domain.value == domain.id.value);
    let approved = own.filter(|credit| {
        case.reviews.get(&credit.id.value).is_some_and(|it| it.verdict == Verdict::Approved)
    });
    approved.map(|credit| u64::from(credit.weight.points)).sum()
}

/// The points that the catalog of controls asks of one hosting type in one domain, before any
/// condition and with every alternative counted: applicable in all. Source: acceptance F4.
#[must_use]
pub fn catalog_points(program: &Framework, domain: &Id, hosting: &Id) -> Ratio {
    let own = program.controls().filter(|(family, _)| family.domain.value == *domain);
    let mut points = Ratio::new(0, 0);
    for (_, control) in own {
        add(&mut points, u64::from(control.weight.points), applies(control, hosting));
    }
    points
}

fn applies(control: &Control, hosting: &Id) -> bool {
    control.duty(hosting) != crate::framework::Duty::NotApplicable
}
