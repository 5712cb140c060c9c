use std::collections::BTreeMap;

use super::super::load;
use super::*;
use crate::day::Day;

const PAGE: &str = include_str!("../../../tests/trust/example-page.md");

fn page(text: &str) -> Trust {
    facts::import(text, "en-US", &BTreeMap::new()).0
}

fn merged(kept: &Trust, text: &str) -> Merged {
    let merged = merge(kept, page(text), &BTreeMap::new()).unwrap();
    load::check(&merged.trust, &BTreeMap::new()).unwrap();
    merged
}

fn how<'m>(merged: &'m Merged, list: &str, id: &str) -> Option<&'m Taken> {
    merged.taken.iter().find(|it| it.list == list && it.id == *id)
}

/// The portal of the page, with days and a class of access that its owner added.
fn edited() -> Trust {
    let mut kept = page(PAGE);
    kept.certificates[0].expires = Day::parse("2028-03-01").map(Spot::made);
    kept.reports[0].access = super::super::document::Access::Public;
    kept.offerings[0].cycle_months = 6;
    let mut more = kept.certificates[0].clone();
    more.id = Spot::made(Id::made("by-hand"));
    kept.certificates.push(more);
    kept
}

#[test]
fn the_same_page_changes_nothing_that_was_added() {
    let kept = edited();
    let merged = merged(&kept, PAGE);
    assert_eq!(merged.trust, kept);
    let id = kept.certificates[0].id.value.as_str();
    assert_eq!(how(&merged, "certificates", id).unwrap().facts, ["expires"]);
    assert_eq!(how(&merged, "certificates", "by-hand").unwrap().how, How::Stays);
    assert!(merged.taken.iter().all(|it| it.how != How::Gone));
}

#[test]
fn what_the_page_does_not_tell_any_more_is_gone() {
    let kept = edited();
    let report = kept.reports[0].clone();
    let text = report.title.as_ref().unwrap().value.as_str();
    let lines: Vec<&str> = PAGE.lines().filter(|line| !line.contains(text)).collect();
    assert!(lines.len() < PAGE.lines().count());
    let merged = merged(&kept, &lines.join("\n"));
    assert!(!merged.trust.reports.iter().any(|it| it.id == report.id));
    assert_eq!(how(&merged, "reports", report.id.value.as_str()).unwrap().how, How::Gone);
    assert!(merged.trust.certificates.iter().any(|it| it.id.value == *"by-hand"));
}

#[test]
fn a_portal_without_pages_keeps_everything() {
    let mut kept = edited();
    kept.pages.clear();
    let merged = merged(&kept, PAGE);
    assert!(merged.taken.iter().all(|it| it.how != How::Gone));
    assert_eq!(merged.trust.pages.len(), 1);
}

#[test]
fn a_document_of_another_offering_is_refused() {
    let mut kept = edited();
    let mut other = kept.offerings[0].clone();
    other.id = Spot::made(Id::made("other"));
    kept.certificates[0].offering = other.id.clone();
    kept.offerings.push(other);
    let faults = merge(&kept, page(PAGE), &BTreeMap::new()).unwrap_err();
    assert_eq!(faults.len(), 1);
    assert!(faults[0].to_string().contains("is a document of `other` already"));
}

#[test]
fn a_statement_goes_with_its_certificate() {
    let mut kept = edited();
    let text = "{id: s, certificate: by-hand, edition: e, variant: public, \
                rows: [{id: A.5.1, applicable: true}]}";
    kept.statements.push(crate::source::read("s.yaml", text).unwrap());
    let stays = merge(&kept, page(PAGE), &BTreeMap::new()).unwrap();
    assert_eq!(stays.trust.statements.len(), 1);
    kept.statements[0].certificate = Spot::made(Id::made("nobody"));
    let gone = merge(&kept, page(PAGE), &BTreeMap::new()).unwrap();
    assert!(gone.trust.statements.is_empty());
    assert_eq!(how(&gone, "statements", "s").unwrap().how, How::Gone);
}
