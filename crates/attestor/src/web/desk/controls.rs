//! The controls of a case, and one control with its evidence and threads.

use crate::web::access::Routes;

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    Routes::new()
}
