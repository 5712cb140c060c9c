//! What `attestor fsck` reads: the chain of the catalog's journal, and what the database says of
//! itself.

use attestor_core::digest::Digest;
use attestor_core::instant::Instant;

use super::Store;
use super::chain::{End, Told, VERSION_ADDED, VERSION_REREAD};
use super::gate::Row;
use crate::stop::Stop;

const JOURNAL: &str = "
select journal_id, at, change, app_id, number, page_digest, previous, digest
from journal
where journal_id > $1
order by journal_id
limit 1000";

const INTEGRITY: &str = "pragma integrity_check(10)";

const FOREIGN_KEYS: &str = "pragma foreign_key_check";

/// The end of a part of the journal that was looked at.
#[derive(Debug, Default)]
pub(crate) struct JournalEnd(End, i64);

/// What is wrong with a row of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct JournalBreak {
    /// The row's number.
    pub(crate) number: i64,
    /// Which of its columns is not as the rows before ask.
    pub(crate) what: &'static str,
}

impl Store {
    /// Looks at the next rows of the journal. Gives how many there were, or the first that is wrong;
    /// 0 at the end.
    pub(crate) async fn check_journal(
        &self,
        end: &mut JournalEnd,
    ) -> Result<Result<usize, JournalBreak>, Stop> {
        let rows = self.rows(JOURNAL, &[end.1.into()]).await?;
        for row in &rows {
            if let Some(found) = wrong(row, end)? {
                return Ok(Err(found));
            }
        }
        Ok(Ok(rows.len()))
    }

    /// What SQLite says of its own file; empty where all is well, and for PostgreSQL, which watches
    /// its files itself.
    pub(crate) async fn own_findings(&self) -> Result<Vec<String>, Stop> {
        if matches!(self, Self::Postgres(_)) {
            return Ok(Vec::new());
        }
        let mut findings = Vec::new();
        for row in self.rows(INTEGRITY, &[]).await? {
            let words = row.text(0)?;
            if words != "ok" {
                findings.push(words);
            }
        }
        for row in self.rows(FOREIGN_KEYS, &[]).await? {
            findings.push(format!(
                "a row of `{}` points at no row of `{}`",
                row.text(0)?,
                row.text(2)?
            ));
        }
        Ok(findings)
    }
}

fn wrong(row: &Row, end: &mut JournalEnd) -> Result<Option<JournalBreak>, Stop> {
    let number = row.number(0)?;
    let broken = |what| Ok(Some(JournalBreak { number, what }));
    if number != end.1 + 1 {
        return Ok(Some(JournalBreak { number: end.1 + 1, what: "number" }));
    }
    let Some(at) = Instant::parse(&row.text(1)?) else { return broken("at") };
    let change = match row.text(2)?.as_str() {
        VERSION_ADDED => VERSION_ADDED,
        VERSION_REREAD => VERSION_REREAD,
        _ => return broken("change"),
    };
    let Some(page) = Digest::parse(&row.text(5)?) else { return broken("page_digest") };
    let app_id = row.text(3)?;
    let link = end.0.next(Told { at, change, app_id: &app_id, version: row.number(4)?, page });
    end.1 = number;
    if link.previous != row.text(6)? {
        return broken("previous");
    }
    if link.digest != row.text(7)? {
        return broken("digest");
    }
    Ok(None)
}
