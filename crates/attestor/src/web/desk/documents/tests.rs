//! The initial documents by their forms.

use attestor_core::desk::act::Act;
use axum::http::StatusCode;

use crate::web::desk::tests::{Bureau, Got, Person, file_ref};

fn post(
    bureau: &Bureau,
    person: &Person,
    case_id: &str,
    way: &str,
    fields: &[(&str, &str)],
) -> Got {
    bureau.post(person, &format!("/desk/cases/{case_id}/documents{way}"), fields)
}

#[test]
fn what_is_due_is_listed_with_its_reason() {
    let bureau = Bureau::new();
    let (publisher, analyst) = (bureau.publisher(), bureau.analyst());
    let case_id = bureau.started(&publisher, &analyst).id.clone();
    let page = bureau.get(&publisher, &format!("/desk/cases/{case_id}/documents"));
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(page.has("documents are still due</h1>"), "{}", page.body);
    assert!(page.has("Architecture diagram") && page.has("“Architecture diagram” is missing."));
    assert!(page.has("multipart/form-data"));
    let staff = bureau.get(&analyst, &format!("/desk/cases/{case_id}/documents"));
    assert!(!staff.has("multipart/form-data"));
}

#[test]
fn handing_in_too_little_is_refused_with_what_lacks() {
    let bureau = Bureau::new();
    let (publisher, analyst) = (bureau.publisher(), bureau.analyst());
    let case_id = bureau.started(&publisher, &analyst).id.clone();
    let got = post(&bureau, &publisher, &case_id, "", &[("do", "submit")]);
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.has("Documents or facts of the scope are missing:"), "{}", got.body);
    assert_eq!(
        post(&bureau, &analyst, &case_id, "", &[("do", "submit")]).status,
        StatusCode::FORBIDDEN
    );
}

#[test]
fn an_upload_without_a_file_is_refused_and_keeps_the_day() {
    let bureau = Bureau::new();
    let (publisher, analyst) = (bureau.publisher(), bureau.analyst());
    let case_id = bureau.started(&publisher, &analyst).id.clone();
    let field = |name: &str, value: &str| {
        format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let body = field("kind", "app-description") + &field("dated_on", "2026-10-01") + "--b--\r\n";
    let address = format!("/desk/cases/{case_id}/documents/add");
    let got =
        bureau.send(&publisher, &address, "multipart/form-data; boundary=b", body.into_bytes());
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", got.body);
    assert!(got.has("Choose a file.") && got.has("value=\"2026-10-01\""), "{}", got.body);
}

#[test]
fn documents_go_back_with_reasons_and_the_words_are_kept_on_a_conflict() {
    let bureau = Bureau::new();
    let (publisher, analyst) = (bureau.publisher(), bureau.analyst());
    let case_id = bureau.started(&publisher, &analyst).id.clone();
    let file = bureau.on(bureau.site.desk.case(&case_id)).expect("read").expect("a case");
    let rules = bureau.site.desk.rules(&file).expect("rules");
    let assessment = rules.assess(&file, bureau.clock.today());
    let due = assessment
        .documents
        .iter()
        .filter(|it| it.state == attestor_core::certification::documents::DocumentState::Missing);
    for outcome in due {
        let kind = outcome.rule.id.value.clone();
        let file = file_ref(&format!("{kind}.pdf"));
        let dated_on = Some(bureau.clock.today());
        bureau.act(&publisher, &case_id, Act::AddDocument { kind, file, dated_on });
    }
    let done = post(&bureau, &publisher, &case_id, "", &[("do", "submit")]);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let file = bureau.on(bureau.site.desk.case(&case_id)).expect("read").expect("a case");
    let first = format!("reason-{}", file.documents[0].id);
    let form = [
        ("do", "return"),
        ("seen", "1"),
        ("reason", "Two are unreadable."),
        (first.as_str(), "Page 3 is blank."),
    ];
    let late = post(&bureau, &analyst, &case_id, "/review", &form);
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.has("Two are unreadable.") && late.has("Page 3 is blank."), "{}", late.body);
    let seen = file.number.to_string();
    let form = [
        ("do", "return"),
        ("seen", &*seen),
        ("reason", "Two are unreadable."),
        (first.as_str(), "Page 3 is blank."),
    ];
    let done = post(&bureau, &analyst, &case_id, "/review", &form);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let page = bureau.get(&publisher, &format!("/desk/cases/{case_id}/documents"));
    assert!(page.has("Two are unreadable.") && page.has("Page 3 is blank."), "{}", page.body);
    let gone = [("do", "remove"), ("document", file.documents[0].id.as_str())];
    assert_eq!(post(&bureau, &publisher, &case_id, "", &gone).status, StatusCode::SEE_OTHER);
}
