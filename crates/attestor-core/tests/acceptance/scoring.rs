//! Section F: points, pass marks, alternatives, extra credit and what fails whatever the score.

use attestor_core::certification::case::{Case, Verdict};
use attestor_core::certification::controls::ControlState;
use attestor_core::certification::decision::{Assessment, Outcome, assess as assess_in};
use attestor_core::certification::hard_fails::HardFailState;
use attestor_core::certification::score::{DomainScore, catalog_points};
use attestor_core::framework::{Framework, Library};
use attestor_core::ratio::Ratio;

use crate::case::{
    a_complete_case, a_complete_case_on, a_report, assess, control, day, evidence_for, evidence_of,
    id, review, state_of, take_away, today,
};
use crate::program::{Edit, M365, edited, permission_rules, program};

pub(crate) const ROWS: &[&str] =
    &["F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12"];

const OPERATIONS: &str = "operational-security";

/// An edition without alternatives, in which the operational controls make up the 78 points of the
/// rows; with a credit of 3 points if it `grants` one.
fn seventy_eight_points(grants: bool) -> Library {
    let groups = "groups:\n- id: malware-defense\n  title: Anti-virus or application control\n  \
        paths: [[OPS-MAL-01], [OPS-APC-01, OPS-APC-02, OPS-APC-03]]\n  basis: stated\n\
        - id: risk-assessment\n  title: Yearly assessment or targeted analysis\n  \
        paths: [[OPS-RSK-02], [OPS-RSK-03]]\n  basis: stated\n";
    let malware = "on: group-absent, group: malware-defense";
    let mut edits: Vec<Edit<'_>> = vec![
        ("scoring.yaml", groups, "groups: []\n"),
        ("hard-fails.yaml", malware, "on: control-absent, control: OPS-MAL-01"),
    ];
    let credit = "extra_credit:\n- {id: CREDIT-WAF, domain: operational-security, title: Web \
        application firewall, weight: {points: 3, basis: stated-2022}}\n";
    if grants {
        edits.push(("scoring.yaml", "extra_credit: []\n", credit));
    }
    edited(&edits)
}

fn domain<'o, 'a>(found: &'o Assessment<'a>, name: &str) -> &'o DomainScore<'a> {
    found.domains.iter().find(|it| it.domain.id.value == *name).unwrap()
}

/// Leaves exactly `points` points of the operational domain unmet, by leaving out evidence of
/// controls that no hard fail is about.
fn leave_unmet(program: &Framework, case: &mut Case, points: u8) {
    let hard = ["OPS-ACC-04", "OPS-MAL-01", "OPS-PAT-04"];
    let mut left = points;
    for (family, control) in program.controls() {
        let name = control.id.value.as_str();
        let weight = control.weight.points;
        if family.domain.value == *OPERATIONS && weight <= left && !hard.contains(&name) {
            take_away(case, &[name]);
            left -= weight;
        }
    }
    assert_eq!(left, 0);
}

/// The operational score with so many points unmet, on the publisher's own machines.
fn scored(library: &Library, unmet: u8, credit: Option<Verdict>) -> (Ratio, bool, Outcome) {
    let program = library.framework(M365).unwrap();
    let mut case = a_complete_case_on(program, &["isv-hosted"]);
    leave_unmet(program, &mut case, unmet);
    if let Some(verdict) = credit {
        review(&mut case, "CREDIT-WAF", verdict);
    }
    let found = assess_in(program, permission_rules(), &case, today());
    let score = domain(&found, OPERATIONS);
    (score.points, score.passed, found.outcome)
}

#[test]
fn pass_mark_is_compared_exactly() {
    let library = seventy_eight_points(false);
    assert_eq!(scored(&library, 15, None), (Ratio::new(63, 78), true, Outcome::Certifiable), "F1");
    assert_eq!(scored(&library, 16, None), (Ratio::new(62, 78), false, Outcome::NotReady), "F2");
    assert_eq!(63 * 100_000 / 78, 80_769, "F1");
    assert_eq!(62 * 100_000 / 78, 79_487, "F2");
}

#[test]
fn f3_share_that_equals_the_mark_passes() {
    let mark = u64::from(program().edition.domains[0].pass_mark_percent);
    assert_eq!(mark, 80);
    assert!(Ratio::new(8, 10).reaches(mark));
}

#[test]
fn f4_paas_asks_for_fewer_points_of_the_catalog() {
    let points = |domain: &str| catalog_points(program(), &id(domain), &id("paas"));
    assert_eq!(points(OPERATIONS), Ratio::new(69, 78));
    assert_eq!(points("application-security"), Ratio::new(49, 51));
}

fn hard_fail(found: &Assessment<'_>, name: &str) -> HardFailState {
    found.hard_fails.iter().find(|it| it.hard_fail.id.value == *name).unwrap().state
}

#[test]
fn f5_missing_mfa_fails_whatever_the_score() {
    let mut case = a_complete_case();
    review(&mut case, "OPS-ACC-04", Verdict::NotInPlace);
    let found = assess(&case, today());
    assert!(found.domains.iter().all(|it| it.passed));
    assert_eq!(hard_fail(&found, "HF-MFA"), HardFailState::Fails);
    assert_eq!(found.outcome, Outcome::Fails);
}

