-- Whether somebody is told by mail, too.
alter table account add column mail text not null default 'on'
  constraint account_mail check (mail in ('on', 'off'));
