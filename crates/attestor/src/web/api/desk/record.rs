//! The record: who did what, when.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::Value as Json;

use super::call::{Answered, Call, json};
use super::cases::{limit, link_next, past, value};
use super::refusal::No;
use super::shapes::{Entry, EntryList};
use crate::actions::desk::recorded;
use crate::actions::desk::shown::is_shown;
use crate::store::record;

/// The record of a case. Nobody meets what others keep back until they send it; publishers meet
/// nothing internal, and no digests of what they do not see.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{case}/record",
    tag = "record",
    params(
        ("case" = String, Path, description = "The case's id"),
        ("limit" = Option<usize>, Query, description = "How many entries, 50 if nothing is said", minimum = 1, maximum = 200),
        ("after" = Option<i64>, Query, description = "The `cursor` of the part before"),
    ),
    responses((status = 200, description = "A part of the record", body = EntryList))
)]
pub(in crate::web::api) async fn of_case(call: Call, Path(case): Path<String>) -> Response {
    call.tell(case_entries(&call, &case).await)
}

async fn case_entries(call: &Call, case: &str) -> Answered {
    let asked = call.asked(&["limit", "after"])?;
    let (limit, after) = (limit(&asked)?, after(&asked)?);
    let file = call.case(case).await?;
    let rows = call.desk().store().case_acts(case, after).await?;
    let acts = recorded(&rows)?;
    let seen = rows.into_iter().zip(&acts).filter(|(_, one)| is_shown(&call.worker, &file, one));
    let mut rows: Vec<record::Entry> = seen.map(|(row, _)| row).take(limit + 1).collect();
    let more = rows.len() > limit;
    rows.truncate(limit);
    let cursor = rows.last().filter(|_| more).map(|row| row.number.to_string());
    part(call, &asked, rows, cursor.as_deref())
}

/// The record of the whole desk.
#[utoipa::path(
    get,
    path = "/api/v1/record",
    tag = "record",
    params(
        ("limit" = Option<usize>, Query, description = "How many entries, 50 if nothing is said", minimum = 1, maximum = 200),
        ("after" = Option<i64>, Query, description = "The `cursor` of the part before"),
    ),
    responses((status = 200, description = "A part of the record", body = EntryList))
)]
pub(in crate::web::api) async fn list(call: Call) -> Response {
    call.tell(entries(&call).await)
}

async fn entries(call: &Call) -> Answered {
    let asked = call.asked(&["limit", "after"])?;
    let (limit, after) = (limit(&asked)?, after(&asked)?);
    let mut rows = call.desk().store().entries_after(after, past(limit)).await?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let cursor = rows.last().filter(|_| more).map(|row| row.entry_id.to_string());
    part(call, &asked, rows, cursor.as_deref())
}

fn after(asked: &[(String, String)]) -> Result<i64, No> {
    let Some(text) = value(asked, "after") else { return Ok(0) };
    let number = text.parse().ok().filter(|number| *number >= 0);
    number.ok_or_else(|| No::parameter("after", "this is no `cursor`"))
}

fn part(
    call: &Call,
    asked: &[(String, String)],
    rows: Vec<record::Entry>,
    cursor: Option<&str>,
) -> Answered {
    let entries = rows.into_iter().map(|row| entry(call, row)).collect();
    let list = EntryList { entries, cursor: cursor.map(str::to_owned) };
    let mut answer = json(StatusCode::OK, &list)?;
    link_next(call, &mut answer, asked, cursor);
    Ok(answer)
}

fn entry(call: &Call, row: record::Entry) -> Entry {
    let staff = call.is_staff();
    // What is in the record was written as JSON.
    let content: Json = serde_json::from_str(&row.content).unwrap_or_default();
    Entry {
        entry: staff.then_some(row.entry_id),
        at: row.at,
        actor: staff.then_some(row.actor),
        role: row.role,
        organization_id: row.organization,
        subject: row.subject,
        subject_id: row.subject_id,
        number: row.number,
        kind: row.kind,
        content,
        previous: staff.then_some(row.previous),
        digest: staff.then_some(row.digest),
    }
}
