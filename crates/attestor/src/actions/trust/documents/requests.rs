//! Requests for documents that need approval: readers ask, owners decide.

use serde_json::json;

use super::Refused;
use super::access::{Asked, FEWEST_DAYS, MOST_DAYS, Needed};
use super::agreements::checked;
use super::standing::{self, Found, reader};
use crate::actions::desk::new_id;
use crate::actions::trust::Portals;
use crate::actions::trust::notices::NoticeKind;
use crate::people::caller::Caller;
use crate::store::trust::requests::{Decided, RequestRow};

/// The subject of entries about requests.
const REQUEST: &str = "document_request";
/// The most letters of a purpose or a reason, inclusive.
pub(crate) const MOST_WORDS: usize = 2_000;

/// What an owner decides of a request.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Decision<'a> {
    /// It is granted for some days, 7 to 365.
    Grant(i32),
    /// It is refused, with a reason.
    Refuse(&'a str),
    /// What was granted ends now; the reason may be empty.
    End(&'a str),
}

impl Decision<'_> {
    const fn states(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Grant(_) => ("asked", "granted", "request_granted"),
            Self::Refuse(_) => ("asked", "refused", "request_refused"),
            Self::End(_) => ("granted", "ended", "request_ended"),
        }
    }
}

impl Portals {
    /// Asks for the document of an item. Where nothing is to be asked for, the answer tells what is
    /// needed instead.
    pub(crate) async fn ask_for(
        &self,
        caller: &Caller,
        found: &Found,
        purpose: &str,
    ) -> Result<RequestRow, Refused> {
        let reader = reader(Some(caller)).ok_or(Refused::NotFound)?;
        let purpose = checked("purpose", purpose, MOST_WORDS)?;
        let portal = self.portal(found.key().organization).await?;
        let mut work = self.store().begin().await?;
        work.hold_record().await?;
        let standing = self.standing_in(&mut work, found, reader).await?;
        if standing.needed != Needed::Ask {
            return Err(Refused::Needed(standing.needed));
        }
        let key = found.key();
        let new = RequestRow {
            request_id: new_id()?,
            organization_id: key.organization.to_owned(),
            item_kind: key.kind.to_owned(),
            item_id: key.item.to_owned(),
            account_id: reader.account.to_owned(),
            account_name: caller.name.clone(),
            reader_organization_id: reader.organization.to_owned(),
            reader_organization: String::new(),
            purpose,
            state: "asked".to_owned(),
            asked_at: self.clock().now().to_string(),
            decided_at: None,
            decided_by: None,
            reason: None,
            expires_at: None,
        };
        let content = json!({
            "item_kind": key.kind, "item": key.item, "name": caller.name,
            "reader_organization": reader.organization,
        });
        let about = (key.organization, REQUEST, new.request_id.as_str());
        self.note_document(&mut work, caller, about, ("request_made", &content)).await?;
        if !work.put_request(&new).await? {
            return Err(Refused::Needed(Needed::Wait));
        }
        self.tell_of_question(&mut work, portal.as_ref(), &new).await?;
        work.commit().await?;
        Ok(new)
    }

    /// Takes back the caller's own request that waits.
    pub(crate) async fn withdraw_request(
        &self,
        caller: &Caller,
        found: &Found,
    ) -> Result<(), Refused> {
        let reader = reader(Some(caller)).ok_or(Refused::NotFound)?;
        let mut work = self.store().begin().await?;
        work.hold_record().await?;
        let all = work.requests_by(reader, found.key()).await?;
        let waiting = all.iter().find(|it| it.state == "asked").ok_or(Refused::NotFound)?;
        let key = (waiting.organization_id.as_str(), waiting.request_id.as_str());
        let content = json!({
            "item_kind": waiting.item_kind, "item": waiting.item_id, "name": caller.name,
        });
        let about = (key.0, REQUEST, key.1);
        self.note_document(&mut work, caller, about, ("request_withdrawn", &content)).await?;
        let at = self.clock().now().to_string();
        let decided = Decided {
            from: "asked",
            to: "withdrawn",
            at: &at,
            by: &caller.account_id,
            reason: None,
            expires_at: None,
        };
        if !work.decide_request(key, decided).await? {
            return Err(Refused::NotFound);
        }
        Ok(work.commit().await?)
    }

    /// Decides a request to the caller's organization. This is the only place where that is done:
    /// whoever is to be told is told from here. Gives the request as it was before.
    pub(crate) async fn decide_request(
        &self,
        caller: &Caller,
        id: &str,
        decision: Decision<'_>,
    ) -> Result<RequestRow, Refused> {
        let organization = caller.organization().ok_or(Refused::NotFound)?;
        let today = self.clock().today();
        let reason = reason(decision)?;
        let expires_at = match decision {
            Decision::Grant(days) => Some(format!("{}T23:59:59Z", today.plus_days(days))),
            Decision::Refuse(_) | Decision::End(_) => None,
        };
        let portal = self.portal(organization).await?;
        let mut work = self.store().begin().await?;
        work.hold_record().await?;
        let row = work.request(organization, id).await?.ok_or(Refused::NotFound)?;
        let over = row.state == "granted" && standing::asked(&row, today) == Asked::Over;
        let (from, to, kind) = decision.states();
        if row.state != from || over {
            return Err(Refused::field("", "decided"));
        }
        let content = json!({
            "item_kind": row.item_kind, "item": row.item_id, "account": row.account_id,
            "reader_organization": row.reader_organization_id, "expires_at": expires_at,
            "name": caller.name,
        });
        self.note_document(&mut work, caller, (organization, REQUEST, id), (kind, &content))
            .await?;
        let at = self.clock().now().to_string();
        let decided = Decided {
            from,
            to,
            at: &at,
            by: &caller.account_id,
            reason: reason.as_deref(),
            expires_at: expires_at.as_deref(),
        };
        if !work.decide_request((organization, id), decided).await? {
            return Err(Refused::field("", "decided"));
        }
        let told = match decision {
            Decision::Grant(_) => NoticeKind::RequestGranted,
            Decision::Refuse(_) => NoticeKind::RequestRefused,
            Decision::End(_) => NoticeKind::RequestEnded,
        };
        self.tell_of_answer(&mut work, portal.as_ref(), (&row, told)).await?;
        work.commit().await?;
        Ok(row)
    }
}

/// The reason of a decision, and whether a number of days can be granted.
fn reason(decision: Decision<'_>) -> Result<Option<String>, Refused> {
    match decision {
        Decision::Grant(days) if (FEWEST_DAYS..=MOST_DAYS).contains(&days) => Ok(None),
        Decision::Grant(_) => Err(Refused::field("days", "days")),
        Decision::Refuse(reason) => checked("reason", reason, MOST_WORDS).map(Some),
        Decision::End(reason) if reason.trim().is_empty() => Ok(None),
        Decision::End(reason) => checked("reason", reason, MOST_WORDS).map(Some),
    }
}
