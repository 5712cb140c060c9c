//! Strict reading of YAML text into values: every fault at once, each with file and line.
//!
//! [`tree`] turns text into a bounded tree of nodes with lines; [`fields`] takes maps apart key by
//! key and reports what is missing, unknown or of the wrong kind.

mod fields;
mod tree;

pub use fields::{Decode, Fields, Sink, list, nonempty_list};
pub use tree::{Kind, MAX_BYTES, Node, parse};
