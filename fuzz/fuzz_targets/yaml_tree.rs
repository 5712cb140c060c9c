//! Any text becomes a bounded tree or faults, never a panic, and the same text gives the same.
#![no_main]

use std::cell::RefCell;

use attestor_core::fault::Fault;
use attestor_core::source::{Kind, Node, Sink, parse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (node, faults) = read(text);
    assert!(node.is_some() || !faults.is_empty(), "nothing read and nothing said");
    assert_eq!((&node, &faults), (&read(text).0, &read(text).1));

    let lines = u32::try_from(text.split(['\n', '\r']).count()).unwrap_or(u32::MAX);
    for fault in &faults {
        assert!(fault.place.line <= lines + 1, "{fault} in {lines} lines");
    }
    if let Some(node) = node {
        check(&node, lines, 0);
    }
});

fn read(text: &str) -> (Option<Node>, Vec<Fault>) {
    let faults = RefCell::new(Vec::new());
    let node = parse(text, &Sink::new("fuzz.yaml", &faults));
    (node, faults.into_inner())
}

/// Lines stay within the text, nesting within its bound, and each key of a map stands once.
fn check(node: &Node, lines: u32, depth: usize) {
    assert!(node.line <= lines + 1 && depth <= 25);
    match &node.kind {
        Kind::Null | Kind::Scalar { .. } => {}
        Kind::List(items) => items.iter().for_each(|item| check(item, lines, depth + 1)),
        Kind::Map(entries) => {
            for (at, (key, _, value)) in entries.iter().enumerate() {
                assert!(entries[at + 1..].iter().all(|(other, ..)| other != key), "{key} twice");
                check(value, lines, depth + 1);
            }
        }
    }
}
