//! Uploads under way: for each, `ID.json` (what was announced, and the upload's own key, kept under
//! the master key) and `ID.part` (its bytes in encrypted frames). An upload exists from the moment
//! its `.json` is there until it is gone. Everything in here waits for the disk.

pub(super) mod frames;
pub(super) mod note;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use attestor_core::digest::{Digest, Digesting};
use attestor_core::instant::Instant;

use super::check::{self, Clear, Kind, Spill};
use super::cipher::{Cipher, random};
use super::disk;
use super::keys::Keys;
use super::refusal::UploadRefusal;
use super::{Limits, Offer, Upload, UploadId};
use frames::{FRAME_BYTES, FrameReader, Frames};
use note::Note;

/// Frames that an upload may have beyond what its size needs.
const SPARE_FRAMES: u64 = 10_000;

/// An upload under way, with its file open.
pub(super) struct Staged {
    note: Note,
    frames: Frames,
    part: PathBuf,
}

/// Begins an upload. It survives a loss of power when this returns.
pub(super) fn begin(
    folder: &Path,
    keys: &Keys,
    offer: &Offer,
    limits: &Limits,
) -> Result<Staged, UploadRefusal> {
    let name = check::shown_name(&offer.name)?;
    Kind::of_name(&name)?;
    match offer.size {
        Some(0) => return Err(UploadRefusal::Empty),
        Some(size) if size > limits.size_bytes => {
            return Err(UploadRefusal::TooLarge(limits.size_bytes));
        }
        Some(_) | None => {}
    }
    let id = UploadId::random()?;
    let key = random::<32>()?;
    let note = Note::new(&id, Offer { name, ..offer.clone() }, &keys.wrap(&key, &context(&id))?);
    let part = part_of(folder, &id);
    let file = OpenOptions::new().read(true).write(true).create_new(true).open(&part)?;
    let written = note.write(folder).map_err(UploadRefusal::from);
    if let Err(refusal) = written {
        let _ = disk::remove(&part);
        return Err(refusal);
    }
    let frames = Frames::new(file, Cipher::new(&key)?, id.as_str());
    Ok(Staged { note, frames, part })
}

/// Opens an upload from before.
pub(super) fn load(folder: &Path, keys: &Keys, id: &UploadId) -> Result<Staged, UploadRefusal> {
    let note = Note::read(folder, id)?.ok_or(UploadRefusal::NotFound)?;
    let key = keys.unwrap(&note.wrapped()?, &context(id));
    let key = key.map_err(|why| {
        UploadRefusal::StorageUnavailable(super::ReadFailure::from(why).to_string())
    })?;
    let part = part_of(folder, id);
    let file = OpenOptions::new().read(true).write(true).open(&part)?;
    let frames = Frames::recover(file, Cipher::new(&key)?, id.as_str())?;
    Ok(Staged { note, frames, part })
}

impl Staged {
    /// What was announced, and how much of it is there.
    pub(super) fn upload(&self) -> Upload {
        self.note.upload(self.frames.clear_bytes())
    }

    /// Adds bytes; the new offset.
    pub(super) fn append(
        &mut self,
        offset: u64,
        bytes: &[u8],
        limits: &Limits,
    ) -> Result<u64, UploadRefusal> {
        let there = self.frames.clear_bytes();
        if offset != there {
            return Err(UploadRefusal::WrongOffset(there));
        }
        let after = there.saturating_add(bytes.len() as u64);
        if after > limits.size_bytes {
            return Err(UploadRefusal::TooLarge(limits.size_bytes));
        }
        if let Some(size) = self.note.size()
            && after > size
        {
            return Err(UploadRefusal::Surplus(size));
        }
        if self.frames.count() > SPARE_FRAMES + limits.size_bytes / FRAME_BYTES as u64 {
            return Err(UploadRefusal::TooManyPieces);
        }
        if there == 0 {
            check::beginning(self.note.name(), bytes)?;
        }
        self.frames.append(bytes)?;
        Ok(after)
    }

    /// Judges the whole upload: what it is, and its digest. Nothing is written.
    pub(super) fn judge(
        &self,
        limits: &Limits,
        spill: &dyn Spill,
    ) -> Result<(Kind, Digest), UploadRefusal> {
        let offset = self.frames.clear_bytes();
        match self.note.size() {
            Some(size) if size != offset => return Err(UploadRefusal::Incomplete { offset, size }),
            _ if offset == 0 => return Err(UploadRefusal::Empty),
            Some(_) | None => {}
        }
        let mut bytes = self.reader()?;
        let arrived = digest_of(&mut bytes)?;
        if let Some(announced) = self.note.digest()
            && announced != arrived
        {
            return Err(UploadRefusal::DigestMismatch { announced, arrived });
        }
        let kind = check::file(self.note.name(), &mut bytes, limits.caps, spill)?;
        Ok((kind, arrived))
    }

