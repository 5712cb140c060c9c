//! The command `attestor`: parse the command line, run one command, exit with its code.

mod actions;
mod cli;
mod clock;
mod config;
mod disk;
mod embedded;
mod facts_json;
#[cfg(feature = "lake")]
mod graph;
mod languages;
mod people;
mod phrases;
mod report;
mod runtime;
mod spreadsheet;
mod stop;
mod store;
mod vault;
mod web;
mod world;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
