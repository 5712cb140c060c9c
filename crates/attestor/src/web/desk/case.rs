//! The dashboard of a case: how it stands, what is next, by when.
//!
//! Read in this order: `head` (the fact of the page), `timeline`, `rings`, `families`, `steps`,
//! `team`.

mod families;
mod head;
mod rings;
mod steps;
mod team;
mod timeline;

#[cfg(test)]
mod tests;

use askama::Template;
use attestor_core::desk::act::Act;
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::role::Right;
use axum::extract::Path;
use axum::http::StatusCode;

use self::families::{Family, Key};
use self::head::Head;
use self::rings::Ring;
use self::steps::{Due, Step};
use self::team::Team;
use self::timeline::Timeline;
use super::form::Typed;
use super::frame::Frame;
use super::look::Look;
use super::nav::{CaseNav, Here};
use super::refused::NotDone;
use super::told::{self, Line};
use super::visit::DeskVisit;
use crate::actions::desk::recorded;
use crate::web::access::{Need, Routes};
use crate::web::visit::{Refusal, Reply};

/// How many of the last acts the page shows.
const LINES: usize = 10;
/// How many are read for that: some are shown to nobody.
const READ: u64 = 40;

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    Routes::new().get("/desk/cases/{case}", Need::Case(Right::CaseRead), show).post(
        "/desk/cases/{case}/assign",
        Need::Case(Right::CaseLead),
        assign,
    )
}

#[derive(Template)]
#[template(path = "web/desk/case.html")]
struct Page<'v> {
    frame: Frame<'v>,
    nav: CaseNav,
    not_done: Option<NotDone>,
    head: Head,
    timeline: Option<Timeline>,
    rings: Vec<Ring>,
    families: Vec<Family>,
    keys: Vec<Key>,
    approved: String,
    steps: Vec<Step>,
    more_steps: String,
    dues: Vec<Due>,
    sample: String,
    team: Team,
    lines: Vec<Line>,
    seen: u64,
}

async fn show(visit: DeskVisit, Path(case_id): Path<String>) -> Reply {
    let file = visit.case(&case_id).await?;
    page(&visit, &file, None).await
}

/// Gives the case to an analyst, or takes it away.
async fn assign(visit: DeskVisit, Path(case_id): Path<String>, typed: Typed) -> Reply {
    let analyst = Some(typed.get("analyst").to_owned()).filter(|account| !account.is_empty());
    let people = team::analysts(&visit).await?;
    let named = people.iter().find(|(account, _)| Some(account) == analyst.as_ref());
    let name = named.map(|(_, name)| name.clone()).unwrap_or_default();
    if analyst.is_some() && named.is_none() {
        let file = visit.case(&case_id).await?;
        let told = NotDone::fault(visit.phrases(), "desk-case-no-analyst");
        return page(&visit, &file, Some(told)).await;
    }
    match visit.act(&case_id, typed.seen(), Act::Assign { analyst, name }).await {
        Ok(_) => visit.done(&Here::Overview.address(&case_id), "desk-done-assigned"),
        Err(refused) => {
            let told = NotDone::of(refused, visit.phrases())?;
            let file = visit.case(&case_id).await?;
            page(&visit, &file, Some(told)).await
        }
    }
}

async fn page(visit: &DeskVisit, file: &CaseFile, not_done: Option<NotDone>) -> Reply {
    let look = Look::of(visit, file)?;
    let (lines, team) = (lines(&look).await?, team::team(&look).await?);
    let nav = CaseNav::new(visit, file, Here::Overview);
    let head = head::head(&look);
    let (steps, more_steps) = steps::steps(&look);
    let way: Vec<_> = nav.way.iter().take(1).cloned().collect();
    let title = format!("{} · {}", head.fact, file.case.app.name);
    let status = not_done.as_ref().map_or(StatusCode::OK, |told| told.status);
    let page = Page {
        frame: visit.frame(title).with_way(&way, &file.case.app.name),
        not_done,
        timeline: timeline::timeline(&look),
        rings: rings::rings(&look),
        families: families::families(&look),
        keys: families::keys(&look),
        approved: families::approved(&look),
        steps,
        more_steps,
        dues: steps::dues(&look),
        sample: head::sample(&look),
        team,
        lines,
        seen: file.number,
        nav,
        head,
    };
    visit.page_with(status, &page)
}

/// The last acts, newest first. One statement.
async fn lines(look: &Look<'_>) -> Result<Vec<Line>, Refusal> {
    let after = i64::try_from(look.file.number.saturating_sub(READ)).unwrap_or(0);
    let entries = look.visit.desk().store().case_acts(&look.file.id, after).await?;
    let (program, staff) = (look.rules.program, look.visit.worker.is_staff());
    let acts = recorded(&entries)?;
    let told = acts.iter().rev().filter_map(|one| told::line(look.phrases(), program, one, staff));
    Ok(told.take(LINES).collect())
}
