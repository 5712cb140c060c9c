//! Rows come into `events`: those that are there already are left out, the others are added at once
//! or not at all.

mod known;

use std::collections::{BTreeMap, HashSet};

use deltalake::DeltaTable;
use deltalake::arrow::array::{
    Array as _, BinaryArray, RecordBatch, TimestampMicrosecondArray, UInt32Array,
};
use deltalake::arrow::compute::take_record_batch;
use deltalake::kernel::Action;
use jiff::civil::Date;

use crate::commit::{TRIES, commit};
use crate::fault::Fault;
use crate::file;
use crate::session::Session;
use crate::tables::{DAY, ORGANIZATION};

/// What became of some rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Appended {
    /// Rows that are new.
    pub(crate) added: u64,
    /// Rows that were there already, or twice among these.
    pub(crate) known: u64,
}

/// The microseconds of a day.
const DAY_MICROS: i64 = 86_400_000_000;

/// Rows of one day, in order of time and id.
#[derive(Debug)]
struct DayRows {
    day: Date,
    rows: RecordBatch,
}

/// Adds rows, whose columns are those of the table without its folders. `now` is in milliseconds since
/// 1970.
///
/// An event is known when the same organization has one with its id on its day (UTC).
pub(crate) async fn append(
    (session, table): (&Session, &mut DeltaTable),
    organization: &str,
    rows: RecordBatch,
    now: i64,
) -> Result<Appended, Fault> {
    let given = count(rows.num_rows());
    let days = by_day(&rows)?;
    drop(rows);
    for _ in 0..TRIES {
        let fresh = fresh(session, table, organization, &days).await?;
        let added = fresh.iter().map(|day| count(day.rows.num_rows())).sum();
        if added == 0 {
            return Ok(Appended { added, known: given });
        }
        let mut adds = Vec::with_capacity(fresh.len());
        for day in fresh {
            let date = day.day.to_string();
            let folder = [(ORGANIZATION, organization), (DAY, date.as_str())];
            adds.push(Action::Add(file::write(table, &folder, &day.rows, now).await?));
        }
        // Whoever adds to one organization at the same time is in conflict by this name: then what
        // is known has to be looked up again.
        if commit(table, &format!("import:{organization}"), adds, now).await? {
            return Ok(Appended { added, known: given.saturating_sub(added) });
        }
    }
    Err(Fault::Busy)
}

/// Rows apart by day, each day in order of time and id.
fn by_day(rows: &RecordBatch) -> Result<Vec<DayRows>, Fault> {
    let (times, ids) = keys(rows)?;
    let mut days: BTreeMap<i64, Vec<u32>> = BTreeMap::new();
    for (row, ts) in (0..).zip(times.values()) {
        days.entry(ts.div_euclid(DAY_MICROS)).or_default().push(row);
    }
    let mut all = Vec::with_capacity(days.len());
    for (day, mut indices) in days {
        let key = |row: &u32| {
            let row = usize::try_from(*row).unwrap_or(usize::MAX);
            (times.value(row), ids.value(row))
        };
        if !indices.is_sorted_by_key(key) {
            indices.sort_by(|one, other| key(one).cmp(&key(other)));
        }
        let rows = take_record_batch(rows, &UInt32Array::from(indices))?;
        all.push(DayRows { day: date(day)?, rows });
    }
    Ok(all)
}

/// Only what is not in the table yet, and each once.
async fn fresh(
    session: &Session,
    table: &DeltaTable,
    organization: &str,
    days: &[DayRows],
) -> Result<Vec<DayRows>, Fault> {
    let mut fresh = Vec::new();
    for one in days {
        let known = known::among(session, table, organization, one).await?;
        let (_, ids) = keys(&one.rows)?;
        let mut seen: HashSet<&[u8]> = HashSet::with_capacity(ids.len());
        let kept: Vec<u32> = (0..)
            .zip(ids.iter().flatten())
            .filter(|(_, id)| !known.contains(*id) && seen.insert(id))
            .map(|(row, _)| row)
            .collect();
        if kept.is_empty() {
            continue;
        }
        let rows = if kept.len() == one.rows.num_rows() {
            one.rows.clone()
        } else {
            take_record_batch(&one.rows, &UInt32Array::from(kept))?
        };
        fresh.push(DayRows { day: one.day, rows });
    }
    Ok(fresh)
}

/// The times and ids of rows.
fn keys(rows: &RecordBatch) -> Result<(&TimestampMicrosecondArray, &BinaryArray), Fault> {
    let times = rows.column_by_name("ts").and_then(|column| column.as_any().downcast_ref());
    let ids = rows.column_by_name("request_id").and_then(|column| column.as_any().downcast_ref());
    times.zip(ids).ok_or_else(|| Fault::Tables("rows have neither time nor id".to_owned()))
}

fn date(day: i64) -> Result<Date, Fault> {
    let wrong = |error: jiff::Error| Fault::Tables(error.to_string());
    jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().days(day)).map_err(wrong)
}

fn count(rows: usize) -> u64 {
    u64::try_from(rows).unwrap_or(u64::MAX)
}
