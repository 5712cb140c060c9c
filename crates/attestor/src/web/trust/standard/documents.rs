//! Certificates and reports by groups of services.

use attestor_core::day::Day;
use attestor_core::id::{Id, Spot};
use attestor_core::trust::document::{Certificate, Report};
use attestor_core::trust::standing::Standing;

use super::{Group, Making};
use crate::web::address::outside;
use crate::web::shape::{Link, Mark};
use crate::web::trust::texts::Text;
use crate::web::trust::{center, document, marks};

/// A certificate or a report.
pub(super) struct Item {
    /// Its place on the page.
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) marks: Vec<Mark>,
    pub(super) facts: Vec<Fact>,
    /// Where it can be looked up, outside.
    pub(super) link: Option<Link>,
    /// Where readers get it; empty without a server.
    pub(super) document: String,
}

/// A fact about a document.
pub(super) struct Fact {
    pub(super) name: String,
    pub(super) value: String,
    /// The language of the value, where it is the provider's.
    pub(super) lang: String,
}

/// The certificates by their headings, in the order of the files.
pub(super) fn documents_of(making: &Making<'_>) -> Vec<Group> {
    let all = making.offering.certificates.iter();
    let all = all.map(|(it, standing)| (it.heading.as_ref(), making.certificate(it, *standing)));
    grouped(making, all)
}

/// The reports by their headings, in the order of the files.
pub(super) fn reports_of(making: &Making<'_>) -> Vec<Group> {
    grouped(making, making.offering.reports().map(|it| (it.heading.as_ref(), making.report(it))))
}

fn grouped<'h>(
    making: &Making<'_>,
    all: impl Iterator<Item = (Option<&'h Spot<Id>>, Item)>,
) -> Vec<Group> {
    let mut groups: Vec<(Option<&Id>, Vec<Item>)> = Vec::new();
    for (heading, item) in all {
        let heading = heading.map(|it| &it.value);
        match groups.iter_mut().find(|(own, _)| *own == heading) {
            Some((_, items)) => items.push(item),
            None => groups.push((heading, vec![item])),
        }
    }
    // What stands under no heading comes last.
    groups.sort_by_key(|(heading, _)| heading.is_none());
    let alone = groups.len() == 1;
    let title = |heading: Option<&Id>| match heading {
        Some(id) => making.texts.text(id),
        None if alone => Text::default(),
        None => Text::of(making.frame.t("trust-group-other")),
    };
    groups.into_iter().map(|(heading, items)| Group { title: title(heading), items }).collect()
}

