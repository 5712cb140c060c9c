//! Systems of customers by API.

use serde_json::json;

use super::Office;
use crate::actions::trust::samples::publish;
use crate::web::systems::tests::portal;

fn office() -> Office {
    let office = Office::new(None);
    let portals = &office.site.portals;
    office.waiting.on(publish(portals, "fabrikam", &portal("harbor", "harbor")));
    office
}

#[test]
fn a_system_is_made_once_changed_behind_its_tag_and_ended() {
    let office = office();
    let uses = json!([{"organization": "fabrikam", "service": "tidewater", "cloud": "public"}]);
    let body = json!({"name": "The shop", "uses": uses}).to_string();
    let fields = [("content-type", "application/json"), ("idempotency-key", "one")];
    let ask = |fields: &[(&str, &str)]| {
        office.ask("customer", ("POST", "/api/v1/systems"), fields, body.as_bytes())
    };
    let made = ask(&fields);
    assert_eq!((made.status, made.header("etag")), (201, "\"1\""), "{}", made.body);
    let again = ask(&fields);
    assert_eq!((again.status, again.body.as_str()), (201, made.body.as_str()));
    assert_eq!(again.header("idempotency-replayed"), "true");
    let list = office.get("customer", "/api/v1/systems").json();
    assert_eq!(list["systems"].as_array().map(Vec::len), Some(1));
    let path = format!("/api/v1/systems/{}", made.json()["id"].as_str().expect("an id"));
    let own = json!([{"framework": "iso27001-2022", "control": "A.5.1", "text": "Ours."}]);
    let change = json!({"own": own}).to_string();
    let patch = |tag: &str| {
        let fields = [("content-type", "application/json"), ("if-match", tag)];
        office.ask("customer", ("PATCH", &path), &fields, change.as_bytes())
    };
    let changed = patch("\"1\"");
    assert_eq!((changed.status, changed.header("etag")), (200, "\"2\""), "{}", changed.body);
    let late = patch("\"1\"");
    assert_eq!((late.status, late.header("etag")), (412, "\"2\""), "{}", late.body);
    assert_eq!(office.get("customer", &path).json()["own"], own);
    for who in ["publisher", "rival"] {
        assert_eq!(office.get(who, &path).status, 404, "{who}");
    }
    assert_eq!(office.get("analyst", &path).status, 403);
    assert_eq!(office.get("", &path).status, 401);
    let ended = office.ask("customer", ("DELETE", &path), &[("if-match", "\"1\"")], b"");
    assert_eq!(ended.status, 412, "{}", ended.body);
    assert_eq!(office.ask("customer", ("DELETE", &path), &[], b"").status, 204);
    assert_eq!(office.get("customer", &path).status, 404);
}

#[test]
fn what_it_rests_on_and_what_that_covers_are_told() {
    let office = office();
    let uses = json!([{"organization": "fabrikam", "service": "tidewater", "cloud": "public"}]);
    let made = office.post("customer", "/api/v1/systems", &json!({"name": "Shop", "uses": uses}));
    let path = format!("/api/v1/systems/{}", made.json()["id"].as_str().expect("an id"));
    let told = office.get("customer", &format!("{path}/inheritance?on=2026-11-23")).json();
    assert_eq!((told["shared"].as_u64(), told["lacks_own_text"].as_u64()), (Some(1), Some(1)));
    assert_eq!(told["controls"].as_array().map(Vec::len), Some(93));
    assert_eq!(told["controls"][0]["layers"][0]["certificate"], "main");
    let later = office.get("customer", &format!("{path}/inheritance?on=2028-03-02")).json();
    assert_eq!(later["needs_review"].as_u64(), Some(1));
    let covered = office.get("customer", &format!("{path}/coverage?to=iso27001-2013")).json();
    assert_eq!(covered["items"].as_array().map(Vec::len), Some(114));
    let open = covered["open"].as_u64().expect("a number");
    assert!(open < 114, "the shared control covers something: {open}");
    for query in
        ["/coverage", "/coverage?to=soc2", "/inheritance?framework=x", "/inheritance?on=x", "?x=1"]
    {
        let got = office.get("customer", &format!("{path}{query}"));
        assert_eq!(got.status, 400, "{query}: {}", got.body);
    }
    for body in [
        json!({}),
        json!({"name": ""}),
        json!({"name": "Shop", "uses": [{"organization": "x", "service": "y", "cloud": "z"}]}),
        json!({"name": "Shop", "own": [{"framework": "x", "control": "y", "text": "z"}]}),
        json!({"name": "Shop", "uses": [{"organization": "x", "service": "two words", "cloud": "z"}]}),
        json!({"name": "Shop", "more": 1}),
    ] {
        let got = office.post("customer", "/api/v1/systems", &body);
        assert_eq!(got.status, 422, "{body}: {}", got.body);
    }
    let list = office.get("customer", "/api/v1/systems").json();
    assert_eq!(list["systems"].as_array().map(Vec::len), Some(1), "nothing was half made");
}
