//! `attestor page read`, `check` and `write`: published pages into facts, and facts into pages.

mod check;
mod read;
mod wire;
mod write;

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use clap::Subcommand;

use super::{Exit, Out, Stop};

/// The most bytes of one page: 16 MiB. The largest published page has about 200 kB.
const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// What can be done with published pages.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read pages of any language and form, and print their facts.
    Read(read::Read),
    /// Compare what is read with known facts, cell by cell.
    Check(check::Check),
    /// Write a published page in another language.
    Write(write::Write),
}

/// Runs the command.
pub(crate) fn run(command: &Command, out: &mut Out) -> Result<Exit, Stop> {
    match command {
        Command::Read(args) => read::run(args, out),
        Command::Check(args) => check::run(args, out),
        Command::Write(args) => write::run(args, out),
    }
}

/// The bytes of a page; `-` is standard input. The message says why there are none.
fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let reading = |error: io::Error| format!("cannot read {}: {error}", path.display());
    let mut bytes = Vec::new();
    if path.as_os_str() == "-" {
        io::stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(reading)?;
    } else {
        let file = File::open(path).map_err(reading)?;
        if file.metadata().map_err(reading)?.is_dir() {
            return Err(format!("{} is a folder, not a page", path.display()));
        }
        file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(reading)?;
    }
    if bytes.len() as u64 > MAX_BYTES {
        return Err(format!("{} is larger than 16 MiB and was not read", path.display()));
    }
    if bytes.iter().take(8192).any(|byte| *byte == 0) {
        return Err(format!("{} is not a text file", path.display()));
    }
    Ok(bytes)
}
