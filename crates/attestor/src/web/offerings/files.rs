//! A version to take along: as one YAML file, as the files of a folder in a ZIP archive, as a page.

use std::io::{Cursor, Write as _};

use attestor_core::trust::model::Trust;
use attestor_core::trust::page::write as page;
use attestor_core::trust::write;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{publisher, refused};
use crate::stop::Stop;
use crate::web::seat::Seat;
use crate::web::visit::{Refusal, Reply};

/// Sends a file of a version: `trust.yaml`, `trust.zip`, or a page by its id with `.md`.
pub(super) async fn send(seat: Seat, Path((number, file)): Path<(i64, String)>) -> Reply {
    let who = publisher(seat.caller()?)?;
    let portals = &seat.site.portals;
    let row = portals.version(who.organization, number).await.map_err(refused)?;
    let (media_type, bytes) = match file.as_str() {
        "trust.yaml" => ("application/yaml", row.content.into_bytes()),
        "trust.zip" => ("application/zip", zipped(&portals.trust_of(&row)?)?),
        other => {
            let id = other.strip_suffix(".md").ok_or(Refusal::NotFound)?;
            let trust = portals.trust_of(&row)?;
            let layout = trust.pages.iter().find(|it| it.id.value == *id);
            let text = page::write(&trust, layout.ok_or(Refusal::NotFound)?);
            ("text/markdown; charset=utf-8", text.into_bytes())
        }
    };
    Ok(attachment(media_type, bytes, &format!("portal-{number}-{file}")))
}

fn attachment(media_type: &'static str, bytes: Vec<u8>, name: &str) -> Response {
    let fields = [(header::CONTENT_TYPE, media_type), (header::CACHE_CONTROL, "no-store")];
    let mut answer = (fields, bytes).into_response();
    let plain: String = name
        .chars()
        .filter(|it| it.is_ascii_alphanumeric() || matches!(it, '-' | '.' | '_'))
        .collect();
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{plain}\"")) {
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    answer
}

/// The files of a folder, as `attestor trust` reads them.
fn zipped(trust: &Trust) -> Result<Vec<u8>, Stop> {
    let failed = |error: &dyn std::fmt::Display| Stop::Failure(format!("cannot pack: {error}"));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for file in write::files(trust) {
        let options = SimpleFileOptions::default();
        archive.start_file(file.path, options).map_err(|error| failed(&error))?;
        archive.write_all(file.text.as_bytes()).map_err(|error| failed(&error))?;
    }
    Ok(archive.finish().map_err(|error| failed(&error))?.into_inner())
}
