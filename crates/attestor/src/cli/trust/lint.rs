//! `attestor trust lint`: where two languages of one text disagree about facts.

use std::path::PathBuf;

use attestor_core::trust::lint::lint;
use clap::Args;

use super::super::Format;
use super::{Exit, Out, Stop, folder};
use crate::world;

/// Tells where two languages of one text disagree about numbers, standards, editions, numbers of
/// certificates, names of services and links. Exit code 1 when they do.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor trust lint offering")]
pub(crate) struct LintArgs {
    /// The folder of the files.
    folder: PathBuf,
}

/// Runs the command.
pub(super) fn run(args: &LintArgs, out: &mut Out) -> Result<Exit, Stop> {
    let trust = folder::read(&args.folder, &world::library(None)?)?;
    let found = lint(&trust);
    match out.format {
        Format::Json | Format::Jsonl => out.json(&found),
        Format::Table => found.iter().for_each(|it| out.line(it)),
    }
    let (texts, count) = (trust.texts.len(), found.len());
    out.say(format_args!("compared {texts} texts, {count} disagreements"));
    Ok(if found.is_empty() { Exit::Done } else { Exit::Refused })
}
