//! The trust portal: what a provider is certified for, and what a customer may rest on.
//!
//! Source: compliance offerings, sections 2 to 6. Read in this order:
//! - [`model`], [`document`], [`mod@unit`]: providers, services, certificates, texts per language.
//! - [`load`]: hand-edited files into the model, every fault at once; [`write`](mod@write): back again.
//! - [`standing`]: where a certificate and an audit cycle stand on a day.
//! - [`page`]: a published page with both languages side by side, read and written.
//! - [`lint`]: where two languages of one text disagree about facts.
//! - [`merge`]: a page on top of a portal. [`change`]: what a new version changes. [`due`]: what time
//!   does.
//! - [`inherit`]: which controls a customer inherits, shares, or keeps, on a day.
//! - [`system`]: a customer's system over several portals, as it is kept, and what of it flips.
//! - [`crosswalk`]: what is covered of one framework by another.
//! - [`oscal`]: catalogs and profiles in, a component definition out.
//! - [`statement`]: a statement of applicability from a table.

pub mod brought;
pub mod change;
mod check;
pub mod crosswalk;
pub mod document;
pub mod due;
pub mod inherit;
pub mod lint;
pub mod load;
pub mod merge;
pub mod model;
pub mod oscal;
mod overlay;
pub mod page;
mod record;
pub mod standing;
pub mod statement;
pub mod system;
pub mod unit;
pub mod write;
