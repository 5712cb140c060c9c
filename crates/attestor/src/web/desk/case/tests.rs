//! The dashboard as each side sees it.

use attestor_core::desk::role::Role;
use axum::http::StatusCode;

use crate::store::suite::statements::counted;
use crate::web::desk::tests::Bureau;

#[test]
fn the_dashboard_states_the_fact_and_links_every_control() {
    let bureau = Bureau::new();
    let (publisher, analyst) = (bureau.publisher(), bureau.analyst());
    let file = bureau.running(&publisher, &analyst);
    bureau.clock.advance_days(3);
    let got = bureau.get(&publisher, &format!("/desk/cases/{}", file.id));
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    assert!(got.has("<h1>57 days left to submit all evidence</h1>"), "{}", got.body);
    let rules = bureau.site.desk.rules(&file).expect("rules");
    let assessment = rules.assess(&file, bureau.clock.today());
    for outcome in assessment.controls.iter().filter(|it| it.state.is_applicable()) {
        let address = format!("/desk/cases/{}/controls/{}\"", file.id, outcome.control.id.value);
        assert!(got.has(&address), "{address}");
    }
}

#[test]
fn pass_marks_and_points_are_for_the_certification_body() {
    let bureau = Bureau::new();
    let (publisher, analyst) = (bureau.publisher(), bureau.analyst());
    let address = format!("/desk/cases/{}", bureau.running(&publisher, &analyst).id);
    let (own, staff) = (bureau.get(&publisher, &address), bureau.get(&analyst, &address));
    for word in ["Pass mark", "points", "passmark"] {
        assert!(staff.has(word), "{word}");
        assert!(!own.has(word), "{word}");
    }
}

#[test]
fn a_case_of_others_is_not_found() {
    let bureau = Bureau::new();
    let (publisher, analyst) = (bureau.publisher(), bureau.analyst());
    let other = bureau.person("Fabrikam", "Olga Other", Role::Publisher);
    let address = format!("/desk/cases/{}", bureau.started(&publisher, &analyst).id);
    assert_eq!(bureau.get(&other, &address).status, StatusCode::NOT_FOUND);
}

#[test]
fn a_lead_gives_a_case_to_an_analyst_and_nobody_else_does() {
    let bureau = Bureau::new();
    let (publisher, analyst, lead) = (bureau.publisher(), bureau.analyst(), bureau.lead());
    let file = bureau.started(&publisher, &analyst);
    let address = format!("/desk/cases/{}/assign", file.id);
    let seen = file.number.to_string();
    let form = [("seen", seen.as_str()), ("analyst", "anna-analyst")];
    for person in [&publisher, &analyst] {
        assert_eq!(bureau.post(person, &address, &form).status, StatusCode::FORBIDDEN);
    }
    let strange = bureau.post(&lead, &address, &[("seen", &seen), ("analyst", "petra-publisher")]);
    assert_eq!(strange.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = bureau.post(&lead, &address, &form);
    assert!(done.location().ends_with("?done=desk-done-assigned"), "{}", done.body);
    assert!(bureau.get(&analyst, done.location()).has("analyst Anna Analyst"));
    let late = bureau.post(&lead, &address, &form);
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.has("Others changed this case"));
}

#[test]
fn a_dashboard_costs_few_statements() {
    let bureau = Bureau::new();
    let (publisher, analyst, lead) = (bureau.publisher(), bureau.analyst(), bureau.lead());
    let address = format!("/desk/cases/{}", bureau.running(&publisher, &analyst).id);
    let (got, statements) = counted(|| bureau.get(&lead, &address));
    assert_eq!(got.status, StatusCode::OK);
    assert!(statements <= 8, "{statements}");
}
