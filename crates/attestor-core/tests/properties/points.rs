//! The points of a domain, as plainly as they can be counted.

use std::collections::BTreeMap;

use attestor_core::certification::controls::ControlState;
use attestor_core::framework::Framework;
use attestor_core::id::Id;
use attestor_core::ratio::Ratio;

use crate::naive::ids;

/// The points of a path's applicable controls, and whether all of them are met.
pub(crate) fn path_points(
    program: &Framework,
    states: &BTreeMap<Id, ControlState>,
    path: &[Id],
) -> Option<(u64, bool)> {
    let mut points = 0;
    let mut met = true;
    for id in path {
        if states[id] != ControlState::NotApplicable {
            points += u64::from(program.control(id).unwrap().1.weight.points);
            met &= states[id] == ControlState::Met;
        }
    }
    (points > 0).then_some((points, met))
}

/// Points reached in points possible of a domain.
pub(crate) fn score(
    program: &Framework,
    states: &BTreeMap<Id, ControlState>,
    domain: &Id,
) -> Ratio {
    let mut groups: Vec<Vec<Vec<Id>>> = Vec::new();
    for group in &program.scoring.groups {
        groups.push(group.paths.iter().map(|path| ids(path)).collect());
    }
    for (family, control) in program.controls() {
        let id = control.id.value.clone();
        let grouped = groups.iter().flatten().flatten().any(|member| *member == id);
        if family.domain.value == *domain && !grouped {
            groups.push(vec![vec![id]]);
        }
    }
    let mut score = Ratio::new(0, 0);
    for paths in groups {
        let (family, _) = program.control(&paths[0][0]).unwrap();
        if family.domain.value != *domain {
            continue;
        }
        let points: Vec<(u64, bool)> =
            paths.iter().filter_map(|path| path_points(program, states, path)).collect();
        let met = points.iter().filter(|it| it.1).map(|it| it.0).max();
        score.part += met.unwrap_or(0);
        score.whole += met.or(points.iter().map(|it| it.0).min()).unwrap_or(0);
    }
    score
}
