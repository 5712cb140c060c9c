//! The catalog in SQLite: one file, one writer at a time, readers that never wait.

use std::path::Path;
use std::time::Duration;

use attestor_core::digest::Digest;
use attestor_core::instant::Instant;
use serde_json::Value as Json;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions};
use sqlx::{SqlitePool, query, query_as, query_scalar};

use super::chain::{End, Link, Told, VERSION_ADDED};
use super::row::{AppColumns, Kept, KeptColumns, VersionColumns, day_counts};
use super::{
    AppRow, Counts, FindingRow, Matching, NewPage, PermissionRow, Put, Range, VersionRow, sql,
};
use crate::stop::Stop;

/// How long a writer waits for another.
const WAIT: Duration = Duration::from_secs(30);

const MIGRATIONS: &[(i64, &str, &str)] =
    &[(1, "catalog", include_str!("../../../../migrations/sqlite/0001_catalog.sql"))];

const KNOWN: &str = "
select page_digest
from app_version
where page_digest in (select value from json_each($1))";

const PUT_PERMISSIONS: &str = "
insert into permission (app_id, number, position, name, kind, registration_id)
select $1, $2, key + 1, value ->> 0, value ->> 1, value ->> 2
from json_each($3)";

const PUT_FINDINGS: &str = "
insert into finding (app_id, number, position, code, line, message)
select $1, $2, key + 1, value ->> 0, value ->> 1, value ->> 2
from json_each($3)";

const PUT_FACETS: &str = "
insert into app_facet (app_id, facet, value)
select $1, value ->> 0, value ->> 1
from json_each($2)";

/// Opens the file, making it where it is missing.
pub(super) async fn open(file: &Path) -> Result<SqlitePool, Stop> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .foreign_keys(true)
        .busy_timeout(WAIT);
    let opened = SqlitePoolOptions::new().max_connections(4).connect_with(options).await;
    let pool = opened.map_err(|error| {
        Stop::Failure(format!("cannot open the database {}: {error}", file.display()))
    })?;
    super::migrations(MIGRATIONS).run(&pool).await?;
    Ok(pool)
}

pub(super) async fn known(pool: &SqlitePool, digests: &[Digest]) -> Result<Vec<Digest>, Stop> {
    let names: Vec<String> = digests.iter().map(Digest::to_string).collect();
    let list = Json::from(names.clone()).to_string();
    let found: Vec<String> = query_scalar(KNOWN).bind(list).fetch_all(pool).await?;
    let is_found = |name: &String| found.contains(name);
    Ok(digests.iter().zip(&names).filter(|(_, name)| is_found(name)).map(|(one, _)| *one).collect())
}

pub(super) async fn put_pages(
    pool: &SqlitePool,
    pages: &[NewPage],
    at: Instant,
) -> Result<Vec<Put>, Stop> {
    // `immediate` makes two writers wait for each other here, not fail in the middle.
    let mut work = pool.begin_with("begin immediate").await?;
    let mut end = End(query_as(sql::CHAIN_END).fetch_optional(&mut *work).await?);
    let mut answers = Vec::with_capacity(pages.len());
    for page in pages {
        answers.push(put_page(&mut work, page, at, &mut end).await?);
    }
    work.commit().await?;
    Ok(answers)
}

async fn put_page(
    work: &mut SqliteConnection,
    page: &NewPage,
    at: Instant,
    end: &mut End,
) -> Result<Put, Stop> {
    let (app_id, digest) = (page.identity.id.as_str(), page.digest.to_string());
    let kept: Option<i64> =
        query_scalar(sql::IS_KEPT).bind(&digest).fetch_optional(&mut *work).await?;
    if kept.is_some() {
        return Ok(Put::Unchanged);
    }
    let kept: Option<KeptColumns> =
        query_as(sql::KEPT).bind(app_id).fetch_optional(&mut *work).await?;
    let kept = kept.map(Kept::from);
    let number = kept.as_ref().map_or(0, |kept| kept.versions) + 1;
    let current = kept.and_then(|kept| kept.standing);
    let replaces = current.is_none_or(|current| page.standing.replaces(&current));
    if replaces {
        put_app(work, page, number).await?;
    } else {
        query(sql::COUNT_VERSION).bind(app_id).bind(number).execute(&mut *work).await?;
    }
    put_version(work, page, number, at).await?;
    if replaces {
        query(sql::DROP_FACETS).bind(app_id).execute(&mut *work).await?;
        query(PUT_FACETS).bind(app_id).bind(page.facet_rows()).execute(&mut *work).await?;
    }
    let told = Told { at, app_id, version: number, page: page.digest };
    put_journal(work, told, &end.next(told)).await?;
    Ok(Put::New { number })
}

