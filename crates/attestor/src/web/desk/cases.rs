//! All cases that the worker may see, and opening one.

use crate::web::access::Routes;

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    Routes::new()
}
