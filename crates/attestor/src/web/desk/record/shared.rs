//! What a worker is shown of the record of a case.

use attestor_core::desk::file::CaseFile;

use crate::actions::desk::shown::is_shown;
use crate::actions::desk::{Worker, recorded};
use crate::store::record::Entry;
use crate::web::visit::Refusal;

/// The entries of a case that a worker is shown.
pub(super) fn shown<'e>(
    worker: &Worker,
    file: &CaseFile,
    entries: &'e [Entry],
) -> Result<Vec<&'e Entry>, Refusal> {
    let acts = recorded(entries)?;
    let seen = entries.iter().zip(&acts).filter(|(_, one)| is_shown(worker, file, one));
    Ok(seen.map(|(entry, _)| entry).collect())
}
