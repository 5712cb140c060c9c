//! A workbook with one sheet. Texts are written as texts, so that none is taken for a formula.

use attestor_core::day::Day;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::{Cell, Table};

/// The most letters of a cell, as the format has it.
const LETTERS: usize = 32_767;
/// The widths of columns in letters: narrower and wider ones are hard to read.
const WIDTHS: (usize, usize) = (10, 48);

/// Writes a table; `today` is the day of the workbook.
pub(super) fn write(table: &Table, today: Day) -> Result<Vec<u8>, String> {
    workbook(table, today).map_err(|error| format!("cannot write XLSX: {error}"))
}

fn workbook(table: &Table, today: Day) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = DocProperties::new().set_title("Attestor");
    book.set_properties(&match date(today)? {
        Some(date) => made.set_creation_datetime(&date),
        None => made,
    });
    let sheet = book.add_worksheet();
    sheet.set_name("Attestor")?;
    head(sheet, table)?;
    let days = Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left);
    for (number, row) in (1..).zip(&table.rows) {
        for (column, content) in (0..).zip(row) {
            cell(sheet, (number, column), content, &days)?;
        }
    }
    for column in 0..table.titles.len() {
        let letters = u32::try_from(width(table, column)).unwrap_or_default();
        sheet.set_column_width(u16::try_from(column).unwrap_or_default(), letters)?;
    }
    book.save_to_buffer()
}

/// The titles stay in sight and filter their columns.
fn head(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, title) in (0..).zip(&table.titles) {
        sheet.write_string_with_format(0, column, title, &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(table.titles.len().saturating_sub(1)).unwrap_or_default();
    sheet.autofilter(0, 0, last_row, last_column)?;
    Ok(())
}

fn cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    content: &Cell,
    days: &Format,
) -> Result<(), XlsxError> {
    match content {
        Cell::Text(text) if text.is_empty() => {}
        Cell::Text(text) => {
            let short: String = text.chars().take(LETTERS).collect();
            sheet.write_string(row, column, short)?;
        }
        Cell::Count(count) => {
            let count = u32::try_from(*count).unwrap_or(u32::MAX);
            sheet.write_number(row, column, count)?;
        }
        Cell::Day(None) => {}
        Cell::Day(Some(day)) => match date(*day)? {
            Some(date) => {
                sheet.write_datetime_with_format(row, column, &date, days)?;
            }
            None => {
                sheet.write_string(row, column, day.to_string())?;
            }
        },
    }
    Ok(())
}

/// A day as the format has it; `None` before 1900, where its calendar begins.
fn date(day: Day) -> Result<Option<ExcelDateTime>, XlsxError> {
    let (year, month, number) = day.parts();
    let (Ok(year), Ok(month), Ok(number)) =
        (u16::try_from(year), u8::try_from(month), u8::try_from(number))
    else {
        return Ok(None);
    };
    (year >= 1900).then(|| ExcelDateTime::from_ymd(year, month, number)).transpose()
}

/// The letters of the longest cell, within bounds. Wide letters take two places.
fn width(table: &Table, column: usize) -> usize {
    let letters = |cell: &Cell| match cell {
        Cell::Text(text) => unicode_width::UnicodeWidthStr::width(text.as_str()),
        Cell::Count(_) | Cell::Day(_) => WIDTHS.0,
    };
    let cells = table.rows.iter().filter_map(|row| row.get(column)).map(letters);
    let title = table.titles.get(column).map_or(0, |title| title.chars().count() + 4);
    cells.max().unwrap_or_default().max(title).clamp(WIDTHS.0, WIDTHS.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_texts_old_days_and_long_cells_make_a_workbook() {
        let old = Day::new(1850, 1, 1);
        let row = |text: String| vec![Cell::Text(text), Cell::Count(2), Cell::Day(old)];
        let texts = ["=1+1", "", "\u{0}\u{b}", "{=SUM(A1)}", "http://example.org"];
        let mut rows: Vec<Vec<Cell>> = texts.iter().map(|text| row((*text).to_owned())).collect();
        rows.push(row("é".repeat(LETTERS + 1)));
        let titles = ["a", "b", "c"].map(str::to_owned).to_vec();
        let today = Day::new(2026, 11, 22).unwrap();
        let table = Table { titles, rows };
        let bytes = write(&table, today).unwrap();
        assert_eq!(bytes.get(..2), Some(&b"PK"[..]));
        assert_eq!(write(&table, today).unwrap(), bytes, "the same table gives the same bytes");
    }
}
