//! Rows to take along: the three downloads of the report, from all events of a span of days or only
//! the newest ones, portion by portion.

use std::collections::VecDeque;

use attestor_core::day::Day;
use attestor_core::mfa::event::Channel;
use attestor_core::mfa::moment::Micros;
use attestor_core::mfa::zone::Zone;
use deltalake::arrow::array::RecordBatch;
use deltalake::datafusion::execution::SendableRecordBatchStream;
use futures_util::StreamExt as _;

use crate::Lake;
use crate::fault::Fault;
use crate::query::texts;
use crate::read;

/// Which of the downloads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// Who made requests without multifactor authentication, and when last.
    Portal,
    /// Requests by day and application.
    Summary,
    /// Every request.
    Requests,
}

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A text.
    Text,
    /// A whole number.
    Count,
    /// `true` or `false`.
    Flag,
}

/// A column of a download.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its public name.
    pub name: &'static str,
    /// What its values are.
    pub form: Form,
}

const fn text(name: &'static str) -> Column {
    Column { name, form: Form::Text }
}

const fn count(name: &'static str) -> Column {
    Column { name, form: Form::Count }
}

const PORTAL: &[Column] = &[
    text("objectId"),
    text("tenantId"),
    text("upn"),
    text("lastNonMfaCompliantRequestDateTime"),
    text("channel"),
];

const SUMMARY: &[Column] = &[
    text("loginDate"),
    count("mfaCompliantRequestCount"),
    count("totalRequestCount"),
    text("applicationId"),
    text("applicationName"),
    text("channel"),
];

const REQUESTS: &[Column] = &[
    text("requestId"),
    text("correlationId"),
    text("operationName"),
    text("requestDateTime"),
    text("sourceIpAddress"),
    text("objectId"),
    text("tenantId"),
    text("upn"),
    text("applicationId"),
    Column { name: "mfaCompliant", form: Form::Flag },
    text("channel"),
];

impl Export {
    /// The columns of its rows, in order. The names are those of the public resources, and
    /// `channel` is ours.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Portal => PORTAL,
            Self::Summary => SUMMARY,
            Self::Requests => REQUESTS,
        }
    }
}

/// Requests of users on some channels of an organization between two moments, those of the first
/// counting and those of the second not.
pub(crate) const COUNTED: &str = "organization = $1
  and day between cast($2 as date) and cast($3 as date)
  and ts >= cast($4 as timestamp) and ts < cast($5 as timestamp)
  and auth_type <> 'appOnly' and error_code = 0";

/// Where the values of [`COUNTED`] have the first moment.
pub(crate) const START: usize = 3;

/// Rows of a download that come portion by portion.
pub struct Exported<'a> {
    lake: &'a Lake,
    /// Questions that have not been asked yet.
    asks: VecDeque<Ask>,
    rows: Option<SendableRecordBatchStream>,
    /// How many rows are still wanted; `None` for all.
    left: Option<usize>,
}

/// A question with its values.
struct Ask {
    sql: String,
    /// For [`COUNTED`].
    values: Vec<String>,
    /// Which events single rows are, where they are events: then the newest ones can be found by
    /// their times alone.
    counted: Option<String>,
}

impl std::fmt::Debug for Exported<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Exported").field("asks", &self.asks.len()).finish_non_exhaustive()
    }
}

impl Lake {
    /// A download of the days from `from` (which counts) to `to` (which does not) in a zone, of the
    /// requests on some channels. Rows have a total order: the newest first, then by id;
    /// [`Exported::newest`] bounds their number. The summary is the sum of what [`Lake::refresh`]
    /// added up, so refresh first.
    ///
    /// # Errors
    /// The tables cannot be read.
    pub async fn export(
        &self,
        organization: &str,
        what: Export,
        channels: &[Channel],
        (from, to, zone): (Day, Day, &Zone),
    ) -> Result<Exported<'_>, Fault> {
        self.session.name("events", &self.tables.events).await?;
        let channels: Vec<&str> = channels.iter().map(|channel| channel.as_str()).collect();
        let channels = format!("channel in ('{}')", channels.join("', '"));
        let (start, end) = (zone.start_of(from), zone.start_of(to));
        let mut exported = Exported { lake: self, asks: VecDeque::new(), rows: None, left: None };
        if from >= to {
            return Ok(exported);
        }
        let utc = Zone::utc();
        let (first, last) = (utc.day_of(start), utc.day_of(end - 1));
        let of_days = |first: Day, last: Day| {
            vec![
                organization.to_owned(),
                first.to_string(),
                last.to_string(),
                Micros(start).to_string(),
                Micros(end).to_string(),
            ]
        };
        let counted = format!("{COUNTED} and {channels}");
        match what {
            Export::Portal => {
                let sql = principals(&counted);
                exported.asks.push_back(Ask { sql, values: of_days(first, last), counted: None });
            }
            Export::Summary => {
                self.session.name("daily", &self.tables.daily).await?;
                let values = vec![organization.to_owned(), from.to_string(), to.to_string()];
                exported.asks.push_back(Ask { sql: summary(&channels), values, counted: None });
            }
            // Day by day from the last one back, so that no more than a day has to be put in order.
            Export::Requests => {
                let sql = requests(&counted);
                let mut day = last;
                while day >= first {
                    let (sql, counted) = (sql.clone(), Some(counted.clone()));
                    exported.asks.push_back(Ask { sql, values: of_days(day, day), counted });
                    day = day.plus_days(-1);
                }
            }
        }
        Ok(exported)
    }
}

