//! The archive read by the machine's own tar is the folder that `case export` writes.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use attestor_core::instant::Instant;
use futures_util::StreamExt as _;

use super::*;
use crate::actions::desk::files::vault;
use crate::clock::Clock;
use crate::runtime::Waiting;
use crate::store::{Missing, Place, Store};

/// All files below a folder, by path.
fn read(folder: &Path, below: &str, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("a name");
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if entry.path().is_dir() {
            read(&entry.path(), &path, found);
        } else {
            found.insert(path, std::fs::read(entry.path()).expect("read"));
        }
    }
}

#[test]
fn the_archive_holds_what_case_export_writes() {
    let folder = tempfile::tempdir().expect("a folder");
    let waiting = Waiting::new().expect("a runtime");
    let place = Place::Folder(folder.path().to_owned());
    let store = waiting.on(Store::open(&place, Missing::Made)).expect("opened");
    let clock = Clock::at(Instant::parse("2026-11-16T09:00:00Z").expect("an instant"));
    let desk = Desk::new(store, clock).expect("a desk");
    let files = vault(folder.path()).expect("a vault");
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo");
    let case = waiting.on(desk.import(&files, &demo, "Contoso")).expect("imported");
    let written = folder.path().join("written");
    waiting.on(desk.export(&files, &case.id, &written)).expect("written");
    let archive = waiting.on(async {
        let packing = desk.pack(&files, &case).await.expect("packed");
        let pieces: Vec<_> = packing.into_stream(files.clone()).collect().await;
        pieces.into_iter().flat_map(|piece| piece.expect("whole")).collect::<Vec<u8>>()
    });
    assert_eq!(archive.len() % 512, 0);
    let (file, unpacked) = (folder.path().join("case.tar"), folder.path().join("unpacked"));
    std::fs::write(&file, &archive).expect("written");
    std::fs::create_dir(&unpacked).expect("a folder");
    let tar = Command::new("tar").arg("-xf").arg(&file).arg("-C").arg(&unpacked).status();
    assert!(tar.expect("the machine has tar").success());
    let (mut wanted, mut found) = (BTreeMap::new(), BTreeMap::new());
    read(&written, "", &mut wanted);
    read(&unpacked, "", &mut found);
    assert!(wanted.len() > 31);
    assert_eq!(found.keys().collect::<Vec<_>>(), wanted.keys().collect::<Vec<_>>());
    assert!(found == wanted, "the same bytes");
}

#[test]
fn names_of_any_letters_and_length_are_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let long = format!("evidence/{}.txt", "an-underlined-long-name-".repeat(7));
    let names = ["evidence/한국어 자료.txt", long.as_str()];
    let mut archive = Vec::new();
    for name in names {
        archive.extend(tar::head(name, 5, 0));
        archive.extend(b"words");
        archive.extend(tar::rest(5));
    }
    archive.extend(tar::end());
    let file = folder.path().join("a.tar");
    std::fs::write(&file, archive).expect("written");
    let list = Command::new("tar").arg("-tf").arg(&file).arg("--quoting-style=literal").output();
    let list = String::from_utf8(list.expect("the machine has tar").stdout).expect("text");
    assert_eq!(list.lines().collect::<Vec<_>>(), names);
}

#[test]
fn a_file_that_is_lost_is_told_before_anything_is_sent() {
    let folder = tempfile::tempdir().expect("a folder");
    let waiting = Waiting::new().expect("a runtime");
    let place = Place::Folder(folder.path().to_owned());
    let store = waiting.on(Store::open(&place, Missing::Made)).expect("opened");
    let desk = Desk::new(store, Clock::system()).expect("a desk");
    let files = vault(folder.path()).expect("a vault");
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo");
    let case = waiting.on(desk.import(&files, &demo, "Contoso")).expect("imported");
    let digest = case.files.values().next().expect("a file").digest;
    waiting.on(files.erase(&case.organization, digest)).expect("removed");
    assert!(waiting.on(desk.pack(&files, &case)).is_err());
}
