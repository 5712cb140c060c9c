//! Which of some rows the table has already. Only files whose times overlap are read, so a log that
//! goes on where the last one ended costs next to nothing.

use std::collections::HashSet;

use deltalake::DeltaTable;
use deltalake::arrow::array::{Array as _, BinaryArray, BinaryViewArray};
use deltalake::arrow::datatypes::DataType;
use deltalake::datafusion::common::ScalarValue;
use deltalake::datafusion::prelude::{Expr, col, lit};
use futures_util::StreamExt as _;

use super::{DayRows, keys};
use crate::fault::Fault;
use crate::session::{Session, of_day};

/// How far apart, in microseconds, two sources may put the same event: some cut fractions of a second.
const APART: i64 = 60_000_000;

/// The ids of `rows` that the organization has on that day.
pub(super) async fn among(
    session: &Session,
    table: &DeltaTable,
    organization: &str,
    rows: &DayRows,
) -> Result<HashSet<Vec<u8>>, Fault> {
    let (times, ids) = keys(&rows.rows)?;
    let mut known = HashSet::new();
    let (Some(first), Some(last)) = (times.values().first(), times.values().last()) else {
        return Ok(known);
    };
    let asked: HashSet<&[u8]> = ids.iter().flatten().collect();
    let from = ts(first.saturating_sub(APART));
    let to = ts(last.saturating_add(APART));
    let of_day = of_day(organization, &rows.day.to_string())?.and(col("ts").between(from, to));
    let mut found = session
        .read(table)
        .await?
        .filter(of_day)?
        .select_columns(&["request_id"])?
        .execute_stream()
        .await?;
    while let Some(batch) = found.next().await {
        let column = batch?.column(0).clone();
        match column.data_type() {
            DataType::BinaryView => {
                let ids = column.as_any().downcast_ref::<BinaryViewArray>();
                keep(ids.into_iter().flatten().flatten(), &asked, &mut known);
            }
            _ => {
                let ids = column.as_any().downcast_ref::<BinaryArray>();
                keep(ids.into_iter().flatten().flatten(), &asked, &mut known);
            }
        }
    }
    Ok(known)
}

fn keep<'a>(
    ids: impl Iterator<Item = &'a [u8]>,
    asked: &HashSet<&[u8]>,
    known: &mut HashSet<Vec<u8>>,
) {
    known.extend(ids.filter(|id| asked.contains(*id)).map(<[u8]>::to_vec));
}

fn ts(micros: i64) -> Expr {
    lit(ScalarValue::TimestampMicrosecond(Some(micros), Some("UTC".into())))
}
