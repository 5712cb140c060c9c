//! What a case is made of on the desk.

use std::collections::{BTreeMap, BTreeSet};

use crate::certification::case::{Case, ExternalReport};
use crate::day::Day;
use crate::id::Id;
use crate::instant::Instant;
use crate::word::words;

use super::act::{Actor, FileRef, Grounds, Interest, Recorded, Ruling};
use super::thread::{Pending, Thread};

words! {
    /// The stage of a case.
    pub enum Stage {
        /// Nobody started it.
        NotStarted = "not_started",
        /// The publisher gathers the initial documents.
        InitialDocuments = "initial_documents",
        /// The analyst looks at the initial documents.
        DocumentsReview = "documents_review",
        /// The clock runs, evidence comes in and is reviewed, round by round.
        EvidenceOpen = "evidence_open",
        /// All evidence is in, the decision is due.
        FinalReview = "final_review",
        /// A decision is proposed, the second person is asked.
        DecisionProposed = "decision_proposed",
        /// The app is certified.
        Certified = "certified",
        /// The app is rejected.
        Rejected = "rejected",
        /// The time ran out.
        FailedTimeout = "failed_timeout",
        /// The publisher ended it.
        Withdrawn = "withdrawn",
        /// The certificate was revoked for a cause.
        Revoked = "revoked",
    }
}

impl Stage {
    /// Whether nothing can be handed in or reviewed any more.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(
            self,
            Self::Certified
                | Self::Rejected
                | Self::FailedTimeout
                | Self::Withdrawn
                | Self::Revoked
        )
    }

    /// Whether the clock of the assessment runs.
    #[must_use]
    pub const fn is_assessment(self) -> bool {
        matches!(self, Self::EvidenceOpen | Self::FinalReview | Self::DecisionProposed)
    }
}

/// Where the attestation stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum AttestationReview {
    /// There is none.
    #[default]
    Missing,
    /// It waits for the analyst.
    Submitted,
    /// It was given back.
    Returned {
        /// Why.
        reason: String,
    },
    /// It is accepted for its form.
    Approved,
}

/// An initial document on the desk.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentPiece {
    /// The id in the case: `D1`.
    pub id: Id,
    /// Which document.
    pub kind: Id,
    /// Its path among the files of the case.
    pub path: String,
    /// The day it is of.
    pub dated_on: Option<Day>,
    /// Who handed it in.
    pub by: Actor,
    /// When.
    pub at: Instant,
    /// Why the analyst gave it back, until the documents are handed in again.
    pub returned: Option<String>,
    /// Whether it was taken back.
    pub removed: bool,
}

/// A piece of evidence on the desk. What is said of it stands in the facts of the case while it
/// counts there.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidencePiece {
    /// The id in the case: `E1`.
    pub id: Id,
    /// Its path among the files of the case.
    pub path: String,
    /// The facts as they were handed in.
    pub facts: crate::certification::case::Evidence,
    /// Who handed it in.
    pub by: Actor,
    /// When.
    pub at: Instant,
    /// Which version, from 1.
    pub version: u32,
    /// The piece whose newer version this is.
    pub replaces: Option<Id>,
    /// The newer version.
    pub replaced_by: Option<Id>,
    /// Whether it was taken back.
    pub removed: bool,
}

impl EvidencePiece {
    /// Whether it is the newest version and was not taken back.
    #[must_use]
    pub const fn is_current(&self) -> bool {
        self.replaced_by.is_none() && !self.removed
    }
}

/// How far a control has come on the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// When it was last handed in for review; `None` is never.
    pub submitted_at: Option<Instant>,
    /// How often it was handed in.
    pub rounds: u32,
    /// Whether it waits for the analyst.
    pub waits: bool,
    /// When the analyst last gave a verdict.
    pub judged_at: Option<Instant>,
}

