//! Facts out of the lines of a page: standard, provider, services, documents, questions.
//!
//! A page tells no days of its certificates, so nobody can rest on them before somebody adds the
//! days by hand; [`standing`](super::super::standing) calls them undated.

use std::collections::BTreeMap;

use super::super::document::{Question, Resource, ResourceKind};
use super::super::model::{Edition, Offering, Provider, Standard, Trust};
use super::finding::{Finding, FindingKind};
use super::layout::{Form, Layout};
use super::names::{self, StandardName, slug};
use super::read;
use super::section::{Placed, Section, placed};
use super::{documents, services};
use crate::framework::Catalog;
use crate::id::{Id, Spot};

/// The longest cycle that is allowed, which a page that tells no other is taken to have.
const YEARLY: u16 = 12;
/// The sections that every page has.
const NEEDED: &[Section] = &[Section::Services, Section::Certificates, Section::Reports];

/// Reads a page into a model of its own. `catalogs` tell when editions end.
#[must_use]
pub fn import(
    text: &str,
    source_locale: &str,
    catalogs: &BTreeMap<Id, Catalog>,
) -> (Trust, Vec<Finding>) {
    let (page, findings) = read::read(text, source_locale);
    let bodies = page.texts.iter().map(|unit| (&unit.id.value, unit.body.as_str())).collect();
    let placed = placed(&page.lines);
    let mut importing =
        Importing { bodies, trust: Trust::default(), findings, offering: Id::made("offering") };
    let provider = importing.begin(&placed, catalogs);
    importing.services(&placed, &provider);
    importing.documents(&placed);
    importing.questions(&placed);
    importing.resources(&placed);
    let Importing { mut trust, findings, offering, .. } = importing;
    trust.pages.push(Layout {
        id: Spot::made(Id::made("page")),
        offering: Spot::made(offering),
        locale: page.locale,
        source_locale: page.source_locale,
        head: page.head,
        lines: page.lines.into_iter().map(|(_, line)| line).collect(),
    });
    trust.texts = page.texts;
    (trust, findings)
}

pub(super) struct Importing<'p> {
    /// The sources of the texts.
    bodies: BTreeMap<&'p Id, &'p str>,
    pub(super) trust: Trust,
    pub(super) findings: Vec<Finding>,
    pub(super) offering: Id,
}

impl<'p> Importing<'p> {
    pub(super) fn add(&mut self, line: u32, kind: FindingKind) {
        self.findings.push(Finding { line, kind });
    }

