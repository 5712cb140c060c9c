//! The addresses in the own portal, and whether they lead somewhere.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::StatusCode;

use super::publisher;
use crate::actions::trust::links::addresses;
use crate::store::trust::LinkRow;
use crate::web::address::{outside, spoken};
use crate::web::desk_frame::DeskFrame;
use crate::web::seat::Seat;
use crate::web::shape::Mark;
use crate::web::visit::Reply;

#[derive(Template)]
#[template(path = "web/offerings/links.html")]
struct Page<'s> {
    frame: DeskFrame<'s>,
    lines: Vec<Line>,
}

/// An address.
struct Line {
    address: Option<String>,
    text: String,
    mark: Mark,
    detail: String,
    checked: String,
    since: String,
    /// What is broken stands first.
    rank: u8,
}

/// The page: broken ones first.
pub(super) async fn show(seat: Seat) -> Reply {
    let who = publisher(seat.caller()?)?;
    let portals = &seat.site.portals;
    let there = portals.portal(who.organization).await?;
    let there = there.map(|portal| addresses(&portal.trust)).unwrap_or_default();
    let rows = portals.store().links_of(who.organization).await?;
    let known: BTreeMap<_, _> = rows.into_iter().map(|row| (row.address.clone(), row)).collect();
    let title = seat.phrases().word("offerings-links-title");
    let way = [("/offerings".to_owned(), seat.phrases().word("offerings-title"))];
    let frame = DeskFrame::new(&seat, title.clone()).with_way(&way, &title);
    let mut lines: Vec<Line> =
        there.iter().map(|address| line(&frame, address, known.get(address))).collect();
    lines.sort_by_key(|it| it.rank);
    seat.page(StatusCode::OK, &Page { lines, frame })
}

fn line(frame: &DeskFrame<'_>, address: &str, row: Option<&LinkRow>) -> Line {
    let state = row.map_or("untried", |row| row.state.as_str());
    let (class, symbol, rank) = match state {
        "broken" => ("bad", "cross", 0),
        "unclear" => ("warn", "alert", 1),
        "works" => ("ok", "check", 3),
        _ => ("none", "empty", 2),
    };
    let text = frame.t(&format!("offerings-link-{state}"));
    Line {
        address: outside(address).map(str::to_owned),
        text: spoken(address).to_owned(),
        mark: Mark { class, symbol, text },
        detail: row.map(|row| detail(frame, &row.detail)).unwrap_or_default(),
        checked: row.map(|row| frame.time(&row.checked_at)).unwrap_or_default(),
        since: row
            .and_then(|row| row.failing_since.as_deref())
            .map(|at| frame.day(at))
            .unwrap_or_default(),
        rank,
    }
}

/// What was answered: a status as it is, anything else in words.
fn detail(frame: &DeskFrame<'_>, detail: &str) -> String {
    if detail.bytes().all(|byte| byte.is_ascii_digit()) {
        return detail.to_owned();
    }
    frame.t(&format!("offerings-link-why-{detail}"))
}
