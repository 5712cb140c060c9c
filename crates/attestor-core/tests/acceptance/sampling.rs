//! Section A: how many components are drawn, and which.

use attestor_core::certification::case::{Component, RecordedDraw};
use attestor_core::certification::decision::Outcome;
use attestor_core::certification::reason::RuleId;
use attestor_core::certification::sample::{draw, enlarged, outdated, size};
use attestor_core::framework::Sampling;

use crate::case::{a_complete_case, a_component, assess, today};
use crate::program::program;

pub(crate) const ROWS: &[&str] =
    &["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12", "A13"];

fn rules() -> &'static Sampling {
    &program().sampling
}

#[test]
fn sample_follows_from_the_population_of_a_stratum() {
    for (row, population, expected) in [
        ("A1", 0, 0),
        ("A2", 1, 1),
        ("A3", 5, 1),
        ("A4", 6, 2),
        ("A5", 9, 2),
        ("A6", 10, 2),
        ("A7", 11, 3),
        ("A8", 30, 3),
        ("A9", 31, 4),
        ("A10", 500, 4),
    ] {
        assert_eq!(size(rules(), population), expected, "{row}");
    }
}

fn components(count: usize, system: &str, function: &str, device: &str) -> Vec<Component> {
    let one = |number: usize| Component {
        operating_system: system.to_owned(),
        function: function.to_owned(),
        device_type: device.to_owned(),
        ..a_component(&format!("{function}-{number}"), "paas")
    };
    (1..=count).map(one).collect()
}

fn sixteen_components() -> Vec<Component> {
    let mut all = components(12, "Linux", "web", "server");
    all.extend(components(3, "Windows", "database", "server"));
    all.extend(components(1, "", "firewall", "firewall"));
    all
}

#[test]
fn a11_every_stratum_gives_its_own_sample() {
    let draw = draw(rules(), &sixteen_components(), "case-1");
    let mut sizes: Vec<(u64, usize)> =
        draw.strata.iter().map(|it| (it.population, it.drawn.len())).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [(1, 1), (3, 1), (12, 3)]);
    assert_eq!(draw.size(), 5);
}

#[test]
fn a12_same_seed_and_inventory_draw_the_same_components() {
    let first = draw(rules(), &sixteen_components(), "case-1");
    assert_eq!(first, draw(rules(), &sixteen_components(), "case-1"));
}

#[test]
fn a12_new_draw_after_an_inventory_edit_needs_a_reason() {
    let first = draw(rules(), &sixteen_components(), "case-1");
    let mut inventory = sixteen_components();
    inventory[0].location = "eu-2".to_owned();
    let second = draw(rules(), &inventory, "case-1");
    let mut recorded = RecordedDraw {
        seed: "case-1".to_owned(),
        population: first.population.to_string(),
        redraw_reason: None,
        enlarged: Vec::new(),
    };
    assert_eq!(outdated(&recorded, &first), None);
    assert_eq!(outdated(&recorded, &second).map(|it| it.rule), Some(RuleId::SampleOutdated));
    recorded.redraw_reason = Some("the server moved".to_owned());
    assert!(outdated(&recorded, &second).is_some(), "a reason alone forgives no edit");
    recorded.population = second.population.to_string();
    assert_eq!(outdated(&recorded, &second), None);
}

#[test]
fn a12_outdated_draw_keeps_a_case_from_its_decision() {
    let mut case = a_complete_case();
    let population = "0".repeat(64);
    case.draw = Some(RecordedDraw {
        seed: "app-1".to_owned(),
        population,
        redraw_reason: None,
        enlarged: Vec::new(),
    });
    let found = assess(&case, today());
    assert_eq!(found.outcome, Outcome::NotReady);
    assert_eq!(
        found.reasons.iter().map(|it| it.rule).collect::<Vec<_>>(),
        [RuleId::SampleOutdated]
    );
}

#[test]
fn a13_differing_sample_grows_by_one_figure_and_then_to_the_whole_stratum() {
    let mut sizes = vec![size(rules(), 10)];
    for _ in 0..4 {
        sizes.push(enlarged(rules(), 10, sizes[sizes.len() - 1]));
    }
    assert_eq!(sizes, [2, 3, 4, 10, 10]);
}
