//! The command `attestor`: parse the command line, run one command, exit with its code.

mod cli;
mod clock;
mod embedded;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
