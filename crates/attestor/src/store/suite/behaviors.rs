//! The behaviors. Each gets a database of its own.

use attestor_core::answer::Answer;
use attestor_core::attestation::catalog::facet::Facet;
use attestor_core::attestation::catalog::identity::IdSource;
use attestor_core::attestation::page::facts::Tier;
use attestor_core::day::Day;

use super::Subject;
use super::builder::{finding, on, page, second, with_permissions};
use crate::store::chain::{End, Told};
use crate::store::{AppRow, Counts, Matching, Missing, NewPage, Put, Range, Store, sql};

/// The list. A failure names its line, and so its behavior.
pub(super) const ALL: &[fn(&Subject)] = &[
    a_page_comes_back_as_it_went_in,
    the_same_page_is_kept_once,
    another_page_is_the_next_version,
    an_older_page_stays_behind_the_current_one,
    facets_are_those_of_the_current_version,
    a_batch_is_kept_whole_or_not_at_all,
    lists_go_on_where_they_ended,
    names_are_ordered_alike_everywhere,
    long_names_are_kept,
    filters_hold_together,
    counts_follow_the_filters,
    the_journal_is_a_chain,
    what_was_kept_is_there_after_opening_again,
    what_is_not_there_is_not_found,
];

fn put(subject: &Subject, pages: &[NewPage]) -> Vec<Put> {
    subject.waiting.on(subject.store.put_pages(pages, second(0))).expect("kept")
}

fn app(subject: &Subject, id: &str) -> AppRow {
    subject.waiting.on(subject.store.app(id)).expect("read").expect("an app")
}

fn list(subject: &Subject, matching: &Matching, after: Option<&str>, limit: i64) -> Vec<String> {
    let range = Range { after: after.map(str::to_owned), limit };
    let rows = subject.waiting.on(subject.store.apps(matching, &range)).expect("listed");
    rows.into_iter().map(|row| row.app_id).collect()
}

fn counts(subject: &Subject, matching: &Matching) -> Counts {
    subject.waiting.on(subject.store.counts(matching)).expect("counted")
}

fn a_page_comes_back_as_it_went_in(subject: &Subject) {
    let first = with_permissions(&["User.Read", "Mail.Read"], page("WA1", "\u{feff}é 인증"));
    let first = NewPage { findings: vec![finding(0), finding(12)], ..first };
    put(subject, std::slice::from_ref(&first));
    let expected = AppRow {
        app_id: "WA1".to_owned(),
        name: "App WA1".to_owned(),
        publisher: Some("Contoso".to_owned()),
        tier: Some("attested".to_owned()),
        stores_data: "yes".to_owned(),
        updated_on: Some("2022-02-17".to_owned()),
        current: 1,
        versions: 1,
    };
    assert_eq!(app(subject, "WA1"), expected);
    let Subject { store, waiting, .. } = subject;
    let (facts, bytes) = waiting.on(store.page("WA1", 1)).expect("read").expect("a version");
    assert_eq!((facts, bytes), (first.facts, first.page));
    assert_eq!(waiting.on(store.permissions("WA1", 1)).expect("read"), first.permissions);
    assert_eq!(waiting.on(store.findings("WA1", 1)).expect("read"), first.findings);
    let versions = waiting.on(store.versions("WA1")).expect("read");
    assert_eq!(versions.len(), 1);
    assert_eq!(versions[0].page_digest, first.digest.to_string());
    assert_eq!(versions[0].added_at, "2026-11-22T00:00:00Z");
    assert_eq!((versions[0].locale.as_str(), versions[0].form.as_str()), ("fr-FR", "form_2022"));
}

fn the_same_page_is_kept_once(subject: &Subject) {
    let pages = [page("WA1", "one"), page("WA2", "one"), page("WA1", "one")];
    let first = Put::New { number: 1 };
    assert_eq!(put(subject, &pages), [first, first, Put::Unchanged]);
    assert_eq!(put(subject, &pages), [Put::Unchanged; 3]);
    assert_eq!(app(subject, "WA1").versions, 1);
    let digests = [page("WA3", "new").digest, pages[1].digest];
    let known = subject.waiting.on(subject.store.known(&digests)).expect("read");
    assert_eq!(known, [pages[1].digest]);
    assert_eq!(subject.waiting.on(subject.store.known(&[])).expect("read"), []);
}

