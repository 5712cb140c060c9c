//! Where the desk keeps what it keeps, as flags of commands.

use std::path::PathBuf;

use clap::Args;

use super::Stop;
use crate::actions::desk::Desk;
use crate::actions::desk::files::Files;
use crate::clock::Clock;
use crate::runtime::Waiting;
use crate::store::{Missing, Place, Store};

/// Where cases and their files are kept.
#[derive(Debug, Args)]
pub(super) struct Kept {
    /// The folder of the data: `attestor.db` in it is an SQLite database, `files` holds evidence.
    #[arg(long, value_name = "DIR", default_value = "./attestor-data")]
    data_dir: PathBuf,
    /// A PostgreSQL database in the place of the folder's: `postgres://user@host/database`.
    #[arg(long, value_name = "URL")]
    database: Option<String>,
}

impl Kept {
    fn place(&self) -> Place {
        match &self.database {
            Some(url) => Place::Url(url.clone()),
            None => Place::Folder(self.data_dir.clone()),
        }
    }

    /// Opens the desk, lets `act` work with it, and closes it whatever happened.
    pub(super) fn open<T, E: From<Stop>>(
        &self,
        missing: Missing,
        act: impl FnOnce(&Desk, &Files, &Waiting) -> Result<T, E>,
    ) -> Result<T, E> {
        let waiting = Waiting::new()?;
        let store = waiting.on(Store::open(&self.place(), missing))?;
        let desk = Desk::new(store.clone(), Clock::system());
        let files = Files::of(&self.data_dir);
        let result = desk.map_err(E::from).and_then(|desk| act(&desk, &files, &waiting));
        waiting.on(store.close());
        result
    }
}
