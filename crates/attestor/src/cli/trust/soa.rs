//! `attestor trust soa`: a statement of applicability from a table.

use std::path::PathBuf;

use attestor_core::id::{Id, Spot};
use attestor_core::source::MAX_BYTES;
use attestor_core::trust::document::{Statement, Variant};
use attestor_core::trust::model::Trust;
use attestor_core::trust::{statement, write};
use clap::Args;

use super::super::{Format, input};
use super::{Exit, Out, Stop};
use crate::disk;
use crate::world;

/// Reads a statement of applicability from a table with commas, and writes it as a file for the
/// folder of its certificate. Rows of another edition are faults with their line.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  attestor trust soa soa.csv --edition iso27001-2022 --certificate main --out offering/soa.yaml"
)]
pub(crate) struct SoaArgs {
    /// A table with the columns `id` and `applicable`, and as wanted `implemented`, `duty`,
    /// `reason` and `reference`.
    file: PathBuf,
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
    let text = input::text(&args.file, MAX_BYTES)?;
    let name = args.file.display().to_string();
    let rows = statement::read_csv(&name, &text, Some(catalog)).map_err(Stop::Faults)?;
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
