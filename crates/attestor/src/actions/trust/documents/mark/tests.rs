//! Marked PDFs are read by other programs, and strange ones are refused.

use std::process::Command;

use lopdf::{Dictionary, Document, Object, SaveOptions, Stream};

use super::*;

const READER: Reader<'_> = Reader {
    name: "Zoë O’Neill",
    organization: "Northwind (Œuvres) \\ Ltd",
    at: "2026-11-22 09:00 UTC",
    id: "abc123def456",
};

/// A PDF of some pages whose size, turn and resources stand in the folder above them, with a state
/// that each page leaves open.
fn sample(pages: usize, turned: i64) -> Document {
    let mut document = Document::with_version("1.5");
    let folder = document.new_object_id();
    let mut font = Dictionary::new();
    for (key, name) in [("Type", "Font"), ("Subtype", "Type1"), ("BaseFont", "Times-Roman")] {
        font.set(key, Object::Name(name.as_bytes().to_vec()));
    }
    let fonts = Dictionary::from_iter([("T", Object::Dictionary(font))]);
    let resources = Dictionary::from_iter([("Font", Object::Dictionary(fonts))]);
    let page = |document: &mut Document, number: usize| {
        let words = format!("q 0.2 0 0 0.2 300 300 cm BT /T 60 Tf (Page number{number}) Tj ET");
        let shown = document.add_object(Stream::new(Dictionary::new(), words.into_bytes()));
        let page = Dictionary::from_iter([
            ("Type", Object::Name(b"Page".to_vec())),
            ("Parent", Object::Reference(folder)),
            ("Contents", Object::Reference(shown)),
        ]);
        Object::Reference(document.add_object(page))
    };
    let kids: Vec<Object> = (0..pages).map(|number| page(&mut document, number)).collect();
    let sides = [0, 0, 842, 595].map(Object::Integer).to_vec();
    let tree = Dictionary::from_iter([
        ("Type", Object::Name(b"Pages".to_vec())),
        ("Count", Object::Integer(i64::try_from(pages).expect("a count"))),
        ("Kids", Object::Array(kids)),
        ("MediaBox", Object::Array(sides)),
        ("Rotate", Object::Integer(turned)),
        ("Resources", Object::Dictionary(resources)),
    ]);
    document.set_object(folder, tree);
    let catalog = document.add_object(Dictionary::from_iter([
        ("Type", Object::Name(b"Catalog".to_vec())),
        ("Pages", Object::Reference(folder)),
    ]));
    document.trailer.set("Root", Object::Reference(catalog));
    document
}

fn bytes(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("written");
    bytes
}

/// The words of a page by an independent program; `None`, told, where it is not installed.
fn words(bytes: &[u8], page: usize) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("it.pdf");
    std::fs::write(&file, bytes).expect("written");
    let number = page.to_string();
    let mut program = Command::new("pdftotext");
    program.args(["-f", &number, "-l", &number]).arg(&file).arg("-");
    let Ok(got) = program.output() else {
        eprintln!("skipped: pdftotext is not installed");
        return None;
    };
    assert!(got.status.success(), "{}", String::from_utf8_lossy(&got.stderr));
    assert!(got.stderr.is_empty(), "{}", String::from_utf8_lossy(&got.stderr));
    Some(String::from_utf8(got.stdout).expect("text"))
}

#[test]
fn every_page_names_the_reader_and_still_says_what_it_said() {
    for turned in [0, 90, 180, 270, -90] {
        let marked = mark(&bytes(sample(3, turned)), &READER).expect("marked");
        for page in 1..=3 {
            let Some(words) = words(&marked, page) else { return };
            assert!(words.contains(&format!("number{}", page - 1)), "{turned}: {words}");
            let who = "Zoë O’Neill · Northwind (Œuvres) \\ Ltd";
            assert!(words.contains(&format!("{who} · {}", READER.at)), "{turned}: {words}");
            assert!(words.contains(READER.id), "{turned}: {words}");
        }
    }
}

