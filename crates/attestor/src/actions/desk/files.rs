//! The vault of a data folder, for tests that have no settings.

use std::path::Path;

use crate::stop::Stop;
use crate::vault::{Keys, Limits, Vault, VaultSettings};

/// The folder of files inside the data folder.
const FILES: &str = "evidence";
/// The folder of uploads under way.
const UPLOADS: &str = "uploads";

/// The vault in a data folder, under the key in that folder.
pub(crate) fn vault(data: &Path) -> Result<Vault, Stop> {
    let (key, _) = Keys::load(None, None, data)?;
    Vault::open(VaultSettings {
        url: None,
        folder: data.join(FILES),
        staging: data.join(UPLOADS),
        key,
        limits: Limits::default(),
        scanner: None,
    })
}
