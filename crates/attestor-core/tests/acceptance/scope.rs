//! Section C, first half: what belongs to a case and what its scope asks for.

use attestor_core::answer::Answer;
use attestor_core::certification::case::{Case, Connection, Role, Segmentation, ServiceOwner};
use attestor_core::certification::case::{Environment, Method};
use attestor_core::certification::controls::ControlState;
use attestor_core::certification::decision::{Assessment, Outcome, assess as assess_in};
use attestor_core::certification::documents::DocumentState;
use attestor_core::certification::hard_fails::HardFailState;
use attestor_core::certification::reason::RuleId;

use crate::case::{
    a_complete_case, a_complete_case_on, a_component, a_service, an_environment, assess, control,
    day, id, pentest, state_of, take_away, today,
};
use crate::program::{M365, edited, permission_rules, program};

pub(crate) const ROWS: &[&str] =
    &["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10", "C11"];

fn document(found: &Assessment<'_>, kind: &str) -> (DocumentState, Vec<RuleId>) {
    let outcome = found.documents.iter().find(|it| it.rule.id.value == *kind).unwrap();
    (outcome.state, outcome.reasons.iter().map(|it| it.rule).collect())
}

fn hard_fail(found: &Assessment<'_>, name: &str) -> HardFailState {
    found.hard_fails.iter().find(|it| it.hard_fail.id.value == *name).unwrap().state
}

fn without_pentest() -> Case {
    let mut case = a_complete_case();
    case.pentest = None;
    case.documents.retain(|it| it.kind != *"pen-test-report");
    case
}

fn is_about_the_test(name: &str) -> bool {
    name.starts_with("APP-PEN") || name.starts_with("APP-FND")
}

#[test]
fn c1_app_that_calls_only_graph_needs_no_penetration_test() {
    let mut case = without_pentest();
    case.scope.services = Some(vec![a_service("graph.microsoft.com", ServiceOwner::Microsoft)]);
    let found = assess(&case, today());
    assert_eq!(found.outcome, Outcome::Certifiable, "{:?}", found.reasons);
    assert_eq!(document(&found, "pen-test-report").0, DocumentState::NotDue);
    let about = found.controls.iter().filter(|it| is_about_the_test(it.control.id.value.as_str()));
    let states: Vec<ControlState> = about.map(|it| it.state).collect();
    assert_eq!(states, [ControlState::NotApplicable; 17]);
}

#[test]
fn c2_own_api_on_azure_needs_a_penetration_test() {
    let case = without_pentest();
    let found = assess(&case, today());
    assert_eq!(document(&found, "pen-test-report").0, DocumentState::Missing);
    assert_eq!(control(&found, "APP-PEN-01").state, ControlState::Missing);
    assert_eq!(found.outcome, Outcome::NotReady);
}

#[test]
fn c3_scanner_report_is_returned_with_the_initial_documents() {
    let mut case = a_complete_case();
    pentest(&mut case).method = Method::Automatic;
    let found = assess(&case, today());
    let expected = (DocumentState::Returned, vec![RuleId::PentestNotManual]);
    assert_eq!(document(&found, "pen-test-report"), expected);
    assert_ne!(found.outcome, Outcome::Certifiable);
}

fn submitted(on: &str) -> Case {
    let mut case = a_complete_case();
    let report = pentest(&mut case);
    report.ended_on = day("2025-08-01");
    report.submitted_on = Some(day(on));
    for document in case.documents.iter_mut().filter(|it| it.kind == *"pen-test-report") {
        document.dated_on = Some(day("2025-08-01"));
    }
    case
}

#[test]
fn c4_report_is_accepted_on_the_day_it_is_twelve_months_old() {
    let case = submitted("2026-08-01");
    let found = assess(&case, day("2026-08-01"));
    assert_eq!(document(&found, "pen-test-report").0, DocumentState::Present);
    assert_eq!(control(&found, "APP-PEN-01").state, ControlState::Met);
    assert_eq!(hard_fail(&found, "HF-PEN"), HardFailState::Holds);
}

#[test]
fn c4_accepted_report_does_not_age_while_evidence_comes_in() {
    let case = submitted("2026-08-01");
    let found = assess(&case, day("2026-09-15"));
    assert_eq!(document(&found, "pen-test-report").0, DocumentState::Present);
    assert_eq!(control(&found, "APP-PEN-01").state, ControlState::Met);
}

#[test]
fn c5_report_one_day_older_is_refused_and_fails_at_once() {
    let case = submitted("2026-08-02");
    let found = assess(&case, day("2026-08-02"));
    let expected = (DocumentState::Stale, vec![RuleId::PentestReportStale]);
    assert_eq!(document(&found, "pen-test-report"), expected);
    assert_eq!(hard_fail(&found, "HF-PEN"), HardFailState::Fails);
    assert_eq!(found.outcome, Outcome::Fails);
}

