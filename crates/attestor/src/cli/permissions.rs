//! `attestor permissions check`: which requested permissions are too many, and which lists differ.

mod input;
mod report;

use std::path::{Path, PathBuf};

use attestor_core::attestation::permission::{Catalog, check, compare, narrower};
use clap::{Args, Subcommand};

use super::{Exit, Format, Out, Stop};
use crate::actions::permission_list::{Requests, catalog};
use crate::world::first_permission_rules;
use input::requests;
use report::Report;

/// What can be done with permissions.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Find permissions that others imply, and reasons that say nothing.
    Check(Check),
}

/// Checks a list of API permissions for least privilege.
///
/// Exit code 0 when nothing is found, 1 when a permission is implied, unjustified or unknown or the
/// lists differ, 2 when a file is not in its form.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor permissions check app.json --against attested.txt")]
pub(crate) struct Check {
    /// A plain list (a permission a line, then optionally its type and reason), the app's manifest
    /// as JSON, or a published page.
    file: PathBuf,
    /// A second file of any of these forms, to compare the first one with.
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
}

/// Runs the command.
pub(crate) fn run(command: &Command, out: &mut Out) -> Result<Exit, Stop> {
    match command {
        Command::Check(check) => run_check(check, out),
    }
}

fn run_check(args: &Check, out: &mut Out) -> Result<Exit, Stop> {
    let rules = first_permission_rules()?;
    let catalog = catalog()?;
    let (first, second) = read_both(&args.file, args.against.as_deref(), catalog)?;
    let report = Report {
        findings: check(&first.requested, &rules),
        narrower: narrower(&first.requested, &rules, catalog),
        differences: second.as_ref().map(|second| compare(&first.requested, &second.requested)),
        unknown: first.unknown.iter().chain(second.iter().flat_map(|one| &one.unknown)).collect(),
        requested: &first.requested,
    };
    for row in first.requested.iter().filter(|row| !catalog.has(&row.name, row.kind)) {
        out.say(format_args!("note: Microsoft Graph has no {}", report::named(row)));
    }
    match out.format {
        Format::Table => report.table(out),
        Format::Json | Format::Jsonl => out.json(&report.wire()),
    }
    Ok(if report.is_clean() { Exit::Done } else { Exit::Refused })
}

/// Reads both files, so that the faults of both are listed at once.
fn read_both(
    first: &Path,
    second: Option<&Path>,
    catalog: &Catalog,
) -> Result<(Requests, Option<Requests>), Stop> {
    let first = requests(first, catalog);
    let second = second.map(|path| requests(path, catalog)).transpose();
    match (first, second) {
        (Ok(first), Ok(second)) => Ok((first, second)),
        (Err(Stop::Faults(mut faults)), Err(Stop::Faults(more))) => {
            faults.extend(more);
            Err(Stop::Faults(faults))
        }
        (Err(stop), _) | (_, Err(stop)) => Err(stop),
    }
}

#[cfg(test)]
mod tests;
