//! Scope: environments, connections, services, sites, addresses, inventory, sample.
//!
//! Read in this order: `acts` (from a form to an act), `lists` (rows of the forms), `outcome` (what
//! follows: the sample, and which controls are asked).

mod acts;
mod lists;
mod outcome;

#[cfg(test)]
mod tests;

use askama::Template;
use attestor_core::desk::act::Act;
use attestor_core::desk::file::{CaseFile, Stage};
use attestor_core::desk::role::Right;
use attestor_core::id::Id;
use axum::extract::Path;
use axum::http::StatusCode;

use self::lists::{Lists, Said};
use self::outcome::{Asked, Enlargeable, SampleView};
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
        .get("/desk/cases/{case}/scope", Need::Case(Right::CaseRead), show)
        .post("/desk/cases/{case}/scope", Need::Case(Right::CaseHandIn), hand_in)
        .post("/desk/cases/{case}/scope/enlarge", Need::Case(Right::CaseReview), enlarge)
        .post("/desk/cases/{case}/scope/redraw", Need::Case(Right::CaseReview), redraw)
}

#[derive(Template)]
#[template(path = "web/desk/scope.html")]
struct Page<'v> {
    frame: Frame<'v>,
    nav: CaseNav,
    not_done: Option<NotDone>,
    heading: String,
    lacks: Vec<String>,
    lists: Lists,
    statements: Vec<Said>,
    inventory_count: String,
    typed_inventory: String,
    sample: SampleView,
    asked: Asked,
    reason: String,
    seen: u64,
    may_edit: bool,
    may_redraw: bool,
    enlargeable: Vec<Enlargeable>,
}

async fn show(visit: DeskVisit, Path(case_id): Path<String>) -> Reply {
    let file = visit.case(&case_id).await?;
    page(&visit, &file, &Typed::default(), None)
}

async fn hand_in(visit: DeskVisit, Path(case_id): Path<String>, typed: Typed) -> Reply {
    let file = visit.case(&case_id).await?;
    let act = acts::act(visit.phrases(), &file, &typed);
    done(&visit, &file, &typed, act).await
}

async fn redraw(visit: DeskVisit, Path(case_id): Path<String>, typed: Typed) -> Reply {
    let file = visit.case(&case_id).await?;
    let reason = typed.get("reason").to_owned();
    done(&visit, &file, &typed, Ok(Act::Redraw { reason, draw: None })).await
}

async fn enlarge(visit: DeskVisit, Path(case_id): Path<String>, typed: Typed) -> Reply {
    let file = visit.case(&case_id).await?;
    let reason = typed.get("reason").to_owned();
    let component = Id::parse(typed.get("component"));
    let act = component.map(|component| Act::EnlargeSample { component, reason, to: None });
    let act = act.ok_or_else(|| NotDone::fault(visit.phrases(), "desk-scope-no-form"));
    done(&visit, &file, &typed, act).await
}

/// Does the act of a form and leads to its part of the page, or gives the page back.
async fn done(
    visit: &DeskVisit,
    file: &CaseFile,
    typed: &Typed,
    act: Result<Act, NotDone>,
) -> Reply {
    let told = match act {
        Err(told) => told,
        Ok(act) => match visit.act(&file.id, typed.seen(), act).await {
            Ok(_) => {
                let part = acts::part(typed.get("do"));
                let address = format!("{}#{part}", Here::Scope.address(&file.id));
                return visit.done(&address, "desk-done-scope");
            }
            Err(refused) => NotDone::of(refused, visit.phrases())?,
        },
    };
    let file = visit.case(&file.id).await?;
    page(visit, &file, typed, Some(told))
}

fn page(visit: &DeskVisit, file: &CaseFile, typed: &Typed, not_done: Option<NotDone>) -> Reply {
    let look = Look::of(visit, file)?;
    let nav = CaseNav::new(visit, file, Here::Scope);
    let room = visit.t("desk-room-scope");
    let review = &look.assessment.scope;
    let lacks = review.needs_decision.iter().chain(&review.returned);
    let lacks: Vec<String> = lacks.map(|it| look.reason(it)).collect();
    let stage = file.stage();
    let open = matches!(stage, Stage::NotStarted | Stage::InitialDocuments | Stage::EvidenceOpen);
    let may_draw = matches!(stage, Stage::EvidenceOpen | Stage::FinalReview)
        && file.case.draw.is_some()
        && look.may(Right::CaseReview);
    let status = not_done.as_ref().map_or(StatusCode::OK, |told| told.status);
    let page = Page {
        frame: visit.frame(format!("{room} · {}", nav.app)).with_way(&nav.way, &room),
        not_done,
        heading: look.counted("desk-scope-heading", lacks.len()),
        lacks,
        lists: lists::lists(&look, typed, open && look.may(Right::CaseHandIn)),
        statements: lists::statements(&look),
        inventory_count: look.counted("desk-scope-components", file.case.scope.components.len()),
        typed_inventory: typed.raw("inventory").to_owned(),
        sample: outcome::sample(&look),
        asked: outcome::asked(&look),
        reason: typed.raw("reason").to_owned(),
        seen: file.number,
        may_edit: open && look.may(Right::CaseHandIn),
        enlargeable: if may_draw && look.assessment.sample_outdated.is_none() {
            outcome::enlargeable(&look, typed.get("component"))
        } else {
            Vec::new()
        },
        may_redraw: may_draw && look.assessment.sample_outdated.is_some(),
        nav,
    };
    visit.page_with(status, &page)
}
