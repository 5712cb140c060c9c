//! A dossier becomes a case and comes back out without loss.

use std::collections::BTreeMap;

use attestor_core::certification::case::Case;
use attestor_core::desk::act::{Act, FileRef, Recorded};
use attestor_core::desk::file::CaseFile;
use attestor_core::dossier;
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use crate::dice::a_random_case;
use crate::play::{Play, SMALL, a_file, noon, who};
use crate::program::{M365, library};

/// The files that a case names.
fn files(case: &Case) -> BTreeMap<String, FileRef> {
    let named = case.documents.iter().map(|it| &it.file);
    let named = named.chain(case.evidence.iter().map(|it| &it.file));
    let named = named.chain(case.external.iter().map(|it| &it.file));
    let named = named.chain(case.pentest.iter().map(|it| &it.file));
    named.map(|path| (path.clone(), a_file(path.rsplit('/').next().unwrap()))).collect()
}

/// The act that takes a case over.
pub(crate) fn take(case: &Case) -> Act {
    Act::TakeDossier { files: files(case), case: Box::new(case.clone()) }
}

/// A new case of the app of some facts.
fn opened(case: &Case) -> CaseFile {
    let act = Act::Open {
        app: case.app.clone(),
        framework: crate::case::id(M365),
        certified_on: None,
        edition: None,
    };
    let one = Recorded { number: 1, at: noon(crate::case::today()), actor: who("analyst"), act };
    CaseFile::of("case-1", "contoso", &[one]).unwrap()
}

fn taken(case: &Case) -> CaseFile {
    let mut file = opened(case);
    let at = noon(crate::case::today());
    file.fold(&Recorded { number: 2, at, actor: who("analyst"), act: take(case) });
    file
}

#[test]
fn a_complete_dossier_becomes_a_case_that_starts_and_is_decided() {
    let mut play = Play::open(SMALL, "2026-06-30");
    let mut case = play.facts();
    case.evidence.iter_mut().for_each(|it| it.captured_on = crate::case::day("2026-06-20"));
    play.does("analyst", take(&case));
    assert_eq!(play.file.case, case);
    play.does("analyst", Act::ApproveAttestation {})
        .does("publisher", Act::Start {})
        .does("publisher", Act::SubmitDocuments {})
        .does("analyst", Act::AcceptDocuments { draw: None })
        .does("publisher", Act::CompleteEvidence {})
        .approves_all()
        .decides(attestor_core::desk::act::Ruling::Certify);
}

#[test]
fn the_app_and_its_certificate_are_those_the_case_was_opened_for() {
    let mut play = Play::open_with(SMALL, "2026-06-30", Some("2026-01-01"));
    let mut case = play.facts();
    case.app.id = "another".to_owned();
    play.does("analyst", take(&case));
    assert_eq!(play.file.case.app.id, "app-1");
    assert_eq!(play.file.case.dates.certified_on, Some(crate::case::day("2026-01-01")));
}

#[test]
fn later_pieces_never_take_an_id_or_a_path_of_the_dossier() {
    let mut play = Play::open(SMALL, "2026-06-30");
    let mut case = play.facts();
    case.evidence.truncate(3);
    case.evidence[0].id = crate::case::id("D1");
    case.evidence[1].id = crate::case::id("E4");
    case.documents[0].file = "documents/A.pdf".to_owned();
    play.does("analyst", take(&case));
    assert_eq!(play.file.documents[0].id, crate::case::id("D2"));
    let piece = play.pieces(case.evidence[0].targets[0].control.as_str()).remove(0);
    play.does("publisher", Act::AddEvidence { piece: Box::new(piece) });
    assert_eq!(play.file.pieces.last().unwrap().id, crate::case::id("E5"));
    let kind = crate::case::id("app-description");
    play.does("publisher", Act::AddDocument { kind, file: a_file("a.pdf"), dated_on: None });
    assert_eq!(play.file.documents.last().unwrap().path, "documents/2/a.pdf");
}

/// Enough to meet every rule.
fn config() -> ProptestConfig {
    ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_dossier_comes_back_out_as_it_was(case in a_random_case()) {
        let file = taken(&case);
        prop_assert!(file.case == case);
        let program = library().framework(M365).unwrap();
        let before = dossier::write(library(), program, &case);
        prop_assert_eq!(before, dossier::write(library(), program, &file.case));
    }

    #[test]
    fn facts_are_the_same_after_json(case in a_random_case()) {
        let text = serde_json::to_string(&case).unwrap();
        prop_assert!(serde_json::from_str::<Case>(&text).unwrap() == case);
        let act = take(&case);
        let text = serde_json::to_string(&act).unwrap();
        prop_assert!(serde_json::from_str::<Act>(&text).unwrap() == act);
    }
}
