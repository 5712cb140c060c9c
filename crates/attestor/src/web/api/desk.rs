//! The API of the certification desk: what its pages do, for programs.

use crate::web::access::Routes;

/// All addresses of the API of the desk.
pub(in crate::web) fn routes() -> Routes {
    Routes::new()
}
