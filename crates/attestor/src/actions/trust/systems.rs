//! Systems of customers: made, changed and ended by members of their organization.
//!
//! Read in this order:
//! - [`System`]: a system as it is kept. [`Change`]: what somebody wants of it.
//! - [`Portals::change_system`]: checked against the published portals, noted, then written behind
//!   the number that was seen.
//! - `rest`: what a system rests on, on a day. `review`: who is told when that changes.
//! - `platform`: a certificate behind a service as the platform's report of a certification case.

pub(crate) mod platform;
pub(crate) mod rest;
pub(crate) mod review;

use attestor_core::framework::Library;
use attestor_core::trust::model::Trust;
use attestor_core::trust::system::{Content, ContentFault, OwnText, Used};
use serde_json::json;

use super::{Portals, Published};
use crate::actions::desk::repeat::{Given, Repeatable};
use crate::people::caller::Caller;
use crate::people::secret;
use crate::stop::Stop;
use crate::store::gate::Work;
use crate::store::record::Told;
use crate::store::trust::SystemRow;

/// The most letters of a system's name.
pub(crate) const MOST_NAME: usize = 120;

/// What an entry of the record is about.
const SUBJECT: &str = "system";

/// A system of an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct System {
    /// The id.
    pub(crate) id: String,
    /// Whose it is.
    pub(crate) organization: String,
    /// The name.
    pub(crate) name: String,
    /// How often it was written, from 1.
    pub(crate) number: i64,
    /// When it was made.
    pub(crate) made_at: String,
    /// When it was changed last.
    pub(crate) changed_at: String,
    /// What it uses, and what the customer does itself.
    pub(crate) content: Content,
}

/// What somebody wants of a system; what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Change {
    /// Another name.
    pub(crate) name: Option<String>,
    /// All services that it uses from now on.
    pub(crate) uses: Option<Vec<Used>>,
    /// All own texts from now on.
    pub(crate) own: Option<Vec<OwnText>>,
    /// Whether somebody looked at what is not given any more, so that it is the customer's own.
    pub(crate) looked: bool,
}

/// A request that may come twice, and its answer once the system is made.
pub(crate) type Repeat<'a> =
    (&'a Repeatable, &'a (dyn Fn(&System) -> Result<Given, Stop> + Send + Sync));

/// Why a system is not changed.
#[derive(Debug)]
pub(crate) enum NotChanged {
    /// There is no such system of the caller's organization.
    NotFound,
    /// Somebody changed it meanwhile.
    Outdated,
    /// Somebody used the key of the request meanwhile.
    Repeated,
    /// It has no name, or one that is too long.
    Name,
    /// A service that it does not use yet is in no published portal, or not in this cloud.
    Service(Used),
    /// An own text is about something that no framework here has.
    Control(OwnText),
    /// It is not within its bounds.
    Content(ContentFault),
    /// The world broke.
    Failed(Stop),
}

impl From<Stop> for NotChanged {
    fn from(stop: Stop) -> Self {
        Self::Failed(stop)
    }
}

impl System {
    /// The system of a row.
    pub(crate) fn read(row: SystemRow) -> Result<Self, Stop> {
        let broken = |fault: ContentFault| {
            Stop::Failure(format!(
                "the system {} is not kept as it was written: {fault}",
                row.system_id
            ))
        };
        let content = Content::read(&row.content).map_err(broken)?;
        Ok(Self {
            id: row.system_id,
            organization: row.organization_id,
            name: row.name,
            number: row.number,
            made_at: row.made_at,
            changed_at: row.changed_at,
            content,
        })
    }
}

impl Portals {
    /// The systems of an organization, the oldest first.
    pub(crate) async fn systems(&self, organization: &str) -> Result<Vec<System>, Stop> {
        self.store().systems_of(organization).await?.into_iter().map(System::read).collect()
    }

