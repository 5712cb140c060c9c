//! The files that a permission list can come from, told apart by their content.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use attestor_core::attestation::permission::{
    Access, Catalog, MAX_REQUESTED, Requested, Resolved, from_list,
};
use attestor_core::fault::{Fault, Place, Problem};
use attestor_core::source::MAX_BYTES;

use super::super::Stop;
use super::manifest;

/// What a file requests.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Requests {
    /// The permissions, in the order of the file.
    pub(super) requested: Vec<Requested>,
    /// Entries of a manifest that could not be resolved.
    pub(super) unknown: Vec<Access>,
}

/// Reads one file in any of its forms.
pub(super) fn requests(path: &Path, catalog: &Catalog) -> Result<Requests, Stop> {
    let file = path.display().to_string();
    parse(&file, &text(&file, path)?, catalog).map_err(Stop::Faults)
}

/// Tells the form of a text by its start and reads it: `{` or `[` is JSON, `---` a published page,
/// anything else a plain list.
pub(super) fn parse(file: &str, text: &str, catalog: &Catalog) -> Result<Requests, Vec<Fault>> {
    let text = text.trim_start_matches('\u{feff}');
    let requested = match text.trim_start() {
        json if json.starts_with(['{', '[']) => return registration(file, json, catalog),
        page if page.starts_with("---") => from_page(file, page)?,
        _ => from_list(file, text)?,
    };
    Ok(Requests { requested, unknown: Vec::new() })
}

fn registration(file: &str, json: &str, catalog: &Catalog) -> Result<Requests, Vec<Fault>> {
    let accesses = manifest::read(file, json).map_err(|fault| vec![fault])?;
    if accesses.len() > MAX_REQUESTED {
        return Err(vec![whole(file, Problem::TooMany { limit: MAX_REQUESTED })]);
    }
    let Resolved { requested, unknown } = catalog.resolve(&accesses);
    Ok(Requests { requested, unknown })
}

/// Takes the permission tables of a published page apart.
fn from_page(file: &str, _text: &str) -> Result<Vec<Requested>, Vec<Fault>> {
    let reason = "published pages are not read by this command yet".to_owned();
    Err(vec![whole(file, Problem::Unreadable { reason })])
}

/// A fault of the file as a whole.
pub(super) fn whole(file: &str, problem: Problem) -> Fault {
    Fault { place: Place { file: file.to_owned(), line: 0 }, problem }
}

/// The text of a file, within the bound that all input files have.
fn text(file: &str, path: &Path) -> Result<String, Stop> {
    let refused = |problem| Stop::Faults(vec![whole(file, problem)]);
    let stop = |error: &io::Error| match error.kind() {
        io::ErrorKind::NotFound => refused(Problem::MissingFile),
        io::ErrorKind::IsADirectory => refused(Problem::Unreadable { reason: "a folder".into() }),
        _ => Stop::io("read", path, error),
    };
    let opened = File::open(path).map_err(|error| stop(&error))?;
    let size = opened.metadata().map_or(0, |known| known.len());
    let mut bytes = Vec::new();
    opened.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| stop(&error))?;
    let read = bytes.len() as u64;
    if read > MAX_BYTES {
        return Err(refused(Problem::TooLarge { bytes: size.max(read), limit: MAX_BYTES }));
    }
    String::from_utf8(bytes).map_err(|_| refused(Problem::NotUtf8))
}
