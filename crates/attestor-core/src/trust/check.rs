//! What no single value can know: ids that stand twice, references that lead nowhere, services that
//! are their own group, days that cannot be.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::fault::{Fault, Place, Problem, nearest};
use crate::framework::Catalog;
use crate::id::{Id, Spot};

use super::model::{Offering, Service, System, Trust};
use super::unit::Unit;

mod days;
mod soa;

type Faults = RefCell<Vec<Fault>>;

fn add(faults: &Faults, place: &Place, problem: Problem) {
    faults.borrow_mut().push(Fault { place: place.clone(), problem });
}

fn say(faults: &Faults, place: &Place, words: impl Into<String>) {
    add(faults, place, Problem::Inconsistent(words.into()));
}

/// Reports everything that does not fit together.
pub(super) fn trust(trust: &Trust, catalogs: &BTreeMap<Id, Catalog>, faults: &Faults) {
    let names = Names::of(trust, faults);
    for service in &trust.services {
        names.service(service, faults);
    }
    cycles(&trust.services, faults);
    for edition in &trust.editions {
        names.standards.check(&edition.standard, faults);
    }
    for offering in &trust.offerings {
        names.offering(trust, offering, faults);
    }
    names.documents(trust, faults);
    for system in &trust.systems {
        names.system(system, faults);
    }
    for unit in &trust.texts {
        one_translation_each(unit, faults);
    }
    days::check(trust, faults);
    soa::check(trust, catalogs, faults);
}

/// The ids of one kind, each of which may stand once.
struct Known<'a> {
    kind: &'static str,
    ids: BTreeMap<&'a Id, &'a Place>,
}

impl<'a> Known<'a> {
    fn new(kind: &'static str, ids: impl Iterator<Item = &'a Spot<Id>>, faults: &Faults) -> Self {
        let mut known = Self { kind, ids: BTreeMap::new() };
        for spot in ids {
            if let Some(first) = known.ids.get(&spot.value) {
                let (id, first) = (spot.value.to_string(), (*first).clone());
                add(faults, &spot.place, Problem::DuplicateId { kind, id, first });
                continue;
            }
            known.ids.insert(&spot.value, &spot.place);
        }
        known
    }

    fn check(&self, spot: &Spot<Id>, faults: &Faults) {
        if self.ids.contains_key(&spot.value) {
            return;
        }
        let known = self.ids.keys().map(|id| id.as_str());
        let near = nearest(spot.value.as_str(), known).map(str::to_owned);
        let (kind, id) = (self.kind, spot.value.to_string());
        add(faults, &spot.place, Problem::UnknownReference { kind, id, near });
    }

    fn check_all<'s>(&self, spots: impl IntoIterator<Item = &'s Spot<Id>>, faults: &Faults) {
        for spot in spots {
            self.check(spot, faults);
        }
    }
}

struct Names<'a> {
    providers: Known<'a>,
    standards: Known<'a>,
    editions: Known<'a>,
    clouds: Known<'a>,
    services: Known<'a>,
    bodies: Known<'a>,
    offerings: Known<'a>,
    certificates: Known<'a>,
    reports: Known<'a>,
    texts: Known<'a>,
}

impl<'a> Names<'a> {
    fn of(trust: &'a Trust, faults: &Faults) -> Self {
        Known::new("statement", trust.statements.iter().map(|it| &it.id), faults);
        Known::new("question", trust.questions.iter().map(|it| &it.id), faults);
        Known::new("resource", trust.resources.iter().map(|it| &it.id), faults);
        Known::new("system", trust.systems.iter().map(|it| &it.id), faults);
        Known::new("page", trust.pages.iter().map(|it| &it.id), faults);
        Self {
            providers: Known::new("provider", trust.providers.iter().map(|it| &it.id), faults),
            standards: Known::new("standard", trust.standards.iter().map(|it| &it.id), faults),
            editions: Known::new("edition", trust.editions.iter().map(|it| &it.id), faults),
            clouds: Known::new("cloud", trust.clouds.iter().map(|it| &it.id), faults),
            services: Known::new("service", trust.services.iter().map(|it| &it.id), faults),
            bodies: Known::new("body", trust.bodies.iter().map(|it| &it.id), faults),
            offerings: Known::new("offering", trust.offerings.iter().map(|it| &it.id), faults),
            certificates: Known::new(
                "certificate",
                trust.certificates.iter().map(|it| &it.id),
                faults,
            ),
            reports: Known::new("report", trust.reports.iter().map(|it| &it.id), faults),
            texts: Known::new("text", trust.texts.iter().map(|it| &it.id), faults),
        }
    }

