//! A case in the middle of its window with something of everything.

use std::collections::{BTreeMap, BTreeSet};

use attestor_core::answer::Answer;
use attestor_core::attestation::permission::{PermissionKind, PermissionName, Requested};
use attestor_core::certification::case::*;
use attestor_core::framework::{Framework, Rule};
use attestor_core::id::Id;

use super::day;

pub(super) fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

fn ids(texts: &[&str]) -> BTreeSet<Id> {
    texts.iter().map(|text| id(text)).collect()
}

/// The case.
pub(super) fn rich(program: &Framework) -> Case {
    Case {
        app: App {
            id: "WA200001234".to_owned(),
            name: "Northwind CRM for Teams".to_owned(),
            kind: Some(id("teams-app")),
            publisher: "Northwind Traders Ltd".to_owned(),
        },
        verification: Verification::Verified { partner_id: "1234567".to_owned() },
        consent: Consent::Given,
        statements: BTreeMap::from([(id("stores-customer-data"), true)]),
        attestation: Some(attestation()),
        dates: Dates {
            started_on: Some(day("2026-09-20")),
            documents_accepted_on: Some(day("2026-10-02")),
            pentest_starts_on: Some(day("2026-11-15")),
            ..Dates::default()
        },
        scope: scope(),
        documents: documents(program),
        evidence: evidence(program),
        reviews: reviews(),
        pentest: Some(pentest()),
        external: external(),
        permissions: Some(permissions()),
        draw: None,
    }
}

fn attestation() -> Attestation {
    Attestation {
        submitted_on: Some(day("2026-08-12")),
        answers: BTreeMap::from([
            (id("stores_customer_data"), Answer::Yes),
            (id("soc2_compliant"), Answer::Yes),
            (id("hipaa_compliant"), Answer::No),
        ]),
        texts: BTreeMap::new(),
        ruled_out: Vec::new(),
        permissions: permissions().into_iter().take(3).collect(),
    }
}

fn scope() -> Scope {
    let environment = |key: &str, name: &str, hosting: &str, role| Environment {
        id: id(key),
        name: name.to_owned(),
        hosting: id(hosting),
        role,
    };
    Scope {
        environments: vec![
            environment("web", "Web tier", "paas", Role::Production),
            environment("workers", "Import workers", "iaas", Role::Production),
        ],
        connections: vec![
            Connection {
                name: "Office network".to_owned(),
                segmentation: Segmentation::Claimed,
                can_harm: Answer::Unanswered,
            },
            Connection {
                name: "Build farm".to_owned(),
                segmentation: Segmentation::Proved,
                can_harm: Answer::No,
            },
        ],
        services: Some(vec![Service {
            host: "api.sendgrid.com".to_owned(),
            owner: ServiceOwner::ThirdParty,
            purpose: Some("Mail".to_owned()),
        }]),
        recovery_site: Answer::Yes,
        backup_site: Answer::No,
        components: components(),
        footprint: vec!["crm.northwind.example".to_owned(), "203.0.113.7".to_owned()],
    }
}

fn components() -> Vec<Component> {
    let component = |key: String, environment: &str, system: &str, function: &str| Component {
        id: id(&key),
        environment: id(environment),
        operating_system: system.to_owned(),
        function: function.to_owned(),
        device_type: "vm".to_owned(),
        location: "westeurope".to_owned(),
    };
    let mut found = vec![component("app-1".to_owned(), "web", "", "web front")];
    found.extend(
        (1..=12)
            .map(|n| component(format!("vm-{n:02}"), "workers", "Ubuntu 24.04", "import worker")),
    );
    found
}

/// Every document but three; one is old.
fn documents(program: &Framework) -> Vec<Document> {
    let missing = ["hardware-inventory", "web-dependencies", "platform-report"];
    let due = program.documents.iter().filter(|it| !missing.contains(&it.id.value.as_str()));
    due.map(|rule| Document {
        kind: rule.id.value.clone(),
        file: format!("documents/{}.pdf", rule.id.value),
        dated_on: Some(day("2026-03-01")),
    })
    .collect()
}

