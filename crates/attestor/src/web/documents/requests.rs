//! Requests for documents of the own portal: pending ones first.

use askama::Template;
use axum::http::StatusCode;

use super::words::{self, Title};
use super::{Tab, tabs};
use crate::actions::trust::documents::Refused;
use crate::actions::trust::documents::access::{Asked, FEWEST_DAYS, MOST_DAYS, USUAL_DAYS};
use crate::actions::trust::documents::requests::{Decision, MOST_WORDS};
use crate::actions::trust::documents::standing::asked;
use crate::phrases::Arg;
use crate::store::trust::requests::RequestRow;
use crate::web::desk::form::Typed;
use crate::web::desk_frame::DeskFrame;
use crate::web::form::Faults;
use crate::web::seat::Seat;
use crate::web::shape::Mark;
use crate::web::visit::{Refusal, Reply};

#[derive(Template)]
#[template(path = "web/documents/requests.html")]
struct Page<'s> {
    frame: DeskFrame<'s>,
    tabs: Vec<Tab>,
    faults: Faults,
    pending: Vec<Line>,
    others: Vec<Line>,
    fewest: i32,
    most: i32,
    usual: i32,
    most_words: usize,
}

/// A request.
struct Line {
    row: RequestRow,
    title: Title,
    mark: Mark,
    /// Until when, or since when, in a sentence; may be empty.
    when: String,
    /// Whether what was granted can be ended.
    ends: bool,
    /// What was typed into its form that came back.
    days: String,
    reason: String,
}

/// The page.
pub(super) async fn show(seat: Seat) -> Reply {
    page(&seat, &Typed::default(), StatusCode::OK, Faults::default()).await
}

/// Decides a request.
pub(super) async fn decide(seat: Seat, typed: Typed) -> Reply {
    let (caller, _) = super::owner(&seat)?;
    let id = super::id(typed.get("request")).ok_or(Refusal::NotFound)?;
    let (decision, said) = match typed.get("do") {
        "grant" => (Decision::Grant(typed.get("days").parse().unwrap_or_default()), "granted"),
        "refuse" => (Decision::Refuse(typed.raw("reason")), "refused"),
        "end" => (Decision::End(typed.raw("reason")), "ended"),
        _ => return Err(Refusal::BadRequest),
    };
    match seat.site.portals.decide_request(caller, id, decision).await {
        Ok(_) => Ok(Seat::go(&format!("/offerings/requests?said={said}"))),
        Err(refused) => {
            let is_field = matches!(&refused, Refused::Fault { field, .. } if !field.is_empty());
            let (status, faults) = words::told(refused, "", seat.phrases())?;
            // The form of one request among many: its fields have no anchors of their own.
            let faults = if is_field { faults.of_the_whole() } else { faults };
            page(&seat, &typed, status, faults).await
        }
    }
}

async fn page(seat: &Seat, typed: &Typed, status: StatusCode, faults: Faults) -> Reply {
    let (_, organization) = super::owner(seat)?;
    let portals = &seat.site.portals;
    let portal = portals.portal(organization).await?;
    let trust = portal.as_ref().map(|portal| &portal.trust);
    let rows = portals.store().requests_to(organization).await?;
    let line = |row: RequestRow| {
        let names = (row.item_kind.as_str(), row.item_id.as_str());
        let title = words::title_of(trust, names, seat.wished(), seat.phrases());
        line(row, title, seat, typed)
    };
    let (pending, others) = rows.into_iter().map(line).partition(|it| it.row.state == "asked");
    let page = Page {
        frame: super::frame(seat, seat.phrases().word("documents-requests-title")),
        tabs: tabs(seat),
        faults,
        pending,
        others,
        fewest: FEWEST_DAYS,
        most: MOST_DAYS,
        usual: USUAL_DAYS,
        most_words: MOST_WORDS,
    };
    seat.page(status, &page)
}

fn line(row: RequestRow, title: Title, seat: &Seat, typed: &Typed) -> Line {
    let state = asked(&row, seat.now.day());
    let (class, symbol, word) = match (state, row.state.as_str()) {
        (Asked::Waiting, _) => ("info", "clock", "asked"),
        (Asked::Granted(_), _) => ("ok", "check", "granted"),
        (Asked::Refused, _) => ("bad", "cross", "refused"),
        (Asked::Over, "ended") => ("none", "dash", "ended"),
        (Asked::Over, _) => ("none", "history", "over"),
        (Asked::Not, _) => ("none", "dash", "withdrawn"),
    };
    let frame = DeskFrame::new(seat, String::new());
    let day = match state {
        Asked::Granted(until) => seat.phrases().day(until),
        Asked::Over if row.state == "granted" => {
            frame.day(row.expires_at.as_deref().unwrap_or_default())
        }
        Asked::Waiting => String::new(),
        Asked::Not | Asked::Refused | Asked::Over => {
            frame.day(row.decided_at.as_deref().unwrap_or_default())
        }
    };
    let when = match state {
        Asked::Waiting => String::new(),
        Asked::Granted(_) => {
            seat.phrases().text("documents-request-until", &[("day", Arg::from(&day))])
        }
        Asked::Not | Asked::Refused | Asked::Over => {
            seat.phrases().text("documents-request-since", &[("day", Arg::from(&day))])
        }
    };
    let is_this = typed.get("request") == row.request_id;
    let typed = |name: &str| if is_this { typed.raw(name).to_owned() } else { String::new() };
    Line {
        title,
        mark: Mark::new(class, symbol, seat.phrases().word(&format!("documents-request-{word}"))),
        when,
        ends: matches!(state, Asked::Granted(_)),
        days: typed("days"),
        reason: typed("reason"),
        row,
    }
}
