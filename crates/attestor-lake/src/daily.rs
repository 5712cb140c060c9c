//! What each day comes to, in `daily`: rows for every application and for every user. They say of
//! which files of `events` they are the sum, so that only days whose files changed are added up again.

mod files;

use std::collections::BTreeMap;

use deltalake::arrow::array::RecordBatch;
use deltalake::arrow::compute::concat_batches;
use deltalake::kernel::Action;

use crate::commit::{TRIES, commit};
use crate::fault::Fault;
use crate::file;
use crate::session::Session;
use crate::tables::{DAY, ORGANIZATION, PART, Tables};

/// Sums of one day by channel, kind and application.
const APPS: &str = "
select channel, auth_type, count(*) as requests,
  count(*) filter (where mfa) as with_mfa,
  cast(null as bytea) as user_id, '' as upn, app_id, max(app_name) as app_name,
  cast(null as timestamp) as last_without_mfa, $3 as files
from events
where organization = $1 and day = cast($2 as date) and error_code = 0
group by channel, auth_type, app_id";

/// Sums of one day by channel and user.
const USERS: &str = "
select channel, auth_type, count(*) as requests,
  count(*) filter (where mfa) as with_mfa,
  user_id, max(upn) as upn, cast(null as bytea) as app_id, '' as app_name,
  max(ts) filter (where not mfa) as last_without_mfa, $3 as files
from events
where organization = $1 and day = cast($2 as date) and error_code = 0
  and auth_type <> 'appOnly' and user_id is not null
group by channel, auth_type, user_id";

/// Adds up the days of an organization whose events changed since the last time; says how many.
pub(crate) async fn refresh(
    session: &Session,
    tables: &mut Tables,
    organization: &str,
    now: i64,
) -> Result<usize, Fault> {
    for _ in 0..TRIES {
        let stale = stale(session, tables, organization).await?;
        if stale.is_empty() {
            return Ok(0);
        }
        session.name("events", &tables.events).await?;
        let mut actions = files::removed(&tables.daily, organization, &stale)?;
        for (day, of_files) in &stale {
            if of_files.is_empty() {
                continue;
            }
            for (part, sql) in [("app", APPS), ("user", USERS)] {
                let folder = [(ORGANIZATION, organization), (PART, part), (DAY, day.as_str())];
                let rows = sums(session, sql, [organization, day, of_files]).await?;
                let Some(rows) = rows else { continue };
                actions.push(Action::Add(file::write(&tables.daily, &folder, &rows, now).await?));
            }
        }
        if commit(&mut tables.daily, &format!("daily:{organization}"), actions, now).await? {
            return Ok(stale.len());
        }
        tables.events.update_state().await?;
    }
    Err(Fault::Busy)
}

/// The days whose sums are not those of their files, with the name of their files; an empty one where
/// no events are left.
async fn stale(
    session: &Session,
    tables: &Tables,
    organization: &str,
) -> Result<BTreeMap<String, String>, Fault> {
    let mut days = files::of_events(&tables.events, organization)?;
    for (day, known) in files::known(session, &tables.daily, organization).await? {
        if days.get(&day) == Some(&known) {
            days.remove(&day);
        } else {
            days.entry(day).or_default();
        }
    }
    Ok(days)
}

async fn sums(
    session: &Session,
    sql: &str,
    values: [&str; 3],
) -> Result<Option<RecordBatch>, Fault> {
    let rows = session.ask(sql, &values).await?.collect().await?;
    let Some(schema) = rows.first().map(RecordBatch::schema) else { return Ok(None) };
    let rows = concat_batches(&schema, &rows)?;
    Ok((rows.num_rows() > 0).then_some(rows))
}
