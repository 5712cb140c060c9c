//! The decision and its letter as analysts and publishers meet them.

use attestor_core::desk::act::{Act, Interest, Ruling};
use axum::http::StatusCode;

use crate::web::desk::special::tests::{decide, force};
use crate::web::desk::tests::{Bureau, Person};

fn running() -> (Bureau, Person, Person, Person, String) {
    let place = Bureau::new();
    let (publisher, analyst, lead) = (place.publisher(), place.analyst(), place.lead());
    let case = place.running(&publisher, &analyst).id.clone();
    (place, publisher, analyst, lead, case)
}

/// The digest that the form of a page sends back.
fn assessment(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"assessment\" value=\"").expect("a form");
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[test]
fn one_proposes_after_a_preview_and_another_one_confirms() {
    let (place, publisher, analyst, lead, case) = running();
    let here = format!("/desk/cases/{case}/decision");
    assert!(!place.get(&analyst, &here).has("Preview the letter"), "the interest comes first");
    let none = [("form", "interest"), ("interest", "none")];
    assert_eq!(place.post(&analyst, &format!("{here}/interest"), &none).status, 303);
    let page = place.get(&analyst, &here);
    assert!(page.has("Preview the letter") && page.has("No interest."), "{}", page.body);
    let wordless = [("form", "propose"), ("ruling", "reject")];
    let got = place.post(&analyst, &format!("{here}/preview"), &wordless);
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("form", "propose"), ("ruling", "reject"), ("words", "Nothing is shown.")];
    let got = place.post(&analyst, &format!("{here}/preview"), &fields);
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    assert!(got.has("Paper Planes is not certified") && got.has("Propose this decision"));
    assert!(got.has("Nothing is shown.") && got.has("What the decision rests on"), "{}", got.body);
    let got = place.post(&analyst, &format!("{here}/propose"), &fields);
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
    assert!(place.get(&analyst, &here).has("You proposed this."));
    assert!(place.get(&publisher, &here).has("certification body&#39;s turn"));
    let page = place.get(&lead, &here);
    assert!(page.has("Declare first whether you have an interest"), "{}", page.body);
    assert_eq!(place.post(&lead, &format!("{here}/interest"), &none).status, 303);
    let page = place.get(&lead, &here);
    let seen = assessment(&page.body);
    let got = place.post(&lead, &format!("{here}/confirm"), &[("assessment", &seen)]);
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
    let letter = place.get(&publisher, &format!("/desk/cases/{case}/letter"));
    for words in ["Paper Planes is not certified", "Nothing is shown.", "Anna Analyst", "Lea Lead"]
    {
        assert!(letter.has(words), "{words}");
    }
    assert!(letter.has("Worked out again: the same assessment"), "{}", letter.body);
}

#[test]
fn a_conflict_needs_words_and_keeps_its_owner_out() {
    let (place, publisher, analyst, _, case) = running();
    let here = format!("/desk/cases/{case}/decision");
    let conflict = |words: &str| {
        let fields = [("form", "interest"), ("interest", "conflict"), ("words", words)];
        place.post(&analyst, &format!("{here}/interest"), &fields)
    };
    assert_eq!(conflict("").status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(conflict("I own shares of Contoso.").status, StatusCode::SEE_OTHER);
    assert!(!place.get(&analyst, &here).has("Preview the letter"));
    let page = place.get(&publisher, &here);
    assert!(!page.has("I own shares"), "publishers do not read declarations");
}

#[test]
fn a_proposal_goes_back_with_a_reason_that_publishers_do_not_see() {
    let (place, publisher, analyst, lead, case) = running();
    let here = format!("/desk/cases/{case}/decision");
    let interest = Act::DeclareInterest { interest: Interest::None, words: String::new() };
    place.act(&analyst, &case, interest);
    let words = "Nothing is shown.".to_owned();
    place.act(&analyst, &case, Act::Propose { ruling: Ruling::Reject, words, grounds: None });
    assert!(!place.get(&publisher, &here).has("Nothing is shown."));
    let reason = [("form", "return"), ("reason", "Wait for the retest.")];
    assert_eq!(place.post(&lead, &format!("{here}/return"), &reason).status, 303);
    assert!(place.get(&analyst, &here).has("Wait for the retest."));
    assert!(!place.get(&publisher, &here).has("Wait for the retest."));
    let record = place.get(&publisher, &format!("/desk/cases/{case}/record"));
    assert!(!record.has("Wait for the retest.") && !record.has("Proposed a decision"));
}

#[test]
fn a_certificate_has_its_last_day_and_is_revoked_with_a_cause() {
    let (place, publisher, analyst, lead, case) = running();
    let letter = format!("/desk/cases/{case}/letter");
    assert!(place.get(&publisher, &letter).has("There is no letter yet"));
    decide(&place, (&analyst, &lead), &case, (Ruling::Certify, ""));
    let page = place.get(&publisher, &letter);
    assert!(page.has("Paper Planes is certified") && page.has("Valid until"), "{}", page.body);
    assert!(page.has("November 23, 2027") && page.has("in the record of this case"));
    let here = format!("/desk/cases/{case}/decision");
    assert_eq!(place.post(&analyst, &format!("{here}/revoke"), &[("reason", "x")]).status, 403);
    let cause = [("form", "revoke"), ("reason", "The publisher lost its verification.")];
    let got = place.post(&lead, &format!("{here}/revoke"), &cause);
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
    let page = place.get(&publisher, &letter);
    assert!(page.has("is revoked") && page.has("lost its verification"), "{}", page.body);
}

#[test]
fn a_case_out_of_time_has_a_letter_with_its_deadline() {
    let (place, publisher, analyst, _, case) = running();
    place.clock.advance_days(61);
    force(&place, &analyst, &case, &Act::TimeOut {});
    let page = place.get(&publisher, &format!("/desk/cases/{case}/letter"));
    assert!(page.has("ran out of time") && page.has("January 22, 2027"), "{}", page.body);
}
