//! The bytes of evidence files, as commands reach them.

use std::path::{Path, PathBuf};

use attestor_core::digest::Digest;

use crate::disk;
use crate::stop::Stop;

/// The folder of the files inside the data folder.
const FOLDER: &str = "files";

/// The bytes of evidence files, by organization and digest.
#[derive(Debug, Clone)]
pub(crate) struct Files(PathBuf);

impl Files {
    /// The files of a data folder.
    pub(crate) fn of(data: &Path) -> Self {
        Self(data.join(FOLDER))
    }

    /// Keeps bytes; what is kept already is left alone. Gives their digest.
    pub(crate) fn keep(&self, organization: &str, bytes: &[u8]) -> Result<Digest, Stop> {
        let digest = Digest::of(bytes);
        let path = self.path(organization, digest);
        if path.is_file() {
            return Ok(digest);
        }
        let folder = self.0.join(organization);
        std::fs::create_dir_all(&folder).map_err(|error| Stop::io("make", &folder, &error))?;
        disk::write_whole(&path, bytes)?;
        Ok(digest)
    }

    /// Whether bytes are there.
    pub(crate) fn has(&self, organization: &str, digest: Digest) -> bool {
        self.path(organization, digest).is_file()
    }

    /// The bytes of a file; `None` where there is none. They may not be what they were: the caller
    /// compares digests.
    pub(crate) fn bytes(
        &self,
        organization: &str,
        digest: Digest,
    ) -> Result<Option<Vec<u8>>, Stop> {
        let path = self.path(organization, digest);
        match std::fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Stop::io("read", &path, &error)),
        }
    }

    /// All files: organization and digest, and what lies about that is neither.
    pub(crate) fn list(&self) -> Result<(Vec<(String, Digest)>, Vec<String>), Stop> {
        let (mut files, mut strays) = (Vec::new(), Vec::new());
        for organization in names(&self.0)? {
            for name in names(&self.0.join(&organization))? {
                match Digest::parse(&name) {
                    Some(digest) => files.push((organization.clone(), digest)),
                    None => strays.push(format!("{organization}/{name}")),
                }
            }
        }
        Ok((files, strays))
    }

    fn path(&self, organization: &str, digest: Digest) -> PathBuf {
        self.0.join(organization).join(digest.to_string())
    }
}

/// The names in a folder, in order; none where there is no folder.
fn names(folder: &Path) -> Result<Vec<String>, Stop> {
    let failed = |error: &std::io::Error| Stop::io("list", folder, error);
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(&error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| failed(&error))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}
