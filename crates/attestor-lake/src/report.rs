//! What a report needs of the lake: sums by day from `daily`, and the newest requests from `events`.

use std::collections::HashSet;

use attestor_core::day::Day;
use attestor_core::mfa::diagnosis::Activity;
use attestor_core::mfa::event::{AuthType, Channel};
use attestor_core::mfa::key::Key;
use attestor_core::mfa::metric::{Counts, PortalUser, RollupKey, Rollups, Window};
use attestor_core::mfa::moment::Micros;
use attestor_core::mfa::source::SourceKind;
use attestor_core::mfa::zone::Zone;
use deltalake::arrow::array::RecordBatch;

use crate::Lake;
use crate::export::COUNTED;
use crate::fault::Fault;
use crate::read;

/// Sums by day, channel and application.
const SUMS: &str = "
select cast(day as varchar) as day, channel, auth_type, app_id, app_name, requests, with_mfa
from daily
where organization = $1 and part = 'app'
  and day >= cast($2 as date) and day < cast($3 as date) and requests > 0";

/// Who used the portal without multifactor authentication, and when last.
const PORTAL_USERS: &str = "
select user_id, upn, max(last_without_mfa) as last
from daily
where organization = $1 and part = 'user' and channel = 'portal'
  and day >= cast($2 as date) and day < cast($3 as date) and requests > with_mfa
group by user_id, upn
order by last desc, user_id nulls first, upn
limit 10000";

/// What users did in a window who were once without multifactor authentication, or whose identity
/// provider sent the claim.
const ACTIVITIES: &str = "
select user_id, max(upn) as upn,
  sum(requests) as requests, sum(requests) - sum(with_mfa) as without,
  sum(not_applied) as not_applied, sum(legacy) as legacy, sum(federated) as federated,
  sum(claims) as claims, max(last_without_mfa) as last
from daily
where organization = $1 and part = 'user' and channel <> 'other'
  and day >= cast($2 as date) and day < cast($3 as date)
group by user_id, case when user_id is null then upn else '' end";

/// The kinds of logs that a window's numbers come from.
const SOURCES: &str = "
select distinct source
from events
where organization = $1 and day between cast($2 as date) and cast($3 as date)
  and channel <> 'other' and error_code = 0";

/// The columns of the newest requests at the API.
const REQUEST: &str = "request_id, correlation_id, operation, ts, source_ip, user_id, upn,
  directory_id, app_id, mfa";

/// A request at the API, as the download has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiRequest {
    /// The request's id.
    pub request_id: Key,
    /// What ties requests together.
    pub correlation_id: Option<Key>,
    /// What was done.
    pub operation: String,
    /// When, in microseconds of UTC.
    pub ts: i64,
    /// From where, as written in the log.
    pub source_ip: String,
    /// The user.
    pub user_id: Option<Key>,
    /// The user's principal name.
    pub upn: String,
    /// The directory (tenant).
    pub directory_id: Option<Key>,
    /// The application.
    pub app_id: Option<Key>,
    /// Whether it was made with multifactor authentication.
    pub mfa: bool,
}

impl Lake {
    /// The sums by application of the days from `from` to before `to`; [`Lake::refresh`] first.
    /// Shares, summary and trend come from these.
    ///
    /// # Errors
    /// The tables cannot be read.
    pub async fn sums(&self, organization: &str, from: Day, to: Day) -> Result<Rollups, Fault> {
        self.session.name("daily", &self.tables.daily).await?;
        let (from, to) = (from.to_string(), to.to_string());
        let found = self.session.ask(SUMS, &[organization, &from, &to]).await?;
        let mut rollups = Rollups::default();
        for rows in found.collect().await? {
            add_sums(&mut rollups, &rows)?;
        }
        Ok(rollups)
    }

