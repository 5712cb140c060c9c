//! What somebody watches, and the notices about it.

use std::collections::BTreeMap;

use askama::Template;
use attestor_core::desk::role::Right;
use attestor_core::trust::change::ItemKind;
use axum::http::StatusCode;

use super::access::{Need, Routes};
use super::desk::form::Typed;
use super::desk_frame::DeskFrame;
use super::seat::{Seat, way_on};
use super::visit::{Refusal, Reply};
use crate::actions::trust::Published;
use crate::actions::trust::notices::{Wanted, item_title};
use crate::actions::trust::publication::NotDone;
use crate::actions::trust::sentence;
use crate::phrases::Arg;
use crate::store::trust::{NoticeRow, WatchRow};

#[cfg(test)]
mod tests;

/// All addresses.
pub(super) fn routes() -> Routes {
    let need = Need::Right(Right::TokensOwn);
    Routes::new()
        .get("/watching", need, show)
        .post("/watching", need, watch)
        .post("/watching/seen", need, see)
        .post("/watching/mail", need, set_mail)
}

#[derive(Template)]
#[template(path = "web/watching.html")]
struct Page<'s> {
    frame: DeskFrame<'s>,
    lead: String,
    unseen: bool,
    /// The instant of the newest notice that the page shows.
    newest: String,
    /// Whether notices come by mail, too; `None` where nothing is mailed at all.
    mailed: Option<Mailed>,
    notices: Vec<Line>,
    groups: Vec<Group>,
}

/// Whether notices come by mail, too.
struct Mailed {
    words: String,
    on: bool,
}

/// A notice.
struct Line {
    text: String,
    address: String,
    at: String,
    day: String,
    fresh: bool,
}

/// What is watched of one portal.
struct Group {
    organization: String,
    id: String,
    items: Vec<Watched>,
}

/// Something that is watched.
struct Watched {
    kind: String,
    kind_text: String,
    item: String,
    title: String,
    address: String,
    gone: bool,
}

/// The page.
pub(super) async fn show(seat: Seat) -> Reply {
    let account = &seat.caller()?.account_id;
    let portals = &seat.site.portals;
    let rows = portals.store().notices_of(account).await?;
    let unseen = rows.iter().filter(|row| row.seen_at.is_none()).count();
    let watches = portals.store().watches_of(account).await?;
    let published = portals.published().await?;
    let frame = DeskFrame::new(&seat, seat.phrases().word("watching-title"));
    let page = Page {
        lead: frame.text("watching-lead", &[("count", Arg::from(unseen))]),
        unseen: unseen > 0,
        newest: rows.first().map(|row| row.at.clone()).unwrap_or_default(),
        mailed: mailed(&seat, &frame).await?,
        notices: rows.iter().map(|row| line(&seat, &frame, row)).collect(),
        groups: groups(&frame, &published, watches),
        frame,
    };
    seat.page(StatusCode::OK, &page)
}

async fn mailed(seat: &Seat, frame: &DeskFrame<'_>) -> Result<Option<Mailed>, Refusal> {
    if seat.site.mail.is_none() {
        return Ok(None);
    }
    let store = seat.site.portals.store();
    let Some(account) = store.account(&seat.caller()?.account_id).await? else { return Ok(None) };
    let on = store.takes_mail(&account.account_id).await?;
    let key = if on { "watching-mailed" } else { "watching-mailed-not" };
    let words = frame.text(key, &[("address", Arg::from(&account.email))]);
    Ok(Some(Mailed { words, on }))
}

fn line(seat: &Seat, frame: &DeskFrame<'_>, row: &NoticeRow) -> Line {
    Line {
        text: sentence::of(seat.phrases(), row),
        address: sentence::address(row),
        at: row.at.clone(),
        day: frame.time(&row.at),
        fresh: row.seen_at.is_none(),
    }
}

fn groups(frame: &DeskFrame<'_>, published: &Published, watches: Vec<WatchRow>) -> Vec<Group> {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for row in watches {
        let portal = published.of(&row.organization_id);
        let title = match (portal, ItemKind::parse(&row.item_kind)) {
            (Some(portal), Some(kind)) => item_title(&portal.trust, kind, &row.item_id),
            (None, _) | (_, None) => row.item_id.clone(),
        };
        let group = groups.entry(row.organization_id.clone()).or_insert_with(|| Group {
            organization: portal
                .map_or_else(|| frame.t("watching-portal-gone"), |portal| portal.name.clone()),
            id: row.organization_id.clone(),
            items: Vec::new(),
        });
        group.items.push(Watched {
            kind_text: frame.t(&format!("watching-kind-{}", row.item_kind)),
            address: sentence::item(&row.organization_id, &row.item_kind, &row.item_id),
            kind: row.item_kind,
            item: row.item_id,
            title,
            gone: portal.is_none(),
        });
    }
    groups.into_values().collect()
}

/// Begins or ends to watch, and goes on to where the button stood.
async fn watch(seat: Seat, typed: Typed) -> Reply {
    let kind = ItemKind::parse(typed.get("kind")).ok_or(Refusal::NotFound)?;
    let (organization, item) = (typed.get("organization"), typed.get("item"));
    let wanted = Wanted { organization, kind, item };
    let portals = &seat.site.portals;
    let done = match typed.get("on") {
        "0" => portals.unwatch(seat.caller()?, wanted).await,
        _ => portals.watch(seat.caller()?, wanted).await,
    };
    match done {
        Ok(()) => {
            let next = typed.get("next");
            Ok(Seat::go(if next.is_empty() { "/watching" } else { way_on(next) }))
        }
        Err(NotDone::NotFound) => Err(Refusal::NotFound),
        Err(NotDone::Failed(stop)) => Err(stop.into()),
        Err(NotDone::Outdated | NotDone::Faults(_) | NotDone::NotAccepted(_)) => {
            Err(Refusal::BadRequest)
        }
    }
}

/// Marks everything as seen that the page showed.
async fn see(seat: Seat, typed: Typed) -> Reply {
    let account = &seat.caller()?.account_id;
    let now = seat.now.to_string();
    seat.site.portals.store().see_notices(account, typed.get("newest"), &now).await?;
    Ok(Seat::go("/watching?done=watching-done-seen"))
}

/// Turns notices by mail on or off.
async fn set_mail(seat: Seat, typed: Typed) -> Reply {
    let takes = match typed.get("mail") {
        "on" => true,
        "off" => false,
        _ => return Err(Refusal::BadRequest),
    };
    let account = &seat.caller()?.account_id;
    seat.site.portals.store().set_takes_mail(account, takes).await?;
    Ok(Seat::go(&format!("/watching?done=watching-done-mail-{}", typed.get("mail"))))
}
