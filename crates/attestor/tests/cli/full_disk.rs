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
    assert_eq!(list()["total"], 16, "the import goes on where it was stopped");
}
