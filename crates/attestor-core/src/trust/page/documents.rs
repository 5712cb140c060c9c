//! Certificates and reports out of the lines of a page.

use super::super::document::{Access, Certificate, Report, ReportKind, State};
use super::super::model::{CertificationBody, Standard};
use super::facts::{Importing, label};
use super::finding::FindingKind;
use super::names::{self, parts, stands_in};
use super::section::Placed;
use crate::id::{Id, Spot};

/// Between the services that a document names and its title.
const TITLE: &str = " — ";
/// The key of addresses in directories of certificates, before the number of a certificate.
const NUMBER: &str = "licencenumber=";
/// Words before a former name.
const FORMERLY: &str = "(formerly ";

/// Words in titles of reports, and their kinds; the first that stands there counts.
const KINDS: &[(&str, ReportKind)] = &[
    ("statement of applicability", ReportKind::Soa),
    ("(soa)", ReportKind::Soa),
    ("bridge letter", ReportKind::BridgeLetter),
    ("penetration test", ReportKind::PentestSummary),
    ("assessment", ReportKind::Assessment),
    ("audit", ReportKind::Assessment),
    ("soc ", ReportKind::Soc),
    ("certificate", ReportKind::Certificate),
];

/// The id of something that a text is the title of.
pub(super) fn id(kind: &str, text: &Spot<Id>) -> Id {
    Id::parse(&format!("{kind}-{}", text.value)).unwrap_or_else(|| text.value.clone())
}

/// Adds the certificate of a line.
pub(super) fn certificate(importing: &mut Importing<'_>, placed: &Placed<'_>) {
    let Some((text, body)) = importing.source(placed) else { return };
    let (title, inner) = label(&body);
    let link = placed.line.link.as_deref().or(inner);
    former_name(importing, placed, title);
    let services = services(importing, placed, title);
    let (number, body) = link.map_or((None, None), |link| directory(importing, link));
    importing.trust.certificates.push(Certificate {
        id: Spot::made(id("certificate", &text)),
        offering: Spot::made(importing.offering.clone()),
        state: State::Published,
        number,
        body,
        scope: None,
        services,
        clouds: Vec::new(),
        issued: None,
        expires: None,
        surveillance: Vec::new(),
        heading: heading(placed),
        title: Some(text),
        link: link.map(str::to_owned),
    });
}

/// Adds the report of a line.
pub(super) fn report(importing: &mut Importing<'_>, placed: &Placed<'_>) {
    let Some((text, body)) = importing.source(placed) else { return };
    let (title, inner) = label(&body);
    let services = services(importing, placed, title);
    let standards = standards(importing, title);
    let kind = kind(title);
    importing.trust.reports.push(Report {
        id: Spot::made(id("report", &text)),
        offering: Spot::made(importing.offering.clone()),
        kind,
        state: State::Published,
        access: access(kind),
        standards,
        services,
        period_from: None,
        period_to: None,
        issued: None,
        bridges: None,
        heading: heading(placed),
        title: Some(text),
        link: placed.line.link.as_deref().or(inner).map(str::to_owned),
    });
}

/// Who may open a report of a kind, until somebody says otherwise.
/// Source: compliance offerings, section 3.
const fn access(kind: ReportKind) -> Access {
    match kind {
        ReportKind::Certificate => Access::SignedIn,
        ReportKind::PentestSummary => Access::Approval,
        ReportKind::Assessment | ReportKind::Soc | ReportKind::BridgeLetter | ReportKind::Soa => {
            Access::Agreement
        }
    }
}

fn kind(title: &str) -> ReportKind {
    let lower = format!("{} ", title.to_lowercase());
    let found = KINDS.iter().find(|(words, _)| lower.contains(words));
    found.map_or(ReportKind::Assessment, |(_, kind)| *kind)
}

fn heading(placed: &Placed<'_>) -> Option<Spot<Id>> {
    placed.group?.texts.first().cloned()
}

