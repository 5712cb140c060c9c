//! A statement of applicability from a table: with commas, or from rows that were read elsewhere.

use csv::ReaderBuilder;

use crate::fault::{Fault, Place, Problem};
use crate::framework::Catalog;
use crate::id::{Id, Spot};

use super::document::{Duty, SoaRow};

/// The columns, in any order; the first two must be there.
pub const COLUMNS: [&str; 6] = ["id", "applicable", "implemented", "duty", "reason", "reference"];
/// The most rows of a statement.
const MAX_ROWS: usize = 10_000;

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number in the table, from 1.
    pub number: u32,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Reads the rows of a statement. With a catalog, each row is one of its items, and stands once.
/// `yes` and `no` are the words for what applies and is done; an empty cell says nothing.
///
/// # Errors
/// Every fault with its line: unknown columns, formulas, words outside of the lists, ids that stand
/// twice or belong to another edition.
pub fn read_csv(
    file: &str,
    text: &str,
    catalog: Option<&Catalog>,
) -> Result<Vec<SoaRow>, Vec<Fault>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let lines = reader.records().map(|record| match record {
        Ok(record) => Ok(Line {
            number: record.position().map_or(0, |at| line(at.line())),
            cells: record.iter().map(str::to_owned).collect(),
        }),
        Err(error) => {
            let number = error.position().map_or(0, |at| line(at.line()));
            Err((number, Problem::Unreadable { reason: error.to_string() }))
        }
    });
    read(file, lines, catalog)
}

/// Reads the rows of a statement from a table whose first line holds the names of the columns.
///
/// # Errors
/// As [`read_csv`].
pub fn read_lines(
    file: &str,
    lines: Vec<Line>,
    catalog: Option<&Catalog>,
) -> Result<Vec<SoaRow>, Vec<Fault>> {
    read(file, lines.into_iter().map(Ok), catalog)
}

fn read(
    file: &str,
    mut lines: impl Iterator<Item = Result<Line, (u32, Problem)>>,
    catalog: Option<&Catalog>,
) -> Result<Vec<SoaRow>, Vec<Fault>> {
    let mut reading = Reading { file, faults: Vec::new(), columns: Vec::new() };
    match lines.next() {
        Some(Ok(head)) => reading.columns(&head),
        Some(Err((number, problem))) => reading.add(number, problem),
        None => reading.columns(&Line { number: 1, cells: Vec::new() }),
    }
    let mut rows: Vec<SoaRow> = Vec::new();
    for line in lines {
        if !reading.faults.is_empty() && reading.columns.is_empty() {
            break;
        }
        if rows.len() >= MAX_ROWS {
            reading.add(0, Problem::TooMany { limit: MAX_ROWS });
            break;
        }
        match line {
            Ok(line) => rows.extend(reading.row(&line, catalog)),
            Err((number, problem)) => reading.add(number, problem),
        }
    }
    reading.twice(&rows);
    if rows.is_empty() && reading.faults.is_empty() {
        reading.add(0, Problem::EmptyList);
    }
    if reading.faults.is_empty() { Ok(rows) } else { Err(reading.faults) }
}

fn line(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}

struct Reading<'f> {
    file: &'f str,
    faults: Vec<Fault>,
    columns: Vec<String>,
}

impl Reading<'_> {
    fn place(&self, line: u32) -> Place {
        Place { file: self.file.to_owned(), line }
    }

    fn add(&mut self, line: u32, problem: Problem) {
        self.faults.push(Fault { place: self.place(line), problem });
    }

    fn columns(&mut self, head: &Line) {
        let found: Vec<String> =
            head.cells.iter().map(|it| it.trim().to_ascii_lowercase()).collect();
        for column in &found {
            if !COLUMNS.contains(&column.as_str()) {
                let known = COLUMNS.iter().map(|&it| it.to_owned()).collect();
                self.add(head.number, Problem::UnknownKey { key: column.clone(), known });
            }
        }
        for key in ["id", "applicable"] {
            if !found.iter().any(|column| column == key) {
                self.add(head.number, Problem::MissingKey { key });
            }
        }
        if self.faults.is_empty() {
            self.columns = found;
        }
    }

    fn row(&mut self, read: &Line, catalog: Option<&Catalog>) -> Option<SoaRow> {
        let (line, record) = (read.number, &read.cells);
        let before = self.faults.len();
        if record.len() != self.columns.len() {
            let (found, expected) = (record.len(), self.columns.len());
            let words = format!("the row has {found} cells, and the table {expected} columns");
            self.add(line, Problem::Inconsistent(words));
            return None;
        }
        if let Some(cell) = record.iter().find(|cell| cell.trim_start().starts_with('=')) {
            let words = format!("`{cell}` is a formula; write its value");
            self.add(line, Problem::Inconsistent(words));
        }
        let columns = self.columns.clone();
        let cell = |name: &str| {
            let at = columns.iter().position(|column| column == name)?;
            record.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
        };
        let id = self.item(line, cell("id"), catalog);
        let applicable = self.yes_or_no(line, cell("applicable"));
        if applicable.is_none() && self.faults.len() == before {
            self.add(line, Problem::MissingKey { key: "applicable" });
        }
        let implemented = self.yes_or_no(line, cell("implemented"));
        let duty = cell("duty").and_then(|word| {
            let duty = Duty::parse(word);
            if duty.is_none() {
                let allowed = Duty::ALL.iter().map(|it| it.as_str().to_owned()).collect();
                self.add(line, Problem::NotOneOf { found: word.to_owned(), allowed });
            }
            duty
        });
        let row = SoaRow {
            id: Spot { value: id?, place: self.place(line) },
            applicable: applicable?,
            implemented,
            duty,
            reason: cell("reason").map(str::to_owned),
            reference: cell("reference").map(str::to_owned),
        };
        (self.faults.len() == before).then_some(row)
    }

    fn item(&mut self, line: u32, cell: Option<&str>, catalog: Option<&Catalog>) -> Option<Id> {
        let found = cell.unwrap_or_default();
        let Some(id) = Id::parse(found) else {
            self.add(line, Problem::NotAnId { found: found.to_owned() });
            return None;
        };
        if let Some(catalog) = catalog.filter(|catalog| !catalog.has(&id)) {
            let words = format!("`{id}` is no item of {}", catalog.title);
            self.add(line, Problem::Inconsistent(words));
        }
        Some(id)
    }

    fn yes_or_no(&mut self, line: u32, cell: Option<&str>) -> Option<bool> {
        let word = cell?;
        match word.to_ascii_lowercase().as_str() {
            "yes" | "true" => Some(true),
            "no" | "false" => Some(false),
            _ => {
                let allowed = vec!["yes".to_owned(), "no".to_owned()];
                self.add(line, Problem::NotOneOf { found: word.to_owned(), allowed });
                None
            }
        }
    }

    fn twice(&mut self, rows: &[SoaRow]) {
        let mut seen = std::collections::BTreeMap::new();
        for row in rows {
            if let Some(first) = seen.insert(&row.id.value, &row.id.place) {
                let (id, first) = (row.id.value.to_string(), first.clone());
                self.add(row.id.place.line, Problem::DuplicateId { kind: "row", id, first });
            }
        }
    }
}

#[cfg(test)]
mod tests;
