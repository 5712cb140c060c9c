//! What is known of evidence files: whose they are, how large and of which type. The bytes lie in the
//! vault.

use std::collections::BTreeMap;

use attestor_core::digest::Digest;

use super::Store;
use super::gate::{Row, Value, Work};
use crate::stop::Stop;

const ADD: &str = "
insert into evidence_file (organization_id, file_digest, size_bytes, media_type, state, added_at)
values ($1, $2, $3, $4, 'clean', $5)
on conflict (organization_id, file_digest) do update
set size_bytes = excluded.size_bytes, media_type = excluded.media_type, state = 'clean',
  added_at = excluded.added_at, erased_at = null
where evidence_file.state = 'erased'";

const ONE: &str = "
select size_bytes, media_type
from evidence_file
where organization_id = $1 and file_digest = $2 and state = 'clean'";

const ERASE: &str = "
update evidence_file
set state = 'erased', erased_at = $3
where organization_id = $1 and file_digest = $2 and state = 'clean' and added_at < $4";

/// Whether an entry of the record behind a place names a digest.
const NAMED_SINCE: &str = "
select entry_id
from record
where entry_id > $1 and content like $2
limit 1";

const STATE: &str = "
select state
from evidence_file
where organization_id = $1 and file_digest = $2";

const OF_ORGANIZATION: &str = "
select file_digest, state, size_bytes
from evidence_file
where organization_id = $1
order by file_digest";

/// Whether the bytes of a file are still kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileState {
    /// They are.
    Clean,
    /// They were erased when their time was over.
    Erased,
}

impl FileState {
    fn read(word: &str) -> Self {
        if word == "erased" { Self::Erased } else { Self::Clean }
    }
}

/// A file that an organization has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FileRow {
    /// How many bytes.
    pub(crate) size_bytes: u64,
    /// The type by content.
    pub(crate) media_type: String,
}

impl FileRow {
    fn read(row: &Row) -> Result<Self, Stop> {
        let size_bytes = u64::try_from(row.number(0)?).unwrap_or_default();
        Ok(Self { size_bytes, media_type: row.text(1)? })
    }
}

impl Work {
    /// Adds a file, also one that was erased before; one whose bytes the organization has already
    /// stays as it is, and false is the answer.
    pub(crate) async fn add_file(
        &mut self,
        (organization, digest): (&str, Digest),
        file: &FileRow,
        at: &str,
    ) -> Result<bool, Stop> {
        let digest = digest.to_string();
        let values: [Value<'_>; 5] = [
            organization.into(),
            (&digest).into(),
            i64::try_from(file.size_bytes).unwrap_or(i64::MAX).into(),
            (&file.media_type).into(),
            at.into(),
        ];
        Ok(self.run(ADD, &values).await? == 1)
    }

    /// Says that the bytes of a file that was added before an instant are gone; false where that was
    /// said, or there is no such file.
    pub(crate) async fn set_erased(
        &mut self,
        organization: &str,
        digest: Digest,
        (at, added_before): (&str, &str),
    ) -> Result<bool, Stop> {
        let digest = digest.to_string();
        let values: [Value<'_>; 4] =
            [organization.into(), (&digest).into(), at.into(), added_before.into()];
        Ok(self.run(ERASE, &values).await? == 1)
    }

    /// Whether the bytes of a file are kept; `None` for a file that the organization never had.
    pub(crate) async fn file_state(
        &mut self,
        organization: &str,
        digest: Digest,
    ) -> Result<Option<FileState>, Stop> {
        let digest = digest.to_string();
        let row = self.row(STATE, &[organization.into(), (&digest).into()]).await?;
        row.map(|row| row.text(0).map(|word| FileState::read(&word))).transpose()
    }

    /// Whether an entry of the record behind a place names a file.
    pub(crate) async fn is_named_since(&mut self, end: i64, digest: Digest) -> Result<bool, Stop> {
        let pattern = format!("%{digest}%");
        Ok(self.row(NAMED_SINCE, &[end.into(), (&pattern).into()]).await?.is_some())
    }
}

impl Store {
    /// A file of an organization whose bytes are kept. One statement.
    pub(crate) async fn file(
        &self,
        organization: &str,
        digest: Digest,
    ) -> Result<Option<FileRow>, Stop> {
        let digest = digest.to_string();
        let row = self.row(ONE, &[organization.into(), (&digest).into()]).await?;
        row.as_ref().map(FileRow::read).transpose()
    }

    /// The files of an organization by digest. One statement.
    pub(crate) async fn files_of(
        &self,
        organization: &str,
    ) -> Result<BTreeMap<String, FileState>, Stop> {
        let sized = self.sized_files_of(organization).await?;
        Ok(sized.into_iter().map(|(digest, (state, _))| (digest, state)).collect())
    }

    /// The same with their sizes in bytes. One statement.
    pub(crate) async fn sized_files_of(
        &self,
        organization: &str,
    ) -> Result<BTreeMap<String, (FileState, u64)>, Stop> {
        let mut files = BTreeMap::new();
        for row in self.rows(OF_ORGANIZATION, &[organization.into()]).await? {
            let size = u64::try_from(row.number(2)?).unwrap_or_default();
            files.insert(row.text(0)?, (FileState::read(&row.text(1)?), size));
        }
        Ok(files)
    }
}
