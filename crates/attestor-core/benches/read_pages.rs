//! How fast published pages are read: at least 40 MB/s on one core over the known pages of each
//! language. Run with `cargo bench -p attestor-core --bench read_pages`; without the pages beside
//! the project it says so.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a benchmark fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use attestor_core::attestation::page::lexicon::Lexicons;
use attestor_core::attestation::page::read_bytes;
use attestor_core::attestation::question::Questionnaire;
use divan::Bencher;
use divan::counter::BytesCount;

/// The languages with known pages.
const LOCALES: &[&str] = &["de-DE", "fr-FR", "ja-JP", "ko-KR"];

static DATA: LazyLock<(Questionnaire, Lexicons)> = LazyLock::new(|| {
    let questions = texts(&root().join("frameworks/m365-certification/questionnaire"), ".yaml");
    let questionnaire = Questionnaire::load(&questions).unwrap();
    let words = texts(&root().join("locales"), "lexicon.yaml");
    let lexicons = Lexicons::load(&words, &questionnaire).unwrap();
    (questionnaire, lexicons)
});

fn main() {
    if pages().is_dir() {
        divan::main();
    } else {
        eprintln!("skipped: the known pages are not beside the project");
    }
}

/// All pages of one language, both forms.
#[divan::bench(args = LOCALES, sample_count = 5, sample_size = 1)]
fn read(bencher: Bencher<'_, '_>, locale: &str) {
    let mut paths = Vec::new();
    below(&pages().join(locale), ".md", &mut paths);
    let contents: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    let bytes: usize = contents.iter().map(Vec::len).sum();
    let (questionnaire, lexicons) = &*DATA;
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        let rows = |content| read_bytes(content, questionnaire, lexicons).0.rows.len();
        contents.iter().map(|content| rows(content)).sum::<usize>()
    });
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn pages() -> PathBuf {
    root().join("../shared/corpus/pages")
}

fn texts(folder: &Path, ending: &str) -> Vec<(String, String)> {
    let mut paths = Vec::new();
    below(folder, ending, &mut paths);
    let text = |path: PathBuf| (path.display().to_string(), fs::read_to_string(&path).unwrap());
    paths.into_iter().map(text).collect()
}

fn below(folder: &Path, ending: &str, paths: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            below(&path, ending, paths);
        } else if path.to_string_lossy().ends_with(ending) {
            paths.push(path);
        }
    }
}
