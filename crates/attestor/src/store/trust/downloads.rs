//! Who was given which document.

use crate::stop::Stop;
use crate::store::Store;
use crate::store::gate::{Row, Work};

const PUT: &str = "
insert into trust_download (download_id, organization_id, document_id, file_digest, account_id,
  account_name, reader_organization_id, agreement_version, request_id, marked, at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

const FIND: &str = "
select d.download_id, d.at, f.item_kind, f.item_id, f.name, d.file_digest, d.account_name,
  coalesce(o.name, d.reader_organization_id), d.agreement_version, d.request_id, d.marked,
  d.account_id, d.document_id
from trust_download d
join trust_document f on f.document_id = d.document_id
left join organization o on o.organization_id = d.reader_organization_id
where d.organization_id = $1
  and (cast($2 as text) is null or d.document_id = $2)
  and (cast($3 as text) is null or d.account_id = $3)
order by d.at desc, d.download_id
limit $4";

/// A download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DownloadRow {
    /// Its id, which stands on the pages that were given.
    pub(crate) download_id: String,
    /// When.
    pub(crate) at: String,
    /// The kind of the document's item.
    pub(crate) item_kind: String,
    /// The item.
    pub(crate) item_id: String,
    /// The name of the file.
    pub(crate) name: String,
    /// The digest of the file as its owner brought it.
    pub(crate) file_digest: String,
    /// The name that the reader had.
    pub(crate) account_name: String,
    /// The name of the reader's organization.
    pub(crate) reader_organization: String,
    /// The version of the agreement that the reader had accepted.
    pub(crate) agreement_version: Option<i64>,
    /// The request that was granted.
    pub(crate) request_id: Option<String>,
    /// Whether its pages name the reader.
    pub(crate) marked: bool,
    /// The reader's account.
    pub(crate) account_id: String,
    /// The document.
    pub(crate) document_id: String,
}

/// A download to keep.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewDownload<'a> {
    /// Its id.
    pub(crate) id: &'a str,
    /// Whose document.
    pub(crate) organization: &'a str,
    /// The document.
    pub(crate) document: &'a str,
    /// The digest of its file.
    pub(crate) file_digest: &'a str,
    /// The reader's account.
    pub(crate) account: &'a str,
    /// The reader's name.
    pub(crate) account_name: &'a str,
    /// The reader's organization.
    pub(crate) reader_organization: &'a str,
    /// The version of the agreement that the reader had accepted.
    pub(crate) agreement_version: Option<i64>,
    /// The request that was granted.
    pub(crate) request: Option<&'a str>,
    /// Whether its pages name the reader.
    pub(crate) marked: bool,
    /// Now.
    pub(crate) at: &'a str,
}

/// Which downloads are sought.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct DownloadFilter<'a> {
    /// Of this document only.
    pub(crate) document: Option<&'a str>,
    /// By this account only.
    pub(crate) account: Option<&'a str>,
}

fn read(row: &Row) -> Result<DownloadRow, Stop> {
    Ok(DownloadRow {
        download_id: row.text(0)?,
        at: row.text(1)?,
        item_kind: row.text(2)?,
        item_id: row.text(3)?,
        name: row.text(4)?,
        file_digest: row.text(5)?,
        account_name: row.text(6)?,
        reader_organization: row.text(7)?,
        agreement_version: row.maybe_number(8)?,
        request_id: row.maybe_text(9)?,
        marked: row.number(10)? == 1,
        account_id: row.text(11)?,
        document_id: row.text(12)?,
    })
}

impl Store {
    /// The downloads of an organization's documents, the newest first. One statement.
    pub(crate) async fn downloads_of(
        &self,
        organization: &str,
        filter: DownloadFilter<'_>,
        most: i64,
    ) -> Result<Vec<DownloadRow>, Stop> {
        let values =
            [organization.into(), filter.document.into(), filter.account.into(), most.into()];
        self.rows(FIND, &values).await?.iter().map(read).collect()
    }
}

impl Work {
    /// Keeps a download.
    pub(crate) async fn put_download(&mut self, new: NewDownload<'_>) -> Result<(), Stop> {
        let values = [
            new.id.into(),
            new.organization.into(),
            new.document.into(),
            new.file_digest.into(),
            new.account.into(),
            new.account_name.into(),
            new.reader_organization.into(),
            new.agreement_version.into(),
            new.request.into(),
            i64::from(new.marked).into(),
            new.at.into(),
        ];
        self.run(PUT, &values).await.map(drop)
    }
}
