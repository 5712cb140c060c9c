//! The API as a client meets it, over a new catalog.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use serde_json::Value as Json;
use tower::ServiceExt as _;

use super::ROUTES;
use super::openapi::described;
use crate::runtime::Waiting;
use crate::store::{Missing, Place, Store};
use crate::web::serve::Settings;
use crate::web::{self, Site};

/// What a client gets.
struct Got {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Got {
    fn json(&self) -> Json {
        serde_json::from_str(&self.body).expect("JSON")
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
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

/// Method, address and header fields of a request.
type Asked<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

/// Asks the whole service, guard included.
fn ask(requests: &[Asked<'_>]) -> Vec<Got> {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::Folder(folder.path().to_owned());
    Waiting::new().unwrap().on(async {
        let store = Store::open(&place, Missing::Made).await.unwrap();
        let site = Arc::new(Site::new(store.clone(), &settings()).unwrap());
        let teller = Arc::clone(&site);
        let tell = Arc::new(move |trouble: &_| web::error_page(&teller, trouble));
        let app = web::serve::app(web::router(site), store, &settings(), tell);
        let mut all = Vec::new();
        for (method, address, fields) in requests {
            let mut request = Request::builder().method(*method).uri(*address);
            for (name, value) in *fields {
                request = request.header(*name, *value);
            }
            let request = request.body(Body::empty()).unwrap();
            let (head, body) = app.clone().oneshot(request).await.unwrap().into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap();
            let body = String::from_utf8(bytes.to_vec()).unwrap();
            all.push(Got { status: head.status, headers: head.headers, body });
        }
        all
    })
}

fn get(address: &str) -> Got {
    ask(&[("GET", address, &[])]).remove(0)
}

#[test]
fn every_address_is_described_and_nothing_else() {
    let described: BTreeSet<String> = described().paths.paths.keys().cloned().collect();
    let registered: Vec<String> =
        super::desk::routes().listed().map(|it| it.path.to_owned()).collect();
    let served = ROUTES.iter().map(|(path, _)| (*path).to_owned());
    let served: BTreeSet<String> = served.chain(registered).collect();
    assert_eq!(described, served);
}

#[test]
fn the_description_is_openapi_3_1_with_no_dangling_reference() {
    let got = get("/api/openapi.json");
    let whole = got.json();
    assert_eq!(whole["openapi"], "3.1.0");
    assert_eq!(whole["servers"][0]["url"], "https://catalog.example.org");
    let references: Vec<&str> = got
        .body
        .split("\"$ref\":\"#/components/schemas/")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(references.len() > 20);
    for name in references {
        assert!(whole["components"]["schemas"][name].is_object(), "{name}");
    }
}

#[test]
fn strange_parameters_are_named() {
    let got = get("/api/v1/apps?tear=certified&limit=5&utm_source=x");
    assert_eq!(got.status, StatusCode::BAD_REQUEST);
    assert_eq!(got.header("content-type"), "application/problem+json");
    assert_eq!(got.header("access-control-allow-origin"), "*");
    let problem = got.json();
    assert_eq!(problem["type"], "https://catalog.example.org/problems/bad-request");
    assert_eq!(problem["instance"], "/api/v1/apps");
    assert_eq!(problem["request_id"], got.header("x-request-id"));
    let named: Vec<&Json> =
        problem["errors"].as_array().unwrap().iter().map(|one| &one["parameter"]).collect();
    assert_eq!(named, ["tear", "utm_source"]);
}

#[test]
fn values_out_of_their_form_are_named_all_at_once() {
    for query in [
        "tier=gold",
        "stores_data=maybe",
        "hosting=cloud",
        "framework=app_name",
        "freshness=old",
        "sort=best",
        "limit=201",
        "limit=-1",
        "after=WA104381050",
        "total=1",
        "permission=",
        "sort=name&sort=newest",
    ] {
        let problem = get(&format!("/api/v1/apps?q=x&{query}")).json();
        let name = query.split('=').next().unwrap();
        assert_eq!(problem["status"], 400, "{query}");
        assert_eq!(problem["errors"][0]["parameter"], name, "{query}");
    }
    let both = get("/api/v1/apps?tier=gold&limit=x").json();
    assert_eq!(both["errors"].as_array().map(Vec::len), Some(2));
    let whole = "hosting=paas&framework=iso_27001_certified&tier=certified&stores_data=na\
                 &freshness=older&host_product=teams&permission=Mail.Read&limit=0&sort=newest";
    assert_eq!(get(&format!("/api/v1/apps?{whole}")).status, StatusCode::OK);
}

#[test]
fn totals_and_facets_come_when_asked_for() {
    let plain = get("/api/v1/apps").json();
    assert_eq!((&plain["total"], &plain["facets"]), (&Json::Null, &Json::Null));
    let whole = get("/api/v1/apps?total=true&facets=true").json();
    assert!(whole["total"].is_u64(), "{whole}");
    let facets: Vec<&Json> =
        whole["facets"].as_array().unwrap().iter().map(|one| &one["facet"]).collect();
    assert!(facets.contains(&&Json::from("freshness")), "{facets:?}");
}

#[test]
fn errors_of_all_kinds_are_problems() {
    for (method, address, status) in [
        ("GET", "/api/v1/nothing", 404),
        ("GET", "/api/v1/apps/WA1", 404),
        ("GET", "/api/v1/apps/%00", 404),
        ("GET", "/api/v1/apps/WA1/versions/x", 404),
        ("GET", "/api/v1/permissions/Mail.Read", 404),
        ("GET", "/api/v1/publishers/nobody", 404),
        ("GET", "/api/v1/registrations/0", 404),
        ("GET", "/api/v1/questionnaire?lang=fr", 400),
        ("POST", "/api/v1/apps", 405),
    ] {
        let got = ask(&[(method, address, &[("accept", "text/html")])]).remove(0);
        assert_eq!(got.status.as_u16(), status, "{address}");
        assert_eq!(got.header("content-type"), "application/problem+json", "{address}");
        assert_eq!(got.header("access-control-allow-origin"), "*", "{address}");
        assert_eq!(got.json()["status"], status, "{address}");
    }
}

#[test]
fn what_a_client_has_is_not_sent_again() {
    let first = get("/api/v1/publishers");
    let tag = first.header("etag");
    assert!(tag.starts_with('"') && tag.len() > 10, "{tag}");
    let same = [("if-none-match", tag)];
    let answers = ask(&[
        ("GET", "/api/v1/publishers", &same),
        ("GET", "/api/v1/permissions", &same),
        ("HEAD", "/api/v1/publishers", &[]),
    ]);
    let statuses: Vec<u16> = answers.iter().map(|one| one.status.as_u16()).collect();
    assert_eq!(statuses, [304, 200, 200]);
    assert_eq!(answers[0].header("etag"), tag);
    assert_eq!((answers[0].body.as_str(), answers[2].body.as_str()), ("", ""));
}

#[test]
fn the_questionnaire_speaks_the_readers_language() {
    let address = "/api/v1/questionnaire";
    let answers = ask(&[
        ("GET", address, &[("accept-language", "ko")]),
        ("GET", address, &[("accept-language", "xx")]),
    ]);
    let languages: Vec<&str> = answers.iter().map(|one| one.header("content-language")).collect();
    assert_eq!(languages, ["ko-KR", "en-US"]);
    assert_ne!(answers[0].header("etag"), answers[1].header("etag"));
    let label = |at: usize| answers[at].json()["questions"][3]["label"].clone();
    assert_ne!(label(0), label(1));
    assert!(answers[0].header("vary").contains("Accept-Language"));
}
