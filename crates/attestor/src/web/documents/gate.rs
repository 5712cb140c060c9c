//! The page before a document: what it is, what is needed to read it, and the way to do that.

use askama::Template;
use attestor_core::trust::document::Access;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::watch::{self, Watch};
use super::words::{self, Title};
use crate::actions::trust::documents::Refused;
use crate::actions::trust::documents::access::{Asked, Needed};
use crate::actions::trust::documents::requests::MOST_WORDS;
use crate::actions::trust::documents::standing::{Found, Standing, asked, last_day, reader};
use crate::phrases::Arg;
use crate::store::trust::requests::RequestRow;
use crate::web::address;
use crate::web::desk::form::Typed;
use crate::web::desk_frame::DeskFrame;
use crate::web::form::Faults;
use crate::web::seat::Seat;
use crate::web::shape::{Date, Mark};
use crate::web::visit::{Refusal, Reply};

/// Organization, kind and item of an address.
pub(super) type Place = Path<(String, String, String)>;

#[derive(Template)]
#[template(path = "web/documents/gate.html")]
struct Page<'s> {
    frame: DeskFrame<'s>,
    faults: Faults,
    title: Title,
    provider: String,
    /// The trust center that the item belongs to.
    center: String,
    kind: String,
    mark: Mark,
    access: String,
    days: Vec<(String, Date)>,
    number: String,
    /// The newer item, for one that was superseded.
    newer: Option<Newer>,
    file: Option<File>,
    /// What is needed next; `None` for an item that was superseded.
    step: Option<Step>,
    watch: Option<Watch>,
    /// Where the forms of the page go.
    base: String,
    most_words: usize,
    typed: String,
}

/// The item that took the place of another.
struct Newer {
    address: String,
    title: Title,
}

/// The file behind an item.
struct File {
    name: String,
    form: String,
    size: String,
    digest: String,
    added: Date,
}

/// What is needed next.
enum Step {
    /// The document opens; whether pages will name the reader, and until when it opens.
    Open { marked: bool, until: Option<Date> },
    /// The address that leads to signing in and back.
    SignIn(String),
    /// The account belongs to no organization.
    Outside,
    /// An agreement to accept.
    Accept(Agreement),
    /// There is no agreement yet.
    NoAgreement,
    /// To ask; what became of the request before.
    Ask(Option<Before>),
    /// To wait: since when.
    Wait { since: String, purpose: String },
}

/// A version of the agreement.
struct Agreement {
    version: i64,
    title: String,
    body: String,
    /// Whether an older version was accepted.
    again: bool,
}

/// A request that was decided.
struct Before {
    words: String,
    reason: String,
}

/// The page.
pub(super) async fn show(seat: Seat, Path((organization, kind, item)): Place) -> Reply {
    let found = find(&seat, (&organization, &kind, &item)).await?;
    page(&seat, &found, StatusCode::OK, (Faults::default(), "")).await
}

/// Accepts the newest version of the agreement.
pub(super) async fn accept(
    seat: Seat,
    Path((organization, kind, item)): Place,
    typed: Typed,
) -> Reply {
    let found = find(&seat, (&organization, &kind, &item)).await?;
    let caller = seat.caller()?;
    let version = typed.get("version").parse().unwrap_or_default();
    let done = if typed.is_ticked("accept") {
        seat.site.portals.accept_agreement(caller, &organization, version).await
    } else {
        Err(Refused::Fault { field: "accept", reason: "tick" })
    };
    settle(&seat, &found, done, ("accepted", "")).await
}

/// Asks for the document.
pub(super) async fn ask(
    seat: Seat,
    Path((organization, kind, item)): Place,
    typed: Typed,
) -> Reply {
    let found = find(&seat, (&organization, &kind, &item)).await?;
    if found.is_superseded() {
        return Err(Refusal::NotFound);
    }
    let purpose = typed.raw("purpose");
    let done = seat.site.portals.ask_for(seat.caller()?, &found, purpose).await;
    settle(&seat, &found, done.map(drop), ("asked", purpose)).await
}

