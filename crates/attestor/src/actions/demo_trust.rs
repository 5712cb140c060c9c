//! What the publisher of the demo publishes of its offerings: a page in two languages, and files
//! with what the page does not tell, with days counted from today.

use attestor_core::day::Day;
use attestor_core::digest::Digest;
use attestor_core::framework::{Library, SourceFile};
use attestor_core::trust::model::Trust;
use attestor_core::trust::page::facts;
use attestor_core::trust::page::finding::Finding;
use attestor_core::trust::{load, write};

use super::demo_days::dated;
use super::demo_desk::PUBLISHER;
use super::trust::Portals;
use crate::embedded;
use crate::stop::Stop;
use crate::store::record::Told;
use crate::store::trust::{NewVersion, TrustVersionRow};

/// The account of the demo that publishes.
const ACCOUNT: &str = "demo-publisher";

/// The page, in the form of published pages.
pub(crate) const PAGE: &str = "harborline/iso27001-2022.ko-KR.md";
/// What the page does not tell.
const ADDITIONS: [&str; 2] = ["harborline/additions.yaml", "harborline/statements.yaml"];
/// The language of the page's sources.
const SOURCE_LOCALE: &str = "en-US";

/// What the publisher of the demo publishes on a day, checked as a whole, and what was met while the
/// page was read.
pub(crate) fn model(library: &Library, today: Day) -> Result<(Trust, Vec<Finding>), Stop> {
    let page = embedded::demo_trust(PAGE)?;
    let (page, findings) = facts::import(&page, SOURCE_LOCALE, &library.catalogs);
    let mut files = Vec::with_capacity(ADDITIONS.len());
    for path in ADDITIONS {
        let text = dated(&embedded::demo_trust(path)?, today);
        files.push(SourceFile { path: path.to_owned(), text });
    }
    let trust = load::over(page, &files, &library.catalogs).map_err(Stop::Faults)?;
    Ok((trust, findings))
}

/// Publishes the portal of the demo's publisher, unless what the publisher published itself is there
/// or the demo's own says the same already. Gives whether it did.
pub(crate) async fn publish(portals: &Portals, today: Day) -> Result<bool, Stop> {
    let (trust, _) = model(portals.library(), today)?;
    let content = write::yaml(&trust);
    let organization = PUBLISHER.0;
    let known = portals.store().portal_versions(organization, None).await?;
    let is_settled = |it: &TrustVersionRow| it.made_by != ACCOUNT || it.content == content;
    if known.iter().any(|it| it.state == "draft" || (it.state == "published" && is_settled(it))) {
        return Ok(false);
    }
    let now = portals.clock().now();
    let at = now.to_string();
    let mut work = portals.store().begin().await?;
    work.note(Told {
        at: now,
        actor: ACCOUNT,
        role: "publisher",
        organization: Some(organization),
        subject: "portal",
        subject_id: organization,
        kind: "portal_published",
        content: "{}",
    })
    .await?;
    let number = work
        .put_draft(&NewVersion {
            organization,
            source: PAGE,
            content: &content,
            content_digest: &Digest::of(content.as_bytes()).to_string(),
            findings: "[]",
            at: &at,
            by: ACCOUNT,
        })
        .await?;
    let done = work.publish_draft((organization, number), None, (&at, ACCOUNT)).await?;
    work.commit().await?;
    Ok(done)
}

#[cfg(test)]
mod tests;
