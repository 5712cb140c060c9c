//! Packed logs as plain bytes. The fuzz target `unpack` includes this file, so it uses nothing of the
//! engine and nothing of the package.

use std::io::{self, BufReader, Read};

use flate2::read::MultiGzDecoder;

/// How much is read at once.
const BUFFER_BYTES: usize = 1 << 18;

/// Unpacks what begins like gzip or zstd; gives other bytes as they are.
///
/// # Errors
/// The bytes cannot be read. What is broken further on is told when reading gets there.
pub(crate) fn unpacked(mut plain: Box<dyn Read + Send>) -> io::Result<Box<dyn Read + Send>> {
    let mut first = Vec::with_capacity(4);
    plain.by_ref().take(4).read_to_end(&mut first)?;
    let whole = BufReader::with_capacity(BUFFER_BYTES, io::Cursor::new(first.clone()).chain(plain));
    if first.starts_with(&[0x1f, 0x8b]) {
        return Ok(Box::new(MultiGzDecoder::new(whole)));
    }
    if first == [0x28, 0xb5, 0x2f, 0xfd] {
        return Ok(Box::new(zstd::Decoder::with_buffer(whole)?));
    }
    Ok(Box::new(whole))
}
