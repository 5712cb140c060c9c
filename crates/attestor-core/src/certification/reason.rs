//! How a rule explains itself: its id and the facts it looked at. Words for people are in `locales/`.

use std::fmt::Display;

use crate::word::words;

words! {
    /// The id of a rule that said something. Ids are never reused for another meaning.
    pub enum RuleId {
        // Start
        /// The publisher is not verified.
        PublisherUnverified = "publisher-unverified",
        /// The publisher's verification was withdrawn.
        PublisherWithdrawn = "publisher-withdrawn",
        /// There is no attestation.
        AttestationMissing = "attestation-missing",
        /// The attestation has no day of submission.
        AttestationUndated = "attestation-undated",
        /// The attestation is of a day that has not come.
        AttestationFuture = "attestation-future",
        /// The attestation is too old to start with.
        AttestationStale = "attestation-stale",
        /// Two answers of the attestation do not go together.
        AttestationInconsistent = "attestation-inconsistent",
        /// The terms are not accepted.
        ConsentMissing = "consent-missing",
        /// Another case of the app is open.
        OtherCaseOpen = "other-case-open",
        /// The certificate's renewal may not start yet.
        RecertificationTooEarly = "recertification-too-early",
        // Scope
        /// No environment is described.
        ScopeMissing = "scope-missing",
        /// A disaster-recovery site exists and is not described.
        RecoverySiteMissing = "recovery-site-missing",
        /// A remote backup site exists and is not described.
        BackupSiteMissing = "backup-site-missing",
        /// An environment in scope has no component in the inventory.
        InventoryMissing = "inventory-missing",
        /// A hosting type needs the program owner's decision.
        HostingNeedsDecision = "hosting-needs-decision",
        /// A hosting type is several, so each part is described by itself.
        HostingNeedsParts = "hosting-needs-parts",
        /// A connected environment is in scope.
        ConnectionInScope = "connection-in-scope",
        /// A connected environment is out of scope.
        ConnectionOutOfScope = "connection-out-of-scope",
        /// A connection outside the platform is not explained.
        ConnectionUnexplained = "connection-unexplained",
        /// The inventory changed after the sample was drawn.
        SampleOutdated = "sample-outdated",
        // Documents
        /// A document is missing.
        DocumentMissing = "document-missing",
        /// A document is too old.
        DocumentStale = "document-stale",
        /// A document that must be dated has no date.
        DocumentUndated = "document-undated",
        /// A document is of a day that has not come.
        DocumentFuture = "document-future",
        // Applicability
        /// A condition of the control does not hold.
        ConditionFalse = "condition-false",
        /// A condition of the control is not known, so the control applies.
        ConditionUnknown = "condition-unknown",
        /// The control is not asked of the hosting types in scope.
        HostingNotApplicable = "hosting-not-applicable",
        /// An accepted report on the platform shows the control.
        HostingProvider = "hosting-provider",
        /// The provider's share is not shown by an accepted report on the platform.
        PlatformReportMissing = "platform-report-missing",
        // Evidence
        /// Nothing was handed in for the part.
        EvidenceNone = "evidence-none",
        /// A piece of evidence is too old.
        EvidenceStale = "evidence-stale",
        /// A piece of evidence was captured after the day of the assessment.
        EvidenceFuture = "evidence-future",
        /// A piece of evidence is of a kind that does not count for the control.
        EvidenceKind = "evidence-kind",
        /// A piece of evidence has a form that its kind does not allow.
        EvidenceForm = "evidence-form",
        /// A piece of evidence does not show what its form must show.
        EvidenceShows = "evidence-shows",
        /// A process that is no longer new is shown by one run only.
        EvidenceHistory = "evidence-history",
        /// Sampled components are not covered.
        EvidenceSample = "evidence-sample",
        /// A piece of evidence does not state a figure that the part asks for.
        EvidenceFigureMissing = "evidence-figure-missing",
        /// A stated figure breaks its bound.
        EvidenceFigureBroken = "evidence-figure-broken",
        /// Evidence shows the control.
        MetByEvidence = "met-by-evidence",
        /// Facts of the case show the control.
        MetByFacts = "met-by-facts",
        /// An accepted external report shows the control.
        MetByExternal = "met-by-external",
        /// Another path of the control's group is met.
        MetByAlternative = "met-by-alternative",
        /// The publisher declares that the control is not in place.
        DeclaredAbsent = "declared-absent",
        // Review
        /// The analyst failed the control.
        ReviewFailed = "review-failed",
        /// The analyst asked for a revision.
        ReviewRevision = "review-revision",
        /// The analyst took the control out of scope.
        ReviewNotApplicable = "review-not-applicable",
        // Penetration test
        /// A test is required and no report is there.
        PentestReportMissing = "pentest-report-missing",
        /// The test ended too long ago.
        PentestReportStale = "pentest-report-stale",
        /// The test ends on a day that has not come.
        PentestFuture = "pentest-future",
        /// The report is of an automatic scan.
        PentestNotManual = "pentest-not-manual",
        /// The testing firm is not independent.
        PentestNotIndependent = "pentest-not-independent",
        /// The test lacks a mode or an infrastructure.
        PentestIncomplete = "pentest-incomplete",
        /// A public address is not in the test's scope.
        PentestFootprint = "pentest-footprint",
        /// The internal network was not tested.
        PentestInternal = "pentest-internal",
        /// The report does not cover the vulnerability classes of a known list.
        PentestClasses = "pentest-classes",
        /// The test did not try to cross the segmentation.
        PentestSegmentation = "pentest-segmentation",
        /// The test ran on another environment than the live one.
        PentestEnvironment = "pentest-environment",
        /// A serious finding was not fixed in time.
        PentestFixLate = "pentest-fix-late",
        /// A serious finding was not retested by the testing firm.
        PentestNotRetested = "pentest-not-retested",
        /// A finding of a class that fails at once is open.
        PentestFindingOpen = "pentest-finding-open",
        // Permissions
        /// A requested permission is implied by another one.
        PermissionImplied = "permission-implied",
        /// A permission's reason does not name a feature.
        PermissionUnjustified = "permission-unjustified",
        /// A permission was judged over-broad and is still requested.
        PermissionOverBroad = "permission-over-broad",
        /// Requested permissions and attested permissions differ.
        PermissionDifference = "permission-difference",
        /// The requested permissions are not in the dossier.
        PermissionsMissing = "permissions-missing",
        // External frameworks
        /// The report is accepted.
        ExternalAccepted = "external-accepted",
        /// The framework is not one of the program's.
        ExternalUnknown = "external-unknown",
        /// The report type does not count.
        ExternalType = "external-type",
        /// The assessor does not count.
        ExternalAssessor = "external-assessor",
        /// The level does not count.
        ExternalLevel = "external-level",
        /// The package does not count.
        ExternalPackage = "external-package",
        /// Certificates to the edition ended.
        ExternalEditionEnded = "external-edition-ended",
        /// The statement of applicability belongs to another edition.
        ExternalSoaRows = "external-soa-rows",
        /// The report does not cover the app's environment and processes.
        ExternalScope = "external-scope",
        /// The report was issued too long ago.
        ExternalIssued = "external-issued",
        /// The report's period began too long ago.
        ExternalPeriod = "external-period",
        /// The report is too old.
        ExternalAge = "external-age",
        /// The report is too old even for a running reassessment.
        ExternalReassessmentAge = "external-reassessment-age",
        /// The report's day lies in the future.
        ExternalFuture = "external-future",
        /// The attestation claims a framework, and no papers are there.
        ExternalClaimUnproved = "external-claim-unproved",
        // Decision
        /// A condition that fails outright.
        HardFail = "hard-fail",
        /// A domain is below its pass mark.
        DomainBelowMark = "domain-below-mark",
        /// The time for the assessment is over.
        TimedOut = "timed-out",
        /// Everything holds.
        AllHolds = "all-holds",
    }
}

impl RuleId {
    /// Whether the rule says what shows a control.
    #[must_use]
    pub const fn is_met(self) -> bool {
        matches!(
            self,
            Self::MetByEvidence | Self::MetByFacts | Self::MetByExternal | Self::HostingProvider
        )
    }
}

/// Why something is so: a rule and the facts it looked at, in a fixed order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    /// The rule.
    pub rule: RuleId,
    /// Named facts. Names are those of the rule's phrase in `locales/`.
    pub facts: Vec<(&'static str, String)>,
}

impl Reason {
    /// A reason without facts.
    #[must_use]
    pub const fn new(rule: RuleId) -> Self {
        Self { rule, facts: Vec::new() }
    }

    /// The same reason with one more fact.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Display) -> Self {
        self.facts.push((name, value.to_string()));
        self
    }
}
