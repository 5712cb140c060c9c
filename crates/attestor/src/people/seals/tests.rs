//! What lies in the database and its files, by looking at every byte.

use std::path::Path;

use super::*;
use crate::clock::Clock;
use crate::runtime::Waiting;
use crate::store::people::AccountRow;
use crate::store::suite::server::Server;
use crate::store::{Missing, Place, Store};

const OLD: &str = "1111111111111111111111111111111111111111111111111111111111111111";
const NEW: &str = "2222222222222222222222222222222222222222222222222222222222222222";

/// 20 bytes that nothing else holds.
const SECRET: &[u8; 20] = b"plain-totp-secret-20";

fn people(store: &Store, keys: &str) -> People {
    let keys = Keys::parse(keys).expect("keys");
    People::new(store.clone(), Clock::system()).with_keys(keys)
}

/// An account with a secret as an older program kept it.
async fn old_account(store: &Store) {
    let row = AccountRow {
        account_id: "kim".to_owned(),
        email: "kim@example.org".to_owned(),
        name: "Kim".to_owned(),
        language: String::new(),
        password: None,
        totp_secret: None,
        failures: 0,
        locked_until: None,
        is_active: true,
    };
    let mut work = store.begin().await.expect("begun");
    work.put_account(&row, "2026-11-22T09:00:00Z").await.expect("an account");
    work.set_totp("kim", Some(SECRET), Some(1)).await.expect("set");
    work.commit().await.expect("kept");
}

async fn kept(store: &Store) -> Vec<u8> {
    let row = store.account("kim").await.expect("read").expect("an account");
    row.totp_secret.expect("a secret")
}

/// The files below a folder that hold the secret.
fn holding(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(holding(&path));
            continue;
        }
        let bytes = std::fs::read(&path).expect("read");
        if bytes.windows(SECRET.len()).any(|part| part == SECRET) {
            found.push(path.display().to_string());
        }
    }
    found
}

/// On SQLite, and on PostgreSQL where that is installed.
#[expect(clippy::needless_pass_by_value, reason = "a behavior stands where it is tried")]
fn everywhere(test: impl AsyncFn(&Store, Option<&Path>)) {
    let folder = tempfile::tempdir().expect("a folder");
    let waiting = Waiting::new().expect("a runtime");
    waiting.on(async {
        let place = Place::Folder(folder.path().to_owned());
        let store = Store::open(&place, Missing::Made).await.expect("opened");
        test(&store, Some(folder.path())).await;
        store.close().await;
    });
    let Some(server) = Server::shared() else { return };
    waiting.on(async {
        let place = Place::Url(server.database("seals"));
        let store = Store::open(&place, Missing::Made).await.expect("opened");
        test(&store, None).await;
        store.close().await;
    });
}

#[test]
fn a_plain_secret_of_an_older_program_is_sealed_and_lies_in_no_file_any_more() {
    everywhere(async |store, folder| {
        old_account(store).await;
        if let Some(folder) = folder {
            assert!(!holding(folder).is_empty(), "what an older program left");
        }
        let people = people(store, OLD);
        assert_eq!(people.unseal("kim", &kept(store).await).expect("opened"), SECRET);
        let wanted = Resealed { sealed: 1, ..Resealed::default() };
        assert_eq!(people.reseal().await.expect("done"), wanted);
        let sealed = kept(store).await;
        assert!(is_sealed(&sealed));
        assert_eq!(people.unseal("kim", &sealed).expect("opened"), SECRET);
        if let Some(folder) = folder {
            assert_eq!(holding(folder), Vec::<String>::new());
        }
        assert_eq!(people.reseal().await.expect("done"), Resealed::default());
    });
}

#[test]
fn secrets_follow_the_keys_and_a_missing_key_is_told() {
    everywhere(async |store, _| {
        old_account(store).await;
        people(store, OLD).reseal().await.expect("sealed");
        let before = kept(store).await;
        let failed = people(store, NEW).reseal().await.expect("looked at").failed;
        assert_eq!(failed.len(), 1);
        assert!(failed[0].1.contains("which is not given"), "{failed:?}");
        assert_eq!(kept(store).await, before);
        let done = people(store, &format!("{NEW}\n{OLD}")).reseal().await.expect("done");
        assert_eq!((done.sealed, done.changed, done.failed.len()), (0, 1, 0));
        let alone = people(store, NEW);
        assert_eq!(alone.unseal("kim", &kept(store).await).expect("opened"), SECRET);
        assert!(alone.unseal("pat", &kept(store).await).is_err(), "it belongs to one account");
    });
}

#[test]
fn without_keys_no_secret_is_kept() {
    everywhere(async |store, _| {
        let people = People::new(store.clone(), Clock::system());
        assert!(people.seal("kim", SECRET).is_err());
        assert!(people.reseal().await.is_err());
    });
}
