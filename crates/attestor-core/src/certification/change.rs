//! Changes of a certified app: which must be reported. Source: submission guide 2022, glossary;
//! acceptance G11, G12.

use crate::party::Party;
use crate::word::words;

words! {
    /// A change of a certified app.
    pub enum ChangeKind {
        /// Hosting moved to another provider or type.
        HostingMove = "hosting-move",
        /// The supporting infrastructure had a major upgrade.
        InfrastructureUpgrade = "infrastructure-upgrade",
        /// Features or extensions were added.
        FeatureAdded = "feature-added",
        /// More sensitive data is captured.
        SensitiveData = "sensitive-data",
        /// The flow of data changed.
        DataFlow = "data-flow",
        /// The authorization model changed.
        AuthorizationModel = "authorization-model",
        /// API endpoints or functions were added.
        ApiAdded = "api-added",
        /// A small bug was fixed.
        BugFix = "bug-fix",
        /// Something became a little faster.
        SpeedUp = "speed-up",
        /// Operating systems, libraries, clients or servers were patched.
        Patch = "patch",
    }
}

impl ChangeKind {
    /// Whether the program must be told outside a renewal.
    #[must_use]
    pub const fn needs_notice(self) -> bool {
        match self {
            Self::HostingMove
            | Self::InfrastructureUpgrade
            | Self::FeatureAdded
            | Self::SensitiveData
            | Self::DataFlow
            | Self::AuthorizationModel
            | Self::ApiAdded => true,
            Self::BugFix | Self::SpeedUp | Self::Patch => false,
        }
    }
}

words! {
    /// What became of a reported change.
    pub enum ChangeState {
        /// It was reported; the analyst decides.
        Reported = "change_reported",
        /// Nothing follows.
        NoAction = "no_action",
        /// What changed is assessed again.
        DeltaReview = "delta_review",
        /// Everything is assessed again.
        FullReassessment = "full_reassessment",
        /// It should have been reported and was not: the analyst may revoke.
        NoticeMissed = "notice_missed",
    }
}

impl ChangeState {
    /// Whose move it is.
    #[must_use]
    pub const fn whose_move(self) -> Party {
        match self {
            Self::Reported | Self::NoticeMissed => Party::Analyst,
            Self::NoAction => Party::Nobody,
            Self::DeltaReview | Self::FullReassessment => Party::Publisher,
        }
    }
}

/// Where a change stands that nobody has decided yet; `None` when no notice is due.
#[must_use]
pub const fn undecided(kind: ChangeKind, notice: Notice) -> Option<ChangeState> {
    match (kind.needs_notice(), notice) {
        (false, _) => None,
        (true, Notice::Given) => Some(ChangeState::Reported),
        (true, Notice::Missing) => Some(ChangeState::NoticeMissed),
    }
}

words! {
    /// Whether the publisher told the program about a change.
    pub enum Notice {
        /// It did.
        Given = "given",
        /// It did not.
        Missing = "missing",
    }
}
