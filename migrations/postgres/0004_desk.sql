-- The certification desk needs a place: its record, and the cases that the record adds up to.
-- The record is the truth: a case is what its entries add up to, and a row of `certification` is what
-- lists of cases need to know of it. Instants are `YYYY-MM-DDTHH:MM:SSZ` and days `YYYY-MM-DD`, in UTC.

create table record (
  entry_id bigint not null primary key,
  at text not null,
  actor text not null,
  role text not null,
  organization_id text,
  subject text not null,
  subject_id text not null,
  number bigint not null,
  kind text not null,
  content text not null,
  previous text not null,
  digest text not null,
  constraint record_subject_number unique (subject, subject_id, number),
  constraint record_digest unique (digest),
  constraint record_number check (number >= 1)
);
create index record_by_actor on record (actor, entry_id);
create index record_by_organization on record (organization_id, entry_id);
create index record_by_kind on record (kind, entry_id);

create table certification (
  case_id text not null primary key,
  organization_id text not null,
  app_id text not null,
  app_name text not null,
  framework text not null,
  edition text not null,
  state text not null,
  whose_move text not null,
  due_on text,
  analyst text,
  opened_at text not null,
  changed_at text not null,
  number bigint not null,
  open bigint not null,
  waiting bigint not null,
  constraint certification_number check (number >= 1),
  constraint certification_open check (open in (0, 1))
);
create unique index certification_open_app on certification (organization_id, app_id) where open = 1;
create index certification_by_organization on certification (organization_id, changed_at, case_id);
create index certification_by_analyst on certification (analyst, due_on, case_id);
create index certification_by_change on certification (changed_at, case_id);

create table evidence_file (
  organization_id text not null,
  file_digest text not null,
  size_bytes bigint not null,
  media_type text not null,
  state text not null,
  added_at text not null,
  erased_at text,
  constraint evidence_file_key primary key (organization_id, file_digest),
  constraint evidence_file_state check (state in ('clean', 'erased'))
);

create table repeated_request (
  account_id text not null,
  request_key text not null,
  request_digest text not null,
  status bigint not null,
  answer bytea not null,
  media_type text not null,
  at text not null,
  constraint repeated_request_key primary key (account_id, request_key)
);
create index repeated_request_by_time on repeated_request (at);
