//! `attestor mfa ingest`: logs come in.

use attestor_core::mfa::moment::Micros;
use attestor_lake::{Import, Imported, ImportedLog};
use clap::Args;
use serde_json::{Value, json};

use super::super::{Exit, Format, Out, Stop};
use super::AtLake;
use super::ids::Ids;
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
    let imported = args.at.open(async |mut mfa| taken(args, &mut mfa).await)?;
    match out.format {
        Format::Table => table(&imported, out),
        Format::Json | Format::Jsonl => out.json(&wire(&imported)),
    }
    let is_whole = imported.logs.iter().all(|log| log.stopped.is_none());
    Ok(if is_whole { Exit::Done } else { Exit::Refused })
}

async fn taken(args: &Ingest, mfa: &mut Mfa) -> Result<Imported, Stop> {
    args.ids.keep(&args.org, mfa).await?;
    let settings = mfa.settings(&args.org).await?;
    let import = Import {
        organization: &args.org,
        from: &args.files,
        channels: settings.channels(),
        rule: mfa.rule.clone(),
        rejects: &mfa.rejects(),
        now: mfa.now(),
    };
    mfa.lake.import(&import).await.map_err(stop)
}

fn table(imported: &Imported, out: &mut Out) {
    for log in &imported.logs {
        let kind = log.kind.map_or("nothing known", |kind| kind.as_str());
        out.line(format_args!("{}: {} events, {kind}", log.name, log.read));
        if let Some((first, last)) = log.times {
            out.line(format_args!("  from {} to {}", Micros(first), Micros(last)));
        }
        for (code, count) in &log.rejected {
            out.line(format_args!("  not read: {count} ({code})"));
        }
        if let Some(why) = &log.stopped {
            out.line(format_args!("  reading stopped before the end: {why}; what came is kept"));
        }
        if log.next_link.is_some() {
            out.line("  the log goes on in a next page that is not in this file");
        }
    }
    let (added, known) = (imported.added, imported.known);
    out.line(format_args!("{added} new events, {known} that were there already"));
    if let Some(path) = &imported.rejects {
        out.line(format_args!("records that could not be read: {}", path.display()));
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
