//! Files: sent in pieces, which may be repeated after a cut, and given out as attachments.

use attestor_core::desk::act::FileRef;
use attestor_core::desk::file::CaseFile;
use attestor_core::digest::Digest;
use axum::body::Body;
use axum::extract::{Path, Request};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::TryStreamExt as _;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::call::{Answered, Call, bytes, expect_json, json, put, read, text};
use super::once::{self, Once};
use super::refusal::No;
use super::shapes::File;
use crate::actions::desk::Desk;
use crate::actions::desk::evidence::RefusedUpload;
use crate::vault::{Offer, Sealed, Upload, UploadId, UploadRefusal, Vault};
use crate::web::api::problem::Problem;

/// The field that tells where a piece begins.
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");

/// A file that somebody wants to send.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Announced {
    /// Its name with its ending, without folders.
    name: String,
    /// How many bytes will come.
    size_bytes: u64,
    /// The digest of the bytes, if it is known: what arrives must have it.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    sha256: Option<Digest>,
}

/// An upload under way.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct UnderWay {
    /// Its id.
    id: String,
    /// The file's name as it will be shown.
    name: String,
    /// How many bytes were announced.
    size_bytes: Option<u64>,
    /// How many are there: where the next piece begins.
    offset: u64,
    /// Where pieces go.
    url: String,
}

impl UnderWay {
    fn of(upload: &Upload, case: &str, call: &Call) -> Self {
        let public_url = &call.site.settings.public_url;
        Self {
            id: upload.id.to_string(),
            name: upload.offer.name.clone(),
            size_bytes: upload.offer.size,
            offset: upload.offset,
            url: format!("{public_url}/api/v1/cases/{case}/uploads/{}", upload.id),
        }
    }
}

pub(super) fn vault(call: &Call) -> Result<&Vault, No> {
    let none = || No::new(StatusCode::SERVICE_UNAVAILABLE, "this server takes no files");
    call.site.vault.as_ref().ok_or_else(none)
}

/// Begins an upload. Pieces follow, then `finish`.
#[utoipa::path(
    post,
    path = "/api/v1/cases/{case}/uploads",
    tag = "files",
    params(("case" = String, Path, description = "The case's id")),
    request_body = Announced,
    responses((status = 201, description = "It has begun; `Location` is where pieces go", body = UnderWay))
)]
pub(in crate::web::api) async fn begin(
    call: Call,
    Path(case): Path<String>,
    request: Request,
) -> Response {
    call.tell(begun(&call, &case, request).await)
}

async fn begun(call: &Call, case: &str, request: Request) -> Answered {
    call.asked(&[])?;
    expect_json(&call.headers)?;
    let body = bytes(request).await?;
    let once = Once::read(call, &body)?;
    if let Some(answer) = once::before(call, once.as_ref()).await? {
        return Ok(answer);
    }
    let Announced { name, size_bytes, sha256 } = read(&body)?;
    let file = call.case(case).await?;
    let offer = Offer {
        organization: file.organization.clone(),
        name,
        size: Some(size_bytes),
        sha256,
        by: call.worker.account.clone(),
        at: call.desk().clock().now(),
    };
    let upload = match vault(call)?.begin(offer).await {
        Ok(upload) => UnderWay::of(&upload, case, call),
        Err(refusal) => return Err(refused(call, &file, "", refusal).await?),
    };
    if let Some(once) = once {
        once.keep(call, StatusCode::CREATED, &text(&upload)?).await?;
    }
    let mut answer = json(StatusCode::CREATED, &upload)?;
    put(&mut answer, header::LOCATION, &upload.url);
    put(&mut answer, OFFSET, "0");
    Ok(answer)
}

/// An upload of the caller for a case; those of others are not found.
async fn own(call: &Call, file: &CaseFile, upload: &str) -> Result<Upload, No> {
    let id = UploadId::parse(upload).ok_or_else(|| No::not_found("upload"))?;
    let state = vault(call)?.state(&id).await;
    let state = state.map_err(|refusal| told(&refusal))?;
    let is_own =
        state.offer.organization == file.organization && state.offer.by == call.worker.account;
    if is_own { Ok(state) } else { Err(No::not_found("upload")) }
}

