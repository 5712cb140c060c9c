//! The record: who changed what, when; in the same transaction as the change, each entry with the
//! digest of the one before, so that an entry that was changed or taken out later shows.

use attestor_core::digest::Digest;
use attestor_core::instant::Instant;

use super::Store;
use super::desk::contains;
use super::gate::{Row, Value, Work};
use crate::stop::Stop;

/// One writer at a time: the record is a chain. SQLite has only one as it is.
const LOCK: &str = "lock table record in exclusive mode";

const END: &str = "
select entry_id, digest
from record
order by entry_id desc
limit 1";

const PUT: &str = "
insert into record (entry_id, at, actor, role, organization_id, subject, subject_id, number, kind,
  content, previous, digest)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

const OF_SUBJECT: &str = "
select entry_id, at, actor, role, organization_id, subject, subject_id, number, kind, content,
  previous, digest
from record
where subject = $1 and subject_id = $2 and number > $3
order by number
limit 100000";

const AFTER: &str = "
select entry_id, at, actor, role, organization_id, subject, subject_id, number, kind, content,
  previous, digest
from record
where entry_id > $1
order by entry_id
limit $2";

/// Newest first. What is sought for stands in kind, subject or the subject's id.
const FIND: &str = "
select entry_id, at, actor, role, organization_id, subject, subject_id, number, kind, content,
  previous, digest
from record
where entry_id < $1
  and (cast($2 as text) is null or subject = $2)
  and (cast($3 as text) is null or subject_id = $3)
  and (cast($4 as text) is null or actor = $4)
  and (cast($5 as text) is null or kind = $5)
  and (cast($6 as text) is null or at >= $6)
  and (cast($7 as text) is null or at < $7)
  and (cast($8 as text) is null or kind like $8 escape '!' or subject like $8 escape '!'
    or lower(subject_id) like $8 escape '!')
order by entry_id desc
limit $9";

const LAST_NUMBER: &str = "
select coalesce(max(number), 0)
from record
where subject = $1 and subject_id = $2";

/// What an entry tells, before it has its place in the record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told<'a> {
    /// When it happened.
    pub(crate) at: Instant,
    /// The account that did it, or `system`, `setup`.
    pub(crate) actor: &'a str,
    /// In which role.
    pub(crate) role: &'a str,
    /// The organization it is about, if it is about one.
    pub(crate) organization: Option<&'a str>,
    /// What it is about: `case`, `account`, `organization`, `upload`.
    pub(crate) subject: &'a str,
    /// The id of that.
    pub(crate) subject_id: &'a str,
    /// What happened, in one word.
    pub(crate) kind: &'a str,
    /// The rest as JSON. No secrets, no e-mail addresses.
    pub(crate) content: &'a str,
}

/// An entry of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its place in the whole record, from 1, without gaps.
    pub(crate) entry_id: i64,
    /// When it happened.
    pub(crate) at: String,
    /// The account that did it.
    pub(crate) actor: String,
    /// In which role.
    pub(crate) role: String,
    /// The organization it is about.
    pub(crate) organization: Option<String>,
    /// What it is about.
    pub(crate) subject: String,
    /// The id of that.
    pub(crate) subject_id: String,
    /// Its place among the entries of its subject, from 1, without gaps.
    pub(crate) number: i64,
    /// What happened.
    pub(crate) kind: String,
    /// The rest as JSON.
    pub(crate) content: String,
    /// The digest of the entry before; empty for the first.
    pub(crate) previous: String,
    /// The digest of this entry.
    pub(crate) digest: String,
}

/// Which entries of the record are sought.
#[derive(Debug, Clone, Default)]
pub(crate) struct RecordFilter {
    /// About this kind of subject only.
    pub(crate) subject: Option<String>,
    /// About the subject with this id only.
    pub(crate) subject_id: Option<String>,
    /// Of this account only.
    pub(crate) actor: Option<String>,
    /// Of this kind only.
    pub(crate) kind: Option<String>,
    /// Not before this instant.
    pub(crate) from: Option<String>,
    /// Before this instant.
    pub(crate) until: Option<String>,
    /// With these letters in kind, subject or the subject's id.
    pub(crate) text: Option<String>,
    /// Before this place in the record.
    pub(crate) before: Option<i64>,
}

impl Entry {
    /// The entry of a row in the order of the statements above.
    pub(crate) fn read(row: &Row) -> Result<Self, Stop> {
        Ok(Self {
            entry_id: row.number(0)?,
            at: row.text(1)?,
            actor: row.text(2)?,
            role: row.text(3)?,
            organization: row.maybe_text(4)?,
            subject: row.text(5)?,
            subject_id: row.text(6)?,
            number: row.number(7)?,
            kind: row.text(8)?,
            content: row.text(9)?,
            previous: row.text(10)?,
            digest: row.text(11)?,
        })
    }

