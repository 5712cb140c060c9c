//! The evidence store: files that people uploaded, by organization and digest, encrypted at rest.
//!
//! Read in this order: this file (what can be done), `refusal` (why an upload is not taken),
//! `staging` (uploads under way), `check` (what a file is), `scanner`, `seal` and `keys` (the form
//! at rest), `place` (local folder or object store), `reading`, `rewrap` (new keys), `secret` (small secrets of
//! the database).
//!
//! The store keeps bytes and knows nothing of cases: what a file means, and which files are wanted,
//! stands in the database. A file without a row there is harmless; a row is written after its file.

mod check;
mod cipher;
mod disk;
mod keys;
mod place;
mod reading;
mod refusal;
mod rewrap;
#[cfg(test)]
pub(crate) mod samples;
mod scanner;
mod seal;
mod secret;
mod staging;
#[cfg(test)]
mod tests;
mod uploads;

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use attestor_core::digest::Digest;
use attestor_core::instant::Instant;
use data_encoding::HEXLOWER;

pub(crate) use check::Caps;
pub(crate) use keys::{KeyOrigin, Keys};
pub(crate) use place::Listing;
pub(crate) use reading::Reading;
pub(crate) use refusal::UploadRefusal;
pub(crate) use rewrap::Rewrapped;
pub(crate) use seal::ReadFailure;
pub(crate) use secret::is_sealed;

use crate::stop::Stop;
use place::{Place, path_of};
use scanner::Scanner;
use uploads::Uploads;

/// How an evidence store is opened.
#[derive(Debug, Clone)]
pub(crate) struct VaultSettings {
    /// An object store: `s3://…`, `az://…`, `azure://…`, or `file://…`; otherwise the folder.
    pub(crate) url: Option<String>,
    /// The local folder of files.
    pub(crate) folder: PathBuf,
    /// The local folder of uploads under way; it must not lie in the folder of files.
    pub(crate) staging: PathBuf,
    /// The master keys.
    pub(crate) key: Keys,
    /// Bounds of uploads.
    pub(crate) limits: Limits,
    /// A daemon of ClamAV, `HOST:PORT` or `unix:/PATH`; nothing is scanned without one.
    pub(crate) scanner: Option<String>,
}

/// Bounds of uploads; the last value passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limits {
    /// The size of a file.
    pub(crate) size_bytes: u64,
    /// What may lie in an archive.
    pub(crate) caps: Caps,
    /// How long the scanner may take for a file.
    pub(crate) scan: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { size_bytes: 50 << 20, caps: Caps::default(), scan: Duration::from_secs(60) }
    }
}

/// Names an upload under way: 32 hexadecimal digits that nobody can guess.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct UploadId(String);

impl UploadId {
    /// Reads exactly 32 lower-case hexadecimal digits; `None` for any other text.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        (text.len() == 32 && digits).then(|| Self(text.to_owned()))
    }

    /// The digits.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    fn random() -> io::Result<Self> {
        Ok(Self(HEXLOWER.encode(&cipher::random::<16>()?)))
    }
}

impl fmt::Display for UploadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What somebody announces before sending a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Offer {
    /// The organization that the file will belong to.
    pub(crate) organization: String,
    /// The file's name, to be shown.
    pub(crate) name: String,
    /// The file's size; `None` if only its end will tell.
    pub(crate) size: Option<u64>,
    /// The digest of its bytes, if the sender knows it.
    pub(crate) sha256: Option<Digest>,
    /// The account that sends it.
    pub(crate) by: String,
    /// When it was announced.
    pub(crate) at: Instant,
}

/// An upload under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Upload {
    /// Its name for the sender.
    pub(crate) id: UploadId,
    /// What was announced, with the name as it is shown.
    pub(crate) offer: Offer,
    /// Bytes that are there and lasting; the next piece begins here.
    pub(crate) offset: u64,
}

/// A file that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sealed {
    /// The digest of its bytes, its name in the store.
    pub(crate) digest: Digest,
    /// Its size in bytes.
    pub(crate) size: u64,
    /// What it is; never something that a browser would run.
    pub(crate) media_type: &'static str,
    /// The name to show it with.
    pub(crate) name: String,
}

