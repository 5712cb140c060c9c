//! The lake as its users see it.

use attestor_core::mfa::zone::Zone;

use crate::daily;
use crate::fault::Fault;
use crate::place::Place;
use crate::session::Session;
use crate::tables::Tables;

/// The tables of the sign-in logs, open.
#[derive(Debug)]
pub struct Lake {
    pub(crate) session: Session,
    pub(crate) tables: Tables,
}

impl Lake {
    /// Opens the tables in a place; they are made where there are none.
    ///
    /// # Errors
    /// The place cannot be reached, or holds something else.
    pub async fn open(place: &Place) -> Result<Self, Fault> {
        Ok(Self { session: Session::new()?, tables: Tables::open(place).await? })
    }

    /// Adds up the days (in a zone) of an organization whose events changed; says how many. `now` is
    /// in milliseconds since 1970.
    ///
    /// # Errors
    /// The tables cannot be read or written.
    pub async fn refresh(
        &mut self,
        organization: &str,
        zone: &Zone,
        now: i64,
    ) -> Result<usize, Fault> {
        daily::refresh(&self.session, &mut self.tables, (organization, zone), now).await
    }
}
