//! Commands that work at the desk: they open it where it is kept, and close it whatever happens.

use clap::Args;

use super::Stop;
use super::kept::Kept;
use super::serve;
use crate::actions::desk::Desk;
use crate::clock::Clock;
use crate::runtime::Waiting;
use crate::store::{Missing, Store};
use crate::vault::Vault;

/// Where cases and their files are kept.
#[derive(Debug, Args)]
pub(super) struct AtDesk {
    #[command(flatten)]
    kept: Kept,
}

impl AtDesk {
    /// Opens the desk, lets `act` work with it, and closes it whatever happened.
    pub(super) fn open<T, E: From<Stop>>(
        &self,
        missing: Missing,
        act: impl FnOnce(&Desk, &Waiting) -> Result<T, E>,
    ) -> Result<T, E> {
        let config = self.kept.config()?;
        let waiting = Waiting::new()?;
        let store = waiting.on(Store::open(&config.place(), missing))?;
        let desk = Desk::new(store.clone(), Clock::system());
        let result = desk.map_err(E::from).and_then(|desk| act(&desk, &waiting));
        waiting.on(store.close());
        result
    }

    /// The same with the vault of the desk's files.
    pub(super) fn open_with_files<T, E: From<Stop>>(
        &self,
        missing: Missing,
        act: impl FnOnce(&Desk, &Vault, &Waiting) -> Result<T, E>,
    ) -> Result<T, E> {
        let config = self.kept.config()?;
        self.open(missing, |desk, waiting| act(desk, &serve::open_vault(&config)?.0, waiting))
    }
}
