//! Where sealed files lie: a local folder, or an object store.

mod folder;
mod objects;

use std::io::{self, Write};
use std::path::Path;

use attestor_core::digest::Digest;
use tokio::sync::mpsc;
use url::Url;

use super::seal::ReadFailure;
use crate::stop::Stop;
use folder::Folder;
use objects::Objects;

/// Bytes at rest on their way, and how many they are.
pub(super) struct Bytes {
    /// The size at rest.
    pub(super) size: u64,
    /// The bytes in order; the end of the channel is the end of the file.
    pub(super) pieces: mpsc::Receiver<io::Result<Vec<u8>>>,
}

/// Writes the bytes of one file.
pub(super) type Fill = Box<dyn FnOnce(&mut dyn Write) -> io::Result<()> + Send>;

/// What lies in a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Listing {
    /// Files, by organization and digest, in order.
    pub(crate) files: Vec<(String, Digest)>,
    /// Paths of what is no file of the store.
    pub(crate) strays: Vec<String>,
}

/// Where sealed files lie.
pub(super) enum Place {
    /// A local folder.
    Folder(Folder),
    /// An object store behind a URL.
    Objects(Objects),
}

impl Place {
    /// Opens the place that a URL names, or a folder without one.
    pub(super) fn open(url: Option<&str>, folder: &Path, staging: &Path) -> Result<Self, Stop> {
        let Some(text) = url else { return Self::folder(folder) };
        let wrong = |why: &dyn std::fmt::Display| {
            Stop::Usage(format!("`{text}` is no address of an object store: {why}"))
        };
        let url = Url::parse(text).map_err(|error| wrong(&error))?;
        if url.scheme() == "file" {
            let path = url.to_file_path().map_err(|()| wrong(&"it is no local path"))?;
            return Self::folder(&path);
        }
        if !matches!(url.scheme(), "s3" | "az" | "azure") {
            return Err(wrong(&"it begins with none of `s3:`, `az:`, `azure:`, `file:`"));
        }
        Objects::open(&url, staging).map(Self::Objects).map_err(|error| wrong(&error))
    }

    fn folder(path: &Path) -> Result<Self, Stop> {
        Folder::open(path).map(Self::Folder).map_err(|error| Stop::io("make", path, &error))
    }

    /// Writes a file whole or not at all. It survives a loss of power when this returns.
    pub(super) async fn put(&self, path: &str, fill: Fill) -> io::Result<()> {
        match self {
            Self::Folder(folder) => folder.put(path, fill).await,
            Self::Objects(objects) => objects.put(path, fill).await,
        }
    }

    /// Begins to read a file.
    pub(super) async fn get(&self, path: &str) -> Result<Bytes, ReadFailure> {
        match self {
            Self::Folder(folder) => folder.get(path).await,
            Self::Objects(objects) => objects.get(path).await,
        }
    }

    /// Whether a file is there.
    pub(super) async fn has(&self, path: &str) -> io::Result<bool> {
        match self {
            Self::Folder(folder) => folder.has(path).await,
            Self::Objects(objects) => objects.has(path).await,
        }
    }

    /// Removes a file; whether it was there.
    pub(super) async fn remove(&self, path: &str) -> io::Result<bool> {
        match self {
            Self::Folder(folder) => folder.remove(path).await,
            Self::Objects(objects) => objects.remove(path).await,
        }
    }

    /// Everything that lies here.
    pub(super) async fn list(&self) -> io::Result<Listing> {
        let paths = match self {
            Self::Folder(folder) => folder.list().await?,
            Self::Objects(objects) => objects.list().await?,
        };
        let mut listing = Listing::default();
        for path in paths {
            match read_path(&path) {
                Some(file) => listing.files.push(file),
                None => listing.strays.push(path),
            }
        }
        listing.files.sort();
        listing.strays.sort();
        Ok(listing)
    }

    /// The folder, if it is one.
    pub(super) fn local(&self) -> Option<&Folder> {
        match self {
            Self::Folder(folder) => Some(folder),
            Self::Objects(_) => None,
        }
    }
}

/// The path of a file; `None` if the organization's id cannot be a part of a path.
pub(super) fn path_of(organization: &str, digest: Digest) -> Option<String> {
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let fits = (1..=64).contains(&organization.len()) && organization.bytes().all(safe);
    let digits = digest.to_string();
    let first: String = digits.chars().take(2).collect();
    fits.then(|| format!("{organization}/{first}/{digits}"))
}

/// The file that a path belongs to, if it is one that [`path_of`] gives.
fn read_path(path: &str) -> Option<(String, Digest)> {
    let (organization, rest) = path.split_once('/')?;
    let digest = Digest::parse(rest.split_once('/')?.1)?;
    let own = path_of(organization, digest)?;
    (own == path).then(|| (organization.to_owned(), digest))
}

/// Runs what waits for the disk where it holds up nobody.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| Err(io::Error::other(error)))
}
