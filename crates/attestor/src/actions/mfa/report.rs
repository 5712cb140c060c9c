//! The report of a day: computed from the lake and the directory, kept as one document.
//!
//! Read in this order:
//! - [`document`]: what a report holds, for command line, pages and programs alike.
//! - `compute`: from rows to a report. What the numbers mean stands in the core.
//! - `keep`: reports that stand as they were made, and computing one again.

mod compute;
pub(crate) mod document;
mod keep;

pub(crate) use compute::mechanism;
pub(crate) use document::Report;
#[cfg(test)]
pub(crate) use keep::Replay;