/// Requests by day and application, from the sums of the days; `$1` is the organization, `$2` the first
/// day, and `$3` the day that they end before.
fn summary(channels: &str) -> String {
    format!(
        "select day, sum(with_mfa) as with_mfa, sum(requests) as requests, app_id, app_name, channel
         from daily
         where organization = $1 and part = 'app' and day >= cast($2 as date)
           and day < cast($3 as date) and requests > 0 and auth_type <> 'appOnly' and {channels}
         group by day, app_id, app_name, channel
         order by day desc, app_id nulls first, app_name, channel"
    )
}

fn requests(counted: &str) -> String {
    format!(
        "select request_id, correlation_id, operation, ts, source_ip, user_id, directory_id,
           upn, app_id, mfa, channel
         from events where {counted}
         order by ts desc, request_id"
    )
}

/// Who made requests without multifactor authentication, and when last, by channel; the latest first.
pub(crate) fn principals(counted: &str) -> String {
    format!(
        "select user_id, max(directory_id) as directory_id, upn, max(ts) as last, channel
         from events where {counted} and not mfa
         group by user_id, upn, channel
         order by last desc, user_id nulls first, upn, channel"
    )
}

impl Exported<'_> {
    /// Only so many rows, the first ones of the order.
    #[must_use]
    pub fn newest(mut self, rows: usize) -> Self {
        self.left = Some(rows);
        for ask in self.asks.iter_mut().filter(|ask| ask.counted.is_none()) {
            ask.sql.push_str(&format!(" limit {rows}"));
        }
        self
    }

    /// The next rows, each with a value for every column of [`Export::columns`]; `None` at the end.
    /// Ids are GUIDs, times end with `Z`, and what the log does not say is empty.
    ///
    /// # Errors
    /// The tables cannot be read.
    pub async fn next(&mut self) -> Result<Option<Vec<Vec<String>>>, Fault> {
        while self.left != Some(0) {
            if let Some(rows) = &mut self.rows {
                match rows.next().await {
                    Some(batch) => return Ok(Some(self.wanted(&batch?)?)),
                    None => self.rows = None,
                }
            }
            let Some(ask) = self.asks.pop_front() else { return Ok(None) };
            self.rows = self.asked(ask).await?;
        }
        Ok(None)
    }

    async fn asked(&self, ask: Ask) -> Result<Option<SendableRecordBatchStream>, Fault> {
        let Ask { sql, values, counted } = ask;
        let mut values: Vec<&str> = values.iter().map(String::as_str).collect();
        let mut start = String::new();
        if let (Some(limit), Some(counted)) = (self.left, &counted) {
            let Some(since) = self.lake.since(counted, &values, limit).await? else {
                return Ok(None);
            };
            start = Micros(since).to_string();
        }
        if let (false, Some(value)) = (start.is_empty(), values.get_mut(START)) {
            *value = &start;
        }
        Ok(Some(self.lake.session.ask(&sql, &values).await?.execute_stream().await?))
    }

    fn wanted(&mut self, batch: &RecordBatch) -> Result<Vec<Vec<String>>, Fault> {
        let Some(left) = &mut self.left else { return values(batch) };
        let rows = batch.num_rows().min(*left);
        *left -= rows;
        values(&batch.slice(0, rows))
    }
}

impl Lake {
    /// When the last of the newest so many events was, of those that are counted; `None` where there
    /// are none. Only times are read for it: few pages of a file.
    pub(crate) async fn since(
        &self,
        counted: &str,
        values: &[&str],
        limit: usize,
    ) -> Result<Option<i64>, Fault> {
        let sql = format!(
            "select min(ts) as since from (
               select ts from events where {counted} order by ts desc limit {limit})"
        );
        let mut since = None;
        for rows in self.session.ask(&sql, values).await?.collect().await? {
            since = read::times(&rows, "since")?.into_iter().flatten().next();
        }
        Ok(since)
    }
}

fn values(batch: &RecordBatch) -> Result<Vec<Vec<String>>, Fault> {
    let rows = texts(batch)?.into_iter();
    Ok(rows.map(|row| row.into_iter().map(Option::unwrap_or_default).collect()).collect())
}
