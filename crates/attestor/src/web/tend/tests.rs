//! The end of what a server does by itself.

use std::sync::Arc;
use std::time::Duration;

use attestor_core::desk::role::{OrganizationKind, Role};
use attestor_core::instant::Instant;
use tokio::time::{sleep, timeout};

use super::Tending;
use crate::actions::trust::links::client::Reach;
use crate::actions::trust::mail::Mail;
use crate::actions::trust::mail::tests::{Taken, notice, server};
use crate::actions::trust::notices::tell_account;
use crate::clock::Clock;
use crate::people::demo::DemoOrganization;
use crate::runtime::Waiting;
use crate::store::{Missing, Place, Store};
use crate::web::Site;
use crate::web::tests::desk::settings;

const READERS: [&str; 2] = ["first", "second"];

/// A site with a mail server where two readers have a notice that they have not been told by mail.
async fn site(place: &Place, mail_server: &str) -> Site {
    let store = Store::open(place, Missing::Made).await.expect("a store");
    let clock = Clock::at(Instant::parse("2026-11-22T09:00:00Z").expect("an instant"));
    let mail = Mail::new(mail_server, "attestor@example.org").expect("a way");
    let site = Site::new(store, &settings()).expect("a site");
    let site = site.with_clock(clock.clone()).with_mail(Some(mail), Reach::Nothing);
    let organization = DemoOrganization {
        id: "fabrikam",
        name: "Fabrikam",
        kind: OrganizationKind::Publisher,
        members: READERS.map(|id| (id, id, Role::Publisher)).to_vec(),
    };
    assert!(site.people.add_demo(&[organization]).await.expect("an organization"));
    let mut work = site.portals.store().begin().await.expect("begun");
    for reader in READERS {
        assert!(tell_account(&mut work, reader, &notice("one"), clock.now()).await.expect("told"));
    }
    work.commit().await.expect("kept");
    site
}

async fn not_mailed(store: &Store) -> usize {
    store.notices_to_mail("2026-11-01T00:00:00Z").await.expect("read").len()
}

async fn until_one_is_on_its_way(taken: &Taken) {
    let wait = async {
        while taken.mails.lock().expect("a lock").is_empty() {
            sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(Duration::from_secs(60), wait).await.expect("a mail");
}

/// Ends the work while the first mail is on its way, whose server thinks this long about it. Gives how
/// many mails the server has, and how many notices are still to be mailed.
fn end_within_a_mail(thinks: Duration, grace: Duration) -> (usize, usize) {
    let folder = tempfile::tempdir().expect("a folder");
    Waiting::new().expect("a runtime").on(async {
        let taken = Arc::new(Taken::default());
        *taken.thinks.lock().expect("a lock") = thinks;
        let url = server(Arc::clone(&taken)).await;
        let site = site(&Place::Folder(folder.path().to_owned()), &url).await;
        let store = site.portals.store().clone();
        let tending = Tending::begin(Arc::new(site));
        until_one_is_on_its_way(&taken).await;
        tending.end(grace).await;
        let left = not_mailed(&store).await;
        store.close().await;
        let mails = taken.mails.lock().expect("a lock").len();
        (mails, left)
    })
}

#[test]
fn a_mail_on_its_way_is_marked_and_the_next_one_waits_for_the_next_start() {
    let (mails, left) = end_within_a_mail(Duration::from_millis(300), Duration::from_secs(60));
    assert_eq!((mails, left), (1, 1));
}

#[test]
fn a_mail_server_that_never_answers_does_not_keep_a_server_from_its_end() {
    let (mails, left) = end_within_a_mail(Duration::from_secs(3600), Duration::from_millis(50));
    assert_eq!(
        (mails, left),
        (1, 2),
        "it is mailed again, since nobody knows whether it was taken"
    );
}