#[test]
fn c6_paas_alone_leaves_out_internal_network_dmz_and_hardware() {
    let mut case = a_complete_case();
    case.documents.retain(|it| it.kind != *"hardware-inventory");
    let found = assess(&case, today());
    assert_eq!(control(&found, "APP-PEN-04").state, ControlState::NotApplicable);
    assert_eq!(control(&found, "OPS-NSC-02").state, ControlState::NotApplicable);
    assert_eq!(document(&found, "hardware-inventory").0, DocumentState::NotDue);
    assert_eq!(document(&found, "resource-list").0, DocumentState::Present);
    case.documents.retain(|it| it.kind != *"resource-list");
    assert_eq!(document(&assess(&case, today()), "resource-list").0, DocumentState::Missing);
}

#[test]
fn c7_one_virtual_machine_beside_paas_brings_the_internal_test_back() {
    let mut case = a_complete_case_on(program(), &["paas", "iaas"]);
    assert_eq!(state_of(&case, "APP-PEN-04"), ControlState::Met);
    pentest(&mut case).covers.remove(&id("internal"));
    assert_eq!(state_of(&case, "APP-PEN-04"), ControlState::NotMet);
}

/// A control that PaaS leaves out is looked at on the machine alone.
#[test]
fn c7_only_the_virtual_machine_is_sampled_for_its_controls() {
    let mut case = a_complete_case_on(program(), &["paas", "iaas"]);
    for item in case.evidence.iter_mut().filter(|it| it.id.as_str().contains("OPS-MAL-01")) {
        item.components.remove(&id("paas"));
    }
    assert_eq!(state_of(&case, "OPS-MAL-01"), ControlState::Met);
}

/// No control of this edition has the duty; another edition may.
#[test]
fn duty_of_the_provider_is_shown_by_the_platform_report_alone() {
    let split = "    paas: {duty: split, basis: inferred}";
    let provider = "    paas: {duty: provider, basis: inferred}";
    let library = edited(&[("controls/account-management.yaml", split, provider)]);
    let mut case = a_complete_case();
    take_away(&mut case, &["OPS-ACC-01"]);
    let state = |case: &Case| {
        let program = library.framework(M365).unwrap();
        let found = assess_in(program, permission_rules(), case, today());
        control(&found, "OPS-ACC-01").state
    };
    assert_eq!(state(&case), ControlState::Met);
    case.external.clear();
    assert_eq!(state(&case), ControlState::Missing);
}

#[test]
fn c8_shared_hosting_waits_for_the_program_owner() {
    let case = a_complete_case_on(program(), &["shared"]);
    let found = assess(&case, today());
    assert_eq!(found.outcome, Outcome::NeedsProgramDecision);
    assert_eq!(found.reasons[0].rule, RuleId::HostingNeedsDecision);
}

fn returned(case: &Case) -> Vec<RuleId> {
    assess(case, today()).scope.returned.iter().map(|it| it.rule).collect()
}

#[test]
fn c9_recovery_and_backup_sites_may_not_be_left_out() {
    let mut case = a_complete_case();
    case.scope.recovery_site = Answer::Yes;
    case.scope.backup_site = Answer::Yes;
    assert_eq!(returned(&case), [RuleId::RecoverySiteMissing, RuleId::BackupSiteMissing]);
    assert_eq!(assess(&case, today()).outcome, Outcome::NotReady);
    for (name, role) in [("site-2", Role::DisasterRecovery), ("vault", Role::Backup)] {
        let site = Environment { id: id(name), role, ..an_environment("paas") };
        case.scope.environments.push(site);
    }
    assert_eq!(returned(&case), [RuleId::InventoryMissing; 2]);
    case.scope.components.extend([a_component("dr-1", "site-2"), a_component("b-1", "vault")]);
    assert_eq!(returned(&case), []);
}

fn connected(segmentation: Segmentation) -> Case {
    let mut case = a_complete_case();
    let name = "corporate network".to_owned();
    case.scope.connections = vec![Connection { name, segmentation, can_harm: Answer::No }];
    case
}

#[test]
fn c10_proved_segmentation_keeps_a_network_out_and_must_be_tested() {
    let mut case = connected(Segmentation::Proved);
    let notes = assess(&case, today()).scope.notes;
    assert_eq!(notes[0].rule, RuleId::ConnectionOutOfScope);
    assert_eq!(state_of(&case, "APP-PEN-07"), ControlState::Met);
    pentest(&mut case).covers.remove(&id("segmentation"));
    assert_eq!(state_of(&case, "APP-PEN-07"), ControlState::NotMet);
}

#[test]
fn c11_network_is_in_scope_without_proof() {
    for segmentation in [Segmentation::None, Segmentation::Claimed] {
        let case = connected(segmentation);
        let found = assess(&case, today());
        assert_eq!(found.scope.notes[0].rule, RuleId::ConnectionInScope, "{segmentation}");
        assert_eq!(control(&found, "APP-PEN-07").state, ControlState::NotApplicable);
    }
}
