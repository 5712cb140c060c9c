//! Statements of applicability, ready to be asked about many controls.

use std::collections::{BTreeMap, HashMap};

use super::super::document::{Duty, SoaRow};
use super::super::model::Trust;
use super::{Asked, Share, StandsFor, Why};
use crate::id::Id;

/// The statements of all certificates.
pub(super) struct Statements<'a>(BTreeMap<&'a Id, Rows<'a>>);

impl<'a> Statements<'a> {
    /// No statement at all.
    pub(super) const fn none() -> Self {
        Self(BTreeMap::new())
    }

    pub(super) fn of(trust: &'a Trust) -> Self {
        let rows = trust.statements.iter().map(|statement| {
            let rows = statement.rows.iter().map(|row| (&row.id.value, row)).collect();
            (&statement.certificate.value, Rows { edition: &statement.edition.value, rows })
        });
        Self(rows.collect())
    }

    pub(super) fn of_certificate(&self, id: &Id) -> Option<&Rows<'a>> {
        self.0.get(id)
    }
}

/// The rows of one statement.
pub(super) struct Rows<'a> {
    edition: &'a Id,
    rows: HashMap<&'a Id, &'a SoaRow>,
}

impl Rows<'_> {
    /// What the rows give for a control while their certificate holds.
    pub(super) fn gives(&self, asked: &Asked) -> (Share, Why) {
        let nothing = (Share::Customer, Why::NoRow);
        let of_edition = asked.by.iter().find(|it| it.edition == *self.edition);
        of_edition.map_or(nothing, |it| self.by_items(it))
    }

    /// All items must be there, apply and be done; the one with the least decides.
    fn by_items(&self, stands_for: &StandsFor) -> (Share, Why) {
        let mut least = (Share::Inherited, Why::ProviderDoes);
        if stands_for.items.is_empty() {
            return (Share::Customer, Why::NoRow);
        }
        for item in &stands_for.items {
            let given = self.rows.get(item).map_or((Share::Customer, Why::NoRow), |row| gives(row));
            if given.0 < least.0 {
                least = given;
            }
        }
        if !stands_for.is_whole && least.0 == Share::Inherited {
            return (Share::Shared, Why::OtherEdition);
        }
        least
    }
}

fn gives(row: &SoaRow) -> (Share, Why) {
    if !row.applicable {
        return (Share::Customer, Why::NotApplicable);
    }
    if row.implemented == Some(false) {
        return (Share::Customer, Why::NotImplemented);
    }
    match row.duty {
        Some(Duty::Provider) => (Share::Inherited, Why::ProviderDoes),
        Some(Duty::Shared) | None => (Share::Shared, Why::BothDo),
        Some(Duty::Customer) => (Share::Customer, Why::CustomerDoes),
    }
}
