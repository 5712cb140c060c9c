//! A sheet of a workbook (XLSX) as rows of texts.
//!
//! The workbook is a stranger's. Everything in it is unpacked once and counted before the reader of
//! workbooks sees it: archives that are too large, macros and formulas are refused, so that what is
//! read are values that somebody typed. Rows, columns and texts have bounds.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use attestor_core::fault::{Fault, Place, Problem};
use attestor_core::trust::statement::Line;
use calamine::{DataRef, Reader as _, Xlsx};
use zip::ZipArchive;

/// The most bytes of a workbook: 16 MiB.
pub(super) const MAX_BYTES: u64 = 16 * 1024 * 1024;
/// The most bytes of all its parts together, unpacked: 64 MiB.
const UNPACKED: u64 = 64 * 1024 * 1024;
/// The most parts.
const PARTS: usize = 1000;
/// The most rows of a sheet, with its head.
const ROWS: u32 = 10_001;
/// The most columns of a sheet.
const COLUMNS: u32 = 50;
/// The most bytes of a cell, and of all cells together.
const CELL: usize = 32_767 * 4;
const TEXT: usize = 16 * 1024 * 1024;
/// The most formulas that are told.
const TOLD: usize = 20;

/// The rows of a sheet, from its first that holds anything; the only sheet, or the one with a name.
///
/// # Errors
/// Why the workbook is not read, each with sheet and cell.
pub(super) fn rows(file: &str, bytes: &[u8], sheet: Option<&str>) -> Result<Vec<Line>, Vec<Fault>> {
    let parts = unpacked(file, bytes)?;
    let sheets = sheets(&parts);
    let formulas = formulas(file, &parts, &sheets);
    if !formulas.is_empty() {
        return Err(formulas);
    }
    let broken = |error: &dyn std::fmt::Display| vec![unreadable(file, &error.to_string())];
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let names = book.sheet_names();
    let name = chosen(file, &names, sheet)?;
    let place = format!("{file}, sheet {name}");
    let mut cells = book.worksheet_cells_reader(&name).map_err(|error| broken(&error))?;
    let mut taken = Taken { place: &place, rows: BTreeMap::new(), bytes: 0 };
    while let Some(cell) = cells.next_cell().map_err(|error| broken(&error))? {
        taken.take(cell.get_position(), cell.get_value()).map_err(|fault| vec![fault])?;
    }
    Ok(taken.lines())
}

fn fault(file: &str, words: String) -> Fault {
    let place = Place { file: file.to_owned(), line: 0 };
    Fault { place, problem: Problem::Inconsistent(words) }
}

fn unreadable(file: &str, reason: &str) -> Fault {
    let place = Place { file: file.to_owned(), line: 0 };
    let reason: String = reason.chars().filter(|it| !it.is_control()).take(200).collect();
    Fault { place, problem: Problem::Unreadable { reason } }
}

/// The name of the sheet that is read.
fn chosen(file: &str, names: &[String], asked: Option<&str>) -> Result<String, Vec<Fault>> {
    let known = || names.join(", ");
    match (asked, names) {
        (Some(asked), _) => {
            let found = names.iter().find(|it| *it == asked).cloned();
            found.ok_or_else(|| {
                vec![fault(file, format!("there is no sheet `{asked}`; there are: {}", known()))]
            })
        }
        (None, [only]) => Ok(only.clone()),
        (None, []) => Err(vec![fault(file, "there is no sheet".to_owned())]),
        (None, _) => {
            let words = format!("there are several sheets, name one of them: {}", known());
            Err(vec![fault(file, words)])
        }
    }
}

/// The parts of a workbook by name. Every byte is counted when it is unpacked; what the archive
/// claims about sizes decides nothing.
fn unpacked(file: &str, bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, Vec<Fault>> {
    let damaged = |error: &dyn std::fmt::Display| {
        vec![unreadable(file, &format!("it is no workbook (.xlsx): {error}"))]
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > PARTS {
        return Err(vec![fault(file, format!("it has more than {PARTS} parts"))]);
    }
    let (mut parts, mut left) = (BTreeMap::new(), UNPACKED);
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|error| damaged(&error))?;
        let name = part.name().map_err(|error| damaged(&error))?.to_ascii_lowercase();
        if ["vbaproject", "vbadata", "macrosheets/", "activex/"].iter().any(|it| name.contains(it))
        {
            return Err(vec![fault(
                file,
                "it has macros; save it as .xlsx without them".to_owned(),
            )]);
        }
        let mut content = Vec::new();
        let read =
            part.take(left + 1).read_to_end(&mut content).map_err(|error| damaged(&error))?;
        left = left.checked_sub(read as u64).ok_or_else(|| {
            vec![fault(file, format!("unpacked it has more than {UNPACKED} bytes"))]
        })?;
        if name == "[content_types].xml" && has(&content, b"macroEnabled") {
            return Err(vec![fault(
                file,
                "it has macros; save it as .xlsx without them".to_owned(),
            )]);
        }
        if parts.insert(name, content).is_some() {
            return Err(vec![fault(file, "two of its parts have the same name".to_owned())]);
        }
    }
    Ok(parts)
}

fn has(bytes: &[u8], word: &[u8]) -> bool {
    memchr::memmem::find(bytes, word).is_some()
}