/// How far an upload is.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{case}/uploads/{upload}",
    tag = "files",
    params(
        ("case" = String, Path, description = "The case's id"),
        ("upload" = String, Path, description = "The upload's id"),
    ),
    responses((status = 200, description = "The upload", body = UnderWay))
)]
pub(in crate::web::api) async fn state(
    call: Call,
    Path((case, upload)): Path<(String, String)>,
) -> Response {
    let found = async {
        let file = call.case(&case).await?;
        let state = own(&call, &file, &upload).await?;
        let mut answer = json(StatusCode::OK, &UnderWay::of(&state, &case, &call))?;
        put(&mut answer, OFFSET, &state.offset.to_string());
        Ok(answer)
    };
    call.tell(found.await)
}

/// Adds a piece. What came before a cut stays, and the next piece begins where `Upload-Offset` says.
#[utoipa::path(
    patch,
    path = "/api/v1/cases/{case}/uploads/{upload}",
    tag = "files",
    params(
        ("case" = String, Path, description = "The case's id"),
        ("upload" = String, Path, description = "The upload's id"),
        ("Upload-Offset" = u64, Header, description = "Where the piece begins"),
    ),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 204, description = "It is there for good; `Upload-Offset` is where the next one begins"),
        (status = 409, description = "It does not begin where the last one ended; `Upload-Offset` tells where that was", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(in crate::web::api) async fn append(
    call: Call,
    Path((case, upload)): Path<(String, String)>,
    request: Request,
) -> Response {
    call.tell(appended(&call, (&case, &upload), request).await)
}

async fn appended(call: &Call, (case, upload): (&str, &str), request: Request) -> Answered {
    let offset = call.headers.get(OFFSET).and_then(|value| value.to_str().ok()?.parse().ok());
    let offset: u64 = offset.ok_or_else(|| No::parameter("Upload-Offset", "a number is wanted"))?;
    let form = call.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if form.is_some_and(|form| !form.starts_with("application/")) {
        let detail = "a piece has the type application/octet-stream";
        return Err(No::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail));
    }
    let file = call.case(case).await?;
    let state = own(call, &file, upload).await?;
    let pieces = request.into_body().into_data_stream();
    match vault(call)?.append_stream(&state.id, offset, pieces).await {
        Ok(next) => {
            let mut answer = StatusCode::NO_CONTENT.into_response();
            put(&mut answer, OFFSET, &next.to_string());
            Ok(answer)
        }
        Err(refusal) => Err(refused(call, &file, upload, refusal).await?),
    }
}

/// Throws an upload away.
#[utoipa::path(
    delete,
    path = "/api/v1/cases/{case}/uploads/{upload}",
    tag = "files",
    params(
        ("case" = String, Path, description = "The case's id"),
        ("upload" = String, Path, description = "The upload's id"),
    ),
    responses((status = 204, description = "Nothing of it is left"))
)]
pub(in crate::web::api) async fn cancel(
    call: Call,
    Path((case, upload)): Path<(String, String)>,
) -> Response {
    let gone = async {
        let file = call.case(&case).await?;
        let state = own(&call, &file, &upload).await?;
        vault(&call)?.cancel(&state.id).await.map_err(|refusal| told(&refusal))?;
        Ok(StatusCode::NO_CONTENT.into_response())
    };
    call.tell(gone.await)
}

