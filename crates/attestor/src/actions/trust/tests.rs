//! Portals on both databases: what is published is what is read.

use std::sync::Arc;

use attestor_core::instant::Instant;

use super::{Portals, samples};
use crate::clock::Clock;
use crate::people::People;
use crate::people::demo::DemoOrganization;
use crate::runtime::Waiting;
use crate::store::suite::server::Server;
use crate::store::{Missing, Place, Store};
use attestor_core::desk::role::OrganizationKind;

const FIRST: &str = "providers:\n  - id: \"fabrikam\"\n    name: \"Fabrikam\"\n";
const SECOND: &str = "providers:\n  - id: \"fabrikam\"\n    name: \"Fabrikam Inc\"\n";

/// Portals over a store with the organizations `fabrikam` and `northwind`.
async fn portals(place: &Place) -> Portals {
    let store = Store::open(place, Missing::Made).await.expect("a store");
    let clock = Clock::at(Instant::parse("2026-11-22T09:00:00Z").expect("an instant"));
    let people = People::new(store.clone(), clock.clone());
    let one = |id, name| DemoOrganization {
        id,
        name,
        kind: OrganizationKind::Publisher,
        members: Vec::new(),
    };
    let both = [one("fabrikam", "Fabrikam"), one("northwind", "Northwind")];
    assert!(people.add_demo(&both).await.expect("organizations"));
    Portals::new(store, clock).expect("portals")
}

async fn are_published(place: &Place) {
    let portals = portals(place).await;
    let none = portals.published().await.expect("none");
    assert!(none.portals.is_empty());
    assert_eq!(samples::publish(&portals, "northwind", FIRST).await, 1);
    assert_eq!(samples::publish(&portals, "fabrikam", FIRST).await, 1);
    let both = portals.published().await.expect("both");
    let names: Vec<_> = both.portals.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Fabrikam", "Northwind"]);
    let again = portals.published().await.expect("both");
    assert!(Arc::ptr_eq(&both, &again), "nothing changed, so nothing is read");
    assert_eq!(samples::publish(&portals, "fabrikam", SECOND).await, 2);
    let changed = portals.published().await.expect("changed");
    let portal = changed.of("fabrikam").expect("a portal");
    assert_eq!((portal.number, portal.trust.providers[0].name.as_str()), (2, "Fabrikam Inc"));
    let (old, new) = (both.of("northwind").expect("old"), changed.of("northwind").expect("new"));
    assert!(Arc::ptr_eq(old, new), "the other one is not read again");
    assert!(changed.of("contoso").is_none());
    let versions = portals.store().portal_versions("fabrikam", None).await.expect("versions");
    let states: Vec<_> = versions.iter().map(|it| (it.number, it.state.as_str())).collect();
    assert_eq!(states, [(2, "published"), (1, "superseded")]);
    portals.store().close().await;
}

#[test]
fn portals_are_read_when_they_change_and_only_then() {
    let waiting = Waiting::new().expect("a runtime");
    let folder = tempfile::tempdir().expect("a folder");
    waiting.on(are_published(&Place::Folder(folder.path().to_owned())));
    let Some(server) = Server::shared() else { return };
    waiting.on(are_published(&Place::Url(server.database("portals"))));
}
