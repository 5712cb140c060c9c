//! Where an archive says that its files are. Read here by hand and strictly, before any other code
//! opens the archive: a list at the very end, files that touch one another from the first byte on,
//! and the same names in both places where a name stands. Nothing else can be read in two ways.

use std::io::{Read as _, SeekFrom};

use memchr::memmem;

use super::super::refusal::UploadRefusal;
use super::Clear;
use super::name::is_safe_path;
use super::scan::{END_REACH, END_SIGNATURE};

/// The longest list of files.
const LONGEST_LIST: u64 = 4 << 20;

/// Bits of an entry's flags that say that it cannot be read without a secret.
const SECRET_FLAGS: u16 = 1 | 1 << 6 | 1 << 13;

/// The bit that says that sizes follow the data.
const TRAILER_FLAG: u16 = 1 << 3;

/// The length of a file's head before its name.
const HEAD_BYTES: u64 = 30;

/// One file or folder in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its path, checked.
    pub(super) name: String,
    /// Packed bytes, which really are there.
    pub(super) packed: u64,
    /// Unpacked bytes, as the archive claims.
    pub(super) unpacked: u64,
    /// Whether it is not packed at all.
    pub(super) is_stored: bool,
    /// Where its head begins.
    pub(super) at: u64,
    raw_name: Vec<u8>,
    flags: u16,
    method: u16,
}

impl Entry {
    /// Whether it is a folder.
    pub(super) fn is_folder(&self) -> bool {
        self.name.ends_with('/')
    }
}

/// All files of an archive in the order of its list; at most this many.
pub(super) fn read(bytes: &mut dyn Clear, most: u64) -> Result<Vec<Entry>, UploadRefusal> {
    let size = bytes.seek(SeekFrom::End(0))?;
    let end = End::find(bytes, size)?;
    if u64::from(end.count) > most {
        return Err(UploadRefusal::ArchiveEntries(most));
    }
    let list = read_at(bytes, end.list_at, end.list_bytes)?;
    let mut rest = Fields(&list);
    let entries: Vec<Entry> = (0..end.count).map(|_| entry(&mut rest)).collect::<Result<_, _>>()?;
    if !rest.0.is_empty() {
        return Err(UploadRefusal::ArchiveForm("hides bytes in its list of files"));
    }
    refuse_doubles(&entries)?;
    refuse_overlaps(bytes, &entries, end.list_at)?;
    Ok(entries)
}

/// What the record at the end of an archive says.
struct End {
    count: u16,
    list_at: u64,
    list_bytes: u64,
}

impl End {
    fn find(bytes: &mut dyn Clear, size: u64) -> Result<Self, UploadRefusal> {
        let damaged = UploadRefusal::Damaged("ZIP archive");
        let begin = size.saturating_sub(END_REACH);
        let tail = read_at(bytes, begin, size.saturating_sub(begin))?;
        let at = memmem::rfind(&tail, END_SIGNATURE).ok_or(damaged.clone())?;
        if at >= 20 && tail.get(at - 20..at - 16) == Some(b"PK\x06\x07") {
            return Err(UploadRefusal::ArchiveForm("is in the form for huge archives"));
        }
        let mut fields = Fields(tail.get(at + 4..).unwrap_or_default());
        let disks = (fields.u16()?, fields.u16()?);
        let counts = (fields.u16()?, fields.u16()?);
        let (list_bytes, list_at) = (fields.u32()?, fields.u32()?);
        let comment = usize::from(fields.u16()?);
        if fields.0.len() < comment {
            return Err(damaged);
        }
        let follows = u64::from(list_at) + u64::from(list_bytes) == begin + at as u64;
        if fields.0.len() > comment || !follows {
            return Err(UploadRefusal::ArchiveForm("has bytes before or after it"));
        }
        if disks != (0, 0) || counts.0 != counts.1 {
            return Err(UploadRefusal::ArchiveForm("is in several parts"));
        }
        if u64::from(list_bytes) > LONGEST_LIST {
            return Err(UploadRefusal::ArchiveForm("has too long a list of files"));
        }
        let (list_at, list_bytes) = (u64::from(list_at), u64::from(list_bytes));
        Ok(Self { count: counts.0, list_at, list_bytes })
    }
}

/// Reads the next row of the list.
fn entry(rest: &mut Fields<'_>) -> Result<Entry, UploadRefusal> {
    let refused = |why| Err(UploadRefusal::ArchiveForm(why));
    if rest.take(4)? != b"PK\x01\x02" {
        return Err(UploadRefusal::Damaged("ZIP archive"));
    }
    rest.take(4)?;
    let (flags, method) = (rest.u16()?, rest.u16()?);
    rest.take(8)?;
    let (packed, unpacked) = (rest.u32()?, rest.u32()?);
    let lengths = (rest.u16()?, rest.u16()?, rest.u16()?);
    let disk = rest.u16()?;
    rest.take(2)?;
    let (attributes, at) = (rest.u32()?, rest.u32()?);
    let raw_name = rest.take(usize::from(lengths.0))?;
    let extra = rest.take(usize::from(lengths.1))?;
    rest.take(usize::from(lengths.2))?;
    if flags & SECRET_FLAGS != 0 || method == 99 {
        return Err(UploadRefusal::Encrypted);
    }
    if !matches!(method, 0 | 8) {
        return refused("is packed in a way that is not accepted");
    }
    if [packed, unpacked, at].contains(&u32::MAX) || disk != 0 {
        return refused("is in the form for huge archives or in several parts");
    }
    let name = checked_name(raw_name, extra)?;
    if !matches!(attributes >> 16 & 0o170_000, 0 | 0o040_000 | 0o100_000) {
        return Err(UploadRefusal::ArchiveLink(name));
    }
    if method == 0 && packed != unpacked {
        return Err(UploadRefusal::Damaged("ZIP archive"));
    }
    Ok(Entry {
        name,
        packed: u64::from(packed),
        unpacked: u64::from(unpacked),
        is_stored: method == 0,
        at: u64::from(at),
        raw_name: raw_name.to_vec(),
        flags,
        method,
    })
}

