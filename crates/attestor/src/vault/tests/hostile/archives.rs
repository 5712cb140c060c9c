//! Archives that lead out of themselves, or that two programs read in two ways.

use super::raw::{End, Raw, archive, archive_with, stored};
use super::*;

pub(super) fn all() -> Vec<Hostile> {
    [paths(), lies(), insides()].into_iter().flatten().collect()
}

#[test]
fn an_archive_without_a_lie_is_taken() {
    let honest = archive(&[stored("a.txt", b"words"), stored("b/", b""), stored("b/c.md", b"")]);
    let taken = check::file("a.zip", &mut Cursor::new(honest), Caps::default(), &Memory);
    assert_eq!(taken, Ok(Kind::Zip));
    let end = End { comment: b"made by hand".to_vec(), ..End::default() };
    let commented = archive_with(&[stored("a.txt", b"words")], &end);
    let taken = check::file("a.zip", &mut Cursor::new(commented), Caps::default(), &Memory);
    assert_eq!(taken, Ok(Kind::Zip));
}

/// Names and links that lead elsewhere.
fn paths() -> Vec<Hostile> {
    let names = [
        "../a.txt",
        "../../../../etc/cron.d/a.txt",
        "a/../../b.txt",
        "/etc/a.txt",
        "//host/share/a.txt",
        "C:/a.txt",
        "c:a.txt",
        "..\\a.txt",
        "a\\b.txt",
        "\\\\host\\a.txt",
        "./a.txt",
        "a//b.txt",
        "a/./b.txt",
        "a/..",
        "/",
        "",
        "a\u{0}.txt",
        "a\n.txt",
        "a\u{1b}[31m.txt",
        "a\u{202e}txt.exe",
        "a\u{200b}.txt",
    ];
    let mut all: Vec<Hostile> = names
        .iter()
        .enumerate()
        .map(|(number, name)| {
            let bytes = archive(&[stored(name, b"words")]);
            hostile(&format!("path {number}.zip"), bytes, "archive_name")
        })
        .collect();
    let long = archive(&[stored(&format!("{}.txt", "a/".repeat(600)), b"words")]);
    all.push(hostile("long path.zip", long, "archive_name"));
    for (what, mode) in [
        ("link", 0o120_777),
        ("device", 0o060_666),
        ("pipe", 0o010_666),
        ("socket", 0o140_666),
        ("terminal", 0o020_666),
    ] {
        let file = Raw { attributes: mode << 16, ..stored("a.txt", b"/etc/passwd") };
        all.push(hostile(&format!("{what}.zip"), archive(&[file]), "archive_link"));
    }
    all
}

