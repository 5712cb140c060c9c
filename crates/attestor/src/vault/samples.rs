//! Small files of every kind that is taken, for tests.

use std::io::{Cursor, Write as _};

use data_encoding::BASE64;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A PDF document of one empty page.
pub(crate) fn pdf() -> Vec<u8> {
    let text = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n\
        xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n\
        0000000103 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n161\n%%EOF\n";
    text.as_bytes().to_vec()
}

/// A PNG picture of one pixel.
pub(crate) fn png() -> Vec<u8> {
    decoded(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5Er\
         kJggg==",
    )
}

/// The frame of a JPEG picture, without a picture in it.
pub(crate) fn jpeg() -> Vec<u8> {
    b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9".to_vec()
}

/// A GIF picture of one pixel.
pub(crate) fn gif() -> Vec<u8> {
    decoded("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
}

/// A WebP picture of one pixel.
pub(crate) fn webp() -> Vec<u8> {
    decoded("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=")
}

/// An archive of these files, compressed.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    archive(files, CompressionMethod::Deflated)
}

/// An archive of these files as they are.
pub(crate) fn stored(files: &[(&str, &[u8])]) -> Vec<u8> {
    archive(files, CompressionMethod::Stored)
}

/// A text document of Office Open XML, with further parts.
pub(crate) fn docx_with(parts: &[(&str, &[u8])]) -> Vec<u8> {
    office("word/document.xml", parts)
}

/// A text document of Office Open XML.
pub(crate) fn docx() -> Vec<u8> {
    docx_with(&[])
}

/// A workbook of Office Open XML.
pub(crate) fn xlsx() -> Vec<u8> {
    office("xl/workbook.xml", &[("xl/printerSettings/printerSettings1.bin", b"\x01\0")])
}

/// A presentation of Office Open XML.
pub(crate) fn pptx() -> Vec<u8> {
    office("ppt/presentation.xml", &[("ppt/media/image1.png", &png())])
}

/// A document of OpenDocument: `text`, `spreadsheet` or `presentation`.
pub(crate) fn open_document(form: &str) -> Vec<u8> {
    let kind = format!("application/vnd.oasis.opendocument.{form}");
    stored(&[
        ("mimetype", kind.as_bytes()),
        ("content.xml", b"<?xml version=\"1.0\" encoding=\"UTF-8\"?><document/>"),
        ("META-INF/manifest.xml", b"<manifest/>"),
        ("Thumbnails/thumbnail.png", &png()),
        ("Configurations2/accelerator/current.xml", b""),
    ])
}

fn office(main: &str, parts: &[(&str, &[u8])]) -> Vec<u8> {
    let types = b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Types/>";
    let mut all: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", types),
        ("_rels/.rels", b"<Relationships/>"),
        (main, b"<?xml version=\"1.0\"?><document>text</document>"),
    ];
    all.extend_from_slice(parts);
    zip(&all)
}

fn archive(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in files {
        writer.start_file(*name, options).expect("a file");
        writer.write_all(bytes).expect("bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

fn decoded(base64: &str) -> Vec<u8> {
    BASE64.decode(base64.as_bytes()).expect("base64")
}
