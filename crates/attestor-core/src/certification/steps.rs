//! What to do next, and what is due when.

use crate::day::Day;
use crate::framework::{Framework, WindowId};
use crate::party::Party;
use crate::word::words;

use super::case::Case;
use super::controls::ControlState;
use super::decision::Assessment;
use super::documents::DocumentState;
use super::external::ExternalVerdict;
use super::hard_fails::HardFailState;
use super::reason::Reason;
use super::{findings, lifecycle, start};

words! {
    /// What a step is about. The order is the order of urgency.
    pub enum StepKind {
        /// A condition that fails outright.
        HardFail = "hard-fail",
        /// Something that stands against starting.
        Start = "start",
        /// The description of the scope.
        Scope = "scope",
        /// A decision of the program owner.
        Decision = "decision",
        /// An initial document.
        Document = "document",
        /// A control that was sent back, is stale or is not in place.
        Mend = "mend",
        /// A control with something missing.
        Complete = "complete",
        /// A control with nothing yet.
        Begin = "begin",
    }
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// What it is about.
    pub kind: StepKind,
    /// The id of the control, document or condition; empty for the case as a whole.
    pub subject: String,
    /// Its title.
    pub title: String,
    /// Who has to do it.
    pub party: Party,
    /// By when, if a day is set.
    pub due: Option<Day>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Everything to do, most urgent first.
#[must_use]
pub fn steps(assessment: &Assessment<'_>) -> Vec<Step> {
    let deadline = assessment.clock.map(|clock| clock.deadline);
    let mut found = case_steps(assessment);
    for document in &assessment.documents {
        if matches!(
            document.state,
            DocumentState::Missing | DocumentState::Stale | DocumentState::Returned
        ) {
            found.push(step(
                StepKind::Document,
                document.rule.id.value.as_str(),
                &document.rule.title,
                None,
                &document.reasons,
            ));
        }
    }
    for outcome in &assessment.controls {
        let kind = match outcome.state {
            ControlState::Stale | ControlState::Returned | ControlState::NotMet => StepKind::Mend,
            ControlState::Incomplete => StepKind::Complete,
            ControlState::Missing => StepKind::Begin,
            ControlState::Met | ControlState::Alternative | ControlState::NotApplicable => continue,
        };
        found.push(step(
            kind,
            outcome.control.id.value.as_str(),
            &outcome.control.title,
            deadline,
            &outcome.reasons,
        ));
    }
    found.sort_by_key(|step| step.kind);
    found
}

fn step(kind: StepKind, subject: &str, title: &str, due: Option<Day>, reasons: &[Reason]) -> Step {
    Step {
        kind,
        subject: subject.to_owned(),
        title: title.to_owned(),
        party: Party::Publisher,
        due,
        reasons: reasons.to_vec(),
    }
}

fn case_steps(assessment: &Assessment<'_>) -> Vec<Step> {
    let mut found = Vec::new();
    for outcome in &assessment.hard_fails {
        if matches!(outcome.state, HardFailState::Fails | HardFailState::NotShown) {
            let id = outcome.hard_fail.id.value.as_str();
            found.push(step(
                StepKind::HardFail,
                id,
                &outcome.hard_fail.title,
                None,
                &outcome.reasons,
            ));
        }
    }
    let whole = |kind: StepKind, reason: &Reason| {
        step(kind, "", reason.rule.as_str(), None, std::slice::from_ref(reason))
    };
    found.extend(assessment.start.iter().map(|reason| whole(StepKind::Start, reason)));
    found.extend(assessment.scope.returned.iter().map(|reason| whole(StepKind::Scope, reason)));
    found.extend(assessment.sample_outdated.iter().map(|reason| whole(StepKind::Scope, reason)));
    let decisions =
        assessment.scope.needs_decision.iter().map(|reason| whole(StepKind::Decision, reason));
    found.extend(decisions.map(|step| Step { party: Party::Owner, ..step }));
    found
}

words! {
    /// What happens on a day.
    pub enum DueKind {
        /// The last day for starting with today's attestation.
        AttestationFresh = "attestation-fresh",
        /// The last day of the attestation's page.
        AttestationExpires = "attestation-expires",
        /// The last day for evidence.
        Deadline = "deadline",
        /// The last day for handing in evidence that was captured.
        EvidenceHandIn = "evidence-hand-in",
        /// The last day on which a document counts.
        DocumentFresh = "document-fresh",
        /// The last day on which an external report counts.
        ExternalUntil = "external-until",
        /// The last day on which a penetration-test report can be handed in.
        PentestReportFresh = "pentest-report-fresh",
        /// The last day for fixing a finding.
        FindingFix = "finding-fix",
        /// The first day for renewing the certificate.
        RecertificationOpens = "recertification-opens",
        /// The last day of the certificate.
        CertificateExpires = "certificate-expires",
    }
}

/// A day that matters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// The day.
    pub on: Day,
    /// What happens.
    pub kind: DueKind,
    /// What it is about; empty for the case as a whole.
    pub subject: String,
}

/// Every day that matters, earliest first; days that have passed are kept.
#[must_use]
pub fn calendar(program: &Framework, case: &Case, assessment: &Assessment<'_>) -> Vec<Due> {
    let due = |on: Day, kind: DueKind, subject: &str| Due { on, kind, subject: subject.to_owned() };
    let mut found = Vec::new();
    if let Some(submitted_on) =
        case.attestation.as_ref().and_then(|attestation| attestation.submitted_on)
    {
        if case.dates.started_on.is_none() {
            let last = program.windows.get(WindowId::AttestationFreshness).last_day(submitted_on);
            found.push(due(last, DueKind::AttestationFresh, ""));
        }
        found.push(due(
            start::attestation_expires(program, submitted_on),
            DueKind::AttestationExpires,
            "",
        ));
    }
    found.extend(assessment.clock.map(|clock| due(clock.deadline, DueKind::Deadline, "")));
    for outcome in &assessment.controls {
        found.extend(
            outcome
                .hand_in_by
                .map(|day| due(day, DueKind::EvidenceHandIn, outcome.control.id.value.as_str())),
        );
    }
    for document in &assessment.documents {
        found.extend(
            document.fresh_until.map(|day| due(day, DueKind::DocumentFresh, &document.rule.title)),
        );
    }
    for outcome in &assessment.external {
        if let ExternalVerdict::Accepted { until } = outcome.verdict {
            found.push(due(until, DueKind::ExternalUntil, outcome.report.framework.as_str()));
        }
    }
    found.extend(pentest_days(program, case));
    if let Some(certified_on) = case.dates.certified_on {
        let certificate = lifecycle::certificate(program, certified_on);
        found.push(due(certificate.recertification_opens, DueKind::RecertificationOpens, ""));
        found.push(due(certificate.expires, DueKind::CertificateExpires, ""));
    }
    found.sort();
    found
}

fn pentest_days(program: &Framework, case: &Case) -> Vec<Due> {
    let (Some(rules), Some(report)) = (&program.pentest, &case.pentest) else { return Vec::new() };
    let last = program.windows.get(WindowId::PenTestReportAge).last_day(report.ended_on);
    let mut found =
        vec![Due { on: last, kind: DueKind::PentestReportFresh, subject: String::new() }];
    for finding in
        report.findings.iter().filter(|it| it.fixed_on.is_none() && findings::is_serious(rules, it))
    {
        let on = findings::fix_due(program, rules, report, finding);
        found.push(Due { on, kind: DueKind::FindingFix, subject: finding.id.clone() });
    }
    found
}
