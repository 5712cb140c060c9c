//! The two tables: `events` with one row an event, and `daily` with what a day's events come to.

pub(crate) mod columns;

use deltalake::kernel::StructField;
use deltalake::protocol::SaveMode;
use deltalake::{DeltaTable, DeltaTableBuilder};
use url::Url;

use crate::fault::Fault;
use crate::place::Place;

/// The organization of an event, which is its folder.
pub(crate) const ORGANIZATION: &str = "organization";
/// The day (UTC) of an event, which is its folder.
pub(crate) const DAY: &str = "day";
/// Which kind of sum a row of `daily` is: `app` or `user`.
pub(crate) const PART: &str = "part";

/// Both tables as they are at one moment.
#[derive(Debug, Clone)]
pub(crate) struct Tables {
    /// One row an event.
    pub(crate) events: DeltaTable,
    /// Sums by day.
    pub(crate) daily: DeltaTable,
}

impl Tables {
    /// Opens them, and makes those that are not there.
    pub(crate) async fn open(place: &Place) -> Result<Self, Fault> {
        // Files of events are passed over by their times, those of sums by their folders alone.
        let events = (columns::events(), [ORGANIZATION, DAY].as_slice(), "ts");
        let daily = (columns::daily(), [ORGANIZATION, PART, DAY].as_slice(), "requests");
        let events = open(&place.table("events")?, events).await?;
        let daily = open(&place.table("daily")?, daily).await?;
        Ok(Self { events, daily })
    }
}

async fn open(
    url: &Url,
    (columns, partitions, bounded): (Vec<StructField>, &[&str], &str),
) -> Result<DeltaTable, Fault> {
    let mut table = DeltaTableBuilder::from_url(url.clone())?.build()?;
    if !table.verify_deltatable_existence().await? {
        // Another process may make it at the same moment: then theirs is the one.
        let made = table
            .create()
            .with_save_mode(SaveMode::Ignore)
            .with_columns(columns)
            .with_partition_columns(partitions.iter().copied())
            // Bounds of further columns would only cost.
            .with_configuration_property(
                deltalake::TableProperty::DataSkippingStatsColumns,
                Some(bounded),
            )
            .await;
        if let Ok(made) = made {
            return Ok(made);
        }
        table = DeltaTableBuilder::from_url(url.clone())?.build()?;
    }
    table.load().await?;
    Ok(table)
}
