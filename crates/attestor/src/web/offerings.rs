//! The portal of the own organization: drafts, what was found in them, publishing, versions.

use super::access::Routes;

/// All addresses.
pub(super) fn routes() -> Routes {
    Routes::new()
}
