//! One Parquet file of a table, and what the table's log says of it.

use std::collections::HashMap;

use deltalake::DeltaTable;
use deltalake::arrow::array::{Array as _, RecordBatch, TimestampMicrosecondArray};
use deltalake::kernel::Add;
use deltalake::parquet::arrow::ArrowWriter;
use deltalake::parquet::basic::{Compression, ZstdLevel};
use deltalake::parquet::errors::ParquetError;
use deltalake::parquet::file::properties::{EnabledStatistics, WriterProperties};
use deltalake::parquet::schema::types::ColumnPath;
use object_store::ObjectStoreExt as _;
use object_store::path::Path;
use serde_json::json;

use crate::fault::Fault;

/// The most rows of a row group: what a reader decodes at once.
const GROUP_ROWS: usize = 262_144;

/// Writes rows as a file in a folder of the table (the table's partition columns and their values).
/// Nobody sees it before it is committed. `now` is in milliseconds since 1970.
pub(crate) async fn write(
    table: &DeltaTable,
    folder: &[(&str, &str)],
    rows: &RecordBatch,
    now: i64,
) -> Result<Add, Fault> {
    let bytes = encoded(rows)?;
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let path = format!("{}/{}.zstd.parquet", folder_name(folder), random_name()?);
    let wrong = |error: object_store::Error| Fault::Tables(error.to_string());
    table.object_store().put(&Path::from(path.as_str()), bytes.into()).await.map_err(wrong)?;
    let value = |(name, value): &(&str, &str)| ((*name).to_owned(), Some((*value).to_owned()));
    Ok(Add {
        path,
        partition_values: folder.iter().map(value).collect::<HashMap<_, _>>(),
        size,
        modification_time: now,
        data_change: true,
        stats: Some(bounds(rows)?),
        ..Add::default()
    })
}

/// The folder is named by the innermost value, which is a day; the log has the others, so that no
/// name of an organization has to be a name of a folder.
fn folder_name(folder: &[(&str, &str)]) -> String {
    folder.last().map_or_else(String::new, |(name, value)| format!("{name}={value}"))
}

/// How files are written: times have bounds by page, so that the newest rows are found without reading
/// the others; random ids are neither compressed nor collected.
fn properties() -> Result<WriterProperties, ParquetError> {
    let mut properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(1)?))
        .set_max_row_group_row_count(Some(GROUP_ROWS))
        .set_statistics_enabled(EnabledStatistics::None)
        .set_column_statistics_enabled(ColumnPath::from("ts"), EnabledStatistics::Page)
        .set_column_dictionary_enabled(ColumnPath::from("ts"), false);
    for id in ["request_id", "correlation_id"] {
        properties = properties
            .set_column_dictionary_enabled(ColumnPath::from(id), false)
            .set_column_compression(ColumnPath::from(id), Compression::UNCOMPRESSED);
    }
    Ok(properties.build())
}

fn encoded(rows: &RecordBatch) -> Result<Vec<u8>, Fault> {
    let write = || {
        let mut bytes = Vec::new();
        let mut writer = ArrowWriter::try_new(&mut bytes, rows.schema(), Some(properties()?))?;
        writer.write(rows)?;
        writer.close()?;
        Ok(bytes)
    };
    write().map_err(|error: ParquetError| Fault::Tables(error.to_string()))
}

/// How many rows, and their first and last time where they have one, as the table's log writes it.
fn bounds(rows: &RecordBatch) -> Result<String, Fault> {
    let count = rows.num_rows();
    let times = rows
        .column_by_name("ts")
        .and_then(|column| column.as_any().downcast_ref::<TimestampMicrosecondArray>());
    let range = times.and_then(|times| {
        let values = times.values().iter().copied();
        values.clone().min().zip(values.max())
    });
    let Some((first, last)) = range else {
        return Ok(json!({"numRecords": count}).to_string());
    };
    Ok(json!({
        "numRecords": count,
        "minValues": {"ts": text(first)?},
        "maxValues": {"ts": text(last)?},
        "nullCount": {"ts": 0},
    })
    .to_string())
}

fn text(micros: i64) -> Result<String, Fault> {
    let at = jiff::Timestamp::from_microsecond(micros);
    at.map(|at| format!("{at:.6}")).map_err(|error| Fault::Tables(error.to_string()))
}

fn random_name() -> Result<String, Fault> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| Fault::Tables(error.to_string()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
