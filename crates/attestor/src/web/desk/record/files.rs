//! The record to take along: CSV for people, JSON lines for programs.

use attestor_core::desk::file::CaseFile;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use serde_json::{Value as Json, json};

use super::line::what;
use super::{Wish, visible};
use crate::store::record::{Entry, RecordFilter};
use crate::web::desk::visit::DeskVisit;
use crate::web::table::{Cell, Form, Table};
use crate::web::visit::{Refusal, Reply};

/// The most entries of a file.
const MOST: i64 = 50_000;

/// The titles of the columns, by key.
const TITLES: [&str; 9] = [
    "desk-record-number",
    "desk-record-at",
    "desk-record-actor",
    "desk-record-role",
    "desk-record-what",
    "desk-record-kind",
    "desk-record-subject",
    "desk-record-subject-id",
    "desk-record-digest",
];

/// Sends the whole record, or what is sought in it, as CSV.
pub(super) async fn csv(visit: DeskVisit) -> Reply {
    table(&visit, None).await
}

/// The same of a case.
pub(super) async fn case_csv(visit: DeskVisit, Path(case): Path<String>) -> Reply {
    let file = visit.case(&case).await?;
    table(&visit, Some(&file)).await
}

/// Sends the whole record, or what is sought in it, an entry a line.
pub(super) async fn json_lines(visit: DeskVisit) -> Reply {
    lines(&visit, None).await
}

/// The same of a case.
pub(super) async fn case_json_lines(visit: DeskVisit, Path(case): Path<String>) -> Reply {
    let file = visit.case(&case).await?;
    lines(&visit, Some(&file)).await
}

/// What is sought, oldest first.
async fn entries(visit: &DeskVisit, file: Option<&CaseFile>) -> Result<Vec<Entry>, Refusal> {
    let filter: RecordFilter = Wish::of(visit).filter(file.map(|file| file.id.as_str()));
    let mut entries = visit.desk().store().find_entries(&filter, MOST).await?;
    entries.reverse();
    Ok(entries)
}

async fn table(visit: &DeskVisit, file: Option<&CaseFile>) -> Reply {
    let entries = entries(visit, file).await?;
    let seen = visible(visit, file, &entries)?;
    let table = Table {
        titles: TITLES.iter().map(|key| visit.t(key)).collect(),
        rows: seen.into_iter().map(|it| row(visit, file.is_some(), it)).collect(),
    };
    let bytes = table.bytes(Form::Csv, visit.today).await?;
    Ok(send(visit, (Form::Csv.ending(), Form::Csv.media_type()), bytes))
}

fn row(visit: &DeskVisit, of_case: bool, entry: &Entry) -> Vec<Cell> {
    let place = if of_case { entry.number } else { entry.entry_id };
    let text = |text: &str| Cell::Text(text.to_owned());
    vec![
        Cell::Count(usize::try_from(place).unwrap_or_default()),
        text(&entry.at),
        text(&actor(entry)),
        text(&entry.role),
        text(&what(visit, &entry.kind)),
        text(&entry.kind),
        text(&entry.subject),
        text(&entry.subject_id),
        text(&entry.digest),
    ]
}

/// The name that the entry keeps, else the account.
fn actor(entry: &Entry) -> String {
    let content: Json = serde_json::from_str(&entry.content).unwrap_or_default();
    content.get("name").and_then(Json::as_str).unwrap_or(&entry.actor).to_owned()
}

async fn lines(visit: &DeskVisit, file: Option<&CaseFile>) -> Reply {
    let entries = entries(visit, file).await?;
    let mut bytes = Vec::new();
    for entry in visible(visit, file, &entries)? {
        bytes.extend_from_slice(json_line(entry).to_string().as_bytes());
        bytes.push(b'\n');
    }
    Ok(send(visit, ("jsonl", "application/jsonl"), bytes))
}

/// An entry with all that its digest is made from.
fn json_line(entry: &Entry) -> Json {
    json!({
        "entry_id": entry.entry_id,
        "at": entry.at,
        "actor": entry.actor,
        "role": entry.role,
        "organization": entry.organization,
        "subject": entry.subject,
        "subject_id": entry.subject_id,
        "number": entry.number,
        "kind": entry.kind,
        "content": entry.content,
        "previous": entry.previous,
        "digest": entry.digest,
    })
}

fn send(
    visit: &DeskVisit,
    (ending, media_type): (&str, &'static str),
    bytes: Vec<u8>,
) -> axum::response::Response {
    let name = format!("attachment; filename=\"record-{}.{ending}\"", visit.today);
    let mut answer = ([(header::CONTENT_TYPE, media_type)], bytes).into_response();
    if let Ok(name) = HeaderValue::from_str(&name) {
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    answer
}
