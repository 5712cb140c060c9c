//! The catalog: what many pages about many apps say together.
//!
//! Read in this order:
//! - [`identity`]: which app a page speaks of.
//! - [`current`]: which of an app's versions speaks for it.
//! - [`difference`]: what changed from one version of an app's page to another.
//! - [`consistency`]: what on a page does not fit together.
//! - [`facet`]: the words by which apps are counted and chosen.

pub mod consistency;
pub mod current;
pub mod difference;
pub mod facet;
pub mod identity;

#[cfg(test)]
mod tests;
