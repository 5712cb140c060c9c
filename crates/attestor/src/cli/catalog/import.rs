//! `attestor catalog import`: published pages into the catalog.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value as Json, json};

use super::super::{Exit, Format, Out, Stop};
use super::Kept;
use super::progress::Shown;
use crate::actions::import_pages::{self, Imported};
use crate::actions::reader::Reader;
use crate::clock;
use crate::store::Missing;

/// Keeps all published pages (`.md`) below a folder.
///
/// A page that is kept already changes nothing, so that an import can be repeated, and one that was
/// stopped goes on where it was. A broken file is named and left out; the exit code is then 1.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor catalog import pages")]
pub(crate) struct Import {
    /// The folder with the pages.
    dir: PathBuf,
    #[command(flatten)]
    kept: Kept,
}

/// Runs the command.
pub(super) fn run(args: &Import, out: &mut Out) -> Result<Exit, Stop> {
    // Looked at first, so that a slip of the pen does not leave an empty catalog.
    if !args.dir.is_dir() {
        return Err(Stop::Usage(format!("{} is not a folder", args.dir.display())));
    }
    let mut shown = Shown::new("files");
    let imported = args.kept.open(Missing::Made, |catalog, waiting| {
        let reader = Reader::load()?;
        let tell = |progress| shown.tell(progress);
        let (store, at) = (catalog.store(), clock::now());
        waiting.on(import_pages::import(store, &reader, &args.dir, at, tell))
    });
    shown.end();
    let imported = imported?;
    for (path, reason) in &imported.broken {
        out.say(format_args!("{} {reason}", path.display()));
    }
    match out.format {
        Format::Table => out.line(summary(&imported)),
        Format::Json | Format::Jsonl => out.json(&wire(&imported)),
    }
    if imported.broken.is_empty() {
        return Ok(Exit::Done);
    }
    out.say(format_args!("{} left out", counted(imported.broken.len(), "file")));
    Ok(Exit::Refused)
}

/// `imported 212 pages (3 new, 209 unchanged), 4 findings`.
fn summary(imported: &Imported) -> String {
    let Imported { new, unchanged, skipped, findings, .. } = imported;
    let pages = counted(new + unchanged, "page");
    let findings = counted(*findings, "finding");
    let passed = match skipped {
        0 => String::new(),
        some => format!("; {} without an app of their own passed over", counted(*some, "page")),
    };
    format!("imported {pages} ({new} new, {unchanged} unchanged), {findings}{passed}")
}

/// `1 page`, `2 pages`.
pub(super) fn counted(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

fn wire(imported: &Imported) -> Json {
    let broken: Vec<Json> = imported
        .broken
        .iter()
        .map(|(path, reason)| json!({"file": path.display().to_string(), "reason": reason}))
        .collect();
    json!({
        "pages": imported.new + imported.unchanged,
        "new": imported.new,
        "unchanged": imported.unchanged,
        "skipped": imported.skipped,
        "findings": imported.findings,
        "broken": broken,
    })
}
