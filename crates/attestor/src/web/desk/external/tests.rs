//! External reports and the statement of applicability as publisher and analyst meet them.

use attestor_core::answer::Answer;
use attestor_core::certification::case::{About, ExternalReport};
use attestor_core::day::Day;
use attestor_core::desk::act::Act;
use axum::http::StatusCode;

use crate::web::desk::tests::{Bureau, file_ref, id};

fn report(issued_on: Day) -> Act {
    let report = ExternalReport {
        framework: id("iso27001"),
        edition: Some(id("2022")),
        file: String::new(),
        about: About::App,
        issued_on,
        audited_on: None,
        period_began_on: None,
        report_type: None,
        level: None,
        package: None,
        assessor: Some(id("accredited")),
        reassessment: Answer::No,
        covers_environment: Answer::Yes,
        soa_rows: Some(93),
        assessed: None,
        excluded: std::collections::BTreeSet::new(),
    };
    Act::AddExternal { report: Box::new(report), file: file_ref("iso.pdf") }
}

#[test]
fn a_report_counts_until_its_day_and_is_set_aside_and_taken_back() {
    let place = Bureau::new();
    let (publisher, analyst) = (place.publisher(), place.analyst());
    let case = place.started(&publisher, &analyst);
    let here = format!("/desk/cases/{}/external", case.id);
    place.act(&publisher, &case.id, report(place.clock.today().plus_days(-30)));
    let page = place.get(&publisher, &here);
    assert!(page.has("ISO 27001:2022") && page.has("Counts until"), "{}", page.body);
    assert!(page.has("What still needs own evidence"), "gaps are named per control");
    assert!(page.has("iso.pdf") && page.has("Rows of its statement of applicability"));
    let fields = [("form", "verdict"), ("path", "external/iso.pdf"), ("reason", "Another site.")];
    let got = place.post(&analyst, &format!("{here}/verdict"), &fields);
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
    let page = place.get(&publisher, &here);
    assert!(page.has("Set aside") && page.has("Another site."), "{}", page.body);
    let fields = [("path", "external/iso.pdf"), ("accepted", "yes")];
    let got = place.post(&analyst, &format!("{here}/verdict"), &fields);
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
    assert!(place.get(&publisher, &here).has("Counts until"));
}

#[test]
fn the_form_asks_for_what_the_framework_needs() {
    let place = Bureau::new();
    let (publisher, analyst) = (place.publisher(), place.analyst());
    let case = place.started(&publisher, &analyst);
    let here = format!("/desk/cases/{}/external", case.id);
    let form = |framework: &str| place.get(&publisher, &format!("{here}?framework={framework}"));
    let (iso, pci, soc) = (form("iso27001"), form("pci-dss"), form("soc2"));
    assert!(iso.has("name=\"soa_rows\"") && iso.has("name=\"audited_on\""));
    assert!(pci.has("name=\"level\"") && !pci.has("name=\"soa_rows\""));
    assert!(soc.has("name=\"report_type\"") && soc.has("name=\"period_began_on\""));
    assert!(!form("nothing").has("name=\"issued_on\""));
}

#[test]
fn the_statement_has_every_control_as_a_page_and_as_files() {
    let place = Bureau::new();
    let (publisher, analyst) = (place.publisher(), place.analyst());
    let case = place.started(&publisher, &analyst);
    let here = format!("/desk/cases/{}/external/applicability", case.id);
    let rules = place.site.desk.rules(&case).expect("rules");
    let page = place.get(&publisher, &here);
    let csv = place.get(&publisher, &format!("{here}.csv"));
    for (_, control) in rules.program.controls() {
        let id = control.id.value.as_str();
        assert!(page.has(id) && csv.has(id), "{id}");
    }
    assert_eq!(csv.body.lines().count(), rules.program.controls().count() + 1);
    let xlsx = place.get(&publisher, &format!("{here}.xlsx"));
    assert!(xlsx.body.starts_with("PK"));
    let name = xlsx.headers.get("content-disposition").expect("a name").to_str().expect("text");
    assert!(name.contains("statement-of-applicability-2026-11-23.xlsx"), "{name}");
}

/// A portal whose certificate ends on a day, with a whole statement.
fn portal(place: &Bureau, last: &str) -> String {
    let framework = place.site.portals.framework("iso27001-2022").expect("a framework").1;
    let rows: Vec<String> = framework
        .items
        .iter()
        .map(|item| format!("  - {{id: {}, applicable: true, duty: provider}}", item.id.value))
        .collect();
    let row = "  - {id: A.5.1, applicable: true, implemented: true}\n  - {id: A.8.7, applicable: false, reason: no machines of that kind}";
    let text = crate::web::systems::tests::portal(row, &rows.join("\n"));
    text.replace("variant: public", "variant: full").replace("expires: 2028-03-01", last)
}

