//! From the invitation to the end of a case by API alone.

use serde_json::{Value as Json, json};

use super::{Office, postgres};

/// Evidence for each control: kind and figures.
const EVIDENCE: [(&str, &str, &str, &str); 9] = [
    ("BASE-ACC-01", "config-setting", "", ""),
    ("BASE-ACC-02", "record", "", ""),
    ("BASE-ACC-03", "record", "reviewed_on", "2026-11-01"),
    ("BASE-TRN-01", "record", "", ""),
    ("BASE-CHG-01", "config-setting", "", ""),
    ("BASE-DEP-01", "record", "", ""),
    ("BASE-PAT-01", "record", "", ""),
    ("BASE-LOG-01", "config-setting", "days_kept", "120"),
    ("BASE-BAK-01", "record", "restored_on", "2026-11-01"),
];

/// Takes a new case to the day on which its clock begins.
pub(super) fn started(office: &Office, app: &str) -> String {
    let case = office.open("publisher", app);
    let verification = json!({"verified": {"partner_id": "1234567"}});
    let attestation = json!({"answers": {}});
    for (who, act) in [
        ("publisher", json!({"act": "attest", "attestation": attestation})),
        ("analyst", json!({"act": "approve_attestation"})),
        ("analyst", json!({"act": "verify", "verification": verification})),
        ("publisher", json!({"act": "consent"})),
        ("publisher", json!({"act": "start"})),
        ("publisher", json!({"act": "state", "statement": "keeps-customer-data", "holds": false})),
        (
            "publisher",
            json!({"act": "set_environments", "environments": [
            {"id": "live", "name": "Live", "hosting": "own", "role": "production"}]}),
        ),
        ("publisher", json!({"act": "set_services", "services": []})),
        ("publisher", json!({"act": "set_sites", "recovery_site": "no", "backup_site": "no"})),
        (
            "publisher",
            json!({"act": "set_inventory", "components": [{
            "id": "host-1", "environment": "live", "operating_system": "Debian",
            "function": "web", "device_type": "server", "location": "Oslo"}]}),
        ),
    ] {
        office.act(who, &case, &act);
    }
    let file = office.send("publisher", &case, "app.txt", b"What the app is for.\n");
    let add = json!({"act": "add_document", "kind": "app-description", "file": file, "dated_on": "2026-11-20"});
    office.act("publisher", &case, &add);
    office.act("publisher", &case, &json!({"act": "submit_documents"}));
    office.act("analyst", &case, &json!({"act": "accept_documents"}));
    case
}

/// Hands in everything, and has it approved unless `but` names the control.
fn reviewed(office: &Office, case: &str, but: &str) {
    for (control, kind, figure, value) in EVIDENCE {
        let bytes = format!("What {control} of {case} shows.\n");
        let file = office.send("publisher", case, "shown.txt", bytes.as_bytes());
        let mut piece = json!({
            "file": file, "kind": kind, "form": "document", "captured_on": "2026-11-20",
            "targets": [{"control": control}], "components": ["host-1"],
        });
        if !figure.is_empty() {
            piece["figures"] = json!({figure: value});
        }
        office.act("publisher", case, &json!({"act": "add_evidence", "piece": piece}));
        office.act("publisher", case, &json!({"act": "submit_control", "control": control}));
        let verdict = if control == but { "failed" } else { "approved" };
        let judged = json!({"control": control, "verdict": verdict, "reason": "It was looked at."});
        office.act("analyst", case, &json!({"act": "judge", "verdicts": [judged]}));
    }
}

/// Two people decide. Gives the last answer.
fn decided(office: &Office, case: &str, ruling: &str) -> Json {
    for who in ["analyst", "second"] {
        office.act(who, case, &json!({"act": "declare_interest", "interest": "none"}));
    }
    office.act(
        "analyst",
        case,
        &json!({"act": "propose", "ruling": ruling, "words": "As agreed."}),
    );
    let whole = office.get("second", &format!("/api/v1/cases/{case}")).json();
    let assessment = whole["proposal"]["assessment_digest"].clone();
    assert!(assessment.is_string(), "{whole}");
    let hidden = office.get("publisher", &format!("/api/v1/cases/{case}")).json();
    assert_eq!(hidden["proposal"], Json::Null);
    let same =
        office.try_act("analyst", case, &json!({"act": "confirm", "assessment": assessment}));
    assert_eq!((same.status, same.kind().as_str()), (422, "refused-same-person"));
    office.act("second", case, &json!({"act": "confirm", "assessment": assessment})).json()
}

