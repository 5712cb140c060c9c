//! Any page comes on top of any other or is refused with reasons, never with a panic: the same page
//! changes nothing, what is told of the change fits both versions, and nothing is due twice.
//!
//! Two pages stand in one input, with the byte 1 between them.
#![no_main]

use std::collections::{BTreeMap, BTreeSet};

use attestor_core::day::Day;
use attestor_core::trust::change::changes;
use attestor_core::trust::change::fields::differences;
use attestor_core::trust::due::due;
use attestor_core::trust::merge::merge;
use attestor_core::trust::page::facts;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (first, second) = text.split_once('\u{1}').unwrap_or((&text, ""));
    let catalogs = BTreeMap::new();
    let import = |text: &str| facts::import(text, "en-US", &catalogs).0;
    let kept = import(first);
    let same = merge(&kept, import(first), &catalogs).expect("a page fits itself");
    assert_eq!(same.trust, kept, "the same page changes nothing");
    assert!(changes(&kept, &kept).is_empty() && differences(&kept, &kept).is_empty());
    match merge(&kept, import(second), &catalogs) {
        Err(faults) => assert!(!faults.is_empty(), "refused without a reason"),
        Ok(merged) => {
            let apart = !differences(&kept, &merged.trust).is_empty();
            assert!(apart || changes(&kept, &merged.trust).is_empty(), "told and not there");
        }
    }
    let day = Day::parse("2026-11-22").expect("a day");
    let all = due(&kept, day);
    let keys: BTreeSet<String> = all.iter().map(|it| it.key()).collect();
    assert_eq!(keys.len(), all.len(), "nothing is due twice");
});
