//! Whose move it is, and by when.

use crate::certification::decision::Assessment;
use crate::certification::lifecycle::{self, Certificate, Renewal};
use crate::day::Day;
use crate::framework::Framework;
use crate::party::Party;
use crate::word::words;

use super::act::Ruling;
use super::file::{AttestationReview, CaseFile, Stage};
use super::status::{Counts, counts};

words! {
    /// What is to be done next.
    pub enum Move {
        /// Hand in the attestation.
        Attest = "attest",
        /// Review the attestation.
        ReviewAttestation = "review-attestation",
        /// Verify the publisher.
        Verify = "verify",
        /// Accept the terms and start.
        Start = "start",
        /// Gather and hand in the initial documents.
        HandInDocuments = "hand-in-documents",
        /// Review the initial documents.
        ReviewDocuments = "review-documents",
        /// Decide about a scope that the program was not written for.
        DecideScope = "decide-scope",
        /// Hand in evidence.
        HandInEvidence = "hand-in-evidence",
        /// Answer what was sent back.
        Revise = "revise",
        /// Review controls.
        ReviewControls = "review-controls",
        /// Say that all evidence is in.
        Complete = "complete",
        /// Propose a decision.
        Propose = "propose",
        /// Confirm a proposal.
        Confirm = "confirm",
        /// End a case whose time ran out.
        TimeOut = "time-out",
        /// Renew the certificate.
        Renew = "renew",
        /// Nothing.
        Nothing = "nothing",
    }
}

/// Whose move it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The stage.
    pub stage: Stage,
    /// Who has to act.
    pub party: Party,
    /// What is to be done.
    pub next: Move,
    /// By when.
    pub due: Option<Day>,
    /// Where the controls stand.
    pub counts: Counts,
}

/// Where a case stands on the day of its assessment.
#[must_use]
pub fn standing(program: &Framework, file: &CaseFile, assessment: &Assessment<'_>) -> Standing {
    let stage = file.stage();
    let counts = counts(file, assessment);
    let deadline = assessment.clock.map(|clock| clock.deadline);
    let late = deadline.is_some_and(|deadline| assessment.today > deadline);
    let (party, next) = match stage {
        Stage::NotStarted => before_start(file),
        Stage::InitialDocuments | Stage::DocumentsReview
            if !assessment.scope.needs_decision.is_empty() =>
        {
            (Party::Owner, Move::DecideScope)
        }
        Stage::InitialDocuments => (Party::Publisher, Move::HandInDocuments),
        Stage::DocumentsReview => (Party::Analyst, Move::ReviewDocuments),
        _ if late && stage.is_assessment() => (Party::Platform, Move::TimeOut),
        Stage::EvidenceOpen if counts.submitted > 0 => (Party::Analyst, Move::ReviewControls),
        Stage::EvidenceOpen if counts.revision_requested > 0 => (Party::Publisher, Move::Revise),
        Stage::EvidenceOpen if counts.open > 0 => (Party::Publisher, Move::HandInEvidence),
        Stage::EvidenceOpen => (Party::Publisher, Move::Complete),
        Stage::FinalReview if counts.submitted > 0 => (Party::Analyst, Move::ReviewControls),
        Stage::FinalReview => (Party::Analyst, Move::Propose),
        Stage::DecisionProposed => (Party::Analyst, Move::Confirm),
        Stage::Certified => (Party::Publisher, Move::Renew),
        Stage::Rejected | Stage::FailedTimeout | Stage::Withdrawn | Stage::Revoked => {
            (Party::Nobody, Move::Nothing)
        }
    };
    let due = if stage == Stage::Certified {
        certificate(program, file).map(|it| it.expires)
    } else {
        deadline.filter(|_| !stage.is_over())
    };
    Standing { stage, party, next, due, counts }
}

/// The certificate that the decision of a case gave. A renewal in time keeps the anniversary of the
/// certificate before. Source: acceptance G3, G5, G8.
#[must_use]
pub fn certificate(program: &Framework, file: &CaseFile) -> Option<Certificate> {
    let decided = file.decision.as_ref().filter(|it| it.proposal.ruling == Ruling::Certify)?;
    let decided_on = decided.at.day();
    let dates = &file.case.dates;
    let expires = dates.certified_on.and_then(|certified_on| {
        let renewal = Renewal {
            documents_accepted_on: dates.documents_accepted_on,
            approved_on: Some(decided_on),
            revoked_on: None,
        };
        let before = lifecycle::certificate(program, certified_on);
        lifecycle::renewed_until(program, &before, &renewal)
    });
    Some(match expires {
        Some(expires) => lifecycle::expiring(program, decided_on, expires),
        None => lifecycle::certificate(program, decided_on),
    })
}

/// The day from which the year of the certificate counts: the day that a further renewal names as
/// the one on which the app was certified. It is the decision's day, or the last day of the
/// certificate that was renewed in time.
#[must_use]
pub fn counts_from(program: &Framework, file: &CaseFile) -> Option<Day> {
    let certificate = certificate(program, file)?;
    let own = lifecycle::certificate(program, certificate.certified_on);
    if own.expires == certificate.expires {
        return Some(certificate.certified_on);
    }
    let before = file.case.dates.certified_on?;
    Some(lifecycle::certificate(program, before).expires)
}

fn before_start(file: &CaseFile) -> (Party, Move) {
    use crate::certification::case::Verification;
    match &file.attestation {
        AttestationReview::Missing | AttestationReview::Returned { .. } => {
            return (Party::Publisher, Move::Attest);
        }
        AttestationReview::Submitted => return (Party::Analyst, Move::ReviewAttestation),
        AttestationReview::Approved => {}
    }
    match &file.case.verification {
        Verification::Unverified | Verification::Withdrawn => (Party::Analyst, Move::Verify),
        Verification::Verified { .. } | Verification::NotApplicable { .. } => {
            (Party::Publisher, Move::Start)
        }
    }
}
