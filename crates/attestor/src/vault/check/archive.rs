//! The walk through an archive and the archives in it. Every byte is counted when it is unpacked;
//! what the archive claims about sizes decides nothing.

use std::io::{self, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::super::refusal::UploadRefusal;
use super::content::{Expected, Inspection};
use super::kind::Kind;
use super::layout::{self, Entry};
use super::scan::WordScan;
use super::{Caps, Clear, PIECE_BYTES, Spill, office, read_some};

/// Unpacked bytes that are excused from the ratio: small files of spaces are no bombs.
const EXCUSED_BYTES: u64 = 1 << 20;

/// What an office document with macros calls itself.
const MACRO_WORDS: &[&[u8]] = &[b"macroEnabled", b"vbaProject"];

/// One walk: all archives of one upload share its counts.
pub(super) struct Walk<'a> {
    caps: Caps,
    spill: &'a dyn Spill,
    entries_left: u64,
    /// Unpacked bytes that are left, and the refusal after them.
    left: u64,
    beyond: UploadRefusal,
}

impl<'a> Walk<'a> {
    /// Begins a walk through an upload of this many bytes.
    pub(super) fn new(caps: Caps, size: u64, spill: &'a dyn Spill) -> Self {
        let by_ratio = size.saturating_mul(caps.ratio).max(EXCUSED_BYTES);
        let beyond = if by_ratio < caps.unpacked_bytes {
            UploadRefusal::ArchiveRatio(caps.ratio)
        } else {
            UploadRefusal::ArchiveSize(caps.unpacked_bytes)
        };
        let left = by_ratio.min(caps.unpacked_bytes);
        Self { caps, spill, entries_left: caps.entries, left, beyond }
    }

    /// Looks at everything in an archive; the upload itself has depth 1.
    pub(super) fn archive(
        &mut self,
        bytes: &mut dyn Clear,
        kind: Kind,
        depth: u32,
    ) -> Result<(), UploadRefusal> {
        if depth > self.caps.depth {
            return Err(UploadRefusal::ArchiveDepth(self.caps.depth));
        }
        let entries = layout::read(bytes, self.entries_left)
            .map_err(|refusal| self.with_whole_limit(refusal))?;
        self.entries_left = self.entries_left.saturating_sub(entries.len() as u64);
        if entries.is_empty() {
            return Err(UploadRefusal::Empty);
        }
        office::check_parts(kind, &entries)?;
        let mut zip = ZipArchive::new(bytes).map_err(damaged)?;
        if zip.len() != entries.len() {
            return Err(UploadRefusal::ArchiveForm("says two different things about its files"));
        }
        for (at, entry) in entries.iter().enumerate() {
            let mut content = zip.by_index(at).map_err(damaged)?;
            self.entry(&mut content, (kind, entry), depth)
                .map_err(|refusal| refusal.inside(&entry.name))?;
        }
        Ok(())
    }

    /// Looks at one file of an archive.
    fn entry(
        &mut self,
        content: &mut dyn Read,
        (archive, entry): (Kind, &Entry),
        depth: u32,
    ) -> Result<(), UploadRefusal> {
        let mut counted = self.counted(content, entry);
        if entry.is_folder() {
            return counted.finish(0);
        }
        let expected = office::expected(archive, entry)?;
        if let Expected::Kind(kind) = expected
            && kind.is_archive()
        {
            let mut inner = self.spill.spill(&mut counted)?;
            counted.finish(entry.unpacked)?;
            self.left = counted.left;
            return self.archive(&mut *inner, kind, depth.saturating_add(1));
        }
        look(&mut counted, (archive, entry), expected)?;
        counted.finish(entry.unpacked)?;
        self.left = counted.left;
        Ok(())
    }

    fn counted<'c>(&self, inner: &'c mut dyn Read, entry: &Entry) -> Counted<'c> {
        let most = entry.packed.saturating_mul(self.caps.ratio).max(EXCUSED_BYTES);
        let ratio = UploadRefusal::ArchiveRatio(self.caps.ratio);
        let beyond = self.beyond.clone();
        Counted { inner, count: 0, left: self.left, beyond, most, beyond_most: ratio }
    }

    /// The bound that people know, and not what an outer archive has left of it.
    fn with_whole_limit(&self, refusal: UploadRefusal) -> UploadRefusal {
        match refusal {
            UploadRefusal::ArchiveEntries(_) => UploadRefusal::ArchiveEntries(self.caps.entries),
            other => other,
        }
    }
}

/// Shows one file of an archive to an inspection.
fn look(
    counted: &mut Counted<'_>,
    (archive, entry): (Kind, &Entry),
    expected: Expected,
) -> Result<(), UploadRefusal> {
    let mut inspection = Inspection::new(expected, &entry.name);
    let mut words = office::tells_of_macros(archive, entry).then(|| WordScan::new(MACRO_WORDS));
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        let count = read_some(counted, &mut piece)?;
        let bytes = piece.get(..count).unwrap_or_default();
        if bytes.is_empty() {
            break;
        }
        if words.as_mut().is_some_and(|words| words.meets(bytes)) {
            return Err(UploadRefusal::Macros);
        }
        inspection.take(bytes)?;
    }
    office::check_beginning(archive, entry, inspection.head())?;
    inspection.finish()
}

/// Counts what is unpacked, and ends in a refusal when it is too much.
struct Counted<'a> {
    inner: &'a mut dyn Read,
    count: u64,
    /// Unpacked bytes that the whole walk has left, and the refusal after them.
    left: u64,
    beyond: UploadRefusal,
    /// Unpacked bytes that this file may have, and the refusal after them.
    most: u64,
    beyond_most: UploadRefusal,
}

impl Counted<'_> {
    /// Nothing more may come than the archive claims.
    fn finish(&mut self, claimed: u64) -> Result<(), UploadRefusal> {
        let mut more = [0];
        if read_some(self, &mut more)? == 0 && self.count == claimed {
            return Ok(());
        }
        Err(UploadRefusal::ArchiveForm("says a wrong size of a file"))
    }
}

impl Read for Counted<'_> {
    fn read(&mut self, piece: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(piece).map_err(|error| io::Error::other(broken(error)))?;
        self.count = self.count.saturating_add(count as u64);
        if self.count > self.most {
            return Err(io::Error::other(self.beyond_most.clone()));
        }
        let left = self.left.checked_sub(count as u64);
        self.left = left.ok_or_else(|| io::Error::other(self.beyond.clone()))?;
        Ok(count)
    }
}

/// Content that cannot be unpacked is broken; a refusal from below stays what it is.
fn broken(error: io::Error) -> UploadRefusal {
    error.downcast().unwrap_or(UploadRefusal::Damaged("ZIP archive"))
}

fn damaged(error: ZipError) -> UploadRefusal {
    match error {
        ZipError::Io(error) => broken(error),
        _ => UploadRefusal::Damaged("ZIP archive"),
    }
}
