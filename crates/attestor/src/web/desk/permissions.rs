//! The permissions that the app asks for: requested, attested, justified, given by others already,
//! and what the analyst says of each.
//!
//! `matrix`: one row a permission. `edit`: the publisher's list, by hand or from an app manifest.

mod edit;
mod matrix;

use askama::Template;
use attestor_core::certification::case::Judgment;
use attestor_core::certification::permissions::over_broad;
use attestor_core::desk::act::Act;
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::role::Right;
use axum::extract::Path;

use super::form::Typed;
use super::frame::Frame;
use super::refused::NotDone;
use super::special::{Back, Form, Here, Room, frame, send};
use super::threads::Threads;
use super::visit::DeskVisit;
use crate::phrases::Arg;
use crate::web::access::{Need, Routes};
use crate::web::visit::Reply;

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    let room = "/desk/cases/{case}/permissions";
    Routes::new()
        .get(room, Need::Case(Right::CaseRead), show)
        .post("/desk/cases/{case}/permissions/list", Need::Case(Right::CaseHandIn), list)
        .post("/desk/cases/{case}/permissions/import", Need::Case(Right::CaseHandIn), import)
        .post("/desk/cases/{case}/permissions/verdict", Need::Case(Right::CaseReview), verdict)
}

#[derive(Template)]
#[template(path = "web/desk/permissions.html")]
struct Permissions<'v> {
    frame: Frame<'v>,
    room: Room,
    not_done: Option<NotDone>,
    threads: Threads,
    lead: String,
    kept: Option<String>,
    rows: Vec<matrix::Row>,
    edit: Option<edit::Edit>,
}

async fn show(visit: DeskVisit, Path(case): Path<String>) -> Reply {
    let file = visit.case(&case).await?;
    page(&visit, &file, &Back::default())
}

fn page(visit: &DeskVisit, file: &CaseFile, back: &Back) -> Reply {
    let rules = visit.desk().rules(file)?;
    let room = Room::new(visit, file, Here::Permissions);
    let rows = matrix::rows(visit, file, rules.permissions, room.may, back)?;
    let title = title(visit, file, &rows);
    visit.page_with(
        back.status(),
        &Permissions {
            lead: lead(visit, file),
            kept: kept(visit, file),
            edit: room.may.hand_in.then(|| edit::edit(visit, file, back)),
            frame: frame(visit, &room, title),
            threads: Threads::about(visit, file, "permissions"),
            not_done: back.not_done.clone(),
            rows,
            room,
        },
    )
}

/// The fact of the page.
fn title(visit: &DeskVisit, file: &CaseFile, rows: &[matrix::Row]) -> String {
    let words = visit.phrases();
    let Some(requested) = &file.case.permissions else {
        return words.word("desk-permissions-title-none");
    };
    let open = rows.iter().filter(|row| row.is_open).count();
    let args = [("count", Arg::from(requested.len())), ("open", Arg::from(open))];
    words.text("desk-permissions-title", &args)
}

fn lead(visit: &DeskVisit, file: &CaseFile) -> String {
    visit.t(match file.case.permissions {
        Some(_) => "desk-permissions-lead",
        None => "desk-permissions-lead-none",
    })
}

/// What stands against the certificate as long as broad permissions are requested.
fn kept(visit: &DeskVisit, file: &CaseFile) -> Option<String> {
    let names: Vec<&str> = over_broad(&file.case).map(|it| it.requested.name.as_str()).collect();
    let joined = names.join(", ");
    let args = [("count", Arg::from(names.len())), ("names", Arg::from(&joined))];
    (!names.is_empty()).then(|| visit.phrases().text("desk-permissions-kept", &args))
}

async fn list(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let act = edit::listed(&typed).map(|permissions| Act::SetPermissions { permissions });
    let act = act.map_err(|key| NotDone::fault(visit.phrases(), key));
    let form =
        Form { typed, file: None, act, room: "permissions", done: "desk-done-permissions-list" };
    send(&visit, &case, form, page).await
}

async fn import(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let file = visit.case(&case).await?;
    let read = edit::imported(&visit, &file, &typed);
    let done = match &read {
        Ok((_, unknown)) if *unknown > 0 => "desk-done-permissions-import-part",
        _ => "desk-done-permissions-import",
    };
    let act = read.map(|(permissions, _)| Act::SetPermissions { permissions });
    send(&visit, &case, Form { typed, file: None, act, room: "permissions", done }, page).await
}

async fn verdict(visit: DeskVisit, Path(case): Path<String>, typed: Typed) -> Reply {
    let judgment = Judgment::parse(typed.get("judgment"));
    let reason = reason(&visit, &typed);
    let act = if judgment == Some(Judgment::OverBroad) && reason.is_empty() {
        Err(NotDone::fault(visit.phrases(), "desk-permissions-reason-needed"))
    } else {
        let permission = typed.get("permission").to_owned();
        Ok(Act::JudgePermission { permission, judgment, reason })
    };
    let form =
        Form { typed, file: None, act, room: "permissions", done: "desk-done-permissions-verdict" };
    send(&visit, &case, form, page).await
}

/// The analyst's words with the narrower permission that would do.
fn reason(visit: &DeskVisit, typed: &Typed) -> String {
    let (words, narrower) = (typed.get("reason"), typed.get("narrower"));
    if narrower.is_empty() {
        return words.to_owned();
    }
    let args = [("reason", Arg::from(words)), ("narrower", Arg::from(narrower))];
    visit.phrases().text("desk-permissions-would-do", &args).trim().to_owned()
}

#[cfg(test)]
mod tests;