/// Takes the own request back.
pub(super) async fn withdraw(seat: Seat, Path((organization, kind, item)): Place) -> Reply {
    let found = find(&seat, (&organization, &kind, &item)).await?;
    let done = match seat.site.portals.withdraw_request(seat.caller()?, &found).await {
        // Nothing waits any more: it was decided, or taken back in another window.
        Err(Refused::NotFound) => Err(Refused::Needed(Needed::Nothing)),
        other => other,
    };
    settle(&seat, &found, done, ("taken-back", "")).await
}

/// The item of an address.
pub(super) async fn find(
    seat: &Seat,
    (organization, kind, item): (&str, &str, &str),
) -> Result<Found, Refusal> {
    match seat.site.portals.item(organization, kind, item).await {
        Ok(found) => Ok(found),
        Err(Refused::Failed(stop)) => Err(stop.into()),
        Err(_) => Err(Refusal::NotFound),
    }
}

/// Leads back to the page, or shows it with what is wrong.
async fn settle(
    seat: &Seat,
    found: &Found,
    done: Result<(), Refused>,
    (said, typed): (&str, &str),
) -> Reply {
    match done {
        Ok(()) => Ok(Seat::go(&format!("{}?said={said}", base(found)))),
        // Something else is needed by now; the page tells what.
        Err(Refused::Needed(_)) => Ok(Seat::go(&base(found))),
        Err(refused) => {
            let (status, faults) = words::told(refused, "", seat.phrases())?;
            page(seat, found, status, (faults, typed)).await
        }
    }
}

/// The address of the page.
pub(super) fn base(found: &Found) -> String {
    let key = found.key();
    let [organization, item] = [key.organization, key.item].map(address::part);
    format!("/documents/{organization}/{}/{item}", key.kind)
}

/// Leads to what is needed before a document opens: to the sign-in or to the page.
pub(super) fn lead(seat: &Seat, found: &Found, needed: Needed) -> Response {
    match (needed, sign_in(seat, found)) {
        (Needed::SignIn, Step::SignIn(address)) => Seat::go(&address),
        _ => Seat::go(&base(found)),
    }
}

/// How somebody who is no reader yet becomes one.
fn sign_in(seat: &Seat, found: &Found) -> Step {
    let next = base(found);
    let query = address::query([("next", next.as_str())]);
    match &seat.caller {
        None => Step::SignIn(format!("/sign-in{query}")),
        Some(caller) if caller.has_enough_factors() => Step::Outside,
        Some(caller) if caller.second_factor.is_set_up() => {
            Step::SignIn(format!("/sign-in/second-factor{query}"))
        }
        Some(_) => Step::SignIn("/account/security".to_owned()),
    }
}

async fn page(
    seat: &Seat,
    found: &Found,
    status: StatusCode,
    (faults, typed): (Faults, &str),
) -> Reply {
    let (portals, phrases) = (&seat.site.portals, seat.phrases());
    let item = found.item().ok_or(Refusal::NotFound)?;
    let title = words::title(&item, seat.wished(), phrases);
    let reader = reader(seat.caller.as_ref());
    let standing = match portals.standing(found, reader).await {
        Ok(standing) => Some(standing),
        // An item that was superseded leads on, with a file or without one.
        Err(Refused::NotFound) if found.is_superseded() => None,
        Err(Refused::Failed(stop)) => return Err(stop.into()),
        Err(_) => return Err(Refusal::NotFound),
    };
    let standing = standing.as_ref().filter(|_| !found.is_superseded());
    let key = found.key();
    let center = format!("/trust/{}", address::part(key.organization));
    let way = [(center.clone(), found.portal.name.clone())];
    let day = |(name, day): (&str, Option<_>)| {
        let word = phrases.word(&format!("documents-day-{name}-{}", key.kind));
        day.map(|day| (word, Date::new(day, phrases)))
    };
    let days = [("issued", item.issued), ("from", item.from), ("until", item.until)];
    let days = days.into_iter().filter(|(name, _)| *name != "from" || key.kind == "report");
    let newer = item.newer.map(|id| Newer {
        address: format!(
            "/documents/{}/{}/{}",
            address::part(key.organization),
            key.kind,
            address::part(id)
        ),
        title: words::title_of(Some(&found.portal.trust), (key.kind, id), seat.wished(), phrases),
    });
    let page = Page {
        faults,
        provider: found.portal.name.clone(),
        center,
        kind: phrases.word(&format!("documents-kind-{}", key.kind)),
        mark: words::mark(&item, seat.now.day(), phrases),
        access: standing.map_or_else(String::new, |it| access(it.access, seat)),
        days: days.filter_map(day).collect(),
        number: item.number.unwrap_or_default().to_owned(),
        newer,
        file: standing.map(|it| file(it, seat)),
        step: standing.map(|it| step(it, seat, found)),
        watch: watch::button(seat, found).await?,
        base: base(found),
        most_words: MOST_WORDS,
        typed: typed.to_owned(),
        frame: super::frame(seat, title.text.clone()).with_way(&way, &title.text),
        title,
    };
    seat.page(status, &page)
}

