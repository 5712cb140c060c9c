//! The pages of the certification desk. Addresses name no language: publisher and analyst share them.
//!
//! Read in this order:
//! - `visit`: a signed-in worker asks for a page or sends a form. `frame`: what all pages have.
//! - `form`: what was typed. `refused`: why something was not done, in words, with what was typed.
//! - one file a page; templates are in `templates/web/desk/`.
//!
//! Forms become acts (`core::desk::act`), which go the one way in: `actions::desk`.

mod case;
mod cases;
mod connections;
mod controls;
mod decision;
mod documents;
mod evidence;
mod external;
mod files;
pub(super) mod form;
pub(super) mod frame;
mod pentest;
mod permissions;
mod record;
pub(super) mod refused;
mod review;
mod scope;
mod special;
mod start;
mod threads;
pub(super) mod visit;
mod work;

use super::access::Routes;

/// All addresses of the desk.
pub(super) fn routes() -> Routes {
    Routes::new()
        .merge(work::routes())
        .merge(cases::routes())
        .merge(case::routes())
        .merge(start::routes())
        .merge(scope::routes())
        .merge(documents::routes())
        .merge(controls::routes())
        .merge(evidence::routes())
        .merge(files::routes())
        .merge(review::routes())
        .merge(threads::routes())
        .merge(permissions::routes())
        .merge(connections::routes())
        .merge(external::routes())
        .merge(pentest::routes())
        .merge(decision::routes())
        .merge(record::routes())
}
