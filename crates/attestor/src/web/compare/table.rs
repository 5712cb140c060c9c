//! The rows of a comparison: figures, answers by section, permissions; what differs stands first.

use std::collections::BTreeMap;
use std::sync::Arc;

use attestor_core::attestation::page::facts::Value;
use attestor_core::attestation::page::permission::PermissionType;
use attestor_core::attestation::question::{AnswerType, Question, Section};

use super::Side;
use crate::web::app::answer::{RowView, question_words};
use crate::web::app::permissions::{is_broad, kind_name};
use crate::web::catalog::line::{stores_mark, tier_mark};
use crate::web::cell::{absent, cell, mark, text};
use crate::web::frame::Frame;
use crate::web::shape::Mark;
use crate::web::visit::Visit;

/// The question that stands among the figures.
const STORES: &str = "stores_customer_data";

/// Rows under one head.
pub(super) struct Group {
    pub(super) title: String,
    pub(super) rows: Vec<Row>,
}

/// One line of the table.
pub(super) struct Row {
    pub(super) label: String,
    /// Where the label leads; empty for none.
    pub(super) address: String,
    /// Whether the label is an identifier.
    pub(super) verbatim: bool,
    pub(super) marks: Vec<Mark>,
    pub(super) differs: bool,
    /// One for each app.
    pub(super) cells: Vec<RowView>,
}

