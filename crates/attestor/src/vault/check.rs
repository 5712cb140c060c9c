//! What a file is, judged by its bytes and not by what its sender says. Pure: bytes in, a kind or a
//! refusal out. Read in this order: `kind` (what is taken), `name`, `content` (one file, as a
//! stream), `archive` (what lies inside, under caps), with `layout` (where an archive says that its
//! files are) and `office` (which parts an office document may have).

mod archive;
mod content;
mod kind;
mod layout;
mod name;
mod office;
mod scan;

use std::io::{self, Read, Seek, SeekFrom};

use super::refusal::UploadRefusal;
use archive::Walk;
use content::{Expected, Inspection};
pub(crate) use kind::Kind;
pub(crate) use name::shown as shown_name;

/// How much is read at once.
const PIECE_BYTES: usize = 64 * 1024;

/// Bounds for archives, over everything that lies inside one upload; the last value passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Caps {
    /// Files and folders in all archives together.
    pub(crate) entries: u64,
    /// Archives in one another; the upload itself is the first.
    pub(crate) depth: u32,
    /// Unpacked bytes of all archives together.
    pub(crate) unpacked_bytes: u64,
    /// Unpacked bytes to packed bytes; small files are excused.
    pub(crate) ratio: u64,
}

impl Default for Caps {
    fn default() -> Self {
        Self { entries: 1000, depth: 2, unpacked_bytes: 500 << 20, ratio: 100 }
    }
}

/// Bytes that can be read from anywhere.
pub(crate) trait Clear: Read + Seek + Send {}

impl<T: Read + Seek + Send> Clear for T {}

/// Where an archive inside an archive goes while it is looked at.
pub(crate) trait Spill {
    /// Takes all bytes of a reader and gives them back to be read from anywhere.
    fn spill(&self, from: &mut dyn Read) -> io::Result<Box<dyn Clear>>;
}

/// What a whole file is, or why it is not taken. Reads it once, and an archive once more.
pub(crate) fn file(
    name: &str,
    bytes: &mut dyn Clear,
    caps: Caps,
    spill: &dyn Spill,
) -> Result<Kind, UploadRefusal> {
    let kind = Kind::of_name(name)?;
    bytes.seek(SeekFrom::Start(0))?;
    let mut inspection = Inspection::new(Expected::Kind(kind), name);
    let size = stream(bytes, &mut inspection)?;
    inspection.finish()?;
    if size == 0 {
        return Err(UploadRefusal::Empty);
    }
    if kind.is_archive() {
        Walk::new(caps, size, spill).archive(bytes, kind, 1)?;
    }
    Ok(kind)
}

/// What the first piece of a file already tells against it.
pub(crate) fn beginning(name: &str, piece: &[u8]) -> Result<(), UploadRefusal> {
    let kind = Kind::of_name(name)?;
    Inspection::new(Expected::Kind(kind), name).take(piece)
}

/// Shows all bytes to an inspection; how many they were.
fn stream(from: &mut dyn Read, inspection: &mut Inspection) -> Result<u64, UploadRefusal> {
    let mut piece = vec![0; PIECE_BYTES];
    let mut size = 0_u64;
    loop {
        let count = read_some(from, &mut piece)?;
        let Some(bytes) = piece.get(..count).filter(|bytes| !bytes.is_empty()) else {
            return Ok(size);
        };
        inspection.take(bytes)?;
        size = size.saturating_add(count as u64);
    }
}

/// Reads something, if there is anything left.
fn read_some(from: &mut dyn Read, piece: &mut [u8]) -> io::Result<usize> {
    loop {
        match from.read(piece) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}
