//! What each day comes to, in `daily`: rows for every application and for every user. They say of
//! which files of `events` they are the sum, so that only days whose files changed are added up again.

mod files;

use std::collections::BTreeSet;

use attestor_core::mfa::rule::MfaRule;
use attestor_core::mfa::zone::Zone;
use deltalake::arrow::array::RecordBatch;
use deltalake::arrow::compute::concat_batches;
use deltalake::kernel::Action;

use crate::commit::{TRIES, commit};
use crate::fault::Fault;
use crate::file;
use crate::read;
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
  arrow_cast(null, 'Timestamp(Microsecond, Some(\"UTC\"))') as last_without_mfa,
  0 as not_applied, 0 as legacy, 0 as federated, 0 as claims, $6 as files",
    "group by channel, auth_type, app_id, app_name
union all
select 'other', 'user', 0, 0, null, '', null, '', null, 0, 0, 0, 0, $6"
);

/// Sums by channel and user.
const USERS: &str = of_day!(
    "
select channel, auth_type, count(*) as requests, count(*) filter (where mfa) as with_mfa,
  user_id, upn, arrow_cast(null, 'Binary') as app_id, '' as app_name,
  max(ts) filter (where not mfa) as last_without_mfa,
  count(*) filter (where not mfa and ca_status = 'notApplied') as not_applied,
  count(*) filter (where not mfa and array_has($7, client_app)) as legacy,
  count(*) filter (where not mfa and token_issuer = 'ADFederationServices') as federated,
  count(*) filter (where mfa and mfa_basis = 'federated') as claims, $6 as files",
    "and auth_type <> 'appOnly'
group by channel, auth_type, user_id, upn"
);

/// Which kinds of clients there are; the rule says which of them are old.
const CLIENTS: &str = of_day!("select distinct client_app", "");

/// How events are cut into days, and what is counted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cut<'a> {
    pub(crate) organization: &'a str,
    pub(crate) zone: &'a Zone,
    pub(crate) rule: &'a MfaRule,
}

/// Adds up the days of an organization whose events changed since the last time; says how many.
pub(crate) async fn refresh(
    session: &Session,
    tables: &mut Tables,
    cut: Cut<'_>,
    now: i64,
) -> Result<usize, Fault> {
    let organization = cut.organization;
    for _ in 0..TRIES {
        let (stale, gone) = stale(session, tables, cut).await?;
        if stale.is_empty() && gone.is_empty() {
            return Ok(0);
        }
        session.name("events", &tables.events).await?;
        let mut actions = files::removed(&tables.daily, organization, |day| {
            gone.iter().any(|gone| gone == day) || stale.iter().any(|stale| stale.day == day)
        })?;
        for day in &stale {
            let values = day.values(organization);
            let users = USERS.replace("$7", &old_clients(session, cut.rule, &values).await?);
            for (part, sql) in [("app", APPS), ("user", users.as_str())] {
                let folder = [(ORGANIZATION, organization), (PART, part), (DAY, day.day.as_str())];
                let rows = sums(session, sql, &values).await?;
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
    Cut { organization, zone, rule }: Cut<'_>,
) -> Result<(Vec<DayFiles>, Vec<String>), Fault> {
    let mut days = files::of_events(&tables.events, organization, (zone, &rule.id))?;
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

/// The clients that cannot ask for a second factor, as a list in SQL.
async fn old_clients(
    session: &Session,
    rule: &MfaRule,
    values: &[String; 6],
) -> Result<String, Fault> {
    let mut clients = BTreeSet::new();
    let values: Vec<&str> = values.iter().take(5).map(String::as_str).collect();
    for rows in session.ask(CLIENTS, &values).await?.collect().await? {
        clients.extend(read::texts(&rows, "client_app")?);
    }
    let old = clients.iter().filter(|client| rule.is_legacy(client));
    let quoted: Vec<String> = old.map(|one| format!("'{}'", one.replace('\'', "''"))).collect();
    // A list of nothing has no type.
    let none = if quoted.is_empty() { "'\u{1}'".to_owned() } else { quoted.join(", ") };
    Ok(format!("make_array({none})"))
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
