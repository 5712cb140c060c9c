//! What people take along or look up: who made requests without multifactor authentication, single
//! requests as evidence, and how far the logs reach.

use attestor_core::day::Day;
use attestor_core::mfa::event::Channel;
use attestor_core::mfa::key::Key;
use attestor_core::mfa::metric::{MAX_ROWS, Window};
use attestor_core::mfa::moment::Micros;
use attestor_core::mfa::zone::Zone;
use deltalake::arrow::array::RecordBatch;

use crate::Lake;
use crate::export::{self, COUNTED};
use crate::fault::Fault;
use crate::read;
use crate::tables::{DAY, ORGANIZATION};

/// The columns of a request that is shown as evidence.
const EVIDENCE: &str =
    "request_id, ts, channel, app_id, app_name, operation, source_ip, client_app,
  ca_status, token_issuer, mfa_basis";

/// On the portal or at the API.
const ON_CHANNELS: &str = "channel <> 'other'";

/// Somebody who made requests without multifactor authentication on a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// The user's object id.
    pub user_id: Option<Key>,
    /// The directory (tenant) that the log states.
    pub directory_id: Option<Key>,
    /// The principal name; one user with two names gives two rows.
    pub upn: String,
    /// Where the requests were made.
    pub channel: Channel,
    /// The last of them in the window, in microseconds of UTC.
    pub last: i64,
}

/// A request without multifactor authentication, as evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestWithout {
    /// The request's id.
    pub request_id: Key,
    /// When, in microseconds of UTC.
    pub ts: i64,
    /// Where it was made.
    pub channel: Channel,
    /// The application.
    pub app_id: Option<Key>,
    /// Its name; empty where the log has none.
    pub app_name: String,
    /// What was done.
    pub operation: String,
    /// From where, as written in the log.
    pub source_ip: String,
    /// The kind of client, or empty.
    pub client_app: String,
    /// What conditional access did.
    pub ca_status: String,
    /// Who issued the token.
    pub token_issuer: String,
    /// What decided that it was made without.
    pub mfa_basis: String,
}

impl Lake {
    /// Who made requests of users on the portal or at the API without multifactor authentication in
    /// a window: the latest first, at most 10,000.
    ///
    /// # Errors
    /// The tables cannot be read.
    pub async fn principals(
        &self,
        organization: &str,
        window: &Window,
    ) -> Result<Vec<Principal>, Fault> {
        let sql = export::principals(&format!("{COUNTED} and {ON_CHANNELS}"));
        let sql = format!("{sql} limit {MAX_ROWS}");
        let mut principals = Vec::new();
        for rows in self.in_window(&sql, organization, window).await? {
            let (ids, names) = (read::keys(&rows, "user_id")?, read::texts(&rows, "upn")?);
            let directories = read::keys(&rows, "directory_id")?;
            let (channels, last) = (channels(&rows)?, read::times(&rows, "last")?);
            let all = ids.into_iter().zip(directories).zip(names).zip(channels).zip(last);
            let row = |((((user_id, directory_id), upn), channel), last): (_, Option<i64>)| {
                Principal { user_id, directory_id, upn, channel, last: last.unwrap_or_default() }
            };
            principals.extend(all.map(row));
        }
        Ok(principals)
    }

    /// The newest requests of one user without multifactor authentication in a window, at most so
    /// many. A user without an id is told by the principal name.
    ///
    /// # Errors
    /// The tables cannot be read.
    pub async fn requests_without(
        &self,
        organization: &str,
        window: &Window,
        (user_id, upn): (Option<Key>, &str),
        limit: usize,
    ) -> Result<Vec<RequestWithout>, Fault> {
        // An id has hexadecimal digits only; a name is quoted.
        let who = match user_id {
            Some(id) => format!("user_id = X'{}'", id.to_string().replace('-', "")),
            None => format!("user_id is null and upn = '{}'", upn.replace('\'', "''")),
        };
        let sql = format!(
            "select {EVIDENCE} from events where {COUNTED} and {ON_CHANNELS} and not mfa and {who}
             order by ts desc, request_id
             limit {limit}"
        );
        let mut requests = Vec::new();
        for rows in self.in_window(&sql, organization, window).await? {
            requests.extend(requests_without(&rows)?);
        }
        Ok(requests)
    }

