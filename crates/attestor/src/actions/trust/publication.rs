//! The portal of an organization: a draft with its findings, publishing, versions, withdrawing.
//!
//! Read in this order:
//! - `files`: what somebody sends, unpacked. `reading`: that becomes a model, or every fault of all files.
//! - `finding`: what must be accepted before it is published.
//! - [`Portals::draft`], [`Portals::publish`] and the rest: each one transaction with its entry in
//!   the record.

pub(crate) mod files;
pub(crate) mod finding;
pub(in crate::actions) mod reading;

#[cfg(test)]
mod tests;

use attestor_core::digest::Digest;
use attestor_core::fault::Fault;
use attestor_core::trust::model::Trust;
use attestor_core::trust::write;
use serde_json::json;

use self::files::SentFile;
use self::finding::Findings;
use super::Portals;
use crate::stop::Stop;
use crate::store::gate::Work;
use crate::store::record::Told;
use crate::store::trust::{NewVersion, TrustVersionRow};

/// Who publishes for an organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Publisher<'a> {
    /// The account, or `operator`.
    pub(crate) account: &'a str,
    /// The word of the role.
    pub(crate) role: &'a str,
    /// The organization whose portal it is.
    pub(crate) organization: &'a str,
}

/// Why something about a portal is not done. Nothing was kept, and what is published stays.
#[derive(Debug)]
pub(crate) enum NotDone {
    /// What was sent is not in its form: every fault of all files.
    Faults(Vec<Fault>),
    /// There is no such version, or nothing to withdraw or discard.
    NotFound,
    /// It is not the draft any more: another one came, or it was published or discarded.
    Outdated,
    /// So many findings were not accepted.
    NotAccepted(usize),
    /// The world broke.
    Failed(Stop),
}

impl From<Stop> for NotDone {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Faults(faults) => Self::Faults(faults),
            other @ (Stop::Usage(_) | Stop::Failure(_) | Stop::Full(_) | Stop::Away(_)) => {
                Self::Failed(other)
            }
        }
    }
}

/// Which findings are accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Accepted {
    /// All of them, whatever they are.
    All,
    /// Those with these ids.
    These(Vec<String>),
    /// All of them, if this is their digest.
    Digest(String),
}

impl Accepted {
    /// How many findings are left out.
    fn missing(&self, findings: &Findings) -> usize {
        match self {
            Self::All => 0,
            Self::These(ids) => findings.findings.iter().filter(|it| !ids.contains(&it.id)).count(),
            Self::Digest(digest) if findings.digest().as_ref() == Some(digest) => 0,
            Self::Digest(_) => findings.findings.len(),
        }
    }
}

impl Portals {
    /// Makes a draft of files, in the place of an older draft, and gives its number.
    pub(crate) async fn draft(
        &self,
        who: Publisher<'_>,
        sent: Vec<SentFile>,
    ) -> Result<i64, NotDone> {
        let kept = self.portal(who.organization).await?;
        let kept = kept.as_ref().map(|it| &it.trust);
        let read = reading::read(sent, kept, self.library()).map_err(NotDone::Faults)?;
        let content = write::yaml(&read.trust);
        reading::is_readable(&content, self.library()).map_err(NotDone::Faults)?;
        let (digest, findings) = (Digest::of(content.as_bytes()), read.findings.kept()?);
        let at = self.clock().now().to_string();
        let new = NewVersion {
            organization: who.organization,
            source: &read.source,
            content: &content,
            content_digest: &digest.to_string(),
            findings: &findings,
            at: &at,
            by: who.account,
        };
        let told = json!({
            "source": read.source,
            "digest": digest.to_string(),
            "findings": read.findings.findings.len(),
        });
        let mut work = self.store().begin().await?;
        self.tell(&mut work, who, ("portal_drafted", &told)).await?;
        let number = work.put_draft(&new).await?;
        work.commit().await?;
        Ok(number)
    }

