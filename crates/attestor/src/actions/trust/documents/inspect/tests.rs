//! What is refused, with its place.

use rust_xlsxwriter::Workbook;

use super::*;
use crate::vault::samples;

fn formula(sheet: &str, cell: &str) -> Result<(), Unfit> {
    Err(Unfit::Formula { sheet: sheet.to_owned(), cell: cell.to_owned() })
}

fn book(make: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    make(&mut book);
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn a_formula_is_told_with_its_sheet_and_cell() {
    let plain = book(|book| {
        let sheet = book.add_worksheet();
        sheet.write_string(0, 0, "=1+1").expect("a text");
        sheet.write_number(1_048_575, 16_383, 7.0).expect("a number");
    });
    assert_eq!(content(XLSX, &plain), Ok(()), "a text that looks like a formula is none");
    let computing = book(|book| {
        book.add_worksheet().write_string(0, 0, "plain").expect("a text");
        let sheet = book.add_worksheet().set_name("Second sheet").expect("a name");
        sheet.write_formula(11, 27, "=SUM(A1:A2)").expect("a formula");
    });
    assert_eq!(content(XLSX, &computing), formula("Second sheet", "AB12"));
    let far = book(|book| {
        let sheet = book.add_worksheet().set_name("Far").expect("a name");
        sheet.write_string(0, 0, "near").expect("a text");
        sheet.write_formula(1_048_575, 16_383, "=A1").expect("a formula");
    });
    assert_eq!(content(XLSX, &far), formula("Far", "XFD1048576"));
}

#[test]
fn a_workbook_that_cannot_be_read_is_refused() {
    assert_eq!(content(XLSX, &samples::xlsx()), Err(Unfit::Workbook));
    assert_eq!(content(XLSX, b"PK"), Err(Unfit::Workbook));
}

#[test]
fn a_table_with_formulas_is_refused() {
    assert_eq!(content("text/csv; charset=utf-8", b"id,applies\nA.5.1,yes\n"), Ok(()));
    assert_eq!(content(CSV, b"change,-3,+5\n"), Ok(()));
    assert_eq!(content(CSV, b"id,x\n1,2\n3,\"=1+1\"\n"), formula("", "B3"));
    assert_eq!(content(CSV, b"\xef\xbb\xbf=cmd(),x\n"), formula("", "A1"));
}

#[test]
fn files_in_which_others_could_hide_are_refused_by_name() {
    for name in ["a.zip", "a.html", "a.ods", "a.eml", "a", "a.pdf.zip"] {
        assert!(ending(name).is_err(), "{name}");
    }
    for name in ["a.pdf", "A.PDF", "soa.xlsx", "letter.docx", "b.c.csv"] {
        assert_eq!(ending(name), Ok(()), "{name}");
    }
}

#[test]
fn cells_have_the_names_that_spreadsheets_give_them() {
    let names = [(0, 0), (6, 1), (0, 25), (0, 26), (0, 701), (0, 702)].map(|(r, c)| place(r, c));
    assert_eq!(names, ["A1", "B7", "Z1", "AA1", "ZZ1", "AAA1"]);
}
