//! Any bytes under any name that is taken are judged the same way twice, within the caps for
//! archives, and never with a panic.
//!
//! The first byte chooses the name, the rest is the file. The judge lies in the binary's package,
//! which is no library, so its sources are included here.
#![no_main]

#[allow(dead_code, unreachable_pub)]
#[path = "../../crates/attestor/src/vault"]
mod vault {
    pub(crate) mod check;
    pub(crate) mod refusal;
}

use std::cell::Cell;
use std::io::{self, Cursor, Read};

use libfuzzer_sys::fuzz_target;
use vault::check::{self, Caps, Clear, Spill};

const NAMES: &[&str] = &[
    "a.zip", "a.docx", "a.xlsx", "a.pptx", "a.odt", "a.pdf", "a.png", "a.jpg", "a.gif", "a.webp",
    "a.txt", "a.xml", "a.html",
];

/// Caps that an input of this target can reach.
const CAPS: Caps = Caps { entries: 20, depth: 2, unpacked_bytes: 2 << 20, ratio: 100 };

/// Keeps archives in archives in memory, and counts their bytes.
#[derive(Default)]
struct Memory(Cell<u64>);

impl Spill for Memory {
    fn spill(&self, from: &mut dyn Read) -> io::Result<Box<dyn Clear>> {
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes)?;
        self.0.set(self.0.get() + bytes.len() as u64);
        Ok(Box::new(Cursor::new(bytes)))
    }
}

fuzz_target!(|input: &[u8]| {
    let Some((choice, bytes)) = input.split_first() else { return };
    let name = NAMES[usize::from(*choice) % NAMES.len()];
    let memory = Memory::default();
    let judge = || check::file(name, &mut Cursor::new(bytes), CAPS, &memory);
    let first = judge();
    assert!(memory.0.get() <= CAPS.unpacked_bytes, "archives in archives stay within the caps");
    assert_eq!(first, judge(), "the same bytes are judged the same");
    if let Err(refusal) = first {
        assert!(!refusal.code().is_empty() && !refusal.to_string().is_empty());
    }
    let _ = check::beginning(name, bytes);
    let _ = check::shown_name(&String::from_utf8_lossy(bytes));
});
