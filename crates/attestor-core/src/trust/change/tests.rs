use std::collections::BTreeMap;

use super::fields::{Apart, differences};
use super::*;
use crate::framework::SourceFile;
use crate::trust::load::load;

const BASE: &str = include_str!("../../../tests/trust/example.yaml");

fn read(text: &str) -> Trust {
    let file = SourceFile { path: "t.yaml".to_owned(), text: text.to_owned() };
    load(&[file], &BTreeMap::new()).unwrap()
}

/// The example with one text in the place of another.
fn with(from: &str, to: &str) -> Trust {
    assert!(BASE.contains(from), "{from}");
    read(&BASE.replace(from, to))
}

fn told(from: &str, to: &str) -> Vec<String> {
    let found = changes(&read(BASE), &with(from, to));
    found.iter().map(|it| format!("{} {} {}", it.what, it.kind, it.item)).collect()
}

#[test]
fn the_same_version_changes_nothing() {
    assert!(changes(&read(BASE), &read(BASE)).is_empty());
    assert!(differences(&read(BASE), &read(BASE)).is_empty());
}

#[test]
fn a_document_is_replaced_withdrawn_or_changed() {
    for (from, to, expected) in [
        (
            "period_to: 2025-12-31, issued: 2026-02-10",
            "period_to: 2025-12-31, issued: 2026-02-11",
            "replaced report audit",
        ),
        (
            "access: agreement,\n   standards",
            "access: public,\n   standards",
            "changed report audit",
        ),
        (
            "kind: assessment, state: published",
            "kind: assessment, state: withdrawn",
            "withdrawn report audit",
        ),
        ("number: HL 700123", "number: HL 700124", "replaced certificate main"),
        ("number: HL 700123", "number: HL 700123, scope: All", "changed certificate main"),
        (
            "{id: main, offering: harborlight-iso, state: published",
            "{id: main, offering: harborlight-iso, state: superseded",
            "replaced certificate main",
        ),
        ("applicable: false", "applicable: true", "replaced statement main-soa"),
    ] {
        assert_eq!(told(from, to), [expected], "{to}");
    }
}

#[test]
fn a_draft_is_nobodys_business() {
    let draft = "kind: assessment, state: draft";
    assert_eq!(told("kind: assessment, state: published", draft), ["removed report audit"]);
}

#[test]
fn a_service_joins_and_leaves_on_a_day() {
    let old = read(BASE);
    let row = "{service: tidewater, cloud: government}";
    let leaving = with(row, "{service: tidewater, cloud: government, until: 2026-12-31}");
    let found = changes(&old, &leaving);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].what, found[0].day), (What::ServiceLeaves, Day::parse("2026-12-31")));
    let gone = with("  - {service: tidewater, cloud: government}\n", "");
    let found = changes(&old, &gone);
    assert_eq!((found[0].what, found[0].day), (What::ServiceLeaves, None));
    let back = changes(&gone, &old);
    assert_eq!(back[0].what, What::ServiceJoins);
    let service = back[0].service.as_ref().map(|(service, _)| service.to_string());
    assert_eq!(service.as_deref(), Some("tidewater"));
}

#[test]
fn another_edition_is_told_with_both() {
    let found = changes(&read(BASE), &{
        let mut new = read(BASE);
        new.offerings[0].edition = crate::id::Spot::made(Id::made("iso27001-2013"));
        new
    });
    assert_eq!(found[0].what, What::EditionChanged);
    assert_eq!(found[0].fields[0].old, "iso27001-2022");
    assert_eq!(found[0].fields[0].new, "iso27001-2013");
}

#[test]
fn differences_name_list_item_and_fact() {
    let found = differences(&read(BASE), &with("number: HL 700123", "number: HL 1"));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].list.as_str(), found[0].id.as_str()), ("certificates", "main"));
    assert_eq!(found[0].apart, Apart::Changed);
    assert_eq!(found[0].fields[0].name, "number");
    let none = differences(&read(BASE), &Trust::default());
    assert!(none.iter().all(|it| it.apart == Apart::Removed) && !none.is_empty());
}
