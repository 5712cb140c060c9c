//! Notices: who watches an item of a portal is told what happened to it, each thing once.
//!
//! Read in this order:
//! - [`NoticeKind`]: what can be told. `told`: what the words of a notice are filled with.
//! - [`Portals::watch`]: somebody begins or ends to watch.
//! - `tell_of_publication`, [`Portals::tend_notices`]: what a new version, and what time does.
//! - [`tell_account`]: for other parts that have something to tell somebody.

mod told;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use attestor_core::day::Day;
use attestor_core::instant::Instant;
use attestor_core::trust::change::{Change, ItemKind, What, changes};
use attestor_core::trust::due::{Due, DueKind, due};
use attestor_core::trust::model::Trust;

use self::told::{Words, offering_of};
use super::publication::NotDone;
use super::{Portal, Portals};
use crate::people::caller::Caller;
use crate::people::secret;
use crate::stop::Stop;
use crate::store::gate::Work;
use crate::store::trust::{NoticeRow, WatchRow};

pub(crate) use self::told::{has_item, item_title};

/// The most things that one account watches.
const MOST: usize = 500;

/// What can be told. Its words are those of `watching-notice-…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoticeKind {
    /// A new version changed an item.
    Change(ItemKind, What),
    /// Time changed an item.
    Due(DueKind),
    /// The portal was taken back as a whole.
    PortalWithdrawn,
    /// An address in the own portal leads nowhere any more.
    LinkBroken,
    /// Somebody asks for a document.
    RequestAsked,
    /// One's request for a document was granted.
    RequestGranted,
    /// One's request for a document was refused.
    RequestRefused,
    /// What was granted to one was ended early.
    RequestEnded,
    /// A system rests on something that does not hold any more.
    SystemReview,
}

impl NoticeKind {
    /// The word by which it is kept, and that ends the key of its words.
    pub(crate) fn word(self) -> String {
        match self {
            Self::Change(kind, what) => format!("{kind}-{what}"),
            Self::Due(kind) => kind.to_string(),
            Self::PortalWithdrawn => "portal-withdrawn".to_owned(),
            Self::LinkBroken => "link-broken".to_owned(),
            Self::RequestAsked => "request-asked".to_owned(),
            Self::RequestGranted => "request-granted".to_owned(),
            Self::RequestRefused => "request-refused".to_owned(),
            Self::RequestEnded => "request-ended".to_owned(),
            Self::SystemReview => "system-review".to_owned(),
        }
    }
}

/// What somebody is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notice {
    /// What kind of notice it is.
    pub(crate) kind: NoticeKind,
    /// Nobody is told twice under one key.
    pub(crate) key: String,
    /// Whose portal it is about.
    pub(crate) organization: String,
    /// The kind of the item; of a system, `system`.
    pub(crate) item_kind: String,
    /// The item.
    pub(crate) item: String,
    /// What the words of the kind are filled with, by name: `item`, `organization`, `service`,
    /// `cloud`, `day`, `address`. Days are in the form `YYYY-MM-DD`. No e-mail addresses, no secrets.
    pub(crate) words: Vec<(&'static str, String)>,
}

/// Tells somebody something, in the transaction that made it so; false where the account was told
/// already. For other parts: a request was decided, a system needs review.
pub(crate) async fn tell_account(
    work: &mut Work,
    account: &str,
    notice: &Notice,
    at: Instant,
) -> Result<bool, Stop> {
    let words: serde_json::Map<String, serde_json::Value> = notice
        .words
        .iter()
        .map(|(name, text)| ((*name).to_owned(), text.as_str().into()))
        .collect();
    let row = NoticeRow {
        notice_id: secret::id()?,
        account_id: account.to_owned(),
        kind: notice.kind.word(),
        organization_id: notice.organization.clone(),
        item_kind: notice.item_kind.clone(),
        item_id: notice.item.clone(),
        content: serde_json::Value::Object(words).to_string(),
        at: at.to_string(),
        seen_at: None,
    };
    work.put_notice(&row, &notice.key).await
}

/// Tells everybody who publishes for an organization.
pub(crate) async fn tell_publishers(
    work: &mut Work,
    notice: &Notice,
    at: Instant,
) -> Result<(), Stop> {
    for account in work.publishers_of(&notice.organization).await? {
        tell_account(work, &account, notice, at).await?;
    }
    Ok(())
}