fn another_page_is_the_next_version(subject: &Subject) {
    put(subject, &[page("WA1", "one")]);
    let named = NewPage { name: "Renamed".to_owned(), publisher: None, ..page("WA1", "two") };
    let certified = NewPage { tier: Some(Tier::Certified), ..on("2022-03-01", named) };
    assert_eq!(put(subject, &[certified]), [Put::New { number: 2 }]);
    let found = app(subject, "WA1");
    assert_eq!((found.name.as_str(), found.publisher, found.current), ("Renamed", None, 2));
    assert_eq!(found.tier.as_deref(), Some("certified"));
}

fn an_older_page_stays_behind_the_current_one(subject: &Subject) {
    put(subject, &[on("2022-03-01", page("WA1", "new"))]);
    let old = NewPage { name: "Old".to_owned(), ..on("2021-03-01", page("WA1", "old")) };
    put(subject, &[old, page("WA1", "also old")]);
    let found = app(subject, "WA1");
    assert_eq!((found.name.as_str(), found.current, found.versions), ("App WA1", 1, 3));
    assert_eq!(found.updated_on.as_deref(), Some("2022-03-01"));
}

fn facets_are_those_of_the_current_version(subject: &Subject) {
    let asks = |name| Matching { permission: Some(String::from(name)), ..Matching::default() };
    put(subject, &[with_permissions(&["Mail.Read"], page("WA1", "one"))]);
    put(subject, &[on("2022-03-01", with_permissions(&["User.Read"], page("WA1", "two")))]);
    put(subject, &[on("2020-03-01", with_permissions(&["Files.Read"], page("WA1", "old")))]);
    assert_eq!(list(subject, &asks("User.Read"), None, 10), ["WA1"]);
    assert_eq!(list(subject, &asks("Mail.Read"), None, 10), [""; 0]);
    assert_eq!(list(subject, &asks("Files.Read"), None, 10), [""; 0]);
}

fn a_batch_is_kept_whole_or_not_at_all(subject: &Subject) {
    let twice = vec![(Facet::Tier, "attested".to_owned()); 2];
    let broken = NewPage { facets: twice, ..page("WA2", "broken") };
    let pages = [page("WA1", "good"), broken, page("WA3", "good")];
    assert!(subject.waiting.on(subject.store.put_pages(&pages, second(0))).is_err());
    assert_eq!(list(subject, &Matching::default(), None, 10), [""; 0]);
    put(subject, &[page("WA1", "good")]);
    assert_eq!(app(subject, "WA1").versions, 1);
}

fn lists_go_on_where_they_ended(subject: &Subject) {
    let named = |id: &str, name: &str| NewPage { name: name.to_owned(), ..page(id, "") };
    put(subject, &[named("b", "Same"), named("c", "Later"), named("a", "Same"), named("d", "Z")]);
    let all = Matching::default();
    assert_eq!(list(subject, &all, None, 2), ["c", "a"]);
    assert_eq!(list(subject, &all, Some("a"), 2), ["b", "d"]);
    assert_eq!(list(subject, &all, Some("d"), 2), [""; 0]);
    assert_eq!(list(subject, &all, Some("unknown"), 2), [""; 0]);
}

fn names_are_ordered_alike_everywhere(subject: &Subject) {
    let names = ["éclair", "Zebra", "apple", "Apple pie", "인증", "_under", "10", "9"];
    let pages: Vec<NewPage> = names
        .iter()
        .map(|name| NewPage { name: (*name).to_owned(), ..page(&format!("of-{name}"), "") })
        .collect();
    put(subject, &pages);
    let found = list(subject, &Matching::default(), None, 20);
    let expected = ["10", "9", "_under", "apple", "Apple pie", "Zebra", "éclair", "인증"];
    assert_eq!(found, expected.map(|name| format!("of-{name}")));
}

fn long_names_are_kept(subject: &Subject) {
    // Digests do not shrink when a database packs them.
    let digest = |number: u32| page("", &number.to_string()).digest.to_string();
    let name: String = (0..400).map(digest).collect();
    let value: String = (0..3).map(digest).collect();
    let long = NewPage { name: name.clone(), publisher: Some(name.clone()), ..page("WA1", "") };
    put(subject, &[with_permissions(&[&value], long)]);
    assert_eq!(app(subject, "WA1").name, name);
}

