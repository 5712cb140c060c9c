//! The behaviors. Each gets a database of its own.

use attestor_core::answer::Answer;
use attestor_core::attestation::catalog::facet::Facet;
use attestor_core::attestation::catalog::identity::IdSource;
use attestor_core::attestation::catalog::listing::Listing;
use attestor_core::attestation::page::facts::Tier;
use attestor_core::day::Day;

use super::Subject;
use super::builder::{finding, on, page, second, with_permissions, with_words};
use crate::store::chain::{End, Told, VERSION_ADDED, VERSION_REREAD};
use crate::store::{
    AppRow, AppState, KeptPage, Missing, NewPage, Put, RereadApp, Revision, Store, VersionState,
    sql,
};

/// The list. A failure names its line, and so its behavior.
pub(super) const ALL: &[fn(&Subject)] = &[
    a_page_comes_back_as_it_went_in,
    the_same_page_is_kept_once,
    another_page_is_the_next_version,
    an_older_page_stays_behind_the_current_one,
    a_listing_is_of_the_current_version_with_the_words_of_all,
    a_listing_comes_back_as_it_went_in,
    every_change_gives_another_revision,
    a_batch_is_kept_whole_or_not_at_all,
    long_names_are_kept,
    apps_of_an_older_program_are_listed_once_they_are_read_anew,
    what_is_read_anew_takes_the_place_of_what_was_said,
    what_is_read_anew_waits_for_new_versions,
    many_tasks_read_at_once,
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

fn listings(subject: &Subject) -> Vec<Listing> {
    subject.waiting.on(subject.store.listings()).expect("read")
}

fn revision(subject: &Subject) -> Revision {
    subject.waiting.on(subject.store.revision()).expect("read")
}

fn execute(subject: &Subject, statement: &'static str) {
    let Subject { store, waiting, .. } = subject;
    let failed = match store {
        Store::Sqlite(pool) => waiting.on(sqlx::query(statement).execute(&**pool)).err(),
        Store::Postgres(pool) => waiting.on(sqlx::query(statement).execute(pool)).err(),
    };
    assert!(failed.is_none(), "{failed:?}");
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
    let kept = KeptPage { bytes: first.page, recognized: Some(first.recognized) };
    assert_eq!(waiting.on(store.page("WA1", 1)).expect("read"), Some(kept));
    assert_eq!(waiting.on(store.facts("WA1", 1)).expect("read"), Some(first.facts));
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

fn a_listing_is_of_the_current_version_with_the_words_of_all(subject: &Subject) {
    let asking = |name: &str, text: &str| with_permissions(&[name], page("WA1", text));
    put(subject, &[with_words("Sécurité", asking("Mail.Read", "one"))]);
    put(subject, &[on("2022-03-01", with_words("인증", asking("User.Read", "two")))]);
    put(subject, &[on("2020-03-01", with_words("old", asking("Files.Read", "three")))]);
    let found = listings(subject);
    let facet = |facet, value: &str| (facet, value.to_owned());
    let expected = [facet(Facet::Tier, "attested"), facet(Facet::Permission, "User.Read")];
    assert_eq!(found[0].facets, expected);
    assert_eq!((found[0].current, found[0].versions), (2, 3));
    assert_eq!(found[0].terms, "old securite wa1 인증 증");
    assert_eq!(found.len(), 1);
}

fn a_listing_comes_back_as_it_went_in(subject: &Subject) {
    let mut silent = NewPage { tier: None, publisher: None, ..on("", page("WA2", "")) };
    silent.content.registrations = vec!["0a".to_owned(), "\"'\\".to_owned()];
    silent.content.facets = vec![(Facet::Framework, "\"[인증]\\".to_owned())];
    silent.content.permission_count = 7;
    put(subject, &[silent.clone(), page("WA1", "")]);
    let found = listings(subject);
    let ids: Vec<&str> = found.iter().map(|one| one.app_id.as_str()).collect();
    assert_eq!(ids, ["WA1", "WA2"]);
    let expected = Listing {
        app_id: "WA2".to_owned(),
        name: "App WA2".to_owned(),
        publisher: None,
        tier: None,
        stores_data: Answer::Yes,
        updated: None,
        locale: "fr-FR".to_owned(),
        current: 1,
        versions: 1,
        facets: silent.content.facets,
        registrations: silent.content.registrations,
        permission_count: 7,
        terms: "wa2".to_owned(),
        sort_key: Vec::new(),
    };
    assert_eq!(found[1], expected);
    assert_eq!((found[0].tier, found[0].updated), (Some(Tier::Attested), Day::parse("2022-02-17")));
}

fn every_change_gives_another_revision(subject: &Subject) {
    let empty = revision(subject);
    put(subject, &[page("WA1", "one")]);
    let first = revision(subject);
    assert_ne!(first, empty);
    put(subject, &[page("WA1", "one")]);
    assert_eq!(revision(subject), first, "nothing changed");
    put(subject, &[on("2020-01-01", page("WA1", "older"))]);
    assert_ne!(revision(subject), first);
}

fn a_batch_is_kept_whole_or_not_at_all(subject: &Subject) {
    execute(subject, "create unique index one_name on app (name)");
    let same = NewPage { name: "App WA1".to_owned(), ..page("WA2", "same name") };
    let pages = [page("WA1", "good"), same, page("WA3", "good")];
    assert!(subject.waiting.on(subject.store.put_pages(&pages, second(0))).is_err());
    assert_eq!(listings(subject), []);
    assert_eq!(revision(subject), Revision::default());
    put(subject, &[page("WA1", "good")]);
    assert_eq!(app(subject, "WA1").versions, 1);
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

/// What an app's pages say when each is read as the same page with another word.
fn anew(subject: &Subject, word: &str) -> Vec<RereadApp> {
    let kept = subject.waiting.on(subject.store.kept_apps("", 10)).expect("read");
    let reread = kept.into_iter().map(|app| {
        let id = app.identity.id.clone();
        let said = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).expect("text");
            let text = text.split_once('\n').expect("two lines").1.to_owned();
            let read = with_permissions(&[word], with_words(word, page(&id, &text)));
            NewPage {
                facts: format!("{{\"word\":\"{word}\"}}"),
                recognized: format!("0123456789abcdef {word} 0-8"),
                findings: vec![finding(3)],
                ..read
            }
        };
        let pages: Vec<NewPage> = app.versions.into_iter().map(|(_, bytes)| said(bytes)).collect();
        let versions = i64::try_from(pages.len()).expect("few");
        let state = AppState::of(&pages[0], 1, word.to_owned());
        let changed = (1..).zip(pages).collect();
        RereadApp { identity: app.identity, state, versions, changed }
    });
    reread.collect()
}

fn put_reread(subject: &Subject, apps: &[RereadApp]) -> bool {
    subject.waiting.on(subject.store.put_reread(apps, second(9))).expect("written")
}

fn apps_of_an_older_program_are_listed_once_they_are_read_anew(subject: &Subject) {
    let Subject { store, waiting, .. } = subject;
    let lacks = || waiting.on(store.lacks_listings()).expect("read");
    put(subject, &[page("WA1", "one"), page("WA2", "one")]);
    assert!(!lacks());
    execute(subject, "delete from app_listing where app_id = 'WA2'");
    assert!(lacks());
    put(subject, &[page("WA2", "two")]);
    assert!(lacks(), "a new version knows nothing of the words of older ones");
    assert_eq!(listings(subject).len(), 1);
    let kept = waiting.on(store.kept_apps("WA1", 10)).expect("read");
    assert_eq!((kept.len(), kept[0].versions.len()), (1, 2));
    assert_eq!(kept[0].state, None);
    assert!(put_reread(subject, &anew(subject, "word")));
    assert!(!lacks());
    assert_eq!(listings(subject).len(), 2);
}

fn what_is_read_anew_takes_the_place_of_what_was_said(subject: &Subject) {
    let Subject { store, waiting, .. } = subject;
    let first = with_permissions(&["Mail.Read", "User.Read"], page("WA1", "one"));
    put(subject, &[NewPage { findings: vec![finding(1), finding(2)], ..first.clone() }]);
    let before = revision(subject);
    let kept = waiting.on(store.kept_apps("", 10)).expect("read");
    assert_eq!(kept[0].versions[0].0.permissions, first.permissions);
    assert_eq!(kept[0].versions[0].1, first.page);
    assert_eq!(kept[0].state, Some(AppState::of(&first, 1, "wa1".to_owned())));
    assert!(put_reread(subject, &anew(subject, "word")));
    assert_ne!(revision(subject), before);
    let after = waiting.on(store.kept_apps("", 10)).expect("read");
    let expected = &anew(subject, "word")[0];
    assert_eq!(after[0].state.as_ref(), Some(&expected.state));
    assert_eq!(after[0].versions[0].0, VersionState::of(&expected.changed[0].1));
    assert_eq!(after[0].versions[0].1, first.page, "the page stays");
    let page = waiting.on(store.page("WA1", 1)).expect("read").expect("a version");
    assert_eq!(page.recognized.as_deref(), Some("0123456789abcdef word 0-8"));
    assert_eq!(listings(subject)[0].terms, "word");
    assert_eq!(waiting.on(store.findings("WA1", 1)).expect("read"), [finding(3)]);
}

fn what_is_read_anew_waits_for_new_versions(subject: &Subject) {
    put(subject, &[page("WA1", "one"), page("WA2", "one")]);
    let old = anew(subject, "word");
    put(subject, &[page("WA2", "two")]);
    let before = (revision(subject), listings(subject));
    assert!(!put_reread(subject, &old));
    assert_eq!((revision(subject), listings(subject)), before);
    assert!(put_reread(subject, &anew(subject, "word")));
}

fn many_tasks_read_at_once(subject: &Subject) {
    let Subject { store, waiting, .. } = subject;
    put(subject, &[page("WA1", "one")]);
    let (a, b, c, d, e) = waiting.on(async {
        let two = async { (store.app("WA1").await, store.app("WA1").await) };
        tokio::join!(
            store.listings(),
            store.revision(),
            store.versions("WA1"),
            two,
            store.app("WA2")
        )
    });
    assert_eq!((a.expect("read").len(), c.expect("read").len()), (1, 1));
    assert_eq!(b.expect("read"), revision(subject));
    assert_eq!(d.0.expect("read"), d.1.expect("read"));
    assert_eq!(e.expect("read"), None);
}

type JournalColumns = (i64, String, String, i64, String, String, String);

fn journal(subject: &Subject) -> Vec<JournalColumns> {
    let rows = match &subject.store {
        Store::Sqlite(pool) => subject.waiting.on(sqlx::query_as(sql::JOURNAL).fetch_all(&**pool)),
        Store::Postgres(pool) => subject.waiting.on(sqlx::query_as(sql::JOURNAL).fetch_all(pool)),
    };
    rows.expect("read")
}

fn the_journal_is_a_chain(subject: &Subject) {
    let pages = [page("WA1", "one"), page("WA2", "one"), page("WA1", "two")];
    put(subject, &pages[..2]);
    put(subject, &pages);
    assert!(put_reread(subject, &anew(subject, "word")));
    let rows = journal(subject);
    let read = [(0, 1), (2, 2), (1, 1)].map(|(page, version)| (page, version, VERSION_REREAD, 9));
    let added = [(0, 1), (1, 1), (2, 2)].map(|(page, version)| (page, version, VERSION_ADDED, 0));
    let mut end = End::default();
    for (row, (page, version, change, at)) in rows.iter().zip(added.into_iter().chain(read)) {
        let (app_id, page) = (pages[page].identity.id.as_str(), pages[page].digest);
        let link = end.next(Told { at: second(at), change, app_id, version, page });
        let (change, app_id) = (change.to_owned(), app_id.to_owned());
        let expected =
            (link.number, change, app_id, version, page.to_string(), link.previous, link.digest);
        assert_eq!(*row, expected);
    }
    assert_eq!(rows.len(), 6);
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
    assert_eq!(waiting.on(store.facts("WA1", 1)).expect("read"), None);
    assert_eq!(waiting.on(store.versions("WA1")).expect("read"), []);
    assert_eq!(listings(subject), []);
    assert!(!waiting.on(store.lacks_listings()).expect("read"));
    assert!(waiting.on(store.kept_apps("", 10)).expect("read").is_empty());
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
