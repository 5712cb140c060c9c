//! Files whose time is over are erased. Their digests, the acts and the decision stay.

use std::collections::{BTreeMap, BTreeSet};

use attestor_core::desk::erase;
use attestor_core::digest::Digest;
use serde_json::json;

use super::Desk;
use crate::stop::Stop;
use crate::store::record::Told;
use crate::vault::Vault;

/// How many ids of cases are read at once.
const CASES: i64 = 200;

/// The files that a case names, and those of them whose time is over.
#[derive(Default)]
struct Named {
    wanted: BTreeSet<Digest>,
    due: BTreeSet<Digest>,
}

impl Desk {
    /// Erases every file whose time is over in all cases that name it. Gives how many.
    pub(crate) async fn erase_due(&self, vault: &Vault) -> Result<usize, Stop> {
        let mut erased = 0;
        for (organization, named) in self.named().await? {
            for digest in named.due.difference(&named.wanted) {
                erased += usize::from(self.erase(vault, &organization, *digest).await?);
            }
        }
        Ok(erased)
    }

    /// The files that all cases name, by organization.
    async fn named(&self) -> Result<BTreeMap<String, Named>, Stop> {
        let today = self.clock().today();
        let mut all: BTreeMap<String, Named> = BTreeMap::new();
        let mut after = String::new();
        loop {
            let ids = self.store().case_ids(&after, CASES).await?;
            let Some(last) = ids.last() else { return Ok(all) };
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
    }

    /// Erases one file: the row first, so that nobody is led to bytes that are gone.
    async fn erase(&self, vault: &Vault, organization: &str, digest: Digest) -> Result<bool, Stop> {
        let at = self.clock().now();
        let name = digest.to_string();
        let mut work = self.store().begin().await?;
        work.hold_record().await?;
        if !work.set_erased(organization, digest, &at.to_string()).await? {
            return Ok(false);
        }
        let told = Told {
            at,
            actor: "system",
            role: "system",
            organization: Some(organization),
            subject: "file",
            subject_id: &name,
            kind: "file_erased",
            content: &json!({"digest": digest}).to_string(),
        };
        work.note(told).await?;
        work.commit().await?;
        let gone = vault.erase(organization, digest).await;
        gone.map_err(|failure| Stop::Failure(format!("{name} cannot be erased: {failure}")))?;
        Ok(true)
    }
}
