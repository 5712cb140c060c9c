//! The same for programs with a token.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value as Json, json};

use super::*;
use crate::web::tests::desk::on_both;

/// Asks as a program; the status and the JSON of the answer.
async fn ask(
    desk: &Desk,
    program: &Browser,
    (method, address): (&str, &str),
    body: &Json,
) -> (StatusCode, Json) {
    let token = program.token.as_deref().expect("a token");
    let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
    let request = Request::builder()
        .method(method)
        .uri(address)
        .header("host", "desk.example.org")
        .header("content-type", "application/json")
        .header("authorization", format!("Bearer {token}"));
    let got = desk.send(request.body(body).expect("a request")).await;
    let json = serde_json::from_str(&got.body);
    (got.status, json.unwrap_or_else(|_| panic!("{address}: {}", got.body)))
}

#[test]
fn a_program_sees_what_is_needed_does_it_and_downloads() {
    on_both(async |desk| {
        let mut cast = Cast::of(desk).await;
        cast.add(desk, ("certificate/main", ""), ("main.pdf", &pdf())).await;
        cast.add(desk, ("report/asked", ""), ("pentest.pdf", &pdf())).await;
        cast.agree_on(desk, "0", "Terms of reading.").await;
        let fields = [("token-name", "program"), ("read", "on"), ("write", "on"), ("days", "30")];
        let got = desk.post(&mut cast.reader, "/account/tokens", &fields).await;
        let token = got.between("<code translate=\"no\">att_", "</code>");
        let program = Browser { token: Some(format!("att_{token}")), ..Browser::default() };
        let base = format!("/api/v1/documents/{}", cast.fabrikam);
        let none = Json::Null;
        let (status, all) = ask(desk, &program, ("GET", &base), &none).await;
        assert_eq!(status, StatusCode::OK, "{all}");
        let needed = |all: &Json| -> Vec<String> {
            let all = all["documents"].as_array().expect("a list").iter();
            all.map(|it| format!("{} {}", it["item"], it["needed"])).collect()
        };
        assert_eq!(needed(&all), ["\"main\" \"nothing\"", "\"asked\" \"accept\""]);
        let file = format!("{base}/report/asked/file");
        let (status, no) = ask(desk, &program, ("GET", &file), &none).await;
        assert_eq!(status, StatusCode::CONFLICT);
        assert!(no["detail"].as_str().is_some_and(|it| it.ends_with("accept")), "{no}");
        let (_, it) = ask(desk, &program, ("GET", &format!("{base}/agreement")), &none).await;
        assert_eq!((&it["version"], &it["accepted"]), (&json!(1), &Json::Null));
        let accept = format!("{base}/acceptances");
        let (status, _) = ask(desk, &program, ("POST", &accept), &json!({"version": 2})).await;
        assert_eq!(status, StatusCode::CONFLICT);
        let (status, _) = ask(desk, &program, ("POST", &accept), &json!({"version": 1})).await;
        assert_eq!(status, StatusCode::CREATED);
        let requests = format!("{base}/report/asked/requests");
        let (status, no) = ask(desk, &program, ("POST", &requests), &json!({"purpose": ""})).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{no}");
        let purpose = json!({"purpose": "Yearly review"});
        let (status, it) = ask(desk, &program, ("POST", &requests), &purpose).await;
        assert_eq!((status, &it["needed"]), (StatusCode::CREATED, &json!("wait")));
        let (status, _) = ask(desk, &program, ("POST", &requests), &purpose).await;
        assert_eq!(status, StatusCode::CONFLICT, "there is one request at a time");
        let request = cast.waiting(desk).await;
        let grant = [("request", request.as_str()), ("do", "grant"), ("days", "30")];
        desk.post(&mut cast.publisher, "/offerings/requests", &grant).await;
        let (_, all) = ask(desk, &program, ("GET", &base), &none).await;
        assert_eq!(all["documents"][1]["granted_until"], "2026-12-22");
        let (status, _, bytes) = desk.bytes(&program, &file).await;
        assert_eq!((status, mark_of(&bytes).contains("Northwind")), (StatusCode::OK, true));
        let (status, _) = ask(desk, &program, ("GET", "/api/v1/documents/nobody"), &none).await;
        assert_eq!(status, StatusCode::NOT_FOUND);
    });
}