#[test]
fn a_file_with_packed_objects_is_marked() {
    let mut packed = Vec::new();
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
    sample(4, 0).save_with_options(&mut packed, options).expect("written");
    assert!(packed.windows(6).any(|it| it == b"ObjStm"), "it is the right kind of file");
    assert_eq!(can_be_marked(&packed), Ok(4));
    let marked = mark(&packed, &READER).expect("marked");
    let Some(words) = words(&marked, 4) else { return };
    assert!(words.contains("number3") && words.contains(READER.id), "{words}");
}

#[test]
fn a_marked_file_is_marked_again() {
    let once = mark(&bytes(sample(1, 0)), &READER).expect("marked");
    let other = Reader { name: "Second Reader", id: "second", ..READER };
    let Some(words) = words(&mark(&once, &other).expect("marked"), 1) else { return };
    assert!(words.contains("Second Reader") && words.contains("Zoë"), "{words}");
}

#[test]
fn letters_that_fonts_lack_are_told() {
    assert!(can_be_written("José Ñandú – Šimek") && !can_be_written("Łukasz"));
    assert!(!can_be_written("김하나") && !can_be_written("Анна") && !can_be_written("a\nb"));
}

#[test]
fn what_cannot_be_marked_is_refused() {
    assert_eq!(can_be_marked(b""), Err(Unmarkable::Unreadable));
    assert_eq!(can_be_marked(b"%PDF-1.4 and nothing else"), Err(Unmarkable::Unreadable));
    assert_eq!(can_be_marked(&vec![b' '; MOST_BYTES + 1]), Err(Unmarkable::TooLarge));
    assert_eq!(can_be_marked(&bytes(sample(0, 0))), Err(Unmarkable::Unreadable));
    assert_eq!(can_be_marked(&bytes(sample(MOST_PAGES, 0))), Ok(MOST_PAGES));
    let more = bytes(sample(MOST_PAGES + 1, 0));
    assert_eq!(can_be_marked(&more), Err(Unmarkable::TooManyPages));
}

#[test]
fn a_page_that_readers_would_skip_is_refused() {
    let mut document = sample(2, 0);
    let folder = document.catalog().expect("a catalog").get(b"Pages").expect("pages");
    let folder = folder.as_reference().expect("a reference");
    let tree = document.get_dictionary_mut(folder).expect("a folder");
    let kids = tree.get_mut(b"Kids").and_then(Object::as_array_mut).expect("kids");
    kids.push(Object::Dictionary(Dictionary::from_iter([("Type", Object::Null)])));
    assert_eq!(can_be_marked(&bytes(document)), Err(Unmarkable::Unreadable));
    let mut looped = sample(1, 0);
    let tree = looped.get_dictionary_mut(folder).expect("a folder");
    tree.set("Kids", Object::Array(vec![Object::Reference(folder)]));
    assert_eq!(can_be_marked(&bytes(looped)), Err(Unmarkable::Unreadable));
}

#[test]
fn an_encrypted_file_is_refused() {
    let mut document = sample(1, 0);
    let id = Object::string_literal("0123456789abcdef");
    document.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    let version = lopdf::EncryptionVersion::V2 {
        document: &document,
        owner_password: "owner",
        user_password: "",
        key_length: 128,
        permissions: lopdf::Permissions::all(),
    };
    let state = lopdf::EncryptionState::try_from(version).expect("a state");
    document.encrypt(&state).expect("encrypted");
    assert_eq!(can_be_marked(&bytes(document)), Err(Unmarkable::Encrypted));
}

#[test]
fn streams_of_objects_that_unpack_to_too_much_are_refused() {
    let mut document = sample(1, 0);
    for _ in 0..9 {
        let mut content = b"900 0 ".to_vec();
        content.resize(STREAM_BYTES - 1, b' ');
        let mut packed = Dictionary::new();
        packed.set("Type", Object::Name(b"ObjStm".to_vec()));
        packed.set("N", Object::Integer(1));
        packed.set("First", Object::Integer(6));
        let mut stream = Stream::new(packed, content);
        stream.compress().expect("packed");
        document.add_object(stream);
    }
    let small = bytes(document);
    assert!(small.len() < 100_000, "{}", small.len());
    assert_eq!(can_be_marked(&small), Err(Unmarkable::TooDense));
}
