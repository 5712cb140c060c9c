//! The form of a file at rest.
//!
//! A head: `ATEV`, version 1, the exponent of the chunk size, and the file's own key, kept under a
//! master key and bound to the file's place. Then chunks of 64 KiB, the last one shorter, each with
//! its tag. A chunk's nonce is its number; whether it is the last one is authenticated with it, so
//! that chunks can be neither changed nor moved nor left out.

use std::io::{self, Write};

use super::cipher::{Cipher, TAG_BYTES, random};
use super::keys::{KeyId, Keys, UnwrapFailure, WRAPPED_BYTES};

/// Clear bytes in a chunk.
pub(super) const CHUNK_BYTES: usize = 1 << 16;

const MARK: [u8; 6] = *b"ATEV\x01\x10";

/// The length of the head.
pub(super) const HEAD_BYTES: usize = MARK.len() + WRAPPED_BYTES;

const SEALED_BYTES: usize = CHUNK_BYTES + TAG_BYTES;

/// Why a kept file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ReadFailure {
    /// No such file is kept.
    Missing,
    /// The master key that it is kept under is not among the keys.
    KeyMissing(KeyId),
    /// The bytes at rest are not those that were written; the words say how that shows.
    Damaged(&'static str),
    /// The place where files are kept does not work.
    Failure(String),
}

impl std::fmt::Display for ReadFailure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing => f.write_str("the file is missing"),
            Self::KeyMissing(id) => write!(f, "the file needs the key {id}, which is not given"),
            Self::Damaged(how) => write!(f, "the file is damaged: {how}"),
            Self::Failure(why) => write!(f, "the file cannot be read: {why}"),
        }
    }
}

impl std::error::Error for ReadFailure {}

impl From<io::Error> for ReadFailure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            _ => Self::Failure(error.to_string()),
        }
    }
}

impl From<UnwrapFailure> for ReadFailure {
    fn from(failure: UnwrapFailure) -> Self {
        match failure {
            UnwrapFailure::Missing(id) => Self::KeyMissing(id),
            UnwrapFailure::Damaged => Self::Damaged("its key does not open"),
        }
    }
}

/// Writes one file in its form at rest.
pub(super) struct Sealing<W: Write> {
    out: W,
    cipher: Cipher,
    number: u64,
    pending: Vec<u8>,
}

impl<W: Write> Sealing<W> {
    /// Begins a file that belongs to a place.
    pub(super) fn new(mut out: W, keys: &Keys, place: &str) -> io::Result<Self> {
        let key = random::<32>()?;
        out.write_all(&MARK)?;
        out.write_all(&keys.wrap(&key, &context(place))?)?;
        let pending = Vec::with_capacity(2 * SEALED_BYTES);
        Ok(Self { out, cipher: Cipher::new(&key)?, number: 0, pending })
    }

    /// Takes the next piece.
    pub(super) fn take(&mut self, piece: &[u8]) -> io::Result<()> {
        for part in piece.chunks(CHUNK_BYTES) {
            self.pending.extend_from_slice(part);
            // A full chunk waits until it is known whether it is the last.
            if self.pending.len() > CHUNK_BYTES {
                let rest = self.pending.split_off(CHUNK_BYTES);
                self.write(false)?;
                self.pending.extend_from_slice(&rest);
            }
        }
        Ok(())
    }

    /// Ends the file.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.write(true)?;
        self.out.flush()
    }

    fn write(&mut self, last: bool) -> io::Result<()> {
        self.cipher.seal(nonce(self.number), &[u8::from(last)], &mut self.pending)?;
        self.number = self.number.saturating_add(1);
        self.out.write_all(&self.pending)?;
        self.pending.clear();
        Ok(())
    }
}

/// Reads one file from its form at rest; its bytes come in pieces.
pub(super) struct Opening {
    keys: Keys,
    place: String,
    cipher: Option<Cipher>,
    number: u64,
    pending: Vec<u8>,
}

impl Opening {
    /// Begins a file that belongs to a place.
    pub(super) fn new(keys: Keys, place: String) -> Self {
        Self { keys, place, cipher: None, number: 0, pending: Vec::new() }
    }

    /// Takes the next piece at rest; gives the clear bytes that it completes, already verified.
    pub(super) fn take(&mut self, piece: &[u8]) -> Result<Vec<u8>, ReadFailure> {
        self.pending.extend_from_slice(piece);
        if self.cipher.is_none() && self.pending.len() >= HEAD_BYTES {
            let rest = self.pending.split_off(HEAD_BYTES);
            let head = std::mem::replace(&mut self.pending, rest);
            self.cipher = Some(open_head(&self.keys, &self.place, &head)?);
        }
        let mut clear = Vec::new();
        while self.cipher.is_some() && self.pending.len() > SEALED_BYTES {
            let rest = self.pending.split_off(SEALED_BYTES);
            self.open_chunk(false, &mut clear)?;
            self.pending = rest;
        }
        Ok(clear)
    }

    /// The file at rest has ended; gives the last clear bytes.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, ReadFailure> {
        let mut clear = Vec::new();
        self.open_chunk(true, &mut clear)?;
        Ok(clear)
    }

    fn open_chunk(&mut self, last: bool, clear: &mut Vec<u8>) -> Result<(), ReadFailure> {
        let cipher = self.cipher.as_ref().ok_or(ReadFailure::Damaged("it is too short"))?;
        let opened = cipher.open(nonce(self.number), &[u8::from(last)], &mut self.pending);
        let how = if last { "it is cut off or changed" } else { "it was changed" };
        opened.ok_or(ReadFailure::Damaged(how))?;
        self.number = self.number.saturating_add(1);
        clear.append(&mut self.pending);
        Ok(())
    }
}

/// The clear size of a file with this size at rest.
pub(super) fn clear_size(at_rest: u64) -> u64 {
    let body = at_rest.saturating_sub(HEAD_BYTES as u64);
    body.saturating_sub(body.div_ceil(SEALED_BYTES as u64).saturating_mul(TAG_BYTES as u64))
}

/// The head of a file under the current master key; `None` if it is that already.
pub(super) fn rewrap_head(
    keys: &Keys,
    place: &str,
    head: &[u8],
) -> Result<Option<Vec<u8>>, ReadFailure> {
    let wrapped = wrapped_key(head)?;
    if keys.is_current(wrapped) {
        return Ok(None);
    }
    let key = keys.unwrap(wrapped, &context(place))?;
    let again = keys.wrap(&key, &context(place))?;
    Ok(Some([MARK.as_slice(), &again].concat()))
}

fn open_head(keys: &Keys, place: &str, head: &[u8]) -> Result<Cipher, ReadFailure> {
    Ok(Cipher::new(&keys.unwrap(wrapped_key(head)?, &context(place))?)?)
}

fn wrapped_key(head: &[u8]) -> Result<&[u8; WRAPPED_BYTES], ReadFailure> {
    let rest = head.strip_prefix(&MARK).ok_or(ReadFailure::Damaged("it has another form"))?;
    rest.try_into().map_err(|_| ReadFailure::Damaged("it is too short"))
}

/// What a file's key is bound to: a file moved to another place does not open.
fn context(place: &str) -> Vec<u8> {
    [b"attestor evidence 1 ".as_slice(), place.as_bytes()].concat()
}

fn nonce(number: u64) -> [u8; 12] {
    let mut nonce = [0; 12];
    if let Some(end) = nonce.last_chunk_mut::<8>() {
        *end = number.to_be_bytes();
    }
    nonce
}
