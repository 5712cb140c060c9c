//! Evidence on the page of its control: handed in, described anew, taken back.
//!
//! Read in this order:
//! - `offer`: the form for a piece, and what was typed into it as a piece.
//! - `piece`: a piece as the page shows it, with its older versions.
//! - this file: what is done with forms. A script sends the same forms and gets JSON back.

pub(super) mod offer;
pub(super) mod piece;

use attestor_core::desk::act::{Act, FileRef, Piece};
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::role::Right;
use attestor_core::id::Id;
use axum::extract::{Multipart, Path};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use serde::Serialize;

use super::controls::one::{self, Again};
use super::files::Sent;
use super::form::Typed;
use super::refused::NotDone;
use super::threads::act_anyway;
use super::visit::DeskVisit;
use crate::web::access::{Need, Routes};
use crate::web::visit::{Refusal, Reply};

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    let need = Need::Case(Right::CaseHandIn);
    let read = Need::Case(Right::CaseRead);
    Routes::new()
        .get("/desk/cases/{case}/controls/{control}/evidence", read, one::back)
        .post("/desk/cases/{case}/controls/{control}/evidence", need, add)
        .post("/desk/cases/{case}/controls/{control}/evidence/{piece}/describe", need, describe)
        .post("/desk/cases/{case}/controls/{control}/evidence/{piece}/remove", need, remove)
}

/// What a script is told.
#[derive(Serialize)]
struct Told<'a> {
    /// Where the page shows what was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    /// Why it was not done.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

/// Whether a script asks.
fn wants_json(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accepted.is_some_and(|accepted| accepted.starts_with("application/json"))
}

fn told(status: StatusCode, told: &Told<'_>) -> Reply {
    let json = serde_json::to_string(told);
    let json = json.map_err(|error| Refusal::Failed(error.to_string().into()))?;
    Ok((status, [(header::CONTENT_TYPE, "application/json")], json).into_response())
}

fn parsed(id: &str) -> Result<Id, Refusal> {
    Id::parse(id).ok_or(Refusal::NotFound)
}

/// Adds a piece: its file comes with the form, or was uploaded before.
async fn add(
    visit: DeskVisit,
    Path((case, control)): Path<(String, String)>,
    headers: HeaderMap,
    form: Multipart,
) -> Reply {
    let control = parsed(&control)?;
    let file = visit.case(&case).await?;
    let mut sent = Sent::read(&visit, &file, form).await;
    let handed_in = sent.file(&visit, &file.organization, "file").await?;
    let refused = match sent.not_done.take() {
        Some(not_done) => not_done,
        None => match put(&visit, &file, &control, (&sent.typed, handed_in.clone())).await? {
            Ok(id) => {
                let place = format!("/desk/cases/{case}/controls/{control}");
                let key = "desk-done-evidence";
                if wants_json(&headers) {
                    let address = Some(format!("{place}?done={key}#{id}"));
                    return told(StatusCode::OK, &Told { address, text: None });
                }
                return visit.done(&format!("{place}#{id}"), key);
            }
            Err(not_done) => not_done,
        },
    };
    if wants_json(&headers) {
        let text = Some(refused.text.as_str());
        return told(refused.status, &Told { address: None, text });
    }
    let again = Again { typed: &sent.typed, not_done: Some(refused), file: handed_in };
    one::answer(&visit, &case, &control, again).await
}

/// Records a piece; gives its id, or why not.
async fn put(
    visit: &DeskVisit,
    case: &CaseFile,
    control: &Id,
    (typed, handed_in): (&Typed, Option<FileRef>),
) -> Result<Result<Id, NotDone>, Refusal> {
    let fault = |key: &str| Ok(Err(NotDone::fault(visit.phrases(), key)));
    let Some(handed_in) = handed_in else { return fault("desk-fault-no-file") };
    let piece = match offer::piece_of(typed, control, case, handed_in) {
        Ok(piece) => piece,
        Err(key) => return fault(key),
    };
    let act = Act::AddEvidence { piece: Box::new(piece) };
    match act_anyway(visit, &case.id, act).await {
        Ok(number) => Ok(Ok(newest(visit, &case.id, number).await?)),
        Err(refused) => Ok(Err(NotDone::of(refused, visit.phrases())?)),
    }
}

/// The id of the piece that was added last, for the address.
async fn newest(visit: &DeskVisit, case: &str, _number: u64) -> Result<Id, Refusal> {
    let file = visit.case(case).await?;
    let own = file.pieces.iter().rev().find(|piece| piece.by.account == visit.worker.account);
    own.map(|piece| piece.id.clone()).ok_or(Refusal::NotFound)
}

type Place = Path<(String, String, String)>;

/// Changes what is said of a piece.
async fn describe(visit: DeskVisit, Path((case, control, piece)): Place, typed: Typed) -> Reply {
    let (control, id) = (parsed(&control)?, parsed(&piece)?);
    let file = visit.case(&case).await?;
    let kept = file.piece(&id).and_then(|piece| file.files.get(&piece.path)).cloned();
    let piece = offer::piece_of(&typed, &control, &file, kept.ok_or(Refusal::NotFound)?);
    let same = |piece: Piece| Piece { replaces: None, ..piece };
    let act = piece.map(|piece| {
        let piece = offer::with_other_targets(same(piece), &control, file.piece(&id));
        Act::DescribeEvidence { evidence: id.clone(), piece: Box::new(piece) }
    });
    done(&visit, (&case, &control), &typed, (act, "desk-done-described")).await
}

/// Takes a piece back.
async fn remove(visit: DeskVisit, Path((case, control, piece)): Place, typed: Typed) -> Reply {
    let (control, evidence) = (parsed(&control)?, parsed(&piece)?);
    let act = Ok(Act::RemoveEvidence { evidence });
    done(&visit, (&case, &control), &typed, (act, "desk-done-removed")).await
}

async fn done(
    visit: &DeskVisit,
    (case, control): (&str, &Id),
    typed: &Typed,
    (act, key): (Result<Act, &'static str>, &str),
) -> Reply {
    let not_done = match act {
        Ok(act) => match act_anyway(visit, case, act).await {
            Ok(_) => {
                let place = format!("/desk/cases/{case}/controls/{control}#evidence");
                return visit.done(&place, key);
            }
            Err(refused) => NotDone::of(refused, visit.phrases())?,
        },
        Err(key) => NotDone::fault(visit.phrases(), key),
    };
    let again = Again { typed, not_done: Some(not_done), file: None };
    one::answer(visit, case, control, again).await
}
