//! Any text is an inventory or a list of faults, never a panic: ids are in their form and stand once,
//! texts and rows stay within bounds, and the same text gives the same.
#![no_main]

use std::collections::BTreeSet;

use attestor_core::desk::inventory::{from_csv, from_cyclonedx};
use attestor_core::id::Id;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let environment = Id::parse("production").expect("an id");
    let read = from_cyclonedx(text, &environment);
    assert_eq!(read, from_cyclonedx(text, &environment), "the same text gives the same");
    match &read {
        Err(faults) => assert!(!faults.is_empty(), "nothing read and nothing said"),
        Ok(components) => {
            let ids: BTreeSet<&Id> = components.iter().map(|it| &it.id).collect();
            assert_eq!(ids.len(), components.len(), "ids stand once");
            for component in components {
                assert!(component.operating_system.chars().count() <= 500);
                assert!(component.location.chars().count() <= 500);
                assert!(!component.device_type.is_empty(), "every component has a type");
            }
        }
    }
    if let Err(faults) = from_csv(text) {
        assert!(!faults.is_empty(), "nothing read and nothing said");
    }
});
