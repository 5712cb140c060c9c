//! The pages of the demo catalog: what each must be so that the site can show it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it does not expect"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value as Json;

/// The most bytes that the pages may add to the binary, together.
const MOST_BYTES: usize = 400_000;
/// The fewest apps that a visitor finds in each of the eleven languages.
const FEWEST_APPS: usize = 3;
/// The pages that carry their English source beside each text.
const SIDE_BY_SIDE: [&str; 1] = ["ja-JP/ferncroft-stamps.md"];
/// What the reader may notice on a demo page: blanks are shown on purpose.
const EXPECTED: [&str; 1] = ["blank_answers"];

struct DemoPage {
    /// The path below the folder, such as `fr-FR/iglobe-crm-for-teams.md`.
    name: String,
    path: PathBuf,
}

impl DemoPage {
    fn locale(&self) -> &str {
        self.name.split('/').next().expect("a folder")
    }

    fn text(&self) -> String {
        std::fs::read_to_string(&self.path).expect("a page")
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("demo-catalog")
}

fn pages() -> Vec<DemoPage> {
    let mut found = Vec::new();
    for locale in std::fs::read_dir(folder()).expect("the demo catalog") {
        let locale = locale.expect("a folder");
        for page in std::fs::read_dir(locale.path()).expect("a folder of a language") {
            let page = page.expect("a page");
            let name = [locale.file_name(), page.file_name()].map(|name| name.into_string());
            let [folder, file] = name.map(|name| name.expect("a plain name"));
            found.push(DemoPage { name: format!("{folder}/{file}"), path: page.path() });
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    found
}

fn attestor(arguments: &[&str]) -> Vec<u8> {
    let program = env!("CARGO_BIN_EXE_attestor");
    let output = Command::new(program).args(arguments).output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// What the reader says about every page, in the order of [`pages`].
fn readings() -> Vec<(DemoPage, Json)> {
    let pages = pages();
    let paths: Vec<String> = pages.iter().map(|page| page.path.display().to_string()).collect();
    let mut arguments = vec!["page", "read", "--format", "json"];
    arguments.extend(paths.iter().map(String::as_str));
    let read: Vec<Json> = serde_json::from_slice(&attestor(&arguments)).expect("JSON");
    assert_eq!(read.len(), pages.len());
    pages.into_iter().zip(read).collect()
}

fn text_of<'j>(json: &'j Json, pointer: &str) -> &'j str {
    json.pointer(pointer).and_then(Json::as_str).unwrap_or("")
}

/// A page in a language that it is not in, and back in its own.
fn there_and_back(page: &DemoPage, scratch: &Path) -> String {
    let other = if page.locale() == "fr-FR" { "en-US" } else { "fr-FR" };
    let middle = scratch.join(page.name.replace('/', "-")).display().to_string();
    let own = page.path.display().to_string();
    attestor(&["page", "write", &own, "--locale", other, "--out", &middle]);
    String::from_utf8(attestor(&["page", "write", &middle, "--locale", page.locale()]))
        .expect("UTF-8")
}

#[test]
fn every_page_has_the_language_of_its_folder_and_the_identity_of_its_store_link() {
    for (page, read) in readings() {
        assert_eq!(text_of(&read, "/locale"), page.locale(), "{}", page.name);
        let id = text_of(&read, "/facts/answers/app_id");
        assert!(id.starts_with("WA"), "{}: {id}", page.name);
        assert_eq!(text_of(&read, "/facts/appsource_id"), id, "{}", page.name);
        let named = read.pointer("/facts/text_answered/app_name");
        assert_eq!(named, Some(&Json::Bool(true)), "{}", page.name);
    }
}

#[test]
fn reading_finds_nothing_but_blanks() {
    for (page, read) in readings() {
        let findings = read["findings"].as_array().expect("findings");
        let kinds = findings.iter().map(|finding| text_of(finding, "/kind"));
        let unexpected: Vec<&str> = kinds.filter(|kind| !EXPECTED.contains(kind)).collect();
        assert!(unexpected.is_empty(), "{}: {unexpected:?}", page.name);
    }
}

#[test]
fn a_page_in_its_own_language_comes_back_byte_by_byte() {
    for page in pages() {
        let path = page.path.display().to_string();
        let own = attestor(&["page", "write", &path, "--locale", page.locale()]);
        assert_eq!(own, page.text().into_bytes(), "{}", page.name);
    }
}

#[test]
fn a_page_written_in_another_language_and_back_has_the_same_bytes() {
    let scratch = std::env::temp_dir().join(format!("attestor-demo-pages-{}", std::process::id()));
    std::fs::create_dir_all(&scratch).expect("a folder");
    for page in pages() {
        // The form with sources beside the texts is read, not written.
        if !SIDE_BY_SIDE.contains(&page.name.as_str()) {
            assert_eq!(there_and_back(&page, &scratch), page.text(), "{}", page.name);
        }
    }
    std::fs::remove_dir_all(&scratch).expect("removed");
}

#[test]
fn side_by_side_pages_carry_their_source_and_no_others_do() {
    let sources = |page: &DemoPage| page.text().matches("class=\"sxs-lookup\"").count();
    let found: Vec<String> =
        pages().into_iter().filter(|page| sources(page) > 20).map(|page| page.name).collect();
    assert_eq!(found, SIDE_BY_SIDE);
}

#[test]
fn every_language_has_three_apps_and_all_pages_stay_small() {
    let mut apps: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut bytes = 0;
    for (page, read) in readings() {
        let id = text_of(&read, "/facts/answers/app_id").to_owned();
        apps.entry(page.locale().to_owned()).or_default().insert(id);
        bytes += page.text().len();
    }
    assert_eq!(apps.len(), 11, "{:?}", apps.keys());
    for (locale, apps) in apps {
        assert!(apps.len() >= FEWEST_APPS, "{locale}: {apps:?}");
    }
    assert!(bytes < MOST_BYTES, "{bytes} bytes");
}

#[test]
fn the_apps_of_the_source_documents_keep_their_published_facts() {
    for (page, read) in readings() {
        let (day, rows, blank) = match text_of(&read, "/facts/appsource_id") {
            "WA104381421" => ("2021-12-09", 13, 0),
            "WA200000148" => ("2021-08-12", 18, 25),
            _ => continue,
        };
        assert_eq!(text_of(&read, "/facts/last_updated"), day, "{}", page.name);
        let permissions = read.pointer("/facts/permissions").and_then(Json::as_array);
        assert_eq!(permissions.map(Vec::len), Some(rows), "{}", page.name);
        let blanks = read["findings"].as_array().expect("findings").len();
        assert_eq!(blanks, usize::from(blank > 0), "{}", page.name);
        let told = text_of(&read, "/findings/0/message");
        assert!(blank == 0 || told == format!("{blank} rows have no answer"), "{told}");
    }
}

/// The folder of a language and the name of a demo page, beside the seed with the same facts.
const SEEDS: [(&str, &str); 2] = [
    ("003_4aaa89c66345bc8a.txt", "iglobe-crm-for-teams.md"),
    ("000_585c6702a0cbfe6a.txt", "mipa-personal-assistant.md"),
];

#[test]
fn every_typed_fact_of_the_source_documents_is_on_their_pages() {
    let named = std::env::var_os("ATTESTOR_SHARED").map(PathBuf::from);
    let shared = named
        .unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"))
        .join("seeds");
    let published = |seed: &str| {
        let path = shared.join(seed);
        let facts = |path: &str| attestor(&["page", "read", "--format", "json", path]);
        path.exists().then(|| {
            let read: Json =
                serde_json::from_slice(&facts(&path.display().to_string())).expect("JSON");
            read[0]["facts"].clone()
        })
    };
    for (seed, name) in SEEDS {
        let Some(facts) = published(seed) else {
            // Written past the capture of the test runner, so that a skipped test is seen.
            let _ = writeln!(std::io::stderr(), "skipped: seeds/{seed} is not beside the project");
            continue;
        };
        for (page, read) in readings() {
            if page.name.ends_with(name) {
                assert_eq!(read["facts"], facts, "{}", page.name);
            }
        }
    }
}
