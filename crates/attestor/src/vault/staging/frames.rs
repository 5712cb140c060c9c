//! Encrypted bytes that grow at their end: a file of frames, each with its length, nonce and tag.
//! A frame is bound to its file and to where its bytes belong. What was cut off at the end by a
//! crash is dropped when the file is opened again.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write as _};

use super::super::cipher::{Cipher, TAG_BYTES, random};
use super::super::refusal::UploadRefusal;

/// Clear bytes in a frame, at most.
pub(in super::super) const FRAME_BYTES: usize = 1 << 16;

/// Length and nonce before the encrypted bytes.
const HEAD_BYTES: usize = 4 + 12;

/// Where a frame is.
#[derive(Debug, Clone, Copy)]
struct Frame {
    /// Its first clear byte.
    clear_at: u64,
    /// Its clear bytes.
    bytes: u32,
    /// Where it begins in the file.
    at: u64,
}

/// A growing file of frames.
pub(in super::super) struct Frames {
    file: File,
    cipher: Cipher,
    /// What the frames are bound to.
    owner: String,
    frames: Vec<Frame>,
    clear: u64,
    end: u64,
}

impl Frames {
    /// A file without frames.
    pub(in super::super) fn new(file: File, cipher: Cipher, owner: &str) -> Self {
        Self { file, cipher, owner: owner.to_owned(), frames: Vec::new(), clear: 0, end: 0 }
    }

    /// A file from before: all frames that are whole.
    pub(in super::super) fn recover(file: File, cipher: Cipher, owner: &str) -> io::Result<Self> {
        let mut frames = Self::new(file, cipher, owner);
        while let Some(clear) = frames.read_frame(frames.end, frames.clear)? {
            frames.note(clear.len());
        }
        Ok(frames)
    }

    /// Clear bytes that are there.
    pub(in super::super) fn clear_bytes(&self) -> u64 {
        self.clear
    }

    /// How many frames there are.
    pub(in super::super) fn count(&self) -> u64 {
        self.frames.len() as u64
    }

    /// Adds bytes. They are on the disk when this returns; if it fails, none of them count.
    pub(in super::super) fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write(bytes)?;
        self.file.sync_data()?;
        bytes.chunks(FRAME_BYTES).for_each(|part| self.note(part.len()));
        Ok(())
    }

    /// Adds bytes that need not survive.
    pub(in super::super) fn append_loosely(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write(bytes)?;
        bytes.chunks(FRAME_BYTES).for_each(|part| self.note(part.len()));
        Ok(())
    }

    /// Reads from the same file through a handle of its own.
    pub(in super::super) fn reader(&self, file: File) -> FrameReader {
        let frames = Self {
            file,
            cipher: self.cipher.clone(),
            owner: self.owner.clone(),
            frames: self.frames.clone(),
            clear: self.clear,
            end: self.end,
        };
        frames.into_reader()
    }

    /// Reads what was written.
    pub(in super::super) fn into_reader(self) -> FrameReader {
        FrameReader { frames: self, at: 0, open: None }
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut all = Vec::with_capacity(bytes.len() + bytes.len() / 1024 + 64);
        let mut clear_at = self.clear;
        for part in bytes.chunks(FRAME_BYTES) {
            let nonce = random::<12>()?;
            let mut sealed = part.to_vec();
            self.cipher.seal(nonce, &self.beside(clear_at), &mut sealed)?;
            let length = u32::try_from(part.len()).unwrap_or(u32::MAX);
            all.extend_from_slice(&length.to_be_bytes());
            all.extend_from_slice(&nonce);
            all.extend_from_slice(&sealed);
            clear_at = clear_at.saturating_add(part.len() as u64);
        }
        self.file.set_len(self.end)?;
        self.file.seek(SeekFrom::Start(self.end))?;
        self.file.write_all(&all)
    }

    fn note(&mut self, bytes: usize) {
        let length = u32::try_from(bytes).unwrap_or(u32::MAX);
        self.frames.push(Frame { clear_at: self.clear, bytes: length, at: self.end });
        self.clear = self.clear.saturating_add(bytes as u64);
        self.end = self.end.saturating_add((HEAD_BYTES + bytes + TAG_BYTES) as u64);
    }

    /// The clear bytes of the frame that begins here; `None` if no whole one does.
    fn read_frame(&mut self, at: u64, clear_at: u64) -> io::Result<Option<Vec<u8>>> {
        let mut head = [0; HEAD_BYTES];
        self.file.seek(SeekFrom::Start(at))?;
        let read = self.file.read_exact(&mut head);
        if read.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::UnexpectedEof) {
            return Ok(None);
        }
        read?;
        let Some((length, nonce)) = split_head(&head) else { return Ok(None) };
        if length == 0 || length > FRAME_BYTES as u64 {
            return Ok(None);
        }
        let mut bytes = Vec::with_capacity(FRAME_BYTES + TAG_BYTES);
        (&self.file).take(length + TAG_BYTES as u64).read_to_end(&mut bytes)?;
        let opened = self.cipher.open(nonce, &self.beside(clear_at), &mut bytes);
        Ok(opened.filter(|()| bytes.len() as u64 == length).map(|()| bytes))
    }

    fn beside(&self, clear_at: u64) -> Vec<u8> {
        [self.owner.as_bytes(), &clear_at.to_be_bytes()].concat()
    }
}

