//! Forms that change a system. What is refused shows the page again, with why.

use attestor_core::id::Id;
use attestor_core::trust::system::{Content, ContentFault, MAX_OWN, MAX_TEXT, MAX_USES, Used};
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::{here, list, own as owned, page, rows};
use crate::actions::trust::systems::{Change, MOST_NAME, NotChanged, System};
use crate::phrases::Arg;
use crate::web::address;
use crate::web::seat::Seat;
use crate::web::visit::{Refusal, Reply};

/// What the forms send.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    /// The number of the state that the form showed.
    number: String,
    name: String,
    /// `organization service cloud`.
    service: String,
    framework: String,
    control: String,
    text: String,
}

/// What stands above a page whose form is refused.
pub(super) struct Fault {
    pub(super) status: StatusCode,
    pub(super) text: String,
}

impl Fault {
    /// The words of a refusal; what no form can show is a page of its own.
    pub(super) fn of(seat: &Seat, refused: NotChanged) -> Result<Self, Refusal> {
        let words = |key: &str, args: &[(&str, Arg<'_>)]| seat.phrases().text(key, args);
        let (status, text) = match refused {
            NotChanged::NotFound => return Err(Refusal::NotFound),
            NotChanged::Failed(stop) => return Err(Refusal::Failed(stop)),
            NotChanged::Outdated | NotChanged::Repeated => {
                (StatusCode::CONFLICT, words("systems-fault-outdated", &[]))
            }
            NotChanged::Name => {
                let most = [("most", Arg::from(MOST_NAME))];
                (StatusCode::UNPROCESSABLE_ENTITY, words("systems-fault-name", &most))
            }
            NotChanged::Service(used) => {
                let service = [("service", Arg::from(used.service.as_str()))];
                (StatusCode::UNPROCESSABLE_ENTITY, words("systems-fault-service", &service))
            }
            NotChanged::Control(own) => {
                let control = [("control", Arg::from(own.control.as_str()))];
                (StatusCode::UNPROCESSABLE_ENTITY, words("systems-fault-control", &control))
            }
            NotChanged::Content(fault) => (StatusCode::UNPROCESSABLE_ENTITY, bound(seat, &fault)),
        };
        Ok(Self { status, text })
    }

    fn form(seat: &Seat) -> Self {
        let text = seat.phrases().word("systems-fault-form");
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, text }
    }
}

fn bound(seat: &Seat, fault: &ContentFault) -> String {
    let words = |key: &str, args: &[(&str, Arg<'_>)]| seat.phrases().text(key, args);
    match fault {
        ContentFault::TooManyUses => {
            words("systems-fault-too-many-services", &[("most", Arg::from(MAX_USES))])
        }
        ContentFault::UsedTwice(used) => {
            words("systems-fault-twice", &[("service", Arg::from(used.service.as_str()))])
        }
        ContentFault::TooManyTexts => {
            words("systems-fault-too-many-texts", &[("most", Arg::from(MAX_OWN))])
        }
        ContentFault::TextLength(control) | ContentFault::TextTwice(control) => {
            let args = [("control", Arg::from(control.as_str())), ("most", Arg::from(MAX_TEXT))];
            words("systems-fault-text", &args)
        }
        ContentFault::Unreadable(_) => words("systems-fault-form", &[]),
    }
}

/// Makes a system.
pub(super) async fn make(seat: Seat, Form(typed): Form<Typed>) -> Reply {
    let wanted = Change { name: Some(typed.name.clone()), ..Change::default() };
    match seat.site.portals.make_system(seat.caller()?, wanted, None).await {
        Ok(system) => Ok(Seat::go(&format!("{}/services", here(&system)))),
        Err(refused) => {
            let fault = Fault::of(&seat, refused)?;
            list::page(&seat, &typed.name, Some(fault.text)).await
        }
    }
}

/// Gives a system another name.
pub(super) async fn rename(seat: Seat, Path(id): Path<String>, Form(typed): Form<Typed>) -> Reply {
    let change = Change { name: Some(typed.name.clone()), ..Change::default() };
    changed(&seat, &id, &typed, Ok(change), "").await
}

/// Adds a service.
pub(super) async fn add(seat: Seat, Path(id): Path<String>, Form(typed): Form<Typed>) -> Reply {
    let system = owned(&seat, &id).await?;
    let change = used(&typed.service).map(|used| {
        let mut uses = system.content.uses.clone();
        uses.push(used);
        Change { uses: Some(uses), ..Change::default() }
    });
    changed(&seat, &id, &typed, change.ok_or(()), "/services").await
}

/// Takes a service away.
pub(super) async fn remove(seat: Seat, Path(id): Path<String>, Form(typed): Form<Typed>) -> Reply {
    let system = owned(&seat, &id).await?;
    let change = used(&typed.service).map(|used| {
        let mut uses = system.content.uses.clone();
        uses.retain(|it| *it != used);
        Change { uses: Some(uses), ..Change::default() }
    });
    changed(&seat, &id, &typed, change.ok_or(()), "").await
}

/// Writes the own text of a control; an empty one takes it away.
pub(super) async fn own(seat: Seat, Path(id): Path<String>, Form(typed): Form<Typed>) -> Reply {
    let system = owned(&seat, &id).await?;
    let change = Id::parse(&typed.framework).zip(Id::parse(&typed.control));
    let change = change.map(|(framework, control)| {
        let mut content = Content { own: system.content.own.clone(), ..Content::default() };
        content.set_own(&framework, &control, &typed.text);
        Change { own: Some(content.own), ..Change::default() }
    });
    let large = seat.site.portals.framework(&typed.framework);
    let large = large.filter(|(_, catalog)| rows::is_large(catalog.items.len()));
    let control = Id::parse(&typed.control).filter(|_| large.is_some());
    let family = control.as_ref().map(super::family);
    let pairs = [("framework", typed.framework.as_str())].into_iter();
    let way = address::query(pairs.chain(family.map(|family| ("family", family))));
    changed(&seat, &id, &typed, change.ok_or(()), &way).await
}

/// Says that somebody looked at what is not given any more.
pub(super) async fn looked(seat: Seat, Path(id): Path<String>, Form(typed): Form<Typed>) -> Reply {
    let change = Change { looked: true, ..Change::default() };
    changed(&seat, &id, &typed, Ok(change), "").await
}

/// Ends a system.
pub(super) async fn end(seat: Seat, Path(id): Path<String>, Form(typed): Form<Typed>) -> Reply {
    let system = owned(&seat, &id).await?;
    let seen = typed.number.parse().unwrap_or(0);
    match seat.site.portals.end_system(seat.caller()?, (&id, seen)).await {
        Ok(()) => Ok(Seat::go("/systems?said=ended")),
        Err(refused) => again(&seat, &system, Fault::of(&seat, refused)?).await,
    }
}

/// Does a change and leads to the system, or shows it with why not.
async fn changed(
    seat: &Seat,
    id: &str,
    typed: &Typed,
    change: Result<Change, ()>,
    way: &str,
) -> Reply {
    let system = owned(seat, id).await?;
    let (Ok(change), Ok(seen)) = (change, typed.number.parse::<i64>()) else {
        return again(seat, &system, Fault::form(seat)).await;
    };
    match seat.site.portals.change_system(seat.caller()?, (id, seen), change).await {
        Ok(system) => Ok(kept(&system, way, &typed.control)),
        Err(refused) => again(seat, &system, Fault::of(seat, refused)?).await,
    }
}

fn kept(system: &System, way: &str, control: &str) -> Response {
    let mark = if way.contains('?') { '&' } else { '?' };
    let hash = Id::parse(control).map_or_else(String::new, |id| format!("#c-{id}"));
    Seat::go(&format!("{}{way}{mark}said=kept{hash}", here(system)))
}

async fn again(seat: &Seat, system: &System, fault: Fault) -> Reply {
    page::page(seat, &system.id, Some(fault)).await
}

/// The service of a form's field.
fn used(text: &str) -> Option<Used> {
    let mut parts = text.split(' ');
    let (organization, service, cloud) = (parts.next()?, parts.next()?, parts.next()?);
    let (service, cloud) = (Id::parse(service)?, Id::parse(cloud)?);
    let good = !organization.is_empty() && parts.next().is_none();
    good.then(|| Used { organization: organization.to_owned(), service, cloud })
}
