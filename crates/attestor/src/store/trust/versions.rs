//! Versions of portals: a draft, the published one, and those before.

use crate::stop::Stop;
use crate::store::Store;
use crate::store::gate::{Row, Work};

const REVISION: &str = "
select count(*), coalesce(max(published_order), 0),
  (select count(*) from trust_document),
  (select count(*) from trust_document where state = 'published')
from trust_version
where state = 'published'";

const PUBLISHED: &str = "
select v.organization_id, v.number, v.state, v.source, v.content, v.findings, v.accepted, v.made_at,
  v.made_by, v.published_at, v.published_by, o.name
from trust_version v
join organization o on o.organization_id = v.organization_id
where v.state = 'published'
order by v.organization_id";

const OF_ORGANIZATION: &str = "
select v.organization_id, v.number, v.state, v.source, v.content, v.findings, v.accepted, v.made_at,
  v.made_by, v.published_at, v.published_by, o.name
from trust_version v
join organization o on o.organization_id = v.organization_id
where v.organization_id = $1 and (cast($2 as bigint) is null or v.number = $2)
order by v.number desc
limit 100";

const LAST_NUMBER: &str = "
select coalesce(max(number), 0)
from trust_version
where organization_id = $1";

const PUT: &str = "
insert into trust_version (organization_id, number, state, source, content, content_digest, findings,
  made_at, made_by)
values ($1, $2, 'draft', $3, $4, $5, $6, $7, $8)";

const END: &str = "
update trust_version
set state = $3, ended_at = $4
where organization_id = $1 and state = $2";

const PUBLISH: &str = "
update trust_version
set state = 'published', published_at = $3, published_by = $4, accepted = $5,
  published_order = (select coalesce(max(published_order), 0) + 1 from trust_version)
where organization_id = $1 and number = $2 and state = 'draft'";

const LINES: &str = "
select v.number, v.state, v.source, v.made_at, v.published_at, v.ended_at, coalesce(a.name, v.made_by),
  coalesce(p.name, v.published_by), v.accepted, v.content_digest
from trust_version v
left join account a on a.account_id = v.made_by
left join account p on p.account_id = v.published_by
where v.organization_id = $1 and v.number < $2
order by v.number desc
limit $3";

/// A version in a list, without what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct VersionLine {
    /// Its place among the organization's versions, from 1.
    pub(crate) number: i64,
    /// `draft`, `published`, `superseded`, `discarded` or `withdrawn`.
    pub(crate) state: String,
    /// What it was made from.
    pub(crate) source: String,
    /// When it came in.
    pub(crate) made_at: String,
    /// When it was published.
    pub(crate) published_at: Option<String>,
    /// When it ended.
    pub(crate) ended_at: Option<String>,
    /// The name of who brought it.
    pub(crate) made_by: String,
    /// The name of who published it.
    pub(crate) published_by: Option<String>,
    /// The digest of the findings with which it was published; `None` where there were none.
    pub(crate) accepted: Option<String>,
    /// The digest of what it says.
    pub(crate) digest: String,
}

/// The state of all published portals and their documents: it differs after every publication and
/// withdrawal, because rows are only added, and end once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct PortalsRevision {
    /// How many are published.
    pub(crate) count: i64,
    /// The place of the last publication among all.
    pub(crate) last: i64,
    /// How many documents there ever were.
    pub(crate) documents: i64,
    /// How many of them are published.
    pub(crate) published_documents: i64,
}

impl PortalsRevision {
    /// The revision as a text, for tags.
    pub(crate) fn text(&self) -> String {
        let Self { count, last, documents, published_documents } = self;
        format!("{count} {last} {documents} {published_documents}")
    }
}

/// A version of a portal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TrustVersionRow {
    /// Whose it is.
    pub(crate) organization_id: String,
    /// Its place among the organization's versions, from 1.
    pub(crate) number: i64,
    /// `draft`, `published`, `superseded`, `discarded` or `withdrawn`.
    pub(crate) state: String,
    /// What it was made from: the name of a file.
    pub(crate) source: String,
    /// The model, as one file in the form of `docs/formats/trust.md`.
    pub(crate) content: String,
    /// What was found in it, as JSON.
    pub(crate) findings: String,
    /// The digest of the findings with which it was published; `None` where there were none.
    pub(crate) accepted: Option<String>,
    /// When it came in.
    pub(crate) made_at: String,
    /// The account that brought it.
    pub(crate) made_by: String,
    /// When it was published.
    pub(crate) published_at: Option<String>,
    /// The account that published it.
    pub(crate) published_by: Option<String>,
    /// The organization's name.
    pub(crate) organization: String,
}

