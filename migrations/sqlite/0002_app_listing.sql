-- Apps are listed, counted and searched in memory: one row holds what the index needs of an app.
-- Facets are a JSON list of pairs, registrations one of ids; terms are parted by spaces.

drop table app_facet;
drop index app_by_name;
alter table app drop column name_key;

create table app_listing (
  app_id text not null primary key references app (app_id),
  facets text not null,
  registrations text not null,
  permission_count integer not null,
  terms text not null
) strict, without rowid;