    /// Who used the portal without multifactor authentication in a window: the latest first, at
    /// most 10,000; [`Lake::refresh`] first.
    ///
    /// # Errors
    /// The tables cannot be read.
    pub async fn portal_users(
        &self,
        organization: &str,
        window: &Window,
    ) -> Result<Vec<PortalUser>, Fault> {
        self.session.name("daily", &self.tables.daily).await?;
        let (from, to) = (window.first_day().to_string(), window.day.to_string());
        let found = self.session.ask(PORTAL_USERS, &[organization, &from, &to]).await?;
        let mut users = Vec::new();
        for rows in found.collect().await? {
            let (ids, names) = (read::keys(&rows, "user_id")?, read::texts(&rows, "upn")?);
            let last = read::times(&rows, "last")?;
            users.extend(ids.into_iter().zip(names).zip(last).map(|((user_id, upn), last)| {
                PortalUser { user_id, upn, last: last.unwrap_or_default() }
            }));
        }
        Ok(users)
    }

    /// What users did in a window who were without multifactor authentication at least once: most of
    /// those first, then by id and name; and the users whose identity provider sent the claim.
    /// [`Lake::refresh`] first. Single requests are not named.
    ///
    /// # Errors
    /// The tables cannot be read.
    pub async fn activities(
        &self,
        organization: &str,
        window: &Window,
    ) -> Result<(Vec<Activity>, HashSet<Key>), Fault> {
        self.session.name("daily", &self.tables.daily).await?;
        let (from, to) = (window.first_day().to_string(), window.day.to_string());
        let found = self.session.ask(ACTIVITIES, &[organization, &from, &to]).await?;
        let (mut users, mut proven) = (Vec::new(), HashSet::new());
        for rows in found.collect().await? {
            for activity in activities(&rows)? {
                proven.extend(activity.user_id.filter(|_| activity.claims > 0));
                if activity.without > 0 {
                    users.push(activity);
                }
            }
        }
        users.sort_by(|left, right| {
            let more = right.without.cmp(&left.without);
            more.then_with(|| (left.user_id, &left.upn).cmp(&(right.user_id, &right.upn)))
        });
        Ok((users, proven))
    }

    /// The kinds of logs that the numbers of a window come from.
    ///
    /// # Errors
    /// The tables cannot be read.
    pub async fn sources(
        &self,
        organization: &str,
        window: &Window,
    ) -> Result<Vec<SourceKind>, Fault> {
        self.session.name("events", &self.tables.events).await?;
        let utc = Zone::utc();
        let days = (utc.day_of(window.start).to_string(), utc.day_of(window.end - 1).to_string());
        let found = self.session.ask(SOURCES, &[organization, &days.0, &days.1]).await?;
        let mut kinds = Vec::new();
        for rows in found.collect().await? {
            kinds.extend(
                read::texts(&rows, "source")?.iter().filter_map(|it| SourceKind::parse(it)),
            );
        }
        kinds.sort_by_key(|kind| kind.as_str());
        Ok(kinds)
    }

    /// The newest requests of applications with a user at the API in a window, at most so many.
    ///
    /// # Errors
    /// The tables cannot be read.
    pub async fn newest_requests(
        &self,
        organization: &str,
        window: &Window,
        limit: usize,
    ) -> Result<Vec<ApiRequest>, Fault> {
        self.session.name("events", &self.tables.events).await?;
        let utc = Zone::utc();
        let (first, mut day) = (utc.day_of(window.start), utc.day_of(window.end - 1));
        let mut requests = Vec::new();
        // From the last day back, as long as there is room: most often one day is enough.
        while day >= first && requests.len() < limit {
            let room = limit - requests.len();
            requests.extend(self.newest_of(organization, (day, window), room).await?);
            day = day.plus_days(-1);
        }
        Ok(requests)
    }

    /// First only the times, then all columns of what is not earlier: few pages of a file.
    async fn newest_of(
        &self,
        organization: &str,
        (day, window): (Day, &Window),
        limit: usize,
    ) -> Result<Vec<ApiRequest>, Fault> {
        let counted = format!("{COUNTED} and channel = 'api'");
        let (day, end) = (day.to_string(), Micros(window.end).to_string());
        let asked = |start: &str| [organization, &day, &day, start, &end].map(str::to_owned);
        let values = asked(&Micros(window.start).to_string());
        let values = values.each_ref().map(String::as_str);
        let Some(since) = self.since(&counted, &values, limit).await? else {
            return Ok(Vec::new());
        };
        let sql = format!(
            "select {REQUEST} from events where {counted}
             order by ts desc, request_id limit {limit}"
        );
        let values = asked(&Micros(since).to_string());
        let found = self.session.ask(&sql, &values.each_ref().map(String::as_str)).await?;
        let mut requests = Vec::new();
        for rows in found.collect().await? {
            requests.extend(api_requests(&rows)?);
        }
        Ok(requests)
    }
}

