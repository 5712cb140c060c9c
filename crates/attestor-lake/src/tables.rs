//! The two tables: `events` with one row an event, and `daily` with what a day's events come to.

pub(crate) mod columns;

use deltalake::kernel::StructField;
use deltalake::protocol::SaveMode;
use deltalake::{DeltaTable, DeltaTableBuilder};
use url::Url;

use crate::fault::Fault;
use crate::place::Place;

/// them.
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
        let events = open(&place.table("events")?, columns::events(), &[ORGANIZATION, DAY]).await?;
        let parts = [ORGANIZATION, PART, DAY];
        let daily = open(&place.table("daily")?, columns::daily(), &parts).await?;
        Ok(Self { events, daily })
    }
}

async fn open(
    url: &Url,
    columns: Vec<StructField>,
    partitions: &[&str],
) -> Result<DeltaTable, Fault> {
    let mut table = DeltaTableBuilder::from_url(url.clone())?.build()?;
    if !table.verify_deltatable_existence().await? {
        // Another process may make it at the same moment: then theirs is the one.
        let made = table
            .create()
            .with_save_mode(SaveMode::Ignore)
            .with_columns(columns)
            .with_partition_columns(partitions.iter().copied())
            // Files are passed over by their times; other bounds would only cost.
            .with_configuration_property(
                deltalake::TableProperty::DataSkippingStatsColumns,
                Some("ts"),
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
