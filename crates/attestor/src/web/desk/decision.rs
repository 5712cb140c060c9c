//! Hard fails, interests, proposal, decision, and its letter.

use crate::web::access::Routes;

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    Routes::new()
}
