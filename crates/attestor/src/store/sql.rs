//! The statements that both databases understand. What differs stands in `sqlite` and `postgres`.
//!
//! Every list has an order with a unique last key and a limit.

/// The condition on an app: parameters 1 to 3 are tier, permission and the answer on stored data;
/// null is no condition.
macro_rules! matching {
    () => {
        "
where (cast($1 as text) is null or app.tier = $1)
  and (cast($2 as text) is null or exists (
    select 1 from app_facet as asked
    where asked.app_id = app.app_id and asked.facet = 'permission' and asked.value = $2))
  and (cast($3 as text) is null or app.stores_data = $3)
"
    };
}

/// The columns of an app, in the order of `AppColumns`.
macro_rules! app_columns {
    () => {
        "
select app.app_id, app.name, app.publisher, app.tier, app.stores_data, app.updated_on,
  app.current_number, app.version_count
from app
"
    };
}

pub(super) const IS_KEPT: &str = "select number from app_version where page_digest = $1";

pub(super) const KEPT: &str =
    "select version_count, updated_on, form, locale from app where app_id = $1";

pub(super) const PUT_APP: &str = "
insert into app (app_id, id_source, name, name_key, publisher, tier, stores_data, updated_on, form,
  locale, current_number, version_count)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
on conflict (app_id) do update set
  id_source = excluded.id_source, name = excluded.name, name_key = excluded.name_key,
  publisher = excluded.publisher, tier = excluded.tier, stores_data = excluded.stores_data,
  updated_on = excluded.updated_on, form = excluded.form, locale = excluded.locale,
  current_number = excluded.current_number, version_count = excluded.version_count";

pub(super) const COUNT_VERSION: &str = "update app set version_count = $2 where app_id = $1";

pub(super) const PUT_VERSION: &str = "
insert into app_version (app_id, number, page_digest, locale, form, updated_on, facts, page, added_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

pub(super) const DROP_FACETS: &str = "delete from app_facet where app_id = $1";

pub(super) const CHAIN_END: &str =
    "select journal_id, digest from journal order by journal_id desc limit 1";

pub(super) const PUT_JOURNAL: &str = "
insert into journal (journal_id, at, change, app_id, number, page_digest, previous, digest)
values ($1, $2, $3, $4, $5, $6, $7, $8)";

pub(super) const APP: &str = concat!(app_columns!(), "where app.app_id = $1");

/// Parameter 4 is the id of the app behind which the list begins, 5 the limit.
pub(super) const APPS: &str = concat!(
    app_columns!(),
    matching!(),
    "
  and (cast($4 as text) is null or (app.name_key, app.app_id) > (
    select last.name_key, last.app_id from app as last where last.app_id = $4))
order by app.name_key, app.app_id
limit $5"
);

pub(super) const FACET_COUNTS: &str = concat!(
    "
select app_facet.facet, app_facet.value, count(*)
from app
join app_facet on app_facet.app_id = app.app_id
",
    matching!(),
    "
group by app_facet.facet, app_facet.value
order by app_facet.facet, count(*) desc, app_facet.value
limit 5000"
);

pub(super) const DAY_COUNTS: &str = concat!(
    "
select app.updated_on, count(*)
from app
",
    matching!(),
    "
group by app.updated_on
order by app.updated_on nulls first
limit 50000"
);

pub(super) const VERSIONS: &str = "
select number, locale, form, updated_on, page_digest, added_at
from app_version
where app_id = $1
order by number
limit 10000";

pub(super) const PAGE: &str =
    "select facts, page from app_version where app_id = $1 and number = $2";

pub(super) const PERMISSIONS: &str = "
select name, kind, registration_id
from permission
where app_id = $1 and number = $2
order by position
limit 10000";

pub(super) const FINDINGS: &str = "
select code, line, message
from finding
where app_id = $1 and number = $2
order by position
limit 10000";

/// The whole journal, for the tests of its chain.
#[cfg(test)]
pub(super) const JOURNAL: &str = "
select journal_id, app_id, number, page_digest, previous, digest
from journal
order by journal_id
limit 10000";