fn certified(office: &Office) {
    let case = started(office, "A1");
    reviewed(office, &case, "");
    office.clock.advance_days(3);
    office.act("publisher", &case, &json!({"act": "complete_evidence"}));
    let end = decided(office, &case, "certify");
    assert_eq!(end["standing"]["stage"], "certified", "{end}");
    let whole = office.get("publisher", &format!("/api/v1/cases/{case}")).json();
    assert_eq!(whole["decision"]["proposal"]["ruling"], "certify");
    assert_eq!(whole["standing"]["next"], "renew");
}

fn rejected(office: &Office) {
    let case = started(office, "A2");
    reviewed(office, &case, "BASE-ACC-01");
    office.act("publisher", &case, &json!({"act": "complete_evidence"}));
    for who in ["publisher", "analyst"] {
        let found = office.get(who, &format!("/api/v1/cases/{case}/assessment")).json();
        let hard = found["hard_fails"].as_array().unwrap().iter().find(|it| it["id"] == "HF-MFA");
        assert_eq!(hard.unwrap()["state"], "fails", "{who}");
    }
    // A condition that fails outright wins over any score, also over what two people want.
    office.act("analyst", &case, &json!({"act": "declare_interest", "interest": "none"}));
    let certify = json!({"act": "propose", "ruling": "certify", "words": "All the same."});
    let refused = office.try_act("analyst", &case, &certify);
    assert_eq!((refused.status, refused.kind().as_str()), (422, "refused-ruling-not-allowed"));
    let end = decided(office, &case, "reject");
    assert_eq!(end["standing"]["stage"], "rejected", "{end}");
    for who in ["publisher", "analyst", "auditor"] {
        let whole = office.get(who, &format!("/api/v1/cases/{case}")).json();
        assert_eq!(whole["decision"]["proposal"]["ruling"], "reject", "{who}");
        assert_eq!(
            (&whole["standing"]["next"], &whole["standing"]["due_on"]),
            (&json!("nothing"), &Json::Null)
        );
    }
    let certified = office.get("publisher", "/api/v1/cases?stage=certified&app_id=A2").json();
    assert_eq!(certified["cases"], json!([]), "there is no certificate");
    let late = office.try_act("publisher", &case, &json!({"act": "complete_evidence"}));
    assert_eq!(late.kind(), "refused-case-ended");
}

fn timed_out(office: &Office) {
    let case = started(office, "A3");
    office.clock.advance_days(31);
    let late = office.try_act("publisher", &case, &json!({"act": "complete_evidence"}));
    assert_eq!(late.kind(), "refused-time-over", "{}", late.body);
    office.waiting.on(office.site.desk.end_late()).expect("ended");
    let whole = office.get("publisher", &format!("/api/v1/cases/{case}")).json();
    assert_eq!(whole["standing"]["stage"], "failed_timeout");
}

/// The case of the demo's dossier, whose clock began on 10 October: 60 days, and day 61.
fn timed_out_on_day_61(office: &Office) {
    let demo = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("demo");
    let vault = office.site.vault().expect("a vault");
    let import = office.site.desk.import(vault, &demo, "The contoso");
    let imported = office.waiting.on(import).expect("imported");
    let (case, app) = (imported.id.clone(), imported.case.app.id.clone());
    let path = format!("/api/v1/cases/{case}");
    let due = office.get("publisher", &path).json()["standing"]["due_on"].clone();
    assert_eq!(due, "2026-12-09");
    office.clock.advance_days(16);
    assert_eq!(office.clock.today().to_string(), "2026-12-09");
    assert_eq!(office.waiting.on(office.site.desk.end_late()).expect("asked"), 0);
    let note = json!({"act": "declare_interest", "interest": "none"});
    office.act("analyst", &case, &note);
    office.clock.advance_days(1);
    let propose = json!({"act": "propose", "ruling": "reject", "words": "Too late."});
    for (who, act) in [
        ("publisher", json!({"act": "complete_evidence"})),
        ("publisher", json!({"act": "withdraw", "reason": "too late"})),
        ("analyst", note),
        ("analyst", propose),
    ] {
        let late = office.try_act(who, &case, &act);
        assert_eq!(late.kind(), "refused-time-over", "{who} {act}: {}", late.body);
    }
    for who in ["publisher", "analyst"] {
        let found = office.get(who, &format!("{path}/assessment")).json();
        assert_eq!(
            (&found["state"], &found["outcome"]),
            (&json!("failed_timeout"), &json!("timed-out"))
        );
    }
    assert_eq!(office.waiting.on(office.site.desk.end_late()).expect("ended"), 1);
    for who in ["publisher", "analyst", "lead", "auditor"] {
        let whole = office.get(who, &path).json();
        assert_eq!(whole["standing"]["stage"], "failed_timeout", "{who}");
        assert_eq!(whole["decision"], Json::Null);
    }
    assert_eq!(office.get("rival", &path).status, 404);
    let stranger = office.get("", &format!("/api/v1/apps/{app}"));
    assert_eq!(stranger.status, 404, "the public learns nothing of it");
    office.open("publisher", &app);
}

