//! Dossiers become cases and come back out; the record and the check of everything.

use std::path::Path;

use crate::run::{attestor, example, folder, json};

/// Makes a case of the example dossier and gives its id.
fn import(here: &Path) -> String {
    let dossier = example(here).display().to_string();
    let args = ["case", "import", &dossier, "--publisher", "Contoso", "--format", "json"];
    json(here, &args)["case_id"].as_str().expect("an id").to_owned()
}

fn assert_same_files(left: &Path, right: &Path, below: &[&str]) {
    for name in below {
        let names = |root: &Path| -> Vec<std::ffi::OsString> {
            let entries = root.join(name).read_dir().expect("listed");
            let mut names: Vec<_> = entries.map(|entry| entry.expect("read").file_name()).collect();
            names.sort();
            names
        };
        assert_eq!(names(left), names(right), "{name}");
        for file in names(left) {
            let bytes = |root: &Path| std::fs::read(root.join(name).join(&file)).expect("read");
            assert_eq!(bytes(left), bytes(right), "{name}/{}", file.display());
        }
    }
}

#[test]
fn a_dossier_becomes_a_case_and_comes_back_without_loss() {
    let here = folder();
    let case = import(here.path());
    let out = attestor(here.path(), &["case", "export", &case, "out"]);
    assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
    let (before, after) = (here.path().join("dossier"), here.path().join("out"));
    assert_same_files(&before, &after, &["documents", "evidence"]);
    let args = |folder| ["assess", folder, "--on", "2026-11-16", "--format", "json"];
    let mut assessed = [json(here.path(), &args("dossier")), json(here.path(), &args("out"))];
    for one in &mut assessed {
        // Which file said it is not what it says.
        one.as_object_mut().expect("a map").remove("dossier").expect("a digest");
    }
    assert!(assessed[0] == assessed[1], "the same case is assessed");

    // Once more, in another place: now even the dossier's own files are the same.
    let there = folder();
    let out = after.display().to_string();
    let args = ["case", "import", &out, "--publisher", "Contoso", "--format", "json"];
    let again = json(there.path(), &args)["case_id"].as_str().expect("an id").to_owned();
    attestor(there.path(), &["case", "export", &again, "out"]);
    let count = |root: &Path| root.read_dir().expect("listed").count();
    assert_eq!(count(&there.path().join("out")), count(&after));
    for entry in after.read_dir().expect("listed") {
        let path = entry.expect("read").path();
        if path.is_file() {
            let other = there.path().join("out").join(path.file_name().expect("a name"));
            let read = |path: &Path| std::fs::read_to_string(path).expect("read");
            assert_eq!(read(&path), read(&other), "{}", path.display());
        }
    }
}

#[test]
fn what_cannot_be_taken_is_refused_and_leaves_nothing() {
    let here = folder();
    let case = import(here.path());
    let dossier = here.path().join("dossier").display().to_string();
    let again = attestor(here.path(), &["case", "import", &dossier, "--publisher", "Contoso"]);
    assert_eq!(again.status.code(), Some(1), "the app has an open case");
    let other = attestor(here.path(), &["case", "import", &dossier, "--publisher", "Fabrikam"]);
    assert_eq!(other.status.code(), Some(0), "another publisher's app is another app");
    let filled = attestor(here.path(), &["case", "export", &case, "dossier"]);
    assert_eq!(filled.status.code(), Some(2), "a folder with files is not written into");
    for args in [["case", "show", "nothing"], ["case", "replay", "nothing"]] {
        assert_eq!(attestor(here.path(), &args).status.code(), Some(1), "{args:?}");
    }
    let missing = attestor(here.path(), &["case", "import", "nowhere", "--publisher", "Contoso"]);
    assert_eq!(missing.status.code(), Some(2));
    let list = json(here.path(), &["case", "list", "--open", "--format", "json"]);
    assert_eq!(list["cases"].as_array().expect("a list").len(), 2);
    let shown = json(here.path(), &["case", "show", &case, "--format", "json"]);
    assert_eq!(shown["app"]["name"], "Harborline Notes");
    assert_eq!(shown["number"], 2);
    assert_eq!(attestor(here.path(), &["case", "replay", &case]).status.code(), Some(1));
}

#[test]
fn the_record_is_exported_and_searched_and_found_whole() {
    let here = folder();
    let case = import(here.path());
    let output = attestor(here.path(), &["record", "export", "--subject", "case", "--id", &case]);
    let lines = String::from_utf8(output.stdout).expect("UTF-8");
    let entries: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let kinds: Vec<&str> = entries.iter().map(|it| it["kind"].as_str().expect("a word")).collect();
    assert_eq!(kinds, ["open", "take_dossier"]);
    assert_eq!(entries[1]["previous"], entries[0]["digest"]);
    let table = attestor(here.path(), &["record", "export", "--csv", "--since", "33"]);
    let table = String::from_utf8(table.stdout).expect("UTF-8");
    assert_eq!(table.lines().count(), 3, "{table}");
    let found = attestor(
        here.path(),
        &["record", "search", "HARBORLINE", "notes", "--kind", "open", "--actor", "operator"],
    );
    assert_eq!(String::from_utf8(found.stderr).expect("UTF-8"), "1 entry\n");
    let none = attestor(here.path(), &["record", "search", "--since", "2999-01-01"]);
    assert_eq!((none.stdout.as_slice(), none.stderr.as_slice()), (&b""[..], &b"0 entries\n"[..]));

    let whole = attestor(here.path(), &["fsck"]);
    assert_eq!(whole.status.code(), Some(0), "{}", String::from_utf8_lossy(&whole.stdout));
    let files = here.path().join("attestor-data/evidence");
    std::fs::remove_dir_all(files).expect("removed");
    let broken = json(here.path(), &["fsck", "--quick", "--format", "json"]);
    assert_eq!(broken["first_break"]["part"], "file");
    assert_eq!(attestor(here.path(), &["fsck"]).status.code(), Some(1));
}
