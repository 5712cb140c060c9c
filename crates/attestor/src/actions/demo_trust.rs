//! What the publisher of the demo publishes of its offerings: a page in two languages, and files
//! with what the page does not tell, with days counted from today; and what a customer of the demo
//! makes of it. All of it goes the ways that people go.
//!
//! - [`publish`]: the portal. `people`: the agreement, a document, systems, what is watched.

mod people;

use attestor_core::day::Day;

use super::demo_days::dated;
use super::demo_desk::PUBLISHER;
use super::trust::Portals;
use super::trust::publication::files::SentFile;
use super::trust::publication::{Accepted, NotDone, Publisher};
use crate::stop::Stop;
use crate::vault::Vault;
use crate::world;

/// The account of the demo that publishes.
const ACCOUNT: &str = "demo-publisher";

/// The page, in the form of published pages.
const PAGE: &str = "harborline/iso27001-2022.ko-KR.md";
/// What the page does not tell.
const ADDITIONS: [&str; 2] = ["harborline/additions.yaml", "harborline/statements.yaml"];

/// Publishes the portal of the demo's publisher for today, and at the first time gives it readers.
/// What the publisher published or drafted by itself stays.
pub(crate) async fn fill(portals: &Portals, vault: &Vault) -> Result<(), Stop> {
    publish(portals).await?;
    people::fill(portals, vault).await
}

/// Publishes the portal, unless it stands as it should. Says whether it did.
pub(crate) async fn publish(portals: &Portals) -> Result<bool, Stop> {
    let (organization, today) = (PUBLISHER.0, portals.clock().today());
    let known = portals.store().portal_versions(organization, None).await?;
    let day = today.to_string();
    let is_settled = |at: Option<&String>| at.is_some_and(|at| at.starts_with(&day));
    let stays = known.iter().any(|it| match it.state.as_str() {
        "draft" => true,
        "published" => it.made_by != ACCOUNT || is_settled(it.published_at.as_ref()),
        _ => false,
    });
    if stays {
        return Ok(false);
    }
    let who = Publisher { account: ACCOUNT, role: "publisher", organization };
    let done = async {
        let number = portals.draft(who, files(today)?).await?;
        portals.publish(who, number, &Accepted::All).await
    };
    let refused = |not: NotDone| Stop::Failure(format!("the portal of the demo: {not:?}"));
    done.await.map_err(refused)?;
    Ok(true)
}

/// The page and the files beside it.
fn files(today: Day) -> Result<Vec<SentFile>, Stop> {
    let mut files = vec![sent(PAGE, world::demo_trust(PAGE)?)];
    for path in ADDITIONS {
        files.push(sent(path, dated(&world::demo_trust(path)?, today)));
    }
    Ok(files)
}

fn sent(path: &str, text: String) -> SentFile {
    let name = path.rsplit('/').next().unwrap_or_default().to_owned();
    SentFile { name, bytes: text.into_bytes() }
}

/// What is published on a day.
#[cfg(test)]
pub(crate) fn model(
    library: &attestor_core::framework::Library,
    today: Day,
) -> attestor_core::trust::model::Trust {
    let read =
        super::trust::publication::reading::read(files(today).expect("files"), None, library);
    read.expect("a model").trust
}

#[cfg(test)]
mod tests;
