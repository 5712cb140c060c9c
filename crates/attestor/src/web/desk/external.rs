//! Reports on external frameworks: whether each counts and until when, what it covers, and the
//! statement of applicability.
//!
//! `report`: one card a report. `add`: the publisher's form. `applicability`: every control, in or
//! out, and why; as a page and as a file. `from_system`: the platform's report from a provider's portal.

mod add;
mod applicability;
mod from_system;
mod report;

use askama::Template;
use attestor_core::desk::act::Act;
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::role::Right;
use axum::extract::{Multipart, Path};

use self::from_system::Offers;
use super::files::Sent;
use super::form::Typed;
use super::frame::Frame;
use super::refused::NotDone;
use super::special::{Back, Choice, Form, Here, May, Room, frame, send, sent_file};
use super::threads::Threads;
use super::visit::DeskVisit;
use crate::phrases::Arg;
use crate::web::access::{Need, Routes};
use crate::web::visit::Reply;

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    let read = Need::Case(Right::CaseRead);
    let hand_in = Need::Case(Right::CaseHandIn);
    Routes::new()
        .get("/desk/cases/{case}/external", read, show)
        .post("/desk/cases/{case}/external/add", hand_in, add_report)
        .post("/desk/cases/{case}/external/from-system", hand_in, add_from_system)
        .post("/desk/cases/{case}/external/remove", hand_in, remove)
        .post("/desk/cases/{case}/external/verdict", Need::Case(Right::CaseReview), verdict)
        .get("/desk/cases/{case}/external/applicability", read, applicability::show)
        .get("/desk/cases/{case}/external/applicability.csv", read, applicability::csv)
        .get("/desk/cases/{case}/external/applicability.xlsx", read, applicability::xlsx)
}

#[derive(Template)]
#[template(path = "web/desk/external.html")]
struct External<'v> {
    frame: Frame<'v>,
    room: Room,
    not_done: Option<NotDone>,
    threads: Threads,
    reports: Vec<report::Report>,
    claims: Vec<String>,
    add: Option<add::Add>,
    offers: Vec<(String, Vec<Choice>)>,
}

async fn show(visit: DeskVisit, Path(case): Path<String>) -> Reply {
    let file = visit.case(&case).await?;
    let may_add = May::of(&visit, &file).hand_in;
    let offers = from_system::offers(&visit, &file, may_add).await?;
    page_with(&visit, &file, &Back::default(), offers)
}

/// The page of a form that comes back; what systems offer is shown when it is opened again.
fn page(visit: &DeskVisit, file: &CaseFile, back: &Back) -> Reply {
    page_with(visit, file, back, Offers::default())
}

fn page_with(visit: &DeskVisit, file: &CaseFile, back: &Back, offers: Offers) -> Reply {
    let rules = visit.desk().rules(file)?;
    let assessment = rules.assess(file, visit.today);
    let room = Room::new(visit, file, Here::External);
    let sheet = report::Sheet {
        visit,
        file,
        program: rules.program,
        may: room.may,
        back,
        origins: &offers.origins,
    };
    let reports = sheet.reports(&assessment);
    let counting = reports.iter().filter(|it| it.counts).count();
    let args = [("count", Arg::from(reports.len())), ("counting", Arg::from(counting))];
    let title = visit.phrases().text("desk-external-title", &args);
    visit.page_with(
        back.status(),
        &External {
            claims: sheet.claims(),
            add: room.may.hand_in.then(|| add::add(visit, file, rules.program, back)),
            frame: frame(visit, &room, title),
            threads: Threads::about(visit, file, "external"),
            not_done: back.not_done.clone(),
            offers: offers.groups,
            reports,
            room,
        },
    )
}

async fn add_report(visit: DeskVisit, Path(case): Path<String>, form: Multipart) -> Reply {
    let known = visit.case(&case).await?;
    let program = visit.desk().rules(&known)?.program;
    let mut sent = Sent::read(&visit, &known, form).await;
    let (file, fault) = sent_file(&visit, &known, &mut sent).await?;
    let fault_of = |key| NotDone::fault(visit.phrases(), key);
    let report = add::report(program, &sent.typed).map_err(fault_of);
    let act = match (fault, report, file.clone()) {
        (None, Ok(report), Some(file)) => Ok(Act::AddExternal { report: Box::new(report), file }),
        (Some(fault), ..) | (None, Err(fault), _) => Err(fault),
        (None, Ok(_), None) => Err(fault_of("desk-file-missing")),
    };
    let done = "desk-done-external-add";
    let form = Form { typed: sent.typed, file, act, room: "external", done };
    send(&visit, &case, form, page).await
}

async fn add_from_system(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let known = visit.case(&case).await?;
    let act = from_system::act(&visit, &known, &typed).await?;
    let done = "desk-done-external-add";
    send(&visit, &case, Form { typed, file: None, act, room: "external", done }, page).await
}

async fn remove(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let act = Ok(Act::RemoveExternal { path: typed.get("path").to_owned() });
    let form = Form { typed, file: None, act, room: "external", done: "desk-done-external-remove" };
    send(&visit, &case, form, page).await
}

async fn verdict(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let accepted = typed.get("accepted") == "yes";
    let reason = typed.get("reason").to_owned();
    let act = if !accepted && reason.is_empty() {
        Err(NotDone::fault(visit.phrases(), "desk-external-reason-needed"))
    } else {
        Ok(Act::JudgeExternal { path: typed.get("path").to_owned(), accepted, reason })
    };
    let done =
        if accepted { "desk-done-external-taken-back" } else { "desk-done-external-set-aside" };
    send(&visit, &case, Form { typed, file: None, act, room: "external", done }, page).await
}

#[cfg(test)]
mod tests;