/// The names of the sheets by the names of their parts, as far as they are told.
fn sheets(parts: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    let part = |name: &str| parts.get(name).map_or(&[][..], Vec::as_slice);
    let mut targets: BTreeMap<String, String> = BTreeMap::new();
    for tag in tags(part("xl/_rels/workbook.xml.rels")).filter(|it| it.name == b"Relationship") {
        if let (Some(id), Some(target)) = (tag.attribute(b"Id"), tag.attribute(b"Target")) {
            let target = target.trim_start_matches('/').trim_start_matches("xl/");
            targets.insert(id, format!("xl/{}", target.to_ascii_lowercase()));
        }
    }
    let mut sheets = BTreeMap::new();
    for tag in tags(part("xl/workbook.xml")).filter(|it| it.name == b"sheet") {
        let target = tag.attribute(b"r:id").and_then(|id| targets.get(&id));
        if let (Some(target), Some(name)) = (target, tag.attribute(b"name")) {
            sheets.insert(target.clone(), name);
        }
    }
    sheets
}

/// The formulas of all sheets, with sheet and cell. What has rows of cells is a sheet, wherever it
/// lies.
fn formulas(
    file: &str,
    parts: &BTreeMap<String, Vec<u8>>,
    sheets: &BTreeMap<String, String>,
) -> Vec<Fault> {
    let mut found = Vec::new();
    for (name, content) in parts.iter().filter(|(_, content)| has(content, b"sheetData")) {
        let sheet = sheets.get(name).unwrap_or(name);
        let mut cell = String::new();
        for tag in tags(content) {
            match tag.name {
                b"c" => cell = tag.attribute(b"r").unwrap_or_default(),
                b"f" => {
                    let words = format!(
                        "the cell {cell} of the sheet `{sheet}` is a formula; write its value"
                    );
                    found.push(fault(file, words));
                }
                _ => {}
            }
            if found.len() >= TOLD {
                return found;
            }
        }
    }
    found
}

/// The beginning of an element.
struct Tag<'a> {
    /// Its name without a prefix.
    name: &'a [u8],
    attributes: &'a [u8],
}

impl Tag<'_> {
    /// The value of an attribute.
    fn attribute(&self, name: &[u8]) -> Option<String> {
        let text = std::str::from_utf8(self.attributes).ok()?;
        let name = std::str::from_utf8(name).ok()?;
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('=') {
            let quote = after.trim_start().chars().next().filter(|it| matches!(it, '"' | '\''))?;
            let value = after.trim_start().get(1..)?;
            let (value, behind) = value.split_once(quote)?;
            if before.trim() == name {
                return Some(value.replace("&amp;", "&").replace("&quot;", "\""));
            }
            rest = behind;
        }
        None
    }
}

/// The beginnings of all elements, in their order. What stands in comments counts as well.
fn tags(content: &[u8]) -> impl Iterator<Item = Tag<'_>> {
    memchr::memchr_iter(b'<', content).filter_map(|at| {
        let rest = content.get(at + 1..)?;
        let end = rest.iter().position(|it| matches!(it, b'>' | b'<')).unwrap_or(rest.len());
        let tag = rest.get(..end)?;
        let name_end = tag.iter().position(|it| it.is_ascii_whitespace() || *it == b'/');
        let (name, attributes) = tag.split_at_checked(name_end.unwrap_or(tag.len()))?;
        let local = name.iter().rposition(|it| *it == b':').map_or(0, |at| at + 1);
        Some(Tag { name: name.get(local..)?, attributes })
    })
}

/// The cells that were read.
struct Taken<'a> {
    place: &'a str,
    rows: BTreeMap<u32, Vec<String>>,
    bytes: usize,
}

impl Taken<'_> {
    fn take(&mut self, (row, column): (u32, u32), value: &DataRef<'_>) -> Result<(), Fault> {
        let Some(text) = self.text((row, column), value)? else { return Ok(()) };
        if row >= ROWS || column >= COLUMNS {
            let (rows, columns) = (ROWS - 1, COLUMNS);
            let words = format!("there is something beyond {rows} rows or {columns} columns");
            return Err(self.fault(row, words));
        }
        self.bytes += text.len();
        if text.len() > CELL || self.bytes > TEXT {
            return Err(self.fault(row, "there is too much text".to_owned()));
        }
        let cells = self.rows.entry(row).or_default();
        let at = column as usize;
        if cells.len() <= at {
            cells.resize(at + 1, String::new());
        }
        if let Some(cell) = cells.get_mut(at) {
            *cell = text;
        }
        Ok(())
    }

    fn fault(&self, row: u32, words: String) -> Fault {
        let place = Place { file: self.place.to_owned(), line: row.saturating_add(1) };
        Fault { place, problem: Problem::Inconsistent(words) }
    }

    /// A value as a text; `None` for an empty cell. Days are written as days.
    fn text(&self, at: (u32, u32), value: &DataRef<'_>) -> Result<Option<String>, Fault> {
        let text = match value {
            DataRef::Empty => return Ok(None),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                text.clone()
            }
            DataRef::SharedString(text) => (*text).to_owned(),
            DataRef::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            DataRef::Int(number) => number.to_string(),
            DataRef::Float(number) => number.to_string(),
            DataRef::DateTime(day) => {
                if !(0.0..2_958_466.0).contains(&day.as_f64()) {
                    return Err(self.fault(at.0, "a day lies beyond the year 9999".to_owned()));
                }
                let (year, month, day, ..) = day.to_ymd_hms_milli();
                format!("{year:04}-{month:02}-{day:02}")
            }
            DataRef::Error(_) => {
                return Err(
                    self.fault(at.0, "a cell holds an error in the place of a value".to_owned())
                );
            }
        };
        Ok(Some(text).filter(|text| !text.trim().is_empty()))
    }

    /// The rows that hold anything, each as wide as the head.
    fn lines(self) -> Vec<Line> {
        let width = self.rows.values().next().map_or(0, Vec::len);
        let line = |(row, mut cells): (u32, Vec<String>)| {
            cells.resize(cells.len().max(width), String::new());
            Line { number: row.saturating_add(1), cells }
        };
        self.rows.into_iter().map(line).collect()
    }
}

#[cfg(test)]
mod tests;
