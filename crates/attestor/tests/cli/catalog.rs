//! The catalog as people use it: import, repeat, interrupt, list, show, compare.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value as Json, json};

use super::run::{attestor, folder, json as run_json, repository, skipped, transcript};

/// What makes one published page differ from another.
#[derive(Clone, Copy)]
struct Page<'a> {
    id: &'a str,
    locale: &'a str,
    day: &'a str,
    stores_data: &'a str,
    permissions: &'a [&'a str],
}

const PAGE: Page<'static> = Page {
    id: "WA100000001",
    locale: "en-US",
    day: "02/17/2022",
    stores_data: "No",
    permissions: &["User.Read"],
};

/// The app registration on all pages.
const APP_ID: &str = "585c6702-a0cb-4e6a-9234-0123456789ab";

fn text(page: Page<'_>) -> String {
    let Page { id, locale, day, stores_data, permissions } = page;
    let mut rows = String::new();
    for name in permissions {
        writeln!(rows, "| {name} | delegated | Sign-in | {APP_ID} |").unwrap();
    }
    let head = "| **Information** | **Response** |\n|:---|:---|";
    format!(
        "---\nms.date: {day}\ncertification_type: attested\nms.contentlocale: {locale}\n\
         zone_pivot_groups: app-info-data-security-compliance-privsection-zerotrust\n---\n\
         # App {id}\n\n\
         * <a href=\"https://appsource.microsoft.com/product/office/{id}\">View in AppSource</a>\n\n\
         ::: zone pivot=\"general\"\n\n{head}\n| App name | App {id} |\n| ID | {id} |\n\
         | Partner company name | Contoso |\n\n::: zone-end\n\n\
         ::: zone pivot=\"data\"\n\n{head}\n\
         | Does the app or underlying infrastructure store any Microsoft customer data? \
         | {stores_data} |\n\n::: zone-end\n\n\
         ::: zone pivot=\"zerotrust\"\n\n{head}\n\
         | Does your application integrate with Microsoft Identity Platform (Azure AD)? | No |\n\n\
         ### Data access using Microsoft Graph\n\n\
         > | **Graph Permission** | **Permission Type** | **Justification** | **Azure AD App ID** |\n\
         > |:---|:---|:---|:---|\n{}\n\n::: zone-end\n",
        rows.lines().map(|row| format!("> {row}")).collect::<Vec<_>>().join("\n")
    )
}

fn write(folder: &Path, name: &str, page: Page<'_>) {
    let path = folder.join("pages").join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text(page)).unwrap();
}

