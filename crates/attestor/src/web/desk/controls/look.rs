//! A case as it is looked at for one page: assessed once, with who looks.

use std::sync::OnceLock;

use attestor_core::certification::controls::ControlOutcome;
use attestor_core::certification::decision::Assessment;
use attestor_core::certification::evidence::EvidenceIndex;
use attestor_core::day::Day;
use attestor_core::desk::act::Judged;
use attestor_core::desk::file::{CaseFile, Stage};
use attestor_core::desk::guard::Rules;
use attestor_core::desk::role::{Right, grants};
use attestor_core::desk::status::{ControlStatus, status};
use attestor_core::desk::thread::{Kept, Pending};
use attestor_core::digest::Digest;
use attestor_core::framework::Framework;
use attestor_core::id::Id;

use crate::phrases::Phrases;
use crate::stop::Stop;
use crate::web::desk::visit::DeskVisit;

/// A case and who looks at it.
pub(in crate::web::desk) struct Look<'a> {
    /// Who looks.
    pub(in crate::web::desk) visit: &'a DeskVisit,
    /// The case.
    pub(in crate::web::desk) file: &'a CaseFile,
    /// What it is judged by.
    pub(in crate::web::desk) rules: Rules<'a>,
    /// What it comes to today.
    pub(in crate::web::desk) assessment: Assessment<'a>,
    /// The evidence, judged once a page asks for it.
    evidence: OnceLock<EvidenceIndex<'a>>,
}

impl<'a> Look<'a> {
    /// Assesses a case for a page.
    pub(in crate::web::desk) fn of(visit: &'a DeskVisit, file: &'a CaseFile) -> Result<Self, Stop> {
        let rules = visit.desk().rules(file)?;
        let assessment = rules.assess(file, visit.today);
        Ok(Self { visit, file, rules, assessment, evidence: OnceLock::new() })
    }

    /// The words.
    pub(in crate::web::desk) fn phrases(&self) -> &'a Phrases {
        self.visit.phrases()
    }

    /// The program.
    pub(in crate::web::desk) fn program(&self) -> &'a Framework {
        self.rules.program
    }

    /// The evidence, each piece with why it does not count.
    pub(in crate::web::desk) fn evidence(&self) -> &EvidenceIndex<'a> {
        let judge = || EvidenceIndex::of(self.rules.program, &self.file.case, self.visit.today);
        self.evidence.get_or_init(judge)
    }

    /// Today.
    pub(in crate::web::desk) fn today(&self) -> Day {
        self.visit.today
    }

    /// What is said of a control; `None` for one that the edition does not have.
    pub(in crate::web::desk) fn outcome(&self, control: &Id) -> Option<&ControlOutcome<'a>> {
        self.assessment.controls.iter().find(|it| it.control.id.value == *control)
    }

    /// Where a control stands.
    pub(in crate::web::desk) fn status(&self, outcome: &ControlOutcome<'_>) -> ControlStatus {
        status(self.file, outcome)
    }

    /// Whether who looks holds a right over the case.
    pub(in crate::web::desk) fn may(&self, right: Right) -> bool {
        let worker = &self.visit.worker;
        grants(worker.role, right, worker.relation(&self.file.organization))
    }

    /// Whether verdicts can be given now, by who looks.
    pub(in crate::web::desk) fn may_judge(&self) -> bool {
        let stage = self.file.stage();
        self.may(Right::CaseReview) && matches!(stage, Stage::EvidenceOpen | Stage::FinalReview)
    }

    /// Whether evidence can be handed in now, by who looks.
    pub(in crate::web::desk) fn may_hand_in(&self) -> bool {
        let stage = self.file.stage();
        let open = [
            Stage::NotStarted,
            Stage::InitialDocuments,
            Stage::DocumentsReview,
            Stage::EvidenceOpen,
        ];
        self.may(Right::CaseHandIn) && open.contains(&stage)
    }

    /// An address below the case.
    pub(in crate::web::desk) fn address(&self, rest: &str) -> String {
        format!("/desk/cases/{}{rest}", self.file.id)
    }

    /// What who looks keeps back.
    pub(in crate::web::desk) fn kept(&self) -> &'a [Pending] {
        self.file.pending.get(&self.visit.worker.account).map_or(&[], Vec::as_slice)
    }

    /// The verdict on a control that who looks keeps back.
    pub(in crate::web::desk) fn kept_verdict(&self, control: &Id) -> Option<(&'a Id, &'a Judged)> {
        self.kept().iter().find_map(|pending| match &pending.what {
            Kept::Judged(judged) if judged.control == *control => Some((&pending.id, judged)),
            Kept::Judged(_) | Kept::Said(_) => None,
        })
    }

    /// A word for how things stand with a control. While it is the same, nothing that a verdict
    /// rests on has changed, whatever others did elsewhere in the case.
    pub(in crate::web::desk) fn stand(&self, control: &Id) -> String {
        stand(self.file, control)
    }
}

/// See [`Look::stand`].
pub(in crate::web::desk) fn stand(file: &CaseFile, control: &Id) -> String {
    let progress = file.progress.get(control).copied().unwrap_or_default();
    let review = file.case.reviews.get(control);
    let verdict = review.map(|it| format!("{} {}", it.verdict, it.reason)).unwrap_or_default();
    let mut text = format!("{} {} {verdict}", progress.rounds, progress.waits);
    for piece in file.evidence_for(control) {
        text.push_str(&format!(" {} {:?}", piece.id, piece.facts));
    }
    Digest::of(text.as_bytes()).to_string().chars().take(12).collect()
}

/// The name of something that a program has only an id for: `config-setting` is “Config setting”.
pub(in crate::web::desk) fn label(id: &str) -> String {
    let text = id.replace(['-', '_'], " ");
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
