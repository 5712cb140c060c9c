//! The form of acts in JSON: the API's, and the record's.

use std::collections::BTreeSet;

use attestor_core::answer::Answer;
use attestor_core::certification::case::{
    App, Connection, FixProof, Judgment, RecordedDraw, Segmentation, Verdict,
};
use attestor_core::certification::decision::Outcome;
use attestor_core::desk::act::{Act, Grounds, Interest, Judged, Ruling, Said};
use attestor_core::desk::thread::Visibility;
use attestor_core::digest::Digest;
use serde_json::{Value, json};

use crate::case::{a_component, a_pentest_report, a_permission, a_report, a_service, day, id};
use crate::play::{Play, SMALL, a_file, judged, said, verified};

fn draw() -> Option<RecordedDraw> {
    let (seed, population) = ("case-1/ab".to_owned(), "ab".to_owned());
    Some(RecordedDraw {
        seed,
        population,
        redraw_reason: Some("more machines".to_owned()),
        enlarged: Vec::new(),
    })
}

/// One act of each kind, with all that it can say.
pub(crate) fn examples() -> Vec<Act> {
    let play = Play::open(SMALL, "2026-06-30");
    let facts = play.facts();
    let control = facts.evidence[0].targets[0].control.clone();
    let mut piece = play.pieces(control.as_str()).remove(0);
    piece.process_built_on = Some(day("2026-01-01"));
    piece.runs = Some(2);
    piece.replaces = Some(id("E1"));
    let piece = Box::new(piece);
    let reason = || "because".to_owned();
    let app = App { kind: Some(id("web-app")), ..facts.app.clone() };
    let digest = Digest::of(b"x");
    let grounds = Some(Grounds {
        assessed_on: day("2026-06-30"),
        outcome: Outcome::Certifiable,
        edition: digest,
        case: digest,
        assessment: digest,
    });
    let said = Said {
        item: Some(id("E1")),
        thread: Some(id("T1")),
        ..said("case", Visibility::Internal, "words")
    };
    let judged = Judged { external: Some(id("soc2")), ..judged("OPS-RSK-01", Verdict::Failed) };
    let connection = Connection {
        name: "office".to_owned(),
        segmentation: Segmentation::Proved,
        can_harm: Answer::No,
    };
    let permission = attestor_core::certification::case::Permission {
        judgment: Some(Judgment::OverBroad),
        ..a_permission("User.Read")
    };
    let file = || a_file("a.pdf");
    vec![
        Act::Open {
            app: app.clone(),
            framework: id(SMALL),
            certified_on: Some(day("2026-01-01")),
            edition: Some("2026.1".to_owned()),
        },
        crate::dossiers::take(&facts),
        Act::DescribeApp { app },
        Act::Verify { verification: verified() },
        Act::Attest { attestation: facts.attestation.clone().unwrap() },
        Act::ApproveAttestation {},
        Act::ReturnAttestation { reason: reason() },
        Act::Consent {},
        Act::Start {},
        Act::Withdraw { reason: reason() },
        Act::State { statement: id("keeps-customer-data"), holds: Some(true) },
        Act::SetEnvironments { environments: facts.scope.environments.clone() },
        Act::SetConnections { connections: vec![connection] },
        Act::SetServices {
            services: vec![a_service(
                "api.example.org",
                attestor_core::certification::case::ServiceOwner::ThirdParty,
            )],
        },
        Act::SetSites { recovery_site: Answer::Yes, backup_site: Answer::Unanswered },
        Act::SetFootprint { footprint: vec!["https://example.org".to_owned()] },
        Act::SetInventory { components: vec![a_component("machine-1", "own")] },
        Act::Redraw { reason: reason(), draw: draw() },
        Act::EnlargeSample { component: id("machine-1"), reason: reason(), to: Some(3) },
        Act::AddDocument {
            kind: id("app-description"),
            file: file(),
            dated_on: Some(day("2026-06-01")),
        },
        Act::RemoveDocument { document: id("D1") },
        Act::SubmitDocuments {},
        Act::ReturnDocuments { reason: reason(), documents: [(id("D1"), reason())].into() },
        Act::AcceptDocuments { draw: draw() },
        Act::AddEvidence { piece: piece.clone() },
        Act::DescribeEvidence { evidence: id("E1"), piece },
        Act::RemoveEvidence { evidence: id("E1") },
        Act::SubmitControl { control: control.clone(), note: reason() },
        Act::DeclareNotInPlace { control, reason: reason() },
        Act::CompleteEvidence {},
        Act::Say { said: said.clone() },
        Act::Draft { said },
        Act::DraftVerdict { judged: judged.clone() },
        Act::DropDraft { draft: id("P9") },
        Act::SendReview {},
        Act::Judge { verdicts: vec![judged] },
        Act::Resolve { thread: id("T1") },
        Act::Reopen { thread: id("T1") },
        Act::Assign { analyst: Some("analyst".to_owned()), name: "Analyst".to_owned() },
        Act::SetPermissions { permissions: vec![permission] },
        Act::JudgePermission {
            permission: "User.Read".to_owned(),
            judgment: Some(Judgment::Accepted),
            reason: reason(),
        },
        Act::JudgeService { host: "a.example.org".to_owned(), explained: false, reason: reason() },
        Act::AddExternal { report: Box::new(a_report("iso27001")), file: file() },
        Act::RemoveExternal { path: "external/a.pdf".to_owned() },
        Act::JudgeExternal { path: "external/a.pdf".to_owned(), accepted: false, reason: reason() },
        Act::RequestPentest {},
        crate::pentests::scope(10),
        Act::BookPentest { starts_on: day("2026-08-01") },
        Act::MovePentest { starts_on: Some(day("2026-08-02")), fee_percent: 25 },
        Act::CancelPentest { fee_percent: 90 },
        Act::ReportPentest { report: Box::new(a_pentest_report()), file: file() },
        Act::FixFinding {
            finding: "F-1".to_owned(),
            fixed_on: day("2026-06-01"),
            proof: FixProof::FirmRetest,
        },
        Act::DeclareInterest { interest: Interest::Conflict, words: reason() },
        Act::Propose { ruling: Ruling::Certify, words: reason(), grounds },
        Act::ReturnProposal { reason: reason() },
        Act::Confirm { assessment: digest },
        Act::TimeOut {},
        Act::Revoke { reason: reason() },
    ]
}

