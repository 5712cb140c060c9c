//! The documents behind a portal: who reads them, agreements, requests, downloads.

use super::access::Routes;

/// All addresses.
pub(super) fn routes() -> Routes {
    Routes::new()
}
