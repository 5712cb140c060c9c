//! Documents and evidence.

use std::collections::BTreeSet;

use crate::certification::case::{About, Component, Target};
use crate::certification::controls::ControlState;
use crate::certification::decision::Assessment;
use crate::certification::documents::DocumentState;
use crate::certification::external::{self, ExternalVerdict, Remainder};
use crate::certification::reason::{Reason, RuleId};
use crate::framework::{Control, Framework};
use crate::id::Id;

use super::super::act::{Act, Piece};
use super::super::file::PentestStage;
use super::super::refusal::{Refusal, Rule};
use super::super::status::{ControlStatus, status};
use super::{Answered, Asked};

fn not_of_edition(id: &Id) -> Refusal {
    Refusal::new(Rule::NotOfEdition).with("id", id)
}

fn not_there(id: impl std::fmt::Display) -> Refusal {
    Refusal::new(Rule::NotThere).with("id", id)
}

impl Asked<'_> {
    pub(super) fn handed_in(&self, act: &Act) -> Answered {
        let program = self.rules.program;
        match act {
            Act::State { statement, .. } => {
                let known = program.statements.iter().any(|it| it.id.value == *statement);
                if known { Ok(()) } else { Err(not_of_edition(statement)) }
            }
            Act::SetEnvironments { environments } => {
                let unknown =
                    environments.iter().find(|it| program.hosting_type(&it.hosting).is_none());
                unknown.map_or(Ok(()), |it| Err(not_of_edition(&it.hosting)))
            }
            Act::AddDocument { kind, dated_on, .. } => {
                if !program.documents.iter().any(|it| it.id.value == *kind) {
                    return Err(not_of_edition(kind));
                }
                self.not_future(*dated_on)
            }
            Act::RemoveDocument { document } => {
                self.file.document(document).map(drop).ok_or_else(|| not_there(document))
            }
            Act::ReturnDocuments { documents, .. } => {
                let unknown = documents.keys().find(|id| self.file.document(id).is_none());
                unknown.map_or(Ok(()), |id| Err(not_there(id)))
            }
            Act::SubmitDocuments {} | Act::AcceptDocuments { .. } => self.documents_count(),
            Act::AddExternal { report, .. } => {
                let known = program.external_framework(&report.framework);
                known.map(drop).ok_or_else(|| not_of_edition(&report.framework))?;
                self.not_future(Some(report.issued_on))
            }
            Act::RemoveExternal { path } => self.external(path),
            Act::AddEvidence { piece } => self.add_evidence(piece),
            Act::DescribeEvidence { evidence, piece } => self.describe(evidence, piece),
            Act::RemoveEvidence { evidence } => self.remove(evidence),
            Act::SubmitControl { control, .. } => self.submit(control),
            Act::DeclareNotInPlace { control, .. } => {
                self.control(control)?;
                let assessment = self.rules.assess(self.file, self.today);
                let asked = assessment.controls.iter().filter(|it| it.state.is_applicable());
                let asked = asked.map(|it| &it.control.id.value).any(|it| it == control);
                if asked { Ok(()) } else { Err(not_applicable(control)) }
            }
            _ => Ok(()),
        }
    }

    pub(super) fn not_future(&self, day: Option<crate::day::Day>) -> Answered {
        match day {
            Some(day) if day > self.today => Err(Refusal::new(Rule::DayFuture).with("day", day)),
            Some(_) | None => Ok(()),
        }
    }

    /// An external report, whether it counts or was set aside.
    pub(super) fn external(&self, path: &str) -> Answered {
        let counts = self.file.case.external.iter().any(|it| it.file == path);
        if counts || self.file.set_aside.contains_key(path) {
            return Ok(());
        }
        Err(not_there(path))
    }

    /// Everything that is due is there and counts, and the scope is whole. Source: process 4.1, 4.2.
    fn documents_count(&self) -> Answered {
        let assessment = self.rules.assess(self.file, self.today);
        let lacks = |state: DocumentState| {
            matches!(state, DocumentState::Missing | DocumentState::Stale | DocumentState::Returned)
        };
        // A test through the program brings its report later.
        let later = match self.file.pentest.stage {
            PentestStage::Requested | PentestStage::Scoped | PentestStage::Booked => true,
            PentestStage::None | PentestStage::Cancelled | PentestStage::Reported => false,
        };
        let is_late_report = |reasons: &[Reason], rule: &crate::framework::DocumentRule| {
            later
                && rule.max_age == Some(crate::framework::WindowId::PenTestReportAge)
                && reasons.iter().all(|it| it.rule == RuleId::DocumentMissing)
        };
        let documents = assessment.documents.iter().filter(|it| lacks(it.state));
        let mut reasons: Vec<Reason> = documents
            .filter(|it| !is_late_report(&it.reasons, it.rule))
            .flat_map(|it| it.reasons.clone())
            .collect();
        reasons.extend(assessment.scope.returned.iter().cloned());
        reasons.extend(assessment.scope.needs_decision.iter().cloned());
        if reasons.is_empty() {
            return Ok(());
        }
        Err(Refusal::new(Rule::DocumentsLacking).because(reasons))
    }

    pub(super) fn control(&self, control: &Id) -> Answered {
        self.rules.program.control(control).map(drop).ok_or_else(|| not_of_edition(control))
    }

    fn add_evidence(&self, piece: &Piece) -> Answered {
        self.piece(piece)?;
        let Some(old) = &piece.replaces else { return Ok(()) };
        match self.file.piece(old) {
            Some(old) if old.is_current() => Ok(()),
            Some(_) | None => Err(not_there(old)),
        }
    }

    fn describe(&self, id: &Id, piece: &Piece) -> Answered {
        self.piece(piece)?;
        let kept = self.file.piece(id).filter(|it| it.is_current()).ok_or_else(|| not_there(id))?;
        if kept.facts.submitted_on.is_some() {
            return Err(Refusal::new(Rule::AlreadySubmitted).with("id", id));
        }
        let file = self.file.files.get(&kept.path);
        if file.is_none_or(|file| file.digest != piece.file.digest) {
            return Err(not_there(piece.file.digest));
        }
        Ok(())
    }

    fn piece(&self, piece: &Piece) -> Answered {
        kind_and_form(self.rules.program, &piece.kind, &piece.form)?;
        self.not_future(Some(piece.captured_on))?;
        self.not_future(piece.process_built_on)?;
        piece.targets.iter().try_for_each(|target| self.target(target))?;
        in_inventory(&piece.components, &self.file.case.scope.components)
    }

    /// A control, a part of it, or a gap that an external framework leaves in it.
    pub(super) fn target(&self, target: &Target) -> Answered {
        let (_, control) = self
            .rules
            .program
            .control(&target.control)
            .ok_or_else(|| not_of_edition(&target.control))?;
        let Some(part) = &target.part else { return Ok(()) };
        let is_gap = || {
            let gaps = control.external.iter().flat_map(|(_, cover)| &cover.gaps);
            gaps.into_iter().any(|gap| gap.key.value == *part)
        };
        if control.part(part.as_str()).is_some() || is_gap() {
            return Ok(());
        }
        Err(not_of_edition(part))
    }

    fn remove(&self, id: &Id) -> Answered {
        let piece =
            self.file.piece(id).filter(|it| it.is_current()).ok_or_else(|| not_there(id))?;
        let assessment = self.rules.assess(self.file, self.today);
        let used = |control: &Id| {
            let outcome = assessment.controls.iter().find(|it| it.control.id.value == *control);
            outcome.is_some_and(|outcome| {
                matches!(
                    status(self.file, outcome),
                    ControlStatus::Approved
                        | ControlStatus::ApprovedByExternal
                        | ControlStatus::Submitted
                )
            })
        };
        let in_use = piece.facts.targets.iter().find(|target| used(&target.control));
        match in_use.filter(|_| piece.facts.submitted_on.is_some()) {
            Some(target) => Err(Refusal::new(Rule::EvidenceInUse)
                .with("id", id)
                .with("control", &target.control)),
            None => Ok(()),
        }
    }

    fn submit(&self, control: &Id) -> Answered {
        self.control(control)?;
        let assessment = self.rules.assess(self.file, self.today);
        let outcome = assessment.controls.iter().find(|it| it.control.id.value == *control);
        let Some(outcome) = outcome else { return Err(not_of_edition(control)) };
        let more = || self.file.evidence_for(control).any(|it| it.facts.submitted_on.is_none());
        match status(self.file, outcome) {
            ControlStatus::NotApplicable => return Err(not_applicable(control)),
            // A piece that came after the control was handed in is handed in too.
            ControlStatus::Submitted if !more() => {
                return Err(Refusal::new(Rule::AlreadySubmitted).with("id", control));
            }
            ControlStatus::Submitted
            | ControlStatus::Open
            | ControlStatus::RevisionRequested
            | ControlStatus::Approved
            | ControlStatus::ApprovedByExternal
            | ControlStatus::AutomatedPass
            | ControlStatus::Failed => {}
        }
        if self.file.evidence_for(control).next().is_some()
            || self.by_report(&assessment, outcome.control)
            || self.holds_by_itself(control)
        {
            return Ok(());
        }
        Err(Refusal::new(Rule::NothingHandedIn).with("control", control))
    }

    /// Whether an external report that counts may stand in for the control.
    fn by_report(&self, assessment: &Assessment<'_>, control: &Control) -> bool {
        let counting = assessment
            .external
            .iter()
            .filter(|it| it.verdict != ExternalVerdict::Refused && it.report.about == About::App);
        let left = counting.map(|it| external::remainder(self.rules.program, control, it.report));
        left.into_iter().any(|left| left != Remainder::Everything)
    }

    /// Whether the control is shown without what an analyst said of it: by facts, or by the platform.
    fn holds_by_itself(&self, control: &Id) -> bool {
        let mut case = self.file.case.clone();
        case.reviews.remove(control);
        let assessment = self.rules.assess_case(&case, self.today);
        let mut outcomes = assessment.controls.iter();
        let outcome = outcomes.find(|it| it.control.id.value == *control);
        outcome.is_some_and(|it| it.state == ControlState::Met)
    }
}

fn not_applicable(control: &Id) -> Refusal {
    Refusal::new(Rule::NotApplicable).with("control", control)
}

/// Kind and form are the edition's.
pub(super) fn kind_and_form(program: &Framework, kind: &Id, form: &Id) -> Answered {
    program.evidence.kind(kind).ok_or_else(|| not_of_edition(kind))?;
    program.evidence.form(form).ok_or_else(|| not_of_edition(form))?;
    Ok(())
}

/// Components that evidence names are in the inventory.
pub(super) fn in_inventory(named: &BTreeSet<Id>, components: &[Component]) -> Answered {
    if named.is_empty() {
        return Ok(());
    }
    let known: BTreeSet<&Id> = components.iter().map(|it| &it.id).collect();
    let lost = named.iter().find(|id| !known.contains(id));
    lost.map_or(Ok(()), |id| Err(not_there(id)))
}