    /// The digest that the entry must have by what it says.
    pub(crate) fn expected_digest(&self) -> Digest {
        let (entry_id, number) = (self.entry_id.to_string(), self.number.to_string());
        let parts = [
            ("previous", self.previous.as_str()),
            ("entry_id", &entry_id),
            ("at", &self.at),
            ("actor", &self.actor),
            ("role", &self.role),
            ("organization", self.organization.as_deref().unwrap_or_default()),
            ("subject", &self.subject),
            ("subject_id", &self.subject_id),
            ("number", &number),
            ("kind", &self.kind),
            ("content", &self.content),
        ];
        Digest::of_parts(parts.iter().map(|(name, text)| (*name, text.as_bytes())))
    }
}

impl Work {
    /// Adds an entry to the record and gives it. From here on, no other writer comes between.
    pub(crate) async fn note(&mut self, told: Told<'_>) -> Result<Entry, Stop> {
        self.hold_record().await?;
        let end = self.row(END, &[]).await?;
        let (last, previous) = match &end {
            Some(row) => (row.number(0)?, row.text(1)?),
            None => (0, String::new()),
        };
        let number = self.last_number(told.subject, told.subject_id).await? + 1;
        let mut entry = Entry {
            entry_id: last + 1,
            at: told.at.to_string(),
            actor: told.actor.to_owned(),
            role: told.role.to_owned(),
            organization: told.organization.map(str::to_owned),
            subject: told.subject.to_owned(),
            subject_id: told.subject_id.to_owned(),
            number,
            kind: told.kind.to_owned(),
            content: told.content.to_owned(),
            previous,
            digest: String::new(),
        };
        entry.digest = entry.expected_digest().to_string();
        self.put(&entry).await?;
        Ok(entry)
    }

    /// Waits until no other writer adds to the record.
    pub(crate) async fn hold_record(&mut self) -> Result<(), Stop> {
        match self {
            Self::Sqlite(..) => Ok(()),
            Self::Postgres(_) => self.run(LOCK, &[]).await.map(drop),
        }
    }

    /// The entries about a subject behind a number, in order.
    pub(crate) async fn entries_of(
        &mut self,
        subject: &str,
        id: &str,
        after: i64,
    ) -> Result<Vec<Entry>, Stop> {
        let rows = self.rows(OF_SUBJECT, &of_subject(subject, id, after)).await?;
        entries(&rows)
    }

    /// The number of the last entry about a subject; 0 where there is none.
    pub(crate) async fn last_number(&mut self, subject: &str, id: &str) -> Result<i64, Stop> {
        let row = self.row(LAST_NUMBER, &[subject.into(), id.into()]).await?;
        row.map_or(Ok(0), |row| row.number(0))
    }

    async fn put(&mut self, entry: &Entry) -> Result<(), Stop> {
        let values: [Value<'_>; 12] = [
            entry.entry_id.into(),
            (&entry.at).into(),
            (&entry.actor).into(),
            (&entry.role).into(),
            entry.organization.as_deref().into(),
            (&entry.subject).into(),
            (&entry.subject_id).into(),
            entry.number.into(),
            (&entry.kind).into(),
            (&entry.content).into(),
            (&entry.previous).into(),
            (&entry.digest).into(),
        ];
        self.run(PUT, &values).await.map(drop)
    }
}

impl Store {
    /// The entries about a subject behind a number, in order. One statement.
    pub(crate) async fn entries_of(
        &self,
        subject: &str,
        id: &str,
        after: i64,
    ) -> Result<Vec<Entry>, Stop> {
        let rows = self.rows(OF_SUBJECT, &of_subject(subject, id, after)).await?;
        entries(&rows)
    }

    /// The entries of the whole record behind a place, in order. One statement.
    pub(crate) async fn entries_after(&self, place: i64, limit: i64) -> Result<Vec<Entry>, Stop> {
        let rows = self.rows(AFTER, &[place.into(), limit.into()]).await?;
        entries(&rows)
    }

    /// Entries of the record, newest first. One statement.
    pub(crate) async fn find_entries(
        &self,
        filter: &RecordFilter,
        limit: i64,
    ) -> Result<Vec<Entry>, Stop> {
        let text = filter.text.as_deref().map(contains);
        let values: [Value<'_>; 9] = [
            filter.before.unwrap_or(i64::MAX).into(),
            filter.subject.as_deref().into(),
            filter.subject_id.as_deref().into(),
            filter.actor.as_deref().into(),
            filter.kind.as_deref().into(),
            filter.from.as_deref().into(),
            filter.until.as_deref().into(),
            text.as_deref().into(),
            limit.into(),
        ];
        entries(&self.rows(FIND, &values).await?)
    }

    /// The place of the last entry; 0 for an empty record. One statement.
    pub(crate) async fn record_end(&self) -> Result<i64, Stop> {
        self.row(END, &[]).await?.map_or(Ok(0), |row| row.number(0))
    }
}

/// The values of [`OF_SUBJECT`].
fn of_subject<'a>(subject: &'a str, id: &'a str, after: i64) -> [Value<'a>; 3] {
    [subject.into(), id.into(), after.into()]
}

fn entries(rows: &[Row]) -> Result<Vec<Entry>, Stop> {
    rows.iter().map(Entry::read).collect()
}
