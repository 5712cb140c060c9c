//! The pages of the demo's portal as readers get them.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use tower::ServiceExt as _;

use crate::actions::{demo_desk, demo_trust};
use crate::runtime::Waiting;
use crate::store::trust::documents::DocumentRow;
use crate::store::{Missing, Place, Store};
use crate::web::serve::Settings;
use crate::web::{self, Site};

/// What a reader gets.
struct Got {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

fn settings() -> Settings {
    Settings {
        public_url: "https://catalog.example.org".to_owned(),
        contact: None,
        request_timeout: Duration::from_secs(10),
        header_timeout: Duration::from_secs(10),
        max_body: 1024,
        max_connections: 1,
        grace: Duration::ZERO,
    }
}

/// Puts a row of a document behind one report.
async fn put_document(site: &Site) {
    let row = DocumentRow {
        document_id: "one".to_owned(),
        organization_id: "harborline".to_owned(),
        item_kind: "report".to_owned(),
        item_id: "report-harborline-133".to_owned(),
        access: "agreement".to_owned(),
        state: "published".to_owned(),
        name: "soa.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        size_bytes: 1,
        file_digest: String::new(),
        added_at: "2026-11-22T09:00:00Z".to_owned(),
        added_by: "demo-publisher".to_owned(),
        ended_at: None,
    };
    let mut work = site.portals.store().begin().await.expect("begun");
    work.put_document(&row).await.expect("a row");
    work.commit().await.expect("kept");
}

/// Asks a site whose publisher has the demo's portal, or none.
fn ask(published: bool, requests: &[(&str, &[(&str, &str)])]) -> Vec<Got> {
    let folder = tempfile::tempdir().expect("a folder");
    let place = Place::Folder(folder.path().to_owned());
    Waiting::new().expect("a runtime").on(async {
        let store = Store::open(&place, Missing::Made).await.expect("a store");
        let site = Site::new(store, &settings()).expect("a site");
        assert!(site.people.add_demo(&demo_desk::organizations()).await.expect("people"));
        if published {
            let done = demo_trust::publish(&site.portals).await;
            assert!(done.expect("published"));
            let again = demo_trust::publish(&site.portals).await;
            assert!(!again.expect("nothing new"), "the same is not published twice");
            put_document(&site).await;
        }
        let app = web::router(Arc::new(site));
        let mut all = Vec::new();
        for (address, fields) in requests {
            let mut request = Request::builder().uri(*address);
            for (name, value) in *fields {
                request = request.header(*name, *value);
            }
            let request = request.body(Body::empty()).expect("a request");
            let (head, body) = app.clone().oneshot(request).await.expect("an answer").into_parts();
            let bytes = to_bytes(body, usize::MAX).await.expect("a body");
            let body = String::from_utf8(bytes.to_vec()).expect("a text");
            all.push(Got { status: head.status, headers: head.headers, body });
        }
        all
    })
}

fn page(address: &str) -> String {
    let got = ask(true, &[(address, &[])]).remove(0);
    assert_eq!(got.status, StatusCode::OK, "{address}");
    got.body
}

fn has_all(body: &str, wanted: &[&str]) {
    for words in wanted {
        assert!(body.contains(words), "{words}\n{body}");
    }
}

const STANDARD: &str = "/en-us/trust/harborline/harborline-iso27001-2022";
/// What the site says of a translation whose source has changed.
const STALE: &str = "번역 이후 원문이 변경됨";
const FORMER: &str = "/ko-kr/trust/harborline/harborline-iso27001-2013";

#[test]
fn providers_are_listed_with_their_standards() {
    let body = page("/en-us/trust");
    has_all(&body, &["Harborline Software", "1 provider", "2 certificates hold", "Audit overdue"]);
    let none = ask(false, &[("/en-us/trust", &[])]).remove(0);
    has_all(&none.body, &["Nobody has published a portal yet"]);
}

#[test]
fn a_trust_center_says_what_presses_and_where_documents_are() {
    let body = page("/en-us/trust/harborline");
    has_all(
        &body,
        &[
            "Certificate HS 710246 ends on",
            "Certificate HS 710301 names no last day",
            "the next audit was due by November 15, 2025",
            "/documents/harborline/report/report-harborline-133",
            "After approval",
            "/api/v1/trust/harborline/oscal",
        ],
    );
}

#[test]
fn a_standard_shows_all_states_and_no_draft() {
    let body = page(STANDARD);
    has_all(
        &body,
        &[
            "Holds",
            "Ends in 65 days",
            "Expired",
            "Replaced",
            "Withdrawn",
            "Without an end date",
            "Not yet in force",
            "Lighthouse Certification",
            "Part of Port platform",
            "Ledgerline",
            "Left on",
            "for one country",
            "/documents/harborline/report/report-harborline-133",
            "91 of 93 items apply",
            "Security policy set",
            "The languages of 3 texts",
            "action=\"/watching\"",
            "<svg class=\"timeline\"",
            "For purchase",
        ],
    );
    let without = "/documents/harborline/certificate/certificate-harborline-121";
    for hidden in ["beacon-next", "next ISO 27001", "Cables run", "trust/quay-audit", without] {
        assert!(!body.contains(hidden), "{hidden}");
    }
    let services = body.find("id=\"services\"").expect("services");
    let order = ["id=\"certificates\"", "id=\"reports\"", "id=\"questions\"", "id=\"resources\""];
    let places: Vec<_> = order.iter().map(|it| body.find(it).expect("a section")).collect();
    assert!(places.is_sorted() && services < places[0], "{places:?}");
}

#[test]
fn both_languages_stand_row_by_row_with_what_they_disagree_about() {
    let body = page(&format!("{STANDARD}?view=both"));
    has_all(
        &body,
        &[
            "<span lang=\"ko-KR\">부속서에는 114개의 통제 항목이",
            "<span lang=\"en-US\">Its annex lists 93 controls",
            "Numbers differ: 93 | 114",
            "Editions differ: 2022 | 2013",
            "Links differ: https://harborline.example/calendar | https://harborline.example/ko/calendar",
            "Translated by a person",
            "Translated by a machine",
        ],
    );
    // Every pair of the page stands there in both languages; titles of services alone do not.
    let pairs = body.matches("<span lang=\"ko-KR\">").count();
    assert!(pairs >= 66, "{pairs}");
}

#[test]
fn a_reader_gets_the_own_language_and_is_told_what_is_not_in_it() {
    let body = page(FORMER);
    has_all(
        &body,
        &[
            "다음 판으로 옮길 때까지",
            "번역되지 않음",
            "<span lang=\"en-US\">Documents of this edition are kept for ten years.",
            "감사 기한 지남",
            STALE,
            "판 종료됨",
        ],
    );
    let french = page("/fr-fr/trust/harborline/harborline-iso27001-2022");
    has_all(&french, &["n’est pas rédigé dans votre langue", "Its annex lists 93 controls"]);
}

#[test]
fn what_is_not_there_is_not_found() {
    for (address, status) in [
        ("/en-us/trust/nobody", StatusCode::NOT_FOUND),
        ("/en-us/trust/contoso", StatusCode::NOT_FOUND),
        ("/en-us/trust/harborline/other", StatusCode::NOT_FOUND),
        ("/en-us/trust/harborline/harborline-iso27001-2022?view=all", StatusCode::BAD_REQUEST),
        ("/trust/harborline", StatusCode::FOUND),
    ] {
        let got = ask(true, &[(address, &[])]).remove(0);
        assert_eq!(got.status, status, "{address}");
    }
}

#[test]
fn a_page_that_a_client_has_is_not_sent_again() {
    let first = ask(true, &[(STANDARD, &[]), ("/en-us/trust", &[])]);
    let tag = first[0].headers.get("etag").expect("a tag").to_str().expect("a text").to_owned();
    let known: &[(&str, &str)] = &[("if-none-match", &tag)];
    let second = ask(true, &[(STANDARD, known)]);
    assert_eq!(second[0].status, StatusCode::NOT_MODIFIED);
    // Without the portal the tag is another one.
    let list = first[1].headers.get("etag").expect("a tag").to_str().expect("a text").to_owned();
    let none = ask(false, &[("/en-us/trust", &[("if-none-match", &*list)])]);
    assert_eq!(none[0].status, StatusCode::OK);
}

#[test]
fn site_maps_lead_to_portals() {
    let body = page("/sitemap/1.xml");
    has_all(&body, &["/ko-kr/trust/harborline/harborline-iso27001-2013", "/en-us/trust<"]);
}

fn data(address: &str) -> serde_json::Value {
    serde_json::from_str(&page(address)).expect("JSON")
}

#[test]
fn portals_are_data_with_what_stands_today() {
    let list = data("/api/v1/trust");
    assert_eq!((&list["total"], &list["cursor"]), (&1.into(), &serde_json::Value::Null));
    let head = &list["portals"][0];
    assert_eq!(head["organization"], "harborline");
    let offerings = &head["offerings"];
    assert_eq!((&offerings[0]["holding"], &offerings[0]["expiring"]), (&2.into(), &1.into()));
    assert_eq!(offerings[0]["audit_cycle"], "running");
    assert_eq!(offerings[1]["audit_cycle"], "overdue");
    assert_eq!(offerings[1]["edition_ends"], "2025-10-31");
    assert_eq!(offerings[1]["certificates"][0]["standing"], "expired");
    assert_eq!(data("/api/v1/trust?after=harborline")["portals"].as_array().map(Vec::len), Some(0));
    let whole = data("/api/v1/trust/harborline");
    assert_eq!(whole["content"]["texts"].as_array().map(Vec::len), Some(76));
    assert_eq!(whole["organization"], "harborline");
    let told = whole.to_string();
    for hidden in ["beacon-next", "Cables run", "quay-audit"] {
        assert!(!told.contains(hidden), "{hidden}");
    }
}

#[test]
fn the_component_definition_has_no_reasons_that_are_behind_an_agreement() {
    let whole = data("/api/v1/trust/harborline/oscal");
    let definition = &whole["component-definition"];
    assert_eq!(definition["metadata"]["oscal-version"], "1.1.2");
    let components = definition["components"].as_array().expect("components");
    let quay = components.iter().find(|it| it["title"] == "Quay").expect("a service");
    let all = quay["control-implementations"].as_array().expect("certificates");
    let rows = all.iter().map(|it| it["implemented-requirements"].as_array().map_or(0, Vec::len));
    // 93 rows without two that do not apply and one that is not done; 11 without one.
    assert_eq!(rows.collect::<Vec<_>>(), [90, 10]);
    assert!(!whole.to_string().contains("Cables run"));
}

#[test]
fn what_is_wrong_with_a_question_is_a_problem() {
    for (address, status) in [
        ("/api/v1/trust/nobody", StatusCode::NOT_FOUND),
        ("/api/v1/trust/nobody/oscal", StatusCode::NOT_FOUND),
        ("/api/v1/trust?limit=0", StatusCode::BAD_REQUEST),
        ("/api/v1/trust?limit=x", StatusCode::BAD_REQUEST),
        ("/api/v1/trust/harborline?limit=5", StatusCode::BAD_REQUEST),
    ] {
        let got = ask(true, &[(address, &[])]).remove(0);
        assert_eq!(got.status, status, "{address}");
        let form = got.headers.get("content-type").expect("a form");
        assert_eq!(form, "application/problem+json", "{address}");
    }
}
