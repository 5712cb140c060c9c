//! One list of behaviors that every database has to show. SQLite is always tried; PostgreSQL on a
//! throw-away server from the machine's own binaries.

mod behaviors;
pub(crate) mod builder;
pub(crate) mod many;
pub(crate) mod server;
pub(crate) mod statements;

use std::path::Path;

use sqlx::{AssertSqlSafe, PgPool, SqlitePool};

use self::server::Server;
use super::{Missing, Place, Store, migrations};
use crate::runtime::Waiting;

/// A database that nobody else uses, and the way to wait for it.
struct Subject {
    store: Store,
    place: Place,
    waiting: Waiting,
}

impl Subject {
    fn open(place: Place) -> Self {
        let waiting = Waiting::new().expect("a runtime");
        let store = waiting.on(Store::open(&place, Missing::Made)).expect("opened");
        Self { store, place, waiting }
    }
}

fn folder(path: &Path) -> Place {
    Place::Folder(path.to_owned())
}

#[test]
fn sqlite_shows_every_behavior() {
    for behavior in behaviors::ALL {
        let path = tempfile::tempdir().expect("a folder");
        behavior(&Subject::open(folder(path.path())));
    }
}

#[test]
fn postgres_shows_every_behavior() {
    let Some(server) = Server::shared() else { return };
    for (number, behavior) in behaviors::ALL.iter().enumerate() {
        behavior(&Subject::open(Place::Url(server.database(&format!("suite_{number}")))));
    }
}

/// An app with a page, as the program of the first migration kept them.
const OLD: &str = "
insert into app values ('WA1', 'appsource', 'App', 'app', null, 'attested', 'yes', '2022-02-17',
  'form_2022', 'en-US', 1, 1);
insert into app_version values ('WA1', 1, 'digest', 'en-US', 'form_2022', '2022-02-17', '{}', '# App',
  '2026-11-22T00:00:00Z');
insert into app_facet values ('WA1', 'tier', 'attested')";

fn assert_is_brought_up_to_date(place: Place) {
    let subject = Subject::open(place);
    let Subject { store, waiting, .. } = &subject;
    assert!(waiting.on(store.lacks_listings()).expect("read"));
    let app = waiting.on(store.app("WA1")).expect("read").expect("an app");
    assert_eq!((app.name.as_str(), app.versions), ("App", 1));
    assert_eq!(waiting.on(store.listings()).expect("read"), []);
    let page = waiting.on(store.page("WA1", 1)).expect("read").expect("a version");
    assert_eq!((page.bytes.as_slice(), page.recognized), (&b"# App"[..], None));
    assert_eq!(waiting.on(store.kept_apps("", 10)).expect("read").len(), 1);
}

#[test]
fn an_older_sqlite_database_is_brought_up_to_date() {
    let path = tempfile::tempdir().expect("a folder");
    let waiting = Waiting::new().expect("a runtime");
    let url = format!("sqlite://{}?mode=rwc", path.path().join(super::FILE).display());
    waiting.on(async {
        let pool = SqlitePool::connect(&url).await.expect("opened");
        migrations(&super::sqlite::MIGRATIONS[..1]).run(&pool).await.expect("made");
        let old = OLD.replace("'# App'", "cast('# App' as blob)");
        sqlx::raw_sql(AssertSqlSafe(old)).execute(&pool).await.expect("filled");
        pool.close().await;
    });
    assert_is_brought_up_to_date(folder(path.path()));
}

#[test]
fn an_older_postgres_database_is_brought_up_to_date() {
    let Some(server) = Server::shared() else { return };
    let url = server.database("older");
    let waiting = Waiting::new().expect("a runtime");
    waiting.on(async {
        let pool = PgPool::connect(&url).await.expect("opened");
        migrations(&super::postgres::MIGRATIONS[..1]).run(&pool).await.expect("made");
        sqlx::raw_sql(OLD).execute(&pool).await.expect("filled");
        pool.close().await;
    });
    assert_is_brought_up_to_date(Place::Url(url));
}

#[test]
fn a_server_that_is_killed_is_away_and_comes_back_without_opening_anew() {
    let Some(server) = Server::start_lasting() else { return };
    let subject = Subject::open(Place::Url(server.database("killed")));
    let Subject { store, waiting, .. } = &subject;
    waiting.on(store.ping()).expect("there");
    server.kill();
    // What served the connection follows its first process a moment later.
    let away = Server::soon(|| waiting.on(store.ping()).err()).expect("killed");
    assert!(matches!(away, crate::stop::Stop::Away(_)), "{away:?}");
    server.start_again();
    waiting.on(store.ping()).expect("there again");
}

#[test]
fn a_place_without_a_catalog_is_refused_where_none_is_made() {
    let path = tempfile::tempdir().expect("a folder");
    let waiting = Waiting::new().expect("a runtime");
    let opened = waiting.on(Store::open(&folder(path.path()), Missing::Refused));
    assert!(opened.is_err());
    assert!(path.path().read_dir().expect("listed").next().is_none(), "nothing was made");
}

#[test]
fn urls_of_other_databases_are_refused_without_showing_them() {
    let waiting = Waiting::new().expect("a runtime");
    for url in ["mysql://me:secret@host/db", "postgres://me:secret@host:port/db", "secret"] {
        let place = Place::Url(url.to_owned());
        match waiting.on(Store::open(&place, Missing::Refused)) {
            Err(crate::stop::Stop::Usage(words)) => assert!(!words.contains("secret"), "{words}"),
            _ => panic!("{url} was taken"),
        }
    }
}
