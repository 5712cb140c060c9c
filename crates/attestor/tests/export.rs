//! The catalog as files: every link of every page leads to a file that is there.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may stop at what it does not expect"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use percent_encoding::percent_decode_str;

const URL: &str = "https://catalog.example.org/attestor";

fn attestor(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attestor"));
    command.current_dir(folder).args(args).output().expect("the program runs")
}

/// A folder with the demo catalog.
fn catalog() -> tempfile::TempDir {
    let here = tempfile::tempdir().unwrap();
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo-catalog");
    let output = attestor(here.path(), &["catalog", "import", pages.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    here
}

fn export(here: &Path, more: &[&str]) -> Output {
    let args = ["catalog", "export", "--static", "site", "--public-url", URL];
    attestor(here, &[&args[..], more].concat())
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found
}

/// What stands in an attribute, or between a mark and its end.
fn values<'t>(text: &'t str, mark: &str, end: char) -> Vec<&'t str> {
    text.split(mark).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

/// The file that a browser gets for a link on a page; `None` for one that leaves the site.
fn led_to(site: &Path, page: &Path, link: &str) -> Option<PathBuf> {
    let link = link.split('#').next().unwrap();
    let own = link.strip_prefix(&format!("{URL}/"));
    let from = if own.is_some() { site } else { page.parent().unwrap() };
    let link = own.unwrap_or(link);
    if link.contains("://") || link.starts_with("mailto:") || link.starts_with("data:") {
        return None;
    }
    let path = from.join(percent_decode_str(link).decode_utf8().unwrap().as_ref());
    let folder = link.is_empty() && own.is_some() || link.ends_with('/');
    Some(if folder { path.join("index.html") } else { path })
}

fn broken(site: &Path) -> BTreeSet<String> {
    let mut broken = BTreeSet::new();
    for page in files(site) {
        let ending = page.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if !["html", "xml", "atom"].contains(&ending) {
            continue;
        }
        let text = fs::read_to_string(&page).unwrap();
        let marks = [(" href=\"", '"'), (" src=\"", '"'), (" action=\"", '"'), ("<loc>", '<')];
        for link in marks.iter().flat_map(|(mark, end)| values(&text, mark, *end)) {
            let stays = link.starts_with('#') || link.is_empty();
            if !stays && led_to(site, &page, link).is_some_and(|file| !file.is_file()) {
                broken.insert(format!("{}: {link}", page.display()));
            }
        }
    }
    broken
}

#[test]
fn every_link_leads_to_a_file() {
    let here = catalog();
    let output = export(here.path(), &["--language", "fr-fr", "ko-kr", "zh-tw"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let site = here.path().join("site");
    assert_eq!(broken(&site), BTreeSet::new());
    for file in [
        "index.html",
        "fr-fr/index.html",
        "fr-fr/apps/index.html",
        "fr-fr/apps.atom",
        "ko-kr/apps.csv",
        "ko-kr/apps.xlsx",
        "zh-tw/apps/WA104381421/index.html",
        "api/v1/apps/WA104381421.json",
        "api/openapi.json",
        "robots.txt",
        "sitemap/1.xml",
    ] {
        assert!(site.join(file).is_file(), "{file}");
    }
    let data = fs::read_to_string(site.join("api/v1/apps.json")).unwrap();
    let apps: serde_json::Value = serde_json::from_str(&data).unwrap();
    let count = apps["apps"].as_array().unwrap().len();
    assert!(count >= 10, "{count} apps");
    let said = String::from_utf8(output.stdout).unwrap();
    let written = files(&site).len() - 1;
    assert!(said.starts_with(&format!("wrote {written} files, ")), "{said}");
}

#[test]
fn trust_portals_are_files_too_without_what_needs_a_server() {
    let here = tempfile::tempdir().unwrap();
    let output = attestor(here.path(), &["demo", "--dir", "demo", "--no-serve"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let output = export(here.path(), &["--data-dir", "demo/data", "--language", "ko-kr"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let site = here.path().join("site");
    assert_eq!(broken(&site), BTreeSet::new());
    let page = site.join("ko-kr/trust/harborline/harborline-iso27001-2022/index.html");
    let text = fs::read_to_string(page).unwrap();
    assert!(text.contains("HS 710245"));
    for word in ["/documents/", "/watching", "view=both"] {
        assert!(!text.contains(word), "{word}");
    }
    for file in ["ko-kr/trust/index.html", "api/v1/trust.json", "api/v1/trust/harborline.json"] {
        assert!(site.join(file).is_file(), "{file}");
    }
}

#[test]
fn what_needs_a_server_is_not_offered() {
    let here = catalog();
    export(here.path(), &["--language", "en-us"]);
    for page in files(&here.path().join("site")) {
        if page.extension().is_some_and(|ending| ending == "html") {
            let text = fs::read_to_string(&page).unwrap();
            assert!(!text.contains("type=\"search\" name="), "{}", page.display());
            assert!(values(&text, " href=\"", '"').iter().all(|link| !link.contains('?')));
        }
    }
}

#[test]
fn an_export_of_some_languages_replaces_one_of_all() {
    let here = catalog();
    export(here.path(), &["--language", "fr-fr", "ko-kr"]);
    let site = here.path().join("site");
    assert!(site.join("ko-kr/index.html").is_file() && !site.join("de-de").exists());
    export(here.path(), &["--language", "fr-FR"]);
    assert!(site.join("fr-fr/index.html").is_file() && !site.join("ko-kr").exists());
    assert_eq!(broken(&site), BTreeSet::new());
    let output = export(here.path(), &["--language", "fr"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_folder_with_other_things_is_left_alone() {
    let here = catalog();
    fs::create_dir(here.path().join("site")).unwrap();
    fs::write(here.path().join("site/notes.txt"), "mine").unwrap();
    assert_eq!(export(here.path(), &[]).status.code(), Some(2));
    assert_eq!(files(&here.path().join("site")).len(), 1);
}
