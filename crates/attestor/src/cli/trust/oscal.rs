//! Catalogs of controls that a command is given beside those in the binary.

use std::path::PathBuf;

use attestor_core::framework::Library;
use attestor_core::id::Id;
use attestor_core::trust::oscal::catalog::Catalog;
use attestor_core::trust::oscal::profile::Profile;
use clap::Args;

use super::super::input;
use super::Stop;
use crate::world;
use crate::world::catalogs::MAX_BYTES;

/// Catalogs of controls beside those in the binary.
#[derive(Debug, Args)]
pub(super) struct Catalogs {
    /// An OSCAL catalog as JSON, under the id by which it is named here; can be repeated.
    #[arg(long = "oscal", value_name = "ID=FILE", value_parser = named)]
    files: Vec<(Id, PathBuf)>,
    /// An OSCAL profile as JSON: the controls that it chooses of the `--oscal` catalog, under an id of
    /// its own; can be repeated. Of several catalogs it is the one whose file the profile names.
    #[arg(long = "oscal-profile", value_name = "ID=PROFILE", value_parser = named)]
    profiles: Vec<(Id, PathBuf)>,
}

fn named(text: &str) -> Result<(Id, PathBuf), String> {
    let (id, file) = text.split_once('=').ok_or("write ID=FILE")?;
    Ok((Id::parse(id).ok_or("there is no id before `=`")?, PathBuf::from(file)))
}

impl Catalogs {
    /// The programs and catalogs of the binary, with these.
    pub(super) fn library(&self) -> Result<Library, Stop> {
        let mut library = world::library(None)?;
        let mut loaded = Vec::new();
        for (id, path) in &self.files {
            let text = input::text(path, MAX_BYTES)?;
            let name = path.display().to_string();
            let catalog = Catalog::load(&name, &text).map_err(Stop::Faults)?;
            let edition = catalog.metadata.version.clone();
            library.catalogs.insert(id.clone(), catalog.framework(id, &edition));
            loaded.push((name, catalog));
        }
        for (id, path) in &self.profiles {
            let text = input::text(path, MAX_BYTES)?;
            let name = path.display().to_string();
            let profile = Profile::load(&name, &text).map_err(Stop::Faults)?;
            let catalog = profile.catalog_among(&loaded).ok_or_else(|| {
                let words = "give the catalog that it chooses from with `--oscal ID=FILE`";
                Stop::Usage(format!("the profile {name} names none of the catalogs; {words}"))
            })?;
            let chosen = profile.framework(&name, id, catalog).map_err(Stop::Faults)?;
            library.catalogs.insert(id.clone(), chosen);
        }
        Ok(library)
    }
}
