//! Logs come in: read on one thread, portion by portion into the table on the others.

mod input;
mod read;
mod rejects;
mod unpack;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use attestor_core::mfa::event::Channels;
use attestor_core::mfa::rule::MfaRule;
use attestor_core::mfa::source::SourceKind;
use tokio::sync::mpsc;

use crate::Lake;
use crate::append::append;
use crate::fault::Fault;
pub use input::HeldLog;
use input::Input;
use read::{Coming, Reading};

/// What is brought in, and for whom.
#[derive(Debug, Clone)]
pub struct Import<'a> {
    /// The organization whose logs they are.
    pub organization: &'a str,
    /// Files, folders, `-` for standard input, or addresses in an object store.
    pub from: &'a [String],
    /// Which applications and resources are the portal and the API.
    pub channels: Channels,
    /// What counts as multifactor authentication.
    pub rule: Arc<MfaRule>,
    /// Where records that could not be read are told, one JSON object a line. The file is made when
    /// there is one to tell of.
    pub rejects: &'a Path,
    /// The time, in milliseconds since 1970.
    pub now: i64,
}

/// What became of one log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportedLog {
    /// The log, as people know it.
    pub name: String,
    /// Which kind it is; `None` where nothing could be read.
    pub kind: Option<SourceKind>,
    /// How many events were read.
    pub read: u64,
    /// How many records were not, by the code of the reason.
    pub rejected: BTreeMap<&'static str, u64>,
    /// The first and the last time, in microseconds since 1970.
    pub times: Option<(i64, i64)>,
    /// Why reading stopped before the end, where it did.
    pub stopped: Option<String>,
    /// Where the log says that it goes on.
    pub next_link: Option<String>,
}

/// What became of logs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// One by one.
    pub logs: Vec<ImportedLog>,
    /// Events that are new.
    pub added: u64,
    /// Events that were there already, or stood twice.
    pub known: u64,
    /// The file with the records that were not read, where there are any.
    pub rejects: Option<PathBuf>,
}

/// Looks whether everything that is named is there. What lies in object stores is found when it is
/// read.
///
/// # Errors
/// There is no such file or folder, or a folder cannot be read.
pub fn look(from: &[String]) -> Result<(), Fault> {
    from.iter().try_for_each(|given| Input::find(given).map(drop))
}

impl Imported {
    /// How many records could not be read.
    #[must_use]
    pub fn rejected(&self) -> u64 {
        self.logs.iter().flat_map(|log| log.rejected.values()).sum()
    }
}

impl Lake {
    /// Takes logs in. What is there already is not counted twice; records that cannot be read are
    /// told and passed over. Every portion that was taken stays, whatever happens afterwards.
    ///
    /// # Errors
    /// Nothing can be found under a name, or the tables or the file of rejects cannot be written.
    pub async fn import(&mut self, import: &Import<'_>) -> Result<Imported, Fault> {
        let mut inputs = Vec::new();
        for given in import.from {
            inputs.extend(Input::find(given)?);
        }
        self.take(import, inputs).await
    }

    /// Like [`Lake::import`], from bytes in memory, such as answers of a server; `from` names what
    /// comes before them.
    ///
    /// # Errors
    /// As [`Lake::import`].
    pub async fn import_held(
        &mut self,
        import: &Import<'_>,
        logs: Vec<HeldLog>,
    ) -> Result<Imported, Fault> {
        let mut inputs = Vec::new();
        for given in import.from {
            inputs.extend(Input::find(given)?);
        }
        inputs.extend(logs.into_iter().map(Input::Held));
        self.take(import, inputs).await
    }

    async fn take(&mut self, import: &Import<'_>, inputs: Vec<Input>) -> Result<Imported, Fault> {
        let (send, mut coming) = mpsc::channel(1);
        let reading = Reading {
            inputs,
            channels: import.channels.clone(),
            rule: Arc::clone(&import.rule),
            rejects: import.rejects.to_owned(),
            send,
        };
        let reader = tokio::task::spawn_blocking(move || reading.run());
        let mut imported = Imported::default();
        while let Some(come) = coming.recv().await {
            match come {
                Coming::Rows(rows) => {
                    let (session, events) = (&self.session, &mut self.tables.events);
                    let appended =
                        append((session, events), import.organization, rows, import.now).await?;
                    imported.added += appended.added;
                    imported.known += appended.known;
                }
                Coming::End(log) => imported.logs.push(log),
            }
        }
        let told = reader.await.map_err(|error| Fault::File {
            name: "the reader of the logs".to_owned(),
            why: error.to_string(),
        })??;
        imported.rejects = told.then(|| import.rejects.to_owned());
        Ok(imported)
    }
}