/// The services that a document covers: those that its title names before the dash, and that of
/// its heading where it names none.
fn services(importing: &mut Importing<'_>, placed: &Placed<'_>, title: &str) -> Vec<Spot<Id>> {
    let named = title.split_once(TITLE).map_or(title, |(named, _)| named);
    let mut found: Vec<Id> = Vec::new();
    for part in parts(named) {
        match service(importing, part) {
            Some(id) if !found.contains(&id) => found.push(id),
            Some(_) => {}
            None if title.contains(TITLE) => {
                let name = part.to_owned();
                importing.add(placed.number, FindingKind::ServiceNotInScope { name });
            }
            None => {}
        }
    }
    if found.is_empty() {
        let group = placed.group.and_then(|line| line.texts.first());
        let heading = group.and_then(|text| importing.body(&text.value));
        found.extend(heading.and_then(|name| service(importing, name)));
    }
    if found.is_empty() {
        let title = title.to_owned();
        importing.add(placed.number, FindingKind::NoService { title });
    }
    found.into_iter().map(Spot::made).collect()
}

/// The service with this name or alias; otherwise the one with the longest name in the text.
fn service(importing: &Importing<'_>, text: &str) -> Option<Id> {
    let names = importing.trust.services.iter().flat_map(|service| {
        let names = std::iter::once(&service.name).chain(&service.aliases);
        names.map(move |name| (name.as_str(), &service.id.value))
    });
    let longest =
        names.filter(|(name, _)| stands_in(name, text)).max_by_key(|(name, _)| name.len());
    longest.map(|(_, id)| id.clone())
}

/// A former name in brackets becomes an alias of the service of the heading.
fn former_name(importing: &mut Importing<'_>, placed: &Placed<'_>, title: &str) {
    let behind = title.split_once(FORMERLY).and_then(|(_, rest)| rest.split_once(')'));
    let group = placed.group.and_then(|line| line.texts.first());
    let heading = group.and_then(|text| importing.body(&text.value));
    let id = heading.and_then(|name| service(importing, name));
    let (Some((former, _)), Some(id)) = (behind, id) else { return };
    let found = importing.trust.services.iter_mut().find(|it| it.id.value == id);
    if let Some(service) = found.filter(|it| !it.aliases.iter().any(|alias| alias == former)) {
        service.aliases.push(former.to_owned());
    }
}

/// The standards that a title speaks about. Further ones are added to the model by their number.
fn standards(importing: &mut Importing<'_>, title: &str) -> Vec<Spot<Id>> {
    let Some(own) = importing.trust.standards.first() else { return Vec::new() };
    let Some(body) = own.bodies.first().cloned() else { return Vec::new() };
    let mut found: Vec<Spot<Id>> = Vec::new();
    for number in numbers(title) {
        let Some(id) = names::standard_id(&body, number) else { continue };
        if !importing.trust.standards.iter().any(|it| it.id.value == id) {
            let (title, bodies) = (format!("{body} {number}"), vec![body.clone()]);
            importing.trust.standards.push(Standard { id: Spot::made(id.clone()), title, bodies });
        }
        if !found.iter().any(|spot| spot.value == id) {
            found.push(Spot::made(id));
        }
    }
    found
}

/// Numbers of five digits, which those of standards are.
fn numbers(title: &str) -> impl Iterator<Item = &str> {
    title.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| digits.len() == 5)
}

/// The number of a certificate in the address of a directory, and the body that keeps it.
fn directory(importing: &mut Importing<'_>, link: &str) -> (Option<String>, Option<Spot<Id>>) {
    let Some((_, behind)) = link.split_once(NUMBER) else { return (None, None) };
    let number = behind.split('&').next().unwrap_or(behind).replace("%20", " ");
    let host = link.split_once("://").map_or(link, |(_, rest)| rest);
    let host = host.split('/').next().unwrap_or(host);
    let name = host.strip_prefix("www.").unwrap_or(host);
    let Some(id) = Id::parse(name) else { return (Some(number), None) };
    if !importing.trust.bodies.iter().any(|body| body.id.value == id) {
        importing.trust.bodies.push(CertificationBody {
            id: Spot::made(id.clone()),
            name: name.to_owned(),
            accreditation: None,
            directory: link.split_once('?').map(|(address, _)| address.to_owned()),
        });
    }
    (Some(number), Some(Spot::made(id)))
}
