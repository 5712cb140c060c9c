//! What is known of evidence files beside their bytes, which the vault has.

use std::collections::BTreeMap;

use attestor_core::digest::Digest;

use super::Store;
use super::gate::Work;
use crate::stop::Stop;

const PUT: &str = "
insert into evidence_file (organization_id, file_digest, size_bytes, media_type, state, added_at)
values ($1, $2, $3, $4, 'clean', $5)
on conflict do nothing";

const ERASE: &str = "
update evidence_file
set state = 'erased', erased_at = $3
where organization_id = $1 and file_digest = $2 and state = 'clean'";

const OF_ORGANIZATION: &str = "
select file_digest, state
from evidence_file
where organization_id = $1
order by file_digest";

/// A file as the table has it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewFile<'a> {
    /// Whose it is.
    pub(crate) organization: &'a str,
    /// The digest of its bytes.
    pub(crate) digest: Digest,
    /// How many bytes.
    pub(crate) size_bytes: u64,
    /// The type by content.
    pub(crate) media_type: &'a str,
    /// When it came.
    pub(crate) at: &'a str,
}

/// Whether the bytes of a file are still kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileState {
    /// They are.
    Clean,
    /// They were erased when their time was over.
    Erased,
}

impl Work {
    /// Adds a file; false where the organization has it already.
    pub(crate) async fn put_file(&mut self, file: NewFile<'_>) -> Result<bool, Stop> {
        let digest = file.digest.to_string();
        let values = [
            file.organization.into(),
            (&digest).into(),
            i64::try_from(file.size_bytes).unwrap_or(i64::MAX).into(),
            file.media_type.into(),
            file.at.into(),
        ];
        Ok(self.run(PUT, &values).await? == 1)
    }

    /// Says that the bytes of a file are gone; false where that was said, or there is no such file.
    pub(crate) async fn set_erased(
        &mut self,
        organization: &str,
        digest: Digest,
        at: &str,
    ) -> Result<bool, Stop> {
        let digest = digest.to_string();
        let values = [organization.into(), (&digest).into(), at.into()];
        Ok(self.run(ERASE, &values).await? == 1)
    }
}

impl Store {
    /// The files of an organization by digest. One statement.
    pub(crate) async fn files_of(
        &self,
        organization: &str,
    ) -> Result<BTreeMap<String, FileState>, Stop> {
        let mut files = BTreeMap::new();
        for row in self.rows(OF_ORGANIZATION, &[organization.into()]).await? {
            let erased = row.text(1)? == "erased";
            let state = if erased { FileState::Erased } else { FileState::Clean };
            files.insert(row.text(0)?, state);
        }
        Ok(files)
    }
}