    /// The first and the last day (UTC) that an organization has events of; `None` without any.
    ///
    /// # Errors
    /// The tables cannot be read.
    pub fn days(&self, organization: &str) -> Result<Option<(Day, Day)>, Fault> {
        let mut found: Option<(Day, Day)> = None;
        for file in self.tables.events.snapshot()?.log_data().iter() {
            let values = file.partition_values_map();
            let value = |name: &str| values.get(name).and_then(Option::as_deref);
            let day = value(DAY).and_then(Day::parse);
            let Some(day) = day.filter(|_| value(ORGANIZATION) == Some(organization)) else {
                continue;
            };
            found = Some(found.map_or((day, day), |(one, other)| (one.min(day), other.max(day))));
        }
        Ok(found)
    }

    /// Takes in what others added to the tables since they were opened.
    ///
    /// # Errors
    /// The tables cannot be read.
    pub async fn catch_up(&mut self) -> Result<(), Fault> {
        self.tables.events.update_state().await?;
        self.tables.daily.update_state().await?;
        Ok(())
    }

    /// The number of the change to the table of events that is known here.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.tables.events.version().unwrap_or_default()
    }

    /// The number of the last change to the table of events, known here or not.
    ///
    /// # Errors
    /// The place cannot be read.
    pub async fn latest_version(&self) -> Result<u64, Fault> {
        Ok(self.tables.events.get_latest_version().await?)
    }

    async fn in_window(
        &self,
        sql: &str,
        organization: &str,
        window: &Window,
    ) -> Result<Vec<RecordBatch>, Fault> {
        self.session.name("events", &self.tables.events).await?;
        let utc = Zone::utc();
        let (first, last) = (utc.day_of(window.start), utc.day_of(window.end - 1));
        let (start, end) = (Micros(window.start).to_string(), Micros(window.end).to_string());
        let values = [organization, &first.to_string(), &last.to_string(), &start, &end];
        Ok(self.session.ask(sql, &values).await?.collect().await?)
    }
}

fn channels(rows: &RecordBatch) -> Result<Vec<Channel>, Fault> {
    let words = read::texts(rows, "channel")?;
    Ok(words.iter().map(|word| Channel::parse(word).unwrap_or(Channel::Other)).collect())
}

fn requests_without(rows: &RecordBatch) -> Result<Vec<RequestWithout>, Fault> {
    let (ids, times) = (read::keys(rows, "request_id")?, read::times(rows, "ts")?);
    let (channels, apps) = (channels(rows)?, read::keys(rows, "app_id")?);
    let all = ids.into_iter().zip(times).zip(channels).zip(apps);
    let row = |(((id, ts), channel), app_id): (((Option<Key>, Option<i64>), _), _)| {
        let (request_id, ts) = (id.unwrap_or_default(), ts.unwrap_or_default());
        let text = String::new;
        RequestWithout {
            request_id,
            ts,
            channel,
            app_id,
            app_name: text(),
            operation: text(),
            source_ip: text(),
            client_app: text(),
            ca_status: text(),
            token_issuer: text(),
            mfa_basis: text(),
        }
    };
    let mut requests: Vec<RequestWithout> = all.map(row).collect();
    let fields: [read::Field<RequestWithout, String>; 7] = [
        ("app_name", |one, text| one.app_name = text),
        ("operation", |one, text| one.operation = text),
        ("source_ip", |one, text| one.source_ip = text),
        ("client_app", |one, text| one.client_app = text),
        ("ca_status", |one, text| one.ca_status = text),
        ("token_issuer", |one, text| one.token_issuer = text),
        ("mfa_basis", |one, text| one.mfa_basis = text),
    ];
    for (name, set) in fields {
        for (one, text) in requests.iter_mut().zip(read::texts(rows, name)?) {
            set(one, text);
        }
    }
    Ok(requests)
}
