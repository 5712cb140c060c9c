//! The command line: one file a command, one place that decides form and exit code.
//!
//! stdout is data, stderr is talk. Exit codes: 0 done, 1 refused or not ready, 2 bad input,
//! 3 failure of the world.

mod day_arg;
mod out;
mod page;
mod permissions;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub(crate) use out::{Exit, Format, Out, Stop};

/// Asks, checks, decides and explains whether an app can be certified.
#[derive(Debug, Parser)]
#[command(name = "attestor", version, about, max_term_width = 100)]
struct Cli {
    /// How results are printed on stdout.
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    format: Format,
    #[command(subcommand)]
    command: Command,
}

/// The commands, in the order in which a newcomer meets them.
#[derive(Debug, Subcommand)]
enum Command {
    /// Read published pages into facts, or check the reading against known facts.
    #[command(subcommand)]
    Page(page::Command),
    /// Check the API permissions that an app requests.
    #[command(subcommand)]
    Permissions(permissions::Command),
}

/// Reads the arguments, runs the command and turns its end into an exit code.
pub(crate) fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut out = Out::new(cli.format);
    let end = run(cli.command, &mut out);
    out.end(end)
}

fn run(command: Command, out: &mut Out) -> Result<Exit, Stop> {
    match command {
        Command::Page(command) => page::run(&command, out),
        Command::Permissions(command) => permissions::run(&command, out),
    }
}
