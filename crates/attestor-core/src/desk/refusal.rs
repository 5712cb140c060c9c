//! Why an act is not done.

use std::fmt::Display;

use crate::certification::reason::Reason;
use crate::word::words;

words! {
    /// The rule that refuses an act. Ids are never reused for another meaning; words for people are in
    /// `locales/`.
    pub enum Rule {
        /// Acts of this kind are done on another side of the desk.
        WrongSide = "wrong-side",
        /// The case is not in the stage of this act.
        WrongStage = "wrong-stage",
        /// The case is decided or ended.
        CaseEnded = "case-ended",
        /// The time for the assessment is over.
        TimeOver = "time-over",
        /// The deadline has not passed yet.
        TimeNotOver = "time-not-over",
        /// Something that the act names is not there.
        NotThere = "not-there",
        /// Something that the act names is not one of the edition's.
        NotOfEdition = "not-of-edition",
        /// Words are missing.
        WordsMissing = "words-missing",
        /// Words are too long.
        WordsTooLong = "words-too-long",
        /// A list is longer than it may be.
        TooMany = "too-many",
        /// Two rows of a list have the same id.
        Twice = "twice",
        /// What stands against the start; the reasons say it.
        NotStartable = "not-startable",
        /// The attestation waits for its review.
        AttestationUnreviewed = "attestation-unreviewed",
        /// Documents are missing or do not count; the reasons say which.
        DocumentsLacking = "documents-lacking",
        /// Nothing was handed in for the control.
        NothingHandedIn = "nothing-handed-in",
        /// The control was not handed in for review.
        NotSubmitted = "not-submitted",
        /// What was handed in does not show the control; the reasons say why.
        NotShown = "not-shown",
        /// The scope was fixed with the initial documents: it grows, and does not shrink.
        ScopeFixed = "scope-fixed",
        /// The control is not asked of this app.
        NotApplicable = "not-applicable",
        /// Controls wait for the analyst.
        ControlsWaiting = "controls-waiting",
        /// The control is already handed in.
        AlreadySubmitted = "already-submitted",
        /// The piece counts for an approved control; it is replaced, not taken away.
        EvidenceInUse = "evidence-in-use",
        /// Internal words are for the certification body.
        InternalNotYours = "internal-not-yours",
        /// Nothing is kept back.
        NothingKept = "nothing-kept",
        /// The thread is already so.
        AlreadySo = "already-so",
        /// Too few controls are approved for a test.
        PentestTooEarly = "pentest-too-early",
        /// The fee is another one than was shown.
        FeeChanged = "fee-changed",
        /// The day lies in the past.
        DayPast = "day-past",
        /// The day lies in the future.
        DayFuture = "day-future",
        /// Who acts has not declared whether there is an interest.
        InterestUndeclared = "interest-undeclared",
        /// Who acts has an interest in the outcome.
        InterestConflict = "interest-conflict",
        /// The second person must be another one.
        SamePerson = "same-person",
        /// The assessment does not allow the ruling; the reasons say why.
        RulingNotAllowed = "ruling-not-allowed",
        /// The assessment changed since it was looked at.
        AssessmentChanged = "assessment-changed",
        /// There is no proposal.
        NoProposal = "no-proposal",
        /// A proposal waits for the second person.
        ProposalWaiting = "proposal-waiting",
    }
}

/// Why an act is not done: a rule, the facts it looked at, and reasons of the assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The rule.
    pub rule: Rule,
    /// Named facts, for the phrase of the rule.
    pub facts: Vec<(&'static str, String)>,
    /// What the assessment says, where it decides.
    pub reasons: Vec<Reason>,
}

impl Refusal {
    /// A refusal without facts.
    #[must_use]
    pub const fn new(rule: Rule) -> Self {
        Self { rule, facts: Vec::new(), reasons: Vec::new() }
    }

    /// The same with one more fact.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Display) -> Self {
        self.facts.push((name, value.to_string()));
        self
    }

    /// The same with reasons of the assessment.
    #[must_use]
    pub fn because(mut self, reasons: impl IntoIterator<Item = Reason>) -> Self {
        self.reasons.extend(reasons);
        self
    }
}
