//! How long evidence is kept, and what may be taken over from another app.
//!
//! Source: submission guide 2022, "cloning" and questions and answers; acceptance D6 to D8.

use crate::day::Day;
use crate::framework::{Framework, WindowId};
use crate::word::words;

use super::lifecycle::CertificateState;

/// The day on which the content of evidence is erased. Its digest and the decision stay.
#[must_use]
pub fn erased_on(program: &Framework, submitted_on: Day) -> Day {
    program.windows.get(WindowId::EvidenceErasure).last_day(submitted_on)
}

words! {
    /// The family of an app for taking over documents and evidence.
    pub enum CloneFamily {
        /// Apps inside Microsoft 365.
        M365 = "m365",
        /// Web apps.
        SaaS = "saas",
    }
}

words! {
    /// Why documents and evidence may not be taken over.
    pub enum CloneRefusal {
        /// The app it comes from is not certified.
        SourceNotCertified = "source-not-certified",
        /// The two apps are of different families.
        AcrossFamilies = "across-families",
    }
}

/// Whether documents and evidence may be taken over from one app to another. The source must hold a
/// certificate in its own time: one in its grace, or an open case, is not enough. Evidence keeps its
/// capture date, so its age is judged anew.
///
/// # Errors
/// The first rule that refuses.
pub const fn may_clone(
    source: Option<CertificateState>,
    from: CloneFamily,
    to: CloneFamily,
) -> Result<(), CloneRefusal> {
    match source {
        Some(CertificateState::Certified) => {}
        Some(
            CertificateState::InProgress
            | CertificateState::RevokedExpired
            | CertificateState::Revoked,
        )
        | None => return Err(CloneRefusal::SourceNotCertified),
    }
    match (from, to) {
        (CloneFamily::M365, CloneFamily::M365) | (CloneFamily::SaaS, CloneFamily::SaaS) => Ok(()),
        (CloneFamily::M365, CloneFamily::SaaS) | (CloneFamily::SaaS, CloneFamily::M365) => {
            Err(CloneRefusal::AcrossFamilies)
        }
    }
}
