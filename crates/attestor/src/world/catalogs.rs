//! The frameworks that portals and systems are held against: those of the binary, and those of a
//! folder that the operator keeps.

use std::collections::BTreeMap;
use std::path::Path;

use attestor_core::fault::{Fault, Place, Problem};
use attestor_core::framework::{Catalog, Library, SourceFile};
use attestor_core::id::Id;
use attestor_core::trust::brought;
use attestor_core::trust::crosswalk::{Mapping, mappings};

use super::{entries, library};
use crate::stop::Stop;

/// The most bytes of one file: 64 MiB. The largest published catalog has about 10 MB.
pub(crate) const MAX_BYTES: u64 = 64 << 20;
/// The most files that are read of the folder.
const MAX_FILES: usize = 100;

/// Frameworks and what leads from one to another.
pub(crate) struct Catalogs {
    /// The programs and catalogs of the binary, with the catalogs of the folder.
    pub(crate) library: Library,
    /// The catalogs of the binary alone. What is kept is read with these, so that a catalog that
    /// comes later makes nothing unreadable.
    pub(crate) first: BTreeMap<Id, Catalog>,
    /// What leads from one framework to another, each both ways.
    pub(crate) mappings: Vec<Mapping>,
}

impl Catalogs {
    /// The frameworks of the binary, and those of a folder: `.json` files are OSCAL catalogs and
    /// profiles, `.yaml` files mappings. Each is named by its file. Others are left alone.
    ///
    /// # Errors
    /// A folder that is not there; every fault of all files.
    pub(crate) fn load(folder: Option<&Path>) -> Result<Self, Stop> {
        let mut library = library(None)?;
        let first = library.catalogs.clone();
        let mut all = mappings(&library.crosswalks);
        if let Some(folder) = folder {
            let brought = brought::load(&files(folder)?, &first).map_err(Stop::Faults)?;
            library.catalogs.extend(brought.catalogs);
            all.extend(brought.mappings.into_iter().flat_map(|it| [it.turned(), it]));
        }
        Ok(Self { library, first, mappings: all })
    }
}

/// The files of a folder that may be read, by name; what is below it is left alone.
fn files(folder: &Path) -> Result<Vec<SourceFile>, Stop> {
    let (mut files, mut faults) = (Vec::new(), Vec::new());
    let is_one = |path: &Path| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        matches!(ending, Some("json" | "yaml" | "yml")) && path.is_file()
    };
    for path in entries(folder)?.into_iter().filter(|path| is_one(path)) {
        if files.len() >= MAX_FILES {
            let shown = folder.display();
            return Err(Stop::Usage(format!("{shown} holds more than {MAX_FILES} catalogs")));
        }
        let name = path.display().to_string();
        match super::data_file(&path, MAX_BYTES)? {
            Ok(text) => files.push(SourceFile { path: name, text }),
            Err(problem) => faults.push(fault(name, problem)),
        }
    }
    if faults.is_empty() { Ok(files) } else { Err(Stop::Faults(faults)) }
}

fn fault(file: String, problem: Problem) -> Fault {
    Fault { place: Place { file, line: 0 }, problem }
}

#[cfg(test)]
mod tests;