/// All rows, or those that differ; groups without rows are left out.
pub(super) fn groups(
    frame: &Frame<'_>,
    visit: &Visit,
    sides: &[Side<'_>],
    only: bool,
) -> Vec<Group> {
    let mut groups = vec![figures(frame, visit, sides)];
    groups.extend(Section::ALL.iter().map(|section| answers(frame, visit, sides, *section)));
    groups.push(permissions(frame, visit, sides));
    for group in &mut groups {
        group.rows.retain(|row| row.differs || !only);
        group.rows.sort_by_key(|row| !row.differs);
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

/// Whether not all are the same.
fn differ<T: PartialEq>(values: &[T]) -> bool {
    values.first().is_some_and(|first| values.iter().any(|one| one != first))
}

fn row<T: PartialEq>(label: String, values: &[T], cells: Vec<RowView>) -> Row {
    let differs = differ(values);
    Row { label, address: String::new(), verbatim: false, marks: Vec::new(), differs, cells }
}

fn figures(frame: &Frame<'_>, visit: &Visit, sides: &[Side<'_>]) -> Group {
    let listings = || sides.iter().map(|side| side.listing);
    let figure = |key: &str, differs: bool, cells: Vec<RowView>| Row {
        differs,
        ..row::<()>(frame.t(key), &[], cells)
    };
    let none = || absent(visit);
    let tiers: Vec<_> = listings().map(|one| one.tier).collect();
    let publishers: Vec<_> = listings().map(|one| one.publisher.as_deref()).collect();
    let days: Vec<_> = listings().map(|one| one.updated).collect();
    let stores: Vec<_> = listings().map(|one| one.stores_data).collect();
    let tier_cells =
        tiers.iter().map(|tier| tier.map_or_else(none, |it| mark(tier_mark(frame, it))));
    let publisher = |name: &Option<&str>| name.map_or_else(none, |name| text(name.to_owned()));
    let day_cells =
        days.iter().map(|day| day.map_or_else(none, |it| text(visit.phrases().day(it))));
    let stores_cells = stores.iter().map(|answer| mark(stores_mark(frame, *answer)));
    let rows = vec![
        figure("web-facet-tier", differ(&tiers), tier_cells.collect()),
        figure(
            "web-facet-publisher",
            differ(&publishers),
            publishers.iter().map(publisher).collect(),
        ),
        figure("web-facet-freshness", differ(&days), day_cells.collect()),
        figure("web-facet-stores-data", differ(&stores), stores_cells.collect()),
    ];
    Group { title: frame.t("web-summary"), rows }
}

/// The answers of a section that stand on a page of at least one app, without free texts.
fn answers(frame: &Frame<'_>, visit: &Visit, sides: &[Side<'_>], section: Section) -> Group {
    let questions = visit.site.reader.questionnaire.questions().iter();
    let own = questions.filter(|one| one.section == section && is_compared(one));
    let rows = own.filter_map(|question| answer(visit, sides, &question.id));
    Group { title: frame.t(&format!("web-section-{section}")), rows: rows.collect() }
}

/// Whether the answers of apps can be the same in any language.
fn is_compared(question: &Question) -> bool {
    let kind = match question.kind {
        AnswerType::YesNo
        | AnswerType::YesNoNa
        | AnswerType::Date
        | AnswerType::Enum
        | AnswerType::EnumList => true,
        AnswerType::Text
        | AnswerType::TextList
        | AnswerType::Country
        | AnswerType::CountryList
        | AnswerType::Url
        | AnswerType::Id => false,
    };
    kind && *question.id != *STORES
}

fn answer(visit: &Visit, sides: &[Side<'_>], id: &Arc<str>) -> Option<Row> {
    let values: Vec<Option<&Value>> = sides.iter().map(|side| side.facts.value(id)).collect();
    if values.iter().all(Option::is_none) {
        return None;
    }
    let cells = values.iter().zip(sides);
    let cells = cells.map(|(value, side)| cell(visit, id, *value, &side.listing.locale)).collect();
    let label = question_words(visit, id).unwrap_or_else(|| id.to_string());
    Some(row(label, &values, cells))
}

/// How an app holds a permission: `None` if it does not ask, `Some(None)` if the page does not say.
type Asked = Option<Option<PermissionType>>;

fn permissions(frame: &Frame<'_>, visit: &Visit, sides: &[Side<'_>]) -> Group {
    let rows = asked(sides).into_values().map(|(name, kinds)| {
        let cells = kinds.iter().map(|kind| held(frame, *kind)).collect();
        let broad = || Mark::new("warn", "alert", frame.t("web-broad"));
        Row {
            address: frame.permission(name),
            verbatim: true,
            marks: is_broad(visit, name).then(broad).into_iter().collect(),
            ..row(name.to_owned(), &kinds, cells)
        }
    });
    Group { title: frame.t("web-permissions"), rows: rows.collect() }
}

/// The permissions by their names in lower case: the name as it was first met, and how each app
/// holds it.
fn asked<'s>(sides: &'s [Side<'_>]) -> BTreeMap<String, (&'s str, Vec<Asked>)> {
    let mut found: BTreeMap<String, (&str, Vec<Asked>)> = BTreeMap::new();
    for (place, side) in sides.iter().enumerate() {
        for one in &side.facts.permissions {
            let entry = found.entry(one.name.to_ascii_lowercase());
            let (_, kinds) = entry.or_insert_with(|| (&one.name, vec![None; sides.len()]));
            if let Some(slot) = kinds.get_mut(place) {
                *slot = Some(together(*slot, one.kind));
            }
        }
    }
    found
}

/// How a permission is held that may stand on a page twice.
fn together(before: Asked, kind: Option<PermissionType>) -> Option<PermissionType> {
    match (before.flatten(), kind) {
        (Some(one), Some(other)) if one != other => Some(PermissionType::Both),
        (Some(one), _) => Some(one),
        (None, other) => other,
    }
}

fn held(frame: &Frame<'_>, asked: Asked) -> RowView {
    match asked {
        Some(Some(kind)) => mark(Mark::new("info", "check", kind_name(frame, kind))),
        Some(None) => mark(Mark::new("info", "check", frame.t("web-asked"))),
        None => mark(Mark::new("", "dash", frame.t("web-not-asked"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_differ_unless_all_values_are_the_same() {
        assert!(!differ::<u8>(&[]));
        assert!(!differ(&[1, 1, 1]));
        assert!(differ(&[1, 1, 2]));
        assert!(differ(&[Some(Some(1)), Some(None)]));
    }

    #[test]
    fn a_permission_that_stands_in_both_ways_is_held_in_both() {
        let [delegated, application] = [PermissionType::Delegated, PermissionType::Application];
        assert_eq!(together(None, Some(delegated)), Some(delegated));
        assert_eq!(together(Some(None), Some(delegated)), Some(delegated));
        assert_eq!(together(Some(Some(delegated)), None), Some(delegated));
        let both = together(Some(Some(delegated)), Some(application));
        assert_eq!(both, Some(PermissionType::Both));
    }
}
