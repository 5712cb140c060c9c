//! The pages of the certification desk. Addresses name no language: publisher and analyst share them.
//!
//! Read in this order:
//! - `visit`: a signed-in worker asks for a page or sends a form. `frame`: what all pages have.
//! - `form`: what was typed. `refused`: why something was not done, in words, with what was typed.
//! - `look`: a case, assessed once, and who looks at it. `told`: what was done to it, in lines.
//! - `nav`: the ways between the pages of a case. `words`: words of the core with color and symbol.
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
pub(in crate::web) mod look;
pub(in crate::web) mod nav;
mod pentest;
mod permissions;
mod record;
pub(super) mod refused;
mod review;
mod scope;
mod special;
mod start;
#[cfg(test)]
pub(in crate::web) mod tests;
mod threads;
pub(in crate::web) mod told;
pub(super) mod visit;
pub(in crate::web) mod words;
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
