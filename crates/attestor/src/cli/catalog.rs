//! `attestor catalog …`: published pages, kept and compared.

mod diff;
mod export;
mod import;
mod list;
mod progress;
mod reread;
mod show;

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Exit, Out, Stop};
use crate::actions::browse::Catalog;
use crate::runtime::Waiting;
use crate::store::{Missing, Place, Store};

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

/// Where the catalog is kept.
#[derive(Debug, Args)]
struct Kept {
    /// The folder of the catalog; `attestor.db` in it is an SQLite database.
    #[arg(long, value_name = "DIR", default_value = "./attestor-data")]
    data_dir: PathBuf,
    /// A PostgreSQL database in the place of the folder: `postgres://user@host/database`.
    #[arg(long, value_name = "URL", conflicts_with = "data_dir")]
    database: Option<String>,
}

impl Kept {
    /// The database that is meant.
    fn place(&self) -> Place {
        match &self.database {
            Some(url) => Place::Url(url.clone()),
            None => Place::Folder(self.data_dir.clone()),
        }
    }

    /// Opens the catalog, lets `act` work with it, and closes it whatever happened.
    fn open<T>(
        &self,
        missing: Missing,
        act: impl FnOnce(&Catalog, &Waiting) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        let waiting = Waiting::new()?;
        let catalog = Catalog::new(waiting.on(Store::open(&self.place(), missing))?);
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
