//! The lake as its users see it.

use attestor_core::mfa::rule::MfaRule;
use attestor_core::mfa::zone::Zone;
use object_store::ObjectStore;
use object_store::path::Path;

use crate::daily::{self, Cut};
use crate::fault::Fault;
use crate::place::Place;
use crate::session::Session;
use crate::tables::Tables;

/// The tables of the sign-in logs and the documents beside them, open.
#[derive(Debug)]
pub struct Lake {
    pub(crate) session: Session,
    pub(crate) tables: Tables,
    pub(crate) documents: Box<dyn ObjectStore>,
    /// The folder of all of it, in the store of the documents.
    pub(crate) root: Path,
}

impl Lake {
    /// Opens the tables in a place; they are made where there are none.
    ///
    /// # Errors
    /// The place cannot be reached, or holds something else.
    pub async fn open(place: &Place) -> Result<Self, Fault> {
        let (documents, root) = place.documents()?;
        let tables = Tables::open(place).await?;
        Ok(Self { session: Session::new()?, tables, documents, root })
    }

    /// Adds up the days (in a zone) of an organization whose events changed; says how many. `now` is
    /// in milliseconds since 1970.
    ///
    /// # Errors
    /// The tables cannot be read or written.
    pub async fn refresh(
        &mut self,
        organization: &str,
        (zone, rule): (&Zone, &MfaRule),
        now: i64,
    ) -> Result<usize, Fault> {
        let cut = Cut { organization, zone, rule };
        daily::refresh(&self.session, &mut self.tables, cut, now).await
    }
}
