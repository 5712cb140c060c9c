//! A case to take along: its dossier with all files.

use axum::body::Body;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};

use super::call::{Answered, Call, put};
use super::uploads::vault;

/// The dossier of a case with all its files, as `attestor case export` writes it, in a tar archive.
/// Files that were erased when their time was over are not in it.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{case}/dossier",
    tag = "cases",
    params(("case" = String, Path, description = "The case's id")),
    responses((status = 200, description = "A tar archive (POSIX 2001), as an attachment; one that has `dossier.yaml` is whole", body = Vec<u8>, content_type = "application/x-tar"))
)]
pub(in crate::web::api) async fn show(call: Call, Path(case): Path<String>) -> Response {
    call.tell(packed(&call, &case).await)
}

async fn packed(call: &Call, case: &str) -> Answered {
    call.asked(&[])?;
    let file = call.case(case).await?;
    let vault = vault(call)?;
    let packing = call.desk().pack(vault, &file).await?;
    let mut answer = Body::from_stream(packing.into_stream(vault.clone())).into_response();
    put(&mut answer, header::CONTENT_TYPE, "application/x-tar");
    let attachment = format!("attachment; filename=\"case-{}.tar\"", file.id);
    put(&mut answer, header::CONTENT_DISPOSITION, &attachment);
    Ok(answer)
}
