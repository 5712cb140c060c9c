//! A catalog of many apps, made by the database itself, because that is fast.

use crate::runtime::Waiting;
use crate::store::Store;

/// Apps, each with a version, a permission and a listing; parameter 1 is their number.
const STATEMENTS: [&str; 4] = [
    "
insert into app (app_id, id_source, name, publisher, tier, stores_data, updated_on, form, locale,
  current_number, version_count)
with recursive row (n) as (select 1 union all select n + 1 from row where n < $1)
select 'WA' || n, 'appsource', 'App ' || n, 'Publisher ' || (n % 100), 'attested', 'yes',
  '2022-02-17', 'form_2022', 'en-US', 1, 1
from row",
    "
insert into app_version (app_id, number, page_digest, locale, form, updated_on, facts, page,
  added_at)
with recursive row (n) as (select 1 union all select n + 1 from row where n < $1)
select 'WA' || n, 1, 'digest ' || n, 'en-US', 'form_2022', '2022-02-17', '{}', $2,
  '2026-11-22T00:00:00Z'
from row",
    "
insert into app_listing (app_id, facets, registrations, permission_count, terms)
with recursive row (n) as (select 1 union all select n + 1 from row where n < $1)
select 'WA' || n, '[[\"tier\",\"attested\"],[\"permission\",\"Permission.' || (n % 50) || '\"]]', '[]',
  1, 'app publisher wa' || n
from row",
    "
insert into journal (journal_id, at, change, app_id, number, page_digest, previous, digest)
select $1, '2026-11-22T00:00:00Z', 'version_added', 'WA1', 1, 'digest 1', '', 'digest'
where $1 > 0",
];

/// Fills an empty database.
pub(crate) fn fill(store: &Store, waiting: &Waiting, apps: i64) {
    for statement in STATEMENTS {
        let page: Option<&[u8]> = statement.contains("$2").then_some(b"# An app");
        match store {
            Store::Sqlite(pool) => {
                let query = sqlx::query(statement).bind(apps);
                let query = if page.is_some() { query.bind(page) } else { query };
                waiting.on(query.execute(&**pool)).expect("filled");
            }
            Store::Postgres(pool) => {
                let query = sqlx::query(statement).bind(apps);
                let query = if page.is_some() { query.bind(page) } else { query };
                waiting.on(query.execute(pool)).expect("filled");
            }
        }
    }
}