    /// Publishes the draft with a number, if its findings are accepted, and tells who watches.
    pub(crate) async fn publish(
        &self,
        who: Publisher<'_>,
        number: i64,
        accepted: &Accepted,
    ) -> Result<(), NotDone> {
        let row = self.version(who.organization, number).await?;
        if row.state != "draft" {
            return Err(NotDone::Outdated);
        }
        let findings = Findings::read(&row.findings);
        match accepted.missing(&findings) {
            0 => {}
            missing => return Err(NotDone::NotAccepted(missing)),
        }
        let digest = findings.digest();
        let told =
            json!({"number": number, "findings": findings.findings.len(), "accepted": digest});
        let old = self.portal(who.organization).await?;
        let new = self.read(row)?;
        let at = self.clock().now().to_string();
        let mut work = self.store().begin().await?;
        self.tell(&mut work, who, ("portal_published", &told)).await?;
        let place = (who.organization, number);
        if !work.publish_draft(place, digest.as_deref(), (&at, who.account)).await? {
            return Err(NotDone::Outdated);
        }
        self.tell_of_publication(&mut work, old.as_deref(), &new).await?;
        work.commit().await?;
        self.review_after().await;
        Ok(())
    }

    /// Looks at the systems that rest on portals. What is published stays published where that fails;
    /// the server looks again by itself.
    async fn review_after(&self) {
        if let Err(stop) = self.review_systems().await {
            tracing::error!(target: "attestor", reason = ?stop, "systems were not reviewed");
        }
    }

    /// Discards the draft with a number.
    pub(crate) async fn discard(&self, who: Publisher<'_>, number: i64) -> Result<(), NotDone> {
        if self.version(who.organization, number).await?.state != "draft" {
            return Err(NotDone::Outdated);
        }
        self.end(who, ("draft", "discarded"), ("portal_discarded", number)).await
    }

    /// Takes the published portal back: nobody sees it any more. Who watches it is told.
    pub(crate) async fn withdraw(&self, who: Publisher<'_>) -> Result<(), NotDone> {
        let portal = self.portal(who.organization).await?.ok_or(NotDone::NotFound)?;
        let told = json!({"number": portal.number});
        let at = self.clock().now().to_string();
        let mut work = self.store().begin().await?;
        self.tell(&mut work, who, ("portal_withdrawn", &told)).await?;
        if !work.end_portal(who.organization, "published", "withdrawn", &at).await? {
            return Err(NotDone::NotFound);
        }
        self.tell_that_it_is_gone(&mut work, &portal).await?;
        work.commit().await?;
        self.review_after().await;
        Ok(())
    }

    async fn end(
        &self,
        who: Publisher<'_>,
        (from, to): (&str, &str),
        (kind, number): (&str, i64),
    ) -> Result<(), NotDone> {
        let at = self.clock().now().to_string();
        let mut work = self.store().begin().await?;
        self.tell(&mut work, who, (kind, &json!({"number": number}))).await?;
        if !work.end_portal(who.organization, from, to, &at).await? {
            return Err(NotDone::Outdated);
        }
        work.commit().await?;
        Ok(())
    }

    /// The version of an organization's portal with a number.
    pub(crate) async fn version(
        &self,
        organization: &str,
        number: i64,
    ) -> Result<TrustVersionRow, NotDone> {
        let found = self.store().portal_versions(organization, Some(number)).await?;
        found.into_iter().next().ok_or(NotDone::NotFound)
    }

    /// What a kept version says.
    pub(crate) fn trust_of(&self, row: &TrustVersionRow) -> Result<Trust, Stop> {
        Ok(self.read(row.clone())?.trust)
    }

    async fn tell(
        &self,
        work: &mut Work,
        who: Publisher<'_>,
        (kind, content): (&str, &serde_json::Value),
    ) -> Result<(), Stop> {
        let told = Told {
            at: self.clock().now(),
            actor: who.account,
            role: who.role,
            organization: Some(who.organization),
            subject: "portal",
            subject_id: who.organization,
            kind,
            content: &content.to_string(),
        };
        work.note(told).await.map(drop)
    }
}