/// Ends an upload: the bytes are judged and, if they pass, kept. What comes back is what acts name.
#[utoipa::path(
    post,
    path = "/api/v1/cases/{case}/uploads/{upload}/finish",
    tag = "files",
    params(
        ("case" = String, Path, description = "The case's id"),
        ("upload" = String, Path, description = "The upload's id"),
    ),
    responses(
        (status = 200, description = "The file is kept", body = File),
        (status = 409, description = "Bytes are missing; `Upload-Offset` tells from where on", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(in crate::web::api) async fn finish(
    call: Call,
    Path((case, upload)): Path<(String, String)>,
) -> Response {
    call.tell(finished(&call, &case, &upload).await)
}

async fn finished(call: &Call, case: &str, upload: &str) -> Answered {
    let once = Once::read(call, &[])?;
    if let Some(answer) = once::before(call, once.as_ref()).await? {
        return Ok(answer);
    }
    let file = call.case(case).await?;
    let state = own(call, &file, upload).await?;
    let sealed = match vault(call)?.seal(&state.id).await {
        Ok(sealed) => file_ref(sealed),
        Err(refusal) => return Err(refused(call, &file, upload, refusal).await?),
    };
    let kept = text(&File::from(&sealed))?;
    let request = once.as_ref().map(|once| once.repeatable(call));
    let repeat = request.as_ref().map(|request| (request, (200, kept)));
    let place = (upload, &sealed);
    call.desk().add_file(vault(call)?, (&call.worker, &file), place, repeat).await?;
    // Only now: until the row is there, the client can repeat this. What stays is swept later.
    if let Err(refusal) = vault(call)?.cancel(&state.id).await {
        tracing::warn!(target: "attestor", reason = %refusal, "an upload could not be ended");
    }
    once::done(call, once.as_ref(), || json(StatusCode::OK, &File::from(&sealed))).await
}

fn file_ref(sealed: Sealed) -> FileRef {
    FileRef {
        digest: sealed.digest,
        name: sealed.name,
        size_bytes: sealed.size,
        media_type: sealed.media_type.to_owned(),
    }
}

/// The problem of a refusal; one for good stays as an entry of the record, and only so.
async fn refused(
    call: &Call,
    file: &CaseFile,
    upload: &str,
    refusal: UploadRefusal,
) -> Result<No, No> {
    let no = told(&refusal);
    if !refusal.keeps_upload() && refusal != UploadRefusal::NotFound {
        let words = refusal.to_string();
        let noted = RefusedUpload { id: upload, code: refusal.code(), words: &words };
        call.desk().note_refused_upload(&call.worker, file, noted).await?;
    }
    Ok(no)
}

/// A refusal of the vault as a problem.
fn told(refusal: &UploadRefusal) -> No {
    let status = match refusal {
        UploadRefusal::NotFound => return No::not_found("upload"),
        UploadRefusal::WrongOffset(_) | UploadRefusal::Incomplete { .. } => StatusCode::CONFLICT,
        UploadRefusal::BrokenOff(_) => StatusCode::BAD_REQUEST,
        UploadRefusal::StorageFull => StatusCode::INSUFFICIENT_STORAGE,
        UploadRefusal::ScannerUnavailable(_) | UploadRefusal::StorageUnavailable(_) => {
            tracing::error!(target: "attestor", reason = %refusal, "a file could not be taken");
            StatusCode::SERVICE_UNAVAILABLE
        }
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let words = match refusal {
        // Addresses and paths of the machine are not for clients.
        UploadRefusal::ScannerUnavailable(_) => "the virus scanner cannot be asked".to_owned(),
        UploadRefusal::StorageUnavailable(_) => "files cannot be kept right now".to_owned(),
        other => other.to_string(),
    };
    let no = No::new(status, words).of_kind(refusal.code().replace('_', "-"));
    match refusal {
        UploadRefusal::WrongOffset(offset) | UploadRefusal::Incomplete { offset, .. } => {
            no.with_field(OFFSET, offset.to_string())
        }
        _ if status == StatusCode::SERVICE_UNAVAILABLE => no.with_field(header::RETRY_AFTER, "30"),
        _ => no,
    }
}

/// A file of a case, to be saved.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{case}/files/{digest}",
    tag = "files",
    params(
        ("case" = String, Path, description = "The case's id"),
        ("digest" = String, Path, description = "The digest of its bytes (SHA-256)"),
    ),
    responses((status = 200, description = "The bytes, as an attachment", body = Vec<u8>, content_type = "application/octet-stream"))
)]
pub(in crate::web::api) async fn file(
    call: Call,
    Path((case, digest)): Path<(String, String)>,
) -> Response {
    call.tell(given(&call, &case, &digest).await)
}

async fn given(call: &Call, case: &str, digest: &str) -> Answered {
    let case = call.case(case).await?;
    let none = || No::not_found("file");
    let digest = Digest::parse(digest).ok_or_else(none)?;
    let file = Desk::file_of(&case, digest).ok_or_else(none)?;
    let reading = vault(call)?.read(&case.organization, digest).await.map_err(|failure| {
        tracing::error!(target: "attestor", reason = %failure, %digest, "a file cannot be read");
        none()
    })?;
    let size = reading.size().to_string();
    let failed = |failure: crate::vault::ReadFailure| std::io::Error::other(failure.to_string());
    let mut answer = Body::from_stream(reading.into_stream().map_err(failed)).into_response();
    // The type is told for programs; browsers save every file and run none.
    put(&mut answer, header::CONTENT_TYPE, "application/octet-stream");
    put(&mut answer, header::CONTENT_LENGTH, &size);
    let name = utf8_percent_encode(&file.name, NON_ALPHANUMERIC);
    let attachment = format!("attachment; filename*=UTF-8''{name}");
    put(&mut answer, header::CONTENT_DISPOSITION, &attachment);
    Ok(answer)
}
