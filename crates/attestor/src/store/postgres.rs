//! The catalog in PostgreSQL, by URL.

mod reread;

use std::time::Duration;

use attestor_core::attestation::catalog::identity::Identity;
use attestor_core::attestation::catalog::listing::Listing;
use attestor_core::digest::Digest;
use attestor_core::instant::Instant;
use sqlx::postgres::{PgConnectOptions, PgConnection, PgPoolOptions};
use sqlx::{PgPool, query, query_as, query_scalar};

use super::chain::{End, Link, Told, VERSION_ADDED};
use super::row::{
    AppColumns, Kept, KeptColumns, KeptPageColumns, ListingColumns, VersionColumns, all_terms,
    listing,
};
use super::{
    AppRow, AppState, FindingRow, KeptPage, NewPage, PermissionRow, Put, Revision, VersionRow, sql,
};
use crate::stop::Stop;

/// How long a command or a request waits for the server; a client is told in time to ask again.
const WAIT: Duration = Duration::from_secs(5);

/// How many tasks use the server at once; a further one waits for its turn.
const CONNECTIONS: u32 = 8;

pub(super) const MIGRATIONS: &[(i64, &str, &str)] = &[
    (1, "catalog", include_str!("../../../../migrations/postgres/0001_catalog.sql")),
    (2, "app_listing", include_str!("../../../../migrations/postgres/0002_app_listing.sql")),
    (3, "recognized", include_str!("../../../../migrations/postgres/0003_recognized.sql")),
    (4, "desk", include_str!("../../../../migrations/postgres/0004_desk.sql")),
    (5, "people", include_str!("../../../../migrations/postgres/0005_people.sql")),
    (6, "trust", include_str!("../../../../migrations/postgres/0006_trust.sql")),
    (7, "account_mail", include_str!("../../../../migrations/postgres/0007_account_mail.sql")),
];

/// One writer at a time: the journal is a chain. Readers do not wait.
const LOCK: &str = "lock table journal in exclusive mode";

const KNOWN: &str = "select page_digest from app_version where page_digest = any($1)";

const PUT_PERMISSIONS: &str = "
insert into permission (app_id, number, position, name, kind, registration_id)
select $1, $2, place, value ->> 0, value ->> 1, value ->> 2
from json_array_elements(cast($3 as json)) with ordinality as row (value, place)";

const PUT_FINDINGS: &str = "
insert into finding (app_id, number, position, code, line, message)
select $1, $2, place, value ->> 0, cast(value ->> 1 as bigint), value ->> 2
from json_array_elements(cast($3 as json)) with ordinality as row (value, place)";

/// Connects to the database of a URL.
pub(super) async fn open(url: &str) -> Result<PgPool, Stop> {
    if !["postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme)) {
        return Err(Stop::Usage("the database's URL begins with `postgres://`".to_owned()));
    }
    // The URL may hold a password, so that no message repeats it.
    let options: PgConnectOptions = url
        .parse()
        .map_err(|_| Stop::Usage("the database's URL is not in the form of one".to_owned()))?;
    let opened = PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(WAIT)
        .connect_with(options)
        .await;
    let pool = opened
        .map_err(|error| Stop::Failure(format!("cannot connect to the database: {error}")))?;
    super::migrations(MIGRATIONS).run(&pool).await?;
    Ok(pool)
}

pub(super) use self::reread::{app_count, kept_apps, put_reread};

pub(super) async fn known(pool: &PgPool, digests: &[Digest]) -> Result<Vec<Digest>, Stop> {
    let names: Vec<String> = digests.iter().map(Digest::to_string).collect();
    let found: Vec<String> = query_scalar(KNOWN).bind(&names).fetch_all(pool).await?;
    let is_found = |name: &String| found.contains(name);
    Ok(digests.iter().zip(&names).filter(|(_, name)| is_found(name)).map(|(one, _)| *one).collect())
}

pub(super) async fn put_pages(
    pool: &PgPool,
    pages: &[NewPage],
    at: Instant,
) -> Result<Vec<Put>, Stop> {
    let mut work = pool.begin().await?;
    query(LOCK).execute(&mut *work).await?;
    let mut end = End(query_as(sql::CHAIN_END).fetch_optional(&mut *work).await?);
    let mut answers = Vec::with_capacity(pages.len());
    for page in pages {
        answers.push(put_page(&mut work, page, at, &mut end).await?);
    }
    work.commit().await?;
    Ok(answers)
}

async fn put_page(
    work: &mut PgConnection,
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
    let terms = all_terms(kept.as_ref(), page);
    let current = kept.and_then(|kept| kept.standing);
    let replaces = current.is_none_or(|current| page.standing.replaces(&current));
    let is_listed = terms.is_some();
    let state = AppState::of(page, number, terms.unwrap_or_default());
    if replaces {
        put_app(work, &page.identity, &state, number).await?;
    } else {
        query(sql::COUNT_VERSION).bind(app_id).bind(number).execute(&mut *work).await?;
    }
    match (is_listed, replaces) {
        (true, true) => put_listing(work, app_id, &state).await?,
        (true, false) => {
            query(sql::PUT_TERMS).bind(app_id).bind(&state.terms).execute(&mut *work).await?;
        }
        // It was kept before apps had listings: reading all its pages anew makes one.
        (false, _) => {}
    }
    put_version(work, page, number, at).await?;
    let told = Told { at, change: VERSION_ADDED, app_id, version: number, page: page.digest };
    put_journal(work, told, &end.next(told)).await?;
    Ok(Put::New { number })
}

