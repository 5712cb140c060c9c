//! The command `attestor`: parse the command line, run one command, exit with its code.

mod actions;
mod cli;
mod clock;
mod disk;
mod embedded;
mod phrases;
mod report;
mod stop;
mod world;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
