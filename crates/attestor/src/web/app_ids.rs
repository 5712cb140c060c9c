//! App registrations: all ids with the apps that ask through them, and one with its permissions.

use std::collections::HashMap;

use askama::Template;
use attestor_core::attestation::catalog::index::Index;
use attestor_core::attestation::catalog::listing::Listing;
use attestor_core::attestation::page::permission::PermissionType;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};

use super::app::permissions::{is_broad, kind_name};
use super::catalog::line::{Line, foreign, line};
use super::frame::Frame;
use super::paging::{Pager, Part};
use super::shape::Mark;
use super::visit::{Refusal, Reply, Visit};
use super::wish;
use crate::phrases::Arg;
use crate::store::PermissionRow;

/// How many apps of one registration are shown with their permissions.
const APPS: usize = 10;
/// The most letters of what was looked for that are shown again.
const SHOWN: usize = 80;

#[derive(Template)]
#[template(path = "web/app_ids.html")]
struct AppIds<'v> {
    frame: Frame<'v>,
    heading: String,
    wanted: String,
    missing: Option<String>,
    found: String,
    rows: Vec<Row>,
    pager: Option<Pager>,
}

/// A registration with the apps that ask through it.
struct Row {
    id: String,
    address: String,
    apps: Vec<Named>,
}

/// An app by its name.
struct Named {
    name: String,
    /// The language of the name; empty where it is the page's.
    lang: String,
    address: String,
}

#[derive(Template)]
#[template(path = "web/app_id.html")]
struct AppId<'v> {
    frame: Frame<'v>,
    id: String,
    found: String,
    apps: Vec<Asking>,
    others: Vec<Named>,
}

/// An app with what it asks for through a registration.
struct Asking {
    app: Line,
    permissions: Vec<Asked>,
}

/// A permission that is asked for.
struct Asked {
    name: String,
    address: String,
    kind: String,
    marks: Vec<Mark>,
}

/// Shows all registrations; `?id=` leads to the one with this id, where there is one.
pub(super) async fn list(visit: Visit) -> Reply {
    let query = visit.uri.query().unwrap_or_default();
    let wanted = wish::pairs(query).find(|(name, _)| name == "id").map(|(_, id)| id);
    let wanted = wanted.unwrap_or_default().trim().to_ascii_lowercase();
    if !wanted.is_empty() {
        let index = visit.site.catalog.index().await?;
        if !index.with_registration(&wanted).is_empty() {
            let to = Frame::new(&visit, String::new()).registration(&wanted);
            return Ok(Redirect::to(&to).into_response());
        }
    }
    visit.page(async |index| all(&visit, index, &wanted)).await
}

/// Shows a registration with the apps that ask through it.
pub(super) async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> Reply {
    let id = id.to_ascii_lowercase();
    visit.page(async |index| one(&visit, index, &id).await).await
}

fn all<'v>(visit: &'v Visit, index: &Index, wanted: &str) -> Result<AppIds<'v>, Refusal> {
    let heading = visit.phrases().word("web-nav-app-ids");
    let mut frame = Frame::new(visit, heading.clone()).with_way(&[], &heading);
    frame.description = frame.t("web-app-ids-lead");
    frame.hidden = !wanted.is_empty();
    let all = registrations(index.listings());
    let part = Part::asked(visit.uri.query().unwrap_or_default(), all.len())?;
    let shown: String = wanted.chars().take(SHOWN).collect();
    let missing = || frame.text("web-app-id-missing", &[("id", Arg::from(&shown))]);
    let row = |(id, listings): (&str, Vec<&Listing>)| Row {
        address: frame.registration(id),
        apps: listings.into_iter().map(|one| named(&frame, one)).collect(),
        id: id.to_owned(),
    };
    Ok(AppIds {
        missing: (!wanted.is_empty()).then(missing),
        found: counted(visit, "web-app-ids-found", all.len()),
        rows: part.of(all).into_iter().map(row).collect(),
        pager: part.pager(&frame, visit, "app-ids"),
        wanted: shown,
        heading,
        frame,
    })
}

/// The registrations with their apps, in the order of the first app's name.
fn registrations(listings: &[Listing]) -> Vec<(&str, Vec<&Listing>)> {
    let mut found: Vec<(&str, Vec<&Listing>)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for listing in listings {
        for id in &listing.registrations {
            let place = *places.entry(id).or_insert(found.len());
            match found.get_mut(place) {
                Some((_, apps)) => apps.push(listing),
                None => found.push((id, vec![listing])),
            }
        }
    }
    found
}

fn named(frame: &Frame<'_>, listing: &Listing) -> Named {
    Named {
        name: listing.name.clone(),
        lang: foreign(&listing.locale, frame.language),
        address: frame.app(&listing.app_id),
    }
}

fn counted(visit: &Visit, key: &str, count: usize) -> String {
    let shown = visit.phrases().formats().count(count);
    visit.phrases().text(key, &[("count", Arg::from(count)), ("shown", Arg::from(&shown))])
}

/// One statement for each app that is shown with its permissions.
async fn one<'v>(visit: &'v Visit, index: &Index, id: &str) -> Result<AppId<'v>, Refusal> {
    let listings = index.with_registration(id);
    if listings.is_empty() {
        return Err(Refusal::NotFound);
    }
    let way = ("app-ids", visit.phrases().word("web-nav-app-ids"));
    let title = visit.phrases().text("web-app-id-title", &[("id", Arg::from(id))]);
    let mut frame = Frame::new(visit, title).with_way(&[way], id);
    frame.description = frame.t("web-app-ids-lead");
    let mut apps = Vec::new();
    for listing in listings.iter().take(APPS) {
        let store = visit.site.catalog.store();
        let rows = store.permissions(&listing.app_id, listing.current).await?;
        let through = |row: &&PermissionRow| {
            row.registration.as_deref().is_some_and(|one| one.eq_ignore_ascii_case(id))
        };
        let asked = rows.iter().filter(through).map(|row| asked(&frame, visit, row));
        apps.push(Asking { app: line(&frame, listing, visit.today), permissions: asked.collect() });
    }
    Ok(AppId {
        found: counted(visit, "web-found", listings.len()),
        others: listings.iter().skip(APPS).map(|one| named(&frame, one)).collect(),
        id: id.to_owned(),
        apps,
        frame,
    })
}

fn asked(frame: &Frame<'_>, visit: &Visit, row: &PermissionRow) -> Asked {
    let kind = row.kind.as_deref().and_then(PermissionType::parse);
    let mark = || Mark::new("warn", "alert", frame.t("web-broad"));
    Asked {
        name: row.name.clone(),
        address: frame.permission(&row.name),
        kind: kind.map_or_else(String::new, |kind| kind_name(frame, kind)),
        marks: is_broad(visit, &row.name).then(mark).into_iter().collect(),
    }
}
