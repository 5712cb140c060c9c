//! The settings of the web server: flags before `ATTESTOR_*` variables before a TOML file before
//! defaults; each value knows where it came from.
//!
//! Read in this order: `key` (what can be set), `sources` (where it is set), `file` (the TOML file),
//! `value` (text → value), [`Config`].

mod file;
mod key;
mod sources;
mod value;

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

pub(crate) use self::key::Key;
pub(crate) use self::sources::{Given, Sources};
pub(crate) use self::value::{LinkCheck, LogFormat, LogLevel};
use crate::stop::Stop;
use crate::store::Place;

/// A value that is never shown.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret(String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(set)")
    }
}

/// All settings, each within its bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Config {
    /// Host and port to listen on.
    pub(crate) listen: String,
    /// The folder of the catalog.
    pub(crate) data_dir: PathBuf,
    /// The URL of a PostgreSQL database in the place of the folder's.
    pub(crate) database: Option<Secret>,
    /// Where people reach the site, without a slash at the end.
    pub(crate) public_url: Option<String>,
    /// Who takes reports of weaknesses.
    pub(crate) contact: Option<String>,
    /// The form of the log.
    pub(crate) log_format: LogFormat,
    /// The least important events that the log has.
    pub(crate) log_level: LogLevel,
    /// How long an answer may take.
    pub(crate) request_timeout: Duration,
    /// How long a client may take for a header.
    pub(crate) header_timeout: Duration,
    /// The most bytes of a request's body.
    pub(crate) max_body: usize,
    /// The most bytes of an uploaded file.
    pub(crate) max_upload: usize,
    /// The URL of an object store for evidence files; otherwise the data folder.
    pub(crate) evidence_url: Option<String>,
    /// The master keys of the evidence store.
    evidence_key: Option<Secret>,
    /// A file that holds them.
    pub(crate) evidence_key_file: Option<PathBuf>,
    /// The URL of a folder in an object store for sign-in logs; otherwise the data folder.
    pub(crate) lake: Option<String>,
    /// Where the virus scanner listens.
    pub(crate) clamd: Option<String>,
    /// The URL of the mail server that notices go out over.
    smtp_url: Option<Secret>,
    /// Who mails come from; there whenever the server is.
    pub(crate) mail_from: Option<String>,
    /// Which machines may be asked whether addresses in portals lead somewhere.
    pub(crate) link_check: LinkCheck,
    /// A folder of catalogs of controls that portals and systems are held against.
    pub(crate) catalogs: Option<PathBuf>,
    /// The most connections at one time.
    pub(crate) max_connections: usize,
    /// How long running requests may take after the order to stop.
    pub(crate) grace: Duration,
}

impl Config {
    /// Reads the values; every one that is out of its bounds is told.
    pub(crate) fn read(given: &[Given]) -> Result<Self, Stop> {
        let mut faults = Vec::new();
        let read = value::Reader::new(given, &mut faults).config();
        match read {
            Some(config) if faults.is_empty() => Ok(config),
            _ => Err(Stop::Usage(faults.join("\nerror: "))),
        }
    }

    /// The master keys of the evidence store, where a setting holds them. Never shown.
    pub(crate) fn evidence_key(&self) -> Option<&str> {
        self.evidence_key.as_ref().map(|Secret(keys)| keys.as_str())
    }

    /// The mail server with its password, and who mails come from. Never shown.
    pub(crate) fn mail(&self) -> Option<(&str, &str)> {
        let Secret(url) = self.smtp_url.as_ref()?;
        Some((url.as_str(), self.mail_from.as_deref()?))
    }

    /// Where the catalog is kept.
    pub(crate) fn place(&self) -> Place {
        match &self.database {
            Some(Secret(url)) => Place::Url(url.clone()),
            None => Place::Folder(self.data_dir.clone()),
        }
    }
}

/// The text of a file that holds one secret.
fn secret_in(path: &Path) -> Result<Secret, String> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let text = text.trim();
    if text.is_empty() {
        return Err(format!("{} is empty", path.display()));
    }
    Ok(Secret(text.to_owned()))
}

#[cfg(test)]
mod tests;
