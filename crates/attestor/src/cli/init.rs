//! `attestor init`: a commented, valid dossier to start from.

use std::path::PathBuf;

use attestor_core::dossier::MAIN_FILE;
use clap::Args;

use super::{Exit, Out, Stop};
use crate::{disk, embedded};

/// Make a commented dossier to start from.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor init my-app && attestor assess my-app")]
pub(crate) struct InitArgs {
    /// The folder; it is made when it is not there.
    dir: PathBuf,
}

/// Runs the command.
pub(crate) fn run(args: &InitArgs, out: &mut Out) -> Result<Exit, Stop> {
    let files: Vec<_> = embedded::starter().collect();
    let there: Vec<&str> = files
        .iter()
        .map(|(path, _)| path.as_ref())
        .filter(|path| args.dir.join(path).exists())
        .collect();
    if !there.is_empty() {
        out.say(format_args!(
            "{} has files of a dossier already: {}; nothing was written",
            args.dir.display(),
            there.join(", ")
        ));
        return Ok(Exit::Refused);
    }
    let count = disk::write_all(
        &args.dir,
        files.into_iter().map(|(path, bytes)| (path.into_owned(), bytes.into_owned())),
    )?;
    out.say(format_args!("wrote {count} files; start with {}", args.dir.join(MAIN_FILE).display()));
    out.line(args.dir.display());
    Ok(Exit::Done)
}