/// The evidence store. Clones are the same store.
#[derive(Clone)]
pub(crate) struct Vault(Arc<Inner>);

struct Inner {
    place: Place,
    staging: PathBuf,
    keys: Keys,
    limits: Limits,
    scanner: Option<Scanner>,
    uploads: Uploads,
    /// Held while a file is replaced or removed, so that a removed file does not come back.
    changing: tokio::sync::Mutex<()>,
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Vault({:?})", self.0.keys)
    }
}

impl Vault {
    /// Opens a store, and makes its folders.
    pub(crate) fn open(settings: VaultSettings) -> Result<Self, Stop> {
        let staging = settings.staging;
        disk::make_folder(&staging).map_err(|error| Stop::io("make", &staging, &error))?;
        let place = Place::open(settings.url.as_deref(), &settings.folder, &staging)?;
        let limits = settings.limits;
        let scanner = settings.scanner.map(|address| Scanner::at(&address, limits.scan));
        let inner = Inner {
            place,
            staging,
            keys: settings.key,
            limits,
            scanner: scanner.transpose()?,
            uploads: Uploads::default(),
            changing: tokio::sync::Mutex::default(),
        };
        Ok(Self(Arc::new(inner)))
    }

    /// The keys, for small secrets that lie elsewhere.
    pub(crate) fn keys(&self) -> Keys {
        self.0.keys.clone()
    }

    /// Bounds of uploads, to be told before somebody sends a file.
    pub(crate) fn limits(&self) -> Limits {
        self.0.limits
    }

    /// Begins to read a file.
    pub(crate) async fn read(
        &self,
        organization: &str,
        digest: Digest,
    ) -> Result<Reading, ReadFailure> {
        let path = path_of(organization, digest).ok_or(ReadFailure::Missing)?;
        let bytes = self.0.place.get(&path).await?;
        Ok(Reading::new(&self.0.keys, bytes, path, digest))
    }

    /// Reads a whole file into memory.
    pub(crate) async fn read_whole(
        &self,
        organization: &str,
        digest: Digest,
    ) -> Result<Vec<u8>, ReadFailure> {
        let mut reading = self.read(organization, digest).await?;
        let mut bytes = Vec::new();
        while let Some(piece) = reading.next().await {
            bytes.extend_from_slice(&piece?);
        }
        Ok(bytes)
    }

    /// Reads a file to its end and keeps nothing of it; its clear size.
    pub(crate) async fn check(
        &self,
        organization: &str,
        digest: Digest,
    ) -> Result<u64, ReadFailure> {
        let mut reading = self.read(organization, digest).await?;
        let mut size = 0_u64;
        while let Some(piece) = reading.next().await {
            size = size.saturating_add(piece?.len() as u64);
        }
        Ok(size)
    }

    /// Whether a file lies in the store; not whether it is whole.
    pub(crate) async fn exists(
        &self,
        organization: &str,
        digest: Digest,
    ) -> Result<bool, ReadFailure> {
        let Some(path) = path_of(organization, digest) else { return Ok(false) };
        Ok(self.0.place.has(&path).await?)
    }

    /// Removes a file for good; whether it was there.
    pub(crate) async fn erase(
        &self,
        organization: &str,
        digest: Digest,
    ) -> Result<bool, ReadFailure> {
        let Some(path) = path_of(organization, digest) else { return Ok(false) };
        let _alone = self.0.changing.lock().await;
        Ok(self.0.place.remove(&path).await?)
    }

    /// Everything that lies in the store.
    pub(crate) async fn list(&self) -> Result<Listing, ReadFailure> {
        Ok(self.0.place.list().await?)
    }

    /// Keeps the keys of all files and uploads under the current master key. Contents stay as they
    /// are; afterwards older master keys are needed only for the files that are told.
    pub(crate) async fn rewrap(&self) -> Result<Rewrapped, ReadFailure> {
        rewrap::all(&self.0).await
    }
}
