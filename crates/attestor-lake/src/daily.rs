//! What each day comes to, in `daily`: rows for every application and for every user. They say of
//! which files of `events` they are the sum, so that only days whose files changed are added up again.

mod files;

use attestor_core::mfa::zone::Zone;
use deltalake::arrow::array::RecordBatch;
use deltalake::arrow::compute::concat_batches;
use deltalake::kernel::Action;

use crate::commit::{TRIES, commit};
use crate::fault::Fault;
use crate::file;
use crate::session::Session;
use crate::tables::{DAY, ORGANIZATION, PART, Tables};
use files::DayFiles;

/// Which events belong to a day: `$1` the organization, `$2` and `$3` the folders, `$4` and `$5` the
/// moments, the last one exclusive. `$6` is the name of the files.
macro_rules! of_day {
    ($select:literal, $rest:literal) => {
        concat!(
            $select,
            "
from events
where organization = $1 and day between cast($2 as date) and cast($3 as date)
  and ts >= cast($4 as timestamp) and ts < cast($5 as timestamp) and error_code = 0
",
            $rest
        )
    };
}

/// Sums by channel, kind and application; one row of nothing where the day has no events.
const APPS: &str = of_day!(
    "
select channel, auth_type, count(*) as requests, count(*) filter (where mfa) as with_mfa,
  arrow_cast(null, 'Binary') as user_id, '' as upn, app_id, app_name,
  arrow_cast(null, 'Timestamp(Microsecond, Some(\"UTC\"))') as last_without_mfa, $6 as files",
    "group by channel, auth_type, app_id, app_name
union all
select 'other', 'user', 0, 0, null, '', null, '', null, $6"
);

/// Sums by channel and user.
const USERS: &str = of_day!(
    "
select channel, auth_type, count(*) as requests, count(*) filter (where mfa) as with_mfa,
  user_id, upn, arrow_cast(null, 'Binary') as app_id, '' as app_name,
  max(ts) filter (where not mfa) as last_without_mfa, $6 as files",
    "and auth_type <> 'appOnly'
group by channel, auth_type, user_id, upn"
);

/// Adds up the days of an organization whose events changed since the last time; says how many.
pub(crate) async fn refresh(
    session: &Session,
    tables: &mut Tables,
    (organization, zone): (&str, &Zone),
    now: i64,
) -> Result<usize, Fault> {
    for _ in 0..TRIES {
        let (stale, gone) = stale(session, tables, (organization, zone)).await?;
        if stale.is_empty() && gone.is_empty() {
            return Ok(0);
        }
        session.name("events", &tables.events).await?;
        let mut actions = files::removed(&tables.daily, organization, |day| {
            gone.iter().any(|gone| gone == day) || stale.iter().any(|stale| stale.day == day)
        })?;
        for day in &stale {
            for (part, sql) in [("app", APPS), ("user", USERS)] {
                let folder = [(ORGANIZATION, organization), (PART, part), (DAY, day.day.as_str())];
                let rows = sums(session, sql, &day.values(organization)).await?;
                let Some(rows) = rows else { continue };
                actions.push(Action::Add(file::write(&tables.daily, &folder, &rows, now).await?));
            }
        }
        if commit(&mut tables.daily, &format!("daily:{organization}"), actions, now).await? {
            return Ok(stale.len() + gone.len());
        }
        tables.events.update_state().await?;
    }
    Err(Fault::Busy)
}

/// The days whose sums are not those of their files, and the days with sums but without files.
async fn stale(
    session: &Session,
    tables: &Tables,
    (organization, zone): (&str, &Zone),
) -> Result<(Vec<DayFiles>, Vec<String>), Fault> {
    let mut days = files::of_events(&tables.events, organization, zone)?;
    let mut gone = Vec::new();
    for (day, known) in files::known(session, &tables.daily, organization).await? {
        match days.iter().position(|one| one.day == day) {
            Some(at) if days.get(at).is_some_and(|one| one.files == known) => {
                days.swap_remove(at);
            }
            Some(_) => {}
            None => gone.push(day),
        }
    }
    Ok((days, gone))
}

async fn sums(
    session: &Session,
    sql: &str,
    values: &[String; 6],
) -> Result<Option<RecordBatch>, Fault> {
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let rows = session.ask(sql, &values).await?.collect().await?;
    let Some(schema) = rows.first().map(RecordBatch::schema) else { return Ok(None) };
    let rows = concat_batches(&schema, &rows)?;
    if rows.num_rows() == 0 {
        return Ok(None);
    }
    crate::rows::conform_sums(&rows).map(Some)
}