fn add_sums(rollups: &mut Rollups, rows: &RecordBatch) -> Result<(), Fault> {
    let (days, channels) = (read::texts(rows, "day")?, read::texts(rows, "channel")?);
    let (types, apps) = (read::texts(rows, "auth_type")?, read::keys(rows, "app_id")?);
    let names = read::texts(rows, "app_name")?;
    let (requests, with_mfa) = (read::counts(rows, "requests")?, read::counts(rows, "with_mfa")?);
    let rows =
        days.iter().zip(channels).zip(types).zip(apps).zip(names).zip(requests).zip(with_mfa);
    for ((((((day, channel), auth), app_id), app_name), n), m) in rows {
        let (Some(day), Some(channel)) = (Day::parse(day), Channel::parse(&channel)) else {
            continue;
        };
        let key = RollupKey { day, channel, app_id, app_name, user_id: None, upn: String::new() };
        let counts = if auth == AuthType::AppOnly.as_str() {
            Counts { app_only: n, ..Counts::default() }
        } else {
            Counts { n, m, ..Counts::default() }
        };
        rollups.add_row(key, counts);
    }
    Ok(())
}

fn activities(rows: &RecordBatch) -> Result<Vec<Activity>, Fault> {
    let (ids, names) = (read::keys(rows, "user_id")?, read::texts(rows, "upn")?);
    let last = read::times(rows, "last")?;
    let mut all: Vec<Activity> = ids
        .into_iter()
        .zip(names)
        .zip(last)
        .map(|((user_id, upn), last_without)| Activity {
            user_id,
            upn,
            last_without,
            ..Activity::default()
        })
        .collect();
    let fields: [read::Field<Activity, u64>; 6] = [
        ("requests", |one, count| one.requests = count),
        ("without", |one, count| one.without = count),
        ("not_applied", |one, count| one.not_applied = count),
        ("legacy", |one, count| one.legacy = count),
        ("federated", |one, count| one.federated = count),
        ("claims", |one, count| one.claims = count),
    ];
    for (name, set) in fields {
        for (one, count) in all.iter_mut().zip(read::counts(rows, name)?) {
            set(one, count);
        }
    }
    Ok(all)
}

fn api_requests(rows: &RecordBatch) -> Result<Vec<ApiRequest>, Fault> {
    let ids = read::keys(rows, "request_id")?;
    let correlations = read::keys(rows, "correlation_id")?;
    let operations = read::texts(rows, "operation")?;
    let times = read::times(rows, "ts")?;
    let addresses = read::texts(rows, "source_ip")?;
    let (users, names) = (read::keys(rows, "user_id")?, read::texts(rows, "upn")?);
    let (directories, apps) = (read::keys(rows, "directory_id")?, read::keys(rows, "app_id")?);
    let mfa = read::flags(rows, "mfa")?;
    let left = ids.into_iter().zip(correlations).zip(operations).zip(times).zip(addresses);
    let right = users.into_iter().zip(names).zip(directories).zip(apps).zip(mfa);
    let request = |(((((id, correlation_id), operation), ts), source_ip), rest)| {
        let ((((user_id, upn), directory_id), app_id), mfa) = rest;
        let (request_id, ts): (Option<Key>, Option<i64>) = (id, ts);
        ApiRequest {
            request_id: request_id.unwrap_or_default(),
            correlation_id,
            operation,
            ts: ts.unwrap_or_default(),
            source_ip,
            user_id,
            upn,
            directory_id,
            app_id,
            mfa,
        }
    };
    Ok(left.zip(right).map(request).collect())
}