words! {
    /// Where a penetration test through the program stands.
    #[derive(Default)]
    pub enum PentestStage {
        /// Nobody asked for one.
        #[default]
        None = "none",
        /// It waits until enough controls are approved.
        Requested = "requested",
        /// Days and price are known.
        Scoped = "scoped",
        /// A day is booked.
        Booked = "booked",
        /// It was cancelled.
        Cancelled = "cancelled",
        /// The report is there.
        Reported = "reported",
    }
}

/// How much testing, and what it costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PentestScope {
    /// The testing firm.
    pub firm: String,
    /// Days of testing.
    pub days: u16,
    /// The price of a day, in hundredths.
    pub day_rate: u64,
    /// The currency.
    pub currency: String,
}

impl PentestScope {
    /// The price of all days, in hundredths: what fees are counted from.
    #[must_use]
    pub fn price(&self) -> u64 {
        self.day_rate.saturating_mul(u64::from(self.days))
    }
}

/// A fee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// When.
    pub at: Instant,
    /// Charged as moving or as cancelling.
    pub charged_as: crate::certification::booking::Request,
    /// The fee in per cent of the price.
    pub percent: u8,
    /// The price that it is counted from, in hundredths.
    pub base: u64,
    /// The fee, in hundredths.
    pub amount: u64,
}

/// A penetration test through the program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pentest {
    /// Where it stands.
    pub stage: PentestStage,
    /// Days and price.
    pub scope: Option<PentestScope>,
    /// The booked first day.
    pub starts_on: Option<Day>,
    /// Fees so far.
    pub charges: Vec<Charge>,
}

/// What was said of something besides the facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// Whether it is fine.
    pub fine: bool,
    /// Why.
    pub reason: String,
    /// Who said it.
    pub by: Actor,
    /// When.
    pub at: Instant,
}

/// A proposed decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Which.
    pub ruling: Ruling,
    /// Words for the letter.
    pub words: String,
    /// What it rests on.
    pub grounds: Grounds,
    /// Who proposed it.
    pub by: Actor,
    /// When.
    pub at: Instant,
}

/// A decision: a proposal that a second person confirmed.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// The proposal.
    pub proposal: Proposal,
    /// Who confirmed it.
    pub by: Actor,
    /// When.
    pub at: Instant,
}

/// How a case ended without or after a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// How: timed out, withdrawn or revoked.
    pub stage: Stage,
    /// Why; empty for a timeout.
    pub reason: String,
    /// When.
    pub at: Instant,
}

/// A case on the desk: what its acts add up to.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseFile {
    /// The id.
    pub id: String,
    /// The publisher's organization.
    pub organization: String,
    /// The program.
    pub framework: Id,
    /// The edition that it is pinned to.
    pub edition: String,
    /// When it was opened.
    pub opened_at: Instant,
    /// By whom.
    pub opened_by: Actor,
    /// The number of the last act.
    pub number: u64,
    /// When that was.
    pub changed_at: Instant,
    /// The number of the last act that others see: not words and verdicts that somebody keeps back,
    /// and not internal words. Who saw the case since then saw all that matters.
    pub settled: u64,
    /// The accounts that acted for the publisher; none of them judges the case.
    pub publishers: BTreeSet<String>,
    /// The facts that decide.
    pub case: Case,
    /// The files, by the paths that the facts name.
    pub files: BTreeMap<String, FileRef>,
    /// Where the attestation stands.
    pub attestation: AttestationReview,
    /// Whether the documents are handed in and wait for the analyst.
    pub documents_submitted: bool,
    /// Why the documents were given back.
    pub documents_returned: Option<String>,
    /// All documents, also those taken back.
    pub documents: Vec<DocumentPiece>,
    /// All evidence, also replaced and taken back.
    pub pieces: Vec<EvidencePiece>,
    /// How far each control has come.
    pub progress: BTreeMap<Id, Progress>,
    /// Conversations.
    pub threads: Vec<Thread>,
    /// What each analyst keeps back, by account.
    pub pending: BTreeMap<String, Vec<Pending>>,
    /// Who works on it for the certification body: account and name.
    pub analyst: Option<(String, String)>,
    /// The penetration test through the program.
    pub pentest: Pentest,
    /// What was said of outside connections, by host.
    pub services: BTreeMap<String, Opinion>,
    /// What was said of permissions, by name in lower case.
    pub permissions: BTreeMap<String, Opinion>,
    /// External reports that the analyst set aside, by path.
    pub set_aside: BTreeMap<String, (ExternalReport, Opinion)>,
    /// Declared interests, by account.
    pub interests: BTreeMap<String, (Interest, String)>,
    /// The proposal that waits for the second person.
    pub proposal: Option<Proposal>,
    /// Why the last proposal was sent back.
    pub proposal_returned: Option<String>,
    /// The decision.
    pub decision: Option<Decision>,
    /// How it ended otherwise.
    pub ended: Option<Ended>,
}

