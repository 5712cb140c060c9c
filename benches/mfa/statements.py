"""The eight results of a report, in the SQL of the lake and in DuckDB's over the raw Parquet files."""

DAY = "2026-11-21"
FIRST = "2026-11-14"
OF = f"organization = 'Contoso' and error_code = 0 and day >= date '{FIRST}' and day < date '{DAY}'"
RAW = f"error_code = 0 and ts >= timestamp '{FIRST}' and ts < timestamp '{DAY}'"
WITH = "sum(case when mfa then 1 else 0 end)"
CAUSES = """
select cause, count(*) as users, sum(n) as requests from (
  select case when not u.{enforced} then 'not-enforced' when not u.{registered} then 'not-registered'
    else 'condition-not-met' end as cause, e.n
  from (select user_id, count(*) as n from {events} where {where}
      and auth_type <> 'appOnly' and not mfa group by user_id) e
    join {users} u on e.user_id = u.user_id) x
group by cause order by cause"""
TREND = """
select d, channel, sum(n) over w as n7, sum(m) over w as m7 from (
  select {day} as d, channel, count(*) as n, {with_mfa} as m from {events}
  where {where} and auth_type <> 'appOnly' group by 1, 2) x
window w as (partition by channel order by d rows between 6 preceding and current row)
order by d, channel"""
REQUESTS = """
select request_id, correlation_id, operation, ts, source_ip, user_id, upn, app_id, mfa from {events}
where {where} and channel = 'api' and auth_type = 'appUser' order by ts desc, request_id limit 10000"""
PORTAL = """
select user_id, upn, max(ts) as last from {events}
where {where} and channel = 'portal' and auth_type <> 'appOnly' and not mfa
group by user_id, upn order by last desc, user_id limit 10000"""
SUMMARY = """
select {day} as d, app_id, app_name, {with_mfa} as m, count(*) as n from {events}
where {where} and channel = 'api' and auth_type = 'appUser' group by 1, 2, 3 order by d desc, app_id"""
SHARES = """
select channel, count(*) as n, {with_mfa} as m from {events}
where {where} and auth_type <> 'appOnly' group by channel order by channel"""
OMITTED = "select count(*) as n from {events} where {where} and auth_type = 'appOnly'"
ACCOUNTS = """
select count(*) as accounts, sum(case when {enabled} then 1 else 0 end) as enabled,
  sum(case when {enabled} and {enforced} then 1 else 0 end) as enforced from {users}"""

STATEMENTS = {
    "configuration": ACCOUNTS,
    "shares": SHARES,
    "app-only": OMITTED,
    "portal": PORTAL,
    "summary": SUMMARY,
    "requests": REQUESTS,
    "causes": CAUSES,
    "trend": TREND,
}


def lake(name):
    """A statement over the lake's own tables."""
    month = "organization = 'Contoso' and error_code = 0"
    return STATEMENTS[name].format(
        events="events",
        users="accounts",
        where=month if name == "trend" else OF,
        day="day",
        with_mfa=WITH,
        enabled="enabled",
        enforced="enforced",
        registered="registered",
    )


def duckdb(name, folder):
    """The same over files in a folder."""
    return STATEMENTS[name].format(
        events=f"read_parquet('{folder}/events.parquet')",
        users=f"read_parquet('{folder}/users.parquet')",
        where="error_code = 0" if name == "trend" else RAW,
        day="cast(ts as date)",
        with_mfa=WITH,
        enabled="account_enabled",
        enforced="mfa_enforced",
        registered="mfa_registered",
    )
