//! Systems and the services of providers that they stand on: what is inherited, shared, own.

use super::access::Routes;

/// All addresses.
pub(super) fn routes() -> Routes {
    Routes::new()
}
