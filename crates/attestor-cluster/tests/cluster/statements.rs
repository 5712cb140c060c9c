//! The statements of the report, over `events` and `daily`, and what else people may ask.

/// Statements whose rows have one order.
pub(crate) const IN_ORDER: &[&str] = &[
    // Metrics B and C.
    "select channel, count(*) as n, sum(case when mfa then 1 else 0 end) as m from events
     where organization = 'Contoso' and error_code = 0 and auth_type <> 'appOnly'
       and ts >= timestamp '2026-11-15T00:00:00Z' and ts < timestamp '2026-11-22T00:00:00Z'
     group by channel order by channel",
    // What is left out of them.
    "select count(*) from events where error_code = 0 and auth_type = 'appOnly'
       and ts >= timestamp '2026-11-15T00:00:00Z' and ts < timestamp '2026-11-22T00:00:00Z'",
    // Portal requests without multifactor authentication.
    "select user_id, upn, max(ts) as last_ts from events
     where error_code = 0 and channel = 'portal' and auth_type <> 'appOnly' and not mfa
       and day >= date '2026-11-15' and day < date '2026-11-22'
     group by user_id, upn order by last_ts desc, user_id limit 10000",
    // API requests by day and application.
    "select cast(ts as date) as d, app_id, app_name,
       sum(case when mfa then 1 else 0 end) as m, count(*) as n
     from events
     where error_code = 0 and channel = 'api' and auth_type <> 'appOnly'
       and day >= date '2026-11-15' and day < date '2026-11-22'
     group by cast(ts as date), app_id, app_name order by d desc, app_id",
    // All API requests, the newest first.
    "select request_id, correlation_id, operation, ts, source_ip, user_id, upn, app_id, mfa
     from events
     where organization = 'Contoso' and error_code = 0 and channel = 'api'
       and auth_type <> 'appOnly'
       and ts >= timestamp '2026-11-15T00:00:00Z' and ts < timestamp '2026-11-22T00:00:00Z'
     order by ts desc, request_id limit 500",
    // Causes: who is without, by what daily knows of them.
    "select r, count(*) as users, sum(n) as requests from (
       select case when d.federated > 0 then 'federation' when d.legacy > 0 then 'legacy'
         when d.requests > d.with_mfa * 4 then 'mostly' else 'some' end as r, e.n as n
       from (select organization, user_id, count(*) as n from events
         where error_code = 0 and auth_type <> 'appOnly' and channel <> 'other' and not mfa
         group by organization, user_id) e
       join (select organization, user_id, sum(requests) as requests, sum(with_mfa) as with_mfa,
           sum(legacy) as legacy, sum(federated) as federated
         from daily where part = 'user' and channel <> 'other'
         group by organization, user_id) d
       on e.user_id = d.user_id and e.organization = d.organization) x
     group by r order by r",
    // Accounts, which lie in no file.
    "select a.user_id, a.guest, a.admin, a.enforced, count(*) as without
     from accounts a join events e on e.user_id = a.user_id and e.organization = a.organization
     where not e.mfa group by 1, 2, 3, 4 order by 1",
    // The trend of rolling weeks.
    "select organization, d, channel, sum(n) over w as n7, sum(m) over w as m7 from (
       select organization, cast(ts as date) as d, channel, count(*) as n,
         sum(case when mfa then 1 else 0 end) as m
       from events where error_code = 0 and auth_type <> 'appOnly'
       group by organization, cast(ts as date), channel) x
     window w as (partition by organization, channel order by d
       rows between 6 preceding and current row)
     order by organization, d, channel",
    // The sums that a report is made of.
    "select cast(day as varchar) as day, channel, auth_type, app_id, app_name, requests, with_mfa
     from daily
     where organization = 'Contoso' and part = 'app' and day >= cast('2026-11-15' as date)
       and day < cast('2026-11-22' as date) and requests > 0
     order by day, channel, auth_type, app_id, app_name",
    "select user_id, upn, max(last_without_mfa) as last from daily
     where organization = 'Contoso' and part = 'user' and channel = 'portal'
       and day >= cast('2026-11-15' as date) and day < cast('2026-11-22' as date)
       and requests > with_mfa
     group by user_id, upn order by last desc, user_id nulls first, upn limit 10000",
    "select user_id, max(upn) as upn, sum(requests) - sum(with_mfa) as without,
       sum(not_applied) as not_applied, max(last_without_mfa) as last
     from daily
     where organization = 'Contoso' and part = 'user' and channel <> 'other'
     group by user_id, case when user_id is null then upn else '' end
     order by user_id nulls first, upn",
    "select min(ts) as since, count(*) as requests from (
       select ts from events
       where organization = 'Contoso' and day = cast('2026-11-20' as date)
         and channel = 'api' and auth_type <> 'appOnly' and error_code = 0
       order by ts desc limit 20)",
    // Folders' columns with everything that chooses files by them.
    "select organization, day, count(*) from events
     where day in (date '2026-11-14', date '2026-11-18', date '2026-11-19')
       and organization like 'Fabrikam%' or day = date '2026-11-13'
     group by organization, day order by organization, day",
    "select organization, part, min(day), max(day), count(*), count(distinct user_id) from daily
     where not (organization = 'Contoso' and part = 'app')
     group by organization, part order by organization, part",
    // Subqueries, also those with nothing in common with the rows around them.
    "select count(*) from events
     where ts > (select min(ts) from events where channel = 'api')
       and user_id not in (select user_id from daily where user_id is not null and legacy > 0)",
    "select distinct channel, auth_type from events union all
     select 'all', cast(count(*) as varchar) from events order by 1, 2",
    "select day, channel, n from (select day, channel, count(*) as n,
       row_number() over (partition by day order by count(*) desc, channel) as at
       from events group by day, channel) x where at = 1 order by day",
    "select e.channel, count(*) from events e join events f
       on e.request_id = f.request_id and e.organization = f.organization
     group by e.channel order by 1",
    "select 1 + 1 as two, 'a' as a",
    "with recursive_less as (select user_id, count(*) as n from events group by user_id)
     select max(n), min(n), avg(n), stddev(n) is not null from recursive_less",
];

/// Statements that leave the order of their rows open.
pub(crate) const IN_SOME_ORDER: &[&str] = &[
    "select * from events where organization <> 'Contoso'",
    "select * from daily",
    "select distinct source from events
     where organization = 'Contoso' and day between cast('2026-11-15' as date)
       and cast('2026-11-21' as date) and channel <> 'other' and error_code = 0",
    "select user_id, app_id, max(ts), count(*) from events group by grouping sets
       ((user_id), (app_id), ())",
    "select organization, day from events except select organization, day from daily
       where day > date '2026-11-18' union select organization, day from daily where part = 'app'",
    "select distinct user_id from events e
     where exists (select 1 from daily d where d.user_id = e.user_id)",
    "select distinct user_id from events e where not exists
       (select 1 from daily d where d.user_id = e.user_id and d.requests > 3)",
    "select e.user_id, d.requests from events e
     full join daily d on d.user_id = e.user_id and d.requests > 10000",
];
