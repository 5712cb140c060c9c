//! The gates before the start, by forms only.

use attestor_core::desk::file::Stage;
use axum::http::StatusCode;

use crate::web::desk::tests::{Bureau, Person};

struct Gate<'b> {
    bureau: &'b Bureau,
    case_id: String,
}

impl Gate<'_> {
    fn post(
        &self,
        person: &Person,
        way: &str,
        fields: &[(&str, &str)],
    ) -> crate::web::desk::tests::Got {
        self.bureau.post(person, &format!("/desk/cases/{}/start{way}", self.case_id), fields)
    }
}

#[test]
fn a_case_starts_by_the_forms_of_both_sides() {
    let bureau = Bureau::new();
    let (publisher, analyst) = (bureau.publisher(), bureau.analyst());
    let gate = Gate { case_id: bureau.open(&publisher, "Kite").id.clone(), bureau: &bureau };
    let early = gate.post(&publisher, "", &[("do", "start")]);
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.has("The publisher is not verified."), "{}", early.body);
    assert!(early.has("The terms of the program are not accepted yet."));
    let done = |got: crate::web::desk::tests::Got| {
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
    };
    done(gate.post(
        &publisher,
        "",
        &[("do", "attest-answers"), ("answer-stores_customer_data", "yes")],
    ));
    done(gate.post(&analyst, "/review", &[("do", "approve")]));
    let verify = [("do", "verify"), ("verification", "verified"), ("partner_id", "1234567")];
    done(gate.post(&analyst, "/review", &verify));
    done(gate.post(&publisher, "", &[("do", "consent"), ("agree", "yes")]));
    done(gate.post(&publisher, "", &[("do", "start")]));
    let file = bureau.on(bureau.site.desk.case(&gate.case_id)).expect("read").expect("a case");
    assert_eq!(file.stage(), Stage::InitialDocuments);
}

#[test]
fn each_side_has_its_own_forms() {
    let bureau = Bureau::new();
    let (publisher, analyst) = (bureau.publisher(), bureau.analyst());
    let gate = Gate { case_id: bureau.open(&publisher, "Kite").id.clone(), bureau: &bureau };
    let page = |person| bureau.get(person, &format!("/desk/cases/{}/start", gate.case_id));
    let (own, staff) = (page(&publisher), page(&analyst));
    assert!(own.has("value=\"consent\"") && !own.has("value=\"verify\""), "{}", own.body);
    assert!(!staff.has("value=\"consent\"") && staff.has("value=\"verify\""));
    assert_eq!(gate.post(&analyst, "", &[("do", "consent")]).status, StatusCode::FORBIDDEN);
    let foreign = gate.post(&publisher, "/review", &[("do", "approve")]);
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
}

#[test]
fn a_refused_form_keeps_its_words() {
    let bureau = Bureau::new();
    let (publisher, analyst) = (bureau.publisher(), bureau.analyst());
    let gate = Gate { case_id: bureau.open(&publisher, "Kite").id.clone(), bureau: &bureau };
    let got = gate.post(&publisher, "", &[("do", "attest-page"), ("page", "no page at all")]);
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.has("no page at all") && got.has("no page of an app"), "{}", got.body);
    let late =
        [("do", "verify"), ("seen", "77"), ("verification", "verified"), ("partner_id", "42")];
    let got = gate.post(&analyst, "/review", &late);
    assert_eq!(got.status, StatusCode::CONFLICT);
    assert!(got.has("value=\"42\"") && got.has("name=\"seen\" value=\"1\""), "{}", got.body);
}

#[test]
fn a_withdrawn_case_is_over() {
    let bureau = Bureau::new();
    let publisher = bureau.publisher();
    let gate = Gate { case_id: bureau.open(&publisher, "Kite").id.clone(), bureau: &bureau };
    let blank = gate.post(&publisher, "", &[("do", "withdraw")]);
    assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = gate.post(&publisher, "", &[("do", "withdraw"), ("withdraw", "We sold the app.")]);
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let page = bureau.get(&publisher, &format!("/desk/cases/{}", gate.case_id));
    assert!(page.has("The publisher withdrew this case"), "{}", page.body);
}
