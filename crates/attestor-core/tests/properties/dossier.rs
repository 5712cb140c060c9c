//! A written dossier is read as the same case.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use attestor_core::answer::Answer;
use attestor_core::attestation::page::lexicon::Lexicons;
use attestor_core::attestation::question::Questionnaire;
use attestor_core::certification::case::{Case, Enlargement, RecordedDraw};
use attestor_core::digest::Digest;
use attestor_core::dossier::{Folder, Guide, read, write};
use attestor_core::fault::Problem;
use attestor_core::id::Id;
use proptest::prelude::{prop_assert, prop_assume, proptest};

use crate::dice::a_random_case;
use crate::program::{M365, files, library, program};

/// The files of a dossier; every file that they name exists.
struct Memory(BTreeMap<String, String>);

impl Folder for Memory {
    fn text(&self, path: &str) -> Result<Option<String>, Problem> {
        Ok(self.0.get(path).cloned())
    }

    fn digest(&self, path: &str) -> Result<Option<Digest>, Problem> {
        Ok(Some(Digest::of(path.as_bytes())))
    }
}

fn questionnaire() -> &'static Questionnaire {
    static QUESTIONS: OnceLock<Questionnaire> = OnceLock::new();
    QUESTIONS.get_or_init(|| {
        let folder = format!("{M365}/questionnaire/");
        let own = files().into_iter().filter(|file| file.path.starts_with(&folder));
        let texts: Vec<(String, String)> = own.map(|file| (file.path, file.text)).collect();
        Questionnaire::load(&texts).unwrap()
    })
}

fn lexicons() -> &'static Lexicons {
    static WORDS: OnceLock<Lexicons> = OnceLock::new();
    WORDS.get_or_init(|| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales/en-US/lexicon.yaml");
        let text = std::fs::read_to_string(path).unwrap();
        Lexicons::load(&[("en-US/lexicon.yaml".to_owned(), text)], questionnaire()).unwrap()
    })
}

/// The parts that a dossier says in one way only: what is unanswered is left out, and reports name
/// their edition's rows by their own files.
fn plain(mut case: Case) -> Case {
    if let Some(attestation) = &mut case.attestation {
        attestation.answers.retain(|_, answer| *answer != Answer::Unanswered);
        attestation.ruled_out.clear();
    }
    case.external.retain(|report| report.soa_rows.is_none());
    for report in &mut case.external {
        report.excluded.clear();
    }
    case
}

/// A draw with all that can be said of one.
fn a_draw() -> RecordedDraw {
    let one = |to, reason: &str| Enlargement {
        component: Id::parse("web-01").unwrap(),
        to,
        reason: reason.to_owned(),
    };
    RecordedDraw {
        seed: "case-1/ab".to_owned(),
        population: "ab".repeat(32),
        redraw_reason: Some("a machine came in".to_owned()),
        enlarged: vec![one(3, "they \"differ\""), one(4, "still: they do\n- so")],
    }
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn written_dossier_is_read_as_the_same_case(case in a_random_case()) {
        let mut case = plain(case);
        case.draw = Some(a_draw());
        let guide = Guide { library: library(), questionnaire: questionnaire(), lexicons: lexicons() };
        let folder = Memory(write(library(), program(), &case).into_iter().collect());
        let found = read(&folder, guide);
        // Random days and paths may be impossible; those are refused, which another test looks at.
        prop_assume!(found.is_ok());
        prop_assert!(plain(found.unwrap().case) == case, "another case was read");
    }
}
