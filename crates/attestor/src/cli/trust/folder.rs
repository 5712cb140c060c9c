//! The folder of a provider's files, read and written.

use std::path::Path;

use attestor_core::fault::{Fault, Place, Problem};
use attestor_core::framework::{Library, SourceFile};
use attestor_core::source::MAX_BYTES;
use attestor_core::trust::model::Trust;
use attestor_core::trust::{load, write};

use super::super::input;
use super::Stop;
use crate::disk;

/// The most files that a folder may hold.
const MAX_FILES: usize = 200;

/// Reads all `.yaml` files of a folder as one model. A fault names the file below the folder.
pub(super) fn read(folder: &Path, library: &Library) -> Result<Trust, Stop> {
    if !folder.is_dir() {
        let words = "it is no folder; `attestor trust import FILE.md --out DIR` makes one";
        return Err(input::whole(folder, Problem::Unreadable { reason: words.to_owned() }));
    }
    let listed = disk::list(folder, "yaml");
    if let Some((path, reason)) = listed.broken.into_iter().next() {
        return Err(input::whole(&path, Problem::Unreadable { reason }));
    }
    if listed.files.len() > MAX_FILES {
        let words = format!("{} holds more than {MAX_FILES} files", folder.display());
        return Err(Stop::Usage(words));
    }
    let mut files = Vec::new();
    for path in &listed.files {
        let below = path.strip_prefix(folder).unwrap_or(path);
        let text = input::text(path, MAX_BYTES)?;
        files.push(SourceFile { path: below.display().to_string(), text });
    }
    if files.is_empty() {
        let file = folder.display().to_string();
        let place = Place { file, line: 0 };
        return Err(Stop::Faults(vec![Fault { place, problem: Problem::MissingFile }]));
    }
    load::load(&files, &library.catalogs).map_err(Stop::Faults)
}

/// Writes a model into a new or empty folder, so that nothing that was edited is lost.
pub(super) fn create(folder: &Path, trust: &Trust) -> Result<usize, Stop> {
    let is_used = folder.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    if is_used || folder.is_file() {
        let words = format!(
            "{} holds something already; name a new or empty folder, nothing was written",
            folder.display()
        );
        return Err(Stop::Usage(words));
    }
    std::fs::create_dir_all(folder).map_err(|error| Stop::io("make", folder, &error))?;
    let files = write::files(trust);
    for file in &files {
        disk::write_whole(&folder.join(&file.path), file.text.as_bytes())?;
    }
    Ok(files.len())
}