    /// The source of a text.
    pub(super) fn body(&self, id: &Id) -> Option<&'p str> {
        self.bodies.get(id).copied()
    }

    /// The source of the first text of a line.
    pub(super) fn source(&self, placed: &Placed<'_>) -> Option<(Spot<Id>, String)> {
        let first = placed.line.texts.first()?;
        Some((first.clone(), self.body(&first.value)?.to_owned()))
    }

    /// Provider, standard, edition and offering; gives the provider's id and name.
    fn begin(&mut self, placed: &[Placed<'_>], catalogs: &BTreeMap<Id, Catalog>) -> (Id, String) {
        let provider = self.provider(placed);
        let title = placed.iter().find(|it| it.line.form == Form::Title);
        let title = title.and_then(|it| self.source(it));
        let named = title.as_ref().and_then(|(_, body)| names::standard(body));
        if named.is_none() {
            self.add(0, FindingKind::NoStandard);
        }
        let edition = named.and_then(|named| self.edition(named, catalogs));
        let edition = edition.unwrap_or_else(|| self.unknown_edition());
        let offering = Id::parse(&format!("{}-{edition}", provider.0));
        self.offering = offering.unwrap_or_else(|| Id::made("offering"));
        for section in NEEDED.iter().filter(|it| !placed.iter().any(|p| p.section == Some(**it))) {
            self.add(0, FindingKind::NoSection { section: section.as_str() });
        }
        let position = placed.iter().filter(|it| it.section == Some(Section::Position));
        let position = position.filter(|it| it.line.form == Form::Paragraph);
        self.trust.offerings.push(Offering {
            id: Spot::made(self.offering.clone()),
            provider: Spot::made(provider.0.clone()),
            edition: Spot::made(edition),
            title: title.map(|(id, _)| id),
            position: position.flat_map(|it| it.line.texts.clone()).collect(),
            cycle_months: YEARLY,
            audits: Vec::new(),
            services: Vec::new(),
        });
        provider
    }

    /// The name before the words of the heading over the services in scope.
    fn provider(&mut self, placed: &[Placed<'_>]) -> (Id, String) {
        let heading = placed
            .iter()
            .find(|it| it.section == Some(Section::Services) && it.line.form == Form::Section);
        let source = heading.and_then(|it| self.source(it)).map(|(_, body)| body);
        let name = source.as_deref().and_then(|body| body.split_once(" in-scope"));
        let name = name.map_or("", |(name, _)| name.trim());
        let Some(id) = slug(name) else {
            self.add(heading.map_or(0, |it| it.number), FindingKind::NoProvider);
            let id = Id::made("provider");
            self.trust.providers.push(Provider {
                id: Spot::made(id.clone()),
                name: "Provider".to_owned(),
                legal_entity: None,
            });
            return (id, String::new());
        };
        self.trust.providers.push(Provider {
            id: Spot::made(id.clone()),
            name: name.to_owned(),
            legal_entity: None,
        });
        (id, name.to_owned())
    }

    fn edition(&mut self, named: StandardName, catalogs: &BTreeMap<Id, Catalog>) -> Option<Id> {
        let standard = names::standard_id(named.bodies.first()?, &named.number)?;
        let numbers = format!("{} {}", named.bodies.join("/"), named.number);
        let title = format!("{numbers} {}", named.rest).trim().to_owned();
        let year = named.year.unwrap_or_default();
        let id = Id::parse(&format!("{standard}-{year}"))?;
        self.trust.standards.push(Standard {
            id: Spot::made(standard.clone()),
            title,
            bodies: named.bodies,
        });
        self.trust.editions.push(Edition {
            id: Spot::made(id.clone()),
            standard: Spot::made(standard),
            year,
            published: None,
            ends: catalogs.get(&id).and_then(|catalog| catalog.certificates_end),
        });
        Some(id)
    }

    fn unknown_edition(&mut self) -> Id {
        let (standard, edition) = (Id::made("standard"), Id::made("edition"));
        self.trust.standards.push(Standard {
            id: Spot::made(standard.clone()),
            title: "Standard".to_owned(),
            bodies: Vec::new(),
        });
        self.trust.editions.push(Edition {
            id: Spot::made(edition.clone()),
            standard: Spot::made(standard),
            year: 0,
            published: None,
            ends: None,
        });
        edition
    }

    fn services(&mut self, placed: &[Placed<'_>], provider: &(Id, String)) {
        for it in items(placed, Section::Services) {
            let Some((text, body)) = self.source(it) else { continue };
            let (label, inner) = label(&body);
            let link = it.line.link.as_deref().or(inner);
            services::add(&mut self.trust, (&provider.0, &provider.1), &text, label, link);
        }
    }

    fn documents(&mut self, placed: &[Placed<'_>]) {
        for it in items(placed, Section::Certificates) {
            documents::certificate(self, it);
        }
        for it in items(placed, Section::Reports) {
            documents::report(self, it);
        }
    }

    /// A paragraph in bold is a question; what follows it is its answer.
    fn questions(&mut self, placed: &[Placed<'_>]) {
        for it in placed.iter().filter(|it| it.section == Some(Section::Questions)) {
            let Some((text, body)) = self.source(it) else { continue };
            if it.line.form == Form::Paragraph && body.starts_with("**") {
                self.trust.questions.push(Question {
                    id: Spot::made(documents::id("question", &text)),
                    offering: Spot::made(self.offering.clone()),
                    question: text,
                    answers: Vec::new(),
                });
            } else if let (Form::Paragraph | Form::Item, Some(question)) =
                (it.line.form, self.trust.questions.last_mut())
            {
                question.answers.extend(it.line.texts.clone());
            }
        }
    }

    fn resources(&mut self, placed: &[Placed<'_>]) {
        for it in placed {
            let Some((text, body)) = self.source(it) else { continue };
            let (label, inner) = label(&body);
            let own = it.line.link.as_deref().or(inner);
            let kind = match (it.section, it.line.form, own) {
                (Some(Section::Resources), Form::Item, _) => kind(&body),
                (Some(Section::WhitePapers), Form::Item, _) => ResourceKind::WhitePaper,
                (Some(Section::Reports), Form::Paragraph, Some(_)) => ResourceKind::Reports,
                (Some(Section::Background), Form::Paragraph, _) => ResourceKind::Background,
                _ => continue,
            };
            let (text, link) = match (kind, own) {
                (ResourceKind::Background, None) => match self.last_link(it) {
                    Some(found) => found,
                    None => continue,
                },
                _ => (text, own.map(str::to_owned)),
            };
            let priced = body.contains("purchase") && !label.contains("purchase");
            self.trust.resources.push(Resource {
                id: Spot::made(documents::id("resource", &text)),
                offering: Spot::made(self.offering.clone()),
                kind,
                priced,
                title: text,
                link,
            });
        }
    }

    /// The last text of a line that holds a link, and its address.
    fn last_link(&self, placed: &Placed<'_>) -> Option<(Spot<Id>, Option<String>)> {
        placed.line.texts.iter().rev().find_map(|text| {
            let address = label(self.body(&text.value)?).1?;
            Some((text.clone(), Some(address.to_owned())))
        })
    }
}

/// The items of the lists of a section.
fn items<'p, 'l>(
    placed: &'p [Placed<'l>],
    section: Section,
) -> impl Iterator<Item = &'p Placed<'l>> {
    placed.iter().filter(move |it| it.section == Some(section) && it.line.form == Form::Item)
}

/// What a resource is, told by the words of its title.
fn kind(body: &str) -> ResourceKind {
    let lower = body.to_ascii_lowercase();
    let words = [
        ("mapping", ResourceKind::Mapping),
        ("case study", ResourceKind::CaseStudy),
        ("terms", ResourceKind::Terms),
        ("standard", ResourceKind::Standard),
    ];
    words.iter().find(|(word, _)| lower.contains(word)).map_or(ResourceKind::Other, |(_, it)| *it)
}

/// The label and the address of the first link in a text; without one, the text itself.
pub(super) fn label(body: &str) -> (&str, Option<&str>) {
    let Some((before, behind)) = body.split_once("](") else { return (body, None) };
    let Some((_, label)) = before.rsplit_once('[') else { return (body, None) };
    behind.split_once(')').map_or((body, None), |(address, _)| (label, Some(address)))
}
