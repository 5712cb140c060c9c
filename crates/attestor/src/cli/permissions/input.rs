//! The files that a permission list can come from.

use std::path::Path;

use attestor_core::attestation::permission::Catalog;
use attestor_core::source::MAX_BYTES;

use super::super::Stop;
use super::super::input::text;
use crate::actions::permission_list::{Requests, parse};

/// Reads one file in any of its forms.
pub(super) fn requests(path: &Path, catalog: &Catalog) -> Result<Requests, Stop> {
    let file = path.display().to_string();
    parse(&file, &text(path, MAX_BYTES)?, catalog)
}
