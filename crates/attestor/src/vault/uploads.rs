//! Uploads in pieces: one at a time writes to an upload, and whatever ends it removes its bytes.

use std::collections::HashMap;
use std::fmt::Display;
use std::io::{self, Read as _};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};

use attestor_core::digest::{Digest, Digesting};
use attestor_core::instant::Instant;
use futures_util::stream::{Stream, StreamExt as _};
use tokio::sync::OwnedMutexGuard;

use super::check::Kind;
use super::place::{Fill, blocking, path_of};
use super::refusal::UploadRefusal;
use super::seal::{CHUNK_BYTES, Sealing};
use super::staging::frames::FrameReader;
use super::staging::{self, SpillFolder, Staged};
use super::{Inner, Offer, Sealed, Upload, UploadId, Vault};

/// How much of a stream is written at once.
const PIECE_BYTES: usize = 1 << 20;

/// An upload that is open in this process; `None` if it is not open or not there.
type Slot = Arc<tokio::sync::Mutex<Option<Staged>>>;

/// An upload that nobody else touches for now.
type Held = OwnedMutexGuard<Option<Staged>>;

/// Uploads that are open in this process.
#[derive(Default)]
pub(super) struct Uploads(Mutex<HashMap<UploadId, Slot>>);

impl Uploads {
    fn slot(&self, id: &UploadId) -> Slot {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(slots.entry(id.clone()).or_default())
    }

    fn forget(&self, id: &UploadId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
    }
}

impl Vault {
    /// Begins an upload. Its description is lasting when this returns.
    pub(crate) async fn begin(&self, offer: Offer) -> Result<Upload, UploadRefusal> {
        refuse_odd_organization(&offer.organization)?;
        let inner = Arc::clone(&self.0);
        let staged =
            off_thread(move || staging::begin(&inner.staging, &inner.keys, &offer, &inner.limits))
                .await?;
        let upload = staged.upload();
        *self.0.uploads.slot(&upload.id).lock().await = Some(staged);
        Ok(upload)
    }

    /// Adds a piece; the new offset. The piece is lasting when this returns, and if it is refused
    /// nothing of it was added. Of two writers at once one is told where the next piece begins.
    pub(crate) async fn append(
        &self,
        id: &UploadId,
        offset: u64,
        piece: Vec<u8>,
    ) -> Result<u64, UploadRefusal> {
        let mut held = self.hold(id).await?;
        let limits = self.0.limits;
        let (held, appended) = off_thread(move || {
            let appended = match held.as_mut() {
                Some(staged) => staged.append(offset, &piece, &limits),
                None => Err(UploadRefusal::NotFound),
            };
            Ok((held, appended))
        })
        .await?;
        self.settle(id, held, appended).await
    }

    /// Adds what a stream brings; the new offset. What came before a stream broke off stays.
    pub(crate) async fn append_stream<B: AsRef<[u8]>, E: Display>(
        &self,
        id: &UploadId,
        offset: u64,
        stream: impl Stream<Item = Result<B, E>>,
    ) -> Result<u64, UploadRefusal> {
        let mut stream = pin!(stream);
        let (mut offset, mut pending) = (offset, Vec::new());
        loop {
            let (piece, broken) = match stream.next().await {
                Some(Ok(piece)) => (Some(piece), None),
                Some(Err(error)) => (None, Some(error.to_string())),
                None => (None, None),
            };
            let over = piece.is_none();
            pending.extend_from_slice(piece.as_ref().map_or(&[], |piece| piece.as_ref()));
            if pending.len() >= PIECE_BYTES || over {
                offset = self.append(id, offset, std::mem::take(&mut pending)).await?;
            }
            if let Some(why) = broken {
                return Err(UploadRefusal::BrokenOff(why));
            }
            if over {
                return Ok(offset);
            }
        }
    }

    /// An upload under way and how far it is.
    pub(crate) async fn state(&self, id: &UploadId) -> Result<Upload, UploadRefusal> {
        let held = self.hold(id).await?;
        held.as_ref().map(Staged::upload).ok_or(UploadRefusal::NotFound)
    }

    /// Judges an upload whose bytes are all there, and takes it into the store. Whatever refuses it
    /// for good removes its bytes; see [`UploadRefusal::keeps_upload`]. A taken upload stays under
    /// way, so that this can be repeated until its row is written; then [`cancel`](Self::cancel)
    /// ends it.
    pub(crate) async fn seal(&self, id: &UploadId) -> Result<Sealed, UploadRefusal> {
        let held = self.hold(id).await?;
        let (held, judged) = self.judge(held).await?;
        let sealed = match judged {
            Ok((upload, kind, digest)) => self.take(&held, (upload, kind, digest)).await,
            Err(refusal) => Err(refusal),
        };
        self.settle(id, held, sealed).await
    }

    /// Takes an upload as [`seal`](Self::seal) does, and ends it.
    pub(crate) async fn finish(&self, id: &UploadId) -> Result<Sealed, UploadRefusal> {
        let sealed = self.seal(id).await?;
        self.cancel(id).await?;
        Ok(sealed)
    }

    /// Takes a file that comes at once, under the same rules; nothing of it stays if it is refused.
    pub(crate) async fn take_whole<B: AsRef<[u8]>, E: Display>(
        &self,
        offer: Offer,
        stream: impl Stream<Item = Result<B, E>>,
    ) -> Result<Sealed, UploadRefusal> {
        let id = self.begin(offer).await?.id;
        let taken = match self.append_stream(&id, 0, stream).await {
            Ok(_) => self.finish(&id).await,
            Err(refusal) => Err(refusal),
        };
        if taken.is_err() {
            match self.cancel(&id).await {
                Ok(()) | Err(UploadRefusal::NotFound) => {}
                Err(failure) => return Err(failure),
            }
        }
        taken
    }

