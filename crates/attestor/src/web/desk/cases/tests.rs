//! The list of cases, and opening one.

use axum::http::StatusCode;

use crate::store::suite::statements::counted;
use crate::web::desk::tests::Bureau;

#[test]
fn a_long_list_comes_in_parts_without_a_gap() {
    let bureau = Bureau::new();
    let publisher = bureau.publisher();
    for number in 0..25 {
        bureau.open(&publisher, &format!("App {number:02}"));
    }
    let (first, statements) = counted(|| bureau.get(&publisher, "/desk/cases"));
    assert_eq!(first.body.matches("class=\"app\"").count(), 20, "{}", first.body);
    assert!(statements <= 6, "{statements}");
    let next = first.body.split("rel=\"next\" href=\"").nth(1).expect("a way on");
    let next =
        next.split('"').next().expect("an address").replace("&#38;", "&").replace("&amp;", "&");
    let second = bureau.get(&publisher, &next);
    assert_eq!(second.body.matches("class=\"app\"").count(), 5, "{}", second.body);
    for number in 0..25 {
        let name = format!("App {number:02}");
        assert!(first.has(&name) != second.has(&name), "{name}");
    }
}

#[test]
fn filters_narrow_the_list_and_strange_ones_are_refused() {
    let bureau = Bureau::new();
    let (publisher, analyst) = (bureau.publisher(), bureau.analyst());
    bureau.running(&publisher, &analyst);
    bureau.open(&publisher, "Kite");
    let shows = |query: &str| {
        let got = bureau.get(&analyst, &format!("/desk/cases?{query}"));
        assert_eq!(got.status, StatusCode::OK, "{query}");
        (got.has("Paper Planes"), got.has("Kite"))
    };
    assert_eq!(shows("stage=evidence_open"), (true, false));
    assert_eq!(shows("name=kit"), (false, true));
    assert_eq!(shows("analyst=none"), (true, true));
    assert_eq!(shows("analyst=mine"), (false, false));
    assert_eq!(shows("open=over"), (false, false));
    for query in ["stage=none", "move=me", "after=x"] {
        let got = bureau.get(&analyst, &format!("/desk/cases?{query}"));
        assert_eq!(got.status, StatusCode::BAD_REQUEST, "{query}");
    }
}

#[test]
fn the_table_guards_spreadsheets() {
    let bureau = Bureau::new();
    let publisher = bureau.publisher();
    bureau.open(&publisher, "=1+1");
    let got = bureau.get(&publisher, "/desk/cases.csv");
    assert_eq!(got.status, StatusCode::OK);
    assert!(got.has("'=1+1"), "{}", got.body);
}

#[test]
fn a_case_is_opened_once_and_the_form_keeps_what_was_typed() {
    let bureau = Bureau::new();
    let publisher = bureau.publisher();
    let form = [
        ("id", "WA900"),
        ("name", "Paper Planes"),
        ("publisher", "Contoso"),
        ("kind", "web-app"),
        ("program", "m365-certification"),
    ];
    let done = bureau.post(&publisher, "/desk/cases", &form);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert!(done.location().ends_with("/start?done=desk-done-opened"), "{}", done.location());
    let twice = bureau.post(&publisher, "/desk/cases", &form);
    assert_eq!(twice.status, StatusCode::CONFLICT);
    assert!(twice.has("already has an open case") && twice.has("value=\"WA900\""));
    let nameless = bureau.post(
        &publisher,
        "/desk/cases",
        &[("id", "WA901"), ("program", "m365-certification")],
    );
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nameless.has("value=\"WA901\""));
}

#[test]
fn the_certification_body_names_the_organization() {
    let bureau = Bureau::new();
    let (publisher, analyst) = (bureau.publisher(), bureau.analyst());
    let form = |organization: &'static str| {
        [("name", "Kite"), ("program", "m365-certification"), ("organization", organization)]
    };
    for strange in ["", "attestation board", "nobody"] {
        let got = bureau.post(&analyst, "/desk/cases", &form(strange));
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{strange}");
    }
    let done = bureau.post(&analyst, "/desk/cases", &form("contoso"));
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert!(bureau.get(&publisher, "/desk/cases").has("Kite"));
}
