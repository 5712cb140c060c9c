//! Laws of reading pages, with the project's own questionnaire and lexicons.

#![allow(clippy::expect_used, reason = "a test may stop at what it does not expect")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use attestor_core::attestation::page::lexicon::Lexicons;
use attestor_core::attestation::page::recognition::Recognition;
use attestor_core::attestation::page::{read_bytes, read_recognized};
use attestor_core::attestation::question::{Form, Questionnaire};
use proptest::prelude::*;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn texts(folder: &Path, name: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(texts(&path, name));
        } else if path.to_string_lossy().ends_with(name) {
            let text = fs::read_to_string(&path).expect("text");
            found.push((path.display().to_string(), text));
        }
    }
    found.sort();
    found
}

static DATA: LazyLock<(Questionnaire, Lexicons)> = LazyLock::new(|| {
    let questions = texts(&root().join("frameworks/m365-certification/questionnaire"), ".yaml");
    let questionnaire = Questionnaire::load(&questions).expect("a sound questionnaire");
    let lexicons = texts(&root().join("locales"), "lexicon.yaml");
    let lexicons = Lexicons::load(&lexicons, &questionnaire).expect("sound lexicons");
    (questionnaire, lexicons)
});

#[test]
fn the_questionnaire_and_eleven_lexicons_are_sound() {
    let (questionnaire, lexicons) = &*DATA;
    assert_eq!(questionnaire.questions().len(), 95);
    assert_eq!(questionnaire.controls().len(), 26);
    let on = |form| questionnaire.questions().iter().filter(|q| q.position(form).is_some()).count();
    assert_eq!((on(Form::Form2021), on(Form::Form2022)), (23, 86));
    let locales: Vec<&str> = lexicons.all().iter().map(|lexicon| &*lexicon.locale).collect();
    assert_eq!(
        locales,
        [
            "de-DE", "en-US", "es-ES", "fr-FR", "it-IT", "ja-JP", "ko-KR", "pt-BR", "ru-RU",
            "zh-CN", "zh-TW"
        ]
    );
    for (locale, found) in [("fr-CA", "fr-FR"), ("zh-HK", "zh-TW"), ("zh-SG", "zh-CN")] {
        assert_eq!(lexicons.get(locale).map(|lexicon| &*lexicon.locale), Some(found));
    }
}

/// The published pages beside the project, or in the folder that `ATTESTOR_SHARED` names; none, with
/// a visible line, when they are missing.
fn corpus() -> Vec<PathBuf> {
    let named = std::env::var_os("ATTESTOR_SHARED").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| root().join("../shared")).join("corpus/pages");
    if !folder.exists() {
        // Written past the capture of the test runner, so that a skipped test is seen.
        let _ = writeln!(std::io::stderr(), "skipped: corpus/pages is not beside the project");
        return Vec::new();
    }
    files(&folder)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

#[test]
fn recognized_pages_are_read_the_same_again() {
    let (questionnaire, lexicons) = &*DATA;
    for path in corpus().iter().step_by(7) {
        let bytes = fs::read(path).expect("a file");
        let fresh = read_bytes(&bytes, questionnaire, lexicons);
        let text = Recognition::of(&fresh.0, &fresh.1, questionnaire, lexicons).to_string();
        let kept = Recognition::parse(&text).expect("the form");
        let again = read_recognized(&bytes, questionnaire, lexicons, &kept);
        assert!(again == fresh, "{}: {text}", path.display());
    }
}

/// A page of the form of 2022 in the source language, in words of this test.
const PAGE: &str = "---\ntitle: T\nms.date: 01/31/2022\nms.contentlocale: en-US\n---\n# <a name=\"t\"></a>T\n\
<p>Updated on: March 3, 2022</p>\n* <a href=\"https://appsource.microsoft.com/product/office/WA1\">A</a>\n\n\
::: zone pivot=\"security\"\n\n| **Information** | **Response** |\n|:--|:--|\n\
| Penetration test every year? | Yes |\n| Disaster recovery plan? | No |\n| Anti-malware? | ApplicationControls |\n\
| Firewall? |  |\n\n::: zone-end\n::: zone pivot=\"zerotrust\"\n\n>| P | T | J | I |\n>|:-|:-|:-|:-|\n\
>| User.Read | delegated | why | [x](../azure/585c6702-a0cb-4e6a-8234-0123456789ab.md) |\n\n::: zone-end\n";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_give_a_page_with_its_text(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let (questionnaire, lexicons) = &*DATA;
        let (page, _) = read_bytes(&bytes, questionnaire, lexicons);
        prop_assert_eq!(page.text, String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_damaged_page_keeps_the_rows_that_are_left(
        cuts in proptest::collection::vec((0..PAGE.len(), 0_usize..40, "[|>\\\\<&\\[\\]()*\n:# a-z가、]{0,6}"), 1..6),
    ) {
        let mut bytes = PAGE.as_bytes().to_vec();
        for (at, length, word) in cuts {
            let start = at.min(bytes.len());
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, word.bytes());
        }
        let (questionnaire, lexicons) = &*DATA;
        let (page, findings) = read_bytes(&bytes, questionnaire, lexicons);
        let text = String::from_utf8_lossy(&bytes);
        prop_assert_eq!(&page.text, &text);
        let lines = u32::try_from(text.lines().count()).expect("few lines");
        prop_assert!(findings.iter().all(|finding| finding.line <= lines.max(1)));
        // Whatever a row shows stands in the text, in that order, so nothing was invented.
        for row in &page.rows {
            let mut letters = text.chars().filter(|letter| letter.is_alphanumeric());
            let mut shown = row.label.text.chars().chain(row.answer.text.chars());
            let found = shown.all(|one| !one.is_alphanumeric() || letters.any(|other| other == one));
            prop_assert!(found, "{} | {}", row.label.text, row.answer.text);
        }
    }

    #[test]
    fn a_damaged_recognition_loses_no_row(
        words in proptest::collection::vec("[0-9]{1,3}([?]|-[0-9]{1,3})?|-|\\PC{0,3}", 0..8),
    ) {
        let (questionnaire, lexicons) = &*DATA;
        let (page, findings) = read_bytes(PAGE.as_bytes(), questionnaire, lexicons);
        let text = Recognition::of(&page, &findings, questionnaire, lexicons).to_string();
        let start = text.split(' ').take(2).map(str::to_owned);
        let text = start.chain(words).collect::<Vec<_>>().join(" ");
        if let Some(damaged) = Recognition::parse(&text) {
            let (read, _) = read_recognized(PAGE.as_bytes(), questionnaire, lexicons, &damaged);
            let cells = |one: &attestor_core::attestation::page::rows::Row| {
                (one.line, one.label.clone(), one.answer.clone())
            };
            let all = page.rows.iter().map(cells).collect::<Vec<_>>();
            prop_assert_eq!(read.rows.iter().map(cells).collect::<Vec<_>>(), all);
        }
    }
}
