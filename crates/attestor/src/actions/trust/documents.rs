//! The documents behind a portal: files of certificates, reports and statements, and who reads them.
//!
//! Read in this order:
//! - `items`: what a document can stand behind. `access`: what a reader still has to do.
//! - this file: a file comes in and is withdrawn. `inspect`: what is refused; `mark`: readers are
//!   named on the pages of PDFs.
//! - `standing`: where a reader stands before a document. `agreements`, `requests`, `downloads`:
//!   what readers and owners do.
//!
//! Every change is an entry of the record, in the same transaction. What people wrote in their own
//! words stands in rows only, because the record keeps no e-mail addresses.

pub(crate) mod access;
pub(crate) mod agreements;
pub(crate) mod downloads;
pub(crate) mod inspect;
pub(crate) mod items;
mod mark;
pub(crate) mod requests;
pub(crate) mod standing;
mod told;

#[cfg(test)]
mod tests;

use std::fmt::Display;

use attestor_core::digest::Digest;
use attestor_core::trust::change::What;
use attestor_core::trust::document::{Access, State};
use futures_util::Stream;
use serde_json::{Value as Json, json};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use self::inspect::Unfit;
use self::items::{Item, ItemKind};
use self::mark::Unmarkable;
use super::Portals;
use crate::actions::desk::new_id;
use crate::people::caller::Caller;
use crate::stop::Stop;
use crate::store::evidence::{FileRow, FileState};
use crate::store::gate::Work;
use crate::store::record::Told;
use crate::store::trust::documents::DocumentRow;
use crate::vault::{Offer, Sealed, UploadRefusal, Vault};

/// The subject of entries about documents.
const DOCUMENT: &str = "document";

/// How many PDFs are read at once: each may take some hundred megabytes for a moment.
static READING: Semaphore = Semaphore::const_new(1);

/// Why something is not done.
#[derive(Debug)]
pub(crate) enum Refused {
    /// There is no such thing, or none that concerns who asks.
    NotFound,
    /// A field of a form is wrong; both are parts of keys of the words for people.
    Fault {
        /// The field; empty for the form as a whole.
        field: &'static str,
        /// What is wrong.
        reason: &'static str,
    },
    /// The vault does not take the file.
    Upload(UploadRefusal),
    /// The file is none for a portal.
    Unfit(Unfit),
    /// Something is needed first, or changed meanwhile.
    Needed(access::Needed),
    /// The world broke.
    Failed(Stop),
}

impl Refused {
    /// A field that is wrong.
    const fn field(field: &'static str, reason: &'static str) -> Self {
        Self::Fault { field, reason }
    }
}

impl From<Stop> for Refused {
    fn from(stop: Stop) -> Self {
        Self::Failed(stop)
    }
}

/// Where a new document stands.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    /// The kind of its item.
    pub(crate) kind: ItemKind,
    /// Its item.
    pub(crate) item: String,
    /// Who may open it; a report says so itself.
    pub(crate) access: Option<Access>,
}

impl Portals {
    /// Takes a file for the portal of the caller's organization into the vault, and looks at it. What
    /// is refused leaves nothing but an entry of the record.
    pub(crate) async fn take_file<B: AsRef<[u8]>, E: Display>(
        &self,
        vault: &Vault,
        caller: &Caller,
        name: &str,
        stream: impl Stream<Item = Result<B, E>>,
    ) -> Result<Sealed, Refused> {
        let organization = caller.organization().ok_or(Refused::NotFound)?;
        let taken = self.judged(vault, (caller, organization), name, stream).await;
        let (code, words) = match &taken {
            Err(Refused::Upload(refusal)) => (refusal.code(), refusal.to_string()),
            Err(Refused::Unfit(unfit)) => (unfit.code(), String::new()),
            Ok(_) | Err(_) => return taken,
        };
        let content = json!({"code": code, "words": words, "name": caller.name});
        let mut work = self.store().begin().await?;
        let about = (organization, DOCUMENT, organization);
        self.note_document(&mut work, caller, about, ("document_refused", &content)).await?;
        work.commit().await?;
        taken
    }

    async fn judged<B: AsRef<[u8]>, E: Display>(
        &self,
        vault: &Vault,
        (caller, organization): (&Caller, &str),
        name: &str,
        stream: impl Stream<Item = Result<B, E>>,
    ) -> Result<Sealed, Refused> {
        inspect::ending(name).map_err(Refused::Unfit)?;
        let offer = Offer {
            organization: organization.to_owned(),
            name: name.to_owned(),
            size: None,
            sha256: None,
            by: caller.account_id.clone(),
            at: self.clock().now(),
        };
        let sealed = vault.take_whole(offer, stream).await.map_err(Refused::Upload)?;
        let looked = look(vault, organization, &sealed).await;
        if looked.is_err() {
            self.throw_away(vault, organization, sealed.digest).await?;
        }
        looked.map(|()| sealed)
    }