    /// A system of an organization.
    pub(crate) async fn system(
        &self,
        organization: &str,
        id: &str,
    ) -> Result<Option<System>, Stop> {
        self.store().system(organization, id).await?.map(System::read).transpose()
    }

    /// Makes a system for the caller's organization, with what is wanted of it. The answer to a
    /// request that may come twice is kept with it.
    pub(crate) async fn make_system(
        &self,
        caller: &Caller,
        wanted: Change,
        repeat: Option<Repeat<'_>>,
    ) -> Result<System, NotChanged> {
        let organization = caller.organization().ok_or(NotChanged::NotFound)?;
        let at = self.clock().now().to_string();
        let empty = System {
            id: secret::id()?,
            organization: organization.to_owned(),
            name: String::new(),
            number: 1,
            made_at: at.clone(),
            changed_at: at.clone(),
            content: Content::default(),
        };
        if wanted.name.is_none() {
            return Err(NotChanged::Name);
        }
        let published = self.published().await?;
        let new = self.changed(&empty, wanted, &published)?;
        let told = told(&empty, &new);
        let mut work = self.store().begin().await?;
        let place = (organization, new.id.as_str());
        self.note_system(&mut work, caller, place, ("system_made", &told)).await?;
        let texts = (new.name.as_str(), &*new.content.write());
        work.put_system((&new.id, organization), texts, &at).await?;
        if let Some((request, answer)) = repeat
            && !request.keep(&mut work, answer(&new)?, self.clock().now()).await?
        {
            return Err(NotChanged::Repeated);
        }
        work.commit().await?;
        Ok(new)
    }

    /// Changes a system of the caller's organization, of which the caller saw the state with a
    /// number. A change that changes nothing writes nothing.
    pub(crate) async fn change_system(
        &self,
        caller: &Caller,
        (id, seen): (&str, i64),
        change: Change,
    ) -> Result<System, NotChanged> {
        let organization = caller.organization().ok_or(NotChanged::NotFound)?;
        let old = self.system(organization, id).await?.ok_or(NotChanged::NotFound)?;
        if old.number != seen {
            return Err(NotChanged::Outdated);
        }
        let published = self.published().await?;
        let new = self.changed(&old, change, &published)?;
        if new == old {
            return Ok(old);
        }
        let told = told(&old, &new);
        let mut work = self.store().begin().await?;
        self.note_system(&mut work, caller, (organization, id), ("system_changed", &told)).await?;
        let texts = (new.name.as_str(), &*new.content.write());
        if !work.change_system((id, seen), texts, &new.changed_at).await? {
            return Err(NotChanged::Outdated);
        }
        work.commit().await?;
        Ok(System { number: seen + 1, ..new })
    }

    /// Ends a system of the caller's organization, of which the caller saw the state with a number.
    pub(crate) async fn end_system(
        &self,
        caller: &Caller,
        (id, seen): (&str, i64),
    ) -> Result<(), NotChanged> {
        let organization = caller.organization().ok_or(NotChanged::NotFound)?;
        let old = self.system(organization, id).await?.ok_or(NotChanged::NotFound)?;
        if old.number != seen {
            return Err(NotChanged::Outdated);
        }
        let mut work = self.store().begin().await?;
        let told = json!({"name": old.name});
        self.note_system(&mut work, caller, (organization, id), ("system_ended", &told)).await?;
        if !work.end_system((id, seen), &self.clock().now().to_string()).await? {
            return Err(NotChanged::Outdated);
        }
        Ok(work.commit().await?)
    }

