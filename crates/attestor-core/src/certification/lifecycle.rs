//! The life of a certificate: reminders, renewal, grace, expiry, revocation.
//!
//! Source: framework overview, "review and recertification"; acceptance G.

use crate::day::{Day, Length};
use crate::framework::{Framework, WindowId};
use crate::party::Party;
use crate::word::words;

/// The days that follow from a certificate's own day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The day of the decision.
    pub certified_on: Day,
    /// The last day of the certificate, inclusive: the first anniversary.
    pub expires: Day,
    /// The first day on which a renewal may start.
    pub recertification_opens: Day,
    /// The days of the reminders, earliest first.
    pub reminders: Vec<Day>,
}

/// The days of a certificate that was decided on `certified_on`.
#[must_use]
pub fn certificate(program: &Framework, certified_on: Day) -> Certificate {
    expiring(
        program,
        certified_on,
        program.windows.get(WindowId::CertificateValidity).last_day(certified_on),
    )
}

/// The days of a certificate with a given last day.
#[must_use]
pub fn expiring(program: &Framework, certified_on: Day, expires: Day) -> Certificate {
    let before = |days: u16| expires.plus_days(-i32::from(days));
    let opens = match program.windows.get(WindowId::Recertification).length {
        Length::Days(days) => before(days),
        // INVARIANT: loading refuses a renewal window in months or years.
        Length::Months(_) | Length::Years(_) => expires,
    };
    let reminders = program.windows.reminders_days.iter().map(|&days| before(days)).collect();
    Certificate { certified_on, expires, recertification_opens: opens, reminders }
}

words! {
    /// Where a certificate stands.
    pub enum CertificateState {
        /// It holds.
        Certified = "certified",
        /// Its day is over, and its renewal is still being decided: it is shown as such.
        InProgress = "recertification_in_progress",
        /// It ended without a renewal: badge, page and the right to the logo are gone.
        RevokedExpired = "revoked_expired",
        /// It was revoked for a cause.
        Revoked = "revoked",
    }
}

impl CertificateState {
    /// Whether badge, page and the right to the logo hold. Source: acceptance G4, G6.
    #[must_use]
    pub const fn is_shown(self) -> bool {
        match self {
            Self::Certified | Self::InProgress => true,
            Self::RevokedExpired | Self::Revoked => false,
        }
    }

    /// Whose move it is.
    #[must_use]
    pub const fn whose_move(self) -> Party {
        match self {
            Self::Certified | Self::RevokedExpired | Self::Revoked => Party::Publisher,
            Self::InProgress => Party::Analyst,
        }
    }
}

/// What happened to the renewal of a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Renewal {
    /// The initial documents of the renewal were accepted.
    pub documents_accepted_on: Option<Day>,
    /// The renewal was approved.
    pub approved_on: Option<Day>,
    /// The certificate was revoked for a cause.
    pub revoked_on: Option<Day>,
}

/// The last day on which a certificate is shown while its renewal is being decided: the end of the
/// renewal's own assessment, if its documents were accepted by the day of expiry; else the day of
/// expiry itself.
#[must_use]
pub fn grace_ends(program: &Framework, certificate: &Certificate, renewal: &Renewal) -> Day {
    let accepted =
        renewal.documents_accepted_on.filter(|&accepted_on| accepted_on <= certificate.expires);
    let end =
        accepted.map(|accepted_on| program.windows.get(WindowId::Assessment).last_day(accepted_on));
    end.map_or(certificate.expires, |end| end.max(certificate.expires))
}

/// The last day of the next certificate. The anniversary stays when the renewal is approved before
/// the expiry or inside the grace; after a lapse the year counts from the new decision.
#[must_use]
pub fn renewed_until(
    program: &Framework,
    certificate: &Certificate,
    renewal: &Renewal,
) -> Option<Day> {
    let approved_on = renewal.approved_on?;
    let validity = program.windows.get(WindowId::CertificateValidity);
    let in_time = approved_on <= grace_ends(program, certificate, renewal);
    Some(validity.last_day(if in_time { certificate.expires } else { approved_on }))
}

/// Where a certificate stands on `today`.
#[must_use]
pub fn state(
    program: &Framework,
    certificate: &Certificate,
    renewal: &Renewal,
    today: Day,
) -> CertificateState {
    if renewal.revoked_on.is_some_and(|revoked_on| revoked_on <= today) {
        return CertificateState::Revoked;
    }
    let renewed = renewal.approved_on.is_some_and(|approved_on| approved_on <= today);
    let until = if renewed { renewed_until(program, certificate, renewal) } else { None };
    if today <= until.unwrap_or(certificate.expires) {
        return CertificateState::Certified;
    }
    if until.is_none() && today <= grace_ends(program, certificate, renewal) {
        return CertificateState::InProgress;
    }
    CertificateState::RevokedExpired
}