/// A name that stays inside; both names, where a second one stands in the entry's extra fields.
fn checked_name(raw: &[u8], extra: &[u8]) -> Result<String, UploadRefusal> {
    let name = String::from_utf8_lossy(raw).into_owned();
    if !is_safe_path(&name) {
        return Err(UploadRefusal::ArchiveName(printable(&name)));
    }
    let mut fields = Fields(extra);
    while fields.0.len() >= 4 {
        let (id, length) = (fields.u16()?, fields.u16()?);
        let value = fields.take(usize::from(length))?;
        match id {
            1 => return Err(UploadRefusal::ArchiveForm("is in the form for huge archives")),
            0x7075 => check_second_name(&name, value)?,
            _ => {}
        }
    }
    Ok(name)
}

/// A second name may spell the first one's letters better, and nothing else.
fn check_second_name(name: &str, value: &[u8]) -> Result<(), UploadRefusal> {
    let second = String::from_utf8_lossy(value.get(5..).unwrap_or_default()).into_owned();
    let ending = |name: &str| name.rsplit_once('.').map(|(_, it)| it.to_ascii_lowercase());
    let folder = |name: &str| name.ends_with('/');
    if is_safe_path(&second) && ending(&second) == ending(name) && folder(&second) == folder(name) {
        return Ok(());
    }
    Err(UploadRefusal::ArchiveName(printable(&second)))
}

/// A name as it can stand in a message.
fn printable(name: &str) -> String {
    name.chars().take(120).flat_map(char::escape_debug).collect()
}

/// Two files of one name are two readings.
fn refuse_doubles(entries: &[Entry]) -> Result<(), UploadRefusal> {
    let mut seen = std::collections::BTreeSet::new();
    for entry in entries {
        if !seen.insert(entry.name.trim_end_matches('/').to_lowercase()) {
            return Err(UploadRefusal::ArchiveForm("holds two files of the same name"));
        }
    }
    Ok(())
}

/// Files stand one after the other from the first byte to the list.
fn refuse_overlaps(
    bytes: &mut dyn Clear,
    entries: &[Entry],
    list_at: u64,
) -> Result<(), UploadRefusal> {
    let mut order: Vec<&Entry> = entries.iter().collect();
    order.sort_by_key(|entry| entry.at);
    let mut free = 0;
    let mut trailer = false;
    for entry in order {
        refuse_gap(free, entry.at, trailer)?;
        free = end_of(bytes, entry)?;
        trailer = entry.flags & TRAILER_FLAG != 0;
    }
    refuse_gap(free, list_at, trailer)
}

/// What may lie between two files: nothing, or the sizes that follow the data of the first.
fn refuse_gap(free: u64, next: u64, trailer: bool) -> Result<(), UploadRefusal> {
    match next.checked_sub(free) {
        None => Err(UploadRefusal::ArchiveOverlap),
        Some(0) => Ok(()),
        Some(12 | 16 | 20 | 24) if trailer => Ok(()),
        Some(_) => Err(UploadRefusal::ArchiveForm("hides bytes between its files")),
    }
}

/// Where a file's data end, after its head was compared with the list.
fn end_of(bytes: &mut dyn Clear, entry: &Entry) -> Result<u64, UploadRefusal> {
    let head = read_at(bytes, entry.at, HEAD_BYTES)?;
    let mut fields = Fields(&head);
    let signed = fields.take(4)? == b"PK\x03\x04";
    fields.take(2)?;
    let (flags, method) = (fields.u16()?, fields.u16()?);
    fields.take(16)?;
    let (name_bytes, extra_bytes) = (fields.u16()?, fields.u16()?);
    let name_end = entry.at.saturating_add(HEAD_BYTES);
    let name = read_at(bytes, name_end, u64::from(name_bytes))?;
    let same = flags & SECRET_FLAGS == 0 && method == entry.method && name == entry.raw_name;
    if !signed || !same {
        return Err(UploadRefusal::ArchiveForm("says two different things about a file"));
    }
    let data = name_end.saturating_add(u64::from(name_bytes) + u64::from(extra_bytes));
    Ok(data.saturating_add(entry.packed))
}

/// Exactly these bytes.
fn read_at(bytes: &mut dyn Clear, at: u64, count: u64) -> Result<Vec<u8>, UploadRefusal> {
    let mut found = Vec::new();
    bytes.seek(SeekFrom::Start(at))?;
    bytes.take(count).read_to_end(&mut found)?;
    if found.len() as u64 == count {
        return Ok(found);
    }
    Err(UploadRefusal::Damaged("ZIP archive"))
}

/// Fields of a record, from its beginning on.
struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], UploadRefusal> {
        let split = self.0.split_at_checked(count);
        let (taken, rest) = split.ok_or(UploadRefusal::Damaged("ZIP archive"))?;
        self.0 = rest;
        Ok(taken)
    }

    fn u16(&mut self) -> Result<u16, UploadRefusal> {
        let bytes = self.take(2)?.try_into();
        bytes.map(u16::from_le_bytes).map_err(|_| UploadRefusal::Damaged("ZIP archive"))
    }

    fn u32(&mut self) -> Result<u32, UploadRefusal> {
        let bytes = self.take(4)?.try_into();
        bytes.map(u32::from_le_bytes).map_err(|_| UploadRefusal::Damaged("ZIP archive"))
    }
}
