//! The organizations whose reports somebody may read, with their newest numbers.

use askama::Template;
use axum::http::StatusCode;

use super::{address, may_read};
use crate::actions::mfa::report::Report;
use crate::actions::mfa::report::document::Share;
use crate::actions::mfa::settings::Settings;
use crate::web::desk_frame::DeskFrame;
use crate::web::seat::Seat;
use crate::web::shape::Date;
use crate::web::visit::{Refusal, Reply};

#[derive(Template)]
#[template(path = "web/mfa/list.html")]
struct Page<'s> {
    frame: DeskFrame<'s>,
    lines: Vec<Line>,
}

/// An organization.
struct Line {
    name: String,
    address: String,
    day: Option<Date>,
    /// Its three numbers, in the order of the columns.
    shares: Vec<String>,
    /// What stands in the place of numbers.
    instead: String,
}

/// The list; who may read one report only is led to it.
pub(super) async fn show(seat: Seat) -> Reply {
    let caller = seat.caller()?;
    let reports = seat.site.reports.as_ref().ok_or(Refusal::NotFound)?;
    let all = reports.organizations().await?;
    let seen: Vec<Settings> =
        all.into_iter().filter(|it| may_read(caller, &it.organization)).collect();
    if let [only] = seen.as_slice() {
        return Ok(Seat::go(&address(&only.organization)));
    }
    let mut lines = Vec::new();
    for settings in &seen {
        let newest = reports.newest(&settings.organization).await?;
        lines.push(line(&seat, settings, newest.as_ref()));
    }
    let frame = DeskFrame::new(&seat, seat.phrases().word("mfa-list-title"));
    seat.page(StatusCode::OK, &Page { lines, frame })
}

fn line(seat: &Seat, settings: &Settings, newest: Option<&Report>) -> Line {
    let phrases = seat.phrases();
    let share = |share: Share| {
        let tenths = phrases.formats().tenths(share.part, share.whole);
        tenths.map_or_else(
            || phrases.word("mfa-no-activity"),
            |tenths| format!("{tenths}{}", phrases.formats().percent_sign()),
        )
    };
    let shares = newest.filter(|report| report.offered).map_or_else(Vec::new, |report| {
        let known = report.configuration.as_of.is_some();
        let accounts =
            if known { share(report.configuration.share) } else { phrases.word("mfa-unknown") };
        vec![accounts, share(report.portal.share), share(report.api.share)]
    });
    let instead = match newest {
        None => phrases.word("mfa-list-not-yet"),
        Some(report) if !report.offered => phrases.word("mfa-list-not-offered"),
        Some(_) => String::new(),
    };
    Line {
        name: settings.organization.clone(),
        address: address(&settings.organization),
        day: newest.map(|report| Date::new(report.day, phrases)),
        shares,
        instead,
    }
}