fn filters_hold_together(subject: &Subject) {
    let certified = NewPage { tier: Some(Tier::Certified), ..page("WA1", "") };
    let silent = NewPage { tier: None, stores_data: Answer::Unanswered, ..page("WA3", "") };
    put(
        subject,
        &[
            with_permissions(&["Mail.Read"], certified),
            with_permissions(&["Mail.Read"], page("WA2", "")),
            silent,
        ],
    );
    let mail = Matching { permission: Some("Mail.Read".to_owned()), ..Matching::default() };
    assert_eq!(list(subject, &mail, None, 10), ["WA1", "WA2"]);
    let both = Matching { tier: Some(Tier::Certified), ..mail };
    assert_eq!(list(subject, &both, None, 10), ["WA1"]);
    let blank = Matching { stores_data: Some(Answer::Unanswered), ..Matching::default() };
    assert_eq!(list(subject, &blank, None, 10), ["WA3"]);
    let no = Matching { stores_data: Some(Answer::No), ..both };
    assert_eq!(list(subject, &no, None, 10), [""; 0]);
}

fn counts_follow_the_filters(subject: &Subject) {
    let undated = |page: NewPage| on("", page);
    put(
        subject,
        &[
            with_permissions(&["Mail.Read", "User.Read"], page("WA1", "")),
            with_permissions(&["User.Read"], page("WA2", "")),
            undated(page("WA3", "")),
        ],
    );
    let row = |facet: &str, value: &str, count| (facet.to_owned(), value.to_owned(), count);
    let day = Day::parse("2022-02-17");
    let all = counts(subject, &Matching::default());
    assert_eq!(
        all.facets,
        [
            row("permission", "User.Read", 2),
            row("permission", "Mail.Read", 1),
            row("tier", "attested", 3),
        ]
    );
    assert_eq!(all.days, [(None, 1), (day, 2)]);
    let mail = Matching { permission: Some("Mail.Read".to_owned()), ..Matching::default() };
    assert_eq!(counts(subject, &mail).days, [(day, 1)]);
    assert_eq!(counts(subject, &mail).facets.len(), 3);
}

type JournalColumns = (i64, String, i64, String, String, String);

fn journal(subject: &Subject) -> Vec<JournalColumns> {
    let rows = match &subject.store {
        Store::Sqlite(pool) => subject.waiting.on(sqlx::query_as(sql::JOURNAL).fetch_all(pool)),
        Store::Postgres(pool) => subject.waiting.on(sqlx::query_as(sql::JOURNAL).fetch_all(pool)),
    };
    rows.expect("read")
}

fn the_journal_is_a_chain(subject: &Subject) {
    let pages = [page("WA1", "one"), page("WA2", "one"), page("WA1", "two")];
    put(subject, &pages[..2]);
    put(subject, &pages);
    let mut end = End::default();
    for ((row, page), version) in journal(subject).iter().zip(&pages).zip([1, 1, 2]) {
        let app_id = page.identity.id.as_str();
        let link = end.next(Told { at: second(0), app_id, version, page: page.digest });
        let expected = (link.number, app_id.to_owned(), version, page.digest.to_string());
        assert_eq!((row.0, row.1.clone(), row.2, row.3.clone()), expected);
        assert_eq!((&row.4, &row.5), (&link.previous, &link.digest));
    }
    assert_eq!(journal(subject).len(), 3);
}

fn what_was_kept_is_there_after_opening_again(subject: &Subject) {
    put(subject, &[page("WA1", "one")]);
    let again = subject.waiting.on(Store::open(&subject.place, Missing::Refused)).expect("opened");
    let found = subject.waiting.on(again.app("WA1")).expect("read");
    assert_eq!(found, Some(app(subject, "WA1")));
    subject.waiting.on(again.close());
}

fn what_is_not_there_is_not_found(subject: &Subject) {
    let Subject { store, waiting, .. } = subject;
    assert_eq!(waiting.on(store.app("WA1")).expect("read"), None);
    assert_eq!(waiting.on(store.page("WA1", 1)).expect("read"), None);
    assert_eq!(waiting.on(store.versions("WA1")).expect("read"), []);
    assert_eq!(counts(subject, &Matching::default()), Counts::default());
    assert_eq!(put(subject, &[]), []);
    let sources = IdSource::ALL.iter().enumerate();
    let pages: Vec<NewPage> = sources
        .map(|(number, source)| {
            let mut page = page(&format!("app-{number}"), "");
            page.identity.source = *source;
            page
        })
        .collect();
    assert_eq!(put(subject, &pages).len(), 3, "every source of an id is allowed");
}
