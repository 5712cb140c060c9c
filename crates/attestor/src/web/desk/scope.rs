//! Scope: environments, connections, sites, addresses, inventory, sample.

use crate::web::access::Routes;

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    Routes::new()
}
