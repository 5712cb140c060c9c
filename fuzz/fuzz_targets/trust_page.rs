//! Any text becomes an offering without faults, which is written as a page and as files that are
//! read the same, never a panic.
#![no_main]

use std::collections::BTreeMap;

use attestor_core::trust::lint::lint;
use attestor_core::trust::page::{facts, write};
use attestor_core::trust::{load, write as files};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let catalogs = BTreeMap::new();
    let (trust, findings) = facts::import(&text, "en-US", &catalogs);
    assert_eq!((&trust, &findings), (&facts::import(&text, "en-US", &catalogs).0, &findings));
    load::check(&trust, &catalogs).expect("what is imported fits together");
    let _ = lint(&trust);
    let page = write::write(&trust, &trust.pages[0]);
    let (again, _) = facts::import(&page, "en-US", &catalogs);
    assert_eq!(write::write(&again, &again.pages[0]), page, "written once, it stays the same");
    // Heads and raw lines of white space alone are the one thing that files do not hold.
    if let Ok(read) = load::load(&files::files(&trust), &catalogs) {
        assert_eq!(read, trust, "the files say the same");
    }
});
