//! The documents of the own portal: what each item has, and the form that adds a file.

use askama::Template;
use attestor_core::trust::document::Access;
use axum::Extension;
use axum::extract::Multipart;
use axum::extract::multipart::Field;
use axum::http::StatusCode;

use super::words::{self, Title};
use super::{Tab, tabs};
use crate::actions::trust::documents::items::{Item, ItemKind};
use crate::actions::trust::documents::{Placed, Refused};
use crate::store::trust::documents::DocumentRow;
use crate::vault::Sealed;
use crate::web::address;
use crate::web::desk::form::Typed;
use crate::web::desk_frame::DeskFrame;
use crate::web::form::Faults;
use crate::web::guard::Allowance;
use crate::web::seat::Seat;
use crate::web::shape::Mark;
use crate::web::visit::{Refusal, Reply};

/// The most fields of the form.
const MOST_FIELDS: usize = 20;
/// The most bytes of a field that is no file.
const MOST_BYTES: usize = 4096;

#[derive(Template)]
#[template(path = "web/documents/own.html")]
struct Page<'s> {
    frame: DeskFrame<'s>,
    tabs: Vec<Tab>,
    faults: Faults,
    /// Whether anything is published that a file could stand behind.
    has_portal: bool,
    items: Vec<Line>,
    classes: Vec<Choice>,
    earlier: Vec<File>,
    most_mib: String,
}

/// An item.
struct Line {
    /// `certificate/iso-1`.
    value: String,
    kind: String,
    title: Title,
    mark: Mark,
    /// Who may open it, where the portal says so or a file is there.
    access: String,
    address: String,
    file: Option<File>,
    chosen: bool,
}

/// A choice of the form.
struct Choice {
    value: &'static str,
    text: String,
    chosen: bool,
}

/// A file.
struct File {
    id: String,
    name: String,
    size: String,
    digest: String,
    at: String,
    /// What it stood behind, and what became of it; for earlier ones.
    title: Title,
    state: Mark,
}

/// The page.
pub(super) async fn show(seat: Seat) -> Reply {
    let typed = Typed::of(vec![("item".to_owned(), seat.asked("item"))]);
    page(&seat, &typed, StatusCode::OK, Faults::default()).await
}

/// Adds a file.
pub(super) async fn add(
    seat: Seat,
    allowance: Option<Extension<Allowance>>,
    form: Multipart,
) -> Reply {
    let most = seat.site.vault()?.limits().size_bytes;
    if let Some(Extension(allowance)) = allowance {
        allowance.allow(usize::try_from(most).unwrap_or(usize::MAX));
    }
    let mut sent = Sent::read(&seat, form).await;
    let done = match sent.taken.take() {
        _ if sent.is_broken => Err(Refused::Fault { field: "", reason: "form" }),
        None => Err(Refused::Fault { field: "file", reason: "no-file" }),
        Some(Err(refused)) => Err(refused),
        Some(Ok(sealed)) => kept(&seat, &sent.typed, &sealed).await,
    };
    match done {
        Ok(row) => {
            let item = format!("{}/{}", row.item_kind, row.item_id);
            let query = address::query([("said", "added"), ("item", item.as_str())]);
            Ok(Seat::go(&format!("/offerings/documents{query}")))
        }
        Err(refused) => {
            let (status, faults) = words::told(refused, &sent.name, seat.phrases())?;
            page(&seat, &sent.typed, status, faults).await
        }
    }
}

/// Puts the file where the form says.
async fn kept(seat: &Seat, typed: &Typed, sealed: &Sealed) -> Result<DocumentRow, Refused> {
    let (portals, caller) = (&seat.site.portals, seat.caller.as_ref().ok_or(Refused::NotFound)?);
    let vault = seat.site.vault()?;
    let placed = typed.get("item").split_once('/').and_then(|(kind, item)| {
        Some(Placed {
            kind: ItemKind::parse(kind)?,
            item: item.to_owned(),
            access: Access::parse(typed.get("access")),
        })
    });
    let Some(placed) = placed else {
        let organization = caller.organization().ok_or(Refused::NotFound)?;
        portals.throw_away(vault, organization, sealed.digest).await?;
        return Err(Refused::Fault { field: "item", reason: "no-item" });
    };
    portals.add_document(vault, caller, &placed, sealed).await
}

/// A form with a file as it was sent.
#[derive(Default)]
struct Sent {
    typed: Typed,
    /// The name of the file.
    name: String,
    taken: Option<Result<Sealed, Refused>>,
    /// Whether it ended early, or is none of ours.
    is_broken: bool,
}

impl Sent {
    async fn read(seat: &Seat, mut form: Multipart) -> Self {
        let mut sent = Self::default();
        let mut typed = Vec::new();
        loop {
            match form.next_field().await {
                Ok(Some(field)) if field.file_name().is_some() => sent.take(seat, field).await,
                Ok(Some(field)) if typed.len() < MOST_FIELDS => match text(field).await {
                    Some(pair) => typed.push(pair),
                    None => sent.is_broken = true,
                },
                Ok(None) => break,
                Ok(Some(_)) | Err(_) => {
                    sent.is_broken = true;
                    break;
                }
            }
        }
        sent.typed = Typed::of(typed);
        sent
    }

