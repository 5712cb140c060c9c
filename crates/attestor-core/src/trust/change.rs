//! What changes from one version of a portal to the next: for who watches it, and item by item.

use std::collections::BTreeMap;

use crate::day::Day;
use crate::id::Id;
use crate::word::words;

use super::document::{Certificate, Report, State, Statement};
use super::model::{InScope, Offering, Trust};

pub mod fields;

use fields::{Field, fields};

words! {
    /// What of a portal can be watched.
    pub enum ItemKind {
        /// An offering with everything that belongs to it.
        Offering = "offering",
        /// A certificate.
        Certificate = "certificate",
        /// A report.
        Report = "report",
        /// A statement of applicability.
        Statement = "statement",
    }
}

words! {
    /// What happened to an item.
    pub enum What {
        /// It is new.
        Added = "added",
        /// It stands in the portal no more.
        Removed = "removed",
        /// A newer document took its place.
        Replaced = "replaced",
        /// It was taken back.
        Withdrawn = "withdrawn",
        /// Something else about it is different.
        Changed = "changed",
        /// The offering is about another edition.
        EditionChanged = "edition-changed",
        /// A service is in scope that was not.
        ServiceJoins = "service-joins",
        /// A service leaves scope, or has left it.
        ServiceLeaves = "service-leaves",
        /// Words are different; told once an offering.
        TextsChanged = "texts-changed",
    }
}

/// A change of an item.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Change {
    /// What happened.
    pub what: What,
    /// The kind of the item.
    pub kind: ItemKind,
    /// The item.
    pub item: Id,
    /// The offering that it belongs to; of an offering, itself.
    pub offering: Id,
    /// The service and the cloud that join or leave.
    pub service: Option<(Id, Id)>,
    /// The first day in scope of a service that joins, the last one of a service that leaves.
    pub day: Option<Day>,
    /// The facts that are different.
    pub fields: Vec<Field>,
}

/// All changes, by offering, certificate, report and statement in the order of the new version; what
/// is gone stands last of its kind. The same versions give none. Drafts are nobody's business.
#[must_use]
pub fn changes(old: &Trust, new: &Trust) -> Vec<Change> {
    let mut found = Vec::new();
    offerings(old, new, &mut found);
    documents(
        (&certificates(old), &certificates(new)),
        (ItemKind::Certificate, certificate),
        &mut found,
    );
    documents((&reports(old), &reports(new)), (ItemKind::Report, report), &mut found);
    documents((&statements(old), &statements(new)), (ItemKind::Statement, statement), &mut found);
    found
}

/// An item with its id and its offering.
struct Placed<'t, T> {
    id: &'t Id,
    offering: Id,
    item: &'t T,
}

fn certificates(trust: &Trust) -> Vec<Placed<'_, Certificate>> {
    let seen = trust.certificates.iter().filter(|it| it.state != State::Draft);
    seen.map(|it| Placed { id: &it.id.value, offering: it.offering.value.clone(), item: it })
        .collect()
}

fn reports(trust: &Trust) -> Vec<Placed<'_, Report>> {
    let seen = trust.reports.iter().filter(|it| it.state != State::Draft);
    seen.map(|it| Placed { id: &it.id.value, offering: it.offering.value.clone(), item: it })
        .collect()
}

fn statements(trust: &Trust) -> Vec<Placed<'_, Statement>> {
    let offering = |statement: &Statement| {
        let of = &statement.certificate.value;
        let found = trust.certificates.iter().find(|it| it.id.value == *of);
        found.map_or_else(|| of.clone(), |it| it.offering.value.clone())
    };
    let all = trust.statements.iter();
    all.map(|it| Placed { id: &it.id.value, offering: offering(it), item: it }).collect()
}

fn documents<T: serde::Serialize>(
    (old, new): (&[Placed<'_, T>], &[Placed<'_, T>]),
    (kind, judge): (ItemKind, impl Fn(&T, &T, &[Field]) -> What),
    found: &mut Vec<Change>,
) {
    let known: BTreeMap<&Id, &T> = old.iter().map(|it| (it.id, it.item)).collect();
    let mut add = |what, it: &Placed<'_, T>, fields| {
        let (item, offering) = (it.id.clone(), it.offering.clone());
        found.push(Change { what, kind, item, offering, service: None, day: None, fields });
    };
    for it in new {
        let Some(before) = known.get(it.id) else {
            add(What::Added, it, Vec::new());
            continue;
        };
        let fields = fields(*before, it.item);
        if !fields.is_empty() {
            add(judge(before, it.item, &fields), it, fields);
        }
    }
    for it in old.iter().filter(|it| !new.iter().any(|now| now.id == it.id)) {
        add(What::Removed, it, Vec::new());
    }
}

/// What the change of a state says, where it says something.
fn state(old: State, new: State) -> Option<What> {
    match new {
        _ if old == new => None,
        State::Withdrawn => Some(What::Withdrawn),
        State::Superseded => Some(What::Replaced),
        State::Published | State::Draft => None,
    }
}

