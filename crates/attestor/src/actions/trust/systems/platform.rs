//! A certificate or an audit report behind a service of a system, as the platform's report of a
//! certification case. What comes out is judged as any other report: nothing is approved here.

use std::collections::BTreeSet;

use attestor_core::answer::Answer;
use attestor_core::certification::case::{About, ExternalReport};
use attestor_core::day::Day;
use attestor_core::framework::{Catalog, ExternalEdition, ExternalFramework, Framework};
use attestor_core::id::Id;
use attestor_core::trust::document::{Certificate, Report, ReportKind, State};
use attestor_core::trust::inherit::Why;
use attestor_core::trust::inherit::holds::{by_certificate, by_report};
use attestor_core::trust::model::Trust;
use attestor_core::trust::system::Used;
use attestor_core::trust::write;
use serde::Serialize;

use super::System;
use crate::actions::trust::{Portal, Portals, Published};

/// The subject under which the record keeps where a case's report comes from.
pub(crate) const FROM_SYSTEM: &str = "platform_report";

/// What can be shown for a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    /// The service.
    pub(crate) used: Used,
    /// Certificate or report.
    pub(crate) kind: Kind,
    /// Its id in the portal.
    pub(crate) item: Id,
}

/// What kind of document is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A certificate.
    Certificate,
    /// An audit report.
    Report,
}

impl Kind {
    /// Its word.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Certificate => "certificate",
            Self::Report => "report",
        }
    }

    /// The kind with this word.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        [Self::Certificate, Self::Report].into_iter().find(|it| it.as_str() == text)
    }
}

/// Why a document cannot be the platform's report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotShown {
    /// The system does not use the service, or the portal has no such document.
    NotThere,
    /// The program knows no framework of this edition.
    Framework,
    /// It does not hold for the service today.
    Lapsed(Why),
}

/// A document as the platform's report.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shown {
    /// The facts.
    pub(crate) report: ExternalReport,
    /// The name of the file.
    pub(crate) name: String,
    /// The file: where every fact comes from, as YAML.
    pub(crate) text: String,
    /// The number of the portal's version.
    pub(crate) version: i64,
}

/// Where the facts of a report come from.
#[derive(Serialize)]
struct Origin<'a> {
    system: &'a str,
    portal: &'a str,
    organization: &'a str,
    version: i64,
    taken_on: Day,
    service: &'a str,
    cloud: &'a str,
    standard: &'a str,
    document: &'static str,
    id: &'a str,
    number: Option<&'a str>,
    body: Option<&'a str>,
    scope: Option<&'a str>,
    issued: Day,
    expires: Option<Day>,
    audited: Option<Day>,
    link: Option<&'a str>,
}

/// What can be shown for the services of a system, in its order: certificates first.
pub(crate) fn sources(system: &System, published: &Published) -> Vec<Source> {
    let mut sources = Vec::new();
    for used in &system.content.uses {
        let Some(portal) = published.of(&used.organization) else { continue };
        let source = |kind, item: &Id| Source { used: used.clone(), kind, item: item.clone() };
        let trust = &portal.trust;
        let on = (&used.service, &used.cloud);
        // The reason why a certificate does not hold is told when somebody takes it.
        let covers = |it: &&Certificate| {
            let held = by_certificate(trust, on, &it.id.value, Day::MAX);
            it.state != State::Draft && held != Err(Why::NotCovered)
        };
        let certificates = trust.certificates.iter().filter(covers);
        sources.extend(certificates.map(|it| source(Kind::Certificate, &it.id.value)));
        let speaks = |it: &&Report| {
            it.state != State::Draft
                && matches!(it.kind, ReportKind::Assessment | ReportKind::Soc)
                && by_report(trust, on, it, Day::MAX) != Err(Why::NotCovered)
        };
        let reports = trust.reports.iter().filter(speaks);
        sources.extend(reports.map(|it| source(Kind::Report, &it.id.value)));
    }
    sources
}

impl Portals {
    /// A document behind a service of a system as the platform's report of a case today.
    pub(crate) fn platform_report(
        &self,
        program: &Framework,
        (system, published): (&System, &Published),
        source: &Source,
        report_type: &str,
    ) -> Result<Shown, NotShown> {
        let today = self.clock().today();
        if !system.content.uses.contains(&source.used) {
            return Err(NotShown::NotThere);
        }
        let portal = published.of(&source.used.organization);
        let portal = portal.ok_or(NotShown::Lapsed(Why::PortalWithdrawn))?;
        let offer = Offer::of(&portal.trust, source, today)?;
        let (rules, edition) = rules(program, offer.edition).ok_or(NotShown::Framework)?;
        let catalog = self.library().catalogs.get(&edition.catalog.value);
        let report = offer.report((rules, edition), catalog, report_type);
        let origin = offer.origin(system, portal, (source, today));
        Ok(Shown {
            report,
            name: format!(
                "platform-{}-{}-v{}.yaml",
                source.kind.as_str(),
                source.item,
                portal.number
            ),
            text: write::yaml(&origin),
            version: portal.number,
        })
    }
}

/// The framework of a program with an edition of this catalog.
fn rules<'p>(
    program: &'p Framework,
    catalog: &Id,
) -> Option<(&'p ExternalFramework, &'p ExternalEdition)> {
    program.external.iter().find_map(|rules| {
        let edition = rules.editions.iter().find(|it| it.catalog.value == *catalog)?;
        Some((rules, edition))
    })
}

