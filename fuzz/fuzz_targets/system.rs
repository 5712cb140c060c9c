//! Any text is what is kept of a system, or refused with a reason; what is read is written and read
//! the same again, and within its bounds.
#![no_main]

use attestor_core::trust::system::{Content, MAX_OWN, MAX_USES};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Content::read(text) {
        Err(fault) => assert!(!fault.to_string().is_empty(), "what is refused says why"),
        Ok(content) => {
            assert!(content.uses.len() <= MAX_USES && content.own.len() <= MAX_OWN);
            assert_eq!(Content::read(&content.write()), Ok(content));
        }
    }
});