/// A draft to keep.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewVersion<'a> {
    /// Whose it is.
    pub(crate) organization: &'a str,
    /// What it was made from.
    pub(crate) source: &'a str,
    /// The model, as one file.
    pub(crate) content: &'a str,
    /// The digest of that.
    pub(crate) content_digest: &'a str,
    /// What was found in it, as JSON.
    pub(crate) findings: &'a str,
    /// Now.
    pub(crate) at: &'a str,
    /// The account that brings it.
    pub(crate) by: &'a str,
}

fn read(row: &Row) -> Result<TrustVersionRow, Stop> {
    Ok(TrustVersionRow {
        organization_id: row.text(0)?,
        number: row.number(1)?,
        state: row.text(2)?,
        source: row.text(3)?,
        content: row.text(4)?,
        findings: row.text(5)?,
        accepted: row.maybe_text(6)?,
        made_at: row.text(7)?,
        made_by: row.text(8)?,
        published_at: row.maybe_text(9)?,
        published_by: row.maybe_text(10)?,
        organization: row.text(11)?,
    })
}

impl Store {
    /// The state of all published portals. One statement.
    pub(crate) async fn portals_revision(&self) -> Result<PortalsRevision, Stop> {
        let row = self.row(REVISION, &[]).await?;
        let Some(row) = row else { return Ok(PortalsRevision::default()) };
        Ok(PortalsRevision {
            count: row.number(0)?,
            last: row.number(1)?,
            documents: row.number(2)?,
            published_documents: row.number(3)?,
        })
    }

    /// The published versions, by organization. One statement.
    pub(crate) async fn published_portals(&self) -> Result<Vec<TrustVersionRow>, Stop> {
        self.rows(PUBLISHED, &[]).await?.iter().map(read).collect()
    }

    /// The versions of an organization's portal, the newest first, at most 100; or the one with a
    /// number. One statement.
    pub(crate) async fn portal_versions(
        &self,
        organization: &str,
        number: Option<i64>,
    ) -> Result<Vec<TrustVersionRow>, Stop> {
        let rows = self.rows(OF_ORGANIZATION, &[organization.into(), number.into()]).await?;
        rows.iter().map(read).collect()
    }
}

impl Store {
    /// The versions of an organization's portal below a number, the newest first.
    pub(crate) async fn version_lines(
        &self,
        organization: &str,
        (before, most): (i64, i64),
    ) -> Result<Vec<VersionLine>, Stop> {
        let values = [organization.into(), before.into(), most.into()];
        self.rows(LINES, &values).await?.iter().map(line).collect()
    }
}

fn line(row: &Row) -> Result<VersionLine, Stop> {
    Ok(VersionLine {
        number: row.number(0)?,
        state: row.text(1)?,
        source: row.text(2)?,
        made_at: row.text(3)?,
        published_at: row.maybe_text(4)?,
        ended_at: row.maybe_text(5)?,
        made_by: row.text(6)?,
        published_by: row.maybe_text(7)?,
        accepted: row.maybe_text(8)?,
        digest: row.text(9)?,
    })
}

impl Work {
    /// Keeps a draft in the place of an older one, and gives its number. The record's entry comes
    /// first, so that two writers do not take the same number.
    pub(crate) async fn put_draft(&mut self, new: &NewVersion<'_>) -> Result<i64, Stop> {
        let last = self.row(LAST_NUMBER, &[new.organization.into()]).await?;
        let number = last.map_or(Ok(0), |row| row.number(0))? + 1;
        self.end_portal(new.organization, "draft", "discarded", new.at).await?;
        let values = [
            new.organization.into(),
            number.into(),
            new.source.into(),
            new.content.into(),
            new.content_digest.into(),
            new.findings.into(),
            new.at.into(),
            new.by.into(),
        ];
        self.run(PUT, &values).await?;
        Ok(number)
    }

    /// Ends the version in a state; false where there is none.
    pub(crate) async fn end_portal(
        &mut self,
        organization: &str,
        from: &str,
        to: &str,
        at: &str,
    ) -> Result<bool, Stop> {
        let values = [organization.into(), from.into(), to.into(), at.into()];
        Ok(self.run(END, &values).await? > 0)
    }

    /// Publishes a draft in the place of the version that is published; false where the draft is
    /// gone, and then nothing may be committed.
    pub(crate) async fn publish_draft(
        &mut self,
        (organization, number): (&str, i64),
        accepted: Option<&str>,
        (at, by): (&str, &str),
    ) -> Result<bool, Stop> {
        self.end_portal(organization, "published", "superseded", at).await?;
        let values = [organization.into(), number.into(), at.into(), by.into(), accepted.into()];
        Ok(self.run(PUBLISH, &values).await? > 0)
    }
}
