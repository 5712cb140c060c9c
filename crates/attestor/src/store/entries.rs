//! Entries of the record that match, read in pieces, so that any number of them fits in memory.

use super::Store;
use super::gate::Value;
use super::record::Entry;
use crate::stop::Stop;

const MATCHING: &str = "
select entry_id, at, actor, role, organization_id, subject, subject_id, number, kind, content,
  previous, digest
from record
where entry_id > $1
  and at >= $2
  and (cast($3 as text) is null or subject = $3)
  and (cast($4 as text) is null or subject_id = $4)
  and (cast($5 as text) is null or actor = $5)
  and (cast($6 as text) is null or kind = $6)
order by entry_id
limit 500";

/// Which entries are read.
#[derive(Debug, Clone, Default)]
pub(crate) struct EntryFilter {
    /// Behind this place in the record.
    pub(crate) after: i64,
    /// From this instant or day on; empty for all.
    pub(crate) since: String,
    /// About such a thing only.
    pub(crate) subject: Option<String>,
    /// About this one only.
    pub(crate) subject_id: Option<String>,
    /// By this account only.
    pub(crate) actor: Option<String>,
    /// Of this kind only.
    pub(crate) kind: Option<String>,
    /// With all these words, in lower case, somewhere in what the entry says.
    pub(crate) words: Vec<String>,
}

impl EntryFilter {
    /// Whether an entry has all words.
    fn has_words(&self, entry: &Entry) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let Entry { content, kind, subject_id, actor, .. } = entry;
        let text = format!("{content}\n{kind}\n{subject_id}\n{actor}").to_lowercase();
        self.words.iter().all(|word| text.contains(word))
    }
}

impl Store {
    /// The next entries that match, and the filter for those behind them; `None` at the end. One
    /// statement.
    pub(crate) async fn matching_entries(
        &self,
        filter: &mut EntryFilter,
    ) -> Result<Option<Vec<Entry>>, Stop> {
        let values: [Value<'_>; 6] = [
            filter.after.into(),
            (&filter.since).into(),
            filter.subject.as_deref().into(),
            filter.subject_id.as_deref().into(),
            filter.actor.as_deref().into(),
            filter.kind.as_deref().into(),
        ];
        let rows = self.rows(MATCHING, &values).await?;
        let mut entries: Vec<Entry> = rows.iter().map(Entry::read).collect::<Result<_, _>>()?;
        let Some(last) = entries.last() else { return Ok(None) };
        filter.after = last.entry_id;
        entries.retain(|entry| filter.has_words(entry));
        Ok(Some(entries))
    }
}
