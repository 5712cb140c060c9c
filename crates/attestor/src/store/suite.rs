//! One list of behaviors that every database has to show. SQLite is always tried; PostgreSQL on a
//! throw-away server from the machine's own binaries.

mod behaviors;
pub(crate) mod builder;
pub(crate) mod many;
mod server;
pub(crate) mod statements;

use std::path::Path;

use self::server::Server;
use super::{Missing, Place, Store};
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
    let Some(server) = Server::start() else { return };
    for (number, behavior) in behaviors::ALL.iter().enumerate() {
        behavior(&Subject::open(Place::Url(server.database(&format!("suite_{number}")))));
    }
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
