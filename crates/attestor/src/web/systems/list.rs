//! The systems of the own organization.

use askama::Template;
use attestor_core::trust::inherit::Share;
use axum::http::StatusCode;

use super::{USUAL, here, wire};
use crate::phrases::Arg;
use crate::web::desk_frame::DeskFrame;
use crate::web::seat::Seat;
use crate::web::visit::{Refusal, Reply};

#[derive(Template)]
#[template(path = "web/systems/list.html")]
struct Page<'s> {
    frame: DeskFrame<'s>,
    lines: Vec<Line>,
    /// The framework that the numbers are about.
    framework: String,
    name: String,
    fault: String,
}

/// A system.
struct Line {
    name: String,
    address: String,
    services: String,
    /// Inherited, shared, own, to review.
    counts: [String; 4],
    waits: bool,
    changed: String,
}

/// The list.
pub(super) async fn show(seat: Seat) -> Reply {
    page(&seat, "", None).await
}

/// The list with a name that was typed and what is wrong with it.
pub(super) async fn page(seat: &Seat, name: &str, fault: Option<String>) -> Reply {
    let portals = &seat.site.portals;
    let organization = seat.caller()?.organization().ok_or(Refusal::NotFound)?;
    let framework = portals.framework(USUAL).ok_or(Refusal::NotFound)?;
    let asked = portals.asked(framework);
    let published = portals.published().await?;
    let mut frame = DeskFrame::new(seat, seat.phrases().word("systems-title"));
    frame.said = (seat.asked("said") == "ended").then(|| frame.t("systems-said-ended"));
    let number =
        |count: usize| seat.phrases().formats().number(i64::try_from(count).unwrap_or(i64::MAX));
    let mut lines = Vec::new();
    for system in portals.systems(organization).await? {
        let day = portals.clock().today();
        let found = portals.standings(&published, &system.content, (framework.0, &asked), day);
        let shares = [Share::Inherited, Share::Shared, Share::Customer, Share::NeedsReview];
        let uses = [("count", Arg::from(system.content.uses.len()))];
        lines.push(Line {
            address: here(&system),
            services: frame.text("systems-services-count", &uses),
            counts: shares.map(|share| number(wire::count(&found, share))),
            waits: wire::count(&found, Share::NeedsReview) > 0,
            changed: frame.day(&system.changed_at),
            name: system.name,
        });
    }
    let status = if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = Page {
        lines,
        framework: framework.1.title.clone(),
        name: name.to_owned(),
        fault: fault.unwrap_or_default(),
        frame,
    };
    seat.page(status, &page)
}
