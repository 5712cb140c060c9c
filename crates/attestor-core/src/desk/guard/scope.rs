//! What is said of the scope holds together, and after the initial documents were accepted it only
//! grows. Source: process, "certification case": scope, applicable controls and sample are fixed.

use std::collections::BTreeSet;

use crate::certification::case::{Case, Component, Environment, Service};
use crate::certification::sample;
use crate::day::Day;
use crate::id::Id;

use super::super::act::Act;
use super::super::file::{CaseFile, Stage};
use super::super::refusal::{Refusal, Rule};
use super::{Answered, Asked, Rules};

impl Asked<'_> {
    pub(super) fn scope(&self, act: &Act) -> Answered {
        let scope = &self.file.case.scope;
        let mut after = match act {
            Act::State { .. }
            | Act::SetEnvironments { .. }
            | Act::SetConnections { .. }
            | Act::SetServices { .. }
            | Act::SetSites { .. }
            | Act::SetFootprint { .. }
            | Act::SetInventory { .. } => self.file.case.clone(),
            _ => return Ok(()),
        };
        match act {
            Act::SetEnvironments { environments } => {
                in_environments(&scope.components, environments)?;
            }
            Act::SetInventory { components } => in_environments(components, &scope.environments)?,
            _ => {}
        }
        if self.file.stage() != Stage::EvidenceOpen {
            return Ok(());
        }
        change(&mut after, act);
        self.environments_stay(&after)?;
        self.services_stay(&after)?;
        self.footprint_stays(&after)?;
        self.controls_stay(&after)
    }

    /// A sample is enlarged where there is more to look at, and the draw belongs to the inventory.
    pub(super) fn enlarge(&self, component: &Id) -> Answered {
        if !self.file.case.scope.components.iter().any(|it| it.id == *component) {
            return Err(Refusal::new(Rule::NotThere).with("id", component));
        }
        let assessment = self.rules.assess(self.file, self.today);
        if let Some(outdated) = assessment.sample_outdated {
            return Err(Refusal::new(Rule::AlreadySo).because([outdated]));
        }
        match next_size(self.rules, self.file, component, self.today) {
            Some(_) => Ok(()),
            None => Err(Refusal::new(Rule::AlreadySo).with("id", component)),
        }
    }

    fn environments_stay(&self, after: &Case) -> Answered {
        let before = &self.file.case.scope.environments;
        let same = |it: &Environment, other: &Environment| {
            it.id == other.id && it.hosting == other.hosting && it.role == other.role
        };
        let lost =
            before.iter().find(|it| !after.scope.environments.iter().any(|other| same(it, other)));
        lost.map_or(Ok(()), |it| Err(fixed(&it.id)))
    }

    fn services_stay(&self, after: &Case) -> Answered {
        let now = || after.scope.services.iter().flatten();
        let same = |it: &Service, other: &Service| {
            it.owner == other.owner && it.host.eq_ignore_ascii_case(&other.host)
        };
        let mut before = self.file.case.scope.services.iter().flatten();
        let lost = before.find(|it| !now().any(|other| same(it, other)));
        lost.map_or(Ok(()), |it| Err(fixed(&it.host)))
    }

    fn footprint_stays(&self, after: &Case) -> Answered {
        let before = &self.file.case.scope.footprint;
        let lost = before.iter().find(|it| !after.scope.footprint.contains(it));
        lost.map_or(Ok(()), |it| Err(fixed(it)))
    }

    /// No control that was asked of the app is asked no longer.
    fn controls_stay(&self, after: &Case) -> Answered {
        let before = self.rules.assess(self.file, self.today);
        let after = self.rules.assess_case(after, self.today);
        let asked = |list: &[crate::certification::controls::ControlOutcome<'_>]| {
            let asked = list.iter().filter(|it| it.state.is_applicable());
            asked.map(|it| it.control.id.value.clone()).collect::<BTreeSet<Id>>()
        };
        let now = asked(&after.controls);
        let lost = asked(&before.controls).into_iter().find(|id| !now.contains(id));
        lost.map_or(Ok(()), |id| Err(fixed(&id)))
    }
}

/// The next larger sample of the stratum with a component; `None` where all of it is looked at.
pub(super) fn next_size(
    rules: Rules<'_>,
    file: &CaseFile,
    component: &Id,
    today: Day,
) -> Option<u64> {
    let sampling = &rules.program.sampling;
    let key = |it: &Component| sample::key(sampling, it);
    let own = file.case.scope.components.iter().find(|it| it.id == *component).map(key)?;
    let assessment = rules.assess(file, today);
    let stratum = assessment.draw.strata.iter().find(|it| it.key == own)?;
    let drawn = u64::try_from(stratum.drawn.len()).unwrap_or(u64::MAX);
    let next = sample::enlarged(sampling, stratum.population, drawn);
    (next > drawn).then_some(next)
}

/// The facts as they would be.
fn change(case: &mut Case, act: &Act) {
    let scope = &mut case.scope;
    match act {
        Act::State { statement, holds } => {
            case.statements.remove(statement);
            case.statements.extend(holds.map(|holds| (statement.clone(), holds)));
        }
        Act::SetEnvironments { environments } => scope.environments.clone_from(environments),
        Act::SetConnections { connections } => scope.connections.clone_from(connections),
        Act::SetServices { services } => scope.services = Some(services.clone()),
        Act::SetSites { recovery_site, backup_site } => {
            scope.recovery_site = *recovery_site;
            scope.backup_site = *backup_site;
        }
        Act::SetFootprint { footprint } => scope.footprint.clone_from(footprint),
        Act::SetInventory { components } => scope.components.clone_from(components),
        _ => {}
    }
}

/// Every component belongs to a described environment.
pub(super) fn in_environments(components: &[Component], environments: &[Environment]) -> Answered {
    let known: BTreeSet<&Id> = environments.iter().map(|it| &it.id).collect();
    let lost = components.iter().find(|it| !known.contains(&it.environment));
    lost.map_or(Ok(()), |it| Err(Refusal::new(Rule::NotThere).with("id", &it.environment)))
}

fn fixed(id: impl std::fmt::Display) -> Refusal {
    Refusal::new(Rule::ScopeFixed).with("id", id)
}
