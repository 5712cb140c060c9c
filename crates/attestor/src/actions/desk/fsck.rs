//! Recomputing everything that is kept, until the first break.
//!
//! The order: what the database says of itself; the chain of the catalog's journal; the chain of the
//! record; each case as its entries add up, against its row, with its decision worked out again; the
//! files. What comes later rests on what comes before, so the first break is the one to look at.

mod cases;
mod chain;
mod files;

#[cfg(test)]
mod tests;

use serde::Serialize;

use self::chain::Chain;
use super::Desk;
use crate::stop::Stop;
use crate::store::check::JournalEnd;
use crate::vault::Vault;

/// Something that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Break {
    /// Where: `database`, `journal`, `record`, `case`, `decision` or `file`.
    pub(crate) part: &'static str,
    /// Which one.
    pub(crate) at: String,
    /// What is wrong with it, as a sentence without its end.
    pub(crate) what: String,
}

impl Break {
    fn new(part: &'static str, at: &str, what: impl Into<String>) -> Self {
        Self { part, at: at.to_owned(), what: what.into() }
    }
}

/// How much was looked at, and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub(crate) struct Checked {
    /// Rows of the catalog's journal.
    pub(crate) journal: u64,
    /// Entries of the record.
    pub(crate) entries: u64,
    /// Cases.
    pub(crate) cases: u64,
    /// Proposals and decisions that were worked out again.
    pub(crate) decisions: u64,
    /// Files that are there; with their contents, unless only a quick look was asked for.
    pub(crate) files: u64,
    /// Files that were erased when their time was over.
    pub(crate) erased: u64,
    /// The first break.
    pub(crate) first_break: Option<Break>,
    /// What is no break and worth a look: files that nothing names.
    pub(crate) warnings: Vec<String>,
}

/// Why looking ends early.
enum End {
    Break(Break),
    Stop(Stop),
}

impl From<Stop> for End {
    fn from(stop: Stop) -> Self {
        Self::Stop(stop)
    }
}

impl From<Break> for End {
    fn from(found: Break) -> Self {
        Self::Break(found)
    }
}

/// Whether files are opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Depth {
    /// They are read, and their digests taken.
    Whole,
    /// It is enough that they are there.
    Quick,
}

impl Desk {
    /// Looks at everything that is kept.
    pub(crate) async fn fsck(&self, files: &Vault, depth: Depth) -> Result<Checked, Stop> {
        let mut checked = Checked::default();
        match self.look(files, depth, &mut checked).await {
            Ok(()) => {}
            Err(End::Break(found)) => checked.first_break = Some(found),
            Err(End::Stop(stop)) => return Err(stop),
        }
        Ok(checked)
    }

    async fn look(&self, files: &Vault, depth: Depth, checked: &mut Checked) -> Result<(), End> {
        if let Some(words) = self.store().own_findings().await?.into_iter().next() {
            return Err(Break::new("database", "attestor.db", words).into());
        }
        self.look_at_journal(checked).await?;
        let mut chain = Chain::default();
        self.look_at_record(&mut chain, checked).await?;
        let mut named = self.look_at_cases(&chain, checked).await?;
        self.name_documents(&mut named).await?;
        self.look_at_files(files, depth, &named, checked).await
    }

    async fn look_at_journal(&self, checked: &mut Checked) -> Result<(), End> {
        let mut end = JournalEnd::default();
        loop {
            match self.store().check_journal(&mut end).await? {
                Ok(0) => return Ok(()),
                Ok(count) => checked.journal += count as u64,
                Err(found) => {
                    let at = format!("row {}", found.number);
                    let what = format!("its `{}` is not what the rows before ask for", found.what);
                    return Err(Break::new("journal", &at, what).into());
                }
            }
        }
    }
}
