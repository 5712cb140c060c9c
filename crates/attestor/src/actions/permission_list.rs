//! The forms in which the permissions of an app come, told apart by their content.

mod manifest;

use std::sync::OnceLock;

use attestor_core::attestation::page;
use attestor_core::attestation::permission::{
    Access, Catalog, MAX_REQUESTED, Requested, Resolved, from_list,
};
use attestor_core::dossier;
use attestor_core::fault::{Fault, Place, Problem};

use crate::stop::Stop;
use crate::world::{page_data, permission_catalog};

/// What a text requests.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Requests {
    /// The permissions, in the order of the text.
    pub(crate) requested: Vec<Requested>,
    /// Entries of a manifest that could not be resolved.
    pub(crate) unknown: Vec<Access>,
}

/// The permissions of Microsoft Graph, read once.
pub(crate) fn catalog() -> Result<&'static Catalog, Stop> {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    if let Some(catalog) = CATALOG.get() {
        return Ok(catalog);
    }
    let catalog = permission_catalog()?;
    Ok(CATALOG.get_or_init(|| catalog))
}

/// Tells the form of a text by its start and reads it: `{` or `[` is JSON, `---` a published page,
/// anything else a plain list.
pub(crate) fn parse(file: &str, text: &str, catalog: &Catalog) -> Result<Requests, Stop> {
    let text = text.trim_start_matches('\u{feff}');
    let requested = match text.trim_start() {
        json if json.starts_with(['{', '[']) => {
            return registration(file, json, catalog).map_err(Stop::Faults);
        }
        page if page.starts_with("---") => from_page(page)?,
        _ => from_list(file, text).map_err(Stop::Faults)?,
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

/// The permissions that a published page lists, in any of its languages.
fn from_page(text: &str) -> Result<Vec<Requested>, Stop> {
    let (questionnaire, lexicons) = page_data()?;
    let (page, _) = page::read(text, &questionnaire, &lexicons);
    Ok(dossier::requested(&page.facts.permissions))
}

/// A fault of the file as a whole.
fn whole(file: &str, problem: Problem) -> Fault {
    Fault { place: Place { file: file.to_owned(), line: 0 }, problem }
}
