//! From the files of a folder to the model: every file read, every fault of all files at once.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::fault::Fault;
use crate::framework::{Catalog, SourceFile};
use crate::id::Id;
use crate::source::{self, Decode as _, Sink};

use super::check;
use super::model::Trust;

/// Reads the files of a folder. `catalogs` are the items of the editions that are known, by the id
/// of the edition; rows of a statement are held against them. No files give an empty model.
///
/// # Errors
/// Every fault of all files, in the order of path and line; then nothing is loaded.
pub fn load(files: &[SourceFile], catalogs: &BTreeMap<Id, Catalog>) -> Result<Trust, Vec<Fault>> {
    over(Trust::default(), files, catalogs)
}

/// Reads the files of a folder and lays them over a model, such as one that was imported from a
/// page: the same ids replace, others are added. Only the whole is checked, so that the files may
/// name what the model has.
///
/// # Errors
/// Every fault of all files and of the whole; then nothing is loaded.
pub fn over(
    below: Trust,
    files: &[SourceFile],
    catalogs: &BTreeMap<Id, Catalog>,
) -> Result<Trust, Vec<Fault>> {
    let faults = RefCell::default();
    let mut read = Trust::default();
    for file in files {
        let sink = Sink::new(&file.path, &faults);
        let node = source::parse(&file.text, &sink);
        if let Some(one) = node.and_then(|node| Trust::decode(&node, &sink)) {
            read.join(one);
        }
    }
    let trust = below.lay_over(read);
    // A file that could not be read would make every reference into it a fault as well.
    if faults.borrow().is_empty() {
        check::trust(&trust, catalogs, &faults);
    }
    let mut found = faults.into_inner();
    if found.is_empty() {
        return Ok(trust);
    }
    found.sort();
    Err(found)
}

/// Checks a model that was not read from files, such as one that was imported from a page.
///
/// # Errors
/// Every fault; the places name no file where a value was not read from one.
pub fn check(trust: &Trust, catalogs: &BTreeMap<Id, Catalog>) -> Result<(), Vec<Fault>> {
    let faults = RefCell::default();
    check::trust(trust, catalogs, &faults);
    let found = faults.into_inner();
    if found.is_empty() { Ok(()) } else { Err(found) }
}

#[cfg(test)]
mod tests;
