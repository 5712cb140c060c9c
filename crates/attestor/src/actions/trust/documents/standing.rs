//! Where a reader stands before a document.

use std::sync::Arc;

use attestor_core::day::Day;
use attestor_core::trust::document::{Access, State};

use super::Refused;
use super::access::{Asked, Known, Needed, Who, needed};
use super::inspect::PDF;
use super::items::{Item, ItemKind};
use crate::actions::trust::{Portal, Portals};
use crate::people::caller::Caller;
use crate::stop::Stop;
use crate::store::gate::Work;
use crate::store::trust::agreements::{AgreementRow, ReaderKey};
use crate::store::trust::documents::{DocumentRow, ItemKey};
use crate::store::trust::requests::RequestRow;

/// The caller as a reader: a member of an organization who showed enough factors.
pub(crate) fn reader(caller: Option<&Caller>) -> Option<ReaderKey<'_>> {
    let caller = caller.filter(|caller| caller.has_enough_factors())?;
    Some(ReaderKey { account: &caller.account_id, organization: caller.organization()? })
}

/// An item that people may know of, with its portal.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// The portal.
    pub(crate) portal: Arc<Portal>,
    /// The item's kind.
    pub(crate) kind: ItemKind,
    id: String,
}

impl Found {
    /// The item; `None` never comes, because it was found.
    pub(crate) fn item(&self) -> Option<Item<'_>> {
        Item::find(&self.portal.trust, self.kind, &self.id)
    }

    /// Its key in the tables.
    pub(crate) fn key(&self) -> ItemKey<'_> {
        ItemKey {
            organization: &self.portal.organization,
            kind: self.kind.as_str(),
            item: &self.id,
        }
    }

    /// Whether a newer one took its place, so that it does not open any more.
    pub(crate) fn is_superseded(&self) -> bool {
        self.item().is_some_and(|item| item.state == State::Superseded)
    }
}

/// A document, and what its reader still has to do.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    /// The document.
    pub(crate) document: DocumentRow,
    /// Who may open it.
    pub(crate) access: Access,
    /// What is needed next.
    pub(crate) needed: Needed,
    /// Who asks.
    pub(crate) who: Who,
    /// The newest version of the agreement.
    pub(crate) agreement: Option<AgreementRow>,
    /// The newest version that the reader accepted.
    pub(crate) accepted: Option<i64>,
    /// The request that counts.
    pub(crate) request: Option<RequestRow>,
}

impl Standing {
    /// Whether the pages that a reader is given name the reader: those of PDFs that are not for
    /// everybody.
    pub(crate) fn is_marked(&self) -> bool {
        self.access != Access::Public && self.document.media_type == PDF
    }

    /// Whether it takes a granted request that the document opens.
    pub(crate) fn rests_on_request(&self) -> bool {
        self.access == Access::Approval && self.who == Who::Member
    }
}

/// What the tables say of a reader and a document.
#[derive(Debug, Default)]
struct Rows {
    document: Option<DocumentRow>,
    agreement: Option<AgreementRow>,
    accepted: Option<i64>,
    requests: Vec<RequestRow>,
}

impl Portals {
    /// An item that people may know of: drafts and what was withdrawn are not found.
    pub(crate) async fn item(
        &self,
        organization: &str,
        kind: &str,
        id: &str,
    ) -> Result<Found, Refused> {
        let kind = ItemKind::parse(kind).ok_or(Refused::NotFound)?;
        let portal = self.portal(organization).await?.ok_or(Refused::NotFound)?;
        let item = Item::find(&portal.trust, kind, id).ok_or(Refused::NotFound)?;
        match item.state {
            State::Draft | State::Withdrawn => Err(Refused::NotFound),
            State::Published | State::Superseded => Ok(Found { id: id.to_owned(), kind, portal }),
        }
    }

    /// Where a reader stands before the document of an item. At most four statements.
    pub(crate) async fn standing(
        &self,
        found: &Found,
        reader: Option<ReaderKey<'_>>,
    ) -> Result<Standing, Refused> {
        let (store, key) = (self.store(), found.key());
        let mut rows = Rows { document: store.document_at(key).await?, ..Rows::default() };
        if let Some(reader) = reader.filter(|_| rows.document.is_some()) {
            rows.agreement = store.agreement(key.organization).await?;
            rows.accepted = store.accepted(reader, key.organization).await?;
            rows.requests = store.requests_by(reader, key).await?;
        }
        judged(found, reader, rows, self.clock().today()).ok_or(Refused::NotFound)
    }

