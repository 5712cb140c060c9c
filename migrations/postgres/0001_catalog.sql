-- The catalog needs a place: apps, the versions of their pages, and what is found and counted in them.
-- Days are `YYYY-MM-DD` and instants `YYYY-MM-DDTHH:MM:SSZ`, both in UTC, so that text order is time order.
-- Text is ordered by its bytes, as in SQLite.

create table app (
  app_id text collate "C" not null primary key,
  id_source text collate "C" not null,
  name text collate "C" not null,
  name_key text collate "C" not null,
  publisher text collate "C",
  tier text collate "C",
  stores_data text collate "C" not null,
  updated_on text collate "C",
  form text collate "C" not null,
  locale text collate "C" not null,
  current_number bigint not null,
  version_count bigint not null,
  constraint app_id_source check (id_source in ('appsource', 'teams_store', 'row')),
  constraint app_tier check (tier in ('attested', 'certified')),
  constraint app_stores_data check (stores_data in ('yes', 'no', 'na', 'unanswered')),
  constraint app_current check (current_number between 1 and version_count)
);
create index app_by_name on app (name_key, app_id);

create table app_version (
  app_id text collate "C" not null references app (app_id),
  number bigint not null,
  page_digest text collate "C" not null,
  locale text collate "C" not null,
  form text collate "C" not null,
  updated_on text collate "C",
  facts text collate "C" not null,
  page bytea not null,
  added_at text collate "C" not null,
  constraint app_version_key primary key (app_id, number),
  constraint app_version_page unique (page_digest),
  constraint app_version_number check (number >= 1)
);

create table permission (
  app_id text collate "C" not null,
  number bigint not null,
  position bigint not null,
  name text collate "C" not null,
  kind text collate "C",
  registration_id text collate "C",
  constraint permission_key primary key (app_id, number, position),
  constraint permission_version foreign key (app_id, number) references app_version (app_id, number),
  constraint permission_kind check (kind in ('delegated', 'application', 'both'))
);

create table finding (
  app_id text collate "C" not null,
  number bigint not null,
  position bigint not null,
  code text collate "C" not null,
  line bigint not null,
  message text collate "C" not null,
  constraint finding_key primary key (app_id, number, position),
  constraint finding_version foreign key (app_id, number) references app_version (app_id, number)
);

create table app_facet (
  app_id text collate "C" not null references app (app_id),
  facet text collate "C" not null,
  value text collate "C" not null,
  constraint app_facet_key primary key (app_id, facet, value)
);
create index app_facet_by_value on app_facet (facet, value, app_id);

create table journal (
  journal_id bigint not null primary key,
  at text collate "C" not null,
  change text collate "C" not null,
  app_id text collate "C" not null,
  number bigint not null,
  page_digest text collate "C" not null,
  previous text collate "C" not null,
  digest text collate "C" not null,
  constraint journal_digest unique (digest)
);