#[test]
fn f6_application_control_alone_is_malware_defense_and_counts_once() {
    let mut case = a_complete_case_on(program(), &["iaas"]);
    let both = domain(&assess(&case, today()), OPERATIONS).points;
    take_away(&mut case, &["OPS-MAL-01"]);
    review(&mut case, "OPS-MAL-01", Verdict::NotInPlace);
    let found = assess(&case, today());
    assert_eq!(hard_fail(&found, "HF-MAL"), HardFailState::Holds);
    assert_eq!(control(&found, "OPS-MAL-01").state, ControlState::Alternative);
    let alone = domain(&found, OPERATIONS).points;
    assert_eq!(alone.part, alone.whole, "nothing is missed");
    assert_eq!(alone.whole, both.whole, "the group counts its best path once");
    assert_eq!(found.outcome, Outcome::Certifiable);
}

#[test]
fn f7_old_signatures_are_an_ordinary_miss() {
    let mut case = a_complete_case_on(program(), &["iaas"]);
    take_away(&mut case, &["OPS-APC-01", "OPS-APC-02", "OPS-APC-03"]);
    for item in evidence_of(&mut case, "OPS-MAL-01") {
        for figure in item.figures.values_mut() {
            *figure = "2".to_owned();
        }
    }
    let found = assess(&case, today());
    assert_eq!(control(&found, "OPS-MAL-01").state, ControlState::NotMet);
    assert_eq!(hard_fail(&found, "HF-MAL"), HardFailState::Holds);
    assert_eq!(found.outcome, Outcome::Certifiable);
}

/// Without health data, data handling makes up 34 points, and 27 of them are 79 %.
#[test]
fn f8_domains_are_not_averaged() {
    let mut case = a_complete_case();
    case.statements.insert(id("handles-health-data"), false);
    take_away(&mut case, &["DAT-PRV-01", "DAT-PRV-02", "DAT-ACC-01"]);
    let found = assess(&case, today());
    let points: Vec<Ratio> = found.domains.iter().map(|it| it.points).collect();
    assert!(points[..2].iter().all(|it| it.tenths() == Some(1000)));
    assert_eq!(points[2].tenths().map(|it| it / 10), Some(79));
    assert_ne!(found.outcome, Outcome::Certifiable);
}

#[test]
fn extra_credit_adds_to_the_points_reached_up_to_all_of_them() {
    let library = seventy_eight_points(true);
    let granted = Some(Verdict::Approved);
    assert_eq!(
        scored(&library, 18, granted),
        (Ratio::new(63, 78), true, Outcome::Certifiable),
        "F9"
    );
    assert_eq!(scored(&library, 18, None).0, Ratio::new(60, 78), "F9 without");
    assert_eq!(
        scored(&library, 0, granted),
        (Ratio::new(78, 78), true, Outcome::Certifiable),
        "F10"
    );
}

#[test]
fn f11_targeted_analysis_takes_the_place_of_the_yearly_assessment() {
    let mut case = a_complete_case();
    take_away(&mut case, &["OPS-RSK-02"]);
    evidence_of(&mut case, "OPS-RSK-03")[0].figures =
        [(id("analyzed_on"), "2025-07-30".to_owned())].into();
    assert_eq!(state_of(&case, "OPS-RSK-03"), ControlState::Met);
    assert_eq!(state_of(&case, "OPS-RSK-02"), ControlState::Alternative);
    let points = domain(&assess(&case, today()), OPERATIONS).points;
    assert_eq!(points.part, points.whole);
}

#[test]
fn f12_control_opens_again_when_its_report_expires() {
    let mut case = a_complete_case();
    take_away(&mut case, &["OPS-RSK-05"]);
    case.external.push(a_report("iso27001"));
    review(&mut case, "OPS-RSK-05", Verdict::Approved);
    case.external[1].issued_on = day("2025-06-30");
    let on = |text: &str| control(&assess(&case, day(text)), "OPS-RSK-05").state;
    assert_eq!(on("2026-06-30"), ControlState::Met);
    assert_eq!(on("2026-07-01"), ControlState::Missing);
}

/// Beside F6: both paths shown count as one, the heavier one.
#[test]
fn f6_second_path_adds_nothing() {
    let mut case = a_complete_case_on(program(), &["iaas"]);
    take_away(&mut case, &["OPS-APC-01", "OPS-APC-02", "OPS-APC-03"]);
    let one = domain(&assess(&case, today()), OPERATIONS).points;
    for name in ["OPS-APC-01", "OPS-APC-02", "OPS-APC-03"] {
        let (_, control) = program().control(&id(name)).unwrap();
        let scope = case.scope.clone();
        case.evidence.extend(evidence_for(program(), control, 0, &scope));
    }
    let two = domain(&assess(&case, today()), OPERATIONS).points;
    assert_eq!((one.part, two.part), (one.whole, two.whole));
}
