-- Trust portals need a place: what organizations publish of their offerings, version by version; the
-- files behind it and who may read them; who watches what, and what they were told; the systems of
-- customers. A version is never changed: `content` is the model as the files of `docs/formats/trust.md`.

create table trust_version (
  organization_id text not null references organization (organization_id),
  number integer not null,
  state text not null,
  source text not null,
  content text not null,
  content_digest text not null,
  findings text not null,
  accepted text,
  made_at text not null,
  made_by text not null,
  ended_at text,
  published_at text,
  published_by text,
  published_order integer,
  constraint trust_version_key primary key (organization_id, number),
  constraint trust_version_number check (number >= 1),
  constraint trust_version_state check (
    state in ('draft', 'published', 'superseded', 'discarded', 'withdrawn')),
  constraint trust_version_order unique (published_order)
) strict;
create unique index trust_version_published on trust_version (organization_id) where state = 'published';
create unique index trust_version_draft on trust_version (organization_id) where state = 'draft';

create table trust_document (
  document_id text not null primary key,
  organization_id text not null,
  item_kind text not null,
  item_id text not null,
  access text not null,
  state text not null,
  name text not null,
  media_type text not null,
  size_bytes integer not null,
  file_digest text not null,
  added_at text not null,
  added_by text not null,
  ended_at text,
  constraint trust_document_kind check (item_kind in ('certificate', 'report', 'statement')),
  constraint trust_document_access check (access in ('public', 'signed-in', 'agreement', 'approval')),
  constraint trust_document_state check (state in ('published', 'superseded', 'withdrawn'))
) strict;
create unique index trust_document_current on trust_document (organization_id, item_kind, item_id)
  where state = 'published';
create index trust_document_by_organization on trust_document (organization_id, added_at, document_id);

create table trust_agreement (
  organization_id text not null,
  version integer not null,
  title text not null,
  body text not null,
  body_digest text not null,
  published_at text not null,
  published_by text not null,
  constraint trust_agreement_key primary key (organization_id, version),
  constraint trust_agreement_version check (version >= 1)
) strict;

create table trust_acceptance (
  account_id text not null,
  organization_id text not null,
  version integer not null,
  reader_organization_id text not null,
  account_name text not null,
  body_digest text not null,
  at text not null,
  constraint trust_acceptance_key primary key (account_id, organization_id, reader_organization_id, version)
) strict;
create index trust_acceptance_by_organization on trust_acceptance (organization_id, at);

create table trust_request (
  request_id text not null primary key,
  organization_id text not null,
  item_kind text not null,
  item_id text not null,
  account_id text not null,
  account_name text not null,
  reader_organization_id text not null,
  purpose text not null,
  state text not null,
  asked_at text not null,
  decided_at text,
  decided_by text,
  reason text,
  expires_at text,
  constraint trust_request_state check (state in ('asked', 'granted', 'refused', 'withdrawn', 'ended'))
) strict;
create unique index trust_request_open
  on trust_request (account_id, reader_organization_id, organization_id, item_kind, item_id)
  where state = 'asked';
create index trust_request_by_organization on trust_request (organization_id, asked_at, request_id);
create index trust_request_by_account on trust_request (account_id, asked_at, request_id);

create table trust_download (
  download_id text not null primary key,
  organization_id text not null,
  document_id text not null,
  file_digest text not null,
  account_id text not null,
  account_name text not null,
  reader_organization_id text not null,
  agreement_version integer,
  request_id text,
  marked integer not null,
  at text not null,
  constraint trust_download_marked check (marked in (0, 1))
) strict;
create index trust_download_by_organization on trust_download (organization_id, at, download_id);
create index trust_download_by_account on trust_download (account_id, at, download_id);

create table trust_watch (
  account_id text not null,
  organization_id text not null,
  item_kind text not null,
  item_id text not null,
  since text not null,
  constraint trust_watch_key primary key (account_id, organization_id, item_kind, item_id),
  constraint trust_watch_kind check (item_kind in ('offering', 'certificate', 'report', 'statement'))
) strict;
create index trust_watch_by_item on trust_watch (organization_id, item_kind, item_id);

create table trust_notice (
  notice_id text not null primary key,
  account_id text not null,
  notice_key text not null,
  kind text not null,
  organization_id text not null,
  item_kind text not null,
  item_id text not null,
  content text not null,
  at text not null,
  seen_at text,
  mailed_at text,
  constraint trust_notice_once unique (account_id, notice_key)
) strict;
create index trust_notice_by_account on trust_notice (account_id, at, notice_id);

create table trust_link (
  organization_id text not null,
  address text not null,
  state text not null,
  detail text not null,
  checked_at text not null,
  failing_since text,
  constraint trust_link_key primary key (organization_id, address),
  constraint trust_link_state check (state in ('works', 'broken', 'unclear'))
) strict;

create table trust_system (
  system_id text not null primary key,
  organization_id text not null,
  name text not null,
  content text not null,
  number integer not null,
  made_at text not null,
  changed_at text not null,
  ended_at text,
  constraint trust_system_number check (number >= 1)
) strict;
create index trust_system_by_organization on trust_system (organization_id, made_at, system_id);
