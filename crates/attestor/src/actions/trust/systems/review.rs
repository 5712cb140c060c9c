//! Once a day and after every publication: which systems were given controls that they are not given
//! any more, and who is told.

use attestor_core::day::Day;
use attestor_core::desk::role::{Relation, Right, Role, grants};
use attestor_core::framework::Catalog;
use attestor_core::id::Id;
use attestor_core::trust::inherit::several::inherit;
use attestor_core::trust::inherit::{Asked, Why};
use attestor_core::trust::system::{Content, Flip, Kept, flips, kept_after};
use serde::Serialize;

use super::super::notices::{self, Notice, NoticeKind};
use super::super::{Portals, Published};
use super::rest::told;
use super::{SUBJECT, System};
use crate::stop::Stop;
use crate::store::gate::Work;
use crate::store::people::MemberRow;
use crate::store::record::Told;
use crate::store::trust::PortalsRevision;

/// How many systems are read at once.
const AT_ONCE: i64 = 200;

/// The most controls that a notice names of a framework; `count` is always whole.
const MOST_NAMED: usize = 20;

/// The portals and the day that all systems were held against last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reviewed {
    revision: PortalsRevision,
    day: Day,
}

/// What the record and a notice tell of a framework.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Lost {
    framework: Id,
    count: usize,
    controls: Vec<Id>,
    reasons: Vec<Reason>,
}

/// Why something is not given any more.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Reason {
    organization: String,
    service: Id,
    cloud: Id,
    certificate: Option<Id>,
    why: Why,
}

impl Portals {
    /// Holds every system against the published portals and today, writes down what flipped, and
    /// tells the members who may change the system. Gives how many systems flipped. Done again on
    /// the same day with the same portals, it does nothing.
    pub(crate) async fn review_systems(&self) -> Result<usize, Stop> {
        let published = self.published().await?;
        let now = Reviewed { revision: published.revision, day: self.clock().today() };
        let mut last = self.0.reviewed.lock().await;
        if *last == Some(now) {
            return Ok(0);
        }
        let asked: Vec<(&Id, Vec<Asked>)> = self
            .frameworks()
            .map(|(id, catalog): (&Id, &Catalog)| (id, self.asked((id, catalog))))
            .collect();
        let (mut after, mut count) = (String::new(), 0);
        loop {
            let rows = self.store().systems_after(&after, AT_ONCE).await?;
            let Some(end) = rows.last() else { break };
            after.clone_from(&end.system_id);
            for row in rows {
                let system = System::read(row)?;
                count += usize::from(self.review(&system, &published, (&asked, now.day)).await?);
            }
        }
        *last = Some(now);
        Ok(count)
    }

    /// Whether controls of a system flipped.
    async fn review(
        &self,
        system: &System,
        published: &Published,
        (asked, today): (&[(&Id, Vec<Asked>)], Day),
    ) -> Result<bool, Stop> {
        let mut content = system.content.clone();
        let (portals, mut lost) = (told(published), Vec::new());
        for (framework, asked) in asked {
            let before = system.content.kept.get(framework).cloned().unwrap_or_default();
            let standings = inherit(&portals, &system.content, (framework, asked), today);
            let found = flips(&before, &standings);
            if !found.is_empty() {
                lost.push(Lost::of(framework, &found));
            }
            keep(&mut content, framework, kept_after(&before, &standings));
        }
        if content == system.content {
            return Ok(false);
        }
        Ok(self.write(system, &content, &lost).await? && !lost.is_empty())
    }

    /// Writes what is kept from now on, with an entry and notices; false where somebody changed the
    /// system meanwhile: the next time looks at it again.
    async fn write(&self, system: &System, content: &Content, lost: &[Lost]) -> Result<bool, Stop> {
        let (now, id) = (self.clock().now(), system.id.as_str());
        let told = serde_json::json!({"name": system.name, "lost": lost}).to_string();
        let kind = if lost.is_empty() { "system_given_more" } else { "system_needs_review" };
        let members = self.store().members_of(&system.organization).await?;
        let mut work = self.store().begin().await?;
        let entry = Told {
            at: now,
            actor: "system",
            role: "",
            organization: Some(&system.organization),
            subject: SUBJECT,
            subject_id: id,
            kind,
            content: &told,
        };
        work.note(entry).await?;
        let texts = (system.name.as_str(), &*content.write());
        if !work.change_system((id, system.number), texts, &now.to_string()).await? {
            return Ok(false);
        }
        if !lost.is_empty() {
            self.tell_members(&mut work, system, &members).await?;
        }
        work.commit().await?;
        Ok(true)
    }

    /// Tells every member who may change the system.
    async fn tell_members(
        &self,
        work: &mut Work,
        system: &System,
        members: &[MemberRow],
    ) -> Result<(), Stop> {
        let notice = Notice {
            kind: NoticeKind::SystemReview,
            key: format!("system/{}/{}", system.id, system.number),
            organization: system.organization.clone(),
            item_kind: SUBJECT.to_owned(),
            item: system.id.clone(),
            words: vec![("item", system.name.clone())],
        };
        let may = |role: &str| {
            Role::parse(role).is_some_and(|role| grants(role, Right::SystemsEdit, Relation::Own))
        };
        for member in members.iter().filter(|it| may(&it.role)) {
            notices::tell_account(work, &member.account_id, &notice, self.clock().now()).await?;
        }
        Ok(())
    }
}

fn keep(content: &mut Content, framework: &Id, kept: Kept) {
    if kept.is_empty() {
        content.kept.remove(framework);
        return;
    }
    content.kept.insert(framework.clone(), kept);
}

impl Lost {
    fn of(framework: &Id, flips: &[Flip<'_>]) -> Self {
        let reason = |layer: &attestor_core::trust::inherit::Layer<'_>| Reason {
            organization: layer.portal.unwrap_or_default().to_owned(),
            service: layer.service.clone(),
            cloud: layer.cloud.clone(),
            certificate: layer.certificate.cloned(),
            why: layer.why,
        };
        let mut reasons: Vec<Reason> =
            flips.iter().flat_map(|flip| &flip.reasons).map(reason).collect();
        reasons.sort_unstable();
        reasons.dedup();
        reasons.truncate(MOST_NAMED);
        Self {
            framework: framework.clone(),
            count: flips.len(),
            controls: flips.iter().take(MOST_NAMED).map(|flip| flip.control.clone()).collect(),
            reasons,
        }
    }
}
