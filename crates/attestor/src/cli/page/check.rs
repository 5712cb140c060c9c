//! `attestor page check`: how well the reading agrees with known facts.

mod cells;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use attestor_core::attestation::page::read_bytes;
use clap::Args;
use serde::Serialize;
use serde_json::Value as Json;

use super::super::{Exit, Format, Out, Stop};
use super::wire;
use crate::world::page_data;
use cells::Cells;

/// Compares what is read with known facts, cell by cell.
///
/// Files of facts lie in the truth folder as `<locale>/<branch>/<type>/<name>.json`, pages in DIR
/// as `<locale>/<branch>/Apps/<type>/<name>.md`. A cell that the facts list as a defect of the
/// page is not counted. Exit code 0 from 99.9 % agreement on, otherwise 1.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor page check corpus/pages --truth corpus/truth")]
pub(crate) struct Check {
    /// The folder of the pages.
    dir: PathBuf,
    /// The folder of the files of facts.
    #[arg(long, value_name = "DIR")]
    truth: PathBuf,
}

/// Cells that were compared and cells that agree.
#[derive(Debug, Clone, Copy, Default, Serialize)]
struct Tally {
    cells: u64,
    equal: u64,
}

impl Tally {
    fn add(&mut self, equal: bool) {
        self.cells += 1;
        self.equal += u64::from(equal);
    }

    /// Thousandths of a percent, rounded down, so that nothing rounds up to 100 %.
    fn percent(self) -> String {
        match (self.equal * 100_000).checked_div(self.cells) {
            None => "no cells".to_owned(),
            Some(part) => format!("{}.{:03} %", part / 1000, part % 1000),
        }
    }
}

/// A cell that differs.
#[derive(Debug, Serialize)]
struct Difference {
    page: String,
    cell: String,
    truth: Option<Json>,
    read: Option<Json>,
}

#[derive(Debug, Default, Serialize)]
struct Report {
    pages: u64,
    overall: Tally,
    locales: BTreeMap<String, Tally>,
    cells: BTreeMap<String, Tally>,
    differences: Vec<Difference>,
}

/// Runs the command.
pub(super) fn run(args: &Check, out: &mut Out) -> Result<Exit, Stop> {
    let (questionnaire, lexicons) = page_data()?;
    let mut report = Report::default();
    for truth_path in truth_files(&args.truth)? {
        let text = std::fs::read_to_string(&truth_path)
            .map_err(|error| Stop::io("read", &truth_path, &error))?;
        let truth: Json = serde_json::from_str(&text).map_err(|error| {
            Stop::Usage(format!("{} is not JSON: {error}", truth_path.display()))
        })?;
        let relative = truth_path.strip_prefix(&args.truth).unwrap_or(&truth_path);
        let page_path = page_path(&args.dir, relative);
        let bytes = super::bytes(&page_path).map_err(Stop::Usage)?;
        let (page, _) = read_bytes(&bytes, &questionnaire, &lexicons);
        let read = wire::facts(&page.facts, &questionnaire);
        report.compare(&relative.display().to_string(), &truth, &read);
    }
    if report.pages == 0 {
        return Err(Stop::Usage(format!("no files of facts in {}", args.truth.display())));
    }
    match out.format {
        Format::Table => report.table(out),
        Format::Json | Format::Jsonl => out.json(&report),
    }
    let good = report.overall.equal * 1000 >= report.overall.cells * 999;
    Ok(if good { Exit::Done } else { Exit::Refused })
}

impl Report {
    fn compare(&mut self, page: &str, truth: &Json, read: &Json) {
        self.pages += 1;
        let locale = page.split('/').next().unwrap_or("").to_owned();
        let defects = cells::defects(truth);
        let expected = Cells::of(truth.get("facts").unwrap_or(&Json::Null));
        let found = Cells::of(read);
        for name in expected.names_with(&found) {
            if defects.contains(&name) {
                continue;
            }
            let (truth, read) = (expected.get(&name), found.get(&name));
            let equal = truth == read;
            self.overall.add(equal);
            self.locales.entry(locale.clone()).or_default().add(equal);
            self.cells.entry(cells::group(&name)).or_default().add(equal);
            if !equal {
                let (truth, read) = (truth.cloned(), read.cloned());
                self.differences.push(Difference {
                    page: page.to_owned(),
                    cell: name,
                    truth,
                    read,
                });
            }
        }
    }

    fn table(&self, out: &mut Out) {
        let show =
            |value: &Option<Json>| value.as_ref().map_or("absent".to_owned(), Json::to_string);
        for one in &self.differences {
            out.line(format_args!("{} {}", one.page, one.cell));
            out.line(format_args!("  truth {}", show(&one.truth)));
            out.line(format_args!("  read  {}", show(&one.read)));
        }
        if !self.differences.is_empty() {
            out.line("");
        }
        for (cell, tally) in self.cells.iter().filter(|(_, tally)| tally.equal < tally.cells) {
            out.line(format_args!("{cell:<44}{}", tally.percent()));
        }
        for (locale, tally) in &self.locales {
            let cells = tally.cells;
            out.line(format_args!("{locale:<12}{:<12} of {cells} cells", tally.percent()));
        }
        let (pages, cells) = (self.pages, self.overall.cells);
        let percent = self.overall.percent();
        out.line(format_args!("{:<12}{percent:<12} of {cells} cells on {pages} pages", "overall"));
    }
}

/// The page that belongs to a file of facts.
fn page_path(dir: &Path, truth: &Path) -> PathBuf {
    let mut path = dir.to_owned();
    for (at, part) in truth.iter().enumerate() {
        if at == 2 {
            path.push("Apps");
        }
        path.push(part);
    }
    path.set_extension("md");
    path
}

/// All `.json` files of a folder and its folders, sorted.
fn truth_files(dir: &Path) -> Result<Vec<PathBuf>, Stop> {
    let mut found = Vec::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries =
            std::fs::read_dir(&folder).map_err(|error| Stop::io("list", &folder, &error))?;
        for entry in entries {
            let entry = entry.map_err(|error| Stop::io("list", &folder, &error))?;
            let kind = entry.file_type().map_err(|error| Stop::io("list", &folder, &error))?;
            let path = entry.path();
            if kind.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
