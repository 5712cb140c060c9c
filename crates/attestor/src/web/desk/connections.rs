//! Outside connections: which hosts the app talks to, whose they are, what for, and whether that is
//! explained.

use askama::Template;
use attestor_core::certification::case::{Service, ServiceOwner};
use attestor_core::desk::act::Act;
use attestor_core::desk::file::{CaseFile, Opinion};
use attestor_core::desk::role::Right;
use axum::extract::Path;

use super::form::Typed;
use super::frame::Frame;
use super::refused::NotDone;
use super::special::{Back, Choice, Form, Here, Room, choices, frame, said_by, send};
use super::threads::Threads;
use super::visit::DeskVisit;
use crate::phrases::Arg;
use crate::web::access::{Need, Routes};
use crate::web::shape::Mark;
use crate::web::visit::Reply;

/// Rows for hosts that are not listed yet.
const BLANK: usize = 3;

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/desk/cases/{case}/connections", Need::Case(Right::CaseRead), show)
        .post("/desk/cases/{case}/connections/list", Need::Case(Right::CaseHandIn), list)
        .post("/desk/cases/{case}/connections/verdict", Need::Case(Right::CaseReview), verdict)
}

#[derive(Template)]
#[template(path = "web/desk/connections.html")]
struct Connections<'v> {
    frame: Frame<'v>,
    room: Room,
    not_done: Option<NotDone>,
    threads: Threads,
    lead: String,
    rows: Vec<Row>,
    edit: Option<Edit>,
}

/// A host.
struct Row {
    host: String,
    owner: String,
    purpose: String,
    mark: Mark,
    words: String,
    by: String,
    judge: Option<Judge>,
    is_open: bool,
}

/// The analyst's form for a host.
struct Judge {
    reason: String,
    open: bool,
}

/// The publisher's form.
struct Edit {
    lines: Vec<Line>,
    open: bool,
}

/// A row of the publisher's form.
struct Line {
    number: usize,
    host: String,
    owners: Vec<Choice>,
    purpose: String,
}

async fn show(visit: DeskVisit, Path(case): Path<String>) -> Reply {
    let file = visit.case(&case).await?;
    page(&visit, &file, &Back::default())
}

fn page(visit: &DeskVisit, file: &CaseFile, back: &Back) -> Reply {
    let room = Room::new(visit, file, Here::Connections);
    let services = file.case.scope.services.as_deref().unwrap_or_default();
    let rows: Vec<Row> = services
        .iter()
        .map(|service| row(visit, file, service, room.may.review.then_some(back)))
        .collect();
    let title = title(visit, file, &rows);
    visit.page_with(
        back.status(),
        &Connections {
            lead: visit.t("desk-connections-lead"),
            edit: room.may.hand_in.then(|| edit(visit, services, back)),
            frame: frame(visit, &room, title),
            threads: Threads::about(visit, file, "connections"),
            not_done: back.not_done.clone(),
            rows,
            room,
        },
    )
}

fn title(visit: &DeskVisit, file: &CaseFile, rows: &[Row]) -> String {
    if file.case.scope.services.is_none() {
        return visit.t("desk-connections-title-none");
    }
    let open = rows.iter().filter(|row| row.is_open).count();
    let args = [("count", Arg::from(rows.len())), ("open", Arg::from(open))];
    visit.phrases().text("desk-connections-title", &args)
}

fn row(visit: &DeskVisit, file: &CaseFile, service: &Service, back: Option<&Back>) -> Row {
    let opinion = file.services.get(&service.host);
    let purpose = service.purpose.clone().unwrap_or_default();
    let (class, symbol, key) = standing(opinion, &purpose);
    let judge = back.map(|back| {
        let typed = back.of("verdict").filter(|typed| typed.get("host") == service.host);
        Judge {
            open: typed.is_some(),
            reason: typed.map_or_else(String::new, |typed| typed.raw("reason").to_owned()),
        }
    });
    Row {
        host: service.host.clone(),
        owner: visit.t(&format!("desk-connections-owner-{}", service.owner)),
        mark: Mark::new(class, symbol, visit.t(key)),
        words: opinion.map_or_else(String::new, |it| it.reason.clone()),
        by: opinion.map_or_else(String::new, |it| said_by(visit, &it.by, it.at)),
        is_open: class != "ok",
        purpose,
        judge,
    }
}

