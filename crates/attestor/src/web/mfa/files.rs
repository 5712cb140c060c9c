//! Rows to take along as CSV and JSON, with the names of the public interfaces.

use attestor_core::mfa::event::Channel;
use attestor_core::mfa::metric::{MAX_ROWS, WINDOW_DAYS};
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::metric::{count, counted};
use super::{Asked, address};
use crate::actions::mfa::downloads::Row;
use crate::actions::mfa::report::Report;
use crate::phrases::{Arg, Phrases};
use crate::stop::Stop;
use crate::web::seat::Seat;
use crate::web::table::{Cell, Form, Table};
use crate::web::visit::{Refusal, Reply};

/// A file that a page offers.
pub(super) struct File {
    /// What it holds.
    pub(super) title: String,
    /// The same in more words.
    pub(super) about: String,
    /// How much that is; empty where nobody counted.
    pub(super) size: String,
    /// Its forms: the address and the name of the form.
    pub(super) forms: Vec<(String, &'static str)>,
}

/// The files of a report.
pub(super) fn all(phrases: &Phrases, report: &Report) -> Vec<File> {
    let base = format!("{}/files", address(&report.organization));
    let file = |name: &str, size: String| {
        let form = |ending: &str| format!("{base}/{name}.{ending}?day={}", report.day);
        let key = name.rsplit('-').next().unwrap_or(name);
        File {
            title: phrases.word(&format!("mfa-file-{key}")),
            about: phrases.word(&format!("mfa-file-{key}-about")),
            size,
            forms: match name {
                REPORT => vec![(form("json"), "JSON")],
                _ => vec![(form("csv"), "CSV"), (form("json"), "JSON")],
            },
        }
    };
    let requests = report.api.share.whole;
    let (part, whole) = (count(phrases, requests.min(MAX_ROWS as u64)), count(phrases, requests));
    let newest = [("part", Arg::from(&part)), ("whole", Arg::from(&whole))];
    let accounts = counted(phrases, "mfa-accounts-count", report.configuration.share.whole);
    vec![
        file(PORTAL, String::new()),
        file(SUMMARY, String::new()),
        file(REQUESTS, phrases.text("mfa-newest-of", &newest)),
        file(ACCOUNTS, accounts),
        file(REPORT, String::new()),
    ]
}

/// The names of the files, without their ending. The last word is the end of the key of its words.
const PORTAL: &str = "without-mfa-portal";
const SUMMARY: &str = "api-summary";
const REQUESTS: &str = "api-requests";
const ACCOUNTS: &str = "accounts";
const REPORT: &str = "report";

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Csv,
    Json,
}

/// Sends a file.
pub(super) async fn send(seat: Seat, Path((organization, file)): Path<(String, String)>) -> Reply {
    let (name, ending) = file.rsplit_once('.').ok_or(Refusal::NotFound)?;
    let ending = match ending {
        "csv" => Ending::Csv,
        "json" => Ending::Json,
        _ => return Err(Refusal::NotFound),
    };
    let asked = Asked::of(&seat, &organization).await?;
    let (reports, settings, day) = (&asked.reports, &asked.settings, asked.day);
    // Nothing is measured where the report is not offered.
    if !settings.is_offered() {
        return Err(Refusal::NotFound);
    }
    let bytes = match name {
        PORTAL => {
            let mut rows = reports.principals(settings, day).await?;
            rows.retain(|row| row.channel == Channel::Portal);
            bytes(rows, ending, &asked).await?
        }
        SUMMARY => {
            let days = (day.plus_days(-WINDOW_DAYS), day);
            bytes(reports.adoption(settings, days).await?, ending, &asked).await?
        }
        REQUESTS => bytes(reports.requests(settings, day).await?, ending, &asked).await?,
        ACCOUNTS => bytes(reports.accounts(settings, day).await?, ending, &asked).await?,
        REPORT if ending == Ending::Json => json(&reports.report(&organization, day).await?)?,
        _ => return Err(Refusal::NotFound),
    };
    Ok(answer(bytes, ending, &format!("mfa-{name}-{day}")))
}

async fn bytes<R: Row>(rows: Vec<R>, ending: Ending, asked: &Asked) -> Result<Vec<u8>, Refusal> {
    match ending {
        Ending::Csv => table(&rows).bytes(Form::Csv, asked.today).await,
        Ending::Json => json(&rows),
    }
}

fn table<R: Row>(rows: &[R]) -> Table {
    let cells = |row: &R| row.cells().into_iter().map(Cell::Text).collect();
    Table {
        titles: R::names().into_iter().map(str::to_owned).collect(),
        rows: rows.iter().map(cells).collect(),
    }
}

fn json(value: &impl Serialize) -> Result<Vec<u8>, Refusal> {
    serde_json::to_vec(value).map_err(|error| Refusal::Failed(Stop::Failure(error.to_string())))
}

fn answer(bytes: Vec<u8>, ending: Ending, name: &str) -> Response {
    let (media_type, end) = match ending {
        Ending::Csv => (Form::Csv.media_type(), Form::Csv.ending()),
        Ending::Json => ("application/json", "json"),
    };
    let fields = [(header::CONTENT_TYPE, media_type), (header::CACHE_CONTROL, "no-store")];
    let mut answer = (fields, bytes).into_response();
    let name = format!("attachment; filename=\"attestor-{name}.{end}\"");
    if let Ok(name) = HeaderValue::from_str(&name) {
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    answer
}
