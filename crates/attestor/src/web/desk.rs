//! The pages of the certification desk. Addresses name no language: publisher and analyst share them.
//!
//! Read in this order:
//! - `visit`: a signed-in worker asks for a page or sends a form. `frame`: what all pages have.
//! - `form`: what was typed. `refused`: why something was not done, in words, with what was typed.
//! - one file a page; templates are in `templates/web/desk/`.
//!
//! Forms become acts (`core::desk::act`), which go the one way in: `actions::desk`.

pub(super) mod form;
pub(super) mod frame;
pub(super) mod refused;
pub(super) mod visit;
