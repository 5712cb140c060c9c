//! Marked PDFs are read by other programs, and strange ones are refused.

use std::process::Command;

use lopdf::{Dictionary, Document, Object, SaveOptions, Stream};

use super::words::can_be_written;
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
fn a_marked_file_keeps_its_mark_and_gets_another() {
    let once = mark(&bytes(sample(1, 0)), &READER).expect("marked");
    let twice = mark(&once, &Reader { id: "second", ..READER }).expect("marked");
    let document = Document::load_mem(&twice).expect("read");
    let page = document.page_iter().next().expect("a page");
    let page = document.get_dictionary(page).expect("a page");
    let resources = page.get(b"Resources").and_then(Object::as_dict).expect("resources");
    let pictures = resources.get(b"XObject").and_then(Object::as_dict).expect("pictures");
    assert!(pictures.has(b"ReaderMark") && pictures.has(b"ReaderMark_"));
    assert!(resources.has(b"Font"), "what its folder said is still said");
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
    let mut content = b"900 0 ".to_vec();
    content.resize(STREAM_BYTES - 1, b' ');
    let mut stream = Stream::new(Dictionary::new(), content);
    stream.compress().expect("packed");
    let with = |count: usize| {
        let mut file = b"%PDF-1.5\n".to_vec();
        let mut places = Vec::new();
        let tree = [
            &b"<</Type/Catalog/Pages 2 0 R>>"[..],
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>",
        ];
        let dense = [
            b"<</Type/ObjStm/N 1/First 6/Filter/FlateDecode/Length ".to_vec(),
            stream.content.len().to_string().into_bytes(),
            b">>stream\n".to_vec(),
            stream.content.clone(),
            b"\nendstream".to_vec(),
        ];
        let dense = dense.concat();
        let all = tree.into_iter().chain((0..count).map(|_| dense.as_slice()));
        for (number, object) in (1..).zip(all) {
            places.push(format!("{:010} 00000 n \n", file.len()));
            file.extend_from_slice(format!("{number} 0 obj").as_bytes());
            file.extend_from_slice(object);
            file.extend_from_slice(b"endobj\n");
        }
        let start = file.len();
        let size = places.len() + 1;
        let table = format!("xref\n0 {size}\n0000000000 65535 f \n{}", places.concat());
        let end = format!("trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        file.extend_from_slice(table.as_bytes());
        file.extend_from_slice(end.as_bytes());
        file
    };
    assert_eq!(can_be_marked(&with(2)), Ok(1));
    let small = with(9);
    assert!(small.len() < 100_000, "{}", small.len());
    assert_eq!(can_be_marked(&small), Err(Unmarkable::TooDense));
}
