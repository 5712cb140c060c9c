use std::sync::Arc;
use attestor_core::attestation::catalog::index::Index;
use crate::stop::Stop;
use crate::store::Store;
pub(crate) struct Catalog { store: Arc<Store> }
pub(crate) struct Dated { pub(crate) revision: i64, pub(crate) index: Arc<Index> }
impl Catalog {
    pub(crate) fn new(store: Arc<Store>) -> Self { Self { store } }
    pub(crate) fn store(&self) -> &Store { &self.store }
    pub(crate) async fn index(&self) -> Result<Dated, Stop> { Ok(Dated { revision: 0, index: Arc::new(Index::new(Vec::new())) }) }
}
