//! A dossier that becomes a case: everything that it names is there, and it says nothing that its
//! author may not say.

use std::collections::{BTreeMap, BTreeSet};

use crate::certification::case::{Case, Dates, Evidence, Verdict, Verification};
use crate::day::Day;
use crate::dossier::{self, FILES, MAIN_FILE};
use crate::id::Id;

use super::super::act::{FileRef, Side};
use super::super::refusal::{Refusal, Rule};
use super::scope::in_environments;
use super::{Answered, Asked, evidence, limits, start};

impl Asked<'_> {
    pub(super) fn dossier(&self, case: &Case, files: &BTreeMap<String, FileRef>) -> Answered {
        if self.actor.side == Side::Publisher {
            own_words(case)?;
        }
        start::app(self.rules.program, &case.app)?;
        paths(case, files)?;
        in_environments(&case.scope.components, &case.scope.environments)?;
        self.known(case)?;
        case.evidence.iter().try_for_each(|it| self.taken_evidence(case, it))?;
        self.not_future(last_day(case))
    }

    /// Everything that is named is one of the edition's.
    fn known(&self, case: &Case) -> Answered {
        let program = self.rules.program;
        let statement = |id: &&Id| !program.statements.iter().any(|it| it.id.value == **id);
        let document = |id: &&Id| !program.documents.iter().any(|it| it.id.value == **id);
        let control = |id: &&Id| program.control(id).is_none();
        let report = |id: &&Id| program.external_framework(id).is_none();
        let hosting = |id: &&Id| program.hosting_type(id).is_none();
        let unknown = case
            .statements
            .keys()
            .find(statement)
            .or_else(|| case.documents.iter().map(|it| &it.kind).find(document))
            .or_else(|| case.reviews.keys().find(control))
            .or_else(|| case.reviews.values().filter_map(|it| it.external.as_ref()).find(report))
            .or_else(|| case.external.iter().map(|it| &it.framework).find(report))
            .or_else(|| case.scope.environments.iter().map(|it| &it.hosting).find(hosting));
        unknown.map_or(Ok(()), |id| Err(Refusal::new(Rule::NotOfEdition).with("id", id)))
    }

    fn taken_evidence(&self, case: &Case, item: &Evidence) -> Answered {
        evidence::kind_and_form(self.rules.program, &item.kind, &item.form)?;
        self.not_future(Some(item.captured_on))?;
        self.not_future(item.submitted_on)?;
        item.targets.iter().try_for_each(|target| self.target(target))?;
        evidence::in_inventory(&item.components, &case.scope.components)
    }
}

/// The last of the days on which something happened.
fn last_day(case: &Case) -> Option<Day> {
    let dates = &case.dates;
    let days = [
        dates.started_on,
        dates.documents_accepted_on,
        dates.evidence_complete_on,
        dates.certified_on,
        dates.other_case_since,
        case.attestation.as_ref().and_then(|it| it.submitted_on),
    ];
    days.into_iter().flatten().max()
}

/// Each file that is named came along, under a path that stays inside and clashes with no other.
fn paths(case: &Case, files: &BTreeMap<String, FileRef>) -> Answered {
    let documents = case.documents.iter().map(|it| &it.file);
    let evidence = case.evidence.iter().map(|it| &it.file);
    let reports = case.external.iter().map(|it| &it.file);
    let tests = case.pentest.iter().map(|it| &it.file);
    let named = documents.chain(evidence).chain(reports).chain(tests);
    for path in named {
        if !files.contains_key(path) {
            return Err(Refusal::new(Rule::NotThere).with("id", path));
        }
    }
    limits::once(case.evidence.iter().map(|it| it.id.as_str()))?;
    // What is said of a report is kept under its path.
    limits::once(case.external.iter().map(|it| it.file.as_str()))?;
    let outside = files.keys().find(|path| !dossier::is_inside(path));
    if let Some(path) = outside {
        return Err(Refusal::new(Rule::NotThere).with("id", path));
    }
    let own: BTreeSet<&str> =
        FILES.iter().copied().chain([MAIN_FILE, "attestation.yaml"]).collect();
    let is_own =
        |path: &str| own.contains(path) || (path.starts_with("soa-") && path.ends_with(".csv"));
    match files.keys().find(|path| is_own(&path.to_lowercase())) {
        Some(path) => Err(Refusal::new(Rule::Twice).with("id", path)),
        None => Ok(()),
    }
}

/// A publisher's dossier holds nothing that only the certification body says.
fn own_words(case: &Case) -> Answered {
    let judged = |it: &crate::certification::case::Review| it.verdict != Verdict::NotInPlace;
    let listed = case.permissions.iter().flatten();
    let attested = case.attestation.iter().flat_map(|it| &it.permissions);
    let foreign = if case.reviews.values().any(judged) {
        "reviews"
    } else if listed.chain(attested).any(|it| it.judgment.is_some()) {
        "permissions"
    } else if case.verification != Verification::default() {
        "verification"
    } else if case.draw.is_some() {
        "draw"
    } else if case.dates != Dates::default() {
        "dates"
    } else {
        return Ok(());
    };
    Err(Refusal::new(Rule::WrongSide).with("side", Side::Publisher).with("field", foreign))
}
