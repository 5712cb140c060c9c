//! Who has to do with the portal of the demo: its owner writes an agreement and adds a document, a
//! customer declares systems and watches a standard.

use attestor_core::desk::role::Role;
use attestor_core::id::Id;
use attestor_core::trust::change::ItemKind;
use attestor_core::trust::system::Used;

use crate::actions::demo_desk::{CUSTOMER, MEMBERS, PUBLISHER};
use crate::actions::trust::documents::{Placed, items};
use crate::actions::trust::notices::Wanted;
use crate::actions::trust::systems::Change;
use crate::actions::trust::{Portal, Portals};
use crate::people::caller::{Caller, Membership, SecondFactor, Via};
use crate::stop::Stop;
use crate::vault::Vault;
use crate::world;

/// The report that the document lies behind, and the document.
const REPORT: (&str, &str) = ("report-harborline-133", "harborline/files/quay-soa.pdf");
/// The standard that the customer watches.
const WATCHED: &str = "harborline-iso27001-2022";
/// The customer's systems, with services and clouds. The second rests on a certificate that ended.
const SYSTEMS: [(&str, &[(&str, &str)]); 2] = [
    ("Freight booking", &[("quay", "public"), ("ferry", "public")]),
    ("Crew diary", &[("logbook", "public")]),
];
/// What a reader of documents agrees to.
const AGREEMENT: (&str, &str) = (
    "Confidential documents",
    "You read these documents to judge our services, and for nothing else.\n\nKeep them within your \
     organization and its auditors. Each copy names you. Tell us when one gets lost.\n\nAn example: \
     Harborline is invented, and so is this agreement.",
);

/// Does all of it once: who wrote an agreement was here before.
pub(super) async fn fill(portals: &Portals, vault: &Vault) -> Result<(), Stop> {
    if portals.store().agreement(PUBLISHER.0).await?.is_some() {
        return Ok(());
    }
    let Some(portal) = portals.portal(PUBLISHER.0).await? else { return Ok(()) };
    let (Some(owner), Some(customer)) =
        (member("demo-publisher", PUBLISHER), member("demo-customer", CUSTOMER))
    else {
        return Ok(());
    };
    let (title, body) = AGREEMENT;
    let written = portals.write_agreement(&owner, 0, title, body).await;
    written.map_err(|refused| failed(&refused))?;
    add_document(portals, vault, &owner).await?;
    for (name, services) in SYSTEMS {
        let change = Change {
            name: Some(name.to_owned()),
            uses: Some(uses(&portal, services)),
            ..Change::default()
        };
        let made = portals.make_system(&customer, change, None).await;
        made.map_err(|not| failed(&not))?;
    }
    let wanted = Wanted { organization: PUBLISHER.0, kind: ItemKind::Offering, item: WATCHED };
    portals.watch(&customer, wanted).await.map_err(|not| failed(&not))
}

async fn add_document(portals: &Portals, vault: &Vault, owner: &Caller) -> Result<(), Stop> {
    let (report, path) = REPORT;
    let name = path.rsplit('/').next().unwrap_or_default();
    let bytes = world::demo_trust_file(path)?;
    let whole = futures_util::stream::iter([Ok::<_, String>(bytes)]);
    let sealed = portals.take_file(vault, owner, name, whole).await;
    let sealed = sealed.map_err(|refused| failed(&refused))?;
    let placed = Placed { kind: items::ItemKind::Report, item: report.to_owned(), access: None };
    let added = portals.add_document(vault, owner, &placed, &sealed).await;
    added.map(drop).map_err(|refused| failed(&refused))
}

/// Those of the services that the portal has in these clouds.
fn uses(portal: &Portal, services: &[(&str, &str)]) -> Vec<Used> {
    let used = |(service, cloud): &(&str, &str)| {
        let (service, cloud) = (Id::parse(service)?, Id::parse(cloud)?);
        portal.trust.service(&service)?;
        Some(Used { organization: portal.organization.clone(), service, cloud })
    };
    services.iter().filter_map(used).collect()
}

/// A member of the demo, as somebody who is signed in.
fn member(account: &str, organization: (&str, &str)) -> Option<Caller> {
    let (_, name, role): (_, _, Role) = MEMBERS.into_iter().find(|(own, ..)| *own == account)?;
    Some(Caller {
        account_id: account.to_owned(),
        name: name.to_owned(),
        language: String::new(),
        membership: Some(Membership {
            id: account.to_owned(),
            organization_id: organization.0.to_owned(),
            organization_name: organization.1.to_owned(),
            kind: role.organization_kind(),
            role,
        }),
        factors: 2,
        second_factor: SecondFactor::default(),
        via: Via::Session { id: account.to_owned() },
    })
}

fn failed(refused: &impl std::fmt::Debug) -> Stop {
    Stop::Failure(format!("the portal of the demo: {refused:?}"))
}
