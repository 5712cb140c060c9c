//! `attestor mfa directory`: accounts and policies come in.

use attestor_core::day::Day;
use clap::Args;
use serde_json::json;

use super::super::day_arg::day;
use super::super::{Exit, Format, Out, Stop};
use super::{AtLake, words};
use crate::clock;

/// Takes the directory of an organization in, all files of a day at once.
///
/// Known are accounts, registrations, per-user settings, security defaults, conditional access
/// policies, groups with members, roles and domains, as Microsoft Graph gives them, and the policies
/// in the export of ScubaGear.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor mfa directory users.json policies.json --org Contoso")]
pub(crate) struct Directory {
    /// Files with records of Microsoft Graph, or an export of ScubaGear.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
    /// Whose directory it is.
    #[arg(long, value_name = "NAME")]
    org: String,
    /// The day that the files were taken on, today otherwise.
    #[arg(long, value_name = "DAY", value_parser = day)]
    day: Option<Day>,
    #[command(flatten)]
    at: AtLake,
}

/// How many records that were not read a table names.
const NAMED: usize = 20;

/// Runs the command.
pub(super) fn run(args: &Directory, out: &mut Out) -> Result<Exit, Stop> {
    let taken = args.day.unwrap_or_else(clock::today);
    let facts = args.at.open(async |mfa| {
        let facts = mfa.keep_directory(&args.org, taken, &args.files).await?;
        // Files that hold nothing must not make an organization.
        if !facts.read.is_empty() {
            let settings = mfa.settings(&args.org).await?;
            mfa.keep_settings(&settings).await?;
        }
        Ok(facts)
    })?;
    match out.format {
        Format::Table => {
            for (kind, count) in &facts.read {
                out.line(words::facts(kind, *count));
            }
            for (file, reject) in facts.rejected.iter().take(NAMED) {
                out.line(format_args!("not read: {file}, {reject}"));
            }
            let more = facts.rejected.len().saturating_sub(NAMED);
            if more > 0 {
                out.line(format_args!("and {more} more; `--format json` names them"));
            }
            if facts.read.is_empty() {
                out.line("no facts were found, so that the directory stays as it was");
            } else {
                out.line(format_args!("kept as the directory of {} from {taken} on", args.org));
            }
        }
        Format::Json | Format::Jsonl => {
            let rejected = |(file, reject): &(String, attestor_core::mfa::source::Reject)| {
                json!({
                    "file": file, "line": reject.line, "code": reject.reason.code(),
                    "reason": reject.reason.to_string(),
                })
            };
            out.json(&json!({
                "day": taken,
                "read": facts.read,
                "rejected": facts.rejected.iter().map(rejected).collect::<Vec<_>>(),
            }));
        }
    }
    Ok(if facts.read.is_empty() { Exit::Refused } else { Exit::Done })
}
