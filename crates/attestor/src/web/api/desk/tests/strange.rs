//! Requests that nobody meant so: refused in words, and never a failure of the server.

use serde_json::json;

use super::{Office, postgres};

fn all(office: &Office) {
    let case = office.open("publisher", "S1");
    let acts = format!("/api/v1/cases/{case}/acts");
    let form = [("content-type", "application/json")];
    for (body, status) in [
        ("", 400),
        ("{", 400),
        ("[]", 422),
        ("null", 422),
        (r#""consent""#, 422),
        (r#"{"act": "dance"}"#, 422),
        (r#"{"act": "consent", "more": 1}"#, 422),
        (r#"{"act": "state", "statement": "two words", "holds": true}"#, 422),
        (r#"{"act": "state", "statement": "a\u0000b", "holds": true}"#, 422),
        (r#"{"act": "state", "statement": 7, "holds": true}"#, 422),
        (
            r#"{"act": "say", "said": {"about": "case", "visibility": "shared", "words": "a\u0000b"}}"#,
            422,
        ),
        (r#"{"act": "cancel_pentest", "fee_percent": 256}"#, 422),
        (r#"{"act": "cancel_pentest", "fee_percent": 1e99}"#, 422),
        (r#"{"act": "cancel_pentest", "fee_percent": -1}"#, 422),
        (r#"{"act": "book_pentest", "starts_on": "2026-02-30"}"#, 422),
        (r#"{"act": "verify", "verification": {"verified": {"partner_id": "1", "x": 2}}}"#, 422),
        (r#"{"act": "confirm", "assessment": "abc"}"#, 422),
        (
            r#"{"act": "scope_pentest", "firm": "F", "days": 1, "day_rate": 18446744073709551616, "currency": "EUR"}"#,
            422,
        ),
    ] {
        let got = office.ask("publisher", ("POST", &acts), &form, body.as_bytes());
        assert_eq!(got.status, status, "{body}: {}", got.body);
        assert_eq!(got.header("content-type"), "application/problem+json", "{body}");
    }
    let deep = "[".repeat(10_000);
    assert_eq!(office.ask("publisher", ("POST", &acts), &form, deep.as_bytes()).status, 422);
    assert_eq!(office.ask("publisher", ("POST", &acts), &form, b"{\"act\": \"\xff\"}").status, 400);
    assert_eq!(office.ask("publisher", ("POST", &acts), &[], b"{}").status, 415);
    let long = json!({"act": "withdraw", "reason": "x".repeat(70_000)}).to_string();
    assert_eq!(office.ask("publisher", ("POST", &acts), &form, long.as_bytes()).status, 413);
    let nul = json!({"app": {"id": "a\0b", "name": "n"}, "framework": "small-team-baseline"});
    assert_eq!(office.post("publisher", "/api/v1/cases", &nul).status, 422);
    let upload = json!({"name": "a\0b.txt", "size_bytes": 3});
    assert_eq!(
        office.post("publisher", &format!("/api/v1/cases/{case}/uploads"), &upload).status,
        422
    );
    for path in [
        "/api/v1/cases/%00",
        "/api/v1/cases/%FF",
        "/api/v1/cases/nothing",
        "/api/v1/cases?q=%00",
        "/api/v1/cases?stage=lost",
        "/api/v1/cases?limit=0",
        "/api/v1/cases?limit=99999999999999999999",
        "/api/v1/cases?after=!!!",
        "/api/v1/cases?after=AAAA",
        "/api/v1/cases?open=maybe",
        "/api/v1/cases?limit=1&limit=2",
        "/api/v1/cases?tier=gold",
        "/api/v1/organizations/%00/members",
        "/api/v1/tokens/%00",
    ] {
        let got = office.get("publisher", path);
        assert!((400..500).contains(&got.status), "{path}: {} {}", got.status, got.body);
        assert_eq!(got.header("content-type"), "application/problem+json", "{path}");
    }
    let record = office.get("lead", "/api/v1/record?after=-1");
    assert_eq!(record.status, 400);
    assert_eq!(office.ask("publisher", ("PUT", "/api/v1/me"), &[], b"").status, 405);
}

#[test]
fn what_nobody_meant_so_is_refused_on_sqlite() {
    all(&Office::new(None));
}

#[test]
fn what_nobody_meant_so_is_refused_on_postgres() {
    let Some(place) = postgres() else { return };
    all(&Office::new(Some(place)));
}

#[test]
fn changes_of_other_sites_are_refused() {
    let office = Office::new(None);
    let fields = |site: &'static str| {
        [
            ("content-type", "application/json"),
            ("cookie", "__Host-attestor_session=owner"),
            ("sec-fetch-site", site),
        ]
    };
    let new = br#"{"name": "Contoso", "kind": "publisher"}"#;
    let address = ("POST", "/api/v1/organizations");
    assert_eq!(office.ask("", address, &fields("cross-site"), new).status, 403);
    assert_eq!(office.ask("", address, &fields("same-origin"), new).status, 201);
}
