//! Trust portals: what organizations publish of their offerings, who reads the documents behind it,
//! and what customers rest on.
//!
//! Read in this order:
//! - [`Portals`]: the service, with the published portals in memory, never older than the database.
//! - [`view`]: what everybody sees of a portal.
//! - `documents`: files behind items of portals, and who reads them.
//! - [`publication`]: drafts, publishing, versions. [`notices`]: who is told what. [`sentence`]: that in
//!   words. [`links`]: whether addresses lead somewhere. [`mail`]: notices by mail.
//! - `systems`: the systems of customers, and what they rest on.

pub(crate) mod documents;
pub(crate) mod links;
pub(crate) mod mail;
pub(crate) mod notices;
pub(crate) mod publication;
#[cfg(test)]
pub(crate) mod samples;
pub(crate) mod sentence;
pub(crate) mod systems;
#[cfg(test)]
mod tests;
pub(crate) mod view;

use std::collections::BTreeSet;
use std::sync::Arc;

use attestor_core::framework::{Library, SourceFile};
use attestor_core::instant::Instant;
use attestor_core::trust::crosswalk::Mapping;
use attestor_core::trust::load;
use attestor_core::trust::model::Trust;
use tokio::sync::Mutex;

use self::view::View;
use crate::clock::Clock;
use crate::stop::Stop;
use crate::store::Store;
use crate::store::trust::{PortalsRevision, TrustVersionRow};
use crate::world::catalogs::Catalogs;

/// The name that faults give the kept file of a version.
const FILE: &str = "trust.yaml";

/// What an organization publishes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Portal {
    /// The organization's id.
    pub(crate) organization: String,
    /// The organization's name.
    pub(crate) name: String,
    /// The number of the version, from 1.
    pub(crate) number: i64,
    /// When it was published.
    pub(crate) published_at: Option<Instant>,
    /// What it says.
    pub(crate) trust: Trust,
    /// What everybody sees of it.
    pub(crate) view: View,
    /// The items that have a document: kind and id.
    pub(crate) documents: BTreeSet<(String, String)>,
}

/// All published portals.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Published {
    /// The state of the database that they show.
    pub(crate) revision: PortalsRevision,
    /// The portals, by the organization's id.
    pub(crate) portals: Vec<Arc<Portal>>,
}

impl Published {
    /// The portal of an organization.
    pub(crate) fn of(&self, organization: &str) -> Option<&Arc<Portal>> {
        let found = self.portals.binary_search_by(|it| it.organization.as_str().cmp(organization));
        self.portals.get(found.ok()?)
    }
}

/// The trust portals. A clone is the same.
#[derive(Clone)]
pub(crate) struct Portals(Arc<Inner>);

struct Inner {
    store: Store,
    clock: Clock,
    catalogs: Catalogs,
    kept: Mutex<Option<Arc<Published>>>,
    reviewed: Mutex<Option<systems::review::Reviewed>>,
}

impl Portals {
    /// The portals of a store with the frameworks of the binary, read when they are first asked for.
    pub(crate) fn new(store: Store, clock: Clock) -> Result<Self, Stop> {
        Ok(Self::over(store, clock, Catalogs::load(None)?))
    }

    /// The same with these frameworks.
    pub(crate) fn over(store: Store, clock: Clock, catalogs: Catalogs) -> Self {
        let (kept, reviewed) = (Mutex::new(None), Mutex::new(None));
        Self(Arc::new(Inner { store, clock, catalogs, kept, reviewed }))
    }

    /// The store.
    pub(crate) fn store(&self) -> &Store {
        &self.0.store
    }

    /// The clock.
    pub(crate) fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The frameworks with their catalogs.
    pub(crate) fn library(&self) -> &Library {
        &self.0.catalogs.library
    }

    /// What leads from one framework to another, each both ways.
    pub(crate) fn mappings(&self) -> &[Mapping] {
        &self.0.catalogs.mappings
    }

    /// All published portals as the database holds them now. One statement if nothing changed.
    pub(crate) async fn published(&self) -> Result<Arc<Published>, Stop> {
        let asked = self.store().portals_revision().await?;
        let mut kept = self.0.kept.lock().await;
        if let Some(published) = kept.as_ref().filter(|it| it.revision == asked) {
            return Ok(Arc::clone(published));
        }
        // The revision is read before the portals: what comes in between makes the next ones.
        let revision = self.store().portals_revision().await?;
        if let Some(published) = kept.as_ref().filter(|it| it.revision == revision) {
            return Ok(Arc::clone(published));
        }
        let rows = self.store().published_portals().await?;
        let items = self.store().items_with_documents().await?;
        let mut portals = Vec::with_capacity(rows.len());
        for row in rows {
            let same = |it: &&Arc<Portal>| {
                it.organization == row.organization_id && it.number == row.number
            };
            let own =
                items.iter().filter(|[organization, ..]| *organization == row.organization_id);
            let documents = own.map(|[_, kind, item]| (kind.clone(), item.clone())).collect();
            let known = kept.as_ref().and_then(|it| it.portals.iter().find(same)).map(Arc::clone);
            portals.push(match known {
                Some(known) if known.documents == documents => known,
                Some(known) => Arc::new(Portal { documents, ..(*known).clone() }),
                None => Arc::new(Portal { documents, ..self.read(row)? }),
            });
        }
        portals.sort_unstable_by(|left, right| left.organization.cmp(&right.organization));
        let published = Arc::new(Published { revision, portals });
        *kept = Some(Arc::clone(&published));
        Ok(published)
    }

    /// The published portal of an organization.
    pub(crate) async fn portal(&self, organization: &str) -> Result<Option<Arc<Portal>>, Stop> {
        Ok(self.published().await?.of(organization).map(Arc::clone))
    }

    /// The portal of a kept version, without its documents.
    pub(crate) fn read(&self, row: TrustVersionRow) -> Result<Portal, Stop> {
        let files = [SourceFile { path: FILE.to_owned(), text: row.content }];
        let trust = load::load(&files, &self.0.catalogs.first).map_err(Stop::Faults)?;
        Ok(Portal {
            organization: row.organization_id,
            name: row.organization,
            number: row.number,
            published_at: row.published_at.as_deref().and_then(Instant::parse),
            view: View::of(&trust),
            trust,
            documents: BTreeSet::new(),
        })
    }
}