/// Whether one of these facts is different.
fn has(fields: &[Field], names: &[&str]) -> bool {
    fields.iter().any(|it| names.contains(&it.name.as_str()))
}

fn replaced(fields: &[Field], names: &[&str]) -> What {
    if has(fields, names) { What::Replaced } else { What::Changed }
}

fn certificate(old: &Certificate, new: &Certificate, fields: &[Field]) -> What {
    let newer = || replaced(fields, &["number", "issued", "expires", "link"]);
    state(old.state, new.state).unwrap_or_else(newer)
}

fn report(old: &Report, new: &Report, fields: &[Field]) -> What {
    let newer = || replaced(fields, &["issued", "period_from", "period_to", "link"]);
    state(old.state, new.state).unwrap_or_else(newer)
}

fn statement(_: &Statement, _: &Statement, fields: &[Field]) -> What {
    replaced(fields, &["edition", "rows", "certificate"])
}

fn offerings(old: &Trust, new: &Trust, found: &mut Vec<Change>) {
    for offering in &new.offerings {
        let Some(before) = old.offering(&offering.id.value) else {
            found.push(of_offering(What::Added, offering));
            continue;
        };
        if before.edition != offering.edition {
            let fields = fields(before, offering);
            let fields = fields.into_iter().filter(|it| it.name == "edition").collect();
            found.push(Change { fields, ..of_offering(What::EditionChanged, offering) });
        }
        services(before, offering, found);
        if texts(old, before) != texts(new, offering) {
            found.push(of_offering(What::TextsChanged, offering));
        }
    }
    let gone = old.offerings.iter().filter(|it| new.offering(&it.id.value).is_none());
    found.extend(gone.map(|it| of_offering(What::Removed, it)));
}

fn of_offering(what: What, offering: &Offering) -> Change {
    let id = &offering.id.value;
    Change {
        what,
        kind: ItemKind::Offering,
        item: id.clone(),
        offering: id.clone(),
        service: None,
        day: None,
        fields: Vec::new(),
    }
}

/// Services that join or leave, each once a cloud: what counts is the last of its times in scope.
fn services(old: &Offering, new: &Offering, found: &mut Vec<Change>) {
    let (before, now) = (last_times(old), last_times(new));
    for (key, row) in &now {
        let known = before.get(key);
        if known.is_none_or(|known| known.from != row.from) {
            let day = row.from.as_ref().map(|it| it.value);
            found.push(of_service(What::ServiceJoins, new, (key, day)));
        }
        if row.until.is_some() && known.is_none_or(|known| known.until != row.until) {
            let day = row.until.as_ref().map(|it| it.value);
            found.push(of_service(What::ServiceLeaves, new, (key, day)));
        }
    }
    for key in before.keys().filter(|key| !now.contains_key(*key)) {
        found.push(of_service(What::ServiceLeaves, new, (key, None)));
    }
}

fn last_times(offering: &Offering) -> BTreeMap<(&Id, &Id), &InScope> {
    let mut times: BTreeMap<(&Id, &Id), &InScope> = BTreeMap::new();
    for row in &offering.services {
        let last = times.entry((&row.service.value, &row.cloud.value)).or_insert(row);
        let from = |row: &InScope| row.from.as_ref().map(|it| it.value);
        if from(row) > from(last) {
            *last = row;
        }
    }
    times
}

fn of_service(
    what: What,
    offering: &Offering,
    ((service, cloud), day): (&(&Id, &Id), Option<Day>),
) -> Change {
    let service = Some(((*service).clone(), (*cloud).clone()));
    Change { service, day, ..of_offering(what, offering) }
}

/// The words of an offering: its title, what it says of the standard, questions, titles of what
/// belongs to it, in all languages.
fn texts(trust: &Trust, offering: &Offering) -> String {
    let id = &offering.id.value;
    let own = offering.title.iter().chain(&offering.position);
    let questions = trust.questions.iter().filter(|it| it.offering.value == *id);
    let questions = questions.flat_map(|it| std::iter::once(&it.question).chain(&it.answers));
    let certificates = trust.certificates.iter().filter(|it| it.offering.value == *id);
    let reports = trust.reports.iter().filter(|it| it.offering.value == *id);
    let resources = trust.resources.iter().filter(|it| it.offering.value == *id);
    let titles = certificates.flat_map(|it| it.heading.iter().chain(&it.title));
    let titles = titles.chain(reports.flat_map(|it| it.heading.iter().chain(&it.title)));
    let titles = titles.chain(resources.map(|it| &it.title));
    let by_id: BTreeMap<&Id, _> = trust.texts.iter().map(|it| (&it.id.value, it)).collect();
    let units = own.chain(questions).chain(titles).filter_map(|id| by_id.get(&id.value));
    let mut said = String::new();
    for unit in units {
        for body in std::iter::once(&unit.body).chain(unit.translations.iter().map(|it| &it.body)) {
            said.push_str(body);
            said.push('\n');
        }
    }
    said
}

#[cfg(test)]
mod tests;
