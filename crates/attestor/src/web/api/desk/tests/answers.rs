//! Tags, keys, lists, uploads.

use axum::body::{Body, to_bytes};
use axum::http::Request;
use futures_util::future::join_all;
use serde_json::{Value as Json, json};
use tower::ServiceExt as _;

use super::journey::started;
use super::{Office, opening, postgres};

#[test]
fn others_acts_since_the_tag_are_412_and_tell_what_is_now() {
    let office = Office::new(None);
    let case = office.open("publisher", "B1");
    let path = format!("/api/v1/cases/{case}");
    let first = office.get("publisher", &path);
    let tag = first.header("etag").to_owned();
    let same = office.ask("publisher", ("GET", &path), &[("if-none-match", &tag)], b"");
    assert_eq!((same.status, same.body.as_str()), (304, ""));
    assert_ne!(office.get("analyst", &path).header("etag"), tag, "another view");
    let say = |tag: &str| {
        let act = json!({"act": "consent"}).to_string();
        let fields = [("content-type", "application/json"), ("if-match", tag)];
        office.ask("publisher", ("POST", &format!("{path}/acts")), &fields, act.as_bytes())
    };
    let done = say(&tag);
    assert_eq!(done.status, 200, "{}", done.body);
    let outdated = say(&tag);
    assert_eq!((outdated.status, outdated.kind().as_str()), (412, "precondition-failed"));
    assert_eq!(outdated.json()["now"]["number"], 2);
    assert_eq!(outdated.json()["now"]["etag"], outdated.header("etag"));
    assert_eq!(outdated.header("etag"), done.header("etag"));
    // A tag of yesterday names the same acts.
    office.clock.advance_days(1);
    assert_ne!(office.get("publisher", &path).header("etag"), done.header("etag"));
    assert_eq!(say(outdated.header("etag")).status, 200);
    assert_eq!(say("\"nonsense\"").status, 412);
    assert_eq!(say("*").status, 200);
}

fn repeated(office: &Office) {
    let open = |key: &str, app: &str| {
        let fields = [("content-type", "application/json"), ("idempotency-key", key)];
        let body = opening(app, "small-team-baseline").to_string();
        office.ask("publisher", ("POST", "/api/v1/cases"), &fields, body.as_bytes())
    };
    let first = open("k-1", "C1");
    assert_eq!(first.status, 201, "{}", first.body);
    let again = open("k-1", "C1");
    assert_eq!((again.status, &again.body), (201, &first.body));
    assert_eq!(again.header("idempotency-replayed"), "true");
    let other = open("k-1", "C2");
    assert_eq!((other.status, other.kind().as_str()), (422, "key-used"));
    let case = first.json()["case"].as_str().unwrap().to_owned();
    let act = |key: &str| {
        let fields = [("content-type", "application/json"), ("idempotency-key", key)];
        let said = json!({"act": "say", "said": {"about": "case", "visibility": "shared", "words": "Hello."}});
        let path = format!("/api/v1/cases/{case}/acts");
        office.ask("publisher", ("POST", &path), &fields, said.to_string().as_bytes())
    };
    let (one, two) = (act("k-2"), act("k-2"));
    assert_eq!((one.status, &one.body), (200, &two.body));
    assert_eq!(act("k-3").json()["number"], 3, "another key does it again");
    let threads = office.get("publisher", &format!("/api/v1/cases/{case}/threads")).json();
    assert_eq!(threads["threads"].as_array().unwrap().len(), 2);
    // After a day the key is new.
    office.clock.advance(24 * 60 * 60);
    assert_eq!(act("k-2").json()["number"], 4);
    assert_eq!(open("two words", "C3").status, 400);
}

#[test]
fn a_repeated_request_gets_the_same_answer_and_does_nothing_on_sqlite() {
    repeated(&Office::new(None));
}

#[test]
fn a_repeated_request_gets_the_same_answer_and_does_nothing_on_postgres() {
    let Some(place) = postgres() else { return };
    repeated(&Office::new(Some(place)));
}

