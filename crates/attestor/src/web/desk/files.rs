//! Files of evidence: taken from forms, and sent back as attachments that nothing runs.
//!
//! Read in this order:
//! - `take`: `Sent`, a form with files.
//! - this file: what the addresses send. `excerpt`: the beginning of a text, for a page.

mod excerpt;
mod take;

use attestor_core::desk::act::FileRef;
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::role::Right;
use attestor_core::digest::Digest;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

pub(in crate::web) use self::excerpt::excerpt;
pub(in crate::web) use self::take::{Sent, keep};
use super::visit::DeskVisit;
use crate::stop::Stop;
use crate::vault::ReadFailure;
use crate::web::access::{Need, Routes};
use crate::web::visit::{Refusal, Reply};

/// Nothing in a file may do anything, wherever a browser shows it.
const POLICY: HeaderValue =
    HeaderValue::from_static("sandbox; default-src 'none'; frame-ancestors 'none'");

/// The pictures that pages show.
const PICTURES: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/// What a name in a header field may keep as it is.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-').remove(b'_');

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    let need = Need::Case(Right::CaseRead);
    Routes::new().get("/desk/cases/{case}/files/{digest}", need, send).get(
        "/desk/cases/{case}/files/{digest}/image",
        need,
        send_picture,
    )
}

/// Where a file of a case is sent.
pub(in crate::web) fn address(file: &CaseFile, digest: Digest) -> String {
    format!("/desk/cases/{}/files/{digest}", file.id)
}

/// Whether a page can show a file as a picture.
pub(in crate::web) fn is_picture(media_type: &str) -> bool {
    PICTURES.contains(&media_type)
}

async fn send(visit: DeskVisit, Path((case, digest)): Path<(String, String)>) -> Reply {
    let (organization, file) = named(&visit, &case, &digest).await?;
    attachment(&visit, &organization, &file).await
}

async fn send_picture(visit: DeskVisit, Path((case, digest)): Path<(String, String)>) -> Reply {
    let (organization, file) = named(&visit, &case, &digest).await?;
    if !is_picture(&file.media_type) {
        return Err(Refusal::NotFound);
    }
    attachment(&visit, &organization, &file).await
}

/// The organization of a case, and the file of it with a digest. Another file of the organization is
/// none of this case.
async fn named(visit: &DeskVisit, case: &str, digest: &str) -> Result<(String, FileRef), Refusal> {
    let case = visit.case(case).await?;
    let digest = Digest::parse(digest).ok_or(Refusal::NotFound)?;
    let file = case.files.values().find(|file| file.digest == digest);
    let file = file.cloned().ok_or(Refusal::NotFound)?;
    Ok((case.organization.clone(), file))
}

/// A file as it is sent: verified piece by piece while it is read, so that a damaged one breaks off.
async fn attachment(visit: &DeskVisit, organization: &str, file: &FileRef) -> Reply {
    let reading = match visit.site.vault()?.read(organization, file.digest).await {
        Ok(reading) => reading,
        Err(ReadFailure::Missing) => return Err(Refusal::NotFound),
        Err(failure) => return Err(Stop::Failure(failure.to_string()).into()),
    };
    let size = reading.size();
    let mut answer: Response = Body::from_stream(reading.into_stream()).into_response();
    let name = utf8_percent_encode(&file.name, KEPT);
    let disposition = format!("attachment; filename*=UTF-8''{name}");
    let media_type = HeaderValue::from_str(&file.media_type)
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let fields = answer.headers_mut();
    fields.insert(header::CONTENT_TYPE, media_type);
    fields.insert(header::CONTENT_LENGTH, HeaderValue::from(size));
    fields.insert(header::CONTENT_SECURITY_POLICY, POLICY);
    fields.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        fields.insert(header::CONTENT_DISPOSITION, disposition);
    }
    Ok(answer)
}
