//! `attestor completions`: completions for shells.

use std::io;

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use super::{Exit, Stop};

/// Print completions for a shell.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  attestor completions bash > /etc/bash_completion.d/attestor")]
pub(crate) struct CompletionsArgs {
    /// The shell.
    shell: Shell,
}

/// Runs the command.
pub(crate) fn run(args: &CompletionsArgs) -> Result<Exit, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut super::Cli::command(), "attestor", &mut script);
    match io::Write::write_all(&mut io::stdout().lock(), &script) {
        Ok(()) => Ok(Exit::Done),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Exit::Done),
        Err(error) => Err(Stop::Failure(format!("cannot print: {error}"))),
    }
}
