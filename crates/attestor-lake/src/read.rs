//! Values out of columns, whatever layout the engine gave them.

use attestor_core::mfa::key::Key;
use deltalake::arrow::array::{ArrayRef, AsArray as _, RecordBatch};
use deltalake::arrow::compute::cast;
use deltalake::arrow::datatypes::{DataType, Int64Type, TimeUnit, TimestampMicrosecondType};

use crate::fault::Fault;

/// A column by its name, and where a value of it goes.
pub(crate) type Field<T, V> = (&'static str, fn(&mut T, V));

fn column(rows: &RecordBatch, name: &str, kind: &DataType) -> Result<ArrayRef, Fault> {
    let column = rows
        .column_by_name(name)
        .ok_or_else(|| Fault::Tables(format!("the answer has no column `{name}`")))?;
    Ok(cast(column, kind)?)
}

/// Texts; empty where there is none.
pub(crate) fn texts(rows: &RecordBatch, name: &str) -> Result<Vec<String>, Fault> {
    let column = column(rows, name, &DataType::Utf8)?;
    let texts = column.as_string::<i32>().iter();
    Ok(texts.map(|text| text.unwrap_or_default().to_owned()).collect())
}

/// Counts; 0 where there is none.
pub(crate) fn counts(rows: &RecordBatch, name: &str) -> Result<Vec<u64>, Fault> {
    let column = column(rows, name, &DataType::Int64)?;
    let counts = column.as_primitive::<Int64Type>().iter();
    Ok(counts.map(|count| count.and_then(|n| u64::try_from(n).ok()).unwrap_or(0)).collect())
}

/// Times in microseconds since 1970.
pub(crate) fn times(rows: &RecordBatch, name: &str) -> Result<Vec<Option<i64>>, Fault> {
    let kind = DataType::Timestamp(TimeUnit::Microsecond, None);
    let column = column(rows, name, &kind)?;
    Ok(column.as_primitive::<TimestampMicrosecondType>().iter().collect())
}

/// Ids.
pub(crate) fn keys(rows: &RecordBatch, name: &str) -> Result<Vec<Option<Key>>, Fault> {
    let column = column(rows, name, &DataType::Binary)?;
    let ids = column.as_binary::<i32>().iter();
    let key = |id: Option<&[u8]>| id.and_then(|id| id.try_into().ok()).map(Key::from_bytes);
    Ok(ids.map(key).collect())
}

/// Yes or no; no where there is none.
pub(crate) fn flags(rows: &RecordBatch, name: &str) -> Result<Vec<bool>, Fault> {
    let column = column(rows, name, &DataType::Boolean)?;
    Ok(column.as_boolean().iter().map(|flag| flag.unwrap_or(false)).collect())
}
