//! Strict reading of YAML text into values: every fault at once, each with file and line.
//!
//! [`tree`] turns text into a bounded tree of nodes with lines; [`fields`] takes maps apart key by
//! key and reports what is missing, unknown or of the wrong kind.

use std::cell::RefCell;

use crate::fault::Fault;

mod fields;
mod tree;

pub use fields::{Decode, Fields, Sink, list, nonempty_list};
pub use tree::{Kind, MAX_BYTES, Node, parse};

/// Reads one YAML text into a value; every fault at once. `file` is the name that faults carry.
pub fn read<T: Decode>(file: &str, text: &str) -> Result<T, Vec<Fault>> {
    let found = RefCell::default();
    let sink = Sink::new(file, &found);
    let value = parse(text, &sink).and_then(|node| T::decode(&node, &sink));
    let faults = found.into_inner();
    // INVARIANT: a reader that gives no value has said why.
    value.filter(|_| faults.is_empty()).ok_or(faults)
}
