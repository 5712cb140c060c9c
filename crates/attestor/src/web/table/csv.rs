//! CSV after RFC 4180, for programs and for spreadsheets.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};

use super::{Cell, Table};
use crate::spreadsheet::guarded;

/// By this mark spreadsheets know UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Writes a table.
pub(super) fn write(table: &Table) -> Result<Vec<u8>, String> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(MARK.to_vec());
    let failed = |error: csv::Error| format!("cannot write CSV: {error}");
    let titles: Vec<Cow<'_, str>> = table.titles.iter().map(|title| guarded(title)).collect();
    writer.write_record(titles.iter().map(|title| &**title)).map_err(failed)?;
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(text).collect();
        writer.write_record(&cells).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| format!("cannot write CSV: {error}"))
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => guarded(text).into_owned(),
        Cell::Count(count) => count.to_string(),
        Cell::Day(day) => day.map_or_else(String::new, |day| day.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::spreadsheet::begins_formula;

    fn table(texts: &[String]) -> Table {
        let rows = texts.iter().map(|text| vec![Cell::Text(text.clone()), Cell::Count(1)]);
        Table { titles: vec!["=a".to_owned(), "b".to_owned()], rows: rows.collect() }
    }

    fn read(bytes: &[u8]) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(bytes.strip_prefix(MARK).unwrap());
        let cells = |record: Result<csv::StringRecord, csv::Error>| {
            record.unwrap().iter().map(str::to_owned).collect()
        };
        reader.records().map(cells).collect()
    }

    #[test]
    fn lines_end_as_the_standard_has_it_and_quotes_are_doubled() {
        let bytes = write(&table(&["a \"b\", c".to_owned(), "-1".to_owned()])).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text, "\u{feff}'=a,b\r\n\"a \"\"b\"\", c\",1\r\n'-1,1\r\n");
    }

    proptest! {
        #[test]
        fn no_text_becomes_a_formula_and_none_is_lost(
            texts in prop::collection::vec("[=+@\\-\t\r\n＝＋－＠'\" ,;]{0,2}\\PC{0,8}", 1..8)
        ) {
            let back = read(&write(&table(&texts)).unwrap());
            prop_assert_eq!(back.len(), texts.len() + 1);
            for (row, text) in back.iter().skip(1).zip(&texts) {
                prop_assert!(!row[0].starts_with(begins_formula), "{:?}", row[0]);
                let wanted = if text.starts_with(begins_formula) { "'" } else { "" };
                prop_assert_eq!(&row[0], &format!("{wanted}{text}"));
            }
        }
    }
}
