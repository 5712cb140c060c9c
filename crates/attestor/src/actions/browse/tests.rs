use std::sync::Arc;

use attestor_core::attestation::catalog::facet::Facet;
use attestor_core::attestation::catalog::index::Query;
use attestor_core::day::Day;
use tempfile::TempDir;

use super::Catalog;
use crate::actions::reader::Reader;
use crate::actions::show_app;
use crate::runtime::Waiting;
use crate::store::suite::builder::{page, second};
use crate::store::suite::many::fill;
use crate::store::suite::statements::counted;
use crate::store::{Missing, NewPage, Place, Store};

struct Subject {
    catalog: Catalog,
    waiting: Waiting,
    _folder: TempDir,
}

fn subject() -> Subject {
    let folder = tempfile::tempdir().expect("a folder");
    let waiting = Waiting::new().expect("a runtime");
    let place = Place::Folder(folder.path().to_owned());
    let store = waiting.on(Store::open(&place, Missing::Made)).expect("opened");
    Subject { catalog: Catalog::new(store), waiting, _folder: folder }
}

fn put(subject: &Subject, pages: &[NewPage]) {
    let store = subject.catalog.store();
    subject.waiting.on(store.put_pages(pages, second(0))).expect("kept");
}

fn names(subject: &Subject) -> Vec<String> {
    let index = subject.waiting.on(subject.catalog.index()).expect("an index");
    index.listings().iter().map(|one| one.name.clone()).collect()
}

#[test]
fn the_index_is_as_new_as_the_database() {
    let subject = subject();
    assert_eq!(names(&subject), [""; 0]);
    put(&subject, &[page("WA2", ""), page("WA1", "")]);
    assert_eq!(names(&subject), ["App WA1", "App WA2"]);
    put(&subject, &[NewPage { name: "A".to_owned(), ..page("WA2", "new") }]);
    assert_eq!(names(&subject), ["A", "App WA1"]);
}

#[test]
fn names_are_in_the_order_of_people() {
    let subject = subject();
    let names_in = ["인증", "éclair", "Zebra", "apple", "Apple pie", "10", "9"];
    let pages: Vec<NewPage> = (0..)
        .zip(names_in)
        .map(|(number, name): (i32, &str)| NewPage {
            name: name.to_owned(),
            ..page(&format!("WA{number}"), "")
        })
        .collect();
    put(&subject, &pages);
    assert_eq!(names(&subject), ["10", "9", "apple", "Apple pie", "éclair", "Zebra", "인증"]);
}

#[test]
fn one_task_makes_the_index_and_the_others_wait() {
    let Subject { catalog, waiting, _folder } = subject();
    waiting.on(catalog.store().put_pages(&[page("WA1", "")], second(0))).expect("kept");
    let ((a, b, c), statements) = counted(|| {
        waiting.on(async { tokio::join!(catalog.index(), catalog.index(), catalog.index()) })
    });
    let (a, b, c) = (a.expect("an index"), b.expect("an index"), c.expect("an index"));
    assert!(Arc::ptr_eq(&a, &b) && Arc::ptr_eq(&b, &c));
    // Each asks for the revision, and one of them again before it reads all apps.
    assert_eq!(statements, 5);
}

#[test]
fn a_catalog_of_many_apps_costs_as_many_statements_as_one_of_few() {
    let reader = Reader::load().expect("sound");
    let today = Day::new(2026, 11, 22).expect("a day");
    let costs = |apps: i64| {
        let Subject { catalog, waiting, _folder } = subject();
        fill(catalog.store(), &waiting, apps);
        let (index, made) = counted(|| waiting.on(catalog.index()).expect("an index"));
        assert_eq!(index.len(), usize::try_from(apps).expect("some"));
        let chosen = vec![(Facet::Permission, "Permission.7".to_owned())];
        let (total, found) = counted(|| {
            let index = waiting.on(catalog.index()).expect("an index");
            let query = Query { words: "app".to_owned(), chosen, limit: 50, ..Query::default() };
            index.find(&query, today).total
        });
        assert!(total > 0);
        let (shown, show) =
            counted(|| waiting.on(show_app::show(catalog.store(), &reader, "WA7", today)));
        assert_eq!(shown.expect("an app").app.name, "App 7");
        [made, found, show]
    };
    assert_eq!(costs(10), [3, 1, 6]);
    assert_eq!(costs(10_000), [3, 1, 6]);
}
