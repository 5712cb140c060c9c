//! Reports on external frameworks, and the statement of applicability.

use crate::web::access::Routes;

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    Routes::new()
}
