//! What is worked out from a case on the desk: the statement of applicability, what is to be erased.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    dead_code,
    unreachable_pub,
    reason = "tests stop at the first surprise, and the builders have more than is used here"
)]

#[path = "builder/case.rs"]
mod case;
#[path = "builder/program.rs"]
mod program;

use std::collections::BTreeMap;

use attestor_core::certification::case::{App, Case};
use attestor_core::certification::decision::assess;
use attestor_core::certification::reason::RuleId;
use attestor_core::desk::act::{Act, Actor, FileRef, Recorded, Side};
use attestor_core::desk::applicability;
use attestor_core::desk::erase;
use attestor_core::desk::file::CaseFile;
use attestor_core::digest::Digest;
use attestor_core::instant::Instant;

use crate::case::{a_complete_case, day, id, today};
use crate::program::{M365, permission_rules, program};

fn recorded(number: u64, act: Act) -> Recorded {
    let actor = Actor { account: "a1".to_owned(), name: "Ada".to_owned(), side: Side::Lead };
    Recorded { number, at: Instant::parse("2026-06-01T09:00:00Z").unwrap(), actor, act }
}

fn file_of(case: Case) -> CaseFile {
    let names = case.evidence.iter().map(|it| &it.file);
    let names = names.chain(case.documents.iter().map(|it| &it.file));
    let file = |name: &String| FileRef {
        digest: Digest::of(name.as_bytes()),
        name: name.clone(),
        size_bytes: 1,
        media_type: String::new(),
    };
    let files: BTreeMap<String, FileRef> = names.map(|it| (it.clone(), file(it))).collect();
    let app = App { name: "Example".to_owned(), ..App::default() };
    let open = Act::Open { app, framework: id(M365), certified_on: None, edition: None };
    let take = Act::TakeDossier { case: Box::new(case), files };
    CaseFile::of("c1", "o1", &[recorded(1, open), recorded(2, take)]).unwrap()
}

#[test]
fn every_control_stands_in_the_statement_with_its_reason() {
    let mut case = a_complete_case();
    case.statements.insert(id("eu-personal-data"), false);
    case.statements.remove(&id("stores-customer-data"));
    let file = file_of(case);
    let assessment = assess(program(), permission_rules(), &file.case, today());
    let rows = applicability::rows(program(), &file, &assessment);
    assert_eq!(rows.len(), program().controls().count());
    assert!(rows.iter().all(|row| !row.domain.is_empty() && !row.title.is_empty()));
    let out: Vec<_> = rows.iter().filter(|row| !row.applies).collect();
    assert!(!out.is_empty(), "without personal data of the EU some controls are out");
    for row in out {
        assert!(!row.why.is_empty() && row.shown.is_empty(), "{}", row.control);
        assert_eq!(row.status.as_str(), "not_applicable", "{}", row.control);
    }
    let assumed = rows.iter().filter(|row| {
        row.applies && row.why.iter().any(|reason| reason.rule == RuleId::ConditionUnknown)
    });
    assert!(assumed.count() > 0, "a statement that nobody made lets controls in, and says so");
}

#[test]
fn files_are_erased_eighteen_months_after_they_were_handed_in() {
    let mut case = a_complete_case();
    case.evidence.truncate(2);
    case.documents.clear();
    let submitted = day("2026-05-01");
    case.evidence[0].file = "evidence/one.txt".to_owned();
    case.evidence[0].submitted_on = Some(submitted);
    case.evidence[1].file = "evidence/two.txt".to_owned();
    case.evidence[1].submitted_on = None;
    let file = file_of(case);
    let last = submitted.plus_months(18);
    assert!(erase::due(program(), &file, last).is_empty(), "the last day counts");
    let due = erase::due(program(), &file, last.plus_days(1));
    let due: Vec<Digest> = due.into_iter().collect();
    assert_eq!(due, [Digest::of(b"evidence/one.txt")], "what was never handed in stays");
}

#[test]
fn a_file_that_is_used_twice_is_kept_as_long_as_the_later() {
    let mut case = a_complete_case();
    case.evidence.truncate(2);
    case.documents.clear();
    case.evidence[0].submitted_on = Some(day("2026-01-01"));
    case.evidence[1].submitted_on = Some(day("2026-05-01"));
    case.evidence[0].file = "evidence/one.txt".to_owned();
    case.evidence[1].file = "evidence/two.txt".to_owned();
    let mut file = file_of(case);
    let same = file.files["evidence/one.txt"].clone();
    file.files.insert("evidence/two.txt".to_owned(), same);
    let later = day("2026-05-01").plus_months(18);
    assert!(erase::due(program(), &file, later).is_empty());
    assert_eq!(erase::due(program(), &file, later.plus_days(1)).len(), 1);
}
