//! Where certificates and audit cycles stand on a day.

use crate::day::Day;
use crate::id::Id;
use crate::word::words;

use super::document::{Certificate, ReportKind, State};
use super::model::{Edition, Offering, Trust};

/// How long before its last day a certificate is said to be expiring, in days, inclusive.
/// Source: compliance offerings, section 3.
pub const EXPIRING_DAYS: i32 = 90;

words! {
    /// Where a certificate stands on a day.
    pub enum Standing {
        /// It is being prepared.
        Draft = "draft",
        /// Its first day is still to come.
        Future = "future",
        /// It holds.
        Published = "published",
        /// It holds, and its last day is at most 90 days away.
        Expiring = "expiring",
        /// Its last day, or that of its edition, is over.
        Expired = "expired",
        /// A newer one took its place.
        Superseded = "superseded",
        /// It was taken back.
        Withdrawn = "withdrawn",
        /// It names no last day, so nobody can rest on it.
        Undated = "undated",
    }
}

impl Standing {
    /// Whether somebody may rest on the certificate.
    #[must_use]
    pub const fn holds(self) -> bool {
        matches!(self, Self::Published | Self::Expiring)
    }
}

/// The last day of a certificate, inclusive: its own, or that of its edition if that is earlier.
#[must_use]
pub fn last_day(certificate: &Certificate, edition: Option<&Edition>) -> Option<Day> {
    let own = certificate.expires.as_ref().map(|it| it.value);
    own.into_iter().chain(edition.and_then(|it| it.ends)).min()
}

/// Where a certificate stands on a day.
#[must_use]
pub fn standing(certificate: &Certificate, edition: Option<&Edition>, day: Day) -> Standing {
    match certificate.state {
        State::Draft => return Standing::Draft,
        State::Superseded => return Standing::Superseded,
        State::Withdrawn => return Standing::Withdrawn,
        State::Published => {}
    }
    let last = last_day(certificate, edition);
    if last.is_some_and(|last| day > last) {
        return Standing::Expired;
    }
    let (Some(last), Some(_)) = (last, &certificate.expires) else { return Standing::Undated };
    if certificate.issued.as_ref().is_some_and(|issued| day < issued.value) {
        return Standing::Future;
    }
    if day.days_until(last) <= EXPIRING_DAYS {
        return Standing::Expiring;
    }
    Standing::Published
}

/// Where the audit cycle of an offering stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "cycle", rename_all = "kebab-case")]
pub enum Cycle {
    /// No audit is known.
    Unknown,
    /// The next audit is due by this day, inclusive.
    Running {
        /// The newest audit.
        last: Day,
        /// The day.
        due: Day,
    },
    /// The next audit was due by this day.
    Overdue {
        /// The newest audit.
        last: Day,
        /// The day.
        due: Day,
    },
}

/// Where the audit cycle of an offering stands on a day. Audits are those that it names itself, the
/// issue and the surveillance of its certificates, and its audit reports; later ones do not count.
/// A bridge letter is no audit.
#[must_use]
pub fn cycle(trust: &Trust, offering: &Offering, day: Day) -> Cycle {
    let Some(last) = audits(trust, offering).filter(|&audit| audit <= day).max() else {
        return Cycle::Unknown;
    };
    let due = last.plus_months(offering.cycle_months);
    if day > due { Cycle::Overdue { last, due } } else { Cycle::Running { last, due } }
}

fn audits<'a>(trust: &'a Trust, offering: &'a Offering) -> impl Iterator<Item = Day> + 'a {
    let is_own = move |id: &Id| *id == offering.id.value;
    let certificates = trust
        .certificates
        .iter()
        .filter(move |it| is_own(&it.offering.value) && it.state != State::Draft)
        .flat_map(|it| it.issued.iter().chain(&it.surveillance));
    let reports = trust.reports.iter().filter(move |it| {
        let counts = matches!(it.kind, ReportKind::Assessment | ReportKind::Soc);
        counts && it.state != State::Draft && is_own(&it.offering.value)
    });
    let reports = reports.filter_map(|it| it.issued.as_ref().or(it.period_to.as_ref()));
    offering.audits.iter().chain(certificates).chain(reports).map(|it| it.value)
}

#[cfg(test)]
mod tests;
