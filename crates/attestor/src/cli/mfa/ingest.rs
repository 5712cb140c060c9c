//! `attestor mfa ingest`: logs come in.

use attestor_core::mfa::moment::Micros;
use attestor_lake::{Import, Imported, ImportedLog};
use clap::Args;
use serde_json::{Value, json};

use super::super::{Exit, Format, Out, Stop};
use super::AtLake;
use super::ids::{Ids, UNKNOWN_IDS};
use super::words;
use crate::actions::mfa::{Mfa, stop};

/// Takes sign-in logs and request logs in. What came before is not counted twice.
///
/// Known are sign-ins of Microsoft Graph, the diagnostic export of Azure Monitor, rows of Log
/// Analytics, requests of Partner Center, and request logs with claims of tokens; plain, gzip or
/// zstd. Records that cannot be read are told with their line, and the others are taken.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  attestor mfa ingest signins.json --org Contoso \\\n    --portal-id fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd\n  zcat day.ndjson.gz | attestor mfa ingest - --org Contoso"
)]
pub(crate) struct Ingest {
    /// Files, folders, `-` for standard input, or addresses in an object store.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
    /// Whose logs they are.
    #[arg(long, value_name = "NAME")]
    org: String,
    #[command(flatten)]
    ids: Ids,
    #[command(flatten)]
    at: AtLake,
}

/// Runs the command.
pub(super) fn run(args: &Ingest, out: &mut Out) -> Result<Exit, Stop> {
    let (imported, is_known) = args.at.open(async |mut mfa| taken(args, &mut mfa).await)?;
    match out.format {
        Format::Table => table(&imported, out),
        Format::Json | Format::Jsonl => out.json(&wire(&imported)),
    }
    let by_ids = |log: &ImportedLog| log.kind.is_some_and(|kind| !kind.has_operations());
    if !is_known && imported.logs.iter().any(by_ids) {
        out.say(UNKNOWN_IDS);
    }
    let is_whole = imported.logs.iter().all(|log| log.stopped.is_none());
    let found = imported.logs.iter().any(|log| log.read > 0) || imported.rejected() == 0;
    let is_good = is_whole && found && !imported.logs.is_empty();
    Ok(if is_good { Exit::Done } else { Exit::Refused })
}

/// Also says whether the portal or the API is known.
async fn taken(args: &Ingest, mfa: &mut Mfa) -> Result<(Imported, bool), Stop> {
    // A name that is wrong must not make an organization.
    attestor_lake::look(&args.files).map_err(stop)?;
    let is_known = args.ids.keep(&args.org, mfa).await?;
    let settings = mfa.settings(&args.org).await?;
    let import = Import {
        organization: &args.org,
        from: &args.files,
        channels: settings.channels(),
        rule: mfa.rule.clone(),
        rejects: &mfa.rejects(),
        now: mfa.now(),
    };
    Ok((mfa.lake.import(&import).await.map_err(stop)?, is_known))
}

fn table(imported: &Imported, out: &mut Out) {
    if imported.logs.is_empty() {
        out.line("no log was found: in folders, the names of logs end with .json, .ndjson, .jsonl");
        out.line("or .csv, and .gz or .zst behind it");
        return;
    }
    for log in &imported.logs {
        one(log, out);
    }
    let (added, known) = (imported.added, imported.known);
    out.line(format_args!("{added} new events, {known} that were there already"));
    if let Some(path) = &imported.rejects {
        out.line(format_args!("what was not read, line by line: {}", path.display()));
    }
}

fn one(log: &ImportedLog, out: &mut Out) {
    let events = words::counted(log.read, "event", "events");
    match log.kind {
        Some(kind) => out.line(format_args!("{}: {events}, {}", log.name, words::log(kind))),
        None => out.line(format_args!("{}: {}", log.name, nothing(log))),
    }
    if let Some((first, last)) = log.times {
        out.line(format_args!("  from {} to {}", Micros(first), Micros(last)));
    }
    for (code, count) in &log.rejected {
        let records = words::counted(*count, "record", "records");
        out.line(format_args!("  {records} not read: {}", words::reject(code)));
    }
    if log.rejected.contains_key("totals") {
        out.line("  totals are counted nowhere: hand in the requests or sign-ins behind them");
    }
    if let Some(why) = &log.stopped {
        out.line(format_args!("  reading stopped before the end: {why}"));
        if log.read > 0 {
            out.line("  what came before is kept; when the file is whole, take it in again");
        }
    }
    if log.next_link.is_some() {
        out.line("  the log goes on in a next page that is not in this file");
    }
}

/// What to say of a log without events.
fn nothing(log: &ImportedLog) -> &'static str {
    match (log.rejected.is_empty(), &log.stopped) {
        (false, _) => "no record of it became an event",
        (true, Some(_)) => "nothing could be read",
        (true, None) => "there is no record in it",
    }
}

fn wire(imported: &Imported) -> Value {
    json!({
        "added": imported.added,
        "known": imported.known,
        "rejected": imported.rejected(),
        "rejects": imported.rejects,
        "logs": imported.logs.iter().map(log).collect::<Vec<_>>(),
    })
}

fn log(log: &ImportedLog) -> Value {
    json!({
        "name": log.name,
        "source": log.kind,
        "read": log.read,
        "rejected": log.rejected,
        "from": log.times.map(|(first, _)| Micros(first).to_string()),
        "to": log.times.map(|(_, last)| Micros(last).to_string()),
        "stopped": log.stopped,
        "next_link": log.next_link,
    })
}