async fn put_app(
    work: &mut PgConnection,
    identity: &Identity,
    state: &AppState,
    versions: i64,
) -> Result<(), Stop> {
    query(sql::PUT_APP)
        .bind(&identity.id)
        .bind(identity.source.as_str())
        .bind(&state.name)
        .bind(&state.publisher)
        .bind(&state.tier)
        .bind(&state.stores_data)
        .bind(&state.updated_on)
        .bind(&state.form)
        .bind(&state.locale)
        .bind(state.current)
        .bind(versions)
        .execute(work)
        .await?;
    Ok(())
}

async fn put_listing(work: &mut PgConnection, app_id: &str, state: &AppState) -> Result<(), Stop> {
    query(sql::PUT_LISTING)
        .bind(app_id)
        .bind(&state.facets)
        .bind(&state.registrations)
        .bind(state.permission_count)
        .bind(&state.terms)
        .execute(work)
        .await?;
    Ok(())
}

async fn put_version(
    work: &mut PgConnection,
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
        .bind(&page.recognized)
        .execute(&mut *work)
        .await?;
    put_rows(work, app_id, number, page).await
}

/// The permissions and findings of a version.
async fn put_rows(
    work: &mut PgConnection,
    app_id: &str,
    number: i64,
    page: &NewPage,
) -> Result<(), Stop> {
    for (statement, rows) in
        [(PUT_PERMISSIONS, page.permission_rows()), (PUT_FINDINGS, page.finding_rows())]
    {
        query(statement).bind(app_id).bind(number).bind(rows).execute(&mut *work).await?;
    }
    Ok(())
}

async fn put_journal(work: &mut PgConnection, told: Told<'_>, link: &Link) -> Result<(), Stop> {
    query(sql::PUT_JOURNAL)
        .bind(link.number)
        .bind(told.at.to_string())
        .bind(told.change)
        .bind(told.app_id)
        .bind(told.version)
        .bind(told.page.to_string())
        .bind(&link.previous)
        .bind(&link.digest)
        .execute(work)
        .await?;
    Ok(())
}

pub(super) async fn app(pool: &PgPool, app_id: &str) -> Result<Option<AppRow>, Stop> {
    let found: Option<AppColumns> = query_as(sql::APP).bind(app_id).fetch_optional(pool).await?;
    Ok(found.map(AppRow::from))
}

pub(super) async fn revision(pool: &PgPool) -> Result<Revision, Stop> {
    Ok(Revision(query_scalar(sql::REVISION).fetch_optional(pool).await?))
}

pub(super) async fn listings(pool: &PgPool) -> Result<Vec<Listing>, Stop> {
    let rows: Vec<ListingColumns> = query_as(sql::LISTINGS).fetch_all(pool).await?;
    Ok(rows.into_iter().map(listing).collect())
}

pub(super) async fn lacks_listings(pool: &PgPool) -> Result<bool, Stop> {
    let found: Option<String> = query_scalar(sql::LACKING).fetch_optional(pool).await?;
    Ok(found.is_some())
}

pub(super) async fn versions(pool: &PgPool, app_id: &str) -> Result<Vec<VersionRow>, Stop> {
    let rows: Vec<VersionColumns> = query_as(sql::VERSIONS).bind(app_id).fetch_all(pool).await?;
    Ok(rows.into_iter().map(VersionRow::from).collect())
}

pub(super) async fn facts(
    pool: &PgPool,
    app_id: &str,
    number: i64,
) -> Result<Option<String>, Stop> {
    Ok(query_scalar(sql::FACTS).bind(app_id).bind(number).fetch_optional(pool).await?)
}

pub(super) async fn page(
    pool: &PgPool,
    app_id: &str,
    number: i64,
) -> Result<Option<KeptPage>, Stop> {
    let found: Option<KeptPageColumns> =
        query_as(sql::PAGE).bind(app_id).bind(number).fetch_optional(pool).await?;
    Ok(found.map(KeptPage::from))
}

pub(super) async fn permissions(
    pool: &PgPool,
    app_id: &str,
    number: i64,
) -> Result<Vec<PermissionRow>, Stop> {
    let rows: Vec<(String, Option<String>, Option<String>)> =
        query_as(sql::PERMISSIONS).bind(app_id).bind(number).fetch_all(pool).await?;
    Ok(rows.into_iter().map(PermissionRow::from).collect())
}

pub(super) async fn findings(
    pool: &PgPool,
    app_id: &str,
    number: i64,
) -> Result<Vec<FindingRow>, Stop> {
    let rows: Vec<(String, i64, String)> =
        query_as(sql::FINDINGS).bind(app_id).bind(number).fetch_all(pool).await?;
    Ok(rows.into_iter().map(FindingRow::from).collect())
}