    fn service(&self, service: &Service, faults: &Faults) {
        self.providers.check(&service.provider, faults);
        self.texts.check_all(&service.text, faults);
        self.services.check_all(&service.group, faults);
        self.clouds.check_all(&service.clouds, faults);
    }

    fn offering(&self, trust: &Trust, offering: &Offering, faults: &Faults) {
        self.providers.check(&offering.provider, faults);
        self.editions.check(&offering.edition, faults);
        self.texts.check_all(offering.title.iter().chain(&offering.position), faults);
        if !(1..=12).contains(&offering.cycle_months) {
            let found = offering.cycle_months.to_string();
            let problem = Problem::NotInBounds { found, min: 1, max: 12 };
            add(faults, &offering.id.place, problem);
        }
        for row in &offering.services {
            self.services.check(&row.service, faults);
            self.clouds.check(&row.cloud, faults);
            let service = trust.service(&row.service.value);
            if service.is_some_and(|it| !it.clouds.contains(&row.cloud)) {
                let (service, cloud) = (&row.service.value, &row.cloud.value);
                let words = format!("the service `{service}` does not run in the cloud `{cloud}`");
                say(faults, &row.cloud.place, words);
            }
        }
    }

    fn documents(&self, trust: &Trust, faults: &Faults) {
        for one in &trust.certificates {
            self.offerings.check(&one.offering, faults);
            self.bodies.check_all(&one.body, faults);
            self.services.check_all(&one.services, faults);
            self.clouds.check_all(&one.clouds, faults);
            self.texts.check_all(one.heading.iter().chain(&one.title), faults);
        }
        for one in &trust.reports {
            self.offerings.check(&one.offering, faults);
            self.standards.check_all(&one.standards, faults);
            self.services.check_all(&one.services, faults);
            self.reports.check_all(&one.bridges, faults);
            self.texts.check_all(one.heading.iter().chain(&one.title), faults);
        }
        for one in &trust.statements {
            self.certificates.check(&one.certificate, faults);
            self.editions.check(&one.edition, faults);
        }
        for one in &trust.questions {
            self.offerings.check(&one.offering, faults);
            self.texts.check(&one.question, faults);
            self.texts.check_all(&one.answers, faults);
        }
        for one in &trust.resources {
            self.offerings.check(&one.offering, faults);
            self.texts.check(&one.title, faults);
        }
        for page in &trust.pages {
            self.offerings.check(&page.offering, faults);
            self.texts.check_all(page.lines.iter().flat_map(|line| &line.texts), faults);
        }
    }

    fn system(&self, system: &System, faults: &Faults) {
        for used in &system.uses {
            self.services.check(&used.service, faults);
            self.clouds.check(&used.cloud, faults);
        }
        Known::new("own part", system.own.iter().map(|part| &part.control), faults);
    }
}

/// Reports services that are, over any number of steps, a group of themselves.
fn cycles(services: &[Service], faults: &Faults) {
    let groups: BTreeMap<&Id, &Id> =
        services.iter().filter_map(|it| Some((&it.id.value, &it.group.as_ref()?.value))).collect();
    let mut told: BTreeSet<&Id> = BTreeSet::new();
    for service in services {
        let mut path = vec![&service.id.value];
        while let Some(next) = path.last().and_then(|last| groups.get(last)) {
            if path.contains(next) {
                break;
            }
            path.push(next);
        }
        let closes = path.last().and_then(|last| groups.get(last)) == path.first();
        if closes && !path.iter().any(|id| told.contains(id)) {
            let names: Vec<String> =
                path.iter().chain(path.first()).map(|id| format!("`{id}`")).collect();
            let words = format!("a service is its own group: {}", names.join(" in "));
            let place = service.group.as_ref().map_or(&service.id.place, |group| &group.place);
            say(faults, place, words);
            told.extend(path);
        }
    }
}

fn one_translation_each(unit: &Unit, faults: &Faults) {
    let mut seen = vec![unit.locale.as_str()];
    for translation in &unit.translations {
        let locale = translation.locale.value.as_str();
        if seen.contains(&locale) {
            let words = format!("the text `{}` is there twice in `{locale}`", unit.id.value);
            say(faults, &translation.locale.place, words);
        }
        seen.push(locale);
    }
}
