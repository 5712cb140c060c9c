//! Archives written by hand, with every lie that the form allows.

/// One file of an archive, as its two heads describe it.
#[derive(Clone)]
pub(super) struct Raw {
    pub(super) name: Vec<u8>,
    /// The name in the head beside the data; the same without one.
    pub(super) local_name: Option<Vec<u8>>,
    pub(super) flags: u16,
    pub(super) method: u16,
    pub(super) local_method: Option<u16>,
    pub(super) crc: u32,
    pub(super) packed: Vec<u8>,
    pub(super) unpacked: u32,
    pub(super) attributes: u32,
    pub(super) extra: Vec<u8>,
    /// Bytes behind the data.
    pub(super) behind: Vec<u8>,
    /// Where the list says that it begins; where it does without one.
    pub(super) at: Option<u32>,
    /// Whether it only stands in the list.
    pub(super) only_listed: bool,
}

/// A file as it is, without a lie.
pub(super) fn stored(name: &str, bytes: &[u8]) -> Raw {
    Raw {
        name: name.as_bytes().to_vec(),
        local_name: None,
        flags: 0,
        method: 0,
        local_method: None,
        crc: crc(bytes),
        packed: bytes.to_vec(),
        unpacked: u32::try_from(bytes.len()).expect("small"),
        attributes: 0,
        extra: Vec::new(),
        behind: Vec::new(),
        at: None,
        only_listed: false,
    }
}

/// The record at an archive's end.
#[derive(Clone, Default)]
pub(super) struct End {
    /// What it says beyond the truth about the number of files.
    pub(super) more: u16,
    pub(super) disk: u16,
    pub(super) comment: Vec<u8>,
    /// Bytes between the list and this record, counted as the list.
    pub(super) before: Vec<u8>,
    /// Bytes between the files and the list.
    pub(super) gap: Vec<u8>,
}

pub(super) fn archive(files: &[Raw]) -> Vec<u8> {
    archive_with(files, &End::default())
}

pub(super) fn archive_with(files: &[Raw], end: &End) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for file in files {
        let at = u32::try_from(out.len()).expect("small");
        if !file.only_listed {
            head(&mut out, file);
        }
        row(&mut list, file, file.at.unwrap_or(at));
    }
    out.extend_from_slice(&end.gap);
    list.extend_from_slice(&end.before);
    let at = u32::try_from(out.len()).expect("small");
    let count = u16::try_from(files.len()).expect("few").wrapping_add(end.more);
    out.extend_from_slice(&list);
    out.extend_from_slice(b"PK\x05\x06");
    words(&mut out, &[end.disk, end.disk, count, count]);
    out.extend_from_slice(&u32::try_from(list.len()).expect("small").to_le_bytes());
    out.extend_from_slice(&at.to_le_bytes());
    words(&mut out, &[u16::try_from(end.comment.len()).expect("short")]);
    out.extend_from_slice(&end.comment);
    out
}

/// The head of a file, and its data.
pub(super) fn head(out: &mut Vec<u8>, file: &Raw) {
    let name = file.local_name.as_ref().unwrap_or(&file.name);
    out.extend_from_slice(b"PK\x03\x04");
    words(out, &[20, file.flags, file.local_method.unwrap_or(file.method), 0, 0x21]);
    sizes(out, file);
    words(out, &[length(name), 0]);
    out.extend_from_slice(name);
    out.extend_from_slice(&file.packed);
    out.extend_from_slice(&file.behind);
}

fn row(list: &mut Vec<u8>, file: &Raw, at: u32) {
    list.extend_from_slice(b"PK\x01\x02");
    words(list, &[0x0314, 20, file.flags, file.method, 0, 0x21]);
    sizes(list, file);
    words(list, &[length(&file.name), length(&file.extra), 0, 0, 0]);
    list.extend_from_slice(&file.attributes.to_le_bytes());
    list.extend_from_slice(&at.to_le_bytes());
    list.extend_from_slice(&file.name);
    list.extend_from_slice(&file.extra);
}

fn sizes(out: &mut Vec<u8>, file: &Raw) {
    let packed = u32::try_from(file.packed.len()).expect("small");
    for number in [file.crc, packed, file.unpacked] {
        out.extend_from_slice(&number.to_le_bytes());
    }
}

fn words(out: &mut Vec<u8>, words: &[u16]) {
    words.iter().for_each(|word| out.extend_from_slice(&word.to_le_bytes()));
}

fn length(bytes: &[u8]) -> u16 {
    u16::try_from(bytes.len()).expect("short")
}

/// The checksum of the form.
pub(super) fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, &byte: &u8| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(crc & 1))
        })
    };
    !bytes.iter().fold(u32::MAX, step)
}