/// Something that somebody wants to watch, or does not any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted<'a> {
    /// Whose portal.
    pub(crate) organization: &'a str,
    /// The kind of the item.
    pub(crate) kind: ItemKind,
    /// The item.
    pub(crate) item: &'a str,
}

impl Portals {
    /// Begins to watch an item of a published portal, and tells at once what is due. To watch it
    /// again changes nothing.
    pub(crate) async fn watch(&self, caller: &Caller, wanted: Wanted<'_>) -> Result<(), NotDone> {
        let portal = self.portal(wanted.organization).await?.ok_or(NotDone::NotFound)?;
        if !has_item(&portal.trust, wanted.kind, wanted.item) {
            return Err(NotDone::NotFound);
        }
        let row = self.watch_row(caller, wanted);
        if self.store().watches_of(&caller.account_id).await?.len() >= MOST {
            return Err(NotDone::Outdated);
        }
        let mut work = self.store().begin().await?;
        if work.put_watch(&row).await? {
            self.tell_due(&mut work, &portal, &[row], self.clock().today()).await?;
        }
        Ok(work.commit().await?)
    }

    /// Ends to watch an item. What is not watched stays so.
    pub(crate) async fn unwatch(&self, caller: &Caller, wanted: Wanted<'_>) -> Result<(), NotDone> {
        let mut work = self.store().begin().await?;
        work.delete_watch(&self.watch_row(caller, wanted)).await?;
        Ok(work.commit().await?)
    }

    fn watch_row(&self, caller: &Caller, wanted: Wanted<'_>) -> WatchRow {
        WatchRow {
            account_id: caller.account_id.clone(),
            organization_id: wanted.organization.to_owned(),
            item_kind: wanted.kind.to_string(),
            item_id: wanted.item.to_owned(),
            since: self.clock().now().to_string(),
        }
    }

    /// Tells who watches what a new version changes, and what time has done to it already.
    pub(super) async fn tell_of_publication(
        &self,
        work: &mut Work,
        old: Option<&Portal>,
        new: &Portal,
    ) -> Result<(), Stop> {
        let watches = work.watchers_of(&new.organization).await?;
        if watches.is_empty() {
            return Ok(());
        }
        if let Some(old) = old {
            for change in changes(&old.trust, &new.trust) {
                let notice = of_change(old, new, &change);
                let concerned = watchers(&watches, &change.offering, (change.kind, &change.item));
                for watch in concerned {
                    tell_account(work, &watch.account_id, &notice, self.clock().now()).await?;
                }
            }
        }
        self.tell_due(work, new, &watches, self.clock().today()).await
    }

    /// Tells who watches an item, or its offering, what became of the document behind it. A document
    /// has an id of its own, so that its key is new each time.
    pub(super) async fn tell_of_document(
        &self,
        work: &mut Work,
        portal: &Portal,
        (kind, item): (ItemKind, &str),
        (what, document): (What, &str),
    ) -> Result<(), Stop> {
        let Some(item) = attestor_core::id::Id::parse(item) else { return Ok(()) };
        let Some(offering) = offering_of(&portal.trust, kind, &item) else { return Ok(()) };
        let notice = Notice {
            kind: NoticeKind::Change(kind, what),
            key: format!("{}:document:{document}:{what}", portal.organization),
            ..about_item(portal, kind, &item)
        };
        let watches = work.watchers_of(&portal.organization).await?;
        for watch in watchers(&watches, &offering, (kind, &item)) {
            tell_account(work, &watch.account_id, &notice, self.clock().now()).await?;
        }
        Ok(())
    }

    /// Tells who watches that the portal is gone.
    pub(super) async fn tell_that_it_is_gone(
        &self,
        work: &mut Work,
        portal: &Portal,
    ) -> Result<(), Stop> {
        let watches = work.watchers_of(&portal.organization).await?;
        let accounts: BTreeSet<&str> = watches.iter().map(|it| it.account_id.as_str()).collect();
        let notice = Notice {
            kind: NoticeKind::PortalWithdrawn,
            key: format!("{}:{}:withdrawn", portal.organization, portal.number),
            organization: portal.organization.clone(),
            item_kind: ItemKind::Offering.to_string(),
            item: String::new(),
            words: vec![("organization", portal.name.clone())],
        };
        for account in accounts {
            tell_account(work, account, &notice, self.clock().now()).await?;
        }
        Ok(())
    }