#[test]
fn a_refused_request_keeps_no_answer() {
    let office = Office::new(None);
    let case = office.open("publisher", "C4");
    let start = || {
        let fields = [("content-type", "application/json"), ("idempotency-key", "k")];
        let path = format!("/api/v1/cases/{case}/acts");
        office.ask("publisher", ("POST", &path), &fields, br#"{"act": "start"}"#)
    };
    let refused = start();
    assert_eq!((refused.status, refused.kind().as_str()), (422, "refused-not-startable"));
    let reasons = refused.json()["reasons"].clone();
    assert!(reasons.as_array().unwrap().iter().any(|it| it["rule"] == "consent-missing"));
    assert!(reasons[0]["text"].as_str().unwrap().ends_with('.'), "{reasons}");
    assert_eq!(start().header("idempotency-replayed"), "");
}

#[test]
fn secrets_are_shown_once() {
    let office = Office::new(None);
    let cookie = [
        ("content-type", "application/json"),
        ("cookie", "__Host-attestor_session=publisher"),
        ("sec-fetch-site", "same-origin"),
        ("idempotency-key", "t"),
    ];
    let wanted = json!({"name": "Uploads", "scopes": ["read", "write"], "days": 30}).to_string();
    let make = || office.ask("", ("POST", "/api/v1/tokens"), &cookie, wanted.as_bytes());
    let made = make();
    assert_eq!(made.status, 201, "{}", made.body);
    let token = made.json()["token"].as_str().unwrap().to_owned();
    assert_eq!(make().json(), json!({}));
    let me = office.get(token.strip_prefix("att_").unwrap(), "/api/v1/me").json();
    assert_eq!((&me["role"], &me["scopes"]), (&json!("publisher"), &json!(["read", "write"])));
    let by_token =
        office.post("publisher", "/api/v1/tokens", &serde_json::from_str(&wanted).unwrap());
    assert_eq!(by_token.status, 403);
    let list = office.get("publisher", "/api/v1/tokens").json();
    let id = list["tokens"].as_array().unwrap().iter().find(|it| it["name"] == "Uploads").unwrap();
    let path = format!("/api/v1/tokens/{}", id["id"].as_str().unwrap());
    assert_eq!(office.ask("publisher", ("DELETE", &path), &[], b"").status, 204);
    assert_eq!(office.get(token.strip_prefix("att_").unwrap(), "/api/v1/me").status, 401);
}

/// Several requests with one key at the same time make one thing, and get the same answer but for
/// what is shown once.
fn made_once(office: &Office) {
    let owner = "__Host-attestor_session=owner";
    let ask = |path: &str, key: &str, body: Json| {
        let requests = (0..6).map(|_| {
            let request = Request::builder()
                .method("POST")
                .uri(path)
                .header("content-type", "application/json")
                .header("cookie", owner)
                .header("sec-fetch-site", "same-origin")
                .header("idempotency-key", key);
            let request = request.body(Body::from(body.to_string())).unwrap();
            let app = office.app.clone();
            async move {
                let (head, body) = app.oneshot(request).await.unwrap().into_parts();
                let bytes = to_bytes(body, usize::MAX).await.unwrap();
                assert_eq!(head.status, 201, "{}", String::from_utf8_lossy(&bytes));
                serde_json::from_slice::<Json>(&bytes).unwrap()
            }
        });
        office.waiting.on(join_all(requests))
    };
    let shown =
        |answers: &[Json], name: &str| answers.iter().filter(|it| it[name].is_string()).count();
    let token = json!({"name": "Once", "scopes": ["read"], "days": 3});
    assert_eq!(shown(&ask("/api/v1/tokens", "o-1", token), "token"), 1);
    let tokens = office.get("owner", "/api/v1/tokens").json();
    let all = tokens["tokens"].as_array().unwrap();
    assert_eq!(all.iter().filter(|it| it["name"] == "Once").count(), 1);
    let path = "/api/v1/organizations/contoso/invitations";
    let invitation = json!({"role": "publisher", "email": "once@example.org"});
    assert_eq!(shown(&ask(path, "o-2", invitation), "url"), 1);
    let open = office.get("owner", path).json();
    assert_eq!(open["invitations"].as_array().unwrap().len(), 1, "{open}");
    let organization = json!({"name": "Once", "kind": "publisher"});
    let made = ask("/api/v1/organizations", "o-3", organization);
    assert!(made.iter().all(|it| *it == made[0] && it["id"].is_string()), "{made:?}");
    let all = office.get("owner", "/api/v1/organizations").json();
    let all = all["organizations"].as_array().unwrap();
    assert_eq!(all.iter().filter(|it| it["name"] == "Once").count(), 1);
    // Another request with the key is refused, and nothing that was refused stays.
    let fields = [
        ("content-type", "application/json"),
        ("cookie", owner),
        ("sec-fetch-site", "same-origin"),
        ("idempotency-key", "o-2"),
    ];
    let other = office.ask("", ("POST", path), &fields, br#"{"role": "publisher"}"#);
    assert_eq!((other.status, other.kind().as_str()), (422, "key-used"));
    let entries = office.waiting.on(office.site.people.store().entries_after(0, 1_000)).unwrap();
    let count = |kind: &str| entries.iter().filter(|it| it.kind == kind).count();
    assert_eq!((count("token_made"), count("invited"), count("organization_made")), (1, 1, 1));
}

#[test]
fn a_key_makes_one_token_invitation_and_organization_on_sqlite() {
    made_once(&Office::new(None));
}

#[test]
fn a_key_makes_one_token_invitation_and_organization_on_postgres() {
    let Some(place) = postgres() else { return };
    made_once(&Office::new(Some(place)));
}

#[test]
fn lists_come_in_parts_that_join_without_gaps() {
    let office = Office::new(None);
    let mut all: Vec<String> =
        (0..5).map(|it| office.open("publisher", &format!("L{it}"))).collect();
    office.open("rival", "L9");
    let (mut path, mut found) = ("/api/v1/cases?limit=2&open=true".to_owned(), Vec::new());
    loop {
        let got = office.get("publisher", &path);
        assert_eq!(got.status, 200, "{}", got.body);
        assert_eq!(got.header("cache-control"), "no-store");
        let list = got.json();
        found.extend(
            list["cases"]
                .as_array()
                .unwrap()
                .iter()
                .map(|it| it["id"].as_str().unwrap().to_owned()),
        );
        let link = got.header("link").to_owned();
        let Some(next) = link.strip_prefix("<https://desk.example.org") else {
            assert_eq!(list["cursor"], Json::Null);
            break;
        };
        path = next.strip_suffix(">; rel=\"next\"").unwrap().to_owned();
    }
    all.sort();
    found.sort();
    assert_eq!(found, all);
    let count = |who: &str, query: &str| {
        let got = office.get(who, &format!("/api/v1/cases?{query}"));
        assert_eq!(got.status, 200, "{}", got.body);
        got.json()["cases"].as_array().unwrap().len()
    };
    assert_eq!(count("analyst", ""), 6);
    assert_eq!(count("analyst", "organization_id=fabrikam"), 1);
    assert_eq!(count("analyst", "analyst=me"), 0);
    assert_eq!(count("publisher", "q=app%20l3"), 1);
    assert_eq!(count("publisher", "stage=certified"), 0);
    assert_eq!(count("publisher", "whose_move=publisher"), 5);
    assert_eq!(office.get("publisher", "/api/v1/cases?organization_id=fabrikam").status, 403);
}

#[test]
fn an_upload_goes_on_after_a_cut_and_comes_back_as_an_attachment() {
    let office = Office::new(None);
    let case = started(&office, "U1");
    let path = format!("/api/v1/cases/{case}/uploads");
    let bytes = b"One line.\nAnother line.\n";
    let begun =
        office.post("publisher", &path, &json!({"name": "a b.txt", "size_bytes": bytes.len()}));
    let upload = format!("{path}/{}", begun.json()["id"].as_str().unwrap());
    assert_eq!(begun.header("location"), format!("https://desk.example.org{upload}"));
    let send = |offset: &str, piece: &[u8]| {
        office.ask("publisher", ("PATCH", &upload), &[("upload-offset", offset)], piece)
    };
    assert_eq!(send("0", &bytes[..9]).header("upload-offset"), "9");
    let wrong = send("0", bytes);
    assert_eq!((wrong.status, wrong.kind().as_str()), (409, "upload-wrong-offset"));
    assert_eq!(wrong.header("upload-offset"), "9");
    let early = office.ask("publisher", ("POST", &format!("{upload}/finish")), &[], b"");
    assert_eq!((early.status, early.kind().as_str()), (409, "upload-incomplete"));
    assert_eq!(office.get("publisher", &upload).json()["offset"], 9);
    assert_eq!(office.get("reader", &upload).status, 404, "of another account");
    assert_eq!(office.get("analyst", &upload).status, 404);
    assert_eq!(send("9", &bytes[9..]).status, 204);
    let done = office.ask(
        "publisher",
        ("POST", &format!("{upload}/finish")),
        &[("idempotency-key", "f")],
        b"",
    );
    let again = office.ask(
        "publisher",
        ("POST", &format!("{upload}/finish")),
        &[("idempotency-key", "f")],
        b"",
    );
    assert_eq!((done.status, &done.body), (200, &again.body));
    let file = done.json();
    let given = format!("/api/v1/cases/{case}/files/{}", file["digest"].as_str().unwrap());
    assert_eq!(office.get("publisher", &given).status, 404, "no act names it yet");
    let mut named = file.clone();
    named["size_bytes"] = json!(1);
    named["media_type"] = json!("text/html");
    let piece = json!({"file": named, "kind": "record", "form": "document", "captured_on": "2026-11-20", "targets": [{"control": "BASE-ACC-02"}]});
    office.act("publisher", &case, &json!({"act": "add_evidence", "piece": piece}));
    let shown = office.get("analyst", &format!("/api/v1/cases/{case}/evidence")).json();
    assert_eq!(shown["evidence"][0]["file"], file, "size and type are the server's");
    let got = office.get("analyst", &given);
    assert_eq!((got.status, got.body.as_bytes()), (200, &bytes[..]));
    assert_eq!(got.header("content-disposition"), "attachment; filename*=UTF-8''a%20b%2Etxt");
    assert_eq!(office.get("rival", &given).status, 404);
}

#[test]
fn a_refused_upload_leaves_nothing_but_an_entry_of_the_record() {
    let office = Office::new(None);
    let case = office.open("publisher", "U2");
    let path = format!("/api/v1/cases/{case}/uploads");
    let large = office.post("publisher", &path, &json!({"name": "a.txt", "size_bytes": 100_001}));
    assert_eq!((large.status, large.kind().as_str()), (422, "upload-too-large"));
    let program = b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0\x3e\0\x01\0\0\0 and so on";
    let begun =
        office.post("publisher", &path, &json!({"name": "a.txt", "size_bytes": program.len()}));
    let upload = format!("{path}/{}", begun.json()["id"].as_str().unwrap());
    let sent = office.ask("publisher", ("PATCH", &upload), &[("upload-offset", "0")], program);
    let judged = if sent.status == 204 {
        office.ask("publisher", ("POST", &format!("{upload}/finish")), &[], b"")
    } else {
        sent
    };
    assert_eq!((judged.status, judged.kind().as_str()), (422, "upload-executable"));
    assert_eq!(office.get("publisher", &upload).status, 404);
    let record = office.get("lead", "/api/v1/record?limit=200").json();
    let entries = record["entries"].as_array().unwrap();
    let codes: Vec<&Json> = entries
        .iter()
        .filter(|it| it["subject"] == "upload")
        .map(|it| &it["content"]["code"])
        .collect();
    assert_eq!(codes, ["upload_too_large", "upload_executable"]);
    let unknown = "0".repeat(64);
    let file = json!({"digest": unknown, "name": "a.txt"});
    let add = json!({"act": "add_document", "kind": "app-description", "file": file});
    let refused = office.try_act("publisher", &case, &add);
    assert_eq!((refused.status, refused.kind().as_str()), (422, "refused-not-there"));
}
