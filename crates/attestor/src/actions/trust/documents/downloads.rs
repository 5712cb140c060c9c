//! Documents are given out: marked where they are PDFs that are not for everybody, and written down.

use attestor_core::digest::Digest;
use attestor_core::trust::document::Access;
use serde_json::json;
use tokio::task::spawn_blocking;

use super::access::{Needed, Who};
use super::mark::{self, Reader};
use super::standing::{Found, Standing, reader};
use super::{DOCUMENT, READING, Refused};
use crate::actions::desk::new_id;
use crate::actions::trust::Portals;
use crate::people::caller::Caller;
use crate::stop::Stop;
use crate::store::trust::agreements::ReaderKey;
use crate::store::trust::documents::DocumentRow;
use crate::store::trust::downloads::NewDownload;
use crate::vault::{ReadFailure, Reading, Vault};

/// A document as it is given out.
pub(crate) enum Given {
    /// As its owner brought it.
    AsItIs(DocumentRow, Box<Reading>),
    /// With the reader's name on every page.
    Marked(DocumentRow, Vec<u8>),
}

/// One download.
struct Download<'a> {
    id: String,
    at: String,
    caller: &'a Caller,
    reader: ReaderKey<'a>,
    found: &'a Found,
    marked: bool,
}

impl Portals {
    /// Gives the document of an item to a caller, if nothing else is needed, and writes it down. What
    /// is for everybody is not marked, and is written down for callers who are signed in.
    pub(crate) async fn download(
        &self,
        vault: &Vault,
        caller: Option<&Caller>,
        found: &Found,
    ) -> Result<Given, Refused> {
        if found.is_superseded() {
            return Err(Refused::NotFound);
        }
        let reader = reader(caller);
        let standing = self.standing(found, reader).await?;
        if standing.needed != Needed::Nothing {
            return Err(Refused::Needed(standing.needed));
        }
        let document = standing.document.clone();
        let (Some(caller), Some(reader)) = (caller, reader) else {
            let reading = open(vault, &document).await?;
            return Ok(Given::AsItIs(document, reading));
        };
        let marked = standing.is_marked();
        let at = self.clock().now().to_string();
        let download = Download { id: new_id()?, at, caller, reader, found, marked };
        let given = if marked {
            let bytes = named(vault, &document, &download).await?;
            Given::Marked(document.clone(), bytes)
        } else {
            let reading = open(vault, &document).await?;
            Given::AsItIs(document.clone(), reading)
        };
        self.write_down(&download, &document).await?;
        Ok(given)
    }

    /// Writes a download down, if the document still opens while nobody else writes.
    async fn write_down(
        &self,
        download: &Download<'_>,
        document: &DocumentRow,
    ) -> Result<(), Refused> {
        let Download { id, at, caller, reader, found, marked } = download;
        let mut work = self.store().begin().await?;
        work.hold_record().await?;
        let now = self.standing_in(&mut work, found, *reader).await?;
        if now.needed != Needed::Nothing || now.document.document_id != document.document_id {
            return Err(Refused::Needed(now.needed));
        }
        let (agreement, request) = rested_on(&now);
        let content = json!({
            "download": id, "item_kind": document.item_kind, "item": document.item_id,
            "digest": document.file_digest, "reader_organization": reader.organization,
            "agreement_version": agreement, "request": request, "marked": marked,
            "name": caller.name,
        });
        let about = (document.organization_id.as_str(), DOCUMENT, document.document_id.as_str());
        self.note_document(&mut work, caller, about, ("document_downloaded", &content)).await?;
        work.put_download(NewDownload {
            id,
            organization: &document.organization_id,
            document: &document.document_id,
            file_digest: &document.file_digest,
            account: reader.account,
            account_name: &caller.name,
            reader_organization: reader.organization,
            agreement_version: agreement,
            request,
            marked: *marked,
            at,
        })
        .await?;
        Ok(work.commit().await?)
    }
}

/// The version of the agreement and the request on which a download rests.
fn rested_on(standing: &Standing) -> (Option<i64>, Option<&str>) {
    if standing.who != Who::Member {
        return (None, None);
    }
    let request = standing.request.as_ref().filter(|_| standing.rests_on_request());
    match standing.access {
        Access::Public | Access::SignedIn => (None, None),
        Access::Agreement | Access::Approval => {
            (standing.accepted, request.map(|it| it.request_id.as_str()))
        }
    }
}

async fn open(vault: &Vault, document: &DocumentRow) -> Result<Box<Reading>, Refused> {
    let read = vault.read(&document.organization_id, digest(document)?).await;
    read.map(Box::new).map_err(|failure| failed(&failure))
}

fn digest(document: &DocumentRow) -> Result<Digest, Stop> {
    let broken = || Stop::Failure(format!("document {} names no file", document.document_id));
    Digest::parse(&document.file_digest).ok_or_else(broken)
}

fn failed(failure: &ReadFailure) -> Refused {
    Stop::Failure(failure.to_string()).into()
}

/// The bytes of a PDF with the reader's name on every page.
async fn named(
    vault: &Vault,
    document: &DocumentRow,
    download: &Download<'_>,
) -> Result<Vec<u8>, Refused> {
    let membership = download.caller.membership.as_ref().ok_or(Refused::NotFound)?;
    let name = writable(&download.caller.name, "account", download.reader.account);
    let organization =
        writable(&membership.organization_name, "organization", download.reader.organization);
    let at = download.at.get(..16).unwrap_or_default().replace('T', " ") + " UTC";
    let id = download.id.clone();
    let turn = READING.acquire().await;
    let read = vault.read_whole(&document.organization_id, digest(document)?).await;
    let bytes = read.map_err(|failure| failed(&failure))?;
    let done = spawn_blocking(move || {
        let reader = Reader { name: &name, organization: &organization, at: &at, id: &id };
        mark::mark(&bytes, &reader)
    });
    let done = done.await;
    drop(turn);
    // It was marked for a try when it came in, so this is no matter of the reader.
    let broken = |why: String| {
        Stop::Failure(format!("document {} cannot be marked: {why}", document.document_id))
    };
    let marked = done.map_err(|error| broken(error.to_string()))?;
    Ok(marked.map_err(|why| broken(why.to_string()))?)
}

/// A name, or what stands for it where the fonts of PDFs lack its letters.
fn writable(name: &str, what: &str, id: &str) -> String {
    if mark::words::can_be_written(name) { name.to_owned() } else { format!("{what} {id}") }
}