/// What a certified case said is the beginning of the next one of the app.
fn copied(office: &Office) {
    let list = office.get("publisher", "/api/v1/cases?stage=certified&app_id=A1").json();
    let from = list["cases"][0]["id"].as_str().unwrap().to_owned();
    let case = office.open("publisher", "A1");
    let copy = |who: &str, case: &str, from: &str| {
        office.post(who, &format!("/api/v1/cases/{case}/copy"), &json!({"from": from}))
    };
    for (who, status) in [("rival", 404), ("customer", 404), ("auditor", 403), ("reader", 403)] {
        assert_eq!(copy(who, &case, &from).status, status, "{who}");
    }
    assert_eq!(copy("publisher", &case, "nothing").status, 404);
    assert_eq!(copy("publisher", &case, &case).kind(), "refused-not-there");
    let over = office.get("publisher", "/api/v1/cases?stage=rejected").json();
    let over = over["cases"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(
        copy("publisher", &case, &over).kind(),
        "refused-wrong-stage",
        "only from certified"
    );
    let other = office.post("rival", "/api/v1/cases", &super::opening("R1", "small-team-baseline"));
    let other = other.json()["case"].as_str().unwrap().to_owned();
    assert_eq!(copy("rival", &other, &from).status, 404, "only the own cases");
    let done = copy("publisher", &case, &from);
    assert_eq!(done.status, 200, "{}", done.body);
    let whole = office.get("publisher", &format!("/api/v1/cases/{case}")).json();
    let before = office.get("publisher", &format!("/api/v1/cases/{from}")).json();
    assert_eq!(whole["standing"]["stage"], "not_started");
    assert_eq!(whole["facts"]["scope"], before["facts"]["scope"]);
    assert_eq!(whole["facts"]["statements"], before["facts"]["statements"]);
    let documents =
        |of: &str| office.get("publisher", &format!("/api/v1/cases/{of}/documents")).json();
    let (new, old) = (documents(&case), documents(&from));
    assert_eq!(new["documents"][0]["dated_on"], old["documents"][0]["dated_on"], "its own day");
    let evidence = office.get("publisher", &format!("/api/v1/cases/{case}/evidence")).json();
    assert_eq!(evidence["evidence"], json!([]), "evidence is handed in anew");
}

/// By invitation into an organization that the program owner makes.
fn invited(office: &Office) {
    let new = json!({"name": "Contoso Notes", "kind": "publisher"});
    let made = office.post("owner", "/api/v1/organizations", &new);
    assert_eq!(made.status, 201, "{}", made.body);
    let id = made.json()["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/organizations/{id}/invitations");
    let invited =
        office.post("owner", &path, &json!({"role": "publisher", "email": "new@example.org"}));
    assert_eq!(invited.status, 201, "{}", invited.body);
    let url = invited.json()["url"].as_str().unwrap().to_owned();
    let page = office.get("", url.strip_prefix("https://desk.example.org").unwrap());
    assert_eq!(page.status, 200, "the address leads to the page of the invitation");
    let open = office.get("owner", &path).json();
    assert_eq!(open["invitations"][0]["email"], "new@example.org");
    assert_eq!(office.get("publisher", &path).status, 404);
}

fn whole(office: &Office) {
    invited(office);
    certified(office);
    rejected(office);
    timed_out(office);
    copied(office);
}

#[test]
fn a_case_ends_in_every_way_on_sqlite() {
    whole(&Office::new(None));
}

#[test]
fn a_case_ends_in_every_way_on_postgres() {
    let Some(place) = postgres() else { return };
    whole(&Office::new(Some(place)));
}

#[test]
fn a_case_of_the_whole_program_ends_on_day_61_on_sqlite() {
    timed_out_on_day_61(&Office::new(None));
}

#[test]
fn a_case_of_the_whole_program_ends_on_day_61_on_postgres() {
    let Some(place) = postgres() else { return };
    timed_out_on_day_61(&Office::new(Some(place)));
}
