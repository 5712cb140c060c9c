//! The statements of applicability as everybody sees them: which rows apply, and who does them.

use std::collections::HashMap;

use attestor_core::id::Id;
use attestor_core::trust::document::{Certificate, SoaRow, Statement, Variant};

use super::Making;
use crate::phrases::Arg;
use crate::web::shape::Mark;
use crate::web::trust::center;

/// A statement.
pub(super) struct StatementTable {
    /// Its place on the page.
    pub(super) id: String,
    pub(super) title: String,
    /// How many rows apply.
    pub(super) said: String,
    /// Whether more is in the document.
    pub(super) more: bool,
    pub(super) has_reasons: bool,
    pub(super) rows: Vec<Row>,
    /// Where readers get the document; empty without a server.
    pub(super) document: String,
}

/// A row of a statement.
pub(super) struct Row {
    pub(super) id: String,
    /// What it is about, in words of this project; empty for an edition that is not known here.
    pub(super) title: String,
    pub(super) mark: Mark,
    pub(super) duty: String,
    pub(super) reason: String,
}

pub(super) fn tables(making: &Making<'_>) -> Vec<StatementTable> {
    making.offering.statements().map(|(it, of)| making.statement(it, of)).collect()
}

impl Making<'_> {
    fn statement(&self, it: &Statement, of: &Certificate) -> StatementTable {
        let catalog = self.visit.site.portals.library().catalogs.get(&it.edition.value);
        let items = catalog.into_iter().flat_map(|catalog| &catalog.items);
        let titles: HashMap<&Id, &str> =
            items.map(|item| (&item.id.value, item.title.as_deref().unwrap_or_default())).collect();
        let formats = self.visit.phrases().formats();
        let applied = it.rows.iter().filter(|row| row.applicable).count();
        let (part, whole) = (formats.count(applied), formats.count(it.rows.len()));
        let said = [("part", Arg::from(&part)), ("whole", Arg::from(&whole))];
        let name = center::name(of);
        StatementTable {
            id: it.id.value.to_string(),
            title: self.frame.text("trust-statement-of", &[("certificate", Arg::from(&name))]),
            said: self.frame.text("trust-statement-said", &said),
            more: it.variant == Variant::Full,
            has_reasons: it.rows.iter().any(|row| row.reason.is_some()),
            rows: it.rows.iter().map(|row| self.row(row, &titles)).collect(),
            document: self.document("statement", &it.id.value),
        }
    }

    fn row(&self, row: &SoaRow, titles: &HashMap<&Id, &str>) -> Row {
        let (class, symbol, key) = match (row.applicable, row.implemented) {
            (false, _) => ("none", "dash", "trust-row-not-applicable"),
            (true, Some(true)) => ("ok", "check", "trust-row-done"),
            (true, Some(false)) => ("warn", "clock", "trust-row-not-done"),
            (true, None) => ("info", "info", "trust-row-applies"),
        };
        let duty = row.duty.filter(|_| row.applicable);
        Row {
            id: row.id.value.to_string(),
            title: titles.get(&row.id.value).copied().unwrap_or_default().to_owned(),
            mark: Mark::new(class, symbol, self.frame.t(key)),
            duty: duty.map_or_else(String::new, |duty| self.frame.t(&format!("trust-duty-{duty}"))),
            reason: row.reason.clone().unwrap_or_default(),
        }
    }
}