/// A document that holds today.
struct Offer<'a> {
    trust: &'a Trust,
    edition: &'a Id,
    issued: Day,
    audited: Option<Day>,
    began: Option<Day>,
    document: Document<'a>,
}

enum Document<'a> {
    Certificate(&'a Certificate),
    Report(&'a Report),
}

impl<'a> Offer<'a> {
    fn of(trust: &'a Trust, source: &Source, today: Day) -> Result<Self, NotShown> {
        let on = (&source.used.service, &source.used.cloud);
        let offering = |id: &Id| trust.offering(id).ok_or(NotShown::NotThere);
        match source.kind {
            Kind::Certificate => {
                let found = trust.certificates.iter().find(|it| it.id.value == source.item);
                let found = found.ok_or(NotShown::NotThere)?;
                by_certificate(trust, on, &source.item, today).map_err(NotShown::Lapsed)?;
                let issued = found.issued.as_ref().ok_or(NotShown::Lapsed(Why::NotYetValid))?;
                let audits = found.surveillance.iter().map(|it| it.value);
                Ok(Self {
                    trust,
                    edition: &offering(&found.offering.value)?.edition.value,
                    issued: issued.value,
                    audited: audits.filter(|day| *day <= today).max(),
                    began: None,
                    document: Document::Certificate(found),
                })
            }
            Kind::Report => {
                let found = trust.reports.iter().find(|it| it.id.value == source.item);
                let found = found.ok_or(NotShown::NotThere)?;
                by_report(trust, on, found, today).map_err(NotShown::Lapsed)?;
                let issued = found.issued.as_ref().ok_or(NotShown::Lapsed(Why::NotYetValid))?;
                Ok(Self {
                    trust,
                    edition: &offering(&found.offering.value)?.edition.value,
                    issued: issued.value,
                    audited: None,
                    began: found.period_from.as_ref().map(|it| it.value),
                    document: Document::Report(found),
                })
            }
        }
    }

    /// The facts, as far as the portal tells them. A certificate that names no body was assessed by
    /// nobody known.
    fn report(
        &self,
        (rules, edition): (&ExternalFramework, &ExternalEdition),
        catalog: Option<&Catalog>,
        report_type: &str,
    ) -> ExternalReport {
        let assessed_by = match &self.document {
            Document::Certificate(it) => it.body.is_some(),
            Document::Report(_) => true,
        };
        let rows = self.rows(edition);
        let expected = catalog.map_or(0, |catalog| catalog.items.len());
        let ids = || rows.iter().flat_map(|rows| rows.iter());
        let excluded = ids().filter(|it| !it.applicable || it.implemented == Some(false));
        let assessed: BTreeSet<Id> = ids().map(|it| it.id.value.clone()).collect();
        ExternalReport {
            framework: rules.id.value.clone(),
            edition: Some(edition.id.value.clone()),
            file: String::new(),
            about: About::Platform,
            issued_on: self.issued,
            audited_on: self.audited,
            period_began_on: self.began,
            report_type: Some(report_type.to_owned()).filter(|it| !it.is_empty()),
            level: None,
            package: None,
            assessor: assessed_by.then(|| rules.assessor.id.value.clone()),
            reassessment: Answer::Unanswered,
            covers_environment: Answer::Yes,
            soa_rows: rows.and_then(|rows| u16::try_from(rows.len()).ok()),
            excluded: excluded.map(|it| it.id.value.clone()).collect(),
            assessed: (rows.is_some() && assessed.len() != expected).then_some(assessed),
        }
    }

    /// The rows of the statement of the certificate, to this edition.
    fn rows(
        &self,
        edition: &ExternalEdition,
    ) -> Option<&'a [attestor_core::trust::document::SoaRow]> {
        let Document::Certificate(certificate) = &self.document else { return None };
        let mut all = self.trust.statements.iter();
        let found = all.find(|it| {
            it.certificate.value == certificate.id.value && it.edition == edition.catalog
        });
        found.map(|it| it.rows.as_slice())
    }

    fn origin<'o>(
        &'o self,
        system: &'o System,
        portal: &'o Portal,
        (source, taken_on): (&'o Source, Day),
    ) -> Origin<'o> {
        let certificate = match &self.document {
            Document::Certificate(it) => Some(*it),
            Document::Report(_) => None,
        };
        let link = match &self.document {
            Document::Certificate(it) => it.link.as_deref(),
            Document::Report(it) => it.link.as_deref(),
        };
        let body = certificate.and_then(|it| it.body.as_ref());
        let body = body.and_then(|id| self.trust.bodies.iter().find(|it| it.id.value == id.value));
        Origin {
            system: &system.name,
            portal: &portal.name,
            organization: &portal.organization,
            version: portal.number,
            taken_on,
            service: source.used.service.as_str(),
            cloud: source.used.cloud.as_str(),
            standard: self.edition.as_str(),
            document: source.kind.as_str(),
            id: source.item.as_str(),
            number: certificate.and_then(|it| it.number.as_deref()),
            body: body.map(|it| it.name.as_str()),
            scope: certificate.and_then(|it| it.scope.as_deref()),
            issued: self.issued,
            expires: certificate.and_then(|it| it.expires.as_ref()).map(|it| it.value),
            audited: self.audited,
            link,
        }
    }
}
