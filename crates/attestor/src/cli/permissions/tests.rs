use attestor_core::attestation::permission::PermissionRules;

use super::*;
use crate::actions::permission_list::parse;

const GRAPH: &str = "00000003-0000-0000-c000-000000000000";
const USER_READ: &str = "e1fe6dd8-ba31-4d61-89e7-88639da4683d";

fn rules() -> PermissionRules {
    first_permission_rules().unwrap()
}

fn catalog() -> &'static Catalog {
    crate::actions::permission_list::catalog().unwrap()
}

fn read(text: &str) -> Requests {
    parse("f", text, catalog()).unwrap()
}

fn faults(text: &str) -> Vec<String> {
    match parse("f", text, catalog()).unwrap_err() {
        Stop::Faults(faults) => faults.iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

fn names(requests: &Requests) -> Vec<&str> {
    requests.requested.iter().map(|row| row.name.as_str()).collect()
}

fn manifest(access: &str) -> String {
    format!(
        r#"{{"appId": "x", "tags": [], "requiredResourceAccess": [
            {{"resourceAppId": "{GRAPH}", "resourceAccess": [{access}]}}]}}"#
    )
}

fn entry(id: &str, kind: &str) -> String {
    format!(r#"{{"id": "{id}", "type": "{kind}"}}"#)
}

#[test]
fn manifests_are_read_bare_listed_and_wrapped() {
    let app = manifest(&entry(USER_READ, "Scope"));
    let value = format!("{{\"@odata.context\": \"x\", \"value\": [{app}]}}");
    for text in [app.clone(), format!("\u{feff}\n [{app}]"), value] {
        assert_eq!(names(&read(&text)), ["User.Read"], "{text}");
    }
    let upper = app.replace("requiredR", "RequiredR").replace("\"type\"", "\"Type\"");
    assert_eq!(names(&read(&upper)), ["User.Read"]);
}

#[test]
fn unknown_ids_and_apis_are_kept_aside() {
    let unknown = "11111111-1111-1111-1111-111111111111";
    let both = format!("{},{}", entry(USER_READ, "Scope"), entry(unknown, "Role"));
    let found = read(&manifest(&both));
    assert_eq!((names(&found), found.unknown.len()), (vec!["User.Read"], 1));
    assert_eq!((found.unknown[0].id.as_str(), found.unknown[0].kind.as_str()), (unknown, "Role"));
    let other_api = manifest(&entry(USER_READ, "Scope")).replace(GRAPH, unknown);
    assert_eq!(read(&other_api).unknown[0].resource_app, unknown);
}

#[test]
fn app_without_requests_is_fine() {
    assert_eq!(names(&read(r#"{"requiredResourceAccess": []}"#)), Vec::<&str>::new());
}

#[test]
fn broken_manifests_name_their_line() {
    for (text, words) in [
        ("{\n\"a\": }", "f:2: cannot be read: not valid JSON: expected value"),
        ("{}", "f: the key `requiredResourceAccess` is missing"),
        ("[]", "f: expected one app, found 0"),
        ("[{}, {}]", "f: expected one app, found 2"),
        ("{\"requiredResourceAccess\":\n [{\"resourceAppId\": 3}]}", "f:2: cannot be read: not an"),
    ] {
        let found = faults(text);
        assert!(found.len() == 1 && found[0].starts_with(words), "{found:?}");
    }
    assert_eq!(faults(&"[".repeat(100_000)).len(), 1);
}

fn wire(text: &str, against: Option<&str>) -> serde_json::Value {
    let (first, second) = (read(text), against.map(read));
    let report = Report {
        findings: check(&first.requested, &rules()),
        narrower: Vec::new(),
        differences: second.as_ref().map(|second| compare(&first.requested, &second.requested)),
        unknown: first.unknown.iter().collect(),
        requested: &first.requested,
    };
    serde_json::to_value(report.wire()).unwrap()
}

#[test]
fn json_has_the_documented_fields() {
    let found = wire("Group.Read.All\nGroup.ReadWrite.All,delegated\n", Some("Group.Read.All\n"));
    let expected = serde_json::json!({
        "permissions": [
            {"permission": "Group.Read.All", "type": null},
            {"permission": "Group.ReadWrite.All", "type": "delegated"},
        ],
        "implied": [{
            "permission": "Group.Read.All",
            "type": null,
            "covered_by": "Group.ReadWrite.All",
            "rules": ["PERM-ACTION-READWRITE"],
        }],
        "justified": null,
        "unjustified": [],
        "unknown": [],
        "narrower": [],
        "differences": {
            "only_first": [{"permission": "Group.ReadWrite.All", "type": "delegated"}],
            "only_second": [],
        },
    });
    assert_eq!(found, expected);
}

#[test]
fn one_reason_on_every_row_is_reported_on_every_row() {
    let found = wire("Mail.Read,,x\nFiles.Read,,X.\n", None);
    assert_eq!(found["justified"], false);
    assert_eq!(found["unjustified"][1]["permission"], "Files.Read");
    assert_eq!(found["unjustified"][1]["reason"], "reason does not name a feature");
    assert!(found.get("differences").is_none());
}
