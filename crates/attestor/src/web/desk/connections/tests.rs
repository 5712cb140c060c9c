//! Outside connections as publisher and analyst meet them.

use axum::http::StatusCode;

use crate::web::desk::tests::Bureau;

#[test]
fn hosts_are_listed_asked_about_and_explained() {
    let place = Bureau::new();
    let (publisher, analyst) = (place.publisher(), place.analyst());
    let case = place.started(&publisher, &analyst);
    let here = format!("/desk/cases/{}/connections", case.id);
    let fields = [
        ("form", "list"),
        ("host", "api.example.org"),
        ("owner", "third-party"),
        ("purpose", "Turns addresses into maps"),
        ("host", "graph.example.org"),
        ("owner", "microsoft"),
        ("purpose", ""),
    ];
    let got = place.post(&publisher, &format!("{here}/list"), &fields);
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
    let page = place.get(&analyst, &here);
    assert!(page.has("The app talks to 2 outside hosts, and 2 are not explained yet"));
    assert!(page.has("Not explained") && page.has("Waits for the analyst"));
    let verdict = |host: &str, explained: &str, reason: &str| {
        let fields =
            [("form", "verdict"), ("host", host), ("explained", explained), ("reason", reason)];
        place.post(&analyst, &format!("{here}/verdict"), &fields)
    };
    let silent = verdict("graph.example.org", "no", "");
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.has("Say what is to be explained."));
    assert_eq!(verdict("graph.example.org", "no", "Which data?").status, StatusCode::SEE_OTHER);
    assert_eq!(verdict("api.example.org", "yes", "").status, StatusCode::SEE_OTHER);
    let page = place.get(&publisher, &here);
    assert!(page.has("and 1 is not explained yet") && page.has("Which data?"), "{}", page.body);
}

#[test]
fn a_purpose_without_a_host_comes_back_with_what_was_typed() {
    let place = Bureau::new();
    let (publisher, analyst) = (place.publisher(), place.analyst());
    let case = place.started(&publisher, &analyst);
    let here = format!("/desk/cases/{}/connections/list", case.id);
    let fields = [("form", "list"), ("host", ""), ("owner", "own"), ("purpose", "Weather")];
    let got = place.post(&publisher, &here, &fields);
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.has("value=\"Weather\"") && got.has("A row has a purpose and no host"));
}
