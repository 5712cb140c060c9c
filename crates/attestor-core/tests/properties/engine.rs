//! Laws of assessments.

use std::collections::BTreeSet;

use attestor_core::certification::case::Case;
use attestor_core::certification::controls::ControlState;
use attestor_core::certification::decision::{Assessment, Outcome};
use attestor_core::certification::hard_fails::HardFailState;
use attestor_core::framework::Rule;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, prop_assert_ne, proptest};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::case::{assess, today};
use crate::dice::{a_random_case, more_evidence};
use crate::naive::Naive;
use crate::points::score;
use crate::program::program;

/// Everything that an assessment says, apart from the order of the reports that it lists.
fn rendered(found: &Assessment<'_>) -> String {
    let controls: Vec<_> = found
        .controls
        .iter()
        .map(|it| (&it.control.id.value, it.state, it.presence, &it.reasons, &it.items))
        .collect();
    let hard_fails: Vec<_> =
        found.hard_fails.iter().map(|it| (it.hard_fail.title.as_str(), it.state)).collect();
    let points: Vec<_> = found.domains.iter().map(|it| (it.points, it.controls)).collect();
    let documents: Vec<_> = found.documents.iter().map(|it| (it.state, it.file)).collect();
    format!(
        "{:?} {:?} {controls:#?} {hard_fails:#?} {points:?} {documents:?} {:?}",
        found.outcome, found.reasons, found.draw
    )
}

fn turned(case: &Case) -> Case {
    let mut turned = case.clone();
    turned.evidence.reverse();
    turned.documents.reverse();
    turned.external.reverse();
    turned.scope.components.reverse();
    turned.scope.environments.reverse();
    if let Some(report) = &mut turned.pentest {
        report.findings.reverse();
    }
    for item in &mut turned.evidence {
        item.targets.reverse();
    }
    turned
}

/// Laws over cases that all look alike would say little.
#[test]
fn random_cases_meet_every_state() {
    let mut runner = TestRunner::deterministic();
    let mut states = BTreeSet::new();
    let mut outcomes = BTreeSet::new();
    for _ in 0..256 {
        let case = a_random_case().new_tree(&mut runner).unwrap().current();
        let found = assess(&case, today());
        states.extend(found.controls.iter().map(|it| it.state));
        outcomes.insert(found.outcome);
    }
    assert_eq!(states.len(), ControlState::ALL.len(), "{states:?}");
    for outcome in [Outcome::Certifiable, Outcome::NotReady, Outcome::Fails] {
        assert!(outcomes.contains(&outcome), "{outcomes:?}");
    }
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn order_never_matters(case in a_random_case()) {
        let other = turned(&case);
        let (left, right) = (assess(&case, today()), assess(&other, today()));
        prop_assert_eq!(rendered(&left), rendered(&right));
    }

    #[test]
    fn more_evidence_never_shows_less(case in a_random_case(), words in vec(any::<u32>(), 1..200)) {
        let mut more = case.clone();
        more.evidence.extend(more_evidence(&case, words));
        let (before, after) = (assess(&case, today()), assess(&more, today()));
        for (before, after) in before.controls.iter().zip(&after.controls) {
            let held = matches!(before.state, ControlState::Met | ControlState::Alternative);
            let holds = matches!(after.state, ControlState::Met | ControlState::Alternative);
            prop_assert!(!held || holds, "{}: {}", before.control.id.value, after.state);
            prop_assert!(before.state != ControlState::Met || after.state == ControlState::Met);
        }
        for (before, after) in before.domains.iter().zip(&after.domains) {
            let fewer = after.points.compare(before.points).is_some_and(|it| it.is_lt());
            prop_assert!(!fewer, "{:?} {:?}", before.points, after.points);
            prop_assert!(!before.passed || after.passed);
        }
        for (before, after) in before.hard_fails.iter().zip(&after.hard_fails) {
            prop_assert!(before.state != HardFailState::Holds || after.state == HardFailState::Holds);
        }
    }

    #[test]
    fn hard_fail_always_wins(case in a_random_case()) {
        let found = assess(&case, today());
        let certifiable = found.outcome == Outcome::Certifiable;
        for hard_fail in &found.hard_fails {
            let blocks = matches!(hard_fail.state, HardFailState::Fails | HardFailState::NotShown);
            prop_assert!(!(blocks && certifiable), "{}", hard_fail.hard_fail.title);
        }
        if found.domains.iter().any(|it| !it.passed) {
            prop_assert_ne!(found.outcome, Outcome::Certifiable);
        }
    }

    #[test]
    fn engine_agrees_with_the_naive_reading(case in a_random_case()) {
        let found = assess(&case, today());
        let given = found.controls.iter().filter(|it| it.control.rule != Rule::Evidence);
        let given = given.map(|it| (&it.control.id.value, it.state)).collect();
        let states = Naive { program: program(), case: &case, today: today(), given }.states();
        for outcome in &found.controls {
            let name = &outcome.control.id.value;
            prop_assert_eq!(outcome.state, states[name], "{} {:?}", name, &outcome.reasons);
        }
        for domain in &found.domains {
            let naive = score(program(), &states, &domain.domain.id.value);
            prop_assert_eq!(domain.points, naive, "{}", &domain.domain.title);
            let mark = u64::from(domain.domain.pass_mark_percent);
            prop_assert_eq!(domain.passed, naive.part * 100 >= mark * naive.whole);
        }
    }
}
