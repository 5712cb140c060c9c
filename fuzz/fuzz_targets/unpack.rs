//! Any bytes are unpacked or refused, never with a panic, and the same whatever is read at once. What
//! was packed comes back; a cut archive gives the beginning of it and nothing else.
//!
//! The first byte chooses what happens to the rest. The reader lies in the package of the query
//! engine, which is too large to be built here, so its source is included.
#![no_main]

#[path = "../../crates/attestor-lake/src/ingest/unpack.rs"]
mod unpack;

use std::io::{Cursor, Read, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use libfuzzer_sys::fuzz_target;

/// No more is unpacked than this: small archives may hold a great deal.
const MOST_BYTES: usize = 1 << 20;

fuzz_target!(|input: &[u8]| {
    let Some((choice, bytes)) = input.split_first() else { return };
    let packed = match choice % 4 {
        0 => return strange(bytes),
        1 => gzip(bytes),
        2 => [gzip(bytes), gzip(bytes)].concat(),
        _ => zstd::encode_all(bytes, 1).expect("packed"),
    };
    let times = if choice % 4 == 2 { 2 } else { 1 };
    let whole = bytes.repeat(times);
    assert_eq!(read(&packed, 4096), (whole.clone(), true), "what was packed comes back");
    let cut = packed.len() * usize::from(*choice) / 256;
    let (beginning, _) = read(&packed[..cut], 4096);
    let is_packed = cut >= 4;
    assert!(!is_packed || whole.starts_with(&beginning), "only what it began with");
});

/// Bytes of strangers.
fn strange(bytes: &[u8]) {
    let (first, again) = (read(bytes, 4096), read(bytes, 7));
    // Of a broken archive, the last bytes before the fault may come or not.
    assert!(first.0.starts_with(&again.0) || again.0.starts_with(&first.0), "one is the beginning");
    if first.0.len().max(again.0.len()) < MOST_BYTES {
        assert_eq!(first.1, again.1, "broken whatever is read at once");
        assert!(!first.1 || first.0 == again.0, "the same whatever is read at once");
    }
    let is_plain =
        !bytes.starts_with(&[0x1f, 0x8b]) && !bytes.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]);
    assert!(!is_plain || first == (bytes.to_vec(), true), "plain bytes stay as they are");
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(bytes).expect("packed");
    packer.finish().expect("packed")
}

/// What is read in pieces of so many bytes, and whether it ended without a fault.
fn read(bytes: &[u8], piece: usize) -> (Vec<u8>, bool) {
    let Ok(mut reader) = unpack::unpacked(Box::new(Cursor::new(bytes.to_vec()))) else {
        return (Vec::new(), false);
    };
    let (mut found, mut buffer) = (Vec::new(), vec![0; piece]);
    while found.len() < MOST_BYTES {
        match reader.read(&mut buffer) {
            Ok(0) => return (found, true),
            Ok(count) => found.extend_from_slice(&buffer[..count]),
            Err(_) => return (found, false),
        }
    }
    found.truncate(MOST_BYTES);
    (found, true)
}
