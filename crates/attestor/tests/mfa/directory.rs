//! The directory comes from a server in the manner of Microsoft Graph, piece by piece.

use serde_json::{Value, json};

use super::graph::{Contents, Fake, Whim};
use super::pull::{contents, pull};
use super::run::folder;
use super::sample::mfa;

const ROLE: &str = "62e90394-69f5-4237-9190-012177145e10";

fn id(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

fn member(number: u32, kind: &str) -> Value {
    json!({"@odata.type": format!("#microsoft.graph.{kind}"), "id": id(number)})
}

fn policy(number: u32, users: &Value) -> Value {
    json!({
        "id": id(900 + number), "displayName": "All\nof them", "state": "enabled",
        "createdDateTime": "2026-01-01T00:00:00Z", "modifiedDateTime": null,
        "conditions": {
            "clientAppTypes": ["all"],
            "applications": {"includeApplications": ["All"], "excludeApplications": []},
            "users": users,
        },
        "grantControls": {"operator": "OR", "builtInControls": ["mfa"],
            "customAuthenticationFactors": [], "termsOfUse": []},
    })
}

/// A directory of ten accounts. Who is held to multifactor authentication: 1 and 2 by a group within a
/// group, 3 by a role, 4 by the per-user setting; not 5, which a group excludes, and not 6 to 9. 10
/// is disabled.
fn whole() -> Contents {
    let users: Vec<Value> = (1..=10)
        .map(|at| {
            let upn = format!("u{at}@contoso.example");
            json!({"id": id(at), "userPrincipalName": upn, "accountEnabled": at < 10,
                "userType": "Member", "createdDateTime": "2026-01-01T00:00:00Z"})
        })
        .collect();
    let registrations: Vec<Value> =
        (1..=10).map(|at| json!({"id": id(at), "isMfaRegistered": at < 8})).collect();
    let policies = json!([
        policy(
            1,
            &json!({"includeUsers": [], "includeGroups": [id(101)], "excludeGroups": [id(103)]})
        ),
        policy(2, &json!({"includeUsers": [], "includeRoles": [ROLE]})),
        // It names a group that is gone.
        policy(3, &json!({"includeUsers": [], "includeGroups": [id(199)]})),
    ]);
    let objects = [
        ("users", json!(users)),
        ("reports/authenticationMethods/userRegistrationDetails", json!(registrations)),
        (
            "policies/identitySecurityDefaultsEnforcementPolicy",
            json!({"id": "x", "isEnabled": false}),
        ),
        ("identity/conditionalAccess/policies", policies),
        ("domains", json!([{"id": "contoso.example", "authenticationType": "Managed"}])),
        ("directoryRoles", json!([{"id": "r1", "roleTemplateId": ROLE}])),
        ("directoryRoles/r1/members", json!([member(3, "user"), member(104, "group")])),
        ("groups/101", json!([member(102, "group"), member(5, "user")])),
        ("groups/102", json!([member(1, "user"), member(2, "user"), member(101, "group")])),
        ("groups/103", json!([member(5, "user")])),
        ("groups/104", json!([])),
    ];
    let path = |name: &str| match name.strip_prefix("groups/") {
        Some(group) => format!("/v1.0/groups/{}/members", id(group.parse().unwrap())),
        None => format!("/v1.0/{name}"),
    };
    let mut states: std::collections::HashMap<String, &str> =
        (1..=9).map(|at| (id(at), "disabled")).collect();
    states.insert(id(4), "put off once");
    states.remove(&id(9));
    let objects = objects.into_iter().map(|(name, value)| (path(name), value)).collect();
    Contents { objects, states, ..contents() }
}

#[test]
fn the_directory_says_who_is_held_to_multifactor_authentication() {
    let (folder, fake) = (folder(), Fake::start(whole()));
    let (code, said) = pull(&fake, folder.path(), &[]);
    assert_eq!(code, Some(0), "{said:#}");
    let read = json!({"domain": 1, "group": 5, "per-user-state": 8, "policy": 3,
        "registration": 10, "role": 1, "security-defaults": 1, "user": 10});
    assert_eq!(said["directory"]["read"], read);
    let report = mfa(folder.path(), &["report", "--org", "Contoso"]);
    let share = &report["configuration"];
    assert_eq!((&share["part"], &share["whole"]), (&4.into(), &9.into()), "{report:#}");
    assert!(!said["directory"]["kept"].is_null());
}

#[test]
fn what_was_read_and_is_empty_is_not_missing() {
    let mut contents = whole();
    for path in ["identity/conditionalAccess/policies", "directoryRoles"] {
        contents.objects.insert(format!("/v1.0/{path}"), json!([]));
    }
    let (folder, fake) = (folder(), Fake::start(contents));
    pull(&fake, folder.path(), &[]);
    let report = mfa(folder.path(), &["report", "--org", "Contoso"]);
    let share = &report["configuration"];
    assert_eq!((&share["part"], &share["whole"]), (&1.into(), &9.into()), "{report:#}");
    assert_eq!(share["unknown"], 0, "{report:#}");
}

#[test]
fn a_directory_that_cannot_be_read_right_now_replaces_nothing() {
    let (folder, fake) = (folder(), Fake::start(whole()));
    pull(&fake, folder.path(), &[]);
    fake.contents().always.insert("/v1.0/domains", Whim::Cut);
    let (code, said) = pull(&fake, folder.path(), &[]);
    assert_eq!((code, &said["directory"]["kept"]), (Some(1), &false.into()), "{said:#}");
    let report = mfa(folder.path(), &["report", "--org", "Contoso"]);
    assert_eq!(report["configuration"]["part"], 4, "{report:#}");
}
