//! The matrix: every registered address × everybody who could ask, through the gates themselves with
//! real sessions and tokens. An address that the snapshot does not list fails the test.

use std::sync::Arc;

use attestor_core::desk::role::{Right, Role};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use tower::ServiceExt as _;

use super::{Listed, Need, Routes};
use crate::web::registry;
use crate::web::tests::desk::{Browser, Desk, on_both, on_one};

const PUT_CASE: &str = "
insert into certification (case_id, organization_id, app_id, app_name, framework, edition, state,
  whose_move, opened_at, changed_at, number, open, waiting)
values ($1, $2, 'WA1', 'App', 'program', '1', 'started', 'publisher', '', '', 1, 1, 0)";

/// Everybody who could ask, by the name of the column.
async fn everybody(desk: &Desk) -> Vec<(String, Browser)> {
    let mut owner = desk.set_up().await;
    let mut all = vec![("nobody".to_owned(), Browser::default())];
    let code = desk.invite(&mut owner, "/people/invite", "program_owner").await;
    all.push(("1-factor".to_owned(), desk.accept(&code, "one@example.org").await));
    for &role in Role::ALL {
        let place = match role {
            Role::Publisher => desk.organization(&mut owner, "Fabrikam", "publisher").await,
            Role::CustomerAdmin => desk.organization(&mut owner, "Northwind", "customer").await,
            Role::Analyst | Role::LeadAnalyst | Role::ProgramOwner | Role::Auditor => String::new(),
        };
        put_cases(desk, role, &place).await;
        let address = match place.as_str() {
            "" => "/people/invite".to_owned(),
            place => format!("/organizations/{place}/invite"),
        };
        let code = desk.invite(&mut owner, &address, role.as_str()).await;
        let mut browser = desk.accept(&code, &format!("{role}@example.org")).await;
        if role.is_staff() {
            desk.add_app(&mut browser).await;
        }
        all.push((role.as_str().to_owned(), browser));
    }
    for scope in ["read", "review", "admin"] {
        let fields = [("token-name", scope), (scope, "on"), ("days", "1")];
        let page = desk.post(&mut owner, "/account/tokens", &fields).await;
        let token = page.between("<code translate=\"no\">att_", "</code>");
        let program = Browser { token: Some(format!("att_{token}")), ..Browser::default() };
        all.push((format!("owner:{scope}"), program));
    }
    all
}

/// The publisher has a case of its own; another one belongs to somebody else.
async fn put_cases(desk: &Desk, role: Role, organization: &str) {
    if role == Role::Publisher {
        let store = desk.site.people.store();
        for (case, whose) in [("own", organization), ("other", "somebody-else")] {
            store.run(PUT_CASE, &[case.into(), whose.into()]).await.expect("a case");
        }
    }
}

/// The same gates before a handler that only says that it ran.
fn probes(desk: &Desk, routes: &Routes) -> Router {
    let probe = async || StatusCode::NO_CONTENT;
    let all =
        routes.listed().fold(Routes::new(), |all, Listed { method, path, need }| match *method {
            Method::GET => all.get(path, *need, probe),
            Method::POST => all.post(path, *need, probe),
            Method::PATCH => all.patch(path, *need, probe),
            Method::DELETE => all.delete(path, *need, probe),
            ref other => panic!("{other} is not registered"),
        });
    all.into_router(&desk.site).with_state(Arc::clone(&desk.site))
}

