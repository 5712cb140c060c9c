//! Any bytes are records, events and facts of a directory, or rejects with a place; never a panic,
//! the same however the bytes are cut into chunks, and every event is within its bounds.
#![no_main]

use std::sync::LazyLock;

use attestor_core::mfa::directory::Directory;
use attestor_core::mfa::moment::parse;
use attestor_core::mfa::rule::MfaRule;
use attestor_core::mfa::source::{Body, Reader, Record, Records, Reject};
use libfuzzer_sys::fuzz_target;

static RULE: LazyLock<MfaRule> = LazyLock::new(|| {
    let text = include_str!("../../frameworks/mfa/rule.yaml");
    MfaRule::load("mfa/rule.yaml", text).expect("the rule")
});

fuzz_target!(|bytes: &[u8]| {
    let whole = told(bytes, bytes.len().max(1));
    assert_eq!(told(bytes, 7), whole, "chunks do not matter");
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = parse(text);
    }
});

/// What every record of the bytes gives, in chunks of so many bytes.
fn told(bytes: &[u8], chunk: usize) -> Vec<String> {
    let mut reader = Reader::new(&RULE);
    let mut directory = Directory::default();
    let mut found = Vec::new();
    let mut sink = |item: Result<Record<'_>, Reject>| {
        found.push(match item {
            Err(reject) => {
                assert!(reject.offset <= bytes.len() as u64 && reject.line >= 1);
                format!("{reject}")
            }
            Ok(record) => {
                let length = match record.body {
                    Body::Json(bytes) => bytes.len(),
                    Body::Row(row) => row.bytes.len(),
                };
                assert!(length <= 4096 && record.offset <= bytes.len() as u64);
                let mut fact = Vec::new();
                directory.take_all(&record.body, &RULE, |told| fact.push(told));
                assert!(
                    fact.iter().all(Result::is_ok) || directory.take(&record.body, &RULE).is_err(),
                    "what is refused among many is no fact by itself"
                );
                let event = reader.read(&record.body);
                if let Ok(event) = &event {
                    assert!(event.counts() || !event.mfa, "what failed does not count");
                    assert!((0..253_402_300_800_000_000).contains(&event.ts));
                }
                format!("{}@{} {event:?} {fact:?}", record.line, record.offset)
            }
        });
    };
    let mut records = Records::with_limit(4096);
    for chunk in bytes.chunks(chunk) {
        records.push(chunk, &mut sink);
    }
    records.finish(&mut sink);
    found
}
