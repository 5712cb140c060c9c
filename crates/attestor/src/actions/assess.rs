//! Assess a dossier on a day.

use std::path::Path;

use attestor_core::attestation::page::finding::Finding;
use attestor_core::certification::decision;
use attestor_core::day::Day;
use attestor_core::dossier::{self, Folder};

use crate::report::{Audience, Subject};
use crate::stop::Stop;
use crate::world::World;

/// What an assessment is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Question<'a> {
    /// A folder of programs in the place of those in the binary.
    pub(crate) frameworks: Option<&'a Path>,
    /// The day of the assessment.
    pub(crate) on: Day,
    /// For whom its result is shown.
    pub(crate) audience: Audience,
}

/// Reads a dossier, assesses it, and shows the result with what was noticed on its published page.
pub(crate) fn assess<T>(
    folder: &dyn Folder,
    question: Question<'_>,
    show: impl FnOnce(&Subject<'_>, &[Finding]) -> Result<T, Stop>,
) -> Result<T, Stop> {
    let world = World::load(question.frameworks)?;
    let dossier = dossier::read(folder, world.guide()).map_err(Stop::Faults)?;
    let permission_rules = world.permission_rules(dossier.framework)?;
    let assessment =
        decision::assess(dossier.framework, &permission_rules, &dossier.case, question.on);
    let subject = Subject {
        program: dossier.framework,
        case: &dossier.case,
        assessment: &assessment,
        dossier_digest: &dossier.digest.to_string(),
        audience: question.audience,
    };
    show(&subject, &dossier.findings)
}
