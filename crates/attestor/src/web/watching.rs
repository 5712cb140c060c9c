//! What somebody watches, and the notices about it.

use super::access::Routes;

/// All addresses.
pub(super) fn routes() -> Routes {
    Routes::new()
}
