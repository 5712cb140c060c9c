//! Who may do and see what.

use serde_json::{Value as Json, json};

use super::journey::started;
use super::{Office, opening};

/// The addresses of a case that are read.
const READ: [&str; 9] = [
    "",
    "/dossier",
    "/controls",
    "/controls/BASE-ACC-01",
    "/evidence",
    "/documents",
    "/threads",
    "/assessment",
    "/record",
];

#[test]
fn a_case_is_there_only_for_its_publisher_and_the_certification_body() {
    let office = Office::new(None);
    let case = office.open("publisher", "R1");
    for below in READ {
        let path = format!("/api/v1/cases/{case}{below}");
        for who in ["publisher", "reader", "analyst", "lead", "owner", "auditor"] {
            let got = office.get(who, &path);
            assert_eq!(got.status, 200, "{who} {path}: {}", got.body);
            assert_eq!(got.header("cache-control"), "no-store", "{path}");
        }
        assert_eq!(office.get("rival", &path).status, 404, "{path}");
        assert_eq!(office.get("customer", &path).status, 404, "{path}");
        let stranger = office.get("", &path);
        assert_eq!((stranger.status, stranger.kind().as_str()), (401, "not-signed-in"), "{path}");
        assert_eq!(stranger.header("www-authenticate"), "Bearer");
    }
}

#[test]
fn acts_ask_for_the_right_and_the_scope() {
    let office = Office::new(None);
    let case = office.open("publisher", "R2");
    let consent = json!({"act": "consent"});
    for (who, status) in [
        ("reader", 403),
        ("rival", 404),
        ("analyst", 403),
        ("auditor", 403),
        ("customer", 404),
        ("publisher", 200),
    ] {
        assert_eq!(office.try_act(who, &case, &consent).status, status, "{who}");
    }
    let assign = json!({"act": "assign", "analyst": "account-analyst", "name": "The analyst"});
    for (who, status) in [("publisher", 403), ("analyst", 403), ("lead", 200)] {
        assert_eq!(office.try_act(who, &case, &assign).status, status, "{who}");
    }
    assert_eq!(office.try_act("owner", &case, &json!({"act": "time_out"})).status, 403);
}

#[test]
fn staff_open_cases_for_a_publisher_and_publishers_for_themselves() {
    let office = Office::new(None);
    let mut new = opening("R3", "small-team-baseline");
    assert_eq!(office.post("analyst", "/api/v1/cases", &new).status, 422);
    new["organization_id"] = json!("body");
    assert_eq!(office.post("analyst", "/api/v1/cases", &new).status, 422);
    new["organization_id"] = json!("fabrikam");
    assert_eq!(office.post("publisher", "/api/v1/cases", &new).status, 403);
    assert_eq!(office.post("auditor", "/api/v1/cases", &new).status, 403);
    assert_eq!(office.post("analyst", "/api/v1/cases", &new).status, 201);
    let twice = office.post("rival", "/api/v1/cases", &opening("R3", "small-team-baseline"));
    assert_eq!((twice.status, twice.kind().as_str()), (409, "app-has-case"));
}

#[test]
fn organizations_and_their_people_are_for_who_manages_them() {
    let office = Office::new(None);
    let names = |who: &str| {
        let list = office.get(who, "/api/v1/organizations").json();
        list["organizations"].as_array().unwrap().len()
    };
    assert_eq!((names("publisher"), names("analyst"), names("customer")), (1, 4, 1));
    let members = |who: &str, of: &str| {
        office.get(who, &format!("/api/v1/organizations/{of}/members")).status
    };
    assert_eq!(members("publisher", "contoso"), 200);
    assert_eq!(members("publisher", "fabrikam"), 404);
    assert_eq!(members("lead", "contoso"), 404);
    assert_eq!(members("owner", "contoso"), 200);
    assert_eq!(members("analyst", "body"), 403);
    let path = "/api/v1/organizations/contoso/invitations";
    assert_eq!(office.post("publisher", path, &json!({"role": "analyst"})).status, 422);
    assert_eq!(office.post("publisher", path, &json!({"role": "publisher"})).status, 201);
    let open = office.get("publisher", path).json();
    let id = open["invitations"][0]["id"].as_str().unwrap().to_owned();
    let gone = format!("{path}/{id}");
    assert_eq!(office.ask("publisher", ("DELETE", &gone), &[], b"").status, 204);
    assert_eq!(office.ask("publisher", ("DELETE", &gone), &[], b"").status, 404);
    let member = "/api/v1/organizations/contoso/members/member-reader";
    assert_eq!(office.ask("publisher", ("DELETE", member), &[], b"").status, 204);
    assert_eq!(office.get("reader", "/api/v1/me").status, 401);
}

