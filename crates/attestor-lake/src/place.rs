//! Where the lake lies: a local folder, or a folder in an object store.

use std::path::Path;
use std::sync::{Arc, Once};
use std::{env, fs};

use deltalake::logstore::{
    LogStore, LogStoreFactory, ObjectStoreFactory, ObjectStoreRef, StorageConfig, default_logstore,
    logstore_factories, object_store_factories,
};
use deltalake::{DeltaResult, DeltaTableError};
use object_store::path::Path as ObjectPath;
use url::Url;

use crate::fault::Fault;

/// The kinds of addresses beside `file:`.
const SCHEMES: [&str; 3] = ["s3", "az", "azure"];

/// A folder for tables. Its address ends with a slash.
#[derive(Debug, Clone)]
pub struct Place(Url);

impl Place {
    /// A local folder, which is made when it is not there.
    ///
    /// # Errors
    /// The folder can be neither found nor made.
    pub fn folder(path: &Path) -> Result<Self, Fault> {
        let wrong = |why: String| Fault::File { name: path.display().to_string(), why };
        fs::create_dir_all(path).map_err(|error| wrong(error.to_string()))?;
        let whole = path.canonicalize().map_err(|error| wrong(error.to_string()))?;
        let url = Url::from_directory_path(whole);
        url.map(Self).map_err(|()| wrong("its path cannot be written as an address".to_owned()))
    }

    /// What an address names: `s3://bucket/folder`, `az://container/folder` or `file:///folder`.
    /// The credentials come from the environment (`AWS_…`, `AZURE_…`).
    ///
    /// # Errors
    /// The text is no such address.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let wrong = |why: String| Fault::Address { given: text.to_owned(), why };
        let mut url = Url::parse(text).map_err(|error| wrong(error.to_string()))?;
        if url.scheme() == "file" {
            let path = url.to_file_path().map_err(|()| wrong("it is no local path".to_owned()))?;
            return Self::folder(&path);
        }
        if !SCHEMES.contains(&url.scheme()) {
            let why = "it begins with none of `s3:`, `az:`, `azure:`, `file:`";
            return Err(wrong(why.to_owned()));
        }
        if !url.path().ends_with('/') {
            url.set_path(&format!("{}/", url.path()));
        }
        know_object_stores();
        Ok(Self(url))
    }

    /// The store of the documents beside the tables, and their folder in it.
    pub(crate) fn documents(
        &self,
    ) -> Result<(Box<dyn object_store::ObjectStore>, ObjectPath), Fault> {
        let wrong = |error: object_store::Error| Fault::Address {
            given: self.0.to_string(),
            why: error.to_string(),
        };
        open(&self.0).map_err(wrong)
    }

    /// The address of a table in it.
    pub(crate) fn table(&self, name: &str) -> Result<Url, Fault> {
        let wrong = |error: url::ParseError| Fault::Address {
            given: name.to_owned(),
            why: error.to_string(),
        };
        self.0.join(&format!("{name}/")).map_err(wrong)
    }
}

/// Tells the table library how to open object stores; once a process.
fn know_object_stores() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        for scheme in SCHEMES {
            let Ok(key) = Url::parse(&format!("{scheme}://")) else { continue };
            object_store_factories().insert(key.clone(), Arc::new(Opener));
            logstore_factories().insert(key, Arc::new(Opener));
        }
    });
}

/// Opens object stores with the environment's credentials. Their conditional writes keep two commits
/// of one version apart, so no further service is needed for the log.
#[derive(Debug)]
struct Opener;

impl ObjectStoreFactory for Opener {
    fn parse_url_opts(
        &self,
        url: &Url,
        _: &StorageConfig,
    ) -> DeltaResult<(ObjectStoreRef, ObjectPath)> {
        let (store, path) = open(url).map_err(|source| DeltaTableError::ObjectStore { source })?;
        Ok((Arc::from(store), path))
    }
}

impl LogStoreFactory for Opener {
    fn with_options(
        &self,
        prefixed: ObjectStoreRef,
        root: ObjectStoreRef,
        location: &Url,
        options: &StorageConfig,
    ) -> DeltaResult<Arc<dyn LogStore>> {
        Ok(default_logstore(prefixed, root, location, options))
    }
}

/// The object store behind an address, and the path in it.
pub(crate) fn open(
    url: &Url,
) -> Result<(Box<dyn object_store::ObjectStore>, ObjectPath), object_store::Error> {
    let settings = env::vars_os().filter_map(|(name, value)| {
        let name = name.into_string().ok()?;
        let own = name.starts_with("AWS_") || name.starts_with("AZURE_");
        own.then(|| Some((name, value.into_string().ok()?))).flatten()
    });
    object_store::parse_url_opts(url, settings)
}
