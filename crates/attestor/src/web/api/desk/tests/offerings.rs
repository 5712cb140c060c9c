//! The own portal by REST, on both databases.

use serde_json::{Value as Json, json};

use super::{Office, postgres};
use crate::web::offerings::tests::PORTAL;

/// A text whose languages disagree.
const TEXTS: &str = "
texts:
- id: greeting
  locale: en-US
  body: There are 93 items.
  translations:
  - {locale: ko-KR, body: 114, provenance: human}
";

fn files(text: &str) -> Json {
    json!({"files": [{"name": "portal.yaml", "text": text}]})
}

fn journey(office: &Office) {
    let place = "/api/v1/offerings";
    assert_eq!(office.get("publisher", place).json(), json!({"versions": []}));
    assert_eq!(office.get("customer", place).status, 403);
    assert_eq!(office.get("analyst", place).status, 403);
    let bad = PORTAL.replace("offering: iso, kind", "offering: ios, kind");
    let got = office.post("publisher", place, &files(&bad));
    assert_eq!(got.status, 422);
    assert_eq!(got.json()["errors"][0]["parameter"], "portal.yaml:24");
    assert_eq!(office.get("publisher", place).json(), json!({"versions": []}), "nothing was kept");
    let form = [("content-type", "application/json"), ("idempotency-key", "one")];
    let body = files(&format!("{PORTAL}{TEXTS}")).to_string();
    let made = office.ask("publisher", ("POST", place), &form, body.as_bytes());
    assert_eq!(made.status, 201, "{}", made.body);
    let again = office.ask("publisher", ("POST", place), &form, body.as_bytes());
    assert_eq!((again.status, again.json()), (201, made.json()), "a repeated request does nothing");
    let draft = made.json();
    assert_eq!((&draft["number"], &draft["state"]), (&json!(1), &json!("draft")));
    assert_eq!(draft["findings"].as_array().map(Vec::len), Some(1));
    publishing(office, &draft);
}

fn publishing(office: &Office, draft: &Json) {
    let publish = "/api/v1/offerings/1/publish";
    assert_eq!(office.post("rival", publish, &json!({})).status, 404, "it is another's");
    assert_eq!(office.post("publisher", publish, &json!({})).status, 422);
    let wrong = json!({"findings_digest": "sha256:0"});
    assert_eq!(office.post("publisher", publish, &wrong).status, 422);
    let right = json!({"findings_digest": draft["findings_digest"]}).to_string();
    let stale = [("content-type", "application/json"), ("if-match", "\"1-published\"")];
    let got = office.ask("publisher", ("POST", publish), &stale, right.as_bytes());
    assert_eq!(got.status, 412, "{}", got.body);
    let fresh = [("content-type", "application/json"), ("if-match", "\"1-draft\"")];
    let got = office.ask("publisher", ("POST", publish), &fresh, right.as_bytes());
    assert_eq!((got.status, got.header("etag")), (200, "\"1-published\""), "{}", got.body);
    assert_eq!(office.post("publisher", publish, &json!({})).status, 409);
    let one = office.get("publisher", "/api/v1/offerings/1");
    assert_eq!(one.json()["state"], "published");
    for strange in ["/api/v1/offerings/2", "/api/v1/offerings/x", "/api/v1/offerings/-1"] {
        assert_eq!(office.get("publisher", strange).status, 404, "{strange}");
    }
    let list = office.get("publisher", "/api/v1/offerings").json();
    assert_eq!(list["versions"][0]["accepted"], draft["findings_digest"]);
}

#[test]
fn a_portal_is_drafted_and_published_by_programs() {
    journey(&Office::new(None));
    let Some(place) = postgres() else { return };
    journey(&Office::new(Some(place)));
}
