//! `attestor catalog import`: published pages into the catalog.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value as Json, json};

use super::super::{Exit, Format, Out, Stop};
use super::Kept;
use crate::actions::import_pages::{self, Imported, Progress};
use crate::clock::{self, Rhythm};
use crate::store::Missing;

/// How often progress is told where no terminal shows it.
const PAUSE: Duration = Duration::from_secs(10);

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
    let mut shown = Shown::new();
    let imported = args.kept.open(Missing::Made, |store, waiting| {
        import_pages::import(store, waiting, &args.dir, clock::now(), |progress| {
            shown.tell(progress);
        })
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
    let Imported { new, unchanged, findings, .. } = imported;
    let pages = counted(new + unchanged, "page");
    format!(
        "imported {pages} ({new} new, {unchanged} unchanged), {}",
        counted(*findings, "finding")
    )
}

fn counted(count: usize, word: &str) -> String {
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
        "findings": imported.findings,
        "broken": broken,
    })
}

/// Progress on stderr: a bar on a terminal, else a line now and then.
pub(super) struct Shown {
    bar: Option<ProgressBar>,
    rhythm: Rhythm,
}

impl Shown {
    pub(super) fn new() -> Self {
        let bar = io::stderr().is_terminal().then(|| {
            let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} files, {eta} left");
            let bar = ProgressBar::new(0);
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar
        });
        Self { bar, rhythm: Rhythm::default() }
    }

    pub(super) fn tell(&mut self, progress: Progress) {
        let Progress { done, all } = progress;
        if let Some(bar) = &self.bar {
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        } else if self.rhythm.is_due(PAUSE) {
            // A closed stderr leaves nobody to tell.
            let _ = writeln!(io::stderr().lock(), "{done} of {all} files");
        }
    }

    pub(super) fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