/// The publisher's system on Tidewater, and the value of the form that takes its certificate.
fn system(place: &Bureau, publisher: &crate::web::desk::tests::Person) -> String {
    let got = place.post(publisher, "/systems", &[("name", "The shop")]);
    let address = got.location().to_owned();
    let fields = [("number", "1"), ("service", "harborlight tidewater public")];
    assert_eq!(place.post(publisher, &address, &fields).status, StatusCode::SEE_OTHER);
    let id = address.trim_start_matches("/systems/").trim_end_matches("/services").to_owned();
    format!("{id} harborlight tidewater public certificate main")
}

#[test]
fn a_system_gives_the_report_on_the_platform_and_approves_nothing() {
    let place = Bureau::new();
    let (publisher, analyst) = (place.publisher(), place.analyst());
    place.person("Harborlight", "Hal Harbor", attestor_core::desk::role::Role::Publisher);
    let content = portal(&place, "expires: 2026-12-31");
    place.on(crate::actions::trust::samples::publish(&place.site.portals, "harborlight", &content));
    let case = place.started(&publisher, &analyst);
    let here = format!("/desk/cases/{}/external", case.id);
    let source = system(&place, &publisher);
    let page = place.get(&publisher, &here);
    assert!(page.has("Take it from one of your systems") && page.has(&source), "{}", page.body);
    assert!(!place.get(&analyst, &here).has("Take it from one of your systems"));
    let states = || {
        let file = place.on(place.site.desk.case(&case.id)).expect("read").expect("a case");
        let rules = place.site.desk.rules(&file).expect("rules");
        let found = rules.assess(&file, place.clock.today());
        found.controls.iter().map(|it| (it.state, it.reasons.len())).collect::<Vec<_>>()
    };
    let met = |all: &[(attestor_core::certification::controls::ControlState, usize)]| {
        let met = attestor_core::certification::controls::ControlState::Met;
        all.iter().filter(|it| it.0 == met).count()
    };
    let before = states();
    let got = place.post(&publisher, &format!("{here}/from-system"), &[("source", &source)]);
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
    let page = place.get(&publisher, &here);
    assert!(
        page.has("Counts until") && page.has("Taken from the system “The shop”"),
        "{}",
        page.body
    );
    assert!(page.has("version 1 of its portal") && page.has("platform-certificate-main-v1.yaml"));
    assert!(place.get(&analyst, &here).has("approves nothing"), "the analyst is told as well");
    assert_eq!(met(&before), met(&states()), "nothing is met by a report on the platform alone");
    let file = place.on(place.site.desk.case(&case.id)).expect("read").expect("a case");
    let report = &file.case.external[0];
    assert_eq!((report.about, report.soa_rows), (About::Platform, Some(93)));
    assert_eq!(report.audited_on, Day::parse("2026-02-10"));
    let kept = file.files.get(&report.file).expect("a file");
    let vault = place.site.vault.as_ref().expect("a vault");
    let bytes = place.on(vault.read_whole("contoso", kept.digest)).expect("the file");
    let text = String::from_utf8(bytes).expect("text");
    assert!(text.contains("number: \"HL 700123\"") && text.contains("version: 1"), "{text}");
}

#[test]
fn what_does_not_hold_today_is_not_taken_and_says_why() {
    let place = Bureau::new();
    let (publisher, analyst) = (place.publisher(), place.analyst());
    place.person("Harborlight", "Hal Harbor", attestor_core::desk::role::Role::Publisher);
    let content = portal(&place, "expires: 2026-11-30");
    place.on(crate::actions::trust::samples::publish(&place.site.portals, "harborlight", &content));
    let case = place.started(&publisher, &analyst);
    let here = format!("/desk/cases/{}/external", case.id);
    let source = system(&place, &publisher);
    place.clock.advance_days(8);
    let add = format!("{here}/from-system");
    let got = place.post(&publisher, &add, &[("source", &source)]);
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.has("does not hold for this service today") && got.has("The certificate is over."));
    let other = source.replace("tidewater", "lantern");
    for source in ["", "x", other.as_str(), &source.replace("main", "none")] {
        let got = place.post(&publisher, &add, &[("source", source)]);
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{source}");
    }
    let file = place.on(place.site.desk.case(&case.id)).expect("read").expect("a case");
    assert!(file.case.external.is_empty(), "nothing came in");
}
