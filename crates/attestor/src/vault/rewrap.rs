//! New master keys: the key of each file is kept anew, its content stays as it is.

use std::io::{self, Write};
use std::sync::Arc;

use attestor_core::digest::Digest;
use tokio::sync::mpsc;

use super::place::{Bytes, Fill, blocking, path_of};
use super::seal::{HEAD_BYTES, ReadFailure, rewrap_head};
use super::{Inner, staging};

/// What became of all files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Rewrapped {
    /// Files that are kept under the current key now.
    pub(crate) changed: u64,
    /// Files that were so before.
    pub(crate) unchanged: u64,
    /// Uploads under way whose keys are kept anew.
    pub(crate) uploads: u64,
    /// Files that still are as they were, and why.
    pub(crate) failed: Vec<(String, Digest, ReadFailure)>,
}

/// Goes through all files.
pub(super) async fn all(inner: &Arc<Inner>) -> Result<Rewrapped, ReadFailure> {
    let mut done = Rewrapped::default();
    for (organization, digest) in inner.place.list().await?.files {
        let Some(path) = path_of(&organization, digest) else { continue };
        match one(inner, &path).await {
            Ok(true) => done.changed += 1,
            Ok(false) => done.unchanged += 1,
            // Erased meanwhile: nothing is left to do.
            Err(ReadFailure::Missing) => {}
            Err(failure) => done.failed.push((organization, digest, failure)),
        }
    }
    let shared = Arc::clone(inner);
    let uploads = move || staging::rewrap(&shared.staging, &shared.keys).map_err(io::Error::other);
    done.uploads = blocking(uploads).await?;
    Ok(done)
}

/// Keeps one file's key anew; whether that was needed.
async fn one(inner: &Inner, path: &str) -> Result<bool, ReadFailure> {
    let _alone = inner.changing.lock().await;
    let Bytes { mut pieces, .. } = inner.place.get(path).await?;
    let mut begun = Vec::new();
    while begun.len() < HEAD_BYTES
        && let Some(piece) = pieces.recv().await
    {
        begun.extend_from_slice(&piece?);
    }
    let split = begun.split_at_checked(HEAD_BYTES);
    let (head, rest) = split.ok_or(ReadFailure::Damaged("it is too short"))?;
    let Some(head) = rewrap_head(&inner.keys, path, head)? else { return Ok(false) };
    let begun = [head.as_slice(), rest].concat();
    let fill: Fill = Box::new(move |out| copy(&begun, pieces, out));
    inner.place.put(path, fill).await?;
    Ok(true)
}

fn copy(
    begun: &[u8],
    mut pieces: mpsc::Receiver<io::Result<Vec<u8>>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(begun)?;
    while let Some(piece) = pieces.blocking_recv() {
        out.write_all(&piece?)?;
    }
    Ok(())
}