/// The words in the function that names the kind of every act: the compiler keeps that one whole.
fn named() -> Vec<String> {
    let text = include_str!("../../src/desk/act/kinds.rs");
    let (_, body) = text.split_once("fn kind(&self)").unwrap();
    let (body, _) = body.split_once("\n    }\n").unwrap();
    body.split("=> \"").skip(1).map(|it| it.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn the_list_of_kinds_is_whole() {
    assert_eq!(Act::KINDS, named());
}

#[test]
fn there_is_an_example_of_every_kind() {
    let found: Vec<&str> = examples().iter().map(Act::kind).collect();
    assert_eq!(found, Act::KINDS);
}

#[test]
fn every_act_is_the_same_after_json() {
    for act in examples() {
        let text = serde_json::to_string(&act).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["act"], act.kind());
        assert_eq!(serde_json::from_str::<Act>(&text).unwrap(), act, "{text}");
    }
}

#[test]
fn every_act_refuses_a_field_that_it_does_not_know() {
    for act in examples() {
        let mut value = serde_json::to_value(&act).unwrap();
        value["surprise"] = json!(1);
        assert!(serde_json::from_value::<Act>(value).is_err(), "{}", act.kind());
    }
}

/// Maps whose keys are ids or paths take any key.
const FREE: [&str; 7] =
    ["statements", "answers", "texts", "reviews", "figures", "documents", "patch_windows"];

/// Every place below a value where a field would be unknown.
fn places(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            let name = at.rsplit('/').next().unwrap_or_default();
            let free = FREE.contains(&name) || at == "/files";
            if !free {
                found.insert(at.to_owned());
            }
            for (key, value) in fields {
                places(
                    value,
                    &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")),
                    found,
                );
            }
        }
        Value::Array(items) => {
            for (number, value) in items.iter().enumerate() {
                places(value, &format!("{at}/{number}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn nothing_inside_an_act_takes_a_field_that_it_does_not_know() {
    for act in examples() {
        let whole = serde_json::to_value(&act).unwrap();
        let mut found = BTreeSet::new();
        places(&whole, "", &mut found);
        for place in found {
            let mut value = whole.clone();
            let inside = value.pointer_mut(&place).unwrap();
            inside.as_object_mut().unwrap().insert("surprise".to_owned(), json!({}));
            let read = serde_json::from_value::<Act>(value);
            assert!(read.is_err(), "{} at {place}", act.kind());
        }
    }
}

/// The examples one a line, for readers of the format and for tests of the server.
#[test]
fn the_file_of_examples_says_the_same() {
    let mut text = String::new();
    for act in examples() {
        text.push_str(&serde_json::to_string(&act).unwrap());
        text.push('\n');
    }
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/desk/acts.jsonl");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap();
    assert!(kept == text, "run again with BLESS=1 and read the difference");
}
