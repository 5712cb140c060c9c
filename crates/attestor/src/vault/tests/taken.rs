//! What is taken, and how it is kept.

use futures_util::TryStreamExt as _;

use super::*;

#[tokio::test]
async fn every_kind_is_taken_and_read_back() {
    let desk = Desk::new();
    let mac: &[u8] = b"\0\x05\x16\x07\0\x02\0\0Mac OS X";
    let nested = samples::zip(&[("a/b.txt", b"inside"), ("report.docx", &samples::docx())]);
    for (name, bytes, media_type) in [
        ("policy.pdf", samples::pdf(), "application/pdf"),
        ("Screen Shot.PNG", samples::png(), "image/png"),
        ("photo.jpeg", samples::jpeg(), "image/jpeg"),
        ("a.gif", samples::gif(), "image/gif"),
        ("a.webp", samples::webp(), "image/webp"),
        ("a.docx", samples::docx(), Kind::Docx.media_type()),
        ("a.xlsx", samples::xlsx(), Kind::Xlsx.media_type()),
        ("a.pptx", samples::pptx(), Kind::Pptx.media_type()),
        ("a.odt", samples::open_document("text"), Kind::Odt.media_type()),
        ("a.ods", samples::open_document("spreadsheet"), Kind::Ods.media_type()),
        ("a.odp", samples::open_document("presentation"), Kind::Odp.media_type()),
        ("a.zip", nested, "application/zip"),
        ("mac.zip", samples::zip(&[("a.txt", b"a"), ("__MACOSX/._a.txt", mac)]), "application/zip"),
        ("run.log", "\u{1b}[31mfehler\u{1b}[0m ü 漢\n".into(), "text/plain"),
        ("setup.txt", b"#!/bin/sh\necho hello\n".to_vec(), "text/plain"),
        ("README", b"words".to_vec(), "text/plain"),
        ("a.md", b"# words".to_vec(), "text/markdown"),
        ("countries.csv", b"MZ,Mozambique\n".to_vec(), "text/csv"),
        ("a.json", b"{}".to_vec(), "application/json"),
        ("a.yml", b"a: b".to_vec(), "application/yaml"),
        ("a.xml", b"\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?><a/>".to_vec(), "text/plain"),
        ("a.eml", b"From: a@example.org\r\n\r\nhello".to_vec(), "message/rfc822"),
        ("a.html", b"<!doctype html><script>x</script>".to_vec(), "text/plain"),
    ] {
        let sealed = desk.take(name, &bytes).await.unwrap_or_else(|why| panic!("{name}: {why}"));
        let digest = Digest::of(&bytes);
        let expected = Sealed { digest, size: bytes.len() as u64, media_type, name: name.into() };
        assert_eq!(sealed, expected);
        assert_eq!(desk.vault.read_whole(CONTOSO, digest).await, Ok(bytes), "{name}");
    }
    assert!(desk.files().iter().all(|path| path.starts_with("evidence/contoso/")));
}

#[tokio::test]
async fn files_of_all_sizes_around_a_chunk_come_back() {
    let desk = Desk::new();
    for size in [1, 65_535, 65_536, 65_537, 131_072, 200_001] {
        let text = "x".repeat(size);
        let sealed = desk.take("a.txt", text.as_bytes()).await.expect("taken");
        let reading = desk.vault.read(CONTOSO, sealed.digest).await.expect("there");
        assert_eq!(reading.size(), size as u64);
        let pieces: Vec<_> = reading.into_stream().try_collect().await.expect("whole");
        assert_eq!(pieces.concat(), text.as_bytes());
        assert_eq!(desk.vault.check(CONTOSO, sealed.digest).await, Ok(size as u64));
    }
}

#[tokio::test]
async fn nothing_on_the_disk_tells_the_content() {
    let desk = Desk::new();
    let secret = "the password of the backup is 12 bananas";
    let text = secret.repeat(10_000);
    let upload = desk.vault.begin(offer("a.txt", Some(text.len() as u64))).await.expect("begun");
    desk.vault.append(&upload.id, 0, text.clone().into_bytes()).await.expect("added");
    let clear = |path: &String| {
        let bytes = std::fs::read(desk.folder.path().join(path)).expect("readable");
        memchr::memmem::find(&bytes, b"bananas").is_some()
    };
    assert_eq!(desk.files().len(), 2);
    assert!(!desk.files().iter().any(clear));
    desk.vault.finish(&upload.id).await.expect("taken");
    assert_eq!(desk.files().len(), 1);
    assert!(!desk.files().iter().any(clear));
}

#[tokio::test]
async fn the_same_bytes_are_one_file_for_an_organization_and_another_for_the_next() {
    let desk = Desk::new();
    let first = desk.take("a.pdf", &samples::pdf()).await.expect("taken");
    let second = desk.take("b.pdf", &samples::pdf()).await.expect("taken");
    assert_eq!(first.digest, second.digest);
    assert_eq!(desk.files().len(), 1);
    assert_eq!(desk.vault.exists("fabrikam", first.digest).await, Ok(false));
    let other = Offer { organization: "fabrikam".to_owned(), ..offer("a.pdf", None) };
    let pieces = stream::iter([Ok::<_, Infallible>(samples::pdf())]);
    desk.vault.take_whole(other, pieces).await.expect("taken");
    assert_eq!(desk.files().len(), 2);
    let listing = desk.vault.list().await.expect("a list");
    let owners: Vec<_> = listing.files.iter().map(|(owner, _)| owner.as_str()).collect();
    assert_eq!(owners, ["contoso", "fabrikam"]);
}

#[tokio::test]
async fn an_erased_file_is_gone_for_its_organization_only() {
    let desk = Desk::new();
    let digest = desk.take("a.pdf", &samples::pdf()).await.expect("taken").digest;
    assert_eq!(desk.vault.erase("fabrikam", digest).await, Ok(false));
    assert_eq!(desk.vault.erase(CONTOSO, digest).await, Ok(true));
    assert_eq!(desk.vault.erase(CONTOSO, digest).await, Ok(false));
    assert_eq!(desk.vault.read_whole(CONTOSO, digest).await, Err(ReadFailure::Missing));
    assert_eq!(desk.files(), Vec::<String>::new());
}

#[tokio::test]
async fn an_organization_cannot_be_a_path() {
    let desk = Desk::new();
    for odd in ["", "..", "a/b", "a b", "a\0"] {
        let offer = Offer { organization: odd.to_owned(), ..offer("a.txt", None) };
        assert!(desk.vault.begin(offer).await.is_err(), "{odd:?}");
        let digest = Digest::of(b"x");
        assert_eq!(desk.vault.exists(odd, digest).await, Ok(false));
        assert_eq!(desk.vault.read_whole(odd, digest).await, Err(ReadFailure::Missing));
    }
}
