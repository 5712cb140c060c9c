//! Statements of applicability: every row an item of the statement's own edition.

use std::collections::BTreeMap;

use crate::fault::{Place, Problem};
use crate::framework::Catalog;
use crate::id::Id;

use super::super::document::{Statement, Variant};
use super::super::model::Trust;
use super::{Faults, add, say};

pub(super) fn check(trust: &Trust, catalogs: &BTreeMap<Id, Catalog>, faults: &Faults) {
    let mut of: BTreeMap<&Id, &Place> = BTreeMap::new();
    for statement in &trust.statements {
        edition(trust, statement, faults);
        rows(statement, catalogs, faults);
        let certificate = &statement.certificate;
        if of.insert(&certificate.value, &certificate.place).is_some() {
            let words = format!("the certificate `{}` has two statements", certificate.value);
            say(faults, &certificate.place, words);
        }
    }
}

fn edition(trust: &Trust, statement: &Statement, faults: &Faults) {
    let certificate =
        trust.certificates.iter().find(|it| it.id.value == statement.certificate.value);
    let Some(edition) = certificate.and_then(|it| trust.edition_of(it)) else { return };
    if edition.id.value != statement.edition.value {
        let (found, expected) = (&statement.edition.value, &edition.id.value);
        let words = format!("the statement is of `{found}`, and its certificate of `{expected}`");
        say(faults, &statement.edition.place, words);
    }
}

fn rows(statement: &Statement, catalogs: &BTreeMap<Id, Catalog>, faults: &Faults) {
    let mut seen: BTreeMap<&Id, &Place> = BTreeMap::new();
    let own = catalogs.get(&statement.edition.value);
    for row in &statement.rows {
        let (id, place) = (&row.id.value, &row.id.place);
        if let Some(first) = seen.insert(id, place) {
            let (id, first) = (id.to_string(), first.clone());
            add(faults, place, Problem::DuplicateId { kind: "row", id, first });
        }
        if own.is_some_and(|own| !own.has(id)) {
            let edition = &statement.edition.value;
            let other = catalogs.iter().find(|(_, catalog)| catalog.has(id));
            let where_from = other.map_or_else(
                || "and no edition known here has it".to_owned(),
                |(other, _)| format!("it is one of `{other}`"),
            );
            say(faults, place, format!("`{id}` is no item of `{edition}`; {where_from}"));
        }
    }
    let expected = own.map_or(0, |catalog| catalog.items.len());
    if statement.variant == Variant::Full && own.is_some() && seen.len() != expected {
        let words = format!("a full statement has all {expected} items, this one {}", seen.len());
        say(faults, &statement.id.place, words);
    }
}
