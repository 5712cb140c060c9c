//! The catalog: what many pages about many apps say together.
//!
//! Read in this order:
//! - [`identity`]: which app a page speaks of.
//! - [`current`]: which of an app's versions speaks for it.
//! - [`difference`]: what changed from one version of an app's page to another.
//! - [`consistency`]: what on a page does not fit together.
//! - [`facet`]: the words by which apps are counted and chosen.
//! - [`terms`]: texts and searches in eleven languages as words that can be compared.
//! - [`listing`]: what the catalog's index holds about an app.
//! - [`index`]: finding, counting, ordering and paging apps in memory.

pub mod consistency;
pub mod current;
pub mod difference;
pub mod facet;
pub mod identity;
pub mod index;
pub mod listing;
pub mod terms;

#[cfg(test)]
mod tests;
