//! What was announced of an upload, as it lies beside the upload's bytes.

use std::fs;
use std::io;
use std::path::Path;

use attestor_core::digest::Digest;
use attestor_core::instant::Instant;
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

use super::super::keys::WRAPPED_BYTES;
use super::super::refusal::UploadRefusal;
use super::super::{Offer, Upload, UploadId};

/// The description of an upload under way.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in super::super) struct Note {
    id: String,
    organization: String,
    name: String,
    size: Option<u64>,
    sha256: Option<String>,
    by: String,
    /// Seconds since the beginning of 1970.
    at: u64,
    /// The upload's own key, kept under a master key.
    key: String,
}

impl Note {
    pub(super) fn new(id: &UploadId, offer: Offer, wrapped: &[u8; WRAPPED_BYTES]) -> Self {
        Self {
            id: id.as_str().to_owned(),
            organization: offer.organization,
            name: offer.name,
            size: offer.size,
            sha256: offer.sha256.map(|digest| digest.to_string()),
            by: offer.by,
            at: offer.at.seconds(),
            key: HEXLOWER.encode(wrapped),
        }
    }

    /// Reads the description of an upload; `None` if there is no such upload.
    pub(super) fn read(folder: &Path, id: &UploadId) -> Result<Option<Self>, UploadRefusal> {
        let text = match fs::read(folder.join(format!("{}.json", id.as_str()))) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            other => other?,
        };
        let note: Self = serde_json::from_slice(&text).map_err(|error| unreadable(&error))?;
        let own = note.id == id.as_str();
        own.then_some(Some(note)).ok_or_else(|| unreadable(&"it belongs to another upload"))
    }

    /// Writes it lastingly.
    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        let text = serde_json::to_vec(self).map_err(io::Error::other)?;
        super::write_whole(folder, &format!("{}.json", self.id), &text)
    }

    /// The same with its key kept anew.
    pub(super) fn under(self, wrapped: &[u8; WRAPPED_BYTES]) -> Self {
        Self { key: HEXLOWER.encode(wrapped), ..self }
    }

    pub(super) fn wrapped(&self) -> Result<[u8; WRAPPED_BYTES], UploadRefusal> {
        let bytes = HEXLOWER.decode(self.key.as_bytes()).ok();
        let bytes = bytes.and_then(|bytes| bytes.try_into().ok());
        bytes.ok_or_else(|| unreadable(&"its key has another length"))
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn size(&self) -> Option<u64> {
        self.size
    }

    pub(super) fn at(&self) -> Instant {
        Instant::from_seconds(self.at)
    }

    pub(super) fn digest(&self) -> Option<Digest> {
        Digest::parse(self.sha256.as_deref()?)
    }

    pub(super) fn upload(&self, offset: u64) -> Upload {
        let offer = Offer {
            organization: self.organization.clone(),
            name: self.name.clone(),
            size: self.size,
            sha256: self.digest(),
            by: self.by.clone(),
            at: self.at(),
        };
        Upload { id: UploadId(self.id.clone()), offer, offset }
    }
}

fn unreadable(why: &dyn std::fmt::Display) -> UploadRefusal {
    UploadRefusal::StorageUnavailable(format!("the description of the upload is damaged: {why}"))
}
