//! Fewer and larger files, no more days than are wanted, and no files that nobody can see.

mod channel;

use std::collections::BTreeMap;

use attestor_core::day::Day;
use attestor_core::mfa::event::Channels;
use deltalake::arrow::array::RecordBatch;
use deltalake::arrow::compute::concat_batches;
use deltalake::datafusion::prelude::col;
use deltalake::kernel::{Action, Add};
use futures_util::StreamExt as _;

use crate::Lake;
use crate::commit::{TRIES, commit};
use crate::fault::Fault;
use crate::file;
use crate::rows;
use crate::tables::{DAY, ORGANIZATION};

/// The most rows of a file that is written anew.
const FILE_ROWS: usize = 1_048_576;

/// What was tidied.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Compacted {
    /// Days whose files were put together.
    pub days: usize,
    /// How many files they had.
    pub files_before: usize,
    /// How many they have.
    pub files_after: usize,
    /// Days that were dropped, because they are older than wanted.
    pub dropped: usize,
    /// Files that were deleted, because no table has named them for a week.
    pub deleted: usize,
}

/// The files of a day.
type Files = Vec<Action>;

impl Lake {
    /// Puts the files of each day together, drops the days before `keep_from`, and deletes what no
    /// table has named for a week: until then, readers that began earlier find it. `now` is in
    /// milliseconds since 1970.
    ///
    /// # Errors
    /// The tables cannot be read or written, or others change them all the time.
    pub async fn compact(
        &mut self,
        organization: &str,
        keep_from: Option<Day>,
        now: i64,
    ) -> Result<Compacted, Fault> {
        for _ in 0..TRIES {
            let mut compacted = Compacted::default();
            let actions = self.tidied(organization, keep_from, now, &mut compacted).await?;
            let name = format!("import:{organization}");
            if actions.is_empty() || commit(&mut self.tables.events, &name, actions, now).await? {
                compacted.deleted = self.delete_unnamed().await?;
                return Ok(compacted);
            }
        }
        Err(Fault::Busy)
    }

    /// Gives every event of an organization the channel that it has by these ids, but for those whose
    /// log stated one; says how many days were written anew. `now` is in milliseconds since 1970.
    ///
    /// # Errors
    /// The tables cannot be read or written, or others change them all the time.
    pub async fn rechannel(
        &mut self,
        organization: &str,
        channels: &Channels,
        now: i64,
    ) -> Result<usize, Fault> {
        for _ in 0..TRIES {
            let mut actions = Vec::new();
            let days = self.files(organization, &|_| true)?;
            let count = days.len();
            for (day, files) in days {
                let adds = self.rewritten(organization, &day, (now, Some(channels))).await?;
                actions.extend(adds.into_iter().map(Action::Add));
                actions.extend(files);
            }
            let name = format!("import:{organization}");
            if actions.is_empty() || commit(&mut self.tables.events, &name, actions, now).await? {
                return Ok(count);
            }
        }
        Err(Fault::Busy)
    }

    async fn tidied(
        &self,
        organization: &str,
        keep_from: Option<Day>,
        now: i64,
        compacted: &mut Compacted,
    ) -> Result<Vec<Action>, Fault> {
        let mut actions = Vec::new();
        let keep_from = keep_from.map(|day| day.to_string()).unwrap_or_default();
        let is_old = |day: &str| !keep_from.is_empty() && day < keep_from.as_str();
        for (day, files) in self.files(organization, &is_old)? {
            if is_old(&day) {
                compacted.dropped += 1;
            } else if files.len() > 1 {
                let adds = self.rewritten(organization, &day, (now, None)).await?;
                compacted.days += 1;
                compacted.files_before += files.len();
                compacted.files_after += adds.len();
                actions.extend(adds.into_iter().map(Action::Add));
            } else {
                continue;
            }
            actions.extend(files);
        }
        Ok(actions)
    }

    /// The files of an organization by day, as what takes them away. Only dropping changes data.
    fn files(
        &self,
        organization: &str,
        changes: &dyn Fn(&str) -> bool,
    ) -> Result<BTreeMap<String, Files>, Fault> {
        let mut days: BTreeMap<String, Files> = BTreeMap::new();
        for file in self.tables.events.snapshot()?.log_data().iter() {
            let values = file.partition_values_map();
            let value = |name: &str| values.get(name).and_then(Option::as_deref);
            if value(ORGANIZATION) != Some(organization) {
                continue;
            }
            let Some(day) = value(DAY) else { continue };
            let removed = Action::Remove(file.remove_action(changes(day)));
            days.entry(day.to_owned()).or_default().push(removed);
        }
        Ok(days)
    }

    /// The rows of a day as few files, on other channels where some are given.
    async fn rewritten(
        &self,
        organization: &str,
        day: &str,
        (now, channels): (i64, Option<&Channels>),
    ) -> Result<Vec<Add>, Fault> {
        let schema = rows::schema();
        let columns: Vec<&str> =
            schema.fields().iter().map(|field| field.name().as_str()).collect();
        let mut sorted = self
            .session
            .read(&self.tables.events)
            .await?
            .filter(crate::session::of_day(organization, day)?)?
            .select_columns(&columns)?
            .sort(vec![col("ts").sort(true, false), col("request_id").sort(true, false)])?
            .execute_stream()
            .await?;
        let folder = [(ORGANIZATION, organization), (DAY, day)];
        let (mut adds, mut held, mut count) = (Vec::new(), Vec::new(), 0);
        while let Some(batch) = sorted.next().await {
            let mut batch = rows::conform(&batch?)?;
            if let Some(channels) = channels {
                batch = channel::on(&batch, channels)?;
            }
            count += batch.num_rows();
            held.push(batch);
            if count >= FILE_ROWS {
                adds.push(
                    self.put(&folder, &std::mem::take(&mut held), (now, channels.is_some()))
                        .await?,
                );
                count = 0;
            }
        }
        if count > 0 {
            adds.push(self.put(&folder, &held, (now, channels.is_some())).await?);
        }
        Ok(adds)
    }

    async fn put(
        &self,
        folder: &[(&str, &str)],
        batches: &[RecordBatch],
        (now, data_change): (i64, bool),
    ) -> Result<Add, Fault> {
        let rows = concat_batches(&rows::schema(), batches)?;
        let add = file::write(&self.tables.events, folder, &rows, now).await?;
        Ok(Add { data_change, ..add })
    }

    async fn delete_unnamed(&mut self) -> Result<usize, Fault> {
        let (events, gone) = self.tables.events.clone().vacuum().await?;
        let (daily, sums_gone) = self.tables.daily.clone().vacuum().await?;
        self.tables.events = events;
        self.tables.daily = daily;
        Ok(gone.files_deleted.len() + sums_gone.files_deleted.len())
    }
}
