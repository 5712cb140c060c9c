//! Portals for tests.

use super::Portals;
use crate::store::record::Told;
use crate::store::trust::NewVersion;

/// Publishes a model, written as one file, as the portal of an organization that exists.
pub(crate) async fn publish(portals: &Portals, organization: &str, content: &str) -> i64 {
    let at = portals.clock().now().to_string();
    let mut work = portals.store().begin().await.expect("begun");
    let told = Told {
        at: portals.clock().now(),
        actor: "sample",
        role: "publisher",
        organization: Some(organization),
        subject: "portal",
        subject_id: organization,
        kind: "portal_published",
        content: "{}",
    };
    work.note(told).await.expect("told");
    let new = NewVersion {
        organization,
        source: "sample.yaml",
        content,
        content_digest: "",
        findings: "[]",
        at: &at,
        by: "sample",
    };
    let number = work.put_draft(&new).await.expect("a draft");
    let done = work.publish_draft((organization, number), None, (&at, "sample")).await;
    assert!(done.expect("published"), "the draft is there");
    work.commit().await.expect("kept");
    number
}
