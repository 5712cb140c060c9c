//! `attestor mfa report`: the three shares of a week, and why they are below 100 %.

mod table;

use attestor_core::day::Day;
use clap::Args;
use serde_json::json;

use super::super::day_arg::day;
use super::super::{Exit, Format, Out, Stop};
use super::AtLake;
use crate::actions::mfa::{Mfa, stop};
use crate::clock;

/// The report of a day: three shares, what they are made of, and what keeps them below 100 %.
///
/// The window is the seven days before the day. Shares are rounded down to tenths of a per cent, so
/// that 100 % means all of it. The report of a day is kept, and shown again as it was.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  attestor mfa report --org Contoso --day 2026-11-22\n  attestor mfa report --org Contoso --day 2026-11-22 --replay"
)]
pub(crate) struct Report {
    /// Whose report it is.
    #[arg(long, value_name = "NAME")]
    org: String,
    /// The report's day, today otherwise.
    #[arg(long, value_name = "DAY", value_parser = day)]
    day: Option<Day>,
    /// Make the report anew, and keep it in the place of the one that was made before.
    #[arg(long, conflicts_with = "replay")]
    fresh: bool,
    /// Compute the kept report again, and tell whether it is the same.
    #[arg(long)]
    replay: bool,
    #[command(flatten)]
    at: AtLake,
}

/// Runs the command.
pub(super) fn run(args: &Report, out: &mut Out) -> Result<Exit, Stop> {
    let day = args.day.unwrap_or_else(clock::today);
    if args.replay {
        return args.at.open(async |mut mfa| replay(args, day, &mut mfa, out).await);
    }
    let (report, days) = args.at.open(async |mut mfa| {
        mfa.must_know(&args.org).await?;
        let report = match args.fresh {
            true => mfa.fresh_report(&args.org, day).await?,
            false => mfa.report(&args.org, day).await?,
        };
        Ok((report, mfa.lake.days(&args.org).map_err(stop)?))
    })?;
    match out.format {
        Format::Table => table::show(&report, days, out)?,
        Format::Json | Format::Jsonl => out.json(&report),
    }
    Ok(Exit::Done)
}

async fn replay(args: &Report, day: Day, mfa: &mut Mfa, out: &mut Out) -> Result<Exit, Stop> {
    mfa.must_know(&args.org).await?;
    let Some(replay) = mfa.replay(&args.org, day).await? else {
        let org = &args.org;
        out.say(format_args!("no report of {org} is kept of {day}, so there is none to compare"));
        return Ok(Exit::Refused);
    };
    let same = replay.differences.is_empty();
    match out.format {
        Format::Table if same => {
            out.line(format_args!("the same as the report that was made at {}", replay.kept_at));
        }
        Format::Table => {
            out.line(format_args!("not the same as the report made at {}:", replay.kept_at));
            replay.differences.iter().for_each(|at| out.line(format_args!("  {at}")));
        }
        Format::Json | Format::Jsonl => out.json(&json!({
            "same": same, "kept_at": replay.kept_at, "differences": replay.differences,
        })),
    }
    Ok(if same { Exit::Done } else { Exit::Refused })
}
