//! Files whose time is over are erased. Their digests, the acts and the decision stay.
//!
//! A file's row says first that it is erased, so that nobody is led to bytes that are gone; then its
//! bytes go. Bytes that could not be removed, or that a crash left, go the next time: every erased
//! row is looked at again. Both steps hold the record, and so does [`Desk::add_file`], which looks
//! whether the bytes lie there: a file that comes in again at the same time is kept or not told of.

use std::collections::{BTreeMap, BTreeSet};

use attestor_core::desk::erase;
use attestor_core::digest::Digest;
use attestor_core::instant::Instant;
use serde_json::json;

use super::Desk;
use crate::stop::Stop;
use crate::store::evidence::FileState;
use crate::store::record::Told;
use crate::vault::Vault;

/// How many ids of cases are read at once.
const CASES: i64 = 200;

/// For how long a file that came in is left alone, in seconds: an act that names it may follow.
const NEW: u64 = 7 * 24 * 60 * 60;

/// What became of files whose time is over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Erased {
    /// How many are erased now.
    pub(crate) files: usize,
    /// How many of those that were erased before still had bytes, which are gone now.
    pub(crate) late: usize,
    /// Files whose bytes cannot be removed, and why; they are tried again the next time.
    pub(crate) failed: Vec<String>,
}

/// The files that a case names, and those of them whose time is over.
#[derive(Default)]
struct Named {
    wanted: BTreeSet<Digest>,
    due: BTreeSet<Digest>,
}

impl Desk {
    /// Erases every file whose time is over in all cases that name it, and removes what is left of
    /// those that were erased before.
    pub(crate) async fn erase_due(&self, vault: &Vault) -> Result<Erased, Stop> {
        let mut erased = self.remove_erased(vault).await?;
        let end = self.store().record_end().await?;
        for (organization, named) in self.named().await? {
            for digest in named.due.difference(&named.wanted) {
                if !self.set_erased(&organization, *digest, end).await? {
                    continue;
                }
                erased.files += 1;
                self.remove(vault, (&organization, *digest), &mut erased.failed).await?;
            }
        }
        Ok(erased)
    }

    /// Removes bytes that lie there though their rows say that they are erased.
    async fn remove_erased(&self, vault: &Vault) -> Result<Erased, Stop> {
        let listing = vault.list().await;
        let listing = listing
            .map_err(|failure| Stop::Failure(format!("files cannot be listed: {failure}")))?;
        let mut erased = Erased::default();
        let mut states = BTreeMap::new();
        for (organization, digest) in listing.files {
            if !states.contains_key(&organization) {
                let files = self.store().files_of(&organization).await?;
                states.insert(organization.clone(), files);
            }
            let state = states.get(&organization).and_then(|it| it.get(&digest.to_string()));
            if state == Some(&FileState::Erased) {
                let gone = self.remove(vault, (&organization, digest), &mut erased.failed).await?;
                erased.late += usize::from(gone);
            }
        }
        Ok(erased)
    }

    /// The files that all cases and documents of portals name, by organization.
    async fn named(&self) -> Result<BTreeMap<String, Named>, Stop> {
        let today = self.clock().today();
        let mut all: BTreeMap<String, Named> = BTreeMap::new();
        let mut after = String::new();
        loop {
            let ids = self.store().case_ids(&after, CASES).await?;
            let Some(last) = ids.last() else { break };
            after.clone_from(last);
            for id in &ids {
                let Some(file) = self.case(id).await? else { continue };
                let due = erase::due(self.rules(&file)?.program, &file, today);
                let named = all.entry(file.organization.clone()).or_default();
                let kept = file.files.values().map(|one| one.digest);
                named.wanted.extend(kept.filter(|digest| !due.contains(digest)));
                named.due.extend(due);
            }
        }
        // What stands or stood behind a portal stays, whatever cases say of the same bytes.
        for (organization, digest) in self.store().files_of_documents().await? {
            all.entry(organization).or_default().wanted.extend(Digest::parse(&digest));
        }
        Ok(all)
    }

    /// Says that a file is erased, unless somebody named it behind `end` of the record, or it came in
    /// lately.
    async fn set_erased(&self, organization: &str, digest: Digest, end: i64) -> Result<bool, Stop> {
        let at = self.clock().now();
        let before = Instant::from_seconds(at.seconds().saturating_sub(NEW)).to_string();
        let mut work = self.store().begin().await?;
        work.hold_record().await?;
        if work.is_named_since(end, digest).await?
            || !work.set_erased(organization, digest, (&at.to_string(), &before)).await?
        {
            return Ok(false);
        }
        let told = Told {
            at,
            actor: "system",
            role: "system",
            organization: Some(organization),
            subject: "file",
            subject_id: &digest.to_string(),
            kind: "file_erased",
            content: &json!({"digest": digest}).to_string(),
        };
        work.note(told).await?;
        work.commit().await.map(|()| true)
    }

    /// Removes the bytes of a file whose row says that it is erased, while nobody adds it anew.
    async fn remove(
        &self,
        vault: &Vault,
        (organization, digest): (&str, Digest),
        failed: &mut Vec<String>,
    ) -> Result<bool, Stop> {
        let mut work = self.store().begin().await?;
        work.hold_record().await?;
        if work.file_state(organization, digest).await? != Some(FileState::Erased) {
            return Ok(false);
        }
        match vault.erase(organization, digest).await {
            Ok(_) => Ok(true),
            Err(failure) => {
                failed.push(format!("{organization}/{digest}: {failure}"));
                Ok(false)
            }
        }
    }
}
