//! Who was given which document of the own portal, on a page and as a file.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse as _;

use super::words::{self, Title};
use super::{Tab, tabs};
use crate::store::trust::downloads::{DownloadFilter, DownloadRow};
use crate::web::address;
use crate::web::desk_frame::DeskFrame;
use crate::web::seat::Seat;
use crate::web::table::{Cell, Form, Table};
use crate::web::visit::{Refusal, Reply};

/// The most lines of the page.
const MOST_SHOWN: i64 = 500;
/// The most lines of the file.
const MOST_SENT: i64 = 50_000;

/// The titles of the columns of the file, by key.
const TITLES: [&str; 12] = [
    "documents-log-id",
    "documents-log-at",
    "documents-log-kind",
    "documents-log-item",
    "documents-log-file",
    "documents-log-digest",
    "documents-log-reader",
    "documents-log-account",
    "documents-log-organization",
    "documents-log-agreement",
    "documents-log-request",
    "documents-log-marked",
];

#[derive(Template)]
#[template(path = "web/documents/log.html")]
struct Page<'s> {
    frame: DeskFrame<'s>,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    /// What follows the address of the file: what is sought.
    query: String,
    is_sought: bool,
    is_cut: bool,
}

/// A download.
struct Line {
    row: DownloadRow,
    title: Title,
    at: String,
    /// The addresses that seek downloads of the document and of the reader.
    by_document: String,
    by_reader: String,
}

/// The page.
pub(super) async fn show(seat: Seat) -> Reply {
    let (_, organization) = super::owner(&seat)?;
    let portals = &seat.site.portals;
    let rows = sought(&seat, MOST_SHOWN).await?;
    let portal = portals.portal(organization).await?;
    let trust = portal.as_ref().map(|portal| &portal.trust);
    let frame = super::frame(&seat, seat.phrases().word("documents-log-title"));
    let is_cut = i64::try_from(rows.len()).unwrap_or(i64::MAX) >= MOST_SHOWN;
    let line = |row: DownloadRow| {
        let names = (row.item_kind.as_str(), row.item_id.as_str());
        let seek =
            |name: &str, id: &str| format!("/offerings/downloads{}", address::query([(name, id)]));
        Line {
            title: words::title_of(trust, names, seat.wished(), seat.phrases()),
            at: frame.time(&row.at),
            by_document: seek("document", &row.document_id),
            by_reader: seek("account", &row.account_id),
            row,
        }
    };
    let query = seat.uri.query().map_or_else(String::new, |query| format!("?{query}"));
    let lines = rows.into_iter().map(line).collect();
    let is_sought = ["document", "account"].iter().any(|name| !seat.asked(name).is_empty());
    let page = Page { tabs: tabs(&seat), lines, query, is_sought, is_cut, frame };
    seat.page(StatusCode::OK, &page)
}

/// The file.
pub(super) async fn csv(seat: Seat) -> Reply {
    let rows = sought(&seat, MOST_SENT).await?;
    let today = seat.now.day();
    let table = Table {
        titles: TITLES.iter().map(|key| seat.phrases().word(key)).collect(),
        rows: rows.into_iter().map(|row| cells(row, &seat)).collect(),
    };
    let bytes = table.bytes(Form::Csv, today).await?;
    let mut answer = ([(header::CONTENT_TYPE, Form::Csv.media_type())], bytes).into_response();
    let name = format!("attachment; filename=\"downloads-{today}.csv\"");
    if let Ok(name) = HeaderValue::from_str(&name) {
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(answer)
}

/// The downloads of the own documents that the address asks for.
async fn sought(seat: &Seat, most: i64) -> Result<Vec<DownloadRow>, Refusal> {
    let (_, organization) = super::owner(seat)?;
    let (document, account) = (seat.asked("document"), seat.asked("account"));
    for asked in [&document, &account] {
        if !asked.is_empty() && super::id(asked).is_none() {
            return Err(Refusal::BadRequest);
        }
    }
    let filter = DownloadFilter { document: super::id(&document), account: super::id(&account) };
    Ok(seat.site.portals.store().downloads_of(organization, filter, most).await?)
}

fn cells(row: DownloadRow, seat: &Seat) -> Vec<Cell> {
    let marked = if row.marked { "documents-yes" } else { "documents-no" };
    let texts = [
        row.download_id,
        row.at,
        row.item_kind,
        row.item_id,
        row.name,
        row.file_digest,
        row.account_name,
        row.account_id,
        row.reader_organization,
        row.agreement_version.map_or_else(String::new, |version| version.to_string()),
        row.request_id.unwrap_or_default(),
        seat.phrases().word(marked),
    ];
    texts.map(Cell::Text).into()
}
