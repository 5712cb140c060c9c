//! The newest requests of one user without multifactor authentication: the evidence behind a cause.

use askama::Template;
use attestor_core::mfa::key::Key;
use attestor_core::mfa::moment::Micros;
use attestor_lake::RequestWithout;
use axum::extract::Path;
use axum::http::StatusCode;

use super::why::{moment, shown_name};
use super::{Asked, address};
use crate::actions::mfa::reports::MAX_EVIDENCE;
use crate::phrases::{Arg, Phrases};
use crate::web::desk_frame::DeskFrame;
use crate::web::seat::Seat;
use crate::web::visit::{Refusal, Reply};

#[derive(Template)]
#[template(path = "web/mfa/user.html")]
struct Page<'s> {
    frame: DeskFrame<'s>,
    title: String,
    about: String,
    rows: Vec<Row>,
}

/// A request.
struct Row {
    time: String,
    channel: String,
    app: String,
    operation: String,
    address: String,
    client: String,
    policies: String,
    id: String,
}

/// The page.
pub(super) async fn show(seat: Seat, Path(organization): Path<String>) -> Reply {
    let asked = Asked::of(&seat, &organization).await?;
    let (id, upn) = (seat.asked("id"), seat.asked("upn"));
    let key = match id.as_str() {
        "" => None,
        id => Some(Key::parse(id).ok_or(Refusal::BadRequest)?),
    };
    let found = asked.reports.requests_without(&asked.settings, asked.day, (key, &upn)).await?;
    let phrases = seat.phrases();
    let name = shown_name(phrases, &upn, &id);
    let title = phrases.text("mfa-user-title", &[("name", Arg::from(&name))]);
    let back = format!("{}?day={}", address(&organization), asked.day);
    let way = [(back, phrases.word("mfa-user-back"))];
    let frame = DeskFrame::new(&seat, title.clone()).with_way(&way, &name);
    let about = about(phrases, &asked);
    let page =
        Page { about, title, rows: found.iter().map(|it| row(phrases, it)).collect(), frame };
    seat.page(StatusCode::OK, &page)
}

fn about(phrases: &Phrases, asked: &Asked) -> String {
    let first = phrases.day(asked.day.plus_days(-attestor_core::mfa::metric::WINDOW_DAYS));
    let last = phrases.day(asked.day.plus_days(-1));
    let args = [
        ("organization", Arg::from(&asked.settings.organization)),
        ("first", Arg::from(&first)),
        ("last", Arg::from(&last)),
        ("zone", Arg::from(&asked.settings.zone)),
        ("most", Arg::from(MAX_EVIDENCE)),
    ];
    phrases.text("mfa-user-about", &args)
}

fn row(phrases: &Phrases, it: &RequestWithout) -> Row {
    let app = match (it.app_name.as_str(), it.app_id) {
        ("", Some(id)) => id.to_string(),
        (name, _) => name.to_owned(),
    };
    Row {
        time: moment(phrases, &Micros(it.ts).to_string()),
        channel: phrases.word(&format!("mfa-channel-{}", it.channel)),
        app,
        operation: it.operation.clone(),
        address: it.source_ip.clone(),
        client: it.client_app.clone(),
        policies: it.ca_status.clone(),
        id: it.request_id.to_string(),
    }
}
