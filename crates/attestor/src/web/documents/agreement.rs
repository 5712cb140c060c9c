//! The agreement of the own portal: its versions, and who accepted which.

use askama::Template;
use axum::http::StatusCode;

use super::words;
use super::{Tab, tabs};
use crate::actions::trust::documents::agreements::{MOST_TEXT, MOST_TITLE};
use crate::store::trust::agreements::{AcceptanceRow, AgreementRow};
use crate::web::desk::form::Typed;
use crate::web::desk_frame::DeskFrame;
use crate::web::form::Faults;
use crate::web::seat::Seat;
use crate::web::visit::Reply;

#[derive(Template)]
#[template(path = "web/documents/agreement.html")]
struct Page<'s> {
    frame: DeskFrame<'s>,
    tabs: Vec<Tab>,
    faults: Faults,
    versions: Vec<AgreementRow>,
    acceptances: Vec<AcceptanceRow>,
    /// The number of the version that the form was made from; 0 for none.
    seen: i64,
    title: String,
    body: String,
    most_title: usize,
    most_text: usize,
}

/// The page.
pub(super) async fn show(seat: Seat) -> Reply {
    page(&seat, None, StatusCode::OK, Faults::default()).await
}

/// Writes a version.
pub(super) async fn write(seat: Seat, typed: Typed) -> Reply {
    let (caller, _) = super::owner(&seat)?;
    let seen = typed.get("version").parse().unwrap_or(-1);
    let texts = (typed.raw("title"), typed.raw("body"));
    match seat.site.portals.write_agreement(caller, seen, texts.0, texts.1).await {
        Ok(_) => Ok(Seat::go("/offerings/agreement?said=agreement")),
        Err(refused) => {
            let (status, faults) = words::told(refused, "", seat.phrases())?;
            page(&seat, Some(&typed), status, faults).await
        }
    }
}

async fn page(seat: &Seat, typed: Option<&Typed>, status: StatusCode, faults: Faults) -> Reply {
    let (_, organization) = super::owner(seat)?;
    let store = seat.site.portals.store();
    let versions = store.agreements_of(organization).await?;
    let newest = versions.first();
    let text = |name: &str, own: fn(&AgreementRow) -> &String| match typed {
        Some(typed) => typed.raw(name).to_owned(),
        None => newest.map(own).cloned().unwrap_or_default(),
    };
    let page = Page {
        frame: super::frame(seat, seat.phrases().word("documents-agreement-title")),
        tabs: tabs(seat),
        faults,
        acceptances: store.acceptances(organization).await?,
        seen: newest.map_or(0, |it| it.version),
        title: text("title", |it| &it.title),
        body: text("body", |it| &it.body),
        most_title: MOST_TITLE,
        most_text: MOST_TEXT,
        versions,
    };
    seat.page(status, &page)
}
