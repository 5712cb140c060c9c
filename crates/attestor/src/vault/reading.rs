//! A kept file on its way to a reader: decrypted and verified piece by piece, and as a whole at the
//! end. A reader that sees an error has seen nothing that was not written, but not all of it.

use attestor_core::digest::{Digest, Digesting};
use futures_util::stream::{self, Stream};

use super::keys::Keys;
use super::place::Bytes;
use super::seal::{Opening, ReadFailure, clear_size};

/// A kept file on its way.
pub(crate) struct Reading {
    /// Clear bytes that will come.
    size: u64,
    bytes: Bytes,
    opening: Option<Opening>,
    digesting: Digesting,
    digest: Digest,
}

impl Reading {
    pub(super) fn new(keys: &Keys, bytes: Bytes, place: String, digest: Digest) -> Self {
        let opening = Opening::new(keys.clone(), place);
        let size = clear_size(bytes.size);
        Self { size, bytes, opening: Some(opening), digesting: Digesting::default(), digest }
    }

    /// Clear bytes that will come, if the file is whole.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// The next piece; `None` after the last one, which is only given when all are right.
    pub(crate) async fn next(&mut self) -> Option<Result<Vec<u8>, ReadFailure>> {
        let step = self.step().await;
        if !matches!(step, Some(Ok(_))) {
            self.opening = None;
        }
        step
    }

    /// All pieces, as a stream.
    pub(crate) fn into_stream(self) -> impl Stream<Item = Result<Vec<u8>, ReadFailure>> {
        stream::unfold(self, async |mut reading| Some((reading.next().await?, reading)))
    }

    async fn step(&mut self) -> Option<Result<Vec<u8>, ReadFailure>> {
        loop {
            let opening = self.opening.as_mut()?;
            let clear = match self.bytes.pieces.recv().await {
                None => return self.last(),
                Some(Err(error)) => Err(error.into()),
                Some(Ok(piece)) => opening.take(&piece),
            };
            match clear {
                Ok(clear) if clear.is_empty() => {}
                Ok(clear) => {
                    self.digesting.take(&clear);
                    return Some(Ok(clear));
                }
                Err(failure) => return Some(Err(failure)),
            }
        }
    }

    fn last(&mut self) -> Option<Result<Vec<u8>, ReadFailure>> {
        let clear = match self.opening.take()?.finish() {
            Ok(clear) => clear,
            Err(failure) => return Some(Err(failure)),
        };
        self.digesting.take(&clear);
        if std::mem::take(&mut self.digesting).finish() != self.digest {
            return Some(Err(ReadFailure::Damaged("its digest is another one")));
        }
        Some(Ok(clear))
    }
}
