//! Statements that both databases understand, written once: values in, rows out.
//!
//! Read in this order:
//! - [`Value`]: what a statement is given. [`Row`]: what comes back, column by column.
//! - [`Store::rows`] and its kin: single statements. [`Work`]: several that happen all or not at all.
//!
//! What a statement waits for is behind one type (`BoxFuture`): everything that waits for a statement
//! would else carry the drivers' types, and every handler above be compiled with them.
//!
//! A statement for this gate uses `$1`, standard SQL, text, whole numbers and bytes, so that nothing
//! in it depends on the database. Instants and days are text, as in all tables here.

use futures_util::future::BoxFuture;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{PgConnection, Postgres, Row as _, Sqlite, SqliteConnection, Transaction};

use super::{Store, sqlite};
use crate::stop::Stop;

/// What a statement is given.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Value<'a> {
    /// Text, or nothing.
    Text(Option<&'a str>),
    /// A whole number, or nothing.
    Number(Option<i64>),
    /// Bytes, or nothing.
    Bytes(Option<&'a [u8]>),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Some(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Some(text))
    }
}

impl<'a> From<Option<&'a str>> for Value<'a> {
    fn from(text: Option<&'a str>) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(Some(number))
    }
}

impl From<Option<i64>> for Value<'_> {
    fn from(number: Option<i64>) -> Self {
        Self::Number(number)
    }
}

impl<'a> From<Option<&'a [u8]>> for Value<'a> {
    fn from(bytes: Option<&'a [u8]>) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(Some(bytes))
    }
}

/// One row that came back. Columns count from 0, in the order of the statement.
#[derive(Debug)]
pub(crate) enum Row {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From PostgreSQL.
    Postgres(PgRow),
}

impl Row {
    /// The text of a column that is never null.
    pub(crate) fn text(&self, column: usize) -> Result<String, Stop> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    /// The text of a column, if it has one.
    pub(crate) fn maybe_text(&self, column: usize) -> Result<Option<String>, Stop> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    /// The whole number of a column that is never null.
    pub(crate) fn number(&self, column: usize) -> Result<i64, Stop> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    /// The whole number of a column, if it has one.
    pub(crate) fn maybe_number(&self, column: usize) -> Result<Option<i64>, Stop> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    /// The bytes of a column, if it has any.
    pub(crate) fn maybe_bytes(&self, column: usize) -> Result<Option<Vec<u8>>, Stop> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    /// The bytes of a column that is never null.
    pub(crate) fn bytes(&self, column: usize) -> Result<Vec<u8>, Stop> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }
}

/// Gives each value to a statement, in order.
macro_rules! bound {
    ($sql:expr, $values:expr) => {{
        let mut query = sqlx::query($sql);
        for value in $values {
            query = match *value {
                Value::Text(text) => query.bind(text),
                Value::Number(number) => query.bind(number),
                Value::Bytes(bytes) => query.bind(bytes),
            };
        }
        query
    }};
}

impl Store {
    /// The rows of a statement.
    pub(crate) fn rows<'a>(
        &'a self,
        sql: &'static str,
        values: &'a [Value<'a>],
    ) -> BoxFuture<'a, Result<Vec<Row>, Stop>> {
        Box::pin(async move {
            Ok(match self {
                Self::Sqlite(pool) => {
                    let rows = bound!(sql, values).fetch_all(&**pool).await?;
                    rows.into_iter().map(Row::Sqlite).collect()
                }
                Self::Postgres(pool) => {
                    let rows = bound!(sql, values).fetch_all(pool).await?;
                    rows.into_iter().map(Row::Postgres).collect()
                }
            })
        })
    }

    /// The one row of a statement, if there is one.
    pub(crate) fn row<'a>(
        &'a self,
        sql: &'static str,
        values: &'a [Value<'a>],
    ) -> BoxFuture<'a, Result<Option<Row>, Stop>> {
        Box::pin(async move {
            Ok(match self {
                Self::Sqlite(pool) => {
                    bound!(sql, values).fetch_optional(&**pool).await?.map(Row::Sqlite)
                }
                Self::Postgres(pool) => {
                    bound!(sql, values).fetch_optional(pool).await?.map(Row::Postgres)
                }
            })
        })
    }

    /// Runs a statement by itself, without a row in the journal: for what is no change of record, as
    /// when a session was last seen. Gives the number of rows that it changed.
    pub(crate) fn run<'a>(
        &'a self,
        sql: &'static str,
        values: &'a [Value<'a>],
    ) -> BoxFuture<'a, Result<u64, Stop>> {
        Box::pin(async move {
            Ok(match self {
                Self::Sqlite(pool) => {
                    bound!(sql, values).execute(pool.writer()).await?.rows_affected()
                }
                Self::Postgres(pool) => bound!(sql, values).execute(pool).await?.rows_affected(),
            })
        })
    }

    /// Begins several statements that happen all or not at all. SQLite has one writer at a time;
    /// PostgreSQL has one from the first row in the journal on.
    pub(crate) fn begin(&self) -> BoxFuture<'_, Result<Work, Stop>> {
        Box::pin(async move {
            Ok(match self {
                Self::Sqlite(pool) => Work::Sqlite(pool.writer().begin_with(sqlite::WRITE).await?),
                Self::Postgres(pool) => Work::Postgres(pool.begin().await?),
            })
        })
    }
}

/// Several statements that happen all or not at all. Dropped without [`commit`](Self::commit),
/// nothing has happened.
pub(crate) enum Work {
    /// In SQLite.
    Sqlite(Transaction<'static, Sqlite>),
    /// In PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

impl Work {
    /// The rows of a statement.
    pub(crate) fn rows<'a>(
        &'a mut self,
        sql: &'static str,
        values: &'a [Value<'a>],
    ) -> BoxFuture<'a, Result<Vec<Row>, Stop>> {
        Box::pin(async move {
            Ok(match self {
                Self::Sqlite(work) => {
                    let work: &mut SqliteConnection = work;
                    let rows = bound!(sql, values).fetch_all(work).await?;
                    rows.into_iter().map(Row::Sqlite).collect()
                }
                Self::Postgres(work) => {
                    let work: &mut PgConnection = work;
                    let rows = bound!(sql, values).fetch_all(work).await?;
                    rows.into_iter().map(Row::Postgres).collect()
                }
            })
        })
    }

    /// The one row of a statement, if there is one.
    pub(crate) fn row<'a>(
        &'a mut self,
        sql: &'static str,
        values: &'a [Value<'a>],
    ) -> BoxFuture<'a, Result<Option<Row>, Stop>> {
        Box::pin(async move { Ok(self.rows(sql, values).await?.into_iter().next()) })
    }

    /// Runs a statement and gives the number of rows that it changed.
    pub(crate) fn run<'a>(
        &'a mut self,
        sql: &'static str,
        values: &'a [Value<'a>],
    ) -> BoxFuture<'a, Result<u64, Stop>> {
        Box::pin(async move {
            Ok(match self {
                Self::Sqlite(work) => {
                    let work: &mut SqliteConnection = work;
                    bound!(sql, values).execute(work).await?.rows_affected()
                }
                Self::Postgres(work) => {
                    let work: &mut PgConnection = work;
                    bound!(sql, values).execute(work).await?.rows_affected()
                }
            })
        })
    }

    /// Keeps everything. When this returns, it is on disk.
    pub(crate) fn commit(self) -> BoxFuture<'static, Result<(), Stop>> {
        Box::pin(async move {
            match self {
                Self::Sqlite(work) => work.commit().await?,
                Self::Postgres(work) => work.commit().await?,
            }
            Ok(())
        })
    }
}
