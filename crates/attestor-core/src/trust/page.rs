//! Published pages about an offering, in both languages side by side: read and written.
//!
//! Read in this order:
//! - [`layout`]: a page as lines of texts.
//! - [`read`](mod@read): Markdown into lines and text pairs; reading never fails and loses nothing.
//! - [`section`]: what the sections of a page are about.
//! - [`facts`]: services, certificates, reports and the rest, out of the lines.
//! - [`write`](mod@write): the page again.

mod documents;
pub mod facts;
pub mod finding;
pub mod layout;
mod names;
pub mod read;
pub mod section;
mod services;
pub mod write;

pub(super) use names::places;

#[cfg(test)]
mod tests;
