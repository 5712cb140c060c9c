//! Addresses in published portals: whether they still lead somewhere. Nothing is taken out of a
//! portal; its owner is told.
//!
//! Read in this order:
//! - `addresses`: the addresses of a portal. `client`: one address is tried.
//! - [`Tried::kept`]: what that means beside what was known. [`Portals::tend_links`]: a bounded run.

mod addresses;
pub(crate) mod client;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use attestor_core::digest::Digest;
use attestor_core::instant::Instant;
use futures_util::StreamExt as _;
use futures_util::stream;
use url::Url;

pub(crate) use self::addresses::addresses;
use self::client::{Answer, Reach, Tries};
use super::notices::{Notice, NoticeKind, tell_publishers};
use super::{Portal, Portals};
use crate::stop::Stop;
use crate::store::trust::LinkRow;

/// The most addresses of one run.
const MOST: usize = 40;

/// The most addresses of one run at one host.
const MOST_OF_HOST: usize = 4;

/// How many are tried at one time.
const AT_ONCE: usize = 4;

/// The seconds after which an address is tried again.
const AGAIN: u64 = 24 * 60 * 60;

/// The seconds after which an address that only fails somehow counts as broken: three days.
const BROKEN_AFTER: u64 = 3 * 24 * 60 * 60;

/// From how many hosts on that are all out of reach it is this machine that is.
const OFFLINE: usize = 3;

/// An address that was tried.
pub(crate) struct Tried {
    /// The address.
    pub(crate) address: String,
    /// What came of it.
    pub(crate) answer: Answer,
}

impl Tried {
    /// What is kept of it, beside what was known.
    pub(crate) fn kept(&self, known: Option<&LinkRow>, now: Instant) -> LinkRow {
        let since = known.and_then(|it| it.failing_since.clone());
        let since = since.unwrap_or_else(|| now.to_string());
        let is_old = Instant::parse(&since)
            .is_some_and(|since| now.seconds() >= since.seconds().saturating_add(BROKEN_AFTER));
        let (state, detail) = match &self.answer {
            Answer::Works(status) => ("works", status.to_string()),
            Answer::Broken(why) => ("broken", why.clone()),
            Answer::NoHost => ("broken", "no-host".to_owned()),
            Answer::Unclear(why) | Answer::Away(why) if is_old => ("broken", why.clone()),
            Answer::Unclear(why) | Answer::Away(why) => ("unclear", why.clone()),
        };
        LinkRow {
            address: self.address.clone(),
            state: state.to_owned(),
            detail,
            checked_at: now.to_string(),
            failing_since: (state != "works").then_some(since),
        }
    }
}

/// Tries addresses, a few at a time, in their order.
pub(crate) async fn try_all(reach: Reach, wanted: Vec<String>) -> Result<Vec<Tried>, Stop> {
    let tries = Tries::new(reach)?;
    let tries = &tries;
    let one = async |address: String| {
        let answer = tries.one(&address).await;
        Tried { address, answer }
    };
    Ok(stream::iter(wanted).map(one).buffered(AT_ONCE).collect().await)
}

/// Whether nothing at all could be reached: then nothing is known of the addresses.
fn is_offline(tried: &[Tried]) -> bool {
    let away: BTreeSet<_> = tried.iter().map(|it| host(&it.address)).collect();
    away.len() >= OFFLINE
        && tried.iter().all(|it| matches!(it.answer, Answer::NoHost | Answer::Away(_)))
}

fn host(address: &str) -> String {
    let url = Url::parse(address).ok();
    url.and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

impl Portals {
    /// Tries addresses of published portals that were not tried for a day, at most 40, at most 4 of
    /// one host. Owners are told of those that are broken now. Gives how many were tried.
    pub(crate) async fn tend_links(&self, reach: Reach) -> Result<usize, Stop> {
        if reach == Reach::Nothing {
            return Ok(0);
        }
        let mut count = 0;
        let mut hosts = BTreeMap::new();
        for portal in &self.published().await?.portals {
            let known = self.known_links(portal).await?;
            let wanted = self.wanted(portal, &known, &mut hosts, MOST.saturating_sub(count));
            count += wanted.len();
            if !wanted.is_empty() {
                let tried = try_all(reach, wanted).await?;
                self.keep_links(portal, &known, &tried).await?;
            }
        }
        Ok(count)
    }

    async fn known_links(&self, portal: &Portal) -> Result<BTreeMap<String, LinkRow>, Stop> {
        let rows = self.store().links_of(&portal.organization).await?;
        Ok(rows.into_iter().map(|row| (row.address.clone(), row)).collect())
    }

    /// The addresses whose turn it is: those that were never tried first, then the oldest.
    fn wanted(
        &self,
        portal: &Portal,
        known: &BTreeMap<String, LinkRow>,
        hosts: &mut BTreeMap<String, usize>,
        most: usize,
    ) -> Vec<String> {
        let now = self.clock().now().seconds();
        let tried_at = |address: &String| {
            let at = known.get(address).and_then(|it| Instant::parse(&it.checked_at));
            at.map_or(0, Instant::seconds)
        };
        let mut due: Vec<String> = addresses(&portal.trust).into_iter().collect();
        due.retain(|address| now >= tried_at(address).saturating_add(AGAIN));
        due.sort_by_key(tried_at);
        due.retain(|address| {
            let of_host = hosts.entry(host(address)).or_insert(0);
            *of_host += 1;
            *of_host <= MOST_OF_HOST
        });
        due.truncate(most);
        due
    }

    async fn keep_links(
        &self,
        portal: &Portal,
        known: &BTreeMap<String, LinkRow>,
        tried: &[Tried],
    ) -> Result<(), Stop> {
        if is_offline(tried) {
            tracing::warn!(target: "attestor", "no address of a portal can be reached from here");
            return Ok(());
        }
        let now = self.clock().now();
        let there = addresses(&portal.trust);
        let mut work = self.store().begin().await?;
        for address in known.keys().filter(|address| !there.contains(*address)) {
            work.delete_link(&portal.organization, address).await?;
        }
        for it in tried {
            let before = known.get(&it.address);
            let row = it.kept(before, now);
            work.put_link(&portal.organization, &row).await?;
            if row.state == "broken" && before.is_none_or(|it| it.state != "broken") {
                tell_publishers(&mut work, &broken(portal, &row), now).await?;
            }
        }
        work.commit().await
    }
}

fn broken(portal: &Portal, row: &LinkRow) -> Notice {
    let digest = Digest::of(row.address.as_bytes());
    let since = row.failing_since.as_deref().unwrap_or_default();
    Notice {
        kind: NoticeKind::LinkBroken,
        key: format!("{}:link:{digest}:{since}", portal.organization),
        organization: portal.organization.clone(),
        item_kind: "link".to_owned(),
        item: String::new(),
        words: vec![("organization", portal.name.clone()), ("address", row.address.clone())],
    }
}
