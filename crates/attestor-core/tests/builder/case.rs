//! A case that would be certified, and the small changes that rows make to it.

use std::collections::{BTreeMap, BTreeSet};

use attestor_core::answer::Answer;
use attestor_core::attestation::permission::{PermissionName, Requested};
use attestor_core::certification::case::{
    About, App, Attestation, Case, Component, Consent, Document, Environment, Evidence,
    ExternalReport, Finding, Method, PentestReport, Permission, Review, Role, Scope, Service,
    ServiceOwner, Target, TestedOn, Verdict, Verification,
};
use attestor_core::certification::controls::{ControlOutcome, ControlState};
use attestor_core::certification::decision::{self, Assessment};
use attestor_core::day::Day;
use attestor_core::framework::{Bound, Control, FactCheck, Framework, Part, Rule};
use attestor_core::id::Id;

use crate::program::{permission_rules, program};

/// The day of an assessment for rows that name none: the reference date of section H.
pub(crate) fn today() -> Day {
    day("2026-06-30")
}

/// A day that exists.
pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// An id in its form.
pub(crate) fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// Ids in their form.
pub(crate) fn ids(texts: &[&str]) -> BTreeSet<Id> {
    texts.iter().map(|text| id(text)).collect()
}

/// A case on PaaS to which every condition applies and that would be certified today.
pub(crate) fn a_complete_case() -> Case {
    a_complete_case_on(program(), &["paas"])
}

/// A case with one environment and one component on each hosting type, complete in a program.
pub(crate) fn a_complete_case_on(program: &Framework, hosting: &[&str]) -> Case {
    let mut case = Case {
        app: App { id: "app-1".to_owned(), name: "Example".to_owned(), ..App::default() },
        verification: Verification::Verified { partner_id: "4711".to_owned() },
        consent: Consent::Given,
        attestation: Some(an_attestation()),
        scope: a_scope(hosting),
        pentest: Some(a_pentest_report()),
        external: vec![a_platform_report()],
        permissions: Some(vec![a_permission("User.Read")]),
        ..Case::default()
    };
    for statement in ["stores-customer-data", "processes-personal-data", "eu-personal-data"] {
        case.statements.insert(id(statement), true);
    }
    case.statements.insert(id("handles-health-data"), true);
    case.documents = program.documents.iter().map(|rule| a_document(&rule.id.value)).collect();
    let controls = program.controls().filter(|(_, control)| control.rule == Rule::Evidence);
    case.evidence =
        controls.flat_map(|(_, control)| evidence_for(program, control, 0, &case.scope)).collect();
    case
}

fn an_attestation() -> Attestation {
    Attestation {
        submitted_on: Some(today().plus_days(-30)),
        permissions: vec![a_permission("User.Read")],
        ..Attestation::default()
    }
}

fn a_scope(hosting: &[&str]) -> Scope {
    Scope {
        environments: hosting.iter().map(|hosting| an_environment(hosting)).collect(),
        components: hosting.iter().map(|hosting| a_component(hosting, hosting)).collect(),
        services: Some(vec![a_service("api.example.com", ServiceOwner::Own)]),
        recovery_site: Answer::No,
        backup_site: Answer::No,
        footprint: vec!["https://api.example.com".to_owned()],
        ..Scope::default()
    }
}

/// A production environment named after its hosting type.
pub(crate) fn an_environment(hosting: &str) -> Environment {
    Environment {
        id: id(hosting),
        name: hosting.to_owned(),
        hosting: id(hosting),
        role: Role::Production,
    }
}

/// A Linux web server in an environment.
pub(crate) fn a_component(name: &str, environment: &str) -> Component {
    Component {
        id: id(name),
        environment: id(environment),
        operating_system: "Linux".to_owned(),
        function: "web".to_owned(),
        device_type: "server".to_owned(),
        location: "eu-1".to_owned(),
    }
}

/// A service that the app calls.
pub(crate) fn a_service(host: &str, owner: ServiceOwner) -> Service {
    Service { host: host.to_owned(), owner, purpose: Some("back end of the app".to_owned()) }
}

/// A permission with a reason that names a feature.
pub(crate) fn a_permission(name: &str) -> Permission {
    let name = PermissionName::parse(name).unwrap();
    let justification =
        Some("Shows name and photo of the signed-in person on the start page".to_owned());
    Permission { requested: Requested { justification, ..Requested::named(name) }, judgment: None }
}

/// An initial document of last month.
pub(crate) fn a_document(kind: &Id) -> Document {
    Document {
        kind: kind.clone(),
        file: format!("documents/{kind}.pdf"),
        dated_on: Some(today().plus_days(-30)),
    }
}

/// A manual report of two months ago that covers everything and found nothing.
pub(crate) fn a_pentest_report() -> PentestReport {
    PentestReport {
        file: "pentest/report.pdf".to_owned(),
        firm: "Example Testers".to_owned(),
        independent: Answer::Yes,
        method: Method::Manual,
        ended_on: today().plus_days(-60),
        submitted_on: None,
        covers: ids(&[
            "web-authenticated",
            "web-anonymous",
            "external",
            "internal",
            "segmentation",
        ]),
        class_list: Some("OWASP Top 10".to_owned()),
        web_tested_on: TestedOn::Production,
        infrastructure_tested_on: TestedOn::Production,
        code_digests: None,
        footprint: vec!["https://api.example.com".to_owned()],
        patch_windows: BTreeMap::new(),
        findings: Vec::new(),
    }
}