impl Making<'_> {
    fn certificate(&self, it: &Certificate, standing: Standing) -> Item {
        let last = self.offering.last_day(it);
        let title = it.title.as_ref().map(|id| self.texts.text(&id.value));
        let link = it.link.as_deref().and_then(outside);
        let link = link.map(|address| Link {
            address: address.to_owned(),
            text: self.frame.t("trust-look-up"),
        });
        Item {
            id: it.id.value.to_string(),
            title: title.unwrap_or_else(|| self.texts.plain(&center::name(it))),
            marks: vec![marks::standing(self.visit, standing, last)],
            facts: self.certificate_facts(it, last),
            link,
            document: self.document("certificate", &it.id.value),
        }
    }

    fn certificate_facts(&self, it: &Certificate, last: Option<Day>) -> Vec<Fact> {
        let own = it.expires.as_ref().map(|it| it.value);
        let edition = last.filter(|last| own != Some(*last));
        let audits: Vec<String> =
            it.surveillance.iter().map(|day| self.visit.phrases().day(day.value)).collect();
        let mut facts = Vec::new();
        let mut add = |name: &str, value: Option<String>| {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                facts.push(self.fact(name, value));
            }
        };
        add("number", it.number.clone());
        add("body", self.body(it));
        add("services", Some(self.services(&it.services)));
        add("clouds", Some(self.clouds(&it.clouds)));
        add("issued", self.day(it.issued.as_ref()));
        add("expires", self.day(it.expires.as_ref()));
        add("edition-ends", edition.map(|day| self.visit.phrases().day(day)));
        add("surveillance", Some(audits.join(" · ")));
        if let Some(scope) = &it.scope {
            let lang = self.portal.view.source_locale().unwrap_or_default().to_owned();
            facts.push(Fact { lang, ..self.fact("scope", scope.clone()) });
        }
        facts
    }

    fn report(&self, it: &Report) -> Item {
        let title = it.title.as_ref().map(|id| self.texts.text(&id.value));
        let kind = self.frame.t(&format!("trust-report-{}", it.kind));
        let link = it.link.as_deref().and_then(outside);
        let mut marks = vec![marks::access(self.frame, it.access)];
        marks.extend(marks::report_state(self.frame, it));
        Item {
            id: it.id.value.to_string(),
            title: title.unwrap_or_else(|| Text::of(kind.clone())),
            marks,
            facts: self.report_facts(it, kind),
            link: link.map(|address| Link {
                address: address.to_owned(),
                text: self.frame.t("trust-open"),
            }),
            document: self.document("report", &it.id.value),
        }
    }

    fn report_facts(&self, it: &Report, kind: String) -> Vec<Fact> {
        let standards = it.standards.iter().filter_map(|id| {
            let all = &self.portal.view.trust.standards;
            all.iter().find(|one| one.id.value == id.value).map(|one| one.title.clone())
        });
        let standards: Vec<String> = standards.collect();
        let period = match (self.day(it.period_from.as_ref()), self.day(it.period_to.as_ref())) {
            (Some(from), Some(to)) => Some(format!("{from} – {to}")),
            (Some(from), None) => Some(format!("{from} –")),
            (None, to) => to.map(|to| format!("– {to}")),
        };
        let mut facts = vec![self.fact("kind", kind)];
        let mut add = |name: &str, value: Option<String>| {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                facts.push(self.fact(name, value));
            }
        };
        add("standards", Some(standards.join(" · ")));
        add("services", Some(self.services(&it.services)));
        add("period", period);
        add("issued", self.day(it.issued.as_ref()));
        add("bridges", it.bridges.as_ref().and_then(|id| self.bridged(&id.value)));
        facts
    }

    fn fact(&self, name: &str, value: String) -> Fact {
        let name = self.frame.t(&format!("trust-fact-{name}"));
        Fact { name, value, lang: String::new() }
    }

    fn day(&self, day: Option<&Spot<Day>>) -> Option<String> {
        day.map(|it| self.visit.phrases().day(it.value))
    }

    fn bridged(&self, id: &Id) -> Option<String> {
        let report = self.portal.view.trust.reports.iter().find(|it| it.id.value == *id)?;
        Some(self.texts.words_of(&report.title.as_ref()?.value))
    }

    fn body(&self, it: &Certificate) -> Option<String> {
        let id = &it.body.as_ref()?.value;
        let body = self.portal.view.trust.bodies.iter().find(|one| one.id.value == *id)?;
        Some(match &body.accreditation {
            Some(accreditation) => format!("{} ({accreditation})", body.name),
            None => body.name.clone(),
        })
    }

    fn services(&self, ids: &[Spot<Id>]) -> String {
        let trust = &self.portal.view.trust;
        let names = ids.iter().filter_map(|id| trust.service(&id.value)).map(|it| it.name.as_str());
        names.collect::<Vec<_>>().join(", ")
    }

    fn clouds(&self, ids: &[Spot<Id>]) -> String {
        let all = &self.portal.view.trust.clouds;
        let names = ids.iter().filter_map(|id| all.iter().find(|it| it.id.value == id.value));
        names.map(|it| it.name.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// The address of the document of an item; empty without a server.
    pub(super) fn document(&self, kind: &str, item: &Id) -> String {
        if self.frame.fixed() {
            return String::new();
        }
        document(self.portal, kind, item.as_str())
    }
}
