//! What is kept: one concrete [`Store`] over two databases, SQLite in a folder and PostgreSQL by URL.
//!
//! Read in this order:
//! - `row`: what goes in and what comes out.
//! - [`Store`]: what can be done; each method goes to its backend once.
//! - `sql`: the statements that both databases understand; `chain`: the journal's digests.
//! - `sqlite`, `postgres`: the statements that differ, transactions, opening. `trouble`: their errors.
//!
//! Nothing here reads the clock: what is written carries the instant that it is given.

mod chain;
pub(crate) mod check;
pub(crate) mod desk;
pub(crate) mod entries;
pub(crate) mod evidence;
pub(crate) mod gate;
pub(crate) mod people;
mod postgres;
pub(crate) mod record;
pub(crate) mod repeated;
mod row;
mod sql;
mod sqlite;
mod trouble;
pub(crate) mod trust;

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use attestor_core::attestation::catalog::listing::Listing;
use attestor_core::digest::Digest;
use attestor_core::instant::Instant;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{PgPool, SqlSafeStr as _};

pub(crate) use self::row::{
    AppRow, AppState, FindingRow, KeptApp, KeptPage, NewPage, PermissionRow, Put, RereadApp,
    Revision, VersionRow, VersionState,
};
use crate::stop::Stop;

/// The database's file in its folder.
const FILE: &str = "attestor.db";

/// The file that a command holds while it opens the database.
const LOCK: &str = "attestor.lock";

const PING: &str = "select journal_id from journal limit 1";

/// Where the catalog is kept.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    /// A folder, with an SQLite database in it.
    Folder(PathBuf),
    /// The URL of a PostgreSQL database. It may hold a password and is never shown.
    Url(String),
}

/// Whether a place without a catalog gets one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Missing {
    /// It is made.
    Made,
    /// It is refused.
    Refused,
}

/// An open database. A clone is the same one.
#[derive(Clone)]
pub(crate) enum Store {
    /// SQLite, in a file.
    Sqlite(sqlite::Opened),
    /// PostgreSQL, over the network or a socket.
    Postgres(PgPool),
}

impl Store {
    /// Opens a database and brings its tables up to date.
    pub(crate) async fn open(place: &Place, missing: Missing) -> Result<Self, Stop> {
        match place {
            Place::Folder(folder) => {
                prepare(folder, missing)?;
                // Two commands that open a new database at once must not both make its tables.
                let turn = take_turn(&folder.join(LOCK))?;
                let opened = sqlite::open(&folder.join(FILE)).await.map(Self::Sqlite);
                drop(turn);
                opened
            }
            Place::Url(url) => postgres::open(url).await.map(Self::Postgres),
        }
    }

