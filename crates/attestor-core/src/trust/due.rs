//! What time alone does to a portal: certificates that end, services that leave, audits that are
//! late.

use crate::day::Day;
use crate::id::Id;
use crate::word::words;

use super::change::ItemKind;
use super::document::State;
use super::model::{InScope, Offering, Trust};
use super::standing::{Cycle, Standing, cycle, last_day, standing};

words! {
    /// What time did.
    pub enum DueKind {
        /// A certificate ends within 90 days.
        CertificateExpiring = "certificate-expiring",
        /// A certificate has ended.
        CertificateExpired = "certificate-expired",
        /// A service is in scope no more.
        ServiceLeft = "service-left",
        /// No certificate to the edition counts any more.
        EditionEnded = "edition-ended",
        /// The next audit is late.
        OfferingOverdue = "offering-overdue",
    }
}

/// Something that time did, and that still is so.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Due {
    /// What.
    pub kind: DueKind,
    /// The kind of the item that it happened to.
    pub item_kind: ItemKind,
    /// The item.
    pub item: Id,
    /// The offering that the item belongs to.
    pub offering: Id,
    /// The last good day: of the certificate, of the service in scope, of the edition; or the day by
    /// which the audit was due.
    pub last: Day,
    /// The service and the cloud that left.
    pub service: Option<(Id, Id)>,
}

impl Due {
    /// The name under which it is told once: the same thing has the same name on every day.
    #[must_use]
    pub fn key(&self) -> String {
        let Self { kind, item_kind, item, last, service, .. } = self;
        let service = service.as_ref().map(|(service, cloud)| format!(":{service}:{cloud}"));
        format!("{kind}:{item_kind}:{item}:{last}{}", service.unwrap_or_default())
    }
}

/// Everything that time has done by a day, in the order of kinds and items, each once. What is due
/// stays due, except that a certificate is expiring only until it is expired, and an offering overdue
/// until its next audit.
#[must_use]
pub fn due(trust: &Trust, day: Day) -> Vec<Due> {
    let mut found = certificates(trust, day);
    for offering in &trust.offerings {
        found.extend(services(offering, day));
        found.extend(edition(trust, offering, day));
        found.extend(overdue(trust, offering, day));
    }
    found.sort();
    found.dedup();
    found
}

fn certificates(trust: &Trust, day: Day) -> Vec<Due> {
    let one = |certificate| {
        let edition = trust.edition_of(certificate);
        let kind = match standing(certificate, edition, day) {
            Standing::Expiring => DueKind::CertificateExpiring,
            Standing::Expired => DueKind::CertificateExpired,
            Standing::Draft
            | Standing::Future
            | Standing::Published
            | Standing::Superseded
            | Standing::Withdrawn
            | Standing::Undated => return None,
        };
        Some(Due {
            kind,
            item_kind: ItemKind::Certificate,
            item: certificate.id.value.clone(),
            offering: certificate.offering.value.clone(),
            last: last_day(certificate, edition)?,
            service: None,
        })
    };
    let seen = trust.certificates.iter().filter(|it| it.state == State::Published);
    seen.filter_map(one).collect()
}

fn services(offering: &Offering, day: Day) -> impl Iterator<Item = Due> + '_ {
    let left = move |row: &&InScope| {
        row.until.as_ref().is_some_and(|until| until.value < day) && !goes_on(offering, row)
    };
    offering.services.iter().filter(left).filter_map(|row| {
        let last = row.until.as_ref()?.value;
        let service = Some((row.service.value.clone(), row.cloud.value.clone()));
        Some(Due { service, ..of_offering(DueKind::ServiceLeft, offering, last) })
    })
}

/// Whether another time in scope begins before, or on the day after, this one ends, and ends later.
fn goes_on(offering: &Offering, row: &InScope) -> bool {
    let Some(until) = row.until.as_ref().map(|it| it.value) else { return true };
    offering.services.iter().any(|other| {
        let is_same = other.service == row.service && other.cloud == row.cloud;
        let begins = other.from.as_ref().is_none_or(|from| from.value <= until.plus_days(1));
        let ends_later = other.until.as_ref().is_none_or(|other| other.value > until);
        is_same && begins && ends_later
    })
}

fn edition(trust: &Trust, offering: &Offering, day: Day) -> Option<Due> {
    let last = trust.edition(&offering.edition.value)?.ends.filter(|last| *last < day)?;
    Some(of_offering(DueKind::EditionEnded, offering, last))
}

fn overdue(trust: &Trust, offering: &Offering, day: Day) -> Option<Due> {
    match cycle(trust, offering, day) {
        Cycle::Overdue { due, .. } => Some(of_offering(DueKind::OfferingOverdue, offering, due)),
        Cycle::Unknown | Cycle::Running { .. } => None,
    }
}

fn of_offering(kind: DueKind, offering: &Offering, last: Day) -> Due {
    let id = &offering.id.value;
    let (item, offering) = (id.clone(), id.clone());
    Due { kind, item_kind: ItemKind::Offering, item, offering, last, service: None }
}

#[cfg(test)]
mod tests;
