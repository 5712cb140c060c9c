//! `attestor mfa query`: SQL over the logs.

use std::time::Duration;

use attestor_lake::Limits;
use clap::Args;
use serde_json::{Map, Value};

use super::super::{Exit, Format, Out, Stop};
use super::AtLake;
use crate::actions::mfa::engine::Engine;

/// Asks the tables `events`, `daily` and `accounts` with SQL that only reads.
///
/// `docs/formats/lake.md` names the columns.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  attestor mfa query \"select channel, count(*) from events group by channel\""
)]
pub(crate) struct Query {
    /// The query.
    sql: String,
    /// The most rows of the answer.
    #[arg(long, value_name = "N", default_value_t = 1000)]
    limit: u32,
    /// The most seconds.
    #[arg(long, value_name = "S", default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=86_400))]
    seconds: u32,
    /// What answers: `embedded`, or the scheduler of a cluster as `ballista://HOST:PORT`.
    #[arg(long, value_name = "ENGINE", default_value = "embedded")]
    engine: Engine,
    #[command(flatten)]
    at: AtLake,
}

/// Runs the command.
pub(super) fn run(args: &Query, out: &mut Out) -> Result<Exit, Stop> {
    let limits = Limits {
        rows: usize::try_from(args.limit).unwrap_or(usize::MAX),
        time: Duration::from_secs(u64::from(args.seconds)),
    };
    let answer = args.at.open(async |mfa| mfa.query(&args.engine, &args.sql, limits).await)?;
    let object = |row: &Vec<Option<String>>| {
        let cells = answer.columns.iter().cloned().zip(row.iter().cloned().map(Value::from));
        Value::Object(cells.collect::<Map<_, _>>())
    };
    match out.format {
        Format::Table => {
            out.line(answer.columns.join("\t"));
            for row in &answer.rows {
                let cells: Vec<&str> =
                    row.iter().map(|cell| cell.as_deref().unwrap_or("")).collect();
                out.line(cells.join("\t"));
            }
        }
        Format::Json => out.json(&answer.rows.iter().map(object).collect::<Vec<_>>()),
        Format::Jsonl => answer.rows.iter().for_each(|row| out.json(&object(row))),
    }
    if answer.cut {
        out.say(format_args!("there are more rows; `--limit` above {} shows them", args.limit));
    }
    Ok(Exit::Done)
}
