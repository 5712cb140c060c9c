-- The catalog needs a place: apps, the versions of their pages, and what is found and counted in them.
-- Days are `YYYY-MM-DD` and instants `YYYY-MM-DDTHH:MM:SSZ`, both in UTC, so that text order is time order.

create table app (
  app_id text not null primary key,
  id_source text not null,
  name text not null,
  name_key text not null,
  publisher text,
  tier text,
  stores_data text not null,
  updated_on text,
  form text not null,
  locale text not null,
  current_number integer not null,
  version_count integer not null,
  constraint app_id_source check (id_source in ('appsource', 'teams_store', 'row')),
  constraint app_tier check (tier in ('attested', 'certified')),
  constraint app_stores_data check (stores_data in ('yes', 'no', 'na', 'unanswered')),
  constraint app_current check (current_number between 1 and version_count)
) strict;
create index app_by_name on app (name_key, app_id);

create table app_version (
  app_id text not null references app (app_id),
  number integer not null,
  page_digest text not null,
  locale text not null,
  form text not null,
  updated_on text,
  facts text not null,
  page blob not null,
  added_at text not null,
  constraint app_version_key primary key (app_id, number),
  constraint app_version_page unique (page_digest),
  constraint app_version_number check (number >= 1)
) strict;

create table permission (
  app_id text not null,
  number integer not null,
  position integer not null,
  name text not null,
  kind text,
  registration_id text,
  constraint permission_key primary key (app_id, number, position),
  constraint permission_version foreign key (app_id, number) references app_version (app_id, number),
  constraint permission_kind check (kind in ('delegated', 'application', 'both'))
) strict, without rowid;

create table finding (
  app_id text not null,
  number integer not null,
  position integer not null,
  code text not null,
  line integer not null,
  message text not null,
  constraint finding_key primary key (app_id, number, position),
  constraint finding_version foreign key (app_id, number) references app_version (app_id, number)
) strict, without rowid;

create table app_facet (
  app_id text not null references app (app_id),
  facet text not null,
  value text not null,
  constraint app_facet_key primary key (app_id, facet, value)
) strict, without rowid;
create index app_facet_by_value on app_facet (facet, value, app_id);

create table journal (
  journal_id integer not null primary key,
  at text not null,
  change text not null,
  app_id text not null,
  number integer not null,
  page_digest text not null,
  previous text not null,
  digest text not null,
  constraint journal_digest unique (digest)
) strict;
