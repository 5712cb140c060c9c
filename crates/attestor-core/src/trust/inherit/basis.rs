//! The certificates that a service in a cloud rests on, and whether they hold on a day.

use super::super::document::Certificate;
use super::super::model::{Offering, Trust};
use super::super::standing::{Standing, standing};
use super::{Asked, Rows, Share, Statements, Why};
use crate::day::Day;
use crate::id::Id;

/// A certificate that covers a service, on a day.
pub(super) struct Basis<'a, 's> {
    pub(super) certificate: &'a Id,
    rows: Option<&'s Rows<'a>>,
    /// Why it gives nothing today although it did before.
    lapsed: Option<Why>,
    /// Whether it ever gave anything.
    began: bool,
}

impl Basis<'_, '_> {
    /// Whether somebody may rest on it today; why not.
    pub(super) fn holds(&self) -> Result<(), Why> {
        if !self.began {
            return Err(Why::NotYetValid);
        }
        self.lapsed.map_or(Ok(()), Err)
    }

    /// What the certificate gives for a control.
    pub(super) fn gives(&self, asked: &Asked) -> (Share, Why) {
        let (share, why) = match self.rows {
            None => (Share::Customer, Why::NoStatement),
            Some(rows) => rows.gives(asked),
        };
        if !share.gives() {
            return (share, why);
        }
        if !self.began {
            return (Share::Customer, Why::NotYetValid);
        }
        self.lapsed.map_or((share, why), |lapsed| (Share::NeedsReview, lapsed))
    }
}

/// The certificates that cover a service in a cloud, whether they hold or not.
pub(super) fn bases<'a, 's>(
    trust: &'a Trust,
    statements: &'s Statements<'a>,
    (service, cloud): (&'a Id, &Id),
    today: Day,
) -> Vec<Basis<'a, 's>> {
    let names = with_groups(trust, service);
    let covers = |it: &&Certificate| {
        let service = it.services.iter().any(|spot| names.contains(&&spot.value));
        let cloud = it.clouds.is_empty() || it.clouds.iter().any(|spot| spot.value == *cloud);
        service && cloud
    };
    let basis = |certificate: &'a Certificate| {
        let offering = trust.offering(&certificate.offering.value)?;
        let stands = standing(certificate, trust.edition_of(certificate), today);
        let lapsed = of_standing(stands).or_else(|| scope(offering, &names, cloud, today));
        Some(Basis {
            certificate: &certificate.id.value,
            rows: statements.of_certificate(&certificate.id.value),
            lapsed,
            began: !matches!(stands, Standing::Draft | Standing::Future | Standing::Undated),
        })
    };
    trust.certificates.iter().filter(covers).filter_map(basis).collect()
}

/// A service and all its groups. Groups in a circle end it.
pub(super) fn with_groups<'a>(trust: &'a Trust, service: &'a Id) -> Vec<&'a Id> {
    let mut names = vec![service];
    let mut at = service;
    while let Some(group) = trust.service(at).and_then(|it| it.group.as_ref()) {
        if names.contains(&&group.value) {
            break;
        }
        at = &group.value;
        names.push(at);
    }
    names
}

const fn of_standing(stands: Standing) -> Option<Why> {
    match stands {
        Standing::Expired => Some(Why::CertificateExpired),
        Standing::Superseded | Standing::Withdrawn => Some(Why::CertificateWithdrawn),
        Standing::Published
        | Standing::Expiring
        | Standing::Draft
        | Standing::Future
        | Standing::Undated => None,
    }
}

/// Whether a service under one of its names has left the scope of an offering.
pub(super) fn scope(offering: &Offering, names: &[&Id], cloud: &Id, today: Day) -> Option<Why> {
    let is_open = offering.services.iter().any(|row| {
        row.cloud.value == *cloud && names.contains(&&row.service.value) && row.is_open_on(today)
    });
    (!is_open).then_some(Why::LeftScope)
}