impl CaseFile {
    /// The case that recorded acts add up to; `None` unless the first one opens it.
    #[must_use]
    pub fn of(id: &str, organization: &str, recorded: &[Recorded]) -> Option<Self> {
        let (first, rest) = recorded.split_first()?;
        let mut file = Self::open(id, organization, first)?;
        for one in rest {
            file.fold(one);
        }
        Some(file)
    }

    /// The stage.
    #[must_use]
    pub fn stage(&self) -> Stage {
        if let Some(ended) = &self.ended {
            return ended.stage;
        }
        if let Some(decision) = &self.decision {
            return match decision.proposal.ruling {
                Ruling::Certify => Stage::Certified,
                Ruling::Reject => Stage::Rejected,
            };
        }
        let dates = &self.case.dates;
        if self.proposal.is_some() {
            return Stage::DecisionProposed;
        }
        if dates.documents_accepted_on.is_some() {
            let complete = dates.evidence_complete_on.is_some();
            return if complete { Stage::FinalReview } else { Stage::EvidenceOpen };
        }
        if dates.started_on.is_none() {
            return Stage::NotStarted;
        }
        if self.documents_submitted { Stage::DocumentsReview } else { Stage::InitialDocuments }
    }

    /// The day that the case is judged by: today, while it goes on; the day that its decision rests
    /// on, or else that of its end, from then on.
    #[must_use]
    pub fn judged_on(&self, today: Day) -> Day {
        match &self.decision {
            Some(decision) => decision.proposal.grounds.assessed_on,
            None if self.stage().is_over() => self.changed_at.day(),
            None => today,
        }
    }

    /// The piece of evidence with an id.
    #[must_use]
    pub fn piece(&self, id: &Id) -> Option<&EvidencePiece> {
        self.pieces.iter().find(|piece| piece.id == *id)
    }

    /// The document with an id, unless it was taken back.
    #[must_use]
    pub fn document(&self, id: &Id) -> Option<&DocumentPiece> {
        self.documents.iter().find(|piece| piece.id == *id && !piece.removed)
    }

    /// The thread with an id.
    #[must_use]
    pub fn thread(&self, id: &Id) -> Option<&Thread> {
        self.threads.iter().find(|thread| thread.id == *id)
    }

    /// The current evidence for a control, newest first.
    pub fn evidence_for<'f>(
        &'f self,
        control: &'f Id,
    ) -> impl Iterator<Item = &'f EvidencePiece> + 'f {
        let is_for = move |piece: &&EvidencePiece| {
            piece.is_current() && piece.facts.targets.iter().any(|it| it.control == *control)
        };
        self.pieces.iter().rev().filter(is_for)
    }

    /// The threads about a control, a screen or the case; the form of [`Said::about`].
    ///
    /// [`Said::about`]: super::act::Said::about
    pub fn threads_about<'f>(&'f self, about: &'f str) -> impl Iterator<Item = &'f Thread> + 'f {
        self.threads.iter().filter(move |thread| thread.about == about)
    }

    /// How a control is named in [`Said::about`](super::act::Said::about).
    #[must_use]
    pub fn about_control(control: &Id) -> String {
        format!("control:{control}")
    }
}