async fn put_app(work: &mut SqliteConnection, page: &NewPage, number: i64) -> Result<(), Stop> {
    query(sql::PUT_APP)
        .bind(&page.identity.id)
        .bind(page.identity.source.as_str())
        .bind(&page.name)
        .bind(page.name_key())
        .bind(&page.publisher)
        .bind(page.tier.map(|tier| tier.as_str()))
        .bind(page.stores_data.as_str())
        .bind(page.updated_on())
        .bind(page.standing.form.as_str())
        .bind(&page.standing.locale)
        .bind(number)
        .execute(work)
        .await?;
    Ok(())
}

async fn put_version(
    work: &mut SqliteConnection,
    page: &NewPage,
    number: i64,
    at: Instant,
) -> Result<(), Stop> {
    let app_id = page.identity.id.as_str();
    query(sql::PUT_VERSION)
        .bind(app_id)
        .bind(number)
        .bind(page.digest.to_string())
        .bind(&page.standing.locale)
        .bind(page.standing.form.as_str())
        .bind(page.updated_on())
        .bind(&page.facts)
        .bind(&page.page)
        .bind(at.to_string())
        .execute(&mut *work)
        .await?;
    for (statement, rows) in
        [(PUT_PERMISSIONS, page.permission_rows()), (PUT_FINDINGS, page.finding_rows())]
    {
        query(statement).bind(app_id).bind(number).bind(rows).execute(&mut *work).await?;
    }
    Ok(())
}

async fn put_journal(work: &mut SqliteConnection, told: Told<'_>, link: &Link) -> Result<(), Stop> {
    query(sql::PUT_JOURNAL)
        .bind(link.number)
        .bind(told.at.to_string())
        .bind(VERSION_ADDED)
        .bind(told.app_id)
        .bind(told.version)
        .bind(told.page.to_string())
        .bind(&link.previous)
        .bind(&link.digest)
        .execute(work)
        .await?;
    Ok(())
}

pub(super) async fn app(pool: &SqlitePool, app_id: &str) -> Result<Option<AppRow>, Stop> {
    let found: Option<AppColumns> = query_as(sql::APP).bind(app_id).fetch_optional(pool).await?;
    Ok(found.map(AppRow::from))
}

pub(super) async fn apps(
    pool: &SqlitePool,
    matching: &Matching,
    range: &Range,
) -> Result<Vec<AppRow>, Stop> {
    let rows: Vec<AppColumns> = query_as(sql::APPS)
        .bind(matching.tier())
        .bind(&matching.permission)
        .bind(matching.stores_data())
        .bind(&range.after)
        .bind(range.limit)
        .fetch_all(pool)
        .await?;
    Ok(rows.into_iter().map(AppRow::from).collect())
}

pub(super) async fn counts(pool: &SqlitePool, matching: &Matching) -> Result<Counts, Stop> {
    let facets = query_as(sql::FACET_COUNTS)
        .bind(matching.tier())
        .bind(&matching.permission)
        .bind(matching.stores_data())
        .fetch_all(pool)
        .await?;
    let days = query_as(sql::DAY_COUNTS)
        .bind(matching.tier())
        .bind(&matching.permission)
        .bind(matching.stores_data())
        .fetch_all(pool)
        .await?;
    Ok(Counts { facets, days: day_counts(days) })
}

pub(super) async fn versions(pool: &SqlitePool, app_id: &str) -> Result<Vec<VersionRow>, Stop> {
    let rows: Vec<VersionColumns> = query_as(sql::VERSIONS).bind(app_id).fetch_all(pool).await?;
    Ok(rows.into_iter().map(VersionRow::from).collect())
}

pub(super) async fn page(
    pool: &SqlitePool,
    app_id: &str,
    number: i64,
) -> Result<Option<(String, Vec<u8>)>, Stop> {
    Ok(query_as(sql::PAGE).bind(app_id).bind(number).fetch_optional(pool).await?)
}

pub(super) async fn permissions(
    pool: &SqlitePool,
    app_id: &str,
    number: i64,
) -> Result<Vec<PermissionRow>, Stop> {
    let rows: Vec<(String, Option<String>, Option<String>)> =
        query_as(sql::PERMISSIONS).bind(app_id).bind(number).fetch_all(pool).await?;
    Ok(rows.into_iter().map(PermissionRow::from).collect())
}

pub(super) async fn findings(
    pool: &SqlitePool,
    app_id: &str,
    number: i64,
) -> Result<Vec<FindingRow>, Stop> {
    let rows: Vec<(String, i64, String)> =
        query_as(sql::FINDINGS).bind(app_id).bind(number).fetch_all(pool).await?;
    Ok(rows.into_iter().map(FindingRow::from).collect())
}
