//! An organization's accounts and policies, kept as they were handed in: one snapshot a time, the
//! newest one not after a report's day counts.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use attestor_core::day::Day;
use attestor_core::mfa::directory::{Directory, FactKind};
use attestor_core::mfa::source::{Record, Records, Reject};
use serde::{Deserialize, Serialize};

use super::{Mfa, stop};
use crate::stop::Stop;

/// The kind of the documents in the lake.
pub(super) const KIND: &str = "directory";

/// A file of facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FactFile {
    pub(super) name: String,
    pub(super) text: String,
    /// The kinds of which it has all that there are, even if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) whole: Vec<FactKind>,
}

/// What was read of facts.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// How many of each kind.
    pub(crate) read: BTreeMap<&'static str, u64>,
    /// Records that are no facts: the file, and why.
    pub(crate) rejected: Vec<(String, Reject)>,
    /// What they come to.
    pub(crate) directory: Directory,
}

impl Mfa {
    /// Keeps files of facts as the directory of an organization from a day on.
    pub(crate) async fn keep_directory(
        &self,
        organization: &str,
        day: Day,
        paths: &[String],
    ) -> Result<Facts, Stop> {
        let mut files = Vec::new();
        for path in paths {
            let text = fs::read_to_string(path).map_err(|error| match error.kind() {
                ErrorKind::NotFound => {
                    Stop::Usage(format!("there is no file `{path}`; nothing was taken in"))
                }
                ErrorKind::InvalidData => {
                    Stop::Usage(format!("`{path}` is not UTF-8; nothing was taken in"))
                }
                _ => Stop::io("read", Path::new(path), &error),
            })?;
            files.push(FactFile { name: path.clone(), text, whole: Vec::new() });
        }
        self.keep_facts(organization, day, &files).await
    }

    /// Keeps facts as the directory of an organization from a day on; where there are none, what was
    /// kept before stays.
    pub(super) async fn keep_facts(
        &self,
        organization: &str,
        day: Day,
        files: &[FactFile],
    ) -> Result<Facts, Stop> {
        let facts = self.facts(files);
        if facts.read.is_empty() && files.iter().all(|file| file.whole.is_empty()) {
            return Ok(facts);
        }
        let bytes = serde_json::to_vec(files).map_err(|error| Stop::Failure(error.to_string()))?;
        let name = format!("{day}.json");
        self.lake.keep_document(KIND, organization, &name, bytes).await.map_err(stop)?;
        Ok(facts)
    }

    /// The facts that were kept for exactly this day; none where nothing was.
    pub(super) async fn facts_of(
        &self,
        organization: &str,
        day: Day,
    ) -> Result<Vec<FactFile>, Stop> {
        let name = format!("{day}.json");
        let found = self.lake.document(KIND, organization, &name).await.map_err(stop)?;
        let wrong = |error| Stop::Failure(format!("the directory of {day}: {error}"));
        found.map_or_else(|| Ok(Vec::new()), |bytes| serde_json::from_slice(&bytes).map_err(wrong))
    }

    /// The directory of an organization on a day: the newest snapshot that is not later.
    pub(crate) async fn directory(
        &self,
        organization: &str,
        day: Day,
    ) -> Result<Option<(Day, Facts)>, Stop> {
        let days = self.directory_days(organization).await?;
        let Some(found) = days.into_iter().filter(|found| *found <= day).max() else {
            return Ok(None);
        };
        let files = self.facts_of(organization, found).await?;
        Ok(Some((found, self.facts(&files))))
    }

    /// The days of which there are snapshots of an organization's directory, the oldest first.
    pub(super) async fn directory_days(&self, organization: &str) -> Result<Vec<Day>, Stop> {
        let names = self.lake.document_names(KIND, organization).await.map_err(stop)?;
        Ok(names.iter().filter_map(|name| Day::parse(name.strip_suffix(".json")?)).collect())
    }

    fn facts(&self, files: &[FactFile]) -> Facts {
        let mut facts = Facts::default();
        for file in files {
            file.whole.iter().for_each(|kind| facts.directory.know(*kind));
            let mut records = Records::new();
            let mut take = |record: Result<Record<'_>, Reject>| {
                let record = match record {
                    Ok(record) => record,
                    Err(reject) => return facts.rejected.push((file.name.clone(), reject)),
                };
                let (line, offset) = (record.line, record.offset);
                facts.directory.take_all(&record.body, &self.rule, |told| match told {
                    Ok(kind) => *facts.read.entry(FactKind::as_str(kind)).or_default() += 1,
                    Err(reason) => {
                        let reject = Reject { line, offset, reason };
                        facts.rejected.push((file.name.clone(), reject));
                    }
                });
            };
            records.push(file.text.as_bytes(), &mut take);
            records.finish(&mut take);
        }
        facts
    }
}
