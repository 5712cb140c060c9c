//! `attestor evidence …`: keys of evidence files, and erasing what is over.

use clap::{Args, Subcommand};

use super::at_desk::AtDesk;
use super::{Exit, Out, Stop};
use crate::clock::Clock;
use crate::people::People;
use crate::store::Missing;

/// What can be done with evidence files.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Keeps all files, and the secrets of authenticator apps, under the first key of the key file;
    /// the lines below are old keys.
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
            for failed in &erased.failed {
                out.say(format_args!("{failed}; it is tried again the next time"));
            }
            out.line(format_args!("{} files erased", erased.files));
            if erased.late > 0 {
                out.line(format_args!("{} erased before are gone now", erased.late));
            }
            Ok(if erased.failed.is_empty() { Exit::Done } else { Exit::Refused })
        }
    }
}

fn rewrap(args: &EvidenceArgs, out: &mut Out) -> Result<Exit, Stop> {
    let (done, secrets) = args.kept.open_with_files(Missing::Refused, |desk, vault, waiting| {
        let people = People::new(desk.store().clone(), Clock::system()).with_keys(vault.keys());
        let secrets = waiting.on(people.reseal())?;
        let done = waiting.on(vault.rewrap());
        let failed = |failure| Stop::Failure(format!("the files cannot be listed: {failure}"));
        Ok::<_, Stop>((done.map_err(failed)?, secrets))
    })?;
    for (organization, digest, failure) in &done.failed {
        out.say(format_args!("{organization}/{digest}: {failure}"));
    }
    for (account, failure) in &secrets.failed {
        out.say(format_args!("the authenticator app of account {account}: {failure}"));
    }
    out.line(format_args!(
        "{} files and {} uploads are kept under the new key, {} were so before, {} failed",
        done.changed,
        done.uploads,
        done.unchanged,
        done.failed.len()
    ));
    out.line(format_args!(
        "{} secrets of authenticator apps are kept under the new key, {} failed",
        secrets.changed + secrets.sealed,
        secrets.failed.len()
    ));
    let whole = done.failed.is_empty() && secrets.failed.is_empty();
    Ok(if whole { Exit::Done } else { Exit::Refused })
}
