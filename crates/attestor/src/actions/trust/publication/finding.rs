//! What is found in a draft: it does not keep anybody from publishing, but the owner has to say that
//! it is known.

use attestor_core::digest::Digest;
use attestor_core::trust::lint::{Disagreement, lint};
use attestor_core::trust::merge::Taken;
use attestor_core::trust::model::Trust;
use attestor_core::trust::page::finding::Finding as PageFinding;
use serde::{Deserialize, Serialize};

use crate::stop::Stop;

/// The letters of an id: enough that two findings of a draft never share one.
const LETTERS: usize = 16;

/// A finding.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Finding {
    /// The same finding has the same id in every draft.
    pub(crate) id: String,
    /// What it is: a disagreement of two languages, or a word of the reader of pages.
    pub(crate) code: String,
    /// The file that it was met in; empty for disagreements.
    pub(crate) file: String,
    /// The line, from 1; 0 for a whole file.
    pub(crate) line: u32,
    /// What it is about: of a disagreement, the text.
    pub(crate) about: String,
    /// The whole finding as one English sentence.
    pub(crate) words: String,
    /// What only the source says.
    pub(crate) source_only: Vec<String>,
    /// What only the translation says.
    pub(crate) translation_only: Vec<String>,
}

impl Finding {
    /// Whether two languages disagree.
    pub(crate) fn is_disagreement(&self) -> bool {
        self.file.is_empty()
    }

    fn with_id(mut self) -> Self {
        let parts = [("code", self.code.as_bytes()), ("words", self.words.as_bytes())];
        let digest = Digest::of_parts(parts).to_string();
        let hex = digest.rsplit(':').next().unwrap_or_default();
        self.id = hex.chars().take(LETTERS).collect();
        self
    }

    /// What the reader of a page met.
    pub(crate) fn of_page(file: &str, met: &PageFinding) -> Self {
        let said = serde_json::to_value(&met.kind).unwrap_or_default();
        let code = said.get("code").and_then(|code| code.as_str()).unwrap_or_default();
        let about = said.as_object().into_iter().flatten();
        let about = about.filter(|(name, _)| *name != "code").filter_map(|(_, it)| it.as_str());
        Self {
            code: code.to_owned(),
            file: file.to_owned(),
            line: met.line,
            about: about.collect::<Vec<_>>().join(" / "),
            words: met.kind.to_string(),
            ..Self::default()
        }
        .with_id()
    }

    fn of_lint(found: Disagreement) -> Self {
        Self {
            code: found.code.to_string(),
            about: found.text.to_string(),
            words: found.to_string(),
            source_only: found.source_only,
            translation_only: found.translation_only,
            ..Self::default()
        }
        .with_id()
    }
}

/// Everything that is kept with a draft beside what it says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Findings {
    /// What must be accepted.
    pub(crate) findings: Vec<Finding>,
    /// What was taken over from the published version, or is gone.
    pub(crate) taken: Vec<Kept>,
}

/// What was taken over, as it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Kept {
    /// The list of the files.
    pub(crate) list: String,
    /// The id.
    pub(crate) id: String,
    /// `stays`, `filled` or `gone`.
    pub(crate) how: String,
    /// The facts that are those from before.
    pub(crate) facts: Vec<String>,
}

impl From<Taken> for Kept {
    fn from(taken: Taken) -> Self {
        Self {
            list: taken.list.to_owned(),
            id: taken.id.to_string(),
            how: taken.how.to_string(),
            facts: taken.facts.into_iter().map(str::to_owned).collect(),
        }
    }
}

impl Findings {
    /// The findings of the reader, and what the languages of a model disagree about.
    pub(crate) fn of(mut met: Vec<Finding>, trust: &Trust, taken: Vec<Taken>) -> Self {
        met.extend(lint(trust).into_iter().map(Finding::of_lint));
        let mut ids = std::collections::BTreeSet::new();
        met.retain(|it| ids.insert(it.id.clone()));
        Self { findings: met, taken: taken.into_iter().map(Kept::from).collect() }
    }

    /// What a row holds; another form holds nothing.
    pub(crate) fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The text of a row.
    pub(super) fn kept(&self) -> Result<String, Stop> {
        serde_json::to_string(self).map_err(|error| Stop::Failure(error.to_string()))
    }

    /// The digest by which all of them are accepted; `None` where there are none.
    pub(crate) fn digest(&self) -> Option<String> {
        if self.findings.is_empty() {
            return None;
        }
        let ids: Vec<&str> = self.findings.iter().map(|it| it.id.as_str()).collect();
        Some(Digest::of(ids.join("\n").as_bytes()).to_string())
    }
}
