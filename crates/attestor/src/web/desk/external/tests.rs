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
