use std::io::Write as _;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn told(bytes: &[u8], sheet: Option<&str>) -> String {
    let faults = rows("soa.xlsx", bytes, sheet).expect_err("it is refused");
    faults.iter().map(|it| format!("{it}\n")).collect()
}

fn book(write: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    write(&mut book);
    book.save_to_buffer().expect("a workbook")
}

/// The workbook with one more part, or with another one in its place.
fn with(bytes: &[u8], name: &str, content: &[u8]) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let part = old.by_index(at).expect("a part");
        if part.name().expect("a name") != name {
            new.raw_copy_file(part).expect("copied");
        }
    }
    new.start_file(name, SimpleFileOptions::default()).expect("begun");
    new.write_all(content).expect("written");
    new.finish().expect("an archive").into_inner()
}

fn good() -> Vec<u8> {
    book(|book| {
        let days = Format::new().set_num_format("yyyy-mm-dd");
        let sheet = book.add_worksheet().set_name("SoA & more").expect("a name");
        for (column, title) in (0..).zip(["id", "applicable", "implemented", "reason"]) {
            sheet.write_string(2, column, title).expect("written");
        }
        sheet.write_string(3, 0, "A.5.1").expect("written");
        sheet.write_boolean(3, 1, true).expect("written");
        let day = ExcelDateTime::from_ymd(2026, 2, 10).expect("a day");
        sheet.write_datetime_with_format(3, 3, &day, &days).expect("written");
        sheet.write_string(5, 0, "A.5.2").expect("written");
        sheet.write_string(5, 1, "no").expect("written");
        sheet.write_number(5, 3, 7).expect("written");
    })
}

#[test]
fn values_are_taken_as_texts_with_their_rows() {
    let found = rows("soa.xlsx", &good(), None).expect("rows");
    let line = |number, cells: [&str; 4]| Line { number, cells: cells.map(str::to_owned).to_vec() };
    let wanted = [
        line(3, ["id", "applicable", "implemented", "reason"]),
        line(4, ["A.5.1", "yes", "", "2026-02-10"]),
        line(6, ["A.5.2", "no", "", "7"]),
    ];
    assert_eq!(found, wanted);
    assert_eq!(rows("soa.xlsx", &good(), Some("SoA & more")).expect("rows"), wanted);
    let read = attestor_core::trust::statement::read_lines("soa.xlsx", found, None).expect("read");
    assert_eq!((read.len(), read[1].id.place.line), (2, 6));
}

#[test]
fn formulas_are_told_with_sheet_and_cell_and_read_by_nobody() {
    let formula = book(|book| {
        let sheet = book.add_worksheet().set_name("Rows & more").expect("a name");
        sheet.write_string(0, 0, "id").expect("written");
        sheet.write_formula(4, 2, "=1+1").expect("written");
    });
    let words = "the cell C5 of the sheet `Rows & more` is a formula";
    assert!(told(&formula, None).contains(words), "{}", told(&formula, None));
    let strange = b"<worksheet><sheetData><row r='1'><c r='A1'><x:f t='shared' ref='A1:A2' si='18446744073709551615'>1</x:f></c></row></sheetData></worksheet>";
    let shared = with(&good(), "xl/worksheets/sheet1.xml", strange);
    assert!(told(&shared, None).contains("the cell A1 of the sheet `SoA & more` is a formula"));
    let elsewhere = with(&good(), "elsewhere.xml", strange);
    assert!(told(&elsewhere, None).contains("is a formula"));
}

#[test]
fn macros_bombs_and_what_is_no_workbook_are_refused() {
    let macros = with(&good(), "xl/vbaProject.bin", b"x");
    assert!(told(&macros, None).contains("it has macros"));
    let named = with(&good(), "[Content_Types].xml", b"<Types>macroEnabled</Types>");
    assert!(told(&named, None).contains("it has macros"));
    let zeros = vec![b' '; usize::try_from(UNPACKED).expect("a size") + 1];
    assert!(told(&with(&good(), "xl/more.xml", &zeros), None).contains("unpacked it has more"));
    let twice = with(&good(), "XL/workbook.xml", b"x");
    assert!(told(&twice, None).contains("two of its parts"));
    for bytes in [&b""[..], b"PK\x03\x04", b"id,applicable\n"] {
        assert!(told(bytes, None).contains("it is no workbook"));
    }
}

#[test]
fn bounds_hold_and_a_sheet_is_named_where_there_are_several() {
    let far = |row, column| {
        book(|book| {
            book.add_worksheet().write_string(row, column, "x").expect("written");
        })
    };
    for bytes in [far(ROWS, 0), far(1_048_575, 16_383), far(0, 50)] {
        assert!(told(&bytes, None).contains("beyond 10000 rows or 50 columns"));
    }
    let two = book(|book| {
        book.add_worksheet().set_name("One").expect("a name");
        book.add_worksheet().set_name("Two").expect("a name");
    });
    assert!(told(&two, None).contains("several sheets, name one of them: One, Two"));
    assert!(told(&two, Some("Three")).contains("there is no sheet `Three`; there are: One, Two"));
    assert_eq!(rows("soa.xlsx", &two, Some("Two")), Ok(Vec::new()));
}
