//! Any bytes as a PDF whose pages are to name a reader: marked or refused, never with a panic; what
//! can be marked once can be read again with as many pages, and the same bytes are judged the same.
//!
//! The marker lies in the binary's package, which is no library, so its sources are included here.
#![no_main]

#[allow(dead_code, unreachable_pub)]
#[path = "../../crates/attestor/src/actions/trust/documents"]
mod documents {
    pub(crate) mod mark;
}

use documents::mark::{Reader, can_be_marked, mark};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let judged = can_be_marked(bytes);
    assert_eq!(judged, can_be_marked(bytes), "the same bytes are judged the same");
    let reader = Reader { name: "Zoë", organization: "김", at: "2026-11-22 09:00 UTC", id: "abc" };
    let marked = mark(bytes, &reader);
    if judged.is_ok() {
        assert!(marked.is_ok_and(|it| it.starts_with(b"%PDF-")), "what was tried can be done");
    }
});
