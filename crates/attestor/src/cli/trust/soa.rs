//! `attestor trust soa`: a statement of applicability from a table or a workbook.

use std::path::PathBuf;

use attestor_core::framework::Catalog;
use attestor_core::id::{Id, Spot};
use attestor_core::source::MAX_BYTES;
use attestor_core::trust::document::{SoaRow, Statement, Variant};
use attestor_core::trust::model::Trust;
use attestor_core::trust::{statement, write};
use clap::Args;

use super::super::{Format, input};
use super::{Exit, Out, Stop, workbook};
use crate::disk;
use crate::world;

/// Reads a statement of applicability from a table with commas or a workbook, and writes it as a
/// file for the folder of its certificate. Rows of another edition are faults with their line.
///
/// A workbook (.xlsx) holds values only: formulas are refused with sheet and cell, and so is a
/// workbook with macros. Days are taken as texts.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  attestor trust soa soa.csv --edition iso27001-2022 --certificate main --out offering/soa.yaml"
)]
pub(crate) struct SoaArgs {
    /// A table (.csv or .xlsx) with the columns `id` and `applicable`, and as wanted `implemented`,
    /// `duty`, `reason` and `reference`.
    file: PathBuf,
    /// The sheet of a workbook; needed where it has several.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// The edition whose items its rows are.
    #[arg(long, value_name = "ID")]
    edition: String,
    /// The certificate that it belongs to.
    #[arg(long, value_name = "ID", value_parser = id)]
    certificate: Id,
    /// The file to write; without it, it is printed.
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,
}

fn id(text: &str) -> Result<Id, String> {
    Id::parse(text).ok_or_else(|| "not an id".to_owned())
}

/// Runs the command.
pub(super) fn run(args: &SoaArgs, out: &mut Out) -> Result<Exit, Stop> {
    let library = world::library(None)?;
    let (edition, catalog) = input::catalog(&library, &args.edition)?;
    let rows = rows(args, catalog)?;
    let (count, expected) = (rows.len(), catalog.items.len());
    let whole = count == expected;
    let statement = Statement {
        id: Spot::made(
            Id::parse(&format!("{}-soa", args.certificate)).unwrap_or_else(|| edition.clone()),
        ),
        certificate: Spot::made(args.certificate.clone()),
        edition: Spot::made(edition.clone()),
        variant: if whole { Variant::Full } else { Variant::Public },
        rows,
    };
    let trust = Trust { statements: vec![statement], ..Trust::default() };
    let yaml = write::yaml(&trust);
    match (&args.out, out.format) {
        (Some(path), _) => disk::write_whole(path, yaml.as_bytes())?,
        (None, Format::Table) => out.text(&yaml),
        (None, Format::Json | Format::Jsonl) => out.json(&trust.statements),
    }
    out.say(format_args!("read {count} of {expected} rows of {edition}"));
    Ok(Exit::Done)
}

fn rows(args: &SoaArgs, catalog: &Catalog) -> Result<Vec<SoaRow>, Stop> {
    let name = args.file.display().to_string();
    let ending = args.file.extension().map(|it| it.to_ascii_lowercase());
    match ending.as_ref().and_then(|it| it.to_str()) {
        Some("xlsx" | "xlsm") => {
            let bytes = input::bytes(&args.file, workbook::MAX_BYTES)?;
            let sheet = args.sheet.as_deref();
            let lines = workbook::rows(&name, &bytes, sheet).map_err(Stop::Faults)?;
            statement::read_lines(&name, lines, Some(catalog)).map_err(Stop::Faults)
        }
        _ if args.sheet.is_some() => {
            let words =
                format!("{name} is no workbook (.xlsx), so it has no sheet; leave out --sheet");
            Err(Stop::Usage(words))
        }
        _ => {
            let text = input::text(&args.file, MAX_BYTES)?;
            statement::read_csv(&name, &text, Some(catalog)).map_err(Stop::Faults)
        }
    }
}
