//! The command `attestor`: parse the command line, run one command, exit with its code.

mod cli;
mod clock;
mod embedded;
mod phrases;
mod report;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
