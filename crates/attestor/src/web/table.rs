//! The list of apps to take along: CSV, XLSX and JSON, with the filters of the catalog page.
//!
//! Read in this order: [`Table`] (titles and rows of typed cells), `csv` and `xlsx` (two ways to
//! write them). JSON has the form of the API.

mod csv;
mod xlsx;

use std::sync::Arc;

use attestor_core::attestation::catalog::facet::Facet;
use attestor_core::attestation::catalog::index::Index;
use attestor_core::attestation::catalog::listing::Listing;
use attestor_core::day::Day;
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::routing::get;
use tokio::task::spawn_blocking;

use super::Site;
use super::api::shapes::{App, values};
use super::catalog::filter;
use super::visit::{Refusal, Reply, Visit};
use super::wish::Wish;
use crate::stop::Stop;

/// The most apps of a download.
const MOST: usize = 10_000;

/// The titles of the columns, by key.
const TITLES: [&str; 10] = [
    "web-column-id",
    "web-column-name",
    "web-column-publisher",
    "web-column-tier",
    "web-column-stores-data",
    "web-column-hosting",
    "web-column-frameworks",
    "web-column-permissions",
    "web-column-updated",
    "web-column-link",
];

/// A table to take along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    /// The titles of the columns.
    pub(super) titles: Vec<String>,
    /// The rows, each with as many cells.
    pub(super) rows: Vec<Vec<Cell>>,
}

/// The form of a table to take along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Comma-separated values.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Form {
    /// The ending of its files.
    pub(super) const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// Its media type.
    pub(super) const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

impl Table {
    /// The bytes of the table in a form, of a day; written on a thread that may take its time.
    pub(super) async fn bytes(self, form: Form, today: Day) -> Result<Vec<u8>, Refusal> {
        let write = move || match form {
            Form::Csv => csv::write(&self),
            Form::Xlsx => xlsx::write(&self, today),
        };
        let failed = |words: String| Refusal::Failed(Stop::Failure(words));
        spawn_blocking(write).await.map_err(|error| failed(error.to_string()))?.map_err(failed)
    }
}

/// A cell in the type of its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    /// A text, whatever it looks like.
    Text(String),
    /// A number.
    Count(usize),
    /// A day; `None` where the page has none.
    Day(Option<Day>),
}

/// A table as CSV.
pub(super) fn write_csv(table: &Table) -> Result<Vec<u8>, String> {
    csv::write(table)
}

/// The addresses of the downloads.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/{language}/apps.csv", get(csv))
        .route("/{language}/apps.xlsx", get(xlsx))
        .route("/{language}/apps.json", get(json))
}

async fn csv(visit: Visit) -> Reply {
    send(&visit, "csv", Form::Csv.media_type(), |visit, found| {
        let table = table(visit, found);
        Box::new(move || csv::write(&table))
    })
    .await
}

async fn xlsx(visit: Visit) -> Reply {
    send(&visit, "xlsx", Form::Xlsx.media_type(), |visit, found| {
        let (table, today) = (table(visit, found), visit.today);
        Box::new(move || xlsx::write(&table, today))
    })
    .await
}

async fn json(visit: Visit) -> Reply {
    send(&visit, "json", "application/json", |visit, found| {
        let public_url = &visit.site.settings.public_url;
        let app = |one: &&_| App::new(one, public_url, visit.language.path(), visit.today);
        let apps: Vec<App> = found.iter().map(app).collect();
        Box::new(move || {
            let whole = serde_json::json!({ "apps": apps });
            Ok(whole.to_string().into_bytes())
        })
    })
    .await
}

/// What writes a file, on a thread that may take its time.
type Write = Box<dyn FnOnce() -> Result<Vec<u8>, String> + Send>;

/// Sends the apps that the query asks for as a file with the day in its name.
async fn send(
    visit: &Visit,
    ending: &str,
    media_type: &'static str,
    prepare: impl FnOnce(&Visit, &[&Listing]) -> Write,
) -> Reply {
    let wish = Wish::parse(visit.uri.query().unwrap_or_default()).ok_or(Refusal::BadRequest)?;
    let make = async |index: &Index| {
        let mut query = wish.first().query(MOST);
        query.limit = query.limit.min(MOST);
        let write = prepare(visit, &index.find(&query, visit.today).listings);
        let written = spawn_blocking(write).await;
        let failed = |words: String| Refusal::Failed(Stop::Failure(words));
        written.map_err(|error| failed(error.to_string()))?.map_err(failed)
    };
    let mut answer = visit.file(media_type, make).await?;
    let name = format!("attachment; filename=\"attestor-apps-{}.{ending}\"", visit.today);
    if let Ok(name) = HeaderValue::from_str(&name) {
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(answer)
}

fn table(visit: &Visit, found: &[&Listing]) -> Table {
    Table {
        titles: TITLES.iter().map(|key| visit.phrases().word(key)).collect(),
        rows: found.iter().map(|one| row(visit, one)).collect(),
    }
}

fn row(visit: &Visit, listing: &Listing) -> Vec<Cell> {
    let name = |facet, value: &str| filter::name(visit, facet, value).0;
    let names = |facet| {
        let all: Vec<String> =
            values(listing, facet).iter().map(|value| name(facet, value)).collect();
        Cell::Text(all.join("; "))
    };
    let tier = listing.tier.map(|tier| name(Facet::Tier, tier.as_str()));
    let public_url = &visit.site.settings.public_url;
    let app = App::new(listing, public_url, visit.language.path(), visit.today);
    vec![
        Cell::Text(app.id),
        Cell::Text(app.name),
        Cell::Text(app.publisher.unwrap_or_default()),
        Cell::Text(tier.unwrap_or_default()),
        Cell::Text(name(Facet::StoresData, listing.stores_data.as_str())),
        names(Facet::Hosting),
        names(Facet::Framework),
        Cell::Count(listing.permission_count),
        Cell::Day(listing.updated),
        Cell::Text(app.links.page),
    ]
}