#[test]
fn the_record_of_the_desk_is_for_leads_owners_and_auditors() {
    let office = Office::new(None);
    office.open("publisher", "R4");
    for (who, status) in
        [("publisher", 403), ("analyst", 403), ("lead", 200), ("owner", 200), ("auditor", 200)]
    {
        assert_eq!(office.get(who, "/api/v1/record").status, status, "{who}");
    }
    let record = office.get("auditor", "/api/v1/record").json();
    assert_eq!(record["entries"][0]["kind"], "open");
    assert_eq!(record["entries"][0]["digest"].as_str().unwrap().len(), 64);
}

/// What publishers must never meet: words that only the certification body says.
const CANARY: &str = "xylophone";

#[test]
fn publishers_meet_nothing_internal_in_any_answer() {
    let office = Office::new(None);
    let case = started(&office, "R5");
    let said = |visibility: &str, words: &str| json!({"about": "case", "visibility": visibility, "words": words});
    let judged = json!({"control": "BASE-ACC-01", "verdict": "failed", "reason": CANARY});
    for act in [
        json!({"act": "say", "said": said("internal", CANARY)}),
        json!({"act": "say", "said": said("shared", "For everybody.")}),
        json!({"act": "draft", "said": said("shared", CANARY)}),
        json!({"act": "draft_verdict", "judged": judged}),
        json!({"act": "declare_interest", "interest": "conflict", "words": CANARY}),
    ] {
        office.act("analyst", &case, &act);
    }
    let internal = office.get("auditor", &format!("/api/v1/cases/{case}/threads"));
    assert!(internal.body.contains(CANARY), "the canary sings for the certification body");
    assert!(!internal.body.contains("draft_verdict"));
    let second = office.get("second", &format!("/api/v1/cases/{case}/record?limit=200"));
    assert!(!second.body.contains("\"draft\"") && !second.body.contains("draft_verdict"));
    let own = office.get("analyst", &format!("/api/v1/cases/{case}/record?limit=200"));
    assert!(own.body.contains("draft_verdict"), "who keeps it back sees it");
    for below in READ {
        let got = office.get("publisher", &format!("/api/v1/cases/{case}{below}"));
        assert_eq!(got.status, 200);
        assert!(!got.body.contains(CANARY), "{below}: {}", got.body);
        assert!(!got.body.contains("account-analyst"), "{below}: {}", got.body);
    }
    let kinds: Vec<Json> = office
        .get("publisher", &format!("/api/v1/cases/{case}/record?limit=200"))
        .json()["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["kind"].clone())
        .collect();
    assert_eq!(kinds.iter().filter(|it| **it == "say").count(), 1);
    assert!(!kinds.contains(&json!("draft")) && !kinds.contains(&json!("declare_interest")));
}

/// Numbers anywhere below a name.
fn numbers(json: &Json, name: &str, found: &mut Vec<Json>) {
    match json {
        Json::Array(items) => items.iter().for_each(|item| numbers(item, name, found)),
        Json::Object(fields) => {
            for (own, value) in fields {
                if own == name && value.is_number() {
                    found.push(value.clone());
                }
                numbers(value, name, found);
            }
        }
        _ => {}
    }
}

#[test]
fn publishers_see_no_points_and_pass_marks_that_an_edition_hides() {
    let office = Office::new(None);
    let new = opening("R6", "m365-certification");
    let case =
        office.post("publisher", "/api/v1/cases", &new).json()["case"].as_str().unwrap().to_owned();
    let hidden = ["weight", "met", "applicable", "percent", "pass_mark", "points"];
    for below in [
        "",
        "/controls",
        "/controls/OPS-MAL-01",
        "/evidence",
        "/documents",
        "/threads",
        "/assessment",
        "/record",
    ] {
        let of = |who: &str| {
            let got = office.get(who, &format!("/api/v1/cases/{case}{below}"));
            assert_eq!(got.status, 200, "{below}: {}", got.body);
            let mut found = Vec::new();
            hidden.iter().for_each(|name| numbers(&got.json(), name, &mut found));
            found.len()
        };
        assert_eq!(of("publisher"), 0, "{below}");
        if below == "/assessment" {
            assert!(of("analyst") > 50, "the certification body sees them");
        }
    }
}
