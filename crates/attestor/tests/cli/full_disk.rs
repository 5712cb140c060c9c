//! A disk that fills up loses no page that was kept.

use std::path::Path;
use std::process::Command;

use crate::run::{attestor, folder, json, repository, skipped};

/// A small file system of its own; it goes with the value.
struct Disk<'f>(&'f Path);

impl<'f> Disk<'f> {
    /// `None` and a visible line where this user may not make one.
    fn of(kilobytes: u32, at: &'f Path) -> Option<Self> {
        let size = format!("size={kilobytes}k");
        let made =
            Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(at).output();
        if made.is_ok_and(|output| output.status.success()) {
            return Some(Self(at));
        }
        skipped("no right to mount a small disk");
        None
    }

    fn grow(&self, kilobytes: u32) {
        let size = format!("remount,size={kilobytes}k");
        let grown = Command::new("mount").args(["-o", &size]).arg(self.0).status().unwrap();
        assert!(grown.success());
    }
}

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

#[test]
fn a_full_disk_stops_the_import_and_loses_no_kept_page() {
    let here = folder();
    let Some(disk) = Disk::of(700, here.path()) else { return };
    let pages = repository().join("crates/attestor/demo-catalog");
    let some = pages.join("ko-KR").display().to_string();
    let all = pages.display().to_string();
    let import =
        |pages: &str| attestor(here.path(), &["catalog", "import", "--data-dir", "data", pages]);
    let list = || json(here.path(), &["catalog", "list", "--data-dir", "data", "--format", "json"]);

    let first = import(&some);
    assert_eq!(first.status.code(), Some(0), "{}", String::from_utf8_lossy(&first.stderr));
    let kept = list();
    assert!(kept["total"].as_u64().unwrap() > 0);
    let full = import(&all);
    let talk = String::from_utf8_lossy(&full.stderr).into_owned();
    assert_eq!(full.status.code(), Some(3), "{talk}");
    assert!(talk.contains("full"), "{talk}");
    assert_eq!(list(), kept, "what was kept is there, and nothing half");

    disk.grow(20_000);
    assert_eq!(import(&all).status.code(), Some(0));
    assert_eq!(list()["total"], 17, "the import goes on where it was stopped");
}

/// Fills a disk but for some kilobytes; gives the file that fills it.
fn filled(disk: &Path, left: u64) -> std::path::PathBuf {
    use std::io::Write as _;
    let path = disk.join("filler");
    let mut file = std::fs::File::create(&path).unwrap();
    while file.write_all(&[0; 4096]).is_ok() {}
    let size = file.metadata().unwrap().len();
    file.set_len(size.saturating_sub(left * 1024)).unwrap();
    path
}

#[test]
fn a_full_disk_refuses_a_case_in_clear_words_and_loses_nothing() {
    let (here, dossier) = (folder(), folder());
    let Some(_disk) = Disk::of(20_000, here.path()) else { return };
    let dossier = crate::run::example(dossier.path()).display().to_string();
    let import = |publisher: &str| {
        attestor(here.path(), &["case", "import", &dossier, "--publisher", publisher])
    };
    let list = || json(here.path(), &["case", "list", "--format", "json"]);
    let fsck = || json(here.path(), &["fsck", "--format", "json"]);

    assert_eq!(import("Contoso").status.code(), Some(0));
    let before = list();
    let filler = filled(here.path(), 200);
    let full = import("Fabrikam");
    let talk = String::from_utf8_lossy(&full.stderr).into_owned();
    assert_eq!(full.status.code(), Some(3), "{talk}");
    assert!(["full", "space", "room"].iter().any(|word| talk.contains(word)), "{talk}");
    assert_eq!(list(), before, "what was kept is read, and nothing half is there");
    assert!(fsck()["first_break"].is_null());

    std::fs::remove_file(filler).unwrap();
    assert_eq!(import("Fabrikam").status.code(), Some(0), "there is space again");
    assert_eq!(list()["cases"].as_array().unwrap().len(), 2);
    let checked = fsck();
    assert!(checked["first_break"].is_null() && checked["warnings"].as_array().unwrap().is_empty());
}