    /// Puts a file that was taken behind an item of the portal of the caller's organization, in the
    /// place of the one before. This is the only way in: whoever is to be told of a new document is
    /// told from here. What is refused is not kept.
    pub(crate) async fn add_document(
        &self,
        vault: &Vault,
        caller: &Caller,
        placed: &Placed,
        sealed: &Sealed,
    ) -> Result<DocumentRow, Refused> {
        let organization = caller.organization().ok_or(Refused::NotFound)?;
        let access = match self.class_of(organization, placed).await {
            Ok(access) => access,
            Err(refused) => {
                self.throw_away(vault, organization, sealed.digest).await?;
                return Err(refused);
            }
        };
        let new = DocumentRow {
            document_id: new_id()?,
            organization_id: organization.to_owned(),
            item_kind: placed.kind.as_str().to_owned(),
            item_id: placed.item.clone(),
            access: access.as_str().to_owned(),
            state: State::Published.as_str().to_owned(),
            name: sealed.name.clone(),
            media_type: sealed.media_type.to_owned(),
            size_bytes: i64::try_from(sealed.size).unwrap_or(i64::MAX),
            file_digest: sealed.digest.to_string(),
            added_at: self.clock().now().to_string(),
            added_by: caller.account_id.clone(),
            ended_at: None,
        };
        self.keep(vault, caller, (&new, sealed)).await?;
        Ok(new)
    }

    /// Who may open a document at a place; why there is none.
    async fn class_of(&self, organization: &str, placed: &Placed) -> Result<Access, Refused> {
        let portal = self.portal(organization).await?;
        let portal = portal.ok_or(Refused::field("item", "no-portal"))?;
        let item = Item::find(&portal.trust, placed.kind, &placed.item);
        let item = item.ok_or(Refused::field("item", "no-item"))?;
        Ok(item.access.or(placed.access).unwrap_or(placed.kind.usual_access()))
    }

    /// The row of the file, the document and the entry, all or nothing.
    async fn keep(
        &self,
        vault: &Vault,
        caller: &Caller,
        (new, sealed): (&DocumentRow, &Sealed),
    ) -> Result<(), Refused> {
        let organization = new.organization_id.as_str();
        let content = json!({
            "item_kind": new.item_kind, "item": new.item_id, "access": new.access,
            "digest": new.file_digest, "size_bytes": new.size_bytes,
            "media_type": new.media_type, "name": caller.name,
        });
        let portal = self.portal(organization).await?;
        let mut work = self.store().begin().await?;
        let about = (organization, DOCUMENT, new.document_id.as_str());
        self.note_document(&mut work, caller, about, ("document_added", &content)).await?;
        // An erasure of the same bytes may have come between.
        match vault.exists(organization, sealed.digest).await {
            Ok(true) => {}
            Ok(false) => return Err(Refused::field("file", "gone")),
            Err(failure) => return Err(Stop::Failure(failure.to_string()).into()),
        }
        let file = FileRow { size_bytes: sealed.size, media_type: new.media_type.clone() };
        work.add_file((organization, sealed.digest), &file, &new.added_at).await?;
        let before = work.document_at(new.key()).await?;
        work.put_document(new).await?;
        if before.is_some() {
            self.tell_of(&mut work, portal.as_ref(), new, What::Replaced).await?;
        }
        Ok(work.commit().await?)
    }

    /// Withdraws a document of the caller's organization. This is the only way out.
    pub(crate) async fn withdraw_document(
        &self,
        caller: &Caller,
        id: &str,
    ) -> Result<DocumentRow, Refused> {
        let organization = caller.organization().ok_or(Refused::NotFound)?;
        let portal = self.portal(organization).await?;
        let mut work = self.store().begin().await?;
        work.hold_record().await?;
        let row = work.document(organization, id).await?.ok_or(Refused::NotFound)?;
        let content = json!({
            "item_kind": row.item_kind, "item": row.item_id, "digest": row.file_digest,
            "name": caller.name,
        });
        let about = (organization, DOCUMENT, id);
        self.note_document(&mut work, caller, about, ("document_withdrawn", &content)).await?;
        let at = self.clock().now().to_string();
        if !work.withdraw_document(organization, id, &at).await? {
            return Err(Refused::field("", "not-published"));
        }
        self.tell_of(&mut work, portal.as_ref(), &row, What::Withdrawn).await?;
        work.commit().await?;
        Ok(row)
    }

    /// Removes a file that was taken and that no row names.
    pub(crate) async fn throw_away(
        &self,
        vault: &Vault,
        organization: &str,
        digest: Digest,
    ) -> Result<(), Stop> {
        let mut work = self.store().begin().await?;
        work.hold_record().await?;
        if work.file_state(organization, digest).await? == Some(FileState::Clean) {
            return Ok(());
        }
        let gone = vault.erase(organization, digest).await;
        gone.map(drop).map_err(|failure| Stop::Failure(failure.to_string()))
    }

    /// Writes an entry about something of an organization: the organization, the subject, its id.
    async fn note_document(
        &self,
        work: &mut Work,
        caller: &Caller,
        (organization, subject, id): (&str, &str, &str),
        (kind, content): (&str, &Json),
    ) -> Result<(), Stop> {
        let actor = caller.actor();
        work.note(Told {
            at: self.clock().now(),
            actor: actor.account,
            role: actor.role,
            organization: Some(organization),
            subject,
            subject_id: id,
            kind,
            content: &content.to_string(),
        })
        .await
        .map(drop)
    }
}

/// Looks at a file that the vault took.
async fn look(vault: &Vault, organization: &str, sealed: &Sealed) -> Result<(), Refused> {
    let media_type = sealed.media_type;
    let turn = READING.acquire().await;
    let bytes = vault.read_whole(organization, sealed.digest).await;
    let bytes = bytes.map_err(|failure| Stop::Failure(failure.to_string()))?;
    let looked = spawn_blocking(move || inspect::content(media_type, &bytes)).await;
    drop(turn);
    // What breaks its reader is not taken.
    let looked = looked.unwrap_or(Err(Unfit::Pdf(Unmarkable::Unreadable)));
    looked.map_err(Refused::Unfit)
}
