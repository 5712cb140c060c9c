//! `attestor mfa compact`: fewer and larger files, no more days than are wanted.

use attestor_core::day::Day;
use clap::Args;
use serde_json::json;

use super::super::day_arg::day;
use super::super::{Exit, Format, Out, Stop};
use super::AtLake;
use crate::actions::mfa::stop;

/// Puts the files of each day together, and drops days that are over.
///
/// No number changes by it but those of dropped days. Files that no table names any more are deleted
/// after a week.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor mfa compact --org Contoso --keep-from 2026-01-01")]
pub(crate) struct Compact {
    /// Whose logs.
    #[arg(long, value_name = "NAME")]
    org: String,
    /// The first day (UTC) that is kept; all are kept otherwise.
    #[arg(long, value_name = "DAY", value_parser = day)]
    keep_from: Option<Day>,
    #[command(flatten)]
    at: AtLake,
}

/// Runs the command.
pub(super) fn run(args: &Compact, out: &mut Out) -> Result<Exit, Stop> {
    let done = args.at.open(async |mut mfa| {
        mfa.must_know(&args.org).await?;
        let now = mfa.now();
        mfa.lake.compact(&args.org, args.keep_from, now).await.map_err(stop)
    })?;
    match out.format {
        Format::Table => {
            let (days, before, after) = (done.days, done.files_before, done.files_after);
            match days {
                0 => out.line("no day had several files, so there was nothing to put together"),
                _ => out
                    .line(format_args!("{days} days put together: {before} files became {after}")),
            }
            out.line(format_args!("{} days dropped, {} files deleted", done.dropped, done.deleted));
        }
        Format::Json | Format::Jsonl => out.json(&json!({
            "days": done.days,
            "files_before": done.files_before,
            "files_after": done.files_after,
            "dropped": done.dropped,
            "deleted": done.deleted,
        })),
    }
    Ok(Exit::Done)
}
