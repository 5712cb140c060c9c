//! Before the start: the gates in order, how each stands, and who must act.
//!
//! Read in this order: `gates` (what the page says), `acts` (from a form to an act), `questions`
//! (answers that decide what is asked of the app).

mod acts;
mod gates;
mod questions;

#[cfg(test)]
mod tests;

use askama::Template;
use attestor_core::certification::case::Verification;
use attestor_core::desk::file::{AttestationReview, CaseFile, Stage};
use attestor_core::desk::role::Right;
use axum::extract::Path;
use axum::http::StatusCode;

use self::gates::Gate;
use self::questions::Question;
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
        .get("/desk/cases/{case}/start", Need::Case(Right::CaseRead), show)
        .post("/desk/cases/{case}/start", Need::Case(Right::CaseHandIn), hand_in)
        .post("/desk/cases/{case}/start/review", Need::Case(Right::CaseReview), review)
}

#[derive(Template)]
#[template(path = "web/desk/start.html")]
struct Page<'v> {
    frame: Frame<'v>,
    nav: CaseNav,
    not_done: Option<NotDone>,
    heading: String,
    gates: Vec<Gate>,
    against: Vec<String>,
    inconsistent: Vec<String>,
    seen: u64,
    may_hand_in: bool,
    may_review: bool,
    before: bool,
    may_withdraw: bool,
    review_waits: bool,
    in_catalog: bool,
    consent: bool,
    questions: Vec<Question>,
    verification: &'static str,
    typed: Filled,
}

/// What was typed.
struct Filled {
    page: String,
    reason: String,
    partner_id: String,
    why: String,
    withdraw: String,
}

async fn show(visit: DeskVisit, Path(case_id): Path<String>) -> Reply {
    let file = visit.case(&case_id).await?;
    page(&visit, &file, &Typed::default(), None).await
}

async fn hand_in(visit: DeskVisit, Path(case_id): Path<String>, typed: Typed) -> Reply {
    let file = visit.case(&case_id).await?;
    let act = acts::of_publisher(&visit, &file, &typed).await?;
    done(&visit, &file, &typed, act).await
}

async fn review(visit: DeskVisit, Path(case_id): Path<String>, typed: Typed) -> Reply {
    let file = visit.case(&case_id).await?;
    done(&visit, &file, &typed, acts::of_staff(&typed)).await
}

/// Does the act of a form, or gives the page back with what was typed.
async fn done(
    visit: &DeskVisit,
    file: &CaseFile,
    typed: &Typed,
    act: Result<attestor_core::desk::act::Act, &'static str>,
) -> Reply {
    let told = match act {
        Err(key) => NotDone::fault(visit.phrases(), key),
        Ok(act) => match visit.act(&file.id, typed.seen(), act).await {
            Ok(_) => return visit.done(&Here::Start.address(&file.id), "desk-done-start"),
            Err(refused) => NotDone::of(refused, visit.phrases())?,
        },
    };
    let file = visit.case(&file.id).await?;
    page(visit, &file, typed, Some(told)).await
}

async fn page(
    visit: &DeskVisit,
    file: &CaseFile,
    typed: &Typed,
    not_done: Option<NotDone>,
) -> Reply {
    let look = Look::of(visit, file)?;
    let nav = CaseNav::new(visit, file, Here::Start);
    let stage = file.stage();
    let before = stage == Stage::NotStarted;
    let open = !stage.is_over() && stage != Stage::DecisionProposed;
    let room = visit.t("desk-room-start");
    let status = not_done.as_ref().map_or(StatusCode::OK, |told| told.status);
    let index = visit.site.catalog.index().await?;
    let reason = |it: &attestor_core::certification::reason::Reason| look.reason(it);
    let page = Page {
        frame: visit.frame(format!("{room} · {}", nav.app)).with_way(&nav.way, &room),
        not_done,
        heading: gates::heading(&look),
        gates: gates::gates(&look),
        against: look.assessment.start.iter().filter(|_| before).map(reason).collect(),
        inconsistent: gates::inconsistent(&look),
        seen: file.number,
        may_hand_in: look.may(Right::CaseHandIn),
        may_review: look.may(Right::CaseReview),
        before,
        may_withdraw: open && look.may(Right::CaseHandIn),
        review_waits: file.attestation == AttestationReview::Submitted,
        in_catalog: index.get(&file.case.app.id).is_some(),
        consent: file.case.consent == attestor_core::certification::case::Consent::Given,
        questions: questions::questions(&look, typed),
        verification: match typed.get("verification") {
            "verified" => "verified",
            "not-applicable" => "not-applicable",
            "withdrawn" => "withdrawn",
            "unverified" => "unverified",
            _ => word(&file.case.verification),
        },
        typed: filled(file, typed),
        nav,
    };
    visit.page_with(status, &page)
}

/// A verification in one word.
const fn word(verification: &Verification) -> &'static str {
    match verification {
        Verification::Verified { .. } => "verified",
        Verification::NotApplicable { .. } => "not-applicable",
        Verification::Unverified => "unverified",
        Verification::Withdrawn => "withdrawn",
    }
}

fn filled(file: &CaseFile, typed: &Typed) -> Filled {
    let or = |name: &str, known: &str| {
        let text = typed.raw(name);
        if text.is_empty() { known.to_owned() } else { text.to_owned() }
    };
    let (partner, why) = match &file.case.verification {
        Verification::Verified { partner_id } => (partner_id.as_str(), ""),
        Verification::NotApplicable { reason } => ("", reason.as_str()),
        Verification::Unverified | Verification::Withdrawn => ("", ""),
    };
    Filled {
        page: or("page", ""),
        reason: or("reason", ""),
        partner_id: or("partner_id", partner),
        why: or("why", why),
        withdraw: or("withdraw", ""),
    }
}