/// Who may open a document, in words.
pub(super) fn access(access: Access, seat: &Seat) -> String {
    seat.phrases().word(&format!("documents-access-{access}"))
}

fn file(standing: &Standing, seat: &Seat) -> File {
    let (row, phrases) = (&standing.document, seat.phrases());
    let added = last_day(&row.added_at).unwrap_or_else(|| seat.now.day());
    File {
        name: row.name.clone(),
        form: words::form(&row.name),
        size: words::size(row.size_bytes, phrases),
        digest: row.file_digest.clone(),
        added: Date::new(added, phrases),
    }
}

fn step(standing: &Standing, seat: &Seat, found: &Found) -> Step {
    match standing.needed {
        Needed::Nothing => {
            Step::Open { marked: standing.is_marked(), until: until(standing, seat) }
        }
        Needed::SignIn => sign_in(seat, found),
        Needed::Agreement => Step::NoAgreement,
        Needed::Accept(_) => standing.agreement.as_ref().map_or(Step::NoAgreement, |it| {
            Step::Accept(Agreement {
                version: it.version,
                title: it.title.clone(),
                body: it.body.clone(),
                again: standing.accepted.is_some(),
            })
        }),
        Needed::Ask => Step::Ask(standing.request.as_ref().and_then(|it| before(it, seat))),
        Needed::Wait => {
            let frame = DeskFrame::new(seat, String::new());
            let request = standing.request.as_ref();
            Step::Wait {
                since: request.map_or_else(String::new, |it| frame.time(&it.asked_at)),
                purpose: request.map_or_else(String::new, |it| it.purpose.clone()),
            }
        }
    }
}

/// The last day on which a document opens.
fn until(standing: &Standing, seat: &Seat) -> Option<Date> {
    let request = standing.request.as_ref().filter(|_| standing.rests_on_request())?;
    match asked(request, seat.now.day()) {
        Asked::Granted(day) => Some(Date::new(day, seat.phrases())),
        Asked::Not | Asked::Waiting | Asked::Refused | Asked::Over => None,
    }
}

/// What became of a request that was decided.
fn before(request: &RequestRow, seat: &Seat) -> Option<Before> {
    let key = match asked(request, seat.now.day()) {
        Asked::Refused => "documents-ask-refused",
        Asked::Over if request.state == "ended" => "documents-ask-ended",
        Asked::Over => "documents-ask-over",
        Asked::Not | Asked::Waiting | Asked::Granted(_) => return None,
    };
    let frame = DeskFrame::new(seat, String::new());
    let decided = request.decided_at.as_deref().unwrap_or_default();
    let ended = request.expires_at.as_deref().filter(|_| key == "documents-ask-over");
    let day = frame.day(ended.unwrap_or(decided));
    Some(Before {
        words: seat.phrases().text(key, &[("day", Arg::from(&day))]),
        reason: request.reason.clone().unwrap_or_default(),
    })
}