/// Evidence for two controls in three; every seventh piece is old, every fifth a bad screenshot.
fn evidence(program: &Framework) -> Vec<Evidence> {
    let controls = program.controls().filter(|(_, control)| control.rule == Rule::Evidence);
    let mut found = Vec::new();
    for (at, (_, control)) in controls.enumerate().filter(|(at, _)| at % 3 != 2) {
        let kind = control.evidence.first().expect("a kind").value.clone();
        let rules = program.evidence.kind(&kind).expect("the kind");
        let form = rules.forms.first().expect("a form").value.clone();
        let form = if at % 5 == 4 { id("screenshot") } else { form };
        let figures = control.parts.iter().flat_map(|part| &part.checks);
        let figures =
            figures.filter(|_| at % 4 != 3).map(|check| (check.fact.clone(), "1".to_owned()));
        let fresh = day("2026-08-18").plus_days(i32::try_from(at * 37 % 79).expect("a number"));
        let captured_on = if at % 7 == 6 { day("2026-07-01") } else { fresh };
        found.push(Evidence {
            id: id(&format!("E-{:03}", at + 1)),
            file: format!("evidence/{}.pdf", control.id.value.as_str().to_lowercase()),
            kind,
            form,
            captured_on,
            submitted_on: (at % 2 == 0)
                .then(|| captured_on.plus_days(if at % 7 == 6 { 100 } else { 9 })),
            targets: vec![Target { control: control.id.value.clone(), part: None }],
            components: components().into_iter().map(|component| component.id).collect(),
            shows: BTreeSet::new(),
            figures: figures.collect(),
            process_built_on: None,
            runs: None,
        });
    }
    found
}

fn reviews() -> BTreeMap<Id, Review> {
    let review =
        |verdict, reason: &str| Review { verdict, reason: reason.to_owned(), external: None };
    BTreeMap::from([
        (
            id("OPS-ACC-01"),
            review(Verdict::RevisionRequested, "Please export again, with the date visible."),
        ),
        (id("OPS-CHG-01"), review(Verdict::Failed, "Nobody approves changes.")),
        (id("OPS-INC-01"), review(Verdict::NotInPlace, "Planned for January.")),
    ])
}

fn pentest() -> PentestReport {
    let finding =
        |key: &str, title: &str, class: Option<&str>, cvss_tenths, fixed: Option<&str>| Finding {
            id: key.to_owned(),
            title: title.to_owned(),
            class: class.map(id),
            cvss_tenths,
            fixed_on: fixed.map(day),
            proof: fixed.map(|_| FixProof::FirmRetest),
        };
    PentestReport {
        file: "pentest/report.pdf".to_owned(),
        firm: "Fabrikam Security".to_owned(),
        independent: Answer::Yes,
        method: Method::Manual,
        ended_on: day("2026-09-30"),
        submitted_on: None,
        covers: ids(&["web-authenticated", "web-anonymous", "external"]),
        class_list: Some("OWASP Top 10".to_owned()),
        web_tested_on: TestedOn::Production,
        infrastructure_tested_on: TestedOn::Production,
        code_digests: None,
        footprint: vec![
            "https://crm.northwind.example/".to_owned(),
            "crm.northwind.example".to_owned(),
        ],
        patch_windows: BTreeMap::new(),
        findings: vec![
            finding("F-1", "Stored script in notes", Some("cross-site-scripting"), 64, None),
            finding("F-2", "Old library", None, 75, Some("2026-10-20")),
        ],
    }
}

fn external() -> Vec<ExternalReport> {
    let report = |framework: &str, issued: &str| ExternalReport {
        framework: id(framework),
        edition: None,
        file: format!("external/{framework}.pdf"),
        about: About::App,
        issued_on: day(issued),
        audited_on: None,
        period_began_on: None,
        report_type: Some("2".to_owned()),
        level: None,
        package: None,
        assessor: Some(id("accredited")),
        reassessment: Answer::No,
        covers_environment: Answer::Yes,
        soa_rows: Some(114),
        assessed: None,
        excluded: BTreeSet::new(),
    };
    vec![report("soc2", "2026-02-10"), report("iso27001", "2026-05-04")]
}

fn permissions() -> Vec<Permission> {
    let permission = |name: &str, why: Option<&str>, judgment| Permission {
        requested: Requested {
            kind: Some(PermissionKind::Delegated),
            justification: why.map(str::to_owned),
            ..Requested::named(PermissionName::parse(name).expect("a name"))
        },
        judgment,
    };
    vec![
        permission(
            "User.Read",
            Some("Shows the name of the signed-in user."),
            Some(Judgment::Accepted),
        ),
        permission("Calendars.Read", Some("Lists meetings beside a customer."), None),
        permission("Calendars.ReadWrite", Some("Adds visits to the calendar."), None),
        permission("Directory.ReadWrite.All", None, Some(Judgment::OverBroad)),
    ]
}