    /// The system as it is after a change; the same where nothing changes.
    fn changed(
        &self,
        old: &System,
        change: Change,
        published: &Published,
    ) -> Result<System, NotChanged> {
        let mut new = old.clone();
        if let Some(name) = change.name {
            new.name = named(&name)?;
        }
        if let Some(uses) = change.uses {
            let strange =
                uses.iter().find(|it| !old.content.uses.contains(it) && !is_offered(published, it));
            if let Some(used) = strange {
                return Err(NotChanged::Service(used.clone()));
            }
            new.content.uses = uses;
        }
        if let Some(own) = change.own {
            let strange = own
                .iter()
                .find(|it| !old.content.own.contains(it) && !is_asked(self.library(), it));
            if let Some(own) = strange {
                return Err(NotChanged::Control(own.clone()));
            }
            new.content.own = own;
        }
        new.content.check().map_err(NotChanged::Content)?;
        if change.looked || new.content.uses != old.content.uses {
            new.content.kept = self.given(&new.content, published, self.clock().today());
        }
        if new != *old {
            new.changed_at = self.clock().now().to_string();
        }
        Ok(new)
    }

    async fn note_system(
        &self,
        work: &mut Work,
        caller: &Caller,
        (organization, id): (&str, &str),
        (kind, content): (&str, &serde_json::Value),
    ) -> Result<(), Stop> {
        let actor = caller.actor();
        let told = Told {
            at: self.clock().now(),
            actor: actor.account,
            role: actor.role,
            organization: Some(organization),
            subject: SUBJECT,
            subject_id: id,
            kind,
            content: &content.to_string(),
        };
        work.note(told).await.map(drop)
    }
}

/// What the record tells of a change: names, services that came and went, controls whose own text is
/// another one. The texts themselves stand in the system.
fn told(old: &System, new: &System) -> serde_json::Value {
    let less = |some: &[Used], other: &[Used]| -> Vec<Used> {
        some.iter().filter(|it| !other.contains(it)).cloned().collect()
    };
    let (was, is) = (&old.content, &new.content);
    let texts = |some: &[OwnText], other: &[OwnText]| -> Vec<String> {
        let differ = some.iter().filter(|it| !other.contains(it));
        differ.map(|it| format!("{} {}", it.framework, it.control)).collect()
    };
    let mut own = texts(&is.own, &was.own);
    own.extend(texts(&was.own, &is.own));
    own.sort_unstable();
    own.dedup();
    json!({
        "name": new.name,
        "added": less(&is.uses, &was.uses),
        "removed": less(&was.uses, &is.uses),
        "texts": own,
        "looked": was.kept != is.kept,
    })
}

fn named(name: &str) -> Result<String, NotChanged> {
    let name = name.trim();
    let good = !name.is_empty()
        && name.chars().count() <= MOST_NAME
        && !name.chars().any(char::is_control);
    good.then(|| name.to_owned()).ok_or(NotChanged::Name)
}

/// Whether a published portal offers a service in a cloud.
fn is_offered(published: &Published, used: &Used) -> bool {
    let portal = published.of(&used.organization);
    portal.is_some_and(|portal| clouds(&portal.trust, &used.service).contains(&&used.cloud))
}

/// The clouds in which a portal offers a service: those that the service names, and those in which
/// it is in scope.
pub(crate) fn clouds<'a>(
    trust: &'a Trust,
    service: &attestor_core::id::Id,
) -> Vec<&'a attestor_core::id::Id> {
    let Some(found) = trust.service(service) else { return Vec::new() };
    let in_scope = trust.offerings.iter().flat_map(|it| &it.services);
    let in_scope = in_scope.filter(|row| row.service.value == *service).map(|row| &row.cloud.value);
    let mut clouds: Vec<_> = found.clouds.iter().map(|it| &it.value).chain(in_scope).collect();
    // A service that names no cloud runs in those of its portal.
    if clouds.is_empty() {
        clouds.extend(trust.clouds.iter().map(|it| &it.id.value));
    }
    clouds.sort_unstable();
    clouds.dedup();
    clouds
}

/// Whether a framework of the library has the control of an own text.
fn is_asked(library: &Library, own: &OwnText) -> bool {
    library.catalogs.get(&own.framework).is_some_and(|catalog| catalog.has(&own.control))
}
