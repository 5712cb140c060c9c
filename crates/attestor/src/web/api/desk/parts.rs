//! Parts of a case: controls, evidence, documents, conversations, the assessment.

use std::sync::Arc;

use attestor_core::desk::file::CaseFile;
use axum::extract::Path;
use axum::response::Response;
use serde::Serialize;

use super::call::{Answered, Call};
use super::refusal::No;
use super::shapes::{
    ControlLine, ControlList, Document, DocumentList, Draft, Evidence, EvidenceList,
    NeededDocument, Thread, ThreadList, WholeControl,
};

/// Answers with what `make` gives of a case, unless the client has it.
async fn answer<T: Serialize>(
    call: &Call,
    case: &str,
    make: impl FnOnce(&Arc<CaseFile>) -> Result<T, No>,
) -> Answered {
    call.asked(&[])?;
    let file = call.case(case).await?;
    let value = make(&file)?;
    call.of_case(&file, &value)
}

/// All controls of the program and where each stands.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{case}/controls",
    tag = "cases",
    params(("case" = String, Path, description = "The case's id")),
    responses((status = 200, description = "The controls", body = ControlList), (status = 304, description = "Not changed"))
)]
pub(in crate::web::api) async fn controls(call: Call, Path(case): Path<String>) -> Response {
    let made = answer(&call, &case, |file| {
        let rules = call.rules(file)?;
        let found = rules.assess(file, call.desk().clock().today());
        let line = |it| ControlLine::of(file, rules.program, it, &call);
        Ok(ControlList { controls: found.controls.iter().map(line).collect() })
    });
    call.tell(made.await)
}

/// A control with why it stands as it does, its parts and its evidence.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{case}/controls/{control}",
    tag = "cases",
    params(
        ("case" = String, Path, description = "The case's id"),
        ("control" = String, Path, description = "The control's id"),
    ),
    responses((status = 200, description = "The control", body = WholeControl), (status = 304, description = "Not changed"))
)]
pub(in crate::web::api) async fn control(
    call: Call,
    Path((case, control)): Path<(String, String)>,
) -> Response {
    let made = answer(&call, &case, |file| {
        let rules = call.rules(file)?;
        let found = rules.assess(file, call.desk().clock().today());
        let outcome = found.controls.iter().find(|it| it.control.id.value == *control.as_str());
        let outcome = outcome.ok_or_else(|| No::not_found("control"))?;
        Ok(WholeControl::of(file, rules.program, outcome, &call))
    });
    call.tell(made.await)
}

/// All evidence, also replaced and taken back.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{case}/evidence",
    tag = "cases",
    params(("case" = String, Path, description = "The case's id")),
    responses((status = 200, description = "The evidence", body = EvidenceList), (status = 304, description = "Not changed"))
)]
pub(in crate::web::api) async fn evidence(call: Call, Path(case): Path<String>) -> Response {
    let made = answer(&call, &case, |file| {
        let piece = |piece| Evidence::of(file, piece, &call);
        Ok(EvidenceList { evidence: file.pieces.iter().map(piece).collect() })
    });
    call.tell(made.await)
}

/// The initial documents: what is asked for, and what was handed in.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{case}/documents",
    tag = "cases",
    params(("case" = String, Path, description = "The case's id")),
    responses((status = 200, description = "The documents", body = DocumentList), (status = 304, description = "Not changed"))
)]
pub(in crate::web::api) async fn documents(call: Call, Path(case): Path<String>) -> Response {
    let made = answer(&call, &case, |file| {
        let rules = call.rules(file)?;
        let found = rules.assess(file, call.desk().clock().today());
        Ok(DocumentList {
            submitted: file.documents_submitted,
            needed: found.documents.iter().map(|it| NeededDocument::of(it, &call)).collect(),
            documents: file.documents.iter().map(|it| Document::of(file, it, &call)).collect(),
        })
    });
    call.tell(made.await)
}

/// The conversations, with the words that the caller may read.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{case}/threads",
    tag = "cases",
    params(("case" = String, Path, description = "The case's id")),
    responses((status = 200, description = "The conversations", body = ThreadList), (status = 304, description = "Not changed"))
)]
pub(in crate::web::api) async fn threads(call: Call, Path(case): Path<String>) -> Response {
    let made = answer(&call, &case, |file| {
        let drafts = file.pending.get(&call.worker.account).into_iter().flatten();
        Ok(ThreadList {
            threads: file.threads.iter().filter_map(|it| Thread::of(it, &call)).collect(),
            drafts: drafts.map(Draft::of).collect(),
        })
    });
    call.tell(made.await)
}

/// What a decision today would be, in the form of `attestor assess --format json`. Points and pass
/// marks that the edition hides are null for publishers.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{case}/assessment",
    tag = "cases",
    params(("case" = String, Path, description = "The case's id")),
    responses((status = 200, description = "The assessment", body = Object), (status = 304, description = "Not changed"))
)]
pub(in crate::web::api) async fn assessment(call: Call, Path(case): Path<String>) -> Response {
    let made = answer(&call, &case, |file| {
        Ok(call.desk().assessed(&call.worker, file, call.phrases())?)
    });
    call.tell(made.await)
}
