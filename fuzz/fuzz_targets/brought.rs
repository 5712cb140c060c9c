//! Any bytes, parted by zeros, as the files of an operator's folder: a catalog, a profile that chooses
//! of it, a mapping, then again. Frameworks or every fault, the same way twice, never with a panic;
//! what is read fits together.
#![no_main]

use std::collections::BTreeMap;

use attestor_core::framework::SourceFile;
use attestor_core::trust::brought::load;
use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 3] = ["catalog.json", "profile.json", "mapping.yaml"];

fuzz_target!(|bytes: &[u8]| {
    let parts = bytes.split(|byte| *byte == 0).take(6);
    let files: Vec<SourceFile> = parts
        .enumerate()
        .map(|(at, part)| SourceFile {
            path: format!("{}{}", at / NAMES.len(), NAMES[at % NAMES.len()]),
            text: String::from_utf8_lossy(part).into_owned(),
        })
        .collect();
    let known = BTreeMap::new();
    let found = load(&files, &known);
    assert_eq!(found, load(&files, &known), "the same files give the same frameworks");
    match found {
        Ok(brought) => {
            for mapping in &brought.mappings {
                let (from, to) = (&mapping.from.value, &mapping.to.value);
                let (from, to) = (&brought.catalogs[from], &brought.catalogs[to]);
                for pair in &mapping.pairs {
                    assert!(from.has(&pair.from.value) && to.has(&pair.to.value));
                }
            }
        }
        Err(faults) => assert!(!faults.is_empty(), "what is refused says why"),
    }
});
