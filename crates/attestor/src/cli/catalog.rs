//! `attestor catalog …`: published pages, kept and compared.

mod diff;
mod export;
mod import;
mod list;
mod progress;
mod reread;
mod show;

use clap::Subcommand;

use super::kept::Kept;
use super::{Exit, Out, Stop};
use crate::actions::browse::Catalog;
use crate::runtime::Waiting;
use crate::store::{Missing, Store};

/// What can be done with the catalog.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Import(import::Import),
    List(list::List),
    Show(show::Show),
    Diff(diff::Diff),
    Reread(reread::RereadArgs),
    Export(export::Export),
}

impl Kept {
    /// Opens the catalog, lets `act` work with it, and closes it whatever happened.
    fn open<T>(
        &self,
        missing: Missing,
        act: impl FnOnce(&Catalog, &Waiting) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        let waiting = Waiting::new()?;
        let catalog = Catalog::new(waiting.on(Store::open(&self.place()?, missing))?);
        let result = act(&catalog, &waiting);
        waiting.on(catalog.close());
        result
    }
}

/// Runs the command.
pub(crate) fn run(command: &Command, out: &mut Out) -> Result<Exit, Stop> {
    match command {
        Command::Import(args) => import::run(args, out),
        Command::List(args) => list::run(args, out),
        Command::Show(args) => show::run(args, out),
        Command::Diff(args) => diff::run(args, out),
        Command::Reread(args) => reread::run(args, out),
        Command::Export(args) => export::run(args, out),
    }
}
