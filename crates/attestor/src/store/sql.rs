//! The statements that both databases understand. What differs stands in `sqlite` and `postgres`.
//!
//! Every list has an order with a unique last key and a limit.

pub(super) const IS_KEPT: &str = "select number from app_version where page_digest = $1";

pub(super) const KEPT: &str = "
select app.version_count, app.updated_on, app.form, app.locale, app_listing.terms
from app
left join app_listing on app_listing.app_id = app.app_id
where app.app_id = $1";

pub(super) const PUT_APP: &str = "
insert into app (app_id, id_source, name, publisher, tier, stores_data, updated_on, form, locale,
  current_number, version_count)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict (app_id) do update set
  id_source = excluded.id_source, name = excluded.name, publisher = excluded.publisher,
  tier = excluded.tier, stores_data = excluded.stores_data, updated_on = excluded.updated_on,
  form = excluded.form, locale = excluded.locale, current_number = excluded.current_number,
  version_count = excluded.version_count";

pub(super) const PUT_LISTING: &str = "
insert into app_listing (app_id, facets, registrations, permission_count, terms)
values ($1, $2, $3, $4, $5)
on conflict (app_id) do update set
  facets = excluded.facets, registrations = excluded.registrations,
  permission_count = excluded.permission_count, terms = excluded.terms";

pub(super) const PUT_TERMS: &str = "update app_listing set terms = $2 where app_id = $1";

pub(super) const COUNT_VERSION: &str = "update app set version_count = $2 where app_id = $1";

pub(super) const PUT_VERSION: &str = "
insert into app_version (app_id, number, page_digest, locale, form, updated_on, facts, page, added_at,
  recognized)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

pub(super) const CHANGE_VERSION: &str = "
update app_version
set locale = $3, form = $4, updated_on = $5, facts = $6, recognized = $7
where app_id = $1 and number = $2";

pub(super) const DROP_PERMISSIONS: &str =
    "delete from permission where app_id = $1 and number = $2";

pub(super) const DROP_FINDINGS: &str = "delete from finding where app_id = $1 and number = $2";

pub(super) const COUNT: &str = "select version_count from app where app_id = $1";

pub(super) const CHAIN_END: &str =
    "select journal_id, digest from journal order by journal_id desc limit 1";

pub(super) const PUT_JOURNAL: &str = "
insert into journal (journal_id, at, change, app_id, number, page_digest, previous, digest)
values ($1, $2, $3, $4, $5, $6, $7, $8)";

pub(super) const REVISION: &str = "select digest from journal order by journal_id desc limit 1";

pub(super) const APP: &str = "
select app_id, name, publisher, tier, stores_data, updated_on, current_number, version_count
from app
where app_id = $1";

/// All apps, in the order of `ListingColumns`.
pub(super) const LISTINGS: &str = "
select app.app_id, app.name, app.publisher, app.tier, app.stores_data, app.updated_on, app.locale,
  app.current_number, app.version_count, app_listing.facets, app_listing.registrations,
  app_listing.permission_count, app_listing.terms
from app
join app_listing on app_listing.app_id = app.app_id
order by app.app_id
limit 1000000";

pub(super) const LACKING: &str = "
select app.app_id
from app
left join app_listing on app_listing.app_id = app.app_id
where app_listing.app_id is null
order by app.app_id
limit 1";

pub(super) const APP_COUNT: &str = "select count(*) from app";

/// The next apps behind one, in the order of `StateColumns`; parameter 2 is the limit.
pub(super) const NEXT_STATES: &str = "
select app.app_id, app.id_source, app.name, app.publisher, app.tier, app.stores_data,
  app.updated_on, app.form, app.locale, app.current_number, app_listing.facets,
  app_listing.registrations, app_listing.permission_count, app_listing.terms
from app
left join app_listing on app_listing.app_id = app.app_id
where app.app_id > $1
order by app.app_id
limit $2";

/// All versions of the apps behind one up to another, in the order of `KeptVersionColumns`.
pub(super) const NEXT_VERSIONS: &str = "
select app_id, number, locale, form, updated_on, facts, recognized, page
from app_version
where app_id > $1 and app_id <= $2
order by app_id, number
limit 1000000";

pub(super) const NEXT_PERMISSIONS: &str = "
select app_id, number, name, kind, registration_id
from permission
where app_id > $1 and app_id <= $2
order by app_id, number, position
limit 10000000";

pub(super) const NEXT_FINDINGS: &str = "
select app_id, number, code, line, message
from finding
where app_id > $1 and app_id <= $2
order by app_id, number, position
limit 10000000";

pub(super) const VERSIONS: &str = "
select number, locale, form, updated_on, page_digest, added_at
from app_version
where app_id = $1
order by number
limit 10000";

pub(super) const FACTS: &str = "select facts from app_version where app_id = $1 and number = $2";

pub(super) const PAGE: &str =
    "select page, recognized from app_version where app_id = $1 and number = $2";

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
select journal_id, change, app_id, number, page_digest, previous, digest
from journal
order by journal_id
limit 10000";
