//! Which files a day consists of.

use std::collections::BTreeMap;

use attestor_core::digest::Digest;
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

/// The days of an organization with a name for their files: other files, another name.
pub(super) fn of_events(
    events: &DeltaTable,
    organization: &str,
) -> Result<BTreeMap<String, String>, Fault> {
    let mut days: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in events.snapshot()?.log_data().iter() {
        let values = file.partition_values_map();
        let value = |name: &str| values.get(name).and_then(Option::as_deref);
        if value(ORGANIZATION) != Some(organization) {
            continue;
        }
        let Some(day) = value(DAY) else { continue };
        days.entry(day.to_owned()).or_default().push(file.path().into_owned());
    }
    let named = days.into_iter().map(|(day, mut paths)| {
        paths.sort();
        let name = Digest::of(paths.join("\n").as_bytes()).to_string();
        (day, name)
    });
    Ok(named.collect())
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
    days: &BTreeMap<String, String>,
) -> Result<Vec<Action>, Fault> {
    let mut removed = Vec::new();
    for file in daily.snapshot()?.log_data().iter() {
        let values = file.partition_values_map();
        let value = |name: &str| values.get(name).and_then(Option::as_deref);
        if value(ORGANIZATION) == Some(organization)
            && value(DAY).is_some_and(|day| days.contains_key(day))
        {
            removed.push(Action::Remove(file.remove_action(true)));
        }
    }
    Ok(removed)
}
