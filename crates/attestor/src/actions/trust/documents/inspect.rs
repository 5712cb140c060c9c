//! What is refused behind a portal beyond what the vault refuses anyway: PDFs on whose pages nobody
//! can be named, workbooks that compute, and files in which such things could hide.

use std::io::Cursor;

use calamine::{Reader as _, Xlsx, XlsxError};

use super::mark::{self, Unmarkable};

/// The media type of PDFs.
pub(crate) const PDF: &str = "application/pdf";
/// The media type of workbooks of Office Open XML.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// The media type of tables as text.
const CSV: &str = "text/csv";

/// The endings of names that are taken: documents, tables, texts, pictures.
const ENDINGS: [&str; 12] =
    ["pdf", "docx", "pptx", "odt", "odp", "xlsx", "csv", "txt", "md", "png", "jpg", "jpeg"];

/// Why a file is no document of a portal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// Files with this ending are not taken.
    Ending(String),
    /// A PDF that cannot be marked.
    Pdf(Unmarkable),
    /// A workbook with a formula, and where.
    Formula {
        /// The sheet; empty in a table as text.
        sheet: String,
        /// The cell, such as `B7`.
        cell: String,
    },
    /// A workbook that cannot be read.
    Workbook,
}

impl Unfit {
    /// The stable name of the reason.
    pub(crate) const fn code(&self) -> &'static str {
        match self {
            Self::Ending(_) => "document_ending",
            Self::Pdf(Unmarkable::Encrypted) => "document_encrypted",
            Self::Pdf(Unmarkable::TooLarge) => "document_too_large",
            Self::Pdf(Unmarkable::TooManyPages) => "document_pages",
            Self::Pdf(Unmarkable::TooDense) => "document_dense",
            Self::Pdf(Unmarkable::Unreadable) => "document_unreadable",
            Self::Formula { .. } => "document_formula",
            Self::Workbook => "document_workbook",
        }
    }
}

/// Refuses endings of names that are not taken.
pub(crate) fn ending(name: &str) -> Result<(), Unfit> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    if ENDINGS.contains(&ending.as_str()) { Ok(()) } else { Err(Unfit::Ending(ending)) }
}

/// Looks at a file that the vault took. May take seconds.
pub(crate) fn content(media_type: &str, bytes: &[u8]) -> Result<(), Unfit> {
    match media_type.split(';').next().unwrap_or_default() {
        PDF => mark::can_be_marked(bytes).map(drop).map_err(Unfit::Pdf),
        XLSX => workbook(bytes),
        CSV => table(bytes),
        _ => Ok(()),
    }
}

/// Cell by cell, so that a workbook whose only cells lie far apart takes no room.
fn workbook(bytes: &[u8]) -> Result<(), Unfit> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unfit::Workbook)?;
    for sheet in workbook.sheet_names() {
        let mut cells = match workbook.worksheet_cells_reader(&sheet) {
            Ok(cells) => cells,
            // A sheet of charts or dialogs has no cells.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(_) => return Err(Unfit::Workbook),
        };
        loop {
            match cells.next_formula() {
                Ok(Some(cell)) if !cell.get_value().is_empty() => {
                    let (row, column) = cell.get_position();
                    return Err(Unfit::Formula { sheet, cell: place(row, column) });
                }
                Ok(Some(_)) => {}
                Ok(None) => break,
                Err(_) => return Err(Unfit::Workbook),
            }
        }
    }
    Ok(())
}

/// A cell that begins with `=` is a formula to every program that opens the table.
fn table(bytes: &[u8]) -> Result<(), Unfit> {
    let mut rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    for (row, record) in (0_u32..).zip(rows.byte_records()) {
        let record = record.map_err(|_| Unfit::Workbook)?;
        let found = (0_u32..).zip(&record).find(|(_, field)| is_formula(field));
        if let Some((column, _)) = found {
            return Err(Unfit::Formula { sheet: String::new(), cell: place(row, column) });
        }
    }
    Ok(())
}

fn is_formula(field: &[u8]) -> bool {
    let field = field.strip_prefix(b"\xef\xbb\xbf").unwrap_or(field).trim_ascii_start();
    matches!(field.first(), Some(b'=' | b'@'))
}

/// The name of a cell, counted from 0: `B7`.
fn place(row: u32, column: u32) -> String {
    let (mut letters, mut rest) = (Vec::new(), column);
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        match (rest / 26).checked_sub(1) {
            Some(more) => rest = more,
            None => break,
        }
    }
    let column: String = letters.iter().rev().collect();
    format!("{column}{}", u64::from(row) + 1)
}

#[cfg(test)]
mod tests;