fn import(here: &Path) -> (Option<i32>, String, String) {
    let output = attestor(here, &["catalog", "import", "pages"]);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn importing_twice_equals_once() {
    let here = folder();
    write(here.path(), "one.md", PAGE);
    write(here.path(), "de/two.md", Page { id: "WA100000002", ..PAGE });
    write(here.path(), "de/copy.md", PAGE);
    let list = || run_json(here.path(), &["catalog", "list", "--format", "json"]);
    let show = || run_json(here.path(), &["catalog", "show", "wa100000001", "--format", "json"]);
    assert!(import(here.path()).1.starts_with("imported 3 pages (2 new, 1 unchanged), "));
    let before = (list(), show());
    let again = import(here.path());
    assert_eq!(again.0, Some(0));
    assert_eq!(again.1, "imported 3 pages (0 new, 3 unchanged), 0 findings\n");
    assert_eq!((list(), show()), before);
    assert_eq!(before.0["apps"].as_array().map(Vec::len), Some(2));
    assert_eq!(before.0["next"], json!(null));
    let kinds = |shown: &Json| -> Vec<String> {
        let findings = shown["findings"].as_array().unwrap();
        findings.iter().map(|one| one["kind"].as_str().unwrap().to_owned()).collect()
    };
    assert!(kinds(&before.1).contains(&"permissions_without_sign_in".to_owned()));
    assert_eq!(before.1["facts"]["appsource_id"], "WA100000001");
}

#[test]
fn a_broken_file_is_named_and_the_others_are_kept() {
    let here = folder();
    write(here.path(), "good.md", PAGE);
    let pages = here.path().join("pages");
    fs::write(pages.join("bytes.md"), [0xff, 0x00, 0xfe]).unwrap();
    fs::write(pages.join("empty.md"), "").unwrap();
    fs::write(pages.join("large.md"), vec![b'a'; 16 * 1024 * 1024 + 1]).unwrap();
    fs::create_dir(pages.join("folder.md")).unwrap();
    fs::write(pages.join("toc.yml"), "not looked at").unwrap();
    let (code, data, talk) = import(here.path());
    assert_eq!(code, Some(1), "{talk}");
    assert!(data.starts_with("imported 1 page (1 new, 0 unchanged)"), "{data}");
    for words in [
        "bytes.md is not a text file",
        "empty.md names no app",
        "large.md is larger than 16 MiB",
        "3 files left out",
    ] {
        assert!(talk.contains(words), "{words}: {talk}");
    }
}

#[test]
fn two_versions_of_an_app_give_the_right_difference() {
    let here = folder();
    write(here.path(), "old.md", PAGE);
    import(here.path());
    let permissions = &["Mail.Read"];
    write(
        here.path(),
        "new.md",
        Page { day: "03/01/2022", stores_data: "Yes", permissions, ..PAGE },
    );
    import(here.path());
    let found = run_json(here.path(), &["catalog", "diff", "WA100000001", "--format", "json"]);
    assert_eq!((&found["from"]["number"], &found["to"]["number"]), (&json!(1), &json!(2)));
    assert_eq!(
        found["answers"],
        json!([{"before": "no", "after": "yes", "question": "stores_customer_data"}])
    );
    let held = |name: &str| json!([{"permission": name, "type": "delegated"}]);
    assert_eq!(found["permissions_added"], held("Mail.Read"));
    assert_eq!(found["permissions_removed"], held("User.Read"));
    assert_eq!(found["tier"], json!(null));
    assert_eq!(found["texts_compared"], json!(true));
}

#[test]
fn lists_are_filtered_and_go_on() {
    let here = folder();
    for number in 1..=5 {
        let id = format!("WA10000000{number}");
        let stores_data = if number % 2 == 0 { "Yes" } else { "No" };
        write(here.path(), &format!("{number}.md"), Page { id: &id, stores_data, ..PAGE });
    }
    import(here.path());
    let list = |more: &[&str]| {
        let args: Vec<&str> =
            ["catalog", "list", "--format", "json"].iter().chain(more).copied().collect();
        let found = run_json(here.path(), &args);
        let apps = found["apps"].as_array().unwrap();
        let ids: Vec<String> =
            apps.iter().map(|app| app["id"].as_str().unwrap().to_owned()).collect();
        (ids, found["next"].clone())
    };
    assert_eq!(list(&["--stores-data", "yes"]).0, ["WA100000002", "WA100000004"]);
    assert_eq!(list(&["--permission", "User.Read", "--tier", "attested"]).0.len(), 5);
    assert_eq!(list(&["--tier", "certified"]).0, [""; 0]);
    let (first, next) = list(&["--limit", "2"]);
    assert_eq!((first.len(), &next), (2, &json!("WA100000002")));
    let (second, next) = list(&["--limit", "3", "--after", "WA100000002"]);
    assert_eq!((second.len(), next), (3, json!(null)));
    assert_eq!(list(&["--search", "contoso wa100000003"]).0, ["WA100000003"]);
    assert_eq!(list(&["--search", "ｃｏｎｔöso app"]).0.len(), 5);
    assert_eq!(list(&["--facet", "stores_data=yes", "--facet", "stores_data=no"]).0.len(), 5);
    assert_eq!(list(&["--facet", "freshness=older", "--stores-data", "no"]).0.len(), 3);
    assert_eq!(list(&["--facet", "freshness=within_3_months"]).0, [""; 0]);
    write(here.path(), "6.md", Page { id: "WA100000006", day: "03/01/2022", ..PAGE });
    import(here.path());
    assert_eq!(list(&["--sort", "newest", "--limit", "2"]).0, ["WA100000006", "WA100000001"]);
    let counts = run_json(
        here.path(),
        &["catalog", "list", "--facets", "--stores-data", "yes", "--format", "json"],
    );
    assert_eq!(counts["stores_data"], json!({"no": 4, "yes": 2}), "a facet counts past itself");
    assert_eq!(counts["tier"], json!({"attested": 2}));
    assert_eq!(counts["freshness"], json!({"older": 2}));
}

#[test]
fn words_of_all_languages_find_an_app() {
    let here = folder();
    write(here.path(), "en.md", PAGE);
    let korean = text(Page { locale: "ko-KR", day: "02/16/2022", ..PAGE });
    let korean = korean.replace("| App WA100000001 |", "| 인증 도우미 |");
    fs::write(here.path().join("pages/ko.md"), korean).unwrap();
    import(here.path());
    let found = |words: &str| {
        let args = ["catalog", "list", "--search", words, "--format", "json"];
        run_json(here.path(), &args)["total"].clone()
    };
    for (words, count) in [("인증", 1), ("도우", 1), ("미인", 0), ("user.read", 1), ("mail", 0)]
    {
        assert_eq!(found(words), json!(count), "{words}");
    }
}

#[test]
fn kept_pages_are_read_anew_and_only_what_differs_is_written() {
    let here = folder();
    for number in 0..40 {
        let id = format!("WA4{number:08}");
        write(here.path(), &format!("{number}.md"), Page { id: &id, ..PAGE });
        let day = "03/01/2022";
        write(here.path(), &format!("{number}-new.md"), Page { id: &id, day, ..PAGE });
    }
    import(here.path());
    let reread = || run_json(here.path(), &["catalog", "reread", "--format", "json"]);
    assert_eq!(reread(), json!({"apps": 40, "pages": 80, "changed": 0}));
}

#[test]
fn a_killed_import_leaves_whole_pages_and_goes_on() {
    const PAGES: usize = 1000;
    let here = folder();
    for number in 0..PAGES {
        let id = format!("WA2{number:08}");
        let page = Page { id: &id, permissions: &["User.Read", "Mail.Read", "openid"], ..PAGE };
        write(here.path(), &format!("{number:04}.md"), page);
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_attestor"))
        .current_dir(here.path())
        .args(["catalog", "import", "pages"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The first line is told behind the first batch.
    let mut line = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut line).unwrap();
    child.kill().unwrap();
    let status = child.wait().unwrap();
    assert_eq!(line, "64 of 1000 files\n");
    assert_eq!(status.code(), None, "the import was stopped in the middle");
    let ids = kept(here.path());
    assert!((64..PAGES).contains(&ids.len()), "{} apps", ids.len());
    assert_eq!(ids.len() % 64, 0, "batches are whole");
    for id in [ids.first().unwrap(), ids.last().unwrap()] {
        assert_whole(here.path(), id);
    }
    let (code, data, talk) = import(here.path());
    let (new, unchanged) = (PAGES - ids.len(), ids.len());
    assert_eq!(code, Some(0), "{talk}");
    let expected = format!("imported 1000 pages ({new} new, {unchanged} unchanged), ");
    assert!(data.starts_with(&expected), "{data}");
    assert_eq!(kept(here.path()).len(), PAGES);
}

fn kept(here: &Path) -> Vec<String> {
    let found = run_json(here, &["catalog", "list", "--limit", "2000", "--format", "json"]);
    let apps = found["apps"].as_array().unwrap();
    apps.iter().map(|app| app["id"].as_str().unwrap().to_owned()).collect()
}

fn assert_whole(here: &Path, id: &str) {
    let shown = run_json(here, &["catalog", "show", id, "--format", "json"]);
    assert_eq!(shown["versions"].as_array().map(Vec::len), Some(1));
    assert_eq!(shown["permissions"].as_array().map(Vec::len), Some(3));
    assert_eq!(shown["facts"]["permissions"].as_array().map(Vec::len), Some(3));
}

#[test]
fn imports_at_once_wait_for_each_other() {
    let here = folder();
    for number in 0..100 {
        let id = format!("WA3{number:08}");
        write(here.path(), &format!("{number}.md"), Page { id: &id, ..PAGE });
    }
    let start = || {
        Command::new(env!("CARGO_BIN_EXE_attestor"))
            .current_dir(here.path())
            .args(["catalog", "import", "pages", "--format", "json"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    };
    let new: i64 = [start(), start(), start()]
        .map(|child| {
            let output = child.wait_with_output().unwrap();
            assert_eq!(output.status.code(), Some(0));
            serde_json::from_slice::<Json>(&output.stdout).unwrap()["new"].as_i64().unwrap()
        })
        .iter()
        .sum();
    assert_eq!(new, 100, "each page is new to one of them");
    assert_eq!(kept(here.path()).len(), 100);
}

#[test]
fn a_folder_that_is_not_there_leaves_no_catalog() {
    let here = folder();
    assert_eq!(import(here.path()).0, Some(2));
    assert!(here.path().read_dir().unwrap().next().is_none());
}

#[test]
fn the_published_pages_are_all_kept() {
    let pages = repository().join("../shared/corpus/pages");
    if !pages.is_dir() {
        skipped("the corpus is not in ../shared");
        return;
    }
    let here = folder();
    let pages = pages.display().to_string();
    let args = ["catalog", "import", &pages, "--format", "json"];
    let first = run_json(here.path(), &args);
    assert_eq!((&first["pages"], &first["broken"]), (&json!(2833), &json!([])));
    let again = run_json(here.path(), &args);
    assert_eq!((&again["new"], &again["unchanged"]), (&json!(0), &json!(2833)));
}

#[test]
fn the_catalog_reads_well_as_text() {
    let here = folder();
    write(here.path(), "old.md", PAGE);
    import(here.path());
    let permissions = &["Mail.Read", "User.Read"];
    write(
        here.path(),
        "new.md",
        Page { day: "03/01/2022", stores_data: "Yes", permissions, ..PAGE },
    );
    import(here.path());
    let lines = [
        "catalog list",
        "catalog list --permission Files.Read",
        "catalog list --search contoso --facet tier=attested --facets",
        "catalog list --facet color=red",
        "catalog list --facet freshness=new",
        "catalog reread",
        "catalog show WA100000001",
        "catalog diff WA100000001",
        "catalog diff WA100000001 --from 2 --to 3",
        "catalog diff WA100000001 --to 1",
        "catalog show nobody",
        "catalog show <b>",
        "catalog list --after WA999",
        "catalog list --tier gold",
        "catalog list --data-dir elsewhere",
        "catalog import nowhere",
        "catalog list --database mysql://somewhere",
    ];
    let all: Vec<String> = lines
        .iter()
        .map(|line| transcript(here.path(), &line.split_whitespace().collect::<Vec<_>>()))
        .collect();
    insta::assert_snapshot!(all.join("\n"));
}