fn split_head(head: &[u8; HEAD_BYTES]) -> Option<(u64, [u8; 12])> {
    let (length, nonce) = head.split_first_chunk::<4>()?;
    Some((u64::from(u32::from_be_bytes(*length)), nonce.try_into().ok()?))
}

/// A piece that was there and does not open any more: no fault of the sender.
fn lost() -> UploadRefusal {
    UploadRefusal::StorageUnavailable("a piece of the upload is damaged".to_owned())
}

/// Reads clear bytes of a file of frames from anywhere.
pub(in super::super) struct FrameReader {
    frames: Frames,
    at: u64,
    /// The frame that was opened last, by its first clear byte.
    open: Option<(u64, Vec<u8>)>,
}

impl FrameReader {
    /// Opens the frame that holds a byte, if there is one.
    fn turn_to(&mut self, at: u64) -> io::Result<()> {
        let holds = |(begin, bytes): &(u64, Vec<u8>)| {
            *begin <= at && at < begin.saturating_add(bytes.len() as u64)
        };
        if at >= self.frames.clear || self.open.as_ref().is_some_and(holds) {
            return Ok(());
        }
        let after = self.frames.frames.partition_point(|frame| frame.clear_at <= at);
        let frame = self.frames.frames.get(after.wrapping_sub(1)).copied();
        let frame = frame.filter(|frame| at - frame.clear_at < u64::from(frame.bytes));
        let damaged = || io::Error::other(lost());
        let frame = frame.ok_or_else(damaged)?;
        let bytes = self.frames.read_frame(frame.at, frame.clear_at)?.ok_or_else(damaged)?;
        self.open = Some((frame.clear_at, bytes));
        Ok(())
    }
}

impl Read for FrameReader {
    fn read(&mut self, piece: &mut [u8]) -> io::Result<usize> {
        self.turn_to(self.at)?;
        if self.at >= self.frames.clear {
            return Ok(0);
        }
        let Some((begin, bytes)) = &self.open else { return Ok(0) };
        let skipped = usize::try_from(self.at.saturating_sub(*begin)).unwrap_or(usize::MAX);
        let mut rest = bytes.get(skipped..).unwrap_or_default();
        let count = rest.read(piece)?;
        self.at = self.at.saturating_add(count as u64);
        Ok(count)
    }
}

impl Seek for FrameReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.frames.clear.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.at)
    }
}
