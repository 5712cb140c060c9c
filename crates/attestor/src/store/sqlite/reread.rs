//! Kept pages that are read anew, in SQLite.

use attestor_core::instant::Instant;
use sqlx::sqlite::SqliteConnection;
use sqlx::{SqlitePool, query, query_as, query_scalar};

use super::{WRITE, put_app, put_journal, put_listing, put_rows};
use crate::stop::Stop;
use crate::store::chain::{End, Told, VERSION_REREAD};
use crate::store::row::{KeptApp, RereadApp, StateColumns, kept_apps as together};
use crate::store::{NewPage, VersionState, sql};

pub(in crate::store) async fn app_count(pool: &SqlitePool) -> Result<i64, Stop> {
    Ok(query_scalar(sql::APP_COUNT).fetch_one(pool).await?)
}

pub(in crate::store) async fn kept_apps(
    pool: &SqlitePool,
    after: &str,
    limit: i64,
) -> Result<Vec<KeptApp>, Stop> {
    let states: Vec<StateColumns> =
        query_as(sql::NEXT_STATES).bind(after).bind(limit).fetch_all(pool).await?;
    let Some(last) = states.last().map(|state| state.0.clone()) else { return Ok(Vec::new()) };
    let versions = query_as(sql::NEXT_VERSIONS).bind(after).bind(&last).fetch_all(pool).await?;
    let permissions =
        query_as(sql::NEXT_PERMISSIONS).bind(after).bind(&last).fetch_all(pool).await?;
    let findings = query_as(sql::NEXT_FINDINGS).bind(after).bind(&last).fetch_all(pool).await?;
    Ok(together(states, versions, permissions, findings))
}

pub(in crate::store) async fn put_reread(
    writer: &SqlitePool,
    apps: &[RereadApp],
    at: Instant,
) -> Result<bool, Stop> {
    let mut work = writer.begin_with(WRITE).await?;
    let mut end = End(query_as(sql::CHAIN_END).fetch_optional(&mut *work).await?);
    for app in apps {
        if !put_app_reread(&mut work, app, at, &mut end).await? {
            work.rollback().await?;
            return Ok(false);
        }
    }
    work.commit().await?;
    Ok(true)
}

async fn put_app_reread(
    work: &mut SqliteConnection,
    app: &RereadApp,
    at: Instant,
    end: &mut End,
) -> Result<bool, Stop> {
    let app_id = app.identity.id.as_str();
    let versions: i64 = query_scalar(sql::COUNT).bind(app_id).fetch_one(&mut *work).await?;
    if versions != app.versions {
        return Ok(false);
    }
    put_app(work, &app.identity, &app.state, versions).await?;
    put_listing(work, app_id, &app.state).await?;
    for (number, page) in &app.changed {
        change_version(work, app_id, *number, page).await?;
        let (change, version) = (VERSION_REREAD, *number);
        let told = Told { at, change, app_id, version, page: page.digest };
        put_journal(work, told, &end.next(told)).await?;
    }
    Ok(true)
}

async fn change_version(
    work: &mut SqliteConnection,
    app_id: &str,
    number: i64,
    page: &NewPage,
) -> Result<(), Stop> {
    let state = VersionState::of(page);
    query(sql::CHANGE_VERSION)
        .bind(app_id)
        .bind(number)
        .bind(&state.locale)
        .bind(&state.form)
        .bind(&state.updated_on)
        .bind(&state.facts)
        .bind(&state.recognized)
        .execute(&mut *work)
        .await?;
    for statement in [sql::DROP_PERMISSIONS, sql::DROP_FINDINGS] {
        query(statement).bind(app_id).bind(number).execute(&mut *work).await?;
    }
    put_rows(work, app_id, number, page).await
}