    /// The same while nobody else writes.
    pub(super) async fn standing_in(
        &self,
        work: &mut Work,
        found: &Found,
        reader: ReaderKey<'_>,
    ) -> Result<Standing, Refused> {
        let key = found.key();
        let rows = Rows {
            document: work.document_at(key).await?,
            agreement: work.agreement(key.organization).await?,
            accepted: work.accepted(reader, key.organization).await?,
            requests: work.requests_by(reader, key).await?,
        };
        judged(found, Some(reader), rows, self.clock().today()).ok_or(Refused::NotFound)
    }

    /// What a reader needs for each published document of a portal: its row, its item's kind, and
    /// where the reader stands.
    pub(crate) async fn document_standings(
        &self,
        organization: &str,
        reader: Option<ReaderKey<'_>>,
    ) -> Result<Vec<(Found, Standing)>, Stop> {
        let mut all = Vec::new();
        for row in self.store().published_documents(organization).await? {
            let found = match self.item(organization, &row.item_kind, &row.item_id).await {
                Ok(found) if !found.is_superseded() => found,
                Ok(_) | Err(Refused::NotFound) => continue,
                Err(Refused::Failed(stop)) => return Err(stop),
                Err(_) => continue,
            };
            match self.standing(&found, reader).await {
                Ok(standing) => all.push((found, standing)),
                Err(Refused::Failed(stop)) => return Err(stop),
                Err(_) => {}
            }
        }
        Ok(all)
    }
}

fn judged(
    found: &Found,
    reader: Option<ReaderKey<'_>>,
    rows: Rows,
    today: Day,
) -> Option<Standing> {
    let document = rows.document?;
    // What a report says of itself counts, also where it said something else when its file came in;
    // an unknown word opens nothing.
    let kept = Access::parse(&document.access).unwrap_or(Access::Approval);
    let access = found.item()?.access.unwrap_or(kept);
    let who = match reader {
        None => Who::Anybody,
        Some(reader) if reader.organization == found.portal.organization => Who::Owner,
        Some(_) => Who::Member,
    };
    let request = counting(rows.requests, today);
    let known = Known {
        access,
        who,
        agreement: rows.agreement.as_ref().map(|it| it.version),
        accepted: rows.accepted,
        asked: request.as_ref().map_or(Asked::Not, |it| asked(it, today)),
    };
    Some(Standing {
        needed: needed(known, today),
        document,
        access,
        who,
        agreement: rows.agreement,
        accepted: rows.accepted,
        request,
    })
}

/// The request that counts: one that waits, else one that is granted today, else the newest that was
/// decided.
fn counting(requests: Vec<RequestRow>, today: Day) -> Option<RequestRow> {
    let rank = |it: &RequestRow| match asked(it, today) {
        Asked::Waiting => 0,
        Asked::Granted(_) => 1,
        Asked::Refused | Asked::Over => 2,
        Asked::Not => 3,
    };
    let at = |it: &RequestRow| it.decided_at.clone().unwrap_or_else(|| it.asked_at.clone());
    requests
        .into_iter()
        .min_by(|left, right| rank(left).cmp(&rank(right)).then_with(|| at(right).cmp(&at(left))))
}

/// Where a request stands on a day.
pub(crate) fn asked(request: &RequestRow, today: Day) -> Asked {
    match request.state.as_str() {
        "asked" => Asked::Waiting,
        "granted" => match request.expires_at.as_deref().and_then(last_day) {
            Some(until) if today <= until => Asked::Granted(until),
            _ => Asked::Over,
        },
        "refused" => Asked::Refused,
        "ended" => Asked::Over,
        _ => Asked::Not,
    }
}

/// The last day of a grant, inclusive.
pub(crate) fn last_day(expires_at: &str) -> Option<Day> {
    Day::parse(expires_at.get(..10)?)
}
