//! The permissions of a case as publisher and analyst meet them.

use axum::http::StatusCode;

use crate::web::desk::tests::Bureau;

#[test]
fn a_list_is_typed_judged_and_too_broad_ones_are_named_as_failing() {
    let place = Bureau::new();
    let (publisher, analyst) = (place.publisher(), place.analyst());
    let case = place.started(&publisher, &analyst);
    let here = format!("/desk/cases/{}/permissions", case.id);
    assert!(place.get(&publisher, &here).has("Nobody has listed the permissions yet"));
    let seen = case.number.to_string();
    let fields = [
        ("seen", seen.as_str()),
        ("form", "list"),
        ("name", "User.ReadWrite.All"),
        ("kind", "delegated"),
        ("reason", "Shows the photo of a colleague on the board"),
        ("name", "User.Read"),
        ("kind", ""),
        ("reason", ""),
        ("name", ""),
        ("kind", ""),
        ("reason", ""),
    ];
    let got = place.post(&publisher, &format!("{here}/list"), &fields);
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
    let page = place.get(&analyst, &here);
    assert!(page.has("The app requests 2 permissions"), "{}", page.body);
    assert!(page.has("Beyond the user"), "reach is marked");
    assert!(page.has("No reason") && page.has("Reason given"));
    let judged = [
        ("form", "verdict"),
        ("permission", "User.ReadWrite.All"),
        ("judgment", "over-broad"),
        ("narrower", "User.ReadBasic.All"),
        ("reason", "Only the name is shown."),
    ];
    let got = place.post(&analyst, &format!("{here}/verdict"), &judged);
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
    let page = place.get(&publisher, &here);
    assert!(page.has("That fails the assessment outright"), "{}", page.body);
    assert!(page.has("Only the name is shown. Would do: User.ReadBasic.All."));
    assert!(!page.has("Record the verdict"), "publishers judge nothing");
}

#[test]
fn who_comes_second_keeps_what_was_typed() {
    let place = Bureau::new();
    let (publisher, analyst) = (place.publisher(), place.analyst());
    let case = place.started(&publisher, &analyst);
    let here = format!("/desk/cases/{}/permissions", case.id);
    let list = |seen: &str, name: &str| {
        let fields =
            [("seen", seen), ("form", "list"), ("name", name), ("kind", ""), ("reason", "mine")];
        place.post(&publisher, &format!("{here}/list"), &fields)
    };
    let seen = case.number.to_string();
    assert_eq!(list(&seen, "User.Read").status, StatusCode::SEE_OTHER);
    let late = list(&seen, "Mail.Read");
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.has("value=\"Mail.Read\"") && late.has("value=\"mine\""), "{}", late.body);
    let again = format!("name=\"seen\" value=\"{}\"", case.number + 1);
    assert!(late.has(&again), "sending again works");
}

#[test]
fn a_manifest_takes_the_place_of_the_list_and_a_bad_one_says_why() {
    let place = Bureau::new();
    let (publisher, analyst) = (place.publisher(), place.analyst());
    let case = place.started(&publisher, &analyst);
    let here = format!("/desk/cases/{}/permissions", case.id);
    let manifest = r#"{"requiredResourceAccess":[{"resourceAppId":"00000003-0000-0000-c000-000000000000","resourceAccess":[{"id":"e1fe6dd8-ba31-4d61-89e7-88639da4683d","type":"Scope"},{"id":"00000000-0000-0000-0000-000000000001","type":"Role"}]}]}"#;
    let got = place.post(&publisher, &format!("{here}/import"), &[("manifest", manifest)]);
    assert!(got.location().contains("desk-done-permissions-import-part"), "{}", got.body);
    assert!(place.get(&publisher, &here).has("The app requests 1 permission"));
    let got = place.post(
        &publisher,
        &format!("{here}/import"),
        &[("form", "import"), ("manifest", "{\"a\": ")],
    );
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.has("no app manifest") && got.has("{&#34;a&#34;:"), "{}", got.body);
}

#[test]
fn analysts_hand_in_nothing_and_publishers_judge_nothing() {
    let place = Bureau::new();
    let (publisher, analyst) = (place.publisher(), place.analyst());
    let case = place.started(&publisher, &analyst);
    let here = format!("/desk/cases/{}/permissions", case.id);
    let list = place.post(&analyst, &format!("{here}/list"), &[("name", "User.Read")]);
    let verdict = place.post(&publisher, &format!("{here}/verdict"), &[("permission", "x")]);
    assert_eq!((list.status, verdict.status), (StatusCode::FORBIDDEN, StatusCode::FORBIDDEN));
}