    /// Tells who watches what time has done by today. It may run any number of times: nobody is told
    /// twice, and days on which nothing ran are caught up with. Gives how many portals are watched.
    pub(crate) async fn tend_notices(&self, today: Day) -> Result<usize, Stop> {
        let mut count = 0;
        for portal in &self.published().await?.portals {
            let watches = self.store().watchers_of(&portal.organization).await?;
            if watches.is_empty() {
                continue;
            }
            count += 1;
            let mut work = self.store().begin().await?;
            self.tell_due(&mut work, portal, &watches, today).await?;
            work.commit().await?;
        }
        Ok(count)
    }

    async fn tell_due(
        &self,
        work: &mut Work,
        portal: &Portal,
        watches: &[WatchRow],
        today: Day,
    ) -> Result<(), Stop> {
        for it in due(&portal.trust, today) {
            let notice = of_due(portal, &it);
            let concerned = watchers(watches, &it.offering, (it.item_kind, &it.item));
            for watch in concerned.filter(|watch| is_news(&it, watch)) {
                tell_account(work, &watch.account_id, &notice, self.clock().now()).await?;
            }
        }
        Ok(())
    }
}

/// Who watches an item itself, or the offering that it belongs to.
fn watchers<'w>(
    watches: &'w [WatchRow],
    offering: &attestor_core::id::Id,
    (kind, item): (ItemKind, &attestor_core::id::Id),
) -> impl Iterator<Item = &'w WatchRow> {
    let (offering, item) = (offering.to_string(), item.to_string());
    watches.iter().filter(move |it| {
        let is_own = it.item_kind == kind.as_str() && it.item_id == item;
        is_own || (it.item_kind == ItemKind::Offering.as_str() && it.item_id == offering)
    })
}

/// A service that left before somebody began to watch is no news; what does not hold now is.
fn is_news(it: &Due, watch: &WatchRow) -> bool {
    match it.kind {
        DueKind::ServiceLeft => {
            let since = Instant::parse(&watch.since).map(Instant::day);
            since.is_none_or(|since| it.last.plus_days(1) >= since)
        }
        DueKind::CertificateExpiring
        | DueKind::CertificateExpired
        | DueKind::EditionEnded
        | DueKind::OfferingOverdue => true,
    }
}

fn of_change(old: &Portal, new: &Portal, change: &Change) -> Notice {
    let Change { what, kind, item, service, day, .. } = change;
    let about = service.as_ref().map(|(service, cloud)| format!(":{service}:{cloud}"));
    let trusts: [&Trust; 2] = [&new.trust, &old.trust];
    let words = Words::of(&new.name, &trusts, (*kind, item)).with(service.as_ref(), *day);
    let number = new.number;
    let about = about.unwrap_or_default();
    Notice {
        kind: NoticeKind::Change(*kind, *what),
        key: format!("{}:{number}:{what}:{kind}:{item}{about}", new.organization),
        organization: new.organization.clone(),
        item_kind: kind.to_string(),
        item: item.to_string(),
        words: words.all(),
    }
}

/// A notice about an item of a portal, whose kind and key are still to be said.
pub(super) fn about_item(portal: &Portal, kind: ItemKind, item: &attestor_core::id::Id) -> Notice {
    Notice {
        kind: NoticeKind::Change(kind, What::Changed),
        key: String::new(),
        organization: portal.organization.clone(),
        item_kind: kind.to_string(),
        item: item.to_string(),
        words: Words::of(&portal.name, &[&portal.trust], (kind, item)).all(),
    }
}

fn of_due(portal: &Portal, it: &Due) -> Notice {
    let trusts: [&Trust; 1] = [&portal.trust];
    let words = Words::of(&portal.name, &trusts, (it.item_kind, &it.item));
    Notice {
        kind: NoticeKind::Due(it.kind),
        key: format!("{}:{}", portal.organization, it.key()),
        organization: portal.organization.clone(),
        item_kind: it.item_kind.to_string(),
        item: it.item.to_string(),
        words: words.with(it.service.as_ref(), Some(it.last)).all(),
    }
}
