//! Any bytes become a page with findings, never a panic, and nothing on the page is lost.
#![no_main]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use attestor_core::attestation::page::kind::Kind;
use attestor_core::attestation::page::shown::{notes, permissions, rows};
use attestor_core::attestation::page::recognition::Recognition;
use attestor_core::attestation::page::{lexicon::Lexicons, read_bytes, read_recognized};
use attestor_core::attestation::question::Questionnaire;
use libfuzzer_sys::fuzz_target;

static PROGRAM: LazyLock<(Questionnaire, Lexicons)> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let questions = texts(&root.join("frameworks/m365-certification/questionnaire"), "");
    let questionnaire = Questionnaire::load(&questions).expect("the questionnaire is sound");
    let lexicons = texts(&root.join("locales"), "lexicon.yaml");
    let lexicons = Lexicons::load(&lexicons, &questionnaire).expect("the lexicons are sound");
    (questionnaire, lexicons)
});

fuzz_target!(|bytes: &[u8]| {
    let (questionnaire, lexicons) = &*PROGRAM;
    let (page, findings) = read_bytes(bytes, questionnaire, lexicons);
    assert_eq!(page.text, String::from_utf8_lossy(bytes), "the text is kept as it came in");
    let again = read_bytes(bytes, questionnaire, lexicons);
    let of_many = page.kind != Kind::App;
    assert!(of_many || page.entries.is_empty(), "only pages about many apps have entries");
    assert!(!of_many || page.rows.is_empty(), "pages about many apps have no rows");
    let lines = page.text.lines().count() + 1;
    assert!(page.entries.iter().all(|one| (1..=lines).contains(&(one.line as usize))));
    assert!(page.entries.iter().all(|one| !one.name.is_empty() && one.section.len() <= 12));
    assert_eq!(rows(&page, questionnaire).len(), page.rows.len(), "every row is shown");
    assert_eq!(permissions(&page).len(), page.facts.permissions.len(), "so is every permission");
    assert!(notes(&page).len() <= page.outline.notes.len());
    let kept = Recognition::of(&page, &findings, questionnaire, lexicons);
    let kept = Recognition::parse(&kept.to_string()).expect("its own text");
    let recognized = read_recognized(bytes, questionnaire, lexicons, &kept);
    assert_eq!((&page, &findings), (&recognized.0, &recognized.1), "kept or not, the same page");
    // The same bytes as a recognition of some other page: it fits or it does not, and never breaks.
    if let Some(strange) = Recognition::parse(&page.text) {
        let _ = read_recognized(bytes, questionnaire, lexicons, &strange);
    }
    assert_eq!((page, findings), again, "the same bytes give the same page");
});

/// Names and texts of all files of a folder, each with `inner` behind its name, in order of names.
fn texts(folder: &Path, inner: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("readable").path()).collect();
    paths.sort();
    let text = |path: PathBuf| {
        let path = if inner.is_empty() { path } else { path.join(inner) };
        (path.display().to_string(), fs::read_to_string(&path).expect("UTF-8"))
    };
    paths.into_iter().filter(|path| inner.is_empty() || path.is_dir()).map(text).collect()
}
