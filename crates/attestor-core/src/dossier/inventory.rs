//! `inventory.csv`: one component a row.

use csv::{ReaderBuilder, StringRecord};

use super::Reading;
use crate::certification::case::Component;
use crate::fault::{Fault, Place, Problem};
use crate::id::Id;

/// The columns, in any order; `id` and `environment` may not be empty.
pub(super) const COLUMNS: [&str; 6] =
    ["id", "environment", "operating_system", "function", "device_type", "location"];
/// The most rows of an inventory.
const MAX_ROWS: usize = 100_000;

impl Reading<'_> {
    /// The components of the inventory; `None` when it is absent or faulty.
    pub(super) fn inventory(&mut self) -> Option<Vec<Component>> {
        let text = self.text("inventory.csv")??;
        for (line, row) in text.lines().enumerate() {
            for cell in row.split(',') {
                self.words.learn_word(
                    "inventory.csv",
                    cell.trim(),
                    u32::try_from(line + 1).unwrap_or(u32::MAX),
                );
            }
        }
        match components("inventory.csv", &text) {
            Ok(components) => Some(components),
            Err(faults) => {
                self.faults.borrow_mut().extend(faults);
                None
            }
        }
    }
}

/// Reads an inventory.
///
/// # Errors
/// Every fault with its line.
pub fn components(file: &str, text: &str) -> Result<Vec<Component>, Vec<Fault>> {
    let mut table = Csv::open(file, text);
    let Some(columns) = table.columns(&COLUMNS) else { return Err(table.faults) };
    let mut components = Vec::new();
    for record in table.records() {
        let cell = |name: &str| record.cell(&columns, name);
        let (Some(id), Some(environment)) =
            (table.id(&record, cell("id")), table.id(&record, cell("environment")))
        else {
            continue;
        };
        components.push(Component {
            id,
            environment,
            operating_system: cell("operating_system").to_owned(),
            function: cell("function").to_owned(),
            device_type: cell("device_type").to_owned(),
            location: cell("location").to_owned(),
        });
    }
    if table.faults.is_empty() { Ok(components) } else { Err(table.faults) }
}

/// A CSV text that is read with every fault.
pub(super) struct Csv<'t> {
    file: &'t str,
    text: &'t str,
    pub(super) faults: Vec<Fault>,
}

/// A row and its line.
pub(super) struct CsvRow {
    line: u32,
    record: StringRecord,
}

impl CsvRow {
    /// The trimmed text of a column; empty where the row is too short.
    pub(super) fn cell(&self, columns: &[(String, usize)], name: &str) -> &str {
        let at = columns.iter().find(|(column, _)| column == name).map(|(_, at)| *at);
        at.and_then(|at| self.record.get(at)).unwrap_or_default().trim()
    }
}

impl<'t> Csv<'t> {
    pub(super) fn open(file: &'t str, text: &'t str) -> Self {
        Self { file, text: text.trim_start_matches('\u{feff}'), faults: Vec::new() }
    }

    pub(super) fn add(&mut self, line: u32, problem: Problem) {
        self.faults.push(Fault { place: Place { file: self.file.to_owned(), line }, problem });
    }

    /// The columns of the header with their positions; `None` and faults unless they are exactly
    /// the expected ones.
    pub(super) fn columns(&mut self, expected: &[&'static str]) -> Option<Vec<(String, usize)>> {
        let mut reader = ReaderBuilder::new().from_reader(self.text.as_bytes());
        let header = match reader.headers() {
            Ok(header) => header.clone(),
            Err(error) => {
                self.add(1, Problem::Unreadable { reason: error.to_string() });
                return None;
            }
        };
        let found: Vec<(String, usize)> =
            header.iter().map(|name| name.trim().to_owned()).zip(0..).collect();
        for name in expected {
            if !found.iter().any(|(column, _)| column == name) {
                self.add(1, Problem::MissingKey { key: name });
            }
        }
        for (name, _) in found.iter().filter(|(name, _)| !expected.contains(&name.as_str())) {
            let known = expected.iter().map(|&name| name.to_owned()).collect();
            self.add(1, Problem::UnknownKey { key: name.clone(), known });
        }
        self.faults.is_empty().then_some(found)
    }

    /// Every row; a broken one is a fault.
    pub(super) fn records(&mut self) -> Vec<CsvRow> {
        let mut reader = ReaderBuilder::new().from_reader(self.text.as_bytes());
        let mut rows = Vec::new();
        for record in reader.records() {
            match record {
                Ok(record) => {
                    let line = record
                        .position()
                        .map_or(0, |at| u32::try_from(at.line()).unwrap_or(u32::MAX));
                    rows.push(CsvRow { line, record });
                }
                Err(error) => {
                    let line = error
                        .position()
                        .map_or(0, |at| u32::try_from(at.line()).unwrap_or(u32::MAX));
                    self.add(
                        line,
                        Problem::Unreadable {
                            reason: "the row has another number of cells than the header"
                                .to_owned(),
                        },
                    );
                }
            }
            if rows.len() > MAX_ROWS {
                self.add(0, Problem::TooMany { limit: MAX_ROWS });
                break;
            }
        }
        rows
    }

    /// A cell that must hold an id.
    pub(super) fn id(&mut self, row: &CsvRow, cell: &str) -> Option<Id> {
        let id = Id::parse(cell);
        if id.is_none() {
            self.add(row.line, Problem::NotAnId { found: cell.to_owned() });
        }
        id
    }

    /// The line of a row.
    pub(super) fn line(row: &CsvRow) -> u32 {
        row.line
    }
}
