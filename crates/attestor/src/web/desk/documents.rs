//! The initial documents: what is due and why, what is there, and the review of both.
//!
//! Read in this order: `rows` (one row a kind of document).

mod rows;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use askama::Template;
use attestor_core::day::Day;
use attestor_core::desk::act::Act;
use attestor_core::desk::file::{CaseFile, Stage};
use attestor_core::desk::role::Right;
use attestor_core::id::Id;
use axum::extract::{Multipart, Path};
use axum::http::StatusCode;

use self::rows::Row;
use super::files::Sent;
use super::form::Typed;
use super::frame::Frame;
use super::look::Look;
use super::nav::{CaseNav, Here};
use super::refused::NotDone;
use super::visit::DeskVisit;
use crate::web::access::{Need, Routes};
use crate::web::visit::Reply;

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/desk/cases/{case}/documents", Need::Case(Right::CaseRead), show)
        .post("/desk/cases/{case}/documents/add", Need::Case(Right::CaseHandIn), add)
        .post("/desk/cases/{case}/documents", Need::Case(Right::CaseHandIn), hand_in)
        .post("/desk/cases/{case}/documents/review", Need::Case(Right::CaseReview), review)
}

#[derive(Template)]
#[template(path = "web/desk/documents.html")]
struct Page<'v> {
    frame: Frame<'v>,
    nav: CaseNav,
    not_done: Option<NotDone>,
    heading: String,
    returned: String,
    lacks: Vec<String>,
    due: Vec<Row>,
    later: Vec<Row>,
    seen: u64,
    today: String,
    may_add: bool,
    may_submit: bool,
    may_review: bool,
    reason: String,
}

async fn show(visit: DeskVisit, Path(case_id): Path<String>) -> Reply {
    let file = visit.case(&case_id).await?;
    page(&visit, &file, &Typed::default(), None)
}

/// Adds a document: a form with a file.
async fn add(visit: DeskVisit, Path(case_id): Path<String>, form: Multipart) -> Reply {
    let file = visit.case(&case_id).await?;
    let sent = Sent::read(&visit, &file, form).await;
    let act = added(&visit, &file, &sent).await?;
    done(&visit, &file, &sent.typed, act).await
}

/// The act of a form with a file, or why there is none.
async fn added(
    visit: &DeskVisit,
    file: &CaseFile,
    sent: &Sent,
) -> Result<Result<Act, NotDone>, crate::web::visit::Refusal> {
    let fault = |key: &str| Ok(Err(NotDone::fault(visit.phrases(), key)));
    if let Some(told) = &sent.not_done {
        return Ok(Err(told.clone()));
    }
    let Some(kind) = Id::parse(sent.typed.get("kind")) else {
        return fault("desk-documents-no-kind");
    };
    let dated_on = match sent.typed.get("dated_on") {
        "" => None,
        day => match Day::parse(day) {
            Some(day) => Some(day),
            None => return fault("desk-documents-no-day"),
        },
    };
    match sent.file(visit, &file.organization, "file").await? {
        Some(file) => Ok(Ok(Act::AddDocument { kind, file, dated_on })),
        None => fault("desk-documents-no-file"),
    }
}

/// Takes a document back, or hands all of them in.
async fn hand_in(visit: DeskVisit, Path(case_id): Path<String>, typed: Typed) -> Reply {
    let file = visit.case(&case_id).await?;
    let act = match (typed.get("do"), Id::parse(typed.get("document"))) {
        ("remove", Some(document)) => Ok(Act::RemoveDocument { document }),
        ("submit", _) => Ok(Act::SubmitDocuments {}),
        _ => Err(NotDone::fault(visit.phrases(), "desk-scope-no-form")),
    };
    done(&visit, &file, &typed, act).await
}

