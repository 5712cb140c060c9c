//! Any bytes as an archive of files for a portal, and as names and contents of one: its files or every
//! fault, the same way twice, within the bounds, and never with a panic.
//!
//! The first byte chooses what happens to the rest. The reader lies in the binary's package, which is
//! no library, so its source is included.
#![no_main]

#[allow(dead_code, unreachable_pub)]
#[path = "../../crates/attestor/src/actions/trust/publication"]
mod publication {
    pub(crate) mod files;

    /// The files of an archive: names and texts. `None` where it is refused.
    pub(crate) fn read(bytes: &[u8]) -> Option<Vec<(String, String)>> {
        let sent = files::SentFile { name: "portal.zip".to_owned(), bytes: bytes.to_vec() };
        match files::read(vec![sent]) {
            Ok(found) => {
                let all = found.pages.into_iter().chain(found.yaml);
                let all: Vec<_> = all.map(|file| (file.path, file.text)).collect();
                assert!(!all.is_empty(), "an archive of nothing is refused");
                Some(all)
            }
            Err(faults) => {
                assert!(!faults.is_empty(), "what is refused says why");
                None
            }
        }
    }
}

use std::io::{Cursor, Write as _};

use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fuzz_target!(|input: &[u8]| {
    let Some((choice, bytes)) = input.split_first() else { return };
    let whole = if choice % 2 == 0 { bytes.to_vec() } else { packed(bytes) };
    let found = publication::read(&whole);
    assert_eq!(found, publication::read(&whole), "the same bytes give the same files");
    let Some(all) = found else { return };
    assert!(all.len() <= 200, "there are bounds");
    assert!(all.iter().all(|(name, _)| name.starts_with("portal.zip/")), "names say where from");
    assert!(all.iter().map(|(_, text)| text.len() as u64).sum::<u64>() <= 16 << 20);
});

/// An archive of files: name and content in turn, parted by zeros.
fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut parts = bytes.split(|byte| *byte == 0);
    while let (Some(name), content) = (parts.next(), parts.next().unwrap_or_default()) {
        let name = String::from_utf8_lossy(name);
        // The same name twice is refused by the writer; what was written before stays.
        if archive.start_file(name, SimpleFileOptions::default()).is_ok() {
            archive.write_all(content).expect("written");
        }
    }
    archive.finish().expect("an archive").into_inner()
}
