//! What is published, the draft, and how a new one comes in.

use askama::Template;
use axum::extract::FromRequest as _;
use axum::extract::multipart::Field;
use axum::extract::{Multipart, Request};
use axum::http::StatusCode;

use super::draft::Draft;
use super::{publisher, refused};
use crate::actions::trust::Portal;
use crate::actions::trust::publication::files::{MAX_BYTES, SentFile};
use crate::actions::trust::publication::{Accepted, NotDone};
use crate::phrases::Arg;
use crate::web::desk::form::Typed;
use crate::web::desk_frame::DeskFrame;
use crate::web::guard::Allowance;
use crate::web::seat::Seat;
use crate::web::visit::{Refusal, Reply};

#[derive(Template)]
#[template(path = "web/offerings/portal.html")]
struct Page<'s> {
    frame: DeskFrame<'s>,
    published: Option<Published>,
    draft: Option<Draft>,
    /// Why the last form was not done, line by line.
    faults: Vec<String>,
    /// What was typed.
    typed: String,
}

/// What is published.
struct Published {
    lead: String,
    address: String,
    counts: Vec<String>,
}

/// What a form came back with.
#[derive(Default)]
struct Back {
    status: StatusCode,
    faults: Vec<String>,
    typed: String,
}

/// The page.
pub(super) async fn show(seat: Seat) -> Reply {
    page(&seat, Back::default()).await
}

async fn page(seat: &Seat, back: Back) -> Reply {
    let who = publisher(seat.caller()?)?;
    let portals = &seat.site.portals;
    let portal = portals.portal(who.organization).await?;
    let frame = DeskFrame::new(seat, seat.phrases().word("offerings-title"));
    let draft = Draft::read(seat, &frame, who.organization, portal.as_deref()).await?;
    let published = portal.as_deref().map(|portal| published(seat, &frame, portal));
    let Back { status, faults, typed } = back;
    seat.page(status, &Page { published, draft, faults, typed, frame })
}

fn published(seat: &Seat, frame: &DeskFrame<'_>, portal: &Portal) -> Published {
    let day = portal.published_at.map(|at| seat.phrases().day(at.day())).unwrap_or_default();
    let lead = [("number", Arg::from(portal.number)), ("day", Arg::from(&day))];
    let trust = &portal.trust;
    let count = |key: &str, count: usize| frame.text(key, &[("count", Arg::from(count))]);
    Published {
        lead: frame.text("offerings-published-lead", &lead),
        address: format!("/trust/{}", portal.organization),
        counts: vec![
            count("offerings-count-offerings", trust.offerings.len()),
            count("offerings-count-services", trust.services.len()),
            count("offerings-count-certificates", trust.certificates.len()),
            count("offerings-count-reports", trust.reports.len()),
            count("offerings-count-statements", trust.statements.len()),
        ],
    }
}

/// Takes files or a text as the draft.
pub(super) async fn send(seat: Seat, request: Request) -> Reply {
    let (sent, typed) = match read(&seat, request).await {
        Ok(read) => read,
        Err(status) => {
            let faults = vec![seat.phrases().word("offerings-fault-form")];
            return page(&seat, Back { status, faults, ..Back::default() }).await;
        }
    };
    let who = publisher(seat.caller()?)?;
    match seat.site.portals.draft(who, sent).await {
        Ok(_) => Ok(Seat::go("/offerings?done=offerings-done-draft#draft")),
        Err(not) => back(&seat, not, typed).await,
    }
}

/// The page again, with why something was not done.
async fn back(seat: &Seat, not: NotDone, typed: String) -> Reply {
    let word = |key: &str| vec![seat.phrases().word(key)];
    let (status, faults) = match not {
        NotDone::Faults(faults) => {
            let words = faults.iter().map(|fault| match fault.place.file.as_str() {
                "" => fault.problem.to_string(),
                _ => fault.to_string(),
            });
            (StatusCode::UNPROCESSABLE_ENTITY, words.collect())
        }
        NotDone::Outdated => (StatusCode::CONFLICT, word("offerings-fault-outdated")),
        NotDone::NotAccepted(count) => {
            let text = [("count", Arg::from(count))];
            let text = seat.phrases().text("offerings-fault-not-accepted", &text);
            (StatusCode::UNPROCESSABLE_ENTITY, vec![text])
        }
        other @ (NotDone::NotFound | NotDone::Failed(_)) => return Err(refused(other)),
    };
    page(seat, Back { status, faults, typed }).await
}

/// The files of a form, and the text that was typed.
async fn read(seat: &Seat, request: Request) -> Result<(Vec<SentFile>, String), StatusCode> {
    if let Some(allowance) = request.extensions().get::<Allowance>() {
        allowance.allow(usize::try_from(MAX_BYTES).unwrap_or(usize::MAX));
    }
    let form = Multipart::from_request(request, &seat.site).await;
    let mut form = form.map_err(|_| StatusCode::BAD_REQUEST)?;
    let (mut sent, mut typed) = (Vec::new(), String::new());
    let mut left = usize::try_from(MAX_BYTES).unwrap_or(usize::MAX);
    while let Some(field) = form.next_field().await.map_err(|_| StatusCode::BAD_REQUEST)? {
        let name = field.file_name().map(str::to_owned);
        let bytes = bytes(field, &mut left).await?;
        match name {
            Some(name) if !name.is_empty() => sent.push(SentFile { name, bytes }),
            Some(_) => {}
            None => typed = String::from_utf8(bytes).map_err(|_| StatusCode::BAD_REQUEST)?,
        }
    }
    if !typed.trim().is_empty() {
        sent.push(SentFile::typed(&typed));
    }
    Ok((sent, typed))
}

async fn bytes(mut field: Field<'_>, left: &mut usize) -> Result<Vec<u8>, StatusCode> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(|_| StatusCode::BAD_REQUEST)? {
        *left = left.checked_sub(piece.len()).ok_or(StatusCode::PAYLOAD_TOO_LARGE)?;
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}

/// The number of the draft that a form is about.
fn number(typed: &Typed) -> Result<i64, Refusal> {
    typed.get("number").parse().map_err(|_| Refusal::BadRequest)
}

/// Publishes the draft.
pub(super) async fn publish(seat: Seat, typed: Typed) -> Reply {
    let accepted = if typed.is_ticked("all") {
        // The digest names exactly the findings that the page listed.
        Accepted::Digest(typed.get("digest").to_owned())
    } else {
        Accepted::These(typed.all("accept").map(str::to_owned).collect())
    };
    let who = publisher(seat.caller()?)?;
    match seat.site.portals.publish(who, number(&typed)?, &accepted).await {
        Ok(()) => Ok(Seat::go("/offerings?done=offerings-done-published")),
        Err(not) => back(&seat, not, String::new()).await,
    }
}

/// Discards the draft.
pub(super) async fn discard(seat: Seat, typed: Typed) -> Reply {
    let who = publisher(seat.caller()?)?;
    match seat.site.portals.discard(who, number(&typed)?).await {
        Ok(()) => Ok(Seat::go("/offerings?done=offerings-done-discarded")),
        Err(not) => back(&seat, not, String::new()).await,
    }
}

/// Takes the portal back.
pub(super) async fn withdraw(seat: Seat) -> Reply {
    let who = publisher(seat.caller()?)?;
    match seat.site.portals.withdraw(who).await {
        Ok(()) => Ok(Seat::go("/offerings?done=offerings-done-withdrawn")),
        Err(not) => Err(refused(not)),
    }
}