/// Class, symbol and word for a host: the analyst's word counts before the publisher's.
fn standing(
    opinion: Option<&Opinion>,
    purpose: &str,
) -> (&'static str, &'static str, &'static str) {
    match opinion {
        Some(it) if it.fine => ("ok", "check", "desk-connections-explained"),
        Some(_) => ("bad", "alert", "desk-connections-asked"),
        None if purpose.trim().is_empty() => ("warn", "empty", "desk-connections-unexplained"),
        None => ("info", "clock", "desk-connections-waiting"),
    }
}

fn edit(visit: &DeskVisit, services: &[Service], back: &Back) -> Edit {
    let known = |it: &Service| {
        let purpose = it.purpose.clone().unwrap_or_default();
        (it.host.clone(), it.owner.as_str().to_owned(), purpose)
    };
    let mut rows = match back.of("list") {
        Some(typed) => typed_rows(typed),
        None => services.iter().map(known).collect(),
    };
    let third_party = ServiceOwner::ThirdParty.as_str().to_owned();
    rows.extend(std::iter::repeat_n((String::new(), third_party, String::new()), BLANK));
    let line = |(number, (host, owner, purpose)): (usize, (String, String, String))| Line {
        number,
        owners: owners(visit, &owner),
        host,
        purpose,
    };
    let lines = (1..).zip(rows).map(line).collect();
    Edit { lines, open: services.is_empty() || back.of("list").is_some() }
}

fn owners(visit: &DeskVisit, chosen: &str) -> Vec<Choice> {
    let each = ServiceOwner::ALL
        .iter()
        .map(|it| (it.as_str().to_owned(), visit.t(&format!("desk-connections-owner-{it}"))));
    choices(each, chosen)
}

fn typed_rows(typed: &Typed) -> Vec<(String, String, String)> {
    let owners = typed.column("owner");
    let rows = typed.column("host").zip(owners).zip(typed.column("purpose"));
    rows.filter(|((host, _), purpose)| !host.is_empty() || !purpose.is_empty())
        .map(|((host, owner), purpose)| (host.to_owned(), owner.to_owned(), purpose.to_owned()))
        .collect()
}

/// The services that were typed; rows without a host are refused, empty ones left out.
fn services(typed: &Typed) -> Result<Vec<Service>, &'static str> {
    let service = |(host, owner, purpose): (String, String, String)| {
        let owner = ServiceOwner::parse(&owner).unwrap_or(ServiceOwner::ThirdParty);
        let spaced = host.chars().any(char::is_whitespace);
        if host.is_empty() || spaced {
            return Err("desk-connections-host-fault");
        }
        Ok(Service { host, owner, purpose: Some(purpose).filter(|it| !it.is_empty()) })
    };
    typed_rows(typed).into_iter().map(service).collect()
}

async fn list(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let act = services(&typed).map(|services| Act::SetServices { services });
    let act = act.map_err(|key| NotDone::fault(visit.phrases(), key));
    let form =
        Form { typed, file: None, act, room: "connections", done: "desk-done-connections-list" };
    send(&visit, &case, form, page).await
}

async fn verdict(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let explained = typed.get("explained") == "yes";
    let act = if !explained && typed.get("reason").is_empty() {
        Err(NotDone::fault(visit.phrases(), "desk-connections-reason-needed"))
    } else {
        let (host, reason) = (typed.get("host").to_owned(), typed.get("reason").to_owned());
        Ok(Act::JudgeService { host, explained, reason })
    };
    let form =
        Form { typed, file: None, act, room: "connections", done: "desk-done-connections-verdict" };
    send(&visit, &case, form, page).await
}

#[cfg(test)]
mod tests;