/// An open finding without a class.
pub(crate) fn a_finding(cvss_tenths: u8) -> Finding {
    Finding {
        id: "F-1".to_owned(),
        title: "A finding".to_owned(),
        class: None,
        cvss_tenths,
        fixed_on: None,
        proof: None,
    }
}

/// A report about the app's whole environment, issued two months ago by an accredited firm.
pub(crate) fn a_report(framework: &str) -> ExternalReport {
    let soa_rows = (framework == "iso27001").then_some(93);
    ExternalReport {
        framework: id(framework),
        edition: None,
        file: format!("external/{framework}.pdf"),
        about: About::App,
        issued_on: today().plus_days(-60),
        audited_on: None,
        period_began_on: None,
        report_type: (framework == "soc2").then(|| "2".to_owned()),
        level: (framework == "pci-dss").then_some(1),
        package: (framework == "fedramp").then(|| "authorization".to_owned()),
        assessor: Some(id(if framework == "pci-dss" { "qsa" } else { "accredited" })),
        reassessment: Answer::No,
        covers_environment: Answer::Yes,
        soa_rows,
        assessed: None,
        excluded: BTreeSet::new(),
    }
}

fn a_platform_report() -> ExternalReport {
    ExternalReport { about: About::Platform, ..a_report("soc2") }
}

/// Evidence that shows a control whole on one of its paths, on every component of the scope.
pub(crate) fn evidence_for(
    program: &Framework,
    control: &Control,
    path: usize,
    scope: &Scope,
) -> Vec<Evidence> {
    let parts = control.paths[path].iter().map(|key| control.part(key.value.as_str()).unwrap());
    parts.map(|part| evidence_for_part(program, control, part, scope)).collect()
}

fn evidence_for_part(
    program: &Framework,
    control: &Control,
    part: &Part,
    scope: &Scope,
) -> Evidence {
    let kind = &control.evidence[0].value;
    let form = &program.evidence.kind(kind).unwrap().forms[0].value;
    let name = format!("EV-{}-{}", control.id.value, part.key.value);
    Evidence {
        id: id(&name),
        file: format!("evidence/{name}.pdf"),
        kind: kind.clone(),
        form: form.clone(),
        captured_on: today().plus_days(-10),
        submitted_on: None,
        targets: vec![Target {
            control: control.id.value.clone(),
            part: Some(part.key.value.clone()),
        }],
        components: scope.components.iter().map(|component| component.id.clone()).collect(),
        shows: program.evidence.form(form).unwrap().must_show.iter().cloned().collect(),
        figures: part.checks.iter().map(|it| (it.fact.clone(), good_figure(it))).collect(),
        process_built_on: None,
        runs: None,
    }
}

/// A figure that just keeps its bound.
pub(crate) fn good_figure(check: &FactCheck) -> String {
    match &check.bound {
        Bound::AtMost(limit) | Bound::AtLeast(limit) => limit.to_string(),
        Bound::OneOf(allowed) => allowed[0].clone(),
        Bound::NotOlderThan(_) => today().plus_days(-10).to_string(),
    }
}

/// Takes away all evidence for some controls.
pub(crate) fn take_away(case: &mut Case, controls: &[&str]) {
    let named = |it: &Evidence| it.targets.iter().any(|at| controls.contains(&at.control.as_str()));
    case.evidence.retain(|it| !named(it));
}

/// The pieces of evidence for a control.
pub(crate) fn evidence_of<'a>(case: &'a mut Case, control: &str) -> Vec<&'a mut Evidence> {
    let names = |it: &Evidence| it.targets.iter().any(|target| target.control == *control);
    case.evidence.iter_mut().filter(|it| names(it)).collect()
}

/// Records a verdict on a control.
pub(crate) fn review(case: &mut Case, control: &str, verdict: Verdict) {
    let review = Review { verdict, reason: "as discussed".to_owned(), external: None };
    case.reviews.insert(id(control), review);
}

/// The case's report on the penetration test.
pub(crate) fn pentest(case: &mut Case) -> &mut PentestReport {
    case.pentest.as_mut().unwrap()
}

/// Assesses a case in the repository's program.
pub(crate) fn assess(case: &Case, on: Day) -> Assessment<'_> {
    decision::assess(program(), permission_rules(), case, on)
}

/// What is said of a control.
pub(crate) fn control<'o, 'a>(
    assessment: &'o Assessment<'a>,
    control: &str,
) -> &'o ControlOutcome<'a> {
    assessment.controls.iter().find(|it| it.control.id.value == *control).unwrap()
}

/// Where a control stands today.
pub(crate) fn state_of(case: &Case, name: &str) -> ControlState {
    control(&assess(case, today()), name).state
}
