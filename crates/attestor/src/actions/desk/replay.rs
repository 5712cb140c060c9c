//! Working out a proposal again: do the record and the pinned edition still give the same?

use attestor_core::day::Day;
use attestor_core::desk::act::{Act, Grounds, Recorded};
use attestor_core::desk::decision;
use attestor_core::desk::file::CaseFile;
use serde::Serialize;

use super::{Desk, recorded};
use crate::stop::Stop;
use crate::store::desk::CASE;

/// One thing that a proposal rests on, as it was recorded and as it comes out now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Compared {
    /// As it was recorded.
    pub(crate) recorded: String,
    /// As it comes out now; `None` where it cannot be worked out.
    pub(crate) now: Option<String>,
    /// Whether the two are the same.
    pub(crate) same: bool,
}

impl Compared {
    fn of(recorded: &impl ToString, now: Option<&impl ToString>) -> Self {
        let (recorded, now) = (recorded.to_string(), now.map(ToString::to_string));
        let same = now.as_ref() == Some(&recorded);
        Self { recorded, now, same }
    }
}

/// A proposal that was worked out again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Replayed {
    /// The case.
    pub(crate) case_id: String,
    /// The number of the act that proposed.
    pub(crate) number: u64,
    /// The day of the assessment.
    pub(crate) assessed_on: Day,
    /// What was proposed.
    pub(crate) ruling: String,
    /// Whether a second person confirmed it.
    pub(crate) confirmed: bool,
    /// What the assessment found.
    pub(crate) outcome: Compared,
    /// The digest of the program's edition.
    pub(crate) edition: Compared,
    /// The digest of the facts of the case.
    pub(crate) facts: Compared,
    /// The digest of everything that the assessment says.
    pub(crate) assessment: Compared,
}

impl Replayed {
    /// What differs, by name; empty where nothing does.
    pub(crate) fn differences(&self) -> Vec<&'static str> {
        let Self { outcome, edition, facts, assessment, .. } = self;
        let all = [
            ("edition", edition),
            ("case", facts),
            ("assessment", assessment),
            ("outcome", outcome),
        ];
        all.iter().filter(|(_, compared)| !compared.same).map(|(name, _)| *name).collect()
    }
}

impl Desk {
    /// Works out the last proposal of a case again from the record; `None` where nothing was
    /// proposed.
    pub(crate) async fn replay(&self, case_id: &str) -> Result<Option<Replayed>, Stop> {
        let entries = self.store().entries_of(CASE, case_id, 0).await?;
        let organization = entries.first().and_then(|entry| entry.organization.clone());
        let acts = recorded(&entries)?;
        Ok(self.replayed(case_id, &organization.unwrap_or_default(), &acts))
    }

    /// The same from acts that were read.
    pub(super) fn replayed(
        &self,
        case_id: &str,
        organization: &str,
        acts: &[Recorded],
    ) -> Option<Replayed> {
        let at = acts.iter().rposition(|one| matches!(one.act, Act::Propose { .. }))?;
        let (before, rest) = acts.split_at_checked(at)?;
        let proposed = rest.first()?;
        let Act::Propose { ruling, grounds: Some(grounds), .. } = &proposed.act else {
            return None;
        };
        let now = CaseFile::of(case_id, organization, before)
            .and_then(|file| self.grounds(&file, grounds.assessed_on));
        let now = now.as_ref();
        Some(Replayed {
            case_id: case_id.to_owned(),
            number: proposed.number,
            assessed_on: grounds.assessed_on,
            ruling: ruling.to_string(),
            confirmed: rest.iter().any(|one| matches!(one.act, Act::Confirm { .. })),
            outcome: Compared::of(&grounds.outcome, now.map(|it| &it.outcome)),
            edition: Compared::of(&grounds.edition, now.map(|it| &it.edition)),
            facts: Compared::of(&grounds.case, now.map(|it| &it.case)),
            assessment: Compared::of(&grounds.assessment, now.map(|it| &it.assessment)),
        })
    }

    /// What a proposal on a day would rest on; `None` where the edition is not loaded any more.
    fn grounds(&self, file: &CaseFile, day: Day) -> Option<Grounds> {
        let rules = self.rules(file).ok()?;
        Some(decision::grounds(self.library(), rules, &file.case, day))
    }
}
