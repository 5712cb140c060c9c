-- People need a place: organizations, who belongs to them in which role, and how they show that it is
-- they. Passwords, tokens, codes and links stand here only as digests; the secret of an authenticator
-- app has to be read, so that it stands as it is.

create table organization (
  organization_id text not null primary key,
  name text not null,
  kind text not null,
  created_at text not null,
  constraint organization_kind check (kind in ('publisher', 'certification_body', 'customer'))
) strict;

create table account (
  account_id text not null primary key,
  email text not null,
  name text not null,
  language text not null,
  password text,
  totp_secret blob,
  totp_last_step integer,
  state text not null,
  failures integer not null,
  locked_until text,
  created_at text not null,
  constraint account_email unique (email),
  constraint account_state check (state in ('active', 'ended'))
) strict;

create table membership (
  membership_id text not null primary key,
  account_id text not null references account (account_id),
  organization_id text not null references organization (organization_id),
  role text not null,
  created_at text not null,
  ended_at text,
  constraint membership_role check (
    role in ('publisher', 'analyst', 'lead_analyst', 'program_owner', 'auditor', 'customer_admin'))
) strict;
create unique index membership_current on membership (account_id, organization_id) where ended_at is null;
create index membership_by_organization on membership (organization_id, account_id);

create table invitation (
  invitation_id text not null primary key,
  secret_digest text not null,
  organization_id text references organization (organization_id),
  email text,
  account_id text references account (account_id),
  role text not null,
  invited_by text not null,
  created_at text not null,
  expires_at text not null,
  used_at text,
  withdrawn_at text,
  constraint invitation_secret unique (secret_digest)
) strict;
create index invitation_by_organization on invitation (organization_id, created_at, invitation_id);

create table passkey (
  passkey_id text not null primary key,
  account_id text not null references account (account_id),
  name text not null,
  credential_id blob not null,
  content blob not null,
  moving blob not null,
  created_at text not null,
  used_at text,
  constraint passkey_credential unique (credential_id)
) strict;
create index passkey_by_account on passkey (account_id, created_at);

create table recovery_code (
  account_id text not null references account (account_id),
  code_digest text not null,
  used_at text,
  constraint recovery_code_key primary key (account_id, code_digest)
) strict;

create table session (
  session_id text not null primary key,
  secret_digest text not null,
  account_id text not null references account (account_id),
  membership_id text references membership (membership_id),
  factors integer not null,
  totp_draft blob,
  agent text not null,
  created_at text not null,
  seen_at text not null,
  expires_at text not null,
  ended_at text,
  constraint session_secret unique (secret_digest)
) strict;
create index session_by_account on session (account_id, created_at);

create table access_token (
  token_id text not null primary key,
  secret_digest text not null,
  membership_id text not null references membership (membership_id),
  name text not null,
  scopes text not null,
  created_at text not null,
  expires_at text,
  used_at text,
  ended_at text,
  constraint access_token_secret unique (secret_digest)
) strict;
create index access_token_by_membership on access_token (membership_id, created_at);
