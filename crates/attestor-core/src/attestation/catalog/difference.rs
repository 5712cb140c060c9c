//! What changed from one version of an app's page to another, answer by answer.

use std::sync::Arc;

use crate::attestation::page::controls::Outcome;
use crate::attestation::page::facts::{Facts, Tier, Value};
use crate::attestation::page::permission::{Permission, PermissionType};
use crate::attestation::question::Form;
use crate::day::Day;

/// Whether free texts are compared. Pages in two languages never agree in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Texts {
    /// They are: both pages are in one language.
    Compared,
    /// They are left out, unless one side is blank.
    LeftOut,
}

/// Something before and after; `None` where it was not on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<T> {
    /// What it was.
    pub before: Option<T>,
    /// What it is.
    pub after: Option<T>,
}

/// A permission with its kind, by which permissions are compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    /// The permission's name.
    pub name: String,
    /// How it is held; `None` where the page does not say.
    pub kind: Option<PermissionType>,
}

/// Everything that differs between two versions; empty lists and `None` for equal ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The form of the page. Where it changed, most questions come or go with the form.
    pub form: Option<Change<Form>>,
    /// The tier.
    pub tier: Option<Change<Tier>>,
    /// The day of the publisher's last change.
    pub updated: Option<Change<Day>>,
    /// Answers by question: those of the later version in the order of its page, then those that
    /// are no longer there.
    pub answers: Vec<(Arc<str>, Change<Value>)>,
    /// Permissions that are new, sorted, each once.
    pub permissions_added: Vec<Held>,
    /// Permissions that are gone, sorted, each once.
    pub permissions_removed: Vec<Held>,
    /// Results of domains and controls, in the order of the answers.
    pub certification: Vec<(Arc<str>, Change<Outcome>)>,
}

impl Difference {
    /// Whether both versions say the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.form.is_none()
            && self.tier.is_none()
            && self.updated.is_none()
            && self.answers.is_empty()
            && self.permissions_added.is_empty()
            && self.permissions_removed.is_empty()
            && self.certification.is_empty()
    }
}

/// What changed from one version to another. Reasons and registrations of permissions do not count.
#[must_use]
pub fn difference(before: &Facts, after: &Facts, texts: Texts) -> Difference {
    let (held_before, held_after) = (held(&before.permissions), held(&after.permissions));
    let only = |here: &[Held], there: &[Held]| -> Vec<Held> {
        here.iter().filter(|one| !there.contains(one)).cloned().collect()
    };
    let same_value = |before: &Value, after: &Value| same_value(before, after, texts);
    Difference {
        form: change(Some(before.generation), Some(after.generation)),
        tier: change(tier(before), tier(after)),
        updated: change(before.last_updated, after.last_updated),
        answers: changes(&before.answers, &after.answers, same_value),
        permissions_added: only(&held_after, &held_before),
        permissions_removed: only(&held_before, &held_after),
        certification: changes(&before.certification, &after.certification, |a, b| a == b),
    }
}

/// The tier of a page: what its picture shows, else what its front matter names.
#[must_use]
pub fn tier(facts: &Facts) -> Option<Tier> {
    facts.badge.or(facts.certification_type)
}

fn change<T: PartialEq>(before: Option<T>, after: Option<T>) -> Option<Change<T>> {
    (before != after).then_some(Change { before, after })
}

/// A blank in either language is a blank; a text against a blank is a change in any case.
fn same_value(before: &Value, after: &Value, texts: Texts) -> bool {
    match (before, after) {
        (Value::Text(old), Value::Text(new)) if texts == Texts::LeftOut => {
            old.is_empty() == new.is_empty()
        }
        _ => before == after,
    }
}

/// The entries of two lists that differ, by id.
fn changes<T: Clone>(
    before: &[(Arc<str>, T)],
    after: &[(Arc<str>, T)],
    same: impl Fn(&T, &T) -> bool,
) -> Vec<(Arc<str>, Change<T>)> {
    let find = |list: &[(Arc<str>, T)], id: &str| {
        list.iter().find(|(other, _)| &**other == id).map(|(_, value)| value.clone())
    };
    let mut found = Vec::new();
    for (id, new) in after {
        let old = find(before, id);
        if !old.as_ref().is_some_and(|old| same(old, new)) {
            found.push((Arc::clone(id), Change { before: old, after: Some(new.clone()) }));
        }
    }
    for (id, old) in before.iter().filter(|(id, _)| find(after, id).is_none()) {
        found.push((Arc::clone(id), Change { before: Some(old.clone()), after: None }));
    }
    found
}

/// The permissions, sorted, each once.
fn held(permissions: &[Permission]) -> Vec<Held> {
    let mut held: Vec<Held> =
        permissions.iter().map(|one| Held { name: one.name.clone(), kind: one.kind }).collect();
    held.sort();
    held.dedup();
    held
}
