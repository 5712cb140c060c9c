//! My work as each side sees it.

use attestor_core::desk::role::Role;
use axum::http::StatusCode;

use crate::store::suite::statements::counted;
use crate::web::desk::tests::Bureau;

#[test]
fn a_publisher_sees_what_waits_for_them_with_the_way_there() {
    let bureau = Bureau::new();
    let publisher = bureau.publisher();
    let got = bureau.get(&publisher, "/desk");
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    assert!(got.has("<h1>Nothing waits for you</h1>"), "{}", got.body);
    let file = bureau.open(&publisher, "Paper Planes");
    let got = bureau.get(&publisher, "/desk");
    assert!(got.has("<h1>One case waits for you</h1>"), "{}", got.body);
    assert!(got.has(&format!("href=\"/desk/cases/{}/start\"", file.id)), "{}", got.body);
    assert!(!got.has("Who has how much"));
}

#[test]
fn an_empty_part_tells_the_next_deadline() {
    let bureau = Bureau::new();
    let (publisher, analyst) = (bureau.publisher(), bureau.analyst());
    bureau.running(&publisher, &analyst);
    let got = bureau.get(&analyst, "/desk");
    assert!(got.has("<h1>Nothing waits for you</h1>"), "{}", got.body);
    assert!(got.has("The next deadline of all is"), "{}", got.body);
    assert!(got.has("Nobody&#39;s yet") || got.has("Nobody's yet"), "{}", got.body);
}

#[test]
fn people_of_others_see_no_case_of_mine() {
    let bureau = Bureau::new();
    let publisher = bureau.publisher();
    bureau.open(&publisher, "Paper Planes");
    let other = bureau.person("Fabrikam", "Olga Other", Role::Publisher);
    assert!(!bureau.get(&other, "/desk").has("Paper Planes"));
    assert!(!bureau.get(&other, "/desk/cases").has("Paper Planes"));
}

#[test]
fn work_costs_the_same_for_one_case_and_for_many() {
    let bureau = Bureau::new();
    let (publisher, lead) = (bureau.publisher(), bureau.lead());
    bureau.open(&publisher, "App 0");
    let (one, few) = counted(|| bureau.get(&lead, "/desk"));
    assert!(one.has("Who has how much"), "{}", one.body);
    for number in 1..12 {
        bureau.open(&publisher, &format!("App {number}"));
    }
    let (got, many) = counted(|| bureau.get(&lead, "/desk"));
    assert!(got.has("App 11"));
    assert_eq!(few, many);
}
