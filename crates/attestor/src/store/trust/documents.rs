//! Documents: files behind items of portals. One of an item is published; those before stay listed.

use crate::stop::Stop;
use crate::store::Store;
use crate::store::gate::{Row, Work};

/// At most 1,000 rows.
const OF_ORGANIZATION: &str = "
select document_id, organization_id, item_kind, item_id, access, state, name, media_type, size_bytes,
  file_digest, added_at, added_by, ended_at
from trust_document
where organization_id = $1
order by added_at desc, document_id desc
limit 1000";

const CURRENT: &str = "
select document_id, organization_id, item_kind, item_id, access, state, name, media_type, size_bytes,
  file_digest, added_at, added_by, ended_at
from trust_document
where organization_id = $1 and item_kind = $2 and item_id = $3 and state = 'published'";

const ONE: &str = "
select document_id, organization_id, item_kind, item_id, access, state, name, media_type, size_bytes,
  file_digest, added_at, added_by, ended_at
from trust_document
where organization_id = $1 and document_id = $2";

const PUBLISHED: &str = "
select document_id, organization_id, item_kind, item_id, access, state, name, media_type, size_bytes,
  file_digest, added_at, added_by, ended_at
from trust_document
where organization_id = $1 and state = 'published'
order by item_kind, item_id";

const ITEMS: &str = "
select organization_id, item_kind, item_id
from trust_document
where state = 'published'";

const PUT: &str = "
insert into trust_document (document_id, organization_id, item_kind, item_id, access, state, name,
  media_type, size_bytes, file_digest, added_at, added_by)
values ($1, $2, $3, $4, $5, 'published', $6, $7, $8, $9, $10, $11)";

const SUPERSEDE: &str = "
update trust_document
set state = 'superseded', ended_at = $4
where organization_id = $1 and item_kind = $2 and item_id = $3 and state = 'published'";

const WITHDRAW: &str = "
update trust_document
set state = 'withdrawn', ended_at = $3
where organization_id = $1 and document_id = $2 and state = 'published'";

const FILES: &str = "
select distinct organization_id, file_digest
from trust_document
order by organization_id, file_digest";

/// Which item of which portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ItemKey<'a> {
    /// Whose portal.
    pub(crate) organization: &'a str,
    /// `certificate`, `report` or `statement`.
    pub(crate) kind: &'a str,
    /// Its id in the portal.
    pub(crate) item: &'a str,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DocumentRow {
    /// Its id.
    pub(crate) document_id: String,
    /// Whose portal.
    pub(crate) organization_id: String,
    /// The kind of its item.
    pub(crate) item_kind: String,
    /// Its item.
    pub(crate) item_id: String,
    /// Who may open it, as it was said when it came in.
    pub(crate) access: String,
    /// `published`, `superseded` or `withdrawn`.
    pub(crate) state: String,
    /// The name of the file.
    pub(crate) name: String,
    /// The type of the file by its content.
    pub(crate) media_type: String,
    /// How many bytes the file has.
    pub(crate) size_bytes: i64,
    /// The digest of the file.
    pub(crate) file_digest: String,
    /// When it came in.
    pub(crate) added_at: String,
    /// The account that brought it.
    pub(crate) added_by: String,
    /// When it was superseded or withdrawn.
    pub(crate) ended_at: Option<String>,
}

impl DocumentRow {
    /// Which item it stands behind.
    pub(crate) fn key(&self) -> ItemKey<'_> {
        ItemKey { organization: &self.organization_id, kind: &self.item_kind, item: &self.item_id }
    }

    fn read(row: &Row) -> Result<Self, Stop> {
        Ok(Self {
            document_id: row.text(0)?,
            organization_id: row.text(1)?,
            item_kind: row.text(2)?,
            item_id: row.text(3)?,
            access: row.text(4)?,
            state: row.text(5)?,
            name: row.text(6)?,
            media_type: row.text(7)?,
            size_bytes: row.number(8)?,
            file_digest: row.text(9)?,
            added_at: row.text(10)?,
            added_by: row.text(11)?,
            ended_at: row.maybe_text(12)?,
        })
    }
}

impl Store {
    /// All documents of an organization, the newest first, at most 1,000. One statement.
    pub(crate) async fn documents_of(&self, organization: &str) -> Result<Vec<DocumentRow>, Stop> {
        let rows = self.rows(OF_ORGANIZATION, &[organization.into()]).await?;
        rows.iter().map(DocumentRow::read).collect()
    }

    /// The items of all organizations that have a published document: organization, kind, item. One
    /// statement.
    pub(crate) async fn items_with_documents(&self) -> Result<Vec<[String; 3]>, Stop> {
        let rows = self.rows(ITEMS, &[]).await?;
        rows.iter().map(|row| Ok([row.text(0)?, row.text(1)?, row.text(2)?])).collect()
    }

    /// The published documents of an organization, by item. One statement.
    pub(crate) async fn published_documents(
        &self,
        organization: &str,
    ) -> Result<Vec<DocumentRow>, Stop> {
        let rows = self.rows(PUBLISHED, &[organization.into()]).await?;
        rows.iter().map(DocumentRow::read).collect()
    }

    /// The published document of an item. One statement.
    pub(crate) async fn document_at(&self, key: ItemKey<'_>) -> Result<Option<DocumentRow>, Stop> {
        let values = [key.organization.into(), key.kind.into(), key.item.into()];
        self.row(CURRENT, &values).await?.as_ref().map(DocumentRow::read).transpose()
    }

    /// The files of all documents, also of those that are superseded or withdrawn: organization and
    /// digest. One statement.
    pub(crate) async fn files_of_documents(&self) -> Result<Vec<(String, String)>, Stop> {
        let rows = self.rows(FILES, &[]).await?;
        rows.iter().map(|row| Ok((row.text(0)?, row.text(1)?))).collect()
    }
}

impl Work {
    /// A document of an organization, while nobody else writes.
    pub(crate) async fn document(
        &mut self,
        organization: &str,
        id: &str,
    ) -> Result<Option<DocumentRow>, Stop> {
        let row = self.row(ONE, &[organization.into(), id.into()]).await?;
        row.as_ref().map(DocumentRow::read).transpose()
    }

    /// The published document of an item, while nobody else writes.
    pub(crate) async fn document_at(
        &mut self,
        key: ItemKey<'_>,
    ) -> Result<Option<DocumentRow>, Stop> {
        let values = [key.organization.into(), key.kind.into(), key.item.into()];
        self.row(CURRENT, &values).await?.as_ref().map(DocumentRow::read).transpose()
    }

    /// Keeps a document as the published one of its item; the one before is superseded.
    pub(crate) async fn put_document(&mut self, new: &DocumentRow) -> Result<(), Stop> {
        let key = new.key();
        let place = [key.organization.into(), key.kind.into(), key.item.into()];
        let [organization, kind, item] = place;
        self.run(SUPERSEDE, &[organization, kind, item, (&new.added_at).into()]).await?;
        let values = [
            (&new.document_id).into(),
            organization,
            kind,
            item,
            (&new.access).into(),
            (&new.name).into(),
            (&new.media_type).into(),
            new.size_bytes.into(),
            (&new.file_digest).into(),
            (&new.added_at).into(),
            (&new.added_by).into(),
        ];
        self.run(PUT, &values).await.map(drop)
    }

    /// Withdraws a published document; false where there is none.
    pub(crate) async fn withdraw_document(
        &mut self,
        organization: &str,
        id: &str,
        at: &str,
    ) -> Result<bool, Stop> {
        Ok(self.run(WITHDRAW, &[organization.into(), id.into(), at.into()]).await? == 1)
    }
}
