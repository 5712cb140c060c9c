//! Published pages against known facts. The pages are not part of the project; they are found
//! beside it, and without them these tests say so and pass.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it does not expect"
)]

#[path = "pages/agreement.rs"]
mod agreement;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use agreement::Agreement;
use serde_json::Value as Json;

/// The cells of 10,000 that are at least equal in all languages of their source. What is missing
/// stands on the pages: an id of which a translator lost a digit, and a choice turned into words.
const AGREEMENT: u64 = 9_996;

/// A file or folder beside the project, or in the folder that `ATTESTOR_SHARED` names; prints a
/// line when it is not there.
fn beside(path: &str) -> Option<PathBuf> {
    let named = std::env::var_os("ATTESTOR_SHARED").map(PathBuf::from);
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let found = named.unwrap_or_else(own).join(path);
    if !found.exists() {
        // Written past the capture of the test runner, so that a skipped test is seen.
        let _ = writeln!(std::io::stderr(), "skipped: {path} is not beside the project");
        return None;
    }
    Some(found)
}

fn attestor(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_attestor")).args(arguments).output().expect("the program runs")
}

fn json(output: &Output) -> Json {
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// The facts that are known of a page, and those that are read from a file.
fn known_and_read(truth: &str, page: &str) -> Option<(Json, Json)> {
    let truth = beside(truth)?;
    let page = beside(page)?;
    let known: Json = serde_json::from_slice(&std::fs::read(truth).expect("a file")).expect("JSON");
    let output = attestor(&["page", "read", "--format", "jsonl", &page.display().to_string()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some((known["facts"].clone(), json(&output)["facts"].clone()))
}

#[test]
fn the_french_and_the_korean_page_are_read_exactly() {
    for (truth, page) in [
        ("fr-FR/live/teams/iglobe-crm-for-teams.json", "003_4aaa89c66345bc8a.txt"),
        ("ko-KR/live/teams/iglobe-mipa-your-personal-assistant.json", "000_585c6702a0cbfe6a.txt"),
    ] {
        let found = known_and_read(&format!("corpus/truth/{truth}"), &format!("seeds/{page}"));
        if let Some((known, read)) = found {
            assert_eq!(read, known, "{truth}");
        }
    }
}

#[test]
fn at_least_9996_of_10000_cells_agree_in_every_language() {
    let (Some(pages), Some(truth)) = (beside("corpus/pages"), beside("corpus/truth")) else {
        return;
    };
    let (pages, truth) = (pages.display().to_string(), truth.display().to_string());
    let output = attestor(&["page", "check", "--format", "json", &pages, "--truth", &truth]);
    let report = json(&output);
    let locales = report["locales"].as_object().expect("locales");
    assert_eq!(locales.len(), 4);
    for (locale, tally) in locales {
        let count = |key: &str| tally[key].as_u64().expect("a count");
        assert!(count("equal") * 10_000 >= count("cells") * 9_996, "{locale}: {tally}");
    }
    assert!(output.status.success());
}

#[test]
fn pages_of_one_source_agree_in_every_language() {
    let Some(folder) = beside("corpus/pages") else { return };
    let mut files = Vec::new();
    below(&folder, &mut files);
    let mut read: Vec<(PathBuf, String, Json)> = Vec::with_capacity(files.len());
    for some in files.chunks(500) {
        let mut arguments = vec!["page", "read", "--format", "jsonl"];
        arguments.extend(some.iter().map(|path| path.to_str().expect("UTF-8")));
        let output = attestor(&arguments).stdout;
        for (path, line) in some.iter().zip(String::from_utf8_lossy(&output).lines()) {
            let text = std::fs::read_to_string(path).expect("a page");
            let page: Json = serde_json::from_str(line).expect("JSON");
            assert!(page["facts"].is_object(), "an app page: {}", path.display());
            let path = path.strip_prefix(&folder).expect("below the folder").to_owned();
            read.push((path, text, page["facts"].clone()));
        }
    }
    assert_eq!(read.len(), files.len());
    let agreement = Agreement::of(read);
    // Written past the capture of the test runner, so that the percentage is seen.
    let _ = writeln!(std::io::stderr(), "{}", agreement.summary());
    let good = agreement.equal * 10_000 >= agreement.cells * AGREEMENT;
    assert!(good, "{}\n{}", agreement.summary(), agreement.worst());
}

/// All pages of a folder and its folders, sorted.
fn below(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            below(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        }
    }
}

#[test]
fn a_folder_a_large_file_and_a_missing_one_are_named_and_the_others_are_read() {
    let folder = std::env::temp_dir().join(format!("attestor-pages-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = |name: &str| folder.join(name).display().to_string();
    std::fs::write(path("large.md"), vec![b'a'; 16 * 1024 * 1024 + 1]).expect("a file");
    std::fs::write(path("good.md"), "| Firewall? | Yes |\n").expect("a file");
    let files = [path(""), path("large.md"), path("missing.md"), path("good.md")];
    let mut arguments = vec!["page", "read", "--format", "json"];
    arguments.extend(files.iter().map(String::as_str));
    let output = attestor(&arguments);
    std::fs::remove_dir_all(&folder).expect("removed");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(json(&output).as_array().map(Vec::len), Some(1));
    let talk = String::from_utf8_lossy(&output.stderr);
    for words in ["is a folder", "larger than 16 MiB", "missing.md", "3 of 4 files"] {
        assert!(talk.contains(words), "{words}: {talk}");
    }
}

#[test]
fn pages_about_many_apps_give_their_kind_and_entries() {
    let folder = std::env::temp_dir().join(format!("attestor-kinds-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = |name: &str| folder.join(name).display().to_string();
    let list = "---\nms.contentlocale: fr-FR\n---\n# Applications pour Excel\n\n\
                | Application | Éditeur |\n|:-|:-|\n| [Horloge](excel/horloge.md) | Exemple SA |\n";
    std::fs::write(path("list.md"), list).expect("a file");
    let contents = "- name: Excel\n  items:\n  - name: Horloge\n    href: excel/horloge.md\n";
    std::fs::write(path("toc.yml"), contents).expect("a file");
    let files = [path("list.md"), path("toc.yml")];
    let output = attestor(&["page", "read", "--format", "jsonl", &files[0], &files[1]]);
    let table = attestor(&["page", "read", &files[1]]);
    let written = attestor(&["page", "write", &files[0], "--locale", "ko-KR"]);
    std::fs::remove_dir_all(&folder).expect("removed");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let pages: Vec<Json> =
        text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let expected = serde_json::json!({
        "file": files[0], "kind": "app_list", "findings": [],
        "entries": [{
            "name": "Horloge", "target": "excel/horloge.md", "publisher": "Exemple SA",
            "section": ["Applications pour Excel"], "line": 8,
        }],
    });
    assert_eq!(pages[0], expected);
    assert_eq!(pages[1]["kind"], "contents");
    assert_eq!(pages[1]["entries"][1]["section"], serde_json::json!(["Excel"]));
    assert!(String::from_utf8_lossy(&table.stdout).contains("contents"));
    assert_eq!(written.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&written.stderr).contains("no app page but `app_list`"));
}

#[test]
fn a_page_is_written_in_another_language_with_its_texts_marked() {
    let page = "---\nms.contentlocale: fr-FR\n---\n# Le mur\n\n::: zone pivot=\"general\"\n\
                | **I** | **R** |\n|:-|:-|\n| Fonctionnalités principales | Il protège |\n::: zone-end\n\
                ::: zone pivot=\"security\"\n| **I** | **R** |\n|:-|:-|\n\
                | Un pare-feu est-il installé ? | Oui |\n::: zone-end\n";
    let folder = std::env::temp_dir().join(format!("attestor-write-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let (file, out) = (folder.join("page.md"), folder.join("page.ko-KR.md"));
    std::fs::write(&file, page).expect("a file");
    let (file, out) = (file.display().to_string(), out.display().to_string());
    let korean = attestor(&["page", "write", &file, "--locale", "ko-KR"]);
    let text = String::from_utf8_lossy(&korean.stdout).into_owned();
    let saved = attestor(&["page", "write", &file, "--locale", "ko-KR", "--out", &out]);
    let written = std::fs::read_to_string(&out).expect("the written page");
    let own = attestor(&["page", "write", &file, "--locale", "fr-fr"]);
    let unknown = attestor(&["page", "write", &file, "--locale", "tlh"]);
    let both = attestor(&["page", "read", "--format", "json", &file, &out]);
    std::fs::remove_dir_all(&folder).expect("removed");
    assert!(korean.status.success() && saved.status.success());
    assert_eq!(text, written);
    assert!(text.contains("| 외부 네트워크 경계에 방화벽이 있나요? | 예 |"), "{text}");
    assert!(text.contains("<span lang=\"fr-FR\" translate=\"no\">Il protège</span>"), "{text}");
    assert_eq!(json(&both)[0]["facts"], json(&both)[1]["facts"]);
    assert_eq!(own.stdout, page.as_bytes());
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("known: de-DE"));
}
