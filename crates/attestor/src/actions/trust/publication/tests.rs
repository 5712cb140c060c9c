//! Files that come in, whatever they are.

use std::io::{Cursor, Write as _};

use attestor_core::framework::Library;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::files::SentFile;
use super::reading::{self, tried};
use crate::world;

const PAGE: &str = include_str!("../../../../../attestor-core/tests/trust/example-page.md");

fn library() -> Library {
    world::library(None).expect("the catalogs")
}

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(*name, SimpleFileOptions::default()).expect("begun");
        archive.write_all(bytes).expect("written");
    }
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn an_archive_with_a_page_and_additions_is_read_as_one() {
    let additions = "editions:\n- {id: more, standard: iso27001, year: 2030}\n";
    let bytes = archive(&[
        ("portal/page.md", PAGE.as_bytes()),
        ("portal/additions.yaml", additions.as_bytes()),
        ("__MACOSX/portal/._page.md", b"\xff"),
        ("portal/.hidden", b"\xff"),
    ]);
    let read = tried("portal.zip", &bytes, &library()).expect("read");
    assert_eq!(read.trust.editions.len(), 2);
    assert!(!read.findings.findings.is_empty(), "its languages disagree");
    assert!(read.findings.findings.iter().all(|it| it.id.len() == 16));
}

#[test]
fn a_bomb_is_not_unpacked() {
    let zeros = vec![b' '; 20 << 20];
    let bytes = archive(&[("bomb.yaml", &zeros)]);
    assert!(bytes.len() < 1 << 20);
    let faults = tried("bomb.zip", &bytes, &library()).expect_err("refused");
    assert!(faults[0].to_string().starts_with("bomb.zip/bomb.yaml: "), "{}", faults[0]);
}

#[test]
fn every_fault_names_its_file() {
    for (name, bytes) in [
        ("a.zip", &b"PK\x03\x04"[..]),
        ("a.exe", b"MZ"),
        ("a.md", b"words"),
        ("a.yaml", b"\xff"),
        ("a.yaml", b"providers: {}"),
        ("a", b""),
    ] {
        let faults = tried(name, bytes, &library()).expect_err("refused");
        assert!(faults.iter().all(|it| it.place.file == name), "{name}: {faults:?}");
    }
    assert!(tried("a.yaml", b"", &library()).is_err(), "there is no offering in it");
    assert!(reading::read(Vec::new(), None, &library()).is_err());
}

#[test]
fn what_is_typed_is_a_page_or_yaml() {
    assert_eq!(SentFile::typed(PAGE).name, "text.md");
    assert_eq!(SentFile::typed("providers: []").name, "text.yaml");
}
