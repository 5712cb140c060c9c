//! Look through the catalog: one index in memory, never older than the database.

mod name_order;

use std::sync::Arc;

use attestor_core::attestation::catalog::index::Index;
use attestor_core::attestation::catalog::listing::Listing;
use tokio::sync::Mutex;
use tokio::task::spawn_blocking;

use self::name_order::NameOrder;
use crate::stop::Stop;
use crate::store::{Revision, Store};

/// A database and the index of its apps. Any number of tasks may ask at once.
pub(crate) struct Catalog {
    store: Store,
    kept: Mutex<Option<(Revision, Arc<Index>)>>,
}

impl Catalog {
    /// A catalog whose index is made when it is first asked for.
    pub(crate) fn new(store: Store) -> Self {
        Self { store, kept: Mutex::new(None) }
    }

    /// The database.
    pub(crate) const fn store(&self) -> &Store {
        &self.store
    }

    /// Closes the database.
    pub(crate) async fn close(self) {
        self.store.close().await;
    }

    /// The index of all apps as the database holds them now. One statement if nothing changed. After
    /// a change one task makes a new index and the others wait for it.
    pub(crate) async fn index(&self) -> Result<Arc<Index>, Stop> {
        Ok(self.dated().await?.1)
    }

    /// The index with the revision that it shows.
    pub(crate) async fn dated(&self) -> Result<(Revision, Arc<Index>), Stop> {
        let asked = self.store.revision().await?;
        let mut kept = self.kept.lock().await;
        if let Some(index) = of(&kept, &asked) {
            return Ok((asked, index));
        }
        // Who waited for another's index has an old revision in hand. The revision is read before
        // the apps: a page that comes in between makes the next index, and is missing in none.
        let revision = self.store.revision().await?;
        if let Some(index) = of(&kept, &revision) {
            return Ok((revision, index));
        }
        let listings = self.store.listings().await?;
        // Making it would hold up the tasks of this thread.
        let made = spawn_blocking(move || made(listings)).await;
        let index = made.map_err(|error| Stop::Failure(error.to_string()))??;
        *kept = Some((revision.clone(), Arc::clone(&index)));
        Ok((revision, index))
    }
}

/// The index that is kept, if it is of this revision.
fn of(kept: &Option<(Revision, Arc<Index>)>, revision: &Revision) -> Option<Arc<Index>> {
    kept.as_ref().filter(|(own, _)| own == revision).map(|(_, index)| Arc::clone(index))
}

fn made(mut listings: Vec<Listing>) -> Result<Arc<Index>, Stop> {
    let order = NameOrder::new()?;
    for listing in &mut listings {
        listing.sort_key = order.key(&listing.name);
    }
    Ok(Arc::new(Index::new(listings)))
}

#[cfg(test)]
mod tests;
