//! Which files a day consists of.

use std::collections::{BTreeMap, BTreeSet};

use attestor_core::day::Day;
use attestor_core::digest::Digest;
use attestor_core::mfa::moment::{self, Micros};
use attestor_core::mfa::zone::Zone;
use deltalake::DeltaTable;
use deltalake::kernel::Action;

use crate::fault::Fault;
use crate::read;
use crate::session::Session;
use crate::tables::{DAY, ORGANIZATION};

const KNOWN: &str = "
select distinct cast(day as varchar) as day, files
from daily
where organization = $1 and part = 'app'";

/// A day of the report's zone, and the events that it is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DayFiles {
    /// The day, as in ISO 8601.
    pub(super) day: String,
    /// A name for its files, its zone and the rule: others of these, another name.
    pub(super) files: String,
    /// The first and last folder.
    folders: (String, String),
    /// The first moment, and the one after the last.
    moments: (i64, i64),
}

impl DayFiles {
    /// What the statements ask with.
    pub(super) fn values(&self, organization: &str) -> [String; 6] {
        let (first, last) = self.folders.clone();
        let at = |micros: i64| Micros(micros).to_string();
        let (start, end) = self.moments;
        [organization.to_owned(), first, last, at(start), at(end), self.files.clone()]
    }
}

/// The days of an organization in a zone, by the folders (days in UTC) that they overlap.
pub(super) fn of_events(
    events: &DeltaTable,
    organization: &str,
    (zone, rule): (&Zone, &str),
) -> Result<Vec<DayFiles>, Fault> {
    let folders = folders(events, organization)?;
    let days: BTreeSet<Day> = folders
        .keys()
        .flat_map(|utc| {
            let start = Zone::utc().start_of(*utc);
            [zone.day_of(start), zone.day_of(start + moment::DAY - 1)]
        })
        .collect();
    Ok(days.into_iter().map(|day| day_files(day, &folders, (zone, rule))).collect())
}

fn day_files(
    day: Day,
    folders: &BTreeMap<Day, Vec<String>>,
    (zone, rule): (&Zone, &str),
) -> DayFiles {
    let moments = (zone.start_of(day), zone.start_of(day.plus_days(1)));
    let (first, last) = (Zone::utc().day_of(moments.0), Zone::utc().day_of(moments.1 - 1));
    let mut paths: Vec<&str> =
        folders.range(first..=last).flat_map(|(_, paths)| paths).map(String::as_str).collect();
    paths.sort_unstable();
    let (start, end) = moments;
    let name = format!("{rule} {} {start} {end}\n{}", zone.name(), paths.join("\n"));
    DayFiles {
        day: day.to_string(),
        files: Digest::of(name.as_bytes()).to_string(),
        folders: (first.to_string(), last.to_string()),
        moments,
    }
}

/// The paths of an organization's files by folder.
fn folders(events: &DeltaTable, organization: &str) -> Result<BTreeMap<Day, Vec<String>>, Fault> {
    let mut folders: BTreeMap<Day, Vec<String>> = BTreeMap::new();
    for file in events.snapshot()?.log_data().iter() {
        let values = file.partition_values_map();
        let value = |name: &str| values.get(name).and_then(Option::as_deref);
        let day = value(DAY).and_then(Day::parse);
        if let Some(day) = day.filter(|_| value(ORGANIZATION) == Some(organization)) {
            folders.entry(day).or_default().push(file.path().into_owned());
        }
    }
    Ok(folders)
}

/// The days that were added up, with the name of the files of then.
pub(super) async fn known(
    session: &Session,
    daily: &DeltaTable,
    organization: &str,
) -> Result<Vec<(String, String)>, Fault> {
    session.name("daily", daily).await?;
    let mut days = Vec::new();
    for rows in session.ask(KNOWN, &[organization]).await?.collect().await? {
        let (day, files) = (read::texts(&rows, "day")?, read::texts(&rows, "files")?);
        days.extend(day.into_iter().zip(files));
    }
    Ok(days)
}

/// What takes the sums of some days away.
pub(super) fn removed(
    daily: &DeltaTable,
    organization: &str,
    is_meant: impl Fn(&str) -> bool,
) -> Result<Vec<Action>, Fault> {
    let mut removed = Vec::new();
    for file in daily.snapshot()?.log_data().iter() {
        let values = file.partition_values_map();
        let value = |name: &str| values.get(name).and_then(Option::as_deref);
        if value(ORGANIZATION) == Some(organization) && value(DAY).is_some_and(&is_meant) {
            removed.push(Action::Remove(file.remove_action(true)));
        }
    }
    Ok(removed)
}