    /// Ends an upload and removes its bytes.
    pub(crate) async fn cancel(&self, id: &UploadId) -> Result<(), UploadRefusal> {
        let held = self.hold(id).await?;
        self.end(id, held).await
    }

    /// Ends all uploads that were begun before an instant, and removes what crashes left that is
    /// older; the ids of the uploads.
    pub(crate) async fn sweep(&self, older_than: Instant) -> Result<Vec<UploadId>, UploadRefusal> {
        let inner = Arc::clone(&self.0);
        let ids = off_thread(move || {
            inner.place.local().map_or(Ok(()), |folder| folder.sweep(older_than))?;
            Ok(staging::abandoned(&inner.staging, older_than)?)
        })
        .await?;
        for id in &ids {
            // One whose key is not there any more cannot be opened, but can go.
            let slot = self.0.uploads.slot(id).lock_owned().await;
            self.end(id, slot).await?;
        }
        Ok(ids)
    }

    /// Opens an upload for one caller.
    async fn hold(&self, id: &UploadId) -> Result<Held, UploadRefusal> {
        let mut held = self.0.uploads.slot(id).lock_owned().await;
        if held.is_some() {
            return Ok(held);
        }
        let (inner, own) = (Arc::clone(&self.0), id.clone());
        match off_thread(move || staging::load(&inner.staging, &inner.keys, &own)).await {
            Ok(staged) => *held = Some(staged),
            Err(refusal) => {
                // After any other refusal somebody may wait for the same slot and open it later.
                if refusal == UploadRefusal::NotFound {
                    self.0.uploads.forget(id);
                }
                return Err(refusal);
            }
        }
        Ok(held)
    }

    async fn judge(&self, held: Held) -> Result<(Held, Judged), UploadRefusal> {
        let inner = Arc::clone(&self.0);
        off_thread(move || {
            let judged = match held.as_ref() {
                Some(staged) => {
                    let judged = staged.judge(&inner.limits, &SpillFolder(&inner.staging));
                    judged.map(|(kind, digest)| (staged.upload(), kind, digest))
                }
                None => Err(UploadRefusal::NotFound),
            };
            Ok((held, judged))
        })
        .await
    }

    /// Lets the scanner look at a judged upload, and writes it into the store.
    async fn take(
        &self,
        held: &Held,
        (upload, kind, digest): (Upload, Kind, Digest),
    ) -> Result<Sealed, UploadRefusal> {
        let staged = held.as_ref().ok_or(UploadRefusal::NotFound)?;
        if let Some(scanner) = &self.0.scanner {
            scanner.scan(Box::new(staged.reader()?), digest).await?;
        }
        let organization = &upload.offer.organization;
        // The same bytes may lie there already; damaged ones are replaced.
        let there = self.0.place.has(&path(organization, digest)?).await?
            && self.check(organization, digest).await.is_ok();
        if !there {
            let (inner, place) = (Arc::clone(&self.0), path(organization, digest)?);
            let bytes = staged.reader()?;
            let fill: Fill = Box::new(move |out| seal(&inner, &place, (bytes, digest), out));
            self.0.place.put(&path(organization, digest)?, fill).await?;
        }
        let media_type = kind.media_type();
        Ok(Sealed { digest, size: upload.offset, media_type, name: upload.offer.name })
    }

    /// Ends the upload after a refusal for good; hands the result on.
    async fn settle<T>(
        &self,
        id: &UploadId,
        held: Held,
        result: Result<T, UploadRefusal>,
    ) -> Result<T, UploadRefusal> {
        if result.as_ref().is_err_and(|refusal| !refusal.keeps_upload()) {
            self.end(id, held).await?;
        }
        result
    }

    async fn end(&self, id: &UploadId, mut held: Held) -> Result<(), UploadRefusal> {
        let (inner, own) = (Arc::clone(&self.0), id.clone());
        let held = off_thread(move || {
            staging::remove(&inner.staging, own.as_str())?;
            *held = None;
            Ok(held)
        })
        .await?;
        self.0.uploads.forget(id);
        drop(held);
        Ok(())
    }
}

type Judged = Result<(Upload, Kind, Digest), UploadRefusal>;

/// Writes an upload in its form at rest, and makes sure that it is what was judged.
fn seal(
    inner: &Inner,
    place: &str,
    (mut bytes, digest): (FrameReader, Digest),
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let mut sealing = Sealing::new(out, &inner.keys, place)?;
    let mut digesting = Digesting::default();
    let mut piece = vec![0; CHUNK_BYTES];
    loop {
        let count = bytes.read(&mut piece)?;
        let read = piece.get(..count).unwrap_or_default();
        if read.is_empty() {
            break;
        }
        digesting.take(read);
        sealing.take(read)?;
    }
    if digesting.finish() != digest {
        return Err(io::Error::other("the upload changed while it was taken"));
    }
    sealing.finish()
}

fn path(organization: &str, digest: Digest) -> Result<String, UploadRefusal> {
    let odd = || UploadRefusal::StorageUnavailable("the organization's id is odd".to_owned());
    path_of(organization, digest).ok_or_else(odd)
}

fn refuse_odd_organization(organization: &str) -> Result<(), UploadRefusal> {
    path(organization, Digest::of(&[])).map(|_| ())
}

/// Runs what waits for the disk or computes for long where it holds up nobody.
async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, UploadRefusal> + Send + 'static,
) -> Result<T, UploadRefusal> {
    Ok(blocking(move || work().map_err(io::Error::other)).await?)
}
