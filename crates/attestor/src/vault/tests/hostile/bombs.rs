//! Archives that are small until they are unpacked.

use std::sync::LazyLock;

use super::raw::{Raw, archive, head, stored};
use super::*;

/// 64 MiB of spaces in 64 kB.
static SPACES: LazyLock<Vec<u8>> =
    LazyLock::new(|| samples::zip(&[("a.txt", &vec![b' '; 64 << 20])]));

pub(super) fn all() -> Vec<Hostile> {
    let ratio = "archive_ratio";
    let half = samples::zip(&[("a.txt", &vec![b' '; 900 << 10])]);
    let spread: Vec<(String, Vec<u8>)> =
        (0..64).map(|number| (format!("{number}.txt"), vec![b'x'; 1 << 20])).collect();
    let spread: Vec<(&str, &[u8])> =
        spread.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let nested: Vec<(String, Vec<u8>)> =
        (0..16).map(|number| (format!("{number}.zip"), half.clone())).collect();
    let nested: Vec<(&str, &[u8])> =
        nested.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let sheet = samples::docx_with(&[(
        "word/big.xml",
        &[b"<a>".as_slice(), &vec![b' '; 32 << 20]].concat(),
    )]);
    let many = |count: usize| {
        let files: Vec<Raw> = (0..count).map(|it| stored(&format!("{it}.txt"), b"")).collect();
        archive(&files)
    };
    vec![
        hostile("spaces.zip", SPACES.clone(), ratio),
        hostile(
            "picture.zip",
            samples::zip(&[("a.png", &[samples::png(), vec![0; 32 << 20]].concat())]),
            ratio,
        ),
        hostile("spread.zip", samples::zip(&spread), ratio),
        hostile("inner spaces.zip", samples::stored(&[("b.zip", &SPACES)]), ratio),
        hostile("inner packed.zip", samples::zip(&[("b.zip", &SPACES)]), ratio),
        hostile("many inner.zip", samples::zip(&nested), ratio),
        hostile("part.docx", sheet, ratio),
        hostile("lying about its size.zip", lying(), "upload_damaged"),
        hostile("1001 files.zip", many(1001), "archive_entries"),
        hostile("60000 files.zip", many(60_000), "archive_entries"),
        hostile("inner files.zip", samples::zip(&[("b.zip", &many(1000))]), "archive_entries"),
        hostile("shared data.zip", shared(), "archive_overlap"),
        hostile("quoted heads.zip", quoted(), "archive_overlap"),
    ]
}

/// A bomb that claims to hold one byte.
fn lying() -> Vec<u8> {
    let mut bytes = SPACES.clone();
    let claim = u32::try_from(64 << 20).expect("small").to_le_bytes();
    while let Some(at) = memchr::memmem::find(&bytes, &claim) {
        bytes[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
    }
    bytes
}

/// Many rows of the list lead to the same data.
fn shared() -> Vec<u8> {
    let data = [b'a'; 1000];
    let again = (1..100).map(|number| Raw {
        at: Some(0),
        only_listed: true,
        ..stored(&format!("{number}.txt"), &data)
    });
    archive(&std::iter::once(stored("0.txt", &data)).chain(again).collect::<Vec<_>>())
}

/// The data of each file hold the heads of all files after it.
fn quoted() -> Vec<u8> {
    let last = stored("2.txt", &[b'a'; 1000]);
    let mut tail = Vec::new();
    head(&mut tail, &last);
    let middle = stored("1.txt", &tail);
    let mut quoted = Vec::new();
    head(&mut quoted, &middle);
    let first = stored("0.txt", &quoted);
    let offset = |outer: &Raw| u32::try_from(30 + outer.name.len()).expect("small");
    let second_at = offset(&first);
    let third_at = second_at + offset(&middle);
    let listed = |file: Raw, at| Raw { at: Some(at), only_listed: true, ..file };
    archive(&[first, listed(middle, second_at), listed(last, third_at)])
}