    /// Reads the clear bytes that are there.
    pub(super) fn reader(&self) -> io::Result<FrameReader> {
        Ok(self.frames.reader(File::open(&self.part)?))
    }
}

/// Removes an upload's files; the one that makes it exist first.
pub(super) fn remove(folder: &Path, id: &str) -> io::Result<()> {
    disk::remove(&folder.join(format!("{id}.json")))?;
    disk::remove(&folder.join(format!("{id}.part")))
}

/// Uploads that were begun before an instant, by id; and removes files of that age that no upload
/// has, which a crash left.
pub(super) fn abandoned(folder: &Path, before: Instant) -> io::Result<Vec<UploadId>> {
    let mut ids = Vec::new();
    for name in names(folder)? {
        let id = name.strip_suffix(".json").and_then(UploadId::parse);
        match id.map(|id| (Note::read(folder, &id), id)) {
            Some((Ok(Some(note)), id)) if note.at() < before => ids.push(id),
            Some((Ok(_), _)) => {}
            // A description that cannot be read belongs to nobody.
            Some((Err(_), _)) | None => remove_stray(folder, &name, before)?,
        }
    }
    Ok(ids)
}

/// Keeps the keys of all uploads under the current master key; how many changed.
pub(super) fn rewrap(folder: &Path, keys: &Keys) -> Result<u64, UploadRefusal> {
    let mut changed = 0;
    for name in names(folder)? {
        let Some(id) = name.strip_suffix(".json").and_then(UploadId::parse) else { continue };
        let Some(note) = Note::read(folder, &id)? else { continue };
        let wrapped = note.wrapped()?;
        if keys.is_current(&wrapped) {
            continue;
        }
        if let Ok(key) = keys.unwrap(&wrapped, &context(&id)) {
            note.under(&keys.wrap(&key, &context(&id))?).write(folder)?;
            changed += 1;
        }
    }
    Ok(changed)
}

/// Takes archives in archives into encrypted files without a name.
pub(super) struct SpillFolder<'a>(pub(super) &'a Path);

impl Spill for SpillFolder<'_> {
    fn spill(&self, from: &mut dyn Read) -> io::Result<Box<dyn Clear>> {
        let file = tempfile::tempfile_in(self.0)?;
        let mut frames = Frames::new(file, Cipher::new(&random()?)?, "spill");
        let mut piece = Vec::with_capacity(FRAME_BYTES);
        loop {
            piece.clear();
            (&mut *from).take(FRAME_BYTES as u64).read_to_end(&mut piece)?;
            if piece.is_empty() {
                return Ok(Box::new(frames.into_reader()));
            }
            frames.append_loosely(&piece)?;
        }
    }
}

fn digest_of(bytes: &mut dyn Read) -> io::Result<Digest> {
    let mut digesting = Digesting::default();
    let mut piece = vec![0; FRAME_BYTES];
    loop {
        let count = bytes.read(&mut piece)?;
        match piece.get(..count) {
            Some(bytes) if count > 0 => digesting.take(bytes),
            _ => return Ok(digesting.finish()),
        }
    }
}

/// A file of this age that belongs to no upload. Its age is the disk's word: nobody else has one.
fn remove_stray(folder: &Path, name: &str, before: Instant) -> io::Result<()> {
    let id = name.strip_suffix(".part").and_then(UploadId::parse);
    if id.is_some_and(|id| folder.join(format!("{}.json", id.as_str())).exists()) {
        return Ok(());
    }
    remove_if_older(&folder.join(name), before)
}

/// Removes a file that was last written before an instant.
pub(super) fn remove_if_older(file: &Path, before: Instant) -> io::Result<()> {
    let Ok(metadata) = fs::metadata(file) else { return Ok(()) };
    let written = metadata.modified()?.duration_since(UNIX_EPOCH);
    let written = Instant::from_seconds(written.map_or(0, |since| since.as_secs()));
    if metadata.is_file() && written < before { disk::remove(file) } else { Ok(()) }
}

/// Names of the files in a folder.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(folder)?;
    entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

fn part_of(folder: &Path, id: &UploadId) -> PathBuf {
    folder.join(format!("{}.part", id.as_str()))
}

/// What an upload's key is bound to.
fn context(id: &UploadId) -> Vec<u8> {
    [b"attestor upload 1 ".as_slice(), id.as_str().as_bytes()].concat()
}

/// Writes a file whole or not at all, lastingly.
fn write_whole(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(folder.join(name)).map_err(|error| error.error)?;
    disk::sync_folder(folder)
}
