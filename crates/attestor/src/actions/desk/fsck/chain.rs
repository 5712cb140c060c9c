//! The chain of the record.

use std::collections::BTreeMap;

use super::{Break, Checked, Desk, End};
use crate::store::desk::CASE;
use crate::store::record::Entry;

/// How many entries are read at once.
const PIECE: i64 = 1_000;

/// The record up to an entry.
#[derive(Debug, Default)]
pub(super) struct Chain {
    last: i64,
    digest: String,
    /// The last number of each subject.
    numbers: BTreeMap<(String, String), i64>,
}

impl Chain {
    /// The ids of all cases that the record tells of.
    pub(super) fn cases(&self) -> impl Iterator<Item = &str> {
        self.numbers.keys().filter(|(subject, _)| subject == CASE).map(|(_, id)| id.as_str())
    }

    /// Takes the next entry; what is wrong with it otherwise.
    pub(super) fn take(&mut self, entry: &Entry) -> Result<(), Break> {
        let broken =
            |what: &str| Err(Break::new("record", &format!("entry {}", entry.entry_id), what));
        if entry.entry_id != self.last + 1 {
            let at = format!("entry {}", self.last + 1);
            return Err(Break::new("record", &at, "it is missing"));
        }
        if entry.previous != self.digest {
            return broken("it does not name the digest of the entry before it");
        }
        if entry.expected_digest().to_string() != entry.digest {
            return broken("its digest is not that of what it says");
        }
        let subject = (entry.subject.clone(), entry.subject_id.clone());
        let number = self.numbers.entry(subject).or_default();
        if entry.number != *number + 1 {
            return broken("its number does not follow the one before it about the same subject");
        }
        *number = entry.number;
        self.last = entry.entry_id;
        self.digest.clone_from(&entry.digest);
        Ok(())
    }
}

impl Desk {
    pub(super) async fn look_at_record(
        &self,
        chain: &mut Chain,
        checked: &mut Checked,
    ) -> Result<(), End> {
        loop {
            let entries = self.store().entries_after(chain.last, PIECE).await?;
            if entries.is_empty() {
                return Ok(());
            }
            for entry in &entries {
                chain.take(entry)?;
                checked.entries += 1;
            }
        }
    }
}
