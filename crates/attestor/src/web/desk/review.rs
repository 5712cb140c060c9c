//! Reviewing: one control a screen, by keyboard; what is kept back.

use crate::web::access::Routes;

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    Routes::new()
}
