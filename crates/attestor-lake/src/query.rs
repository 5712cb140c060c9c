//! SQL that reads, with a limit of rows and of time.

use std::pin::Pin;
use std::time::Duration;

use deltalake::arrow::array::RecordBatch;
use deltalake::arrow::datatypes::SchemaRef;
use deltalake::arrow::error::ArrowError;
use deltalake::arrow::util::display::{ArrayFormatter, FormatOptions};
use deltalake::datafusion::error::DataFusionError;
use deltalake::datafusion::execution::SendableRecordBatchStream;
use deltalake::datafusion::execution::context::SQLOptions;
use deltalake::datafusion::prelude::{DataFrame, SessionContext};
use futures_util::StreamExt as _;

use crate::Lake;
use crate::fault::Fault;

/// Where the engine keeps tables that are named without more.
const CATALOG: &str = "datafusion";
const SCHEMA: &str = "public";

/// What a query may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The most rows of the answer.
    pub rows: usize,
    /// The most time.
    pub time: Duration,
}

/// The answer to a query, as texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows; `None` is null. Ids are GUIDs, times end with `Z`.
    pub rows: Vec<Vec<Option<String>>>,
    /// Whether there are more rows than these.
    pub cut: bool,
}

impl Lake {
    /// Answers a query over the tables `events` and `daily`.
    ///
    /// # Errors
    /// The query is wrong, does more than read, or takes too long.
    pub async fn query(&self, sql: &str, limits: Limits) -> Result<Answer, Fault> {
        self.session.name("events", &self.tables.events).await?;
        self.session.name("daily", &self.tables.daily).await?;
        let asking: Pin<Box<dyn Future<Output = _> + Send + '_>> = Box::pin(async {
            let asked = asked(self.session.context(), sql).await?;
            let rows = asked.execute_stream().await.map_err(wrong)?;
            answer(rows, limits.rows, wrong).await
        });
        tokio::time::timeout(limits.time, asking).await.map_err(|_| Fault::TooLong)?
    }
}

/// A query of a session, if it only reads. Nothing is read yet.
///
/// # Errors
/// The query is wrong, or does more than read.
pub async fn asked(session: &SessionContext, sql: &str) -> Result<DataFrame, Fault> {
    let only_reads =
        SQLOptions::new().with_allow_ddl(false).with_allow_dml(false).with_allow_statements(false);
    let asked = session.sql_with_options(sql, only_reads).await;
    asked.map_err(|error| Fault::Query(with_tables(session, error.strip_backtrace())))
}

/// Where the engine misses a table, which ones there are.
fn with_tables(session: &SessionContext, words: String) -> String {
    let full = format!("{CATALOG}.{SCHEMA}.");
    if !words.contains(&full) {
        return words;
    }
    let schema = session.catalog(CATALOG).and_then(|catalog| catalog.schema(SCHEMA));
    let mut tables = schema.map_or_else(Vec::new, |schema| schema.table_names());
    tables.sort_unstable();
    format!("{}; the tables are {}", words.replace(&full, ""), tables.join(", "))
}

/// What comes of rows, as texts; at most so many of them. `broken` tells what it means that they end
/// with an error.
///
/// # Errors
/// The rows end with an error.
pub async fn answer(
    mut rows: SendableRecordBatchStream,
    limit: usize,
    broken: impl Fn(DataFusionError) -> Fault,
) -> Result<Answer, Fault> {
    let mut answer = Answer { columns: names(&rows.schema()), ..Answer::default() };
    while let Some(batch) = rows.next().await {
        let batch = batch.map_err(&broken)?;
        let left = limit.saturating_sub(answer.rows.len());
        answer.cut = batch.num_rows() > left;
        answer.rows.extend(texts(&batch.slice(0, batch.num_rows().min(left)))?);
        if answer.cut {
            break;
        }
    }
    Ok(answer)
}

/// What the engine says of a query.
#[expect(clippy::needless_pass_by_value, reason = "it is handed to `map_err`")]
fn wrong(error: DataFusionError) -> Fault {
    Fault::Query(error.strip_backtrace())
}

fn names(schema: &SchemaRef) -> Vec<String> {
    schema.fields().iter().map(|field| field.name().clone()).collect()
}

/// Rows as texts.
pub(crate) fn texts(batch: &RecordBatch) -> Result<Vec<Vec<Option<String>>>, Fault> {
    let wrong = |error: ArrowError| Fault::Query(error.to_string());
    let form = FormatOptions::new().with_timestamp_tz_format(Some("%Y-%m-%dT%H:%M:%S%.6fZ"));
    let columns: Result<Vec<_>, _> =
        batch.columns().iter().map(|column| ArrayFormatter::try_new(column, &form)).collect();
    let columns = columns.map_err(wrong)?;
    let text = |row: usize| {
        let cells = columns.iter().zip(batch.columns()).map(|(form, column)| {
            let is_null = deltalake::arrow::array::Array::is_null(column, row);
            (!is_null).then(|| id_form(form.value(row).to_string(), column.data_type()))
        });
        cells.collect()
    };
    Ok((0..batch.num_rows()).map(text).collect())
}

/// Sixteen bytes are an id, and read as a GUID.
fn id_form(text: String, kind: &deltalake::arrow::datatypes::DataType) -> String {
    use deltalake::arrow::datatypes::DataType;
    let is_bytes = matches!(kind, DataType::Binary | DataType::BinaryView | DataType::LargeBinary);
    let parts = [0..8, 8..12, 12..16, 16..20, 20..32];
    if !is_bytes || text.len() != 32 {
        return text;
    }
    parts.map(|part| text.get(part).unwrap_or_default()).join("-")
}
