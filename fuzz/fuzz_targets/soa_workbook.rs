//! Any bytes are a workbook or refused, the same way twice, within the bounds, and never with a
//! panic; so are the parts of a workbook with any bytes as its sheet and its texts.
//!
//! The first byte chooses what happens to the rest. The reader lies in the binary's package, which is
//! no library, so its source is included.
#![no_main]

#[allow(dead_code, unreachable_pub)]
#[path = "../../crates/attestor/src/cli/trust"]
mod trust {
    pub(crate) mod workbook;

    /// The rows of a workbook.
    pub(crate) fn rows(bytes: &[u8]) -> Result<Vec<attestor_core::trust::statement::Line>, usize> {
        workbook::rows("soa.xlsx", bytes, None).map_err(|faults| {
            assert!(!faults.is_empty(), "what is refused says why");
            faults.len()
        })
    }
}

use std::io::{Cursor, Write};

use attestor_core::trust::statement::read_lines;
use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const WORKBOOK: &str = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Rows\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
const RELATIONS: &str = "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

fuzz_target!(|input: &[u8]| {
    let Some((choice, bytes)) = input.split_first() else { return };
    let whole = match choice % 2 {
        0 => bytes.to_vec(),
        _ => around(bytes),
    };
    let (first, again) = (trust::rows(&whole), trust::rows(&whole));
    assert_eq!(first, again, "the same bytes give the same rows");
    let Ok(rows) = first else { return };
    assert!(rows.len() <= 10_001 && rows.iter().all(|row| row.cells.len() <= 50));
    let _ = read_lines("soa.xlsx", rows, None);
});

/// A workbook whose sheet and texts are these bytes, parted by a zero.
fn around(bytes: &[u8]) -> Vec<u8> {
    let cut = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    let (sheet, texts) = bytes.split_at(cut);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("[Content_Types].xml", &b"<Types/>"[..]),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", texts.get(1..).unwrap_or_default()),
    ] {
        archive.start_file(name, SimpleFileOptions::default()).expect("begun");
        archive.write_all(content).expect("written");
    }
    archive.finish().expect("an archive").into_inner()
}