    /// Writes everything down and closes the database.
    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }

    /// Asks the database for any one row, to see whether it answers. One statement.
    pub(crate) async fn ping(&self) -> Result<(), Stop> {
        match self {
            Self::Sqlite(pool) => sqlx::query(PING).execute(&**pool).await.map(drop)?,
            Self::Postgres(pool) => sqlx::query(PING).execute(pool).await.map(drop)?,
        }
        Ok(())
    }

    /// Which of these pages are kept already. One statement.
    pub(crate) async fn known(&self, digests: &[Digest]) -> Result<Vec<Digest>, Stop> {
        match self {
            Self::Sqlite(pool) => sqlite::known(pool, digests).await,
            Self::Postgres(pool) => postgres::known(pool, digests).await,
        }
    }

    /// Keeps pages, all or none of them: a page that is kept already changes nothing, any other
    /// becomes a version of its app, with a row in the journal. Gives one answer a page.
    pub(crate) async fn put_pages(&self, pages: &[NewPage], at: Instant) -> Result<Vec<Put>, Stop> {
        match self {
            Self::Sqlite(pool) => sqlite::put_pages(pool.writer(), pages, at).await,
            Self::Postgres(pool) => postgres::put_pages(pool, pages, at).await,
        }
    }

    /// The app with an id. One statement.
    pub(crate) async fn app(&self, app_id: &str) -> Result<Option<AppRow>, Stop> {
        match self {
            Self::Sqlite(pool) => sqlite::app(pool, app_id).await,
            Self::Postgres(pool) => postgres::app(pool, app_id).await,
        }
    }

    /// The state of the catalog. One statement.
    pub(crate) async fn revision(&self) -> Result<Revision, Stop> {
        match self {
            Self::Sqlite(pool) => sqlite::revision(pool).await,
            Self::Postgres(pool) => postgres::revision(pool).await,
        }
    }

    /// All apps as they are listed, without sort keys, by id. One statement.
    pub(crate) async fn listings(&self) -> Result<Vec<Listing>, Stop> {
        match self {
            Self::Sqlite(pool) => sqlite::listings(pool).await,
            Self::Postgres(pool) => postgres::listings(pool).await,
        }
    }

    /// Whether there are apps that [`listings`](Self::listings) leaves out, because they were kept
    /// by an older program. Reading their pages anew lists them. One statement.
    pub(crate) async fn lacks_listings(&self) -> Result<bool, Stop> {
        match self {
            Self::Sqlite(pool) => sqlite::lacks_listings(pool).await,
            Self::Postgres(pool) => postgres::lacks_listings(pool).await,
        }
    }

    /// How many apps there are. One statement.
    pub(crate) async fn app_count(&self) -> Result<i64, Stop> {
        match self {
            Self::Sqlite(pool) => sqlite::app_count(pool).await,
            Self::Postgres(pool) => postgres::app_count(pool).await,
        }
    }

    /// The next apps by id with all their pages. Four statements.
    pub(crate) async fn kept_apps(&self, after: &str, limit: i64) -> Result<Vec<KeptApp>, Stop> {
        match self {
            Self::Sqlite(pool) => sqlite::kept_apps(pool, after, limit).await,
            Self::Postgres(pool) => postgres::kept_apps(pool, after, limit).await,
        }
    }

    /// Replaces what is said about apps and their changed versions, all or none of them, with a row
    /// in the journal for each changed version. False, and nothing is done, where an app got another
    /// version meanwhile.
    pub(crate) async fn put_reread(&self, apps: &[RereadApp], at: Instant) -> Result<bool, Stop> {
        match self {
            Self::Sqlite(pool) => sqlite::put_reread(pool.writer(), apps, at).await,
            Self::Postgres(pool) => postgres::put_reread(pool, apps, at).await,
        }
    }

    /// The versions of an app in the order in which they came in. One statement.
    pub(crate) async fn versions(&self, app_id: &str) -> Result<Vec<VersionRow>, Stop> {
        match self {
            Self::Sqlite(pool) => sqlite::versions(pool, app_id).await,
            Self::Postgres(pool) => postgres::versions(pool, app_id).await,
        }
    }

    /// The facts of a version, as JSON. One statement.
    pub(crate) async fn facts(&self, app_id: &str, number: i64) -> Result<Option<String>, Stop> {
        match self {
            Self::Sqlite(pool) => sqlite::facts(pool, app_id, number).await,
            Self::Postgres(pool) => postgres::facts(pool, app_id, number).await,
        }
    }

    /// The page of a version, with what was recognized on it. One statement.
    pub(crate) async fn page(&self, app_id: &str, number: i64) -> Result<Option<KeptPage>, Stop> {
        match self {
            Self::Sqlite(pool) => sqlite::page(pool, app_id, number).await,
            Self::Postgres(pool) => postgres::page(pool, app_id, number).await,
        }
    }

    /// The permissions of a version, in the order of its page. One statement.
    pub(crate) async fn permissions(
        &self,
        app_id: &str,
        number: i64,
    ) -> Result<Vec<PermissionRow>, Stop> {
        match self {
            Self::Sqlite(pool) => sqlite::permissions(pool, app_id, number).await,
            Self::Postgres(pool) => postgres::permissions(pool, app_id, number).await,
        }
    }

    /// What was found about a version when it came in. One statement.
    pub(crate) async fn findings(
        &self,
        app_id: &str,
        number: i64,
    ) -> Result<Vec<FindingRow>, Stop> {
        match self {
            Self::Sqlite(pool) => sqlite::findings(pool, app_id, number).await,
            Self::Postgres(pool) => postgres::findings(pool, app_id, number).await,
        }
    }
}

/// Makes the folder, or refuses one without a database.
fn prepare(folder: &Path, missing: Missing) -> Result<(), Stop> {
    match missing {
        Missing::Made => {
            std::fs::create_dir_all(folder).map_err(|error| Stop::io("make", folder, &error))
        }
        Missing::Refused if folder.join(FILE).is_file() => Ok(()),
        Missing::Refused => Err(Stop::Usage(format!(
            "there is no catalog in {}; `attestor catalog import DIR` makes one",
            folder.display()
        ))),
    }
}

/// Waits until no other command opens the database; the turn ends with the file.
fn take_turn(path: &Path) -> Result<File, Stop> {
    let failed = |error: &io::Error| Stop::io("lock", path, error);
    let file = File::create(path).map_err(|error| failed(&error))?;
    file.lock().map_err(|error| failed(&error))?;
    Ok(file)
}

/// The migrations of one database, from the binary: number, name and statements.
fn migrations(all: &[(i64, &'static str, &'static str)]) -> Migrator {
    let migration = |(number, name, statements): &(i64, &'static str, &'static str)| {
        let name = (*name).into();
        Migration::new(*number, name, MigrationType::Simple, statements.into_sql_str(), false)
    };
    Migrator::with_migrations(all.iter().map(migration).collect())
}

impl From<MigrateError> for Stop {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::VersionMissing(number) => Self::Failure(format!(
                "the database has tables of a newer program, migration {number}; update attestor"
            )),
            other => Self::Failure(format!("cannot bring the tables up to date: {other}")),
        }
    }
}

#[cfg(test)]
pub(crate) mod suite;
