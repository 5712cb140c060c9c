//! The end of what a server does by itself.

use std::sync::Arc;
use std::time::Duration;

use attestor_core::desk::role::{OrganizationKind, Role};
use attestor_core::instant::Instant;
use tokio::join;

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

/// Ends the work while the first mail is held by its server, which goes on after the order to end, or never.
/// Gives how many mails the server has, and how many notices are still to be mailed.
fn end_within_a_mail(goes_on: bool, grace: Duration) -> (usize, usize) {
    let folder = tempfile::tempdir().expect("a folder");
    Waiting::new().expect("a runtime").on(async {
        let taken = Arc::new(Taken::default());
        *taken.is_held.lock().expect("a lock") = true;
        let url = server(Arc::clone(&taken)).await;
        let site = site(&Place::Folder(folder.path().to_owned()), &url).await;
        let store = site.portals.store().clone();
        let tending = Tending::begin(Arc::new(site));
        taken.came.notified().await;
        let answer = async {
            if goes_on {
                taken.go_on.notify_one();
            }
        };
        join!(tending.end(grace), answer);
        let left = not_mailed(&store).await;
        store.close().await;
        let mails = taken.mails.lock().expect("a lock").len();
        (mails, left)
    })
}

#[test]
fn a_mail_on_its_way_is_marked_and_the_next_one_waits_for_the_next_start() {
    assert_eq!(end_within_a_mail(true, Duration::from_secs(60)), (1, 1));
}

#[test]
fn a_mail_server_that_never_answers_does_not_keep_a_server_from_its_end() {
    // Nobody knows whether it was taken, and so it is mailed again.
    assert_eq!(end_within_a_mail(false, Duration::from_millis(50)), (1, 2));
}
