//! The form of tar: blocks of 512 bytes. Each file has an extended header with its whole name, a
//! header, and its bytes, filled up with zeros.

/// The size of a block.
const BLOCK: usize = 512;

/// What stands before a file's bytes. Its time is in seconds since the beginning of 1970.
pub(super) fn head(path: &str, size: u64, at: u64) -> Vec<u8> {
    let record = record("path", path);
    let length = u64::try_from(record.len()).unwrap_or(u64::MAX);
    let mut head = block("extended", length, at, b'x');
    head.extend_from_slice(record.as_bytes());
    head.extend(rest(length));
    // Programs that do not know extended headers see the end of the name.
    head.extend(block(path, size, at, b'0'));
    head
}

/// The zeros behind bytes of this number.
pub(super) fn rest(size: u64) -> Vec<u8> {
    let block = u64::try_from(BLOCK).unwrap_or(u64::MAX);
    let over = usize::try_from(size % block).unwrap_or_default();
    if over == 0 { Vec::new() } else { vec![0; BLOCK - over] }
}

/// The end of an archive.
pub(super) fn end() -> Vec<u8> {
    vec![0; 2 * BLOCK]
}

/// A record of an extended header: it begins with its own length.
fn record(name: &str, value: &str) -> String {
    let bare = name.len() + value.len() + 3;
    let mut length = bare + 1;
    while bare + length.to_string().len() != length {
        length += 1;
    }
    format!("{length} {name}={value}\n")
}

fn block(name: &str, size: u64, at: u64, kind: u8) -> Vec<u8> {
    let mut block = Vec::with_capacity(BLOCK);
    field(&mut block, name, 100);
    for number in ["0000644", "0000000", "0000000"] {
        field(&mut block, number, 8);
    }
    field(&mut block, &format!("{size:011o}"), 12);
    field(&mut block, &format!("{at:011o}"), 12);
    let mut behind = vec![kind];
    field(&mut behind, "", 100);
    behind.extend_from_slice(b"ustar\x0000");
    behind.resize(BLOCK - 148 - 8, 0);
    // The sum counts its own field as spaces.
    let sum: u32 = block.iter().chain(&behind).copied().map(u32::from).sum::<u32>() + 8 * 32;
    field(&mut block, &format!("{sum:06o}\0 "), 8);
    block.extend(behind);
    block
}

/// A field of this width: cut, or filled up with zeros.
fn field(block: &mut Vec<u8>, text: &str, width: usize) {
    let end = block.len() + width;
    block.extend(text.bytes().take(width));
    block.resize(end, 0);
}