/// Two places that say two things.
fn lies() -> Vec<Hostile> {
    let form = "archive_form";
    let plain = || stored("a.txt", b"words");
    let one = |change: &dyn Fn(&mut Raw)| {
        let mut file = plain();
        change(&mut file);
        archive(&[file])
    };
    let ended = |end: End| archive_with(&[plain()], &end);
    let second = [&[1_u8], [0; 4].as_slice(), b"a.exe"].concat();
    let field = |id: u16, value: &[u8]| {
        let length = u16::try_from(value.len()).expect("short");
        [&id.to_le_bytes(), length.to_le_bytes().as_slice(), value].concat()
    };
    let locator = [b"PK\x06\x07".as_slice(), &[0; 16]].concat();
    vec![
        hostile("other name inside.zip", one(&|it| it.local_name = Some(b"b.txt".to_vec())), form),
        hostile("program inside.zip", one(&|it| it.local_name = Some(b"a.exe".to_vec())), form),
        hostile("other method inside.zip", one(&|it| it.local_method = Some(8)), form),
        hostile("second name.zip", one(&|it| it.extra = field(0x7075, &second)), "archive_name"),
        hostile("huge field.zip", one(&|it| it.extra = field(1, &[0; 8])), form),
        hostile("huge size.zip", one(&|it| (it.unpacked, it.method) = (u32::MAX, 8)), form),
        hostile("method 12.zip", one(&|it| it.method = 12), form),
        hostile("method 14.zip", one(&|it| it.method = 14), form),
        hostile("encrypted.zip", one(&|it| it.flags = 1), "upload_encrypted"),
        hostile("strongly encrypted.zip", one(&|it| it.flags = 65), "upload_encrypted"),
        hostile("masked.zip", one(&|it| it.flags = 1 << 13), "upload_encrypted"),
        hostile("aes.zip", one(&|it| it.method = 99), "upload_encrypted"),
        hostile("small claim.zip", one(&|it| it.unpacked = 1), "upload_damaged"),
        hostile("checksum.zip", one(&|it| it.crc ^= 1), "upload_damaged"),
        hostile("no stream.zip", one(&|it| it.method = 8), "upload_damaged"),
        hostile("gap.zip", one(&|it| it.behind = b"hidden".to_vec()), form),
        hostile("gap like sizes.zip", one(&|it| it.behind = vec![0; 16]), form),
        hostile(
            "gap before list.zip",
            ended(End { gap: b"hidden".to_vec(), ..End::default() }),
            form,
        ),
        hostile(
            "bytes in list.zip",
            ended(End { before: b"hidden".to_vec(), ..End::default() }),
            form,
        ),
        hostile("huge locator.zip", ended(End { before: locator, ..End::default() }), form),
        hostile("second part.zip", ended(End { disk: 1, ..End::default() }), form),
        hostile("one more.zip", ended(End { more: 1, ..End::default() }), "upload_damaged"),
        hostile(
            "end in comment.zip",
            ended(End { comment: archive(&[plain()]), ..End::default() }),
            form,
        ),
        hostile(
            "bytes before.zip",
            [b"PK\x03\x04 hidden".to_vec(), archive(&[plain()])].concat(),
            form,
        ),
        hostile("twice.zip", archive(&[plain(), stored("a.txt", b"other")]), form),
        hostile("twice in capitals.zip", archive(&[plain(), stored("A.TXT", b"other")]), form),
        hostile("file and folder.zip", archive(&[stored("a", b"x"), stored("a/", b"")]), form),
        hostile("full folder.zip", archive(&[stored("a/", b"words")]), form),
        hostile("nothing.zip", archive(&[]), "upload_empty"),
    ]
}

/// What must not lie in an archive.
fn insides() -> Vec<Hostile> {
    let one = |name: &str, bytes: &[u8]| samples::zip(&[("ok.txt", b"words"), (name, bytes)]);
    let none = "upload_kind_not_allowed";
    let deep = one("b.zip", &one("c.zip", &one("d.zip", b"x")));
    let traversal = archive(&[stored("../a.txt", b"words")]);
    vec![
        hostile("exe.zip", one("a.exe", b"MZ\x90\0"), none),
        hostile("script.zip", one("a.sh", b"#!/bin/sh"), none),
        hostile("svg.zip", one("a.svg", b"<svg/>"), none),
        hostile("shortcut.zip", one("a.lnk", b"L\0\0\0"), none),
        hostile("manifest.zip", one("META-INF/MANIFEST.MF", b"Main-Class: a"), none),
        hostile("macro.zip", one("a.docm", b"x"), none),
        hostile("nul.zip", one("a.txt", b"a\0b"), "upload_not_text"),
        hostile("mismatch.zip", one("a.png", b"<html>"), "upload_kind_mismatch"),
        hostile("half.zip", one("a.png", &samples::png()[..30]), "upload_damaged"),
        hostile("inner exe.zip", one("b.zip", &one("a.exe", b"MZ")), none),
        hostile("inner traversal.zip", one("b.zip", &traversal), "archive_name"),
        hostile(
            "inner macro.zip",
            one("b.docx", &samples::docx_with(&[("word/vbaProject.bin", b"x")])),
            "upload_macros",
        ),
        hostile("inner broken.zip", one("b.zip", b"PK\x03\x04"), "upload_damaged"),
        hostile("inner empty.zip", one("b.zip", b""), "upload_damaged"),
        hostile("deep.zip", deep, "archive_depth"),
        hostile(
            "deep.docx",
            samples::docx_with(&[("word/embeddings/a.xlsx", &one("b.zip", b"x"))]),
            "upload_kind_mismatch",
        ),
        hostile("fork.zip", one("__MACOSX/._a.txt", b"\x7fELF\x02"), "upload_executable"),
    ]
}
