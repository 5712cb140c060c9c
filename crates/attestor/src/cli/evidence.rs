//! `attestor evidence …`: keys of evidence files, and erasing what is over.

use clap::{Args, Subcommand};

use super::at_desk::AtDesk;
use super::{Exit, Out, Stop};
use crate::store::Missing;

/// What can be done with evidence files.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Keeps all files under the first key of the key file; the lines below are old keys.
    #[command(after_help = "Example:\n  attestor evidence rewrap --data-dir /var/lib/attestor")]
    Rewrap(EvidenceArgs),
    /// Erases the files whose time is over; digests, acts and decisions stay. Run it daily.
    #[command(after_help = "Example:\n  attestor evidence erase --data-dir /var/lib/attestor")]
    Erase(EvidenceArgs),
}

/// Where they are.
#[derive(Debug, Args)]
pub(crate) struct EvidenceArgs {
    #[command(flatten)]
    kept: AtDesk,
}

/// Runs the command.
pub(crate) fn run(command: &Command, out: &mut Out) -> Result<Exit, Stop> {
    match command {
        Command::Rewrap(args) => rewrap(args, out),
        Command::Erase(args) => {
            let erased = args.kept.open_with_files(Missing::Refused, |desk, vault, waiting| {
                waiting.on(desk.erase_due(vault))
            })?;
            out.line(format_args!("{erased} files erased"));
            Ok(Exit::Done)
        }
    }
}

fn rewrap(args: &EvidenceArgs, out: &mut Out) -> Result<Exit, Stop> {
    let done = args.kept.open_with_files(Missing::Refused, |_, vault, waiting| {
        let done = waiting.on(vault.rewrap());
        done.map_err(|failure| Stop::Failure(format!("the files cannot be listed: {failure}")))
    })?;
    for (organization, digest, failure) in &done.failed {
        out.say(format_args!("{organization}/{digest}: {failure}"));
    }
    out.line(format_args!(
        "{} files and {} uploads are kept under the new key, {} were so before, {} failed",
        done.changed,
        done.uploads,
        done.unchanged,
        done.failed.len()
    ));
    Ok(if done.failed.is_empty() { Exit::Done } else { Exit::Refused })
}
