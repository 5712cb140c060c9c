//! Files that come in forms: streamed into the vault, with a row, or told in the record as refused.

use attestor_core::desk::act::FileRef;
use attestor_core::desk::file::CaseFile;
use attestor_core::digest::Digest;
use axum::extract::Multipart;
use axum::extract::multipart::Field;
use axum::http::StatusCode;

use super::super::form::Typed;
use super::super::refused::NotDone;
use super::super::visit::DeskVisit;
use crate::actions::desk::evidence::RefusedUpload;
use crate::phrases::Arg;
use crate::stop::Stop;
use crate::vault::{Offer, Sealed, UploadRefusal};

/// The most fields of a form beside its files.
const MOST_FIELDS: usize = 5_000;

/// The most bytes of a field that is no file: 20,000 letters of any script.
const MOST_TEXT: usize = 80 * 1024;

/// A form with files as it was sent.
#[derive(Debug, Default)]
pub(in crate::web) struct Sent {
    /// What was typed.
    pub(in crate::web) typed: Typed,
    /// The files that were taken, by the names of their fields.
    pub(in crate::web) files: Vec<(String, FileRef)>,
    /// Why a file was not taken, or why the form ended early; what was typed before is there.
    pub(in crate::web) not_done: Option<NotDone>,
}

impl Sent {
    /// Reads a form (`multipart/form-data`) and takes its files for a case. A field without
    /// a file's name and bytes is as if it were not there.
    pub(in crate::web) async fn read(
        visit: &DeskVisit,
        case: &CaseFile,
        mut form: Multipart,
    ) -> Self {
        let mut sent = Self::default();
        let mut typed = Vec::new();
        loop {
            match form.next_field().await {
                Ok(Some(field)) if field.file_name().is_some() => {
                    sent.take(visit, case, field).await;
                }
                Ok(Some(field)) if typed.len() < MOST_FIELDS => match text(field).await {
                    Some(pair) => typed.push(pair),
                    None => sent.refuse(visit, "desk-fault-form"),
                },
                Ok(None) => break,
                Ok(Some(_)) | Err(_) => {
                    sent.refuse(visit, "desk-fault-form");
                    break;
                }
            }
        }
        sent.typed = Typed::of(typed);
        sent
    }

    async fn take(&mut self, visit: &DeskVisit, case: &CaseFile, field: Field<'_>) {
        if field.file_name().is_some_and(str::is_empty) {
            return;
        }
        let name = field.name().unwrap_or_default().to_owned();
        match take_upload(visit, case, field).await {
            Ok(file) => self.files.push((name, file)),
            Err(not_done) => {
                self.not_done.get_or_insert(not_done);
            }
        }
    }

    fn refuse(&mut self, visit: &DeskVisit, key: &str) {
        self.not_done.get_or_insert_with(|| NotDone::fault(visit.phrases(), key));
    }

    /// The file of a field: one that came with the form, or one that was uploaded before and is named
    /// by `digest` and `name`.
    pub(in crate::web) async fn file(
        &self,
        visit: &DeskVisit,
        organization: &str,
        field: &str,
    ) -> Result<Option<FileRef>, Stop> {
        if let Some((_, file)) = self.files.iter().find(|(name, _)| name == field) {
            return Ok(Some(file.clone()));
        }
        let Some(digest) = Digest::parse(self.typed.get("digest")) else { return Ok(None) };
        known_file(visit, organization, digest, self.typed.get("name")).await
    }
}

async fn text(mut field: Field<'_>) -> Option<(String, String)> {
    let name = field.name()?.to_owned();
    let mut bytes = Vec::new();
    while let Ok(Some(piece)) = field.chunk().await {
        bytes.extend_from_slice(&piece);
        if bytes.len() > MOST_TEXT {
            return None;
        }
    }
    Some((name, String::from_utf8(bytes).ok()?))
}

/// A file that an organization has already, under a name.
async fn known_file(
    visit: &DeskVisit,
    organization: &str,
    digest: Digest,
    name: &str,
) -> Result<Option<FileRef>, Stop> {
    let row = visit.desk().store().file(organization, digest).await?;
    let name = if name.is_empty() { digest.to_string() } else { name.to_owned() };
    Ok(row.map(|row| FileRef {
        digest,
        name,
        size_bytes: row.size_bytes,
        media_type: row.media_type,
    }))
}

/// Takes the file of a form's field for a case. What is refused leaves nothing but an entry
/// in the record.
async fn take_upload(
    visit: &DeskVisit,
    case: &CaseFile,
    field: Field<'_>,
) -> Result<FileRef, NotDone> {
    let name = field.file_name().unwrap_or_default().to_owned();
    let vault = visit.site.vault().map_err(|stop| broken(visit, &name, &stop))?;
    let offer = Offer {
        organization: case.organization.clone(),
        name: name.clone(),
        size: None,
        sha256: None,
        by: visit.worker.account.clone(),
        at: visit.desk().clock().now(),
    };
    let done = match vault.take_whole(offer, field).await {
        Ok(sealed) => keep(visit, case, sealed).await,
        Err(refusal) => {
            let words = refusal.to_string();
            // One that did not begin has no id.
            let told = RefusedUpload { id: "", code: refusal.code(), words: &words };
            let noted = visit.desk().note_refused_upload(&visit.worker, case, told).await;
            noted.map_err(|stop| broken(visit, &name, &stop))?;
            return Err(refused(visit, &name, &refusal));
        }
    };
    done.map_err(|stop| broken(visit, &name, &stop))
}

/// The file as acts name it, once its row and its entry are there.
pub(in crate::web) async fn keep(
    visit: &DeskVisit,
    case: &CaseFile,
    sealed: Sealed,
) -> Result<FileRef, Stop> {
    let file = FileRef {
        digest: sealed.digest,
        name: sealed.name,
        size_bytes: sealed.size,
        media_type: sealed.media_type.to_owned(),
    };
    // A form has no upload of its own: its entries stand under the file's digest.
    let id = file.digest.to_string();
    visit.desk().add_file(visit.site.vault()?, (&visit.worker, case), (&id, &file), None).await?;
    Ok(file)
}

fn refused(visit: &DeskVisit, name: &str, refusal: &UploadRefusal) -> NotDone {
    let status = match refusal {
        UploadRefusal::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
        UploadRefusal::StorageFull => StatusCode::INSUFFICIENT_STORAGE,
        UploadRefusal::ScannerUnavailable(_) | UploadRefusal::StorageUnavailable(_) => {
            StatusCode::SERVICE_UNAVAILABLE
        }
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let why = refusal.to_string();
    let args = [("name", Arg::from(name)), ("why", Arg::from(&why))];
    let text = visit.phrases().text("desk-upload-refused", &args);
    NotDone { status, text, reasons: Vec::new() }
}

fn broken(visit: &DeskVisit, name: &str, stop: &Stop) -> NotDone {
    tracing::error!(target: "attestor", reason = ?stop, "an upload failed");
    let text = visit.phrases().text("desk-upload-failed", &[("name", Arg::from(name))]);
    NotDone { status: StatusCode::SERVICE_UNAVAILABLE, text, reasons: Vec::new() }
}