/// Accepts the documents, or gives them back.
async fn review(visit: DeskVisit, Path(case_id): Path<String>, typed: Typed) -> Reply {
    let file = visit.case(&case_id).await?;
    let act = match typed.get("do") {
        "accept" => Ok(Act::AcceptDocuments { draw: None }),
        "return" => Ok(Act::ReturnDocuments {
            reason: typed.get("reason").to_owned(),
            documents: reasons(&file, &typed),
        }),
        _ => Err(NotDone::fault(visit.phrases(), "desk-scope-no-form")),
    };
    done(&visit, &file, &typed, act).await
}

/// Why single documents go back: the texts of their fields.
fn reasons(file: &CaseFile, typed: &Typed) -> BTreeMap<Id, String> {
    let there = file.documents.iter().filter(|document| !document.removed);
    let reason = |id: &Id| typed.get(&format!("reason-{id}")).to_owned();
    there
        .map(|document| (document.id.clone(), reason(&document.id)))
        .filter(|(_, reason)| !reason.is_empty())
        .collect()
}

/// Does an act and comes back, or gives the page back with what was typed.
async fn done(
    visit: &DeskVisit,
    file: &CaseFile,
    typed: &Typed,
    act: Result<Act, NotDone>,
) -> Reply {
    let told = match act {
        Err(told) => told,
        Ok(act) => {
            let key = key(&act);
            match visit.act(&file.id, typed.seen(), act).await {
                Ok(_) => return visit.done(&Here::Documents.address(&file.id), key),
                Err(refused) => NotDone::of(refused, visit.phrases())?,
            }
        }
    };
    let file = visit.case(&file.id).await?;
    page(visit, &file, typed, Some(told))
}

/// What is said after an act.
const fn key(act: &Act) -> &'static str {
    match act {
        Act::AddDocument { .. } => "desk-done-document",
        Act::SubmitDocuments {} => "desk-done-documents-submitted",
        Act::ReturnDocuments { .. } => "desk-done-documents-returned",
        Act::AcceptDocuments { .. } => "desk-done-documents-accepted",
        _ => "desk-done-document-removed",
    }
}

fn page(visit: &DeskVisit, file: &CaseFile, typed: &Typed, not_done: Option<NotDone>) -> Reply {
    let look = Look::of(visit, file)?;
    let nav = CaseNav::new(visit, file, Here::Documents);
    let room = visit.t("desk-room-documents");
    let stage = file.stage();
    let (due, later) = rows::rows(&look, typed);
    let status = not_done.as_ref().map_or(StatusCode::OK, |told| told.status);
    let gathering = matches!(stage, Stage::NotStarted | Stage::InitialDocuments);
    let scope = look.assessment.scope.needs_decision.iter().chain(&look.assessment.scope.returned);
    let page = Page {
        frame: visit.frame(format!("{room} · {}", nav.app)).with_way(&nav.way, &room),
        not_done,
        heading: heading(&look, stage, &due),
        returned: file.documents_returned.clone().unwrap_or_default(),
        lacks: scope.map(|it| look.reason(it)).collect(),
        due,
        later,
        seen: file.number,
        today: visit.today.to_string(),
        may_add: gathering && look.may(Right::CaseHandIn),
        may_submit: stage == Stage::InitialDocuments && look.may(Right::CaseHandIn),
        may_review: stage == Stage::DocumentsReview && look.may(Right::CaseReview),
        reason: typed.raw("reason").to_owned(),
        nav,
    };
    visit.page_with(status, &page)
}

/// The fact of the page.
fn heading(look: &Look<'_>, stage: Stage, due: &[Row]) -> String {
    match stage {
        Stage::NotStarted | Stage::InitialDocuments => {
            look.counted("desk-documents-lacking", due.iter().filter(|row| !row.counts).count())
        }
        Stage::DocumentsReview => look.t("desk-fact-documents_review"),
        _ => {
            let day = look.file.case.dates.documents_accepted_on;
            let day = day.map(|day| look.day(day).text).unwrap_or_default();
            let args = [("day", crate::phrases::Arg::from(&day))];
            look.text("desk-documents-accepted", &args)
        }
    }
}