/// What becomes of a request: `+` it runs, `s` sign in, `f` the second factor is missing, `-` it is
/// forbidden, `.` there is nothing.
async fn mark(gates: &Router, method: &Method, path: &str, browser: &Browser) -> char {
    let mut request = Request::builder().method(method).uri(path);
    request = request.header("sec-fetch-site", "same-origin");
    if let Some(cookie) = &browser.cookie {
        request = request.header("cookie", format!("__Host-attestor_session={cookie}"));
    }
    if let Some(token) = &browser.token {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    let request = request.body(Body::empty()).expect("a request");
    let answer = gates.clone().oneshot(request).await.expect("an answer");
    let to = answer.headers().get("location").map_or("", |to| to.to_str().expect("text"));
    match answer.status() {
        StatusCode::NO_CONTENT => '+',
        StatusCode::UNAUTHORIZED => 's',
        StatusCode::SEE_OTHER if to.starts_with("/sign-in/second-factor") => 'f',
        StatusCode::SEE_OTHER if to.starts_with("/account/security") => 'f',
        StatusCode::SEE_OTHER if to.starts_with("/sign-in") => 's',
        StatusCode::FORBIDDEN => '-',
        StatusCode::NOT_FOUND => '.',
        other => panic!("{method} {path}: {other} {to}"),
    }
}

/// The matrix of a registry: one line an address; a case is the own one, one of somebody else, and one
/// that is not there.
async fn matrix(desk: &Desk, routes: &Routes) -> String {
    let everybody = everybody(desk).await;
    let gates = probes(desk, routes);
    let width = routes.listed().map(|listed| listed.path.len()).max().unwrap_or_default() + 7;
    let mut text = format!("{:width$}", "+ runs, s sign in, f factor, - forbidden, . nothing");
    for (name, _) in &everybody {
        text.push_str(&format!(" {name}"));
    }
    for Listed { method, path, need } in routes.listed() {
        text.push_str(&format!("\n{:width$}", format!("{:<6} {path}", method.as_str())));
        let is_of_case = matches!(need, Need::Case(_) | Need::CaseAny(_));
        let cases: &[&str] = if is_of_case { &["own", "other", "none"] } else { &["x"] };
        for (name, browser) in &everybody {
            let mut marks = String::new();
            for case in cases {
                let path = path.replace("{case}", case).replace("{id}", "x");
                marks.push(mark(&gates, method, &path, browser).await);
            }
            text.push_str(&format!(" {marks:<0$}", name.len()));
        }
    }
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_address_is_open_to_exactly_those_of_the_matrix() {
    on_one(async |desk| {
        insta::assert_snapshot!("matrix", matrix(desk, &registered(false)).await);
    });
}

/// The addresses of reports on multifactor authentication, which a build may leave out, or all others.
fn registered(of_reports: bool) -> Routes {
    let is_meant = |path: &str| {
        let path = path.strip_prefix("/api/v1").unwrap_or(path);
        (path == "/mfa" || path.starts_with("/mfa/")) == of_reports
    };
    Routes(registry().0.into_iter().filter(|(listed, _)| is_meant(listed.path)).collect())
}

#[cfg(feature = "lake")]
#[test]
fn every_address_of_reports_is_open_to_exactly_those_of_the_matrix() {
    on_one(async |desk| {
        insta::assert_snapshot!("matrix_of_reports", matrix(desk, &registered(true)).await);
    });
}

/// One address a right over a case, and one a right without a case.
fn samples() -> Routes {
    let probe = async || StatusCode::NO_CONTENT;
    let case = |routes: Routes, path, right| routes.post(path, Need::Case(right), probe);
    let routes = Routes::new()
        .get("/case_read/{case}", Need::Case(Right::CaseRead), probe)
        .get("/api/case_read/{case}", Need::Case(Right::CaseRead), probe)
        .post("/api/case_hand_in/{case}", Need::Case(Right::CaseHandIn), probe)
        .post("/api/case_review/{case}", Need::Case(Right::CaseReview), probe)
        .get("/record_read", Need::Right(Right::RecordRead), probe)
        .post("/program_edit", Need::Right(Right::ProgramEdit), probe);
    let rights = [
        ("/case_hand_in/{case}", Right::CaseHandIn),
        ("/case_review/{case}", Right::CaseReview),
        ("/case_lead/{case}", Right::CaseLead),
        ("/case_decide/{case}", Right::CaseDecide),
        ("/case_revoke/{case}", Right::CaseRevoke),
        ("/internal_notes/{case}", Right::InternalNotes),
        ("/scores_read/{case}", Right::ScoresRead),
    ];
    rights.into_iter().fold(routes, |routes, (path, right)| case(routes, path, right))
}

#[test]
fn rights_over_cases_are_those_of_the_matrix_on_both_databases() {
    on_both(async |desk| {
        insta::assert_snapshot!("rights_over_cases", matrix(desk, &samples()).await);
    });
}

#[test]
fn no_address_is_registered_twice_and_every_case_has_its_name() {
    let routes = registry();
    let mut seen = Vec::new();
    for Listed { method, path, need } in routes.listed() {
        assert!(!seen.contains(&(method, path)), "{method} {path}");
        let names_case = path.contains("{case}");
        assert_eq!(names_case, matches!(need, Need::Case(_) | Need::CaseAny(_)), "{method} {path}");
        seen.push((method, path));
    }
}

#[test]
fn a_method_that_is_not_registered_does_nothing() {
    on_one(async |desk| {
        let mut owner = desk.set_up().await;
        let got = desk.ask(&mut owner, ("DELETE", "/people"), String::new()).await;
        assert_eq!(got.status, StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(got.headers["allow"], "GET,HEAD");
    });
}

#[test]
fn head_is_guarded_as_get_is() {
    on_one(async |desk| {
        desk.set_up().await;
        let got = desk.ask(&mut Browser::default(), ("HEAD", "/people"), String::new()).await;
        assert_eq!(got.location(), "/sign-in");
    });
}