    async fn take(&mut self, seat: &Seat, field: Field<'_>) {
        let name = field.file_name().unwrap_or_default().to_owned();
        if name.is_empty() || self.taken.is_some() {
            return;
        }
        let taken = match (seat.site.vault(), &seat.caller) {
            (Ok(vault), Some(caller)) => {
                seat.site.portals.take_file(vault, caller, &name, field).await
            }
            (Err(stop), _) => Err(Refused::Failed(stop)),
            (_, None) => Err(Refused::NotFound),
        };
        self.taken = Some(taken);
        self.name = name;
    }
}

async fn text(mut field: Field<'_>) -> Option<(String, String)> {
    let name = field.name()?.to_owned();
    let mut bytes = Vec::new();
    while let Ok(Some(piece)) = field.chunk().await {
        bytes.extend_from_slice(&piece);
        if bytes.len() > MOST_BYTES {
            return None;
        }
    }
    Some((name, String::from_utf8(bytes).ok()?))
}

/// Withdraws a document.
pub(super) async fn withdraw(seat: Seat, typed: Typed) -> Reply {
    let (caller, _) = super::owner(&seat)?;
    let id = super::id(typed.get("document")).ok_or(Refusal::NotFound)?;
    match seat.site.portals.withdraw_document(caller, id).await {
        Ok(_) => Ok(Seat::go("/offerings/documents?said=withdrawn")),
        Err(refused) => {
            let (status, faults) = words::told(refused, "", seat.phrases())?;
            page(&seat, &Typed::default(), status, faults).await
        }
    }
}

async fn page(seat: &Seat, typed: &Typed, status: StatusCode, faults: Faults) -> Reply {
    let (_, organization) = super::owner(seat)?;
    let (portals, phrases) = (&seat.site.portals, seat.phrases());
    let portal = portals.portal(organization).await?;
    let rows = portals.store().documents_of(organization).await?;
    let trust = portal.as_ref().map(|portal| &portal.trust);
    let items = trust.map(Item::all).unwrap_or_default();
    let items: Vec<Line> = items.iter().map(|it| line(it, seat, &rows, typed)).collect();
    let is_listed = |row: &DocumentRow| {
        let value = format!("{}/{}", row.item_kind, row.item_id);
        row.state == "published" && items.iter().any(|it| it.value == value)
    };
    let earlier = rows.iter().filter(|row| !is_listed(row)).map(|row| {
        let names = (row.item_kind.as_str(), row.item_id.as_str());
        file(row, words::title_of(trust, names, seat.wished(), phrases), seat)
    });
    let class = |access: &Access| Choice {
        value: access.as_str(),
        text: super::gate::access(*access, seat),
        chosen: typed.get("access") == access.as_str(),
    };
    let most = seat.site.vault()?.limits().size_bytes;
    let page = Page {
        frame: super::frame(seat, phrases.word("documents-own-title")),
        tabs: tabs(seat),
        faults,
        has_portal: portal.is_some(),
        classes: Access::ALL.iter().map(class).collect(),
        earlier: earlier.collect(),
        most_mib: words::size(i64::try_from(most).unwrap_or(i64::MAX), phrases),
        items,
    };
    seat.page(status, &page)
}

fn line(item: &Item<'_>, seat: &Seat, rows: &[DocumentRow], typed: &Typed) -> Line {
    let phrases = seat.phrases();
    let kind = item.kind.as_str();
    let value = format!("{kind}/{}", item.id);
    let row = rows
        .iter()
        .find(|row| row.state == "published" && row.item_kind == kind && row.item_id == item.id);
    let access = item.access.or_else(|| Access::parse(&row?.access));
    let title = words::title(item, seat.wished(), phrases);
    let organization = seat.caller.as_ref().and_then(|it| it.organization()).unwrap_or_default();
    let [organization, id] = [organization, item.id].map(address::part);
    Line {
        kind: phrases.word(&format!("documents-kind-{kind}")),
        mark: words::mark(item, seat.now.day(), phrases),
        access: access.map_or_else(String::new, |access| super::gate::access(access, seat)),
        address: format!("/documents/{organization}/{kind}/{id}"),
        file: row.map(|row| file(row, title.clone(), seat)),
        chosen: typed.get("item") == value,
        value,
        title,
    }
}

fn file(row: &DocumentRow, title: Title, seat: &Seat) -> File {
    let phrases = seat.phrases();
    let (class, symbol, word) = match row.state.as_str() {
        "published" => ("warn", "alert", "without-item"),
        "superseded" => ("none", "history", "superseded"),
        _ => ("bad", "cross", "withdrawn"),
    };
    File {
        id: row.document_id.clone(),
        name: row.name.clone(),
        size: words::size(row.size_bytes, phrases),
        digest: row.file_digest.clone(),
        at: DeskFrame::new(seat, String::new()).time(&row.added_at),
        title,
        state: Mark::new(class, symbol, phrases.word(&format!("documents-state-{word}"))),
    }
}
