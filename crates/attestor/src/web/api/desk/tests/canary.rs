//! What an edition hides from publishers is in no file that they take along.

use std::io::Read as _;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use serde_json::json;
use tower::ServiceExt as _;

use super::{Office, opening};

/// How points, pass marks and scores are named wherever they are shown.
const HIDDEN: [&str; 5] = ["pass mark", "pass_mark", " points", "weight", "percent"];

/// The bytes of a page for somebody who is signed in in a browser.
fn bytes(office: &Office, who: &str, path: &str) -> Vec<u8> {
    let request = Request::builder()
        .uri(path)
        .header("cookie", format!("__Host-attestor_session={who}"))
        .body(Body::empty())
        .unwrap();
    office.waiting.on(async {
        let answer = office.app.clone().oneshot(request).await.unwrap();
        assert_eq!(answer.status(), 200, "{who} {path}");
        to_bytes(answer.into_body(), usize::MAX).await.unwrap().to_vec()
    })
}

/// All texts of a workbook.
fn unzipped(bytes: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        if name.starts_with("xl/worksheets") || name == "xl/sharedStrings.xml" {
            part.read_to_string(&mut all).unwrap();
        }
    }
    all
}

#[test]
fn files_of_a_case_tell_publishers_no_points_that_the_edition_hides() {
    let office = Office::new(None);
    let new = opening("Z1", "m365-certification");
    let case = office.post("publisher", "/api/v1/cases", &new).json();
    let case = case["case"].as_str().unwrap().to_owned();
    office.act("publisher", &case, &json!({"act": "attest", "attestation": {"answers": {}}}));
    office.act("analyst", &case, &json!({"act": "approve_attestation"}));
    let page = |below: &str| format!("/desk/cases/{case}/{below}");
    let lossy =
        |path: &str| String::from_utf8_lossy(&bytes(&office, "publisher", path)).into_owned();
    let workbook = unzipped(bytes(&office, "publisher", &page("external/applicability.xlsx")));
    let files = [
        ("xlsx", workbook, "OPS-MAL-01"),
        ("csv", lossy(&page("external/applicability.csv")), "OPS-MAL-01"),
        ("record.csv", lossy(&page("record.csv")), "approve_attestation"),
        ("record.jsonl", lossy(&page("record.jsonl")), "approve_attestation"),
        ("dossier", lossy(&format!("/api/v1/cases/{case}/dossier")), "m365-certification"),
    ];
    for (name, text, known) in files {
        assert!(text.contains(known), "{name} is read: {text}");
        let lower = text.to_lowercase();
        for hidden in HIDDEN {
            assert!(!lower.contains(hidden), "{name} tells of `{hidden}`");
        }
    }
    let sings =
        String::from_utf8_lossy(&bytes(&office, "analyst", &page("decision"))).to_lowercase();
    assert!(sings.contains("pass mark") && sings.contains("points"), "the canary sings for others");
}
