//! `attestor record export`: the record as lines.

use clap::Args;

use super::super::{Exit, Out, Stop};
use super::{AtDesk, Since, since};
use crate::cli::Format;
use crate::store::Missing;
use crate::store::entries::EntryFilter;
use crate::store::record::Entry;

const COLUMNS: [&str; 12] = [
    "entry_id",
    "at",
    "actor",
    "role",
    "organization_id",
    "subject",
    "subject_id",
    "number",
    "kind",
    "content",
    "previous",
    "digest",
];

/// Writes the record, an entry a line, in its order: as JSON, or as a table with `--csv`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  attestor record export --since 2026-11-01 > record.jsonl\n  attestor record export --subject case --id 2fk7g0q9x1ab --csv"
)]
pub(crate) struct Export {
    /// From this entry or from this day on.
    #[arg(long, value_name = "NUMBER|DAY", value_parser = since)]
    since: Option<Since>,
    /// Only about such a thing: `case`, `account`, `organization`, `file`.
    #[arg(long, value_name = "WORD")]
    subject: Option<String>,
    /// Only about the one with this id.
    #[arg(long, value_name = "ID", requires = "subject")]
    id: Option<String>,
    /// As a table with a row of names, in the place of JSON.
    #[arg(long)]
    csv: bool,
    #[command(flatten)]
    kept: AtDesk,
}

/// Runs the command.
pub(super) fn run(args: &Export, out: &mut Out) -> Result<Exit, Stop> {
    let mut filter = EntryFilter {
        subject: args.subject.clone(),
        subject_id: args.id.clone(),
        ..EntryFilter::default()
    };
    match &args.since {
        Some(Since::Place(place)) => filter.after = place - 1,
        Some(Since::Day(day)) => filter.since = day.to_string(),
        None => {}
    }
    // One document a line, whatever the form that is asked for elsewhere.
    out.format = Format::Jsonl;
    if args.csv {
        out.text(&row(&COLUMNS.map(str::to_owned))?);
    }
    args.kept.open(Missing::Refused, |desk, waiting| {
        while let Some(entries) = waiting.on(desk.store().matching_entries(&mut filter))? {
            for entry in &entries {
                if args.csv {
                    out.text(&row(&cells(entry))?);
                } else {
                    out.json(&super::wire(entry));
                }
            }
        }
        Ok::<_, Stop>(Exit::Done)
    })
}

fn cells(entry: &Entry) -> [String; 12] {
    [
        entry.entry_id.to_string(),
        entry.at.clone(),
        entry.actor.clone(),
        entry.role.clone(),
        entry.organization.clone().unwrap_or_default(),
        entry.subject.clone(),
        entry.subject_id.clone(),
        entry.number.to_string(),
        entry.kind.clone(),
        entry.content.clone(),
        entry.previous.clone(),
        entry.digest.clone(),
    ]
}

fn row(cells: &[String; 12]) -> Result<String, Stop> {
    let failed =
        |error: &dyn std::fmt::Display| Stop::Failure(format!("cannot write CSV: {error}"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells).map_err(|error| failed(&error))?;
    let bytes = writer.into_inner().map_err(|error| failed(&error))?;
    String::from_utf8(bytes).map_err(|error| failed(&error))
}
