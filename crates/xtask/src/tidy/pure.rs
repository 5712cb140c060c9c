//! The core reads no clock, no environment, no file and no network, and has no async function.

use proc_macro2::TokenTree;

use crate::finding::Finding;
use crate::rust::RustFile;

const CORE: &str = "crates/attestor-core/src/";

/// The parts of the standard library that touch the world.
const WORLD: &[&str] = &["time", "env", "fs", "io", "net", "os", "process", "thread"];

/// Refuses the outside world in the core; test code may read files.
pub(super) fn check(source: &RustFile<'_>) -> Vec<Finding> {
    if !source.path.starts_with(CORE) {
        return Vec::new();
    }
    let world = source.mentions.iter().filter_map(|mention| {
        let room = WORLD.iter().find(|room| mention.starts_with(&["std", room]));
        let clock =
            mention.segments.len() > 1 && mention.segments.last().is_some_and(|last| last == "now");
        let found = room.map(|room| format!("std::{room}"));
        let found = found.or_else(|| clock.then(|| mention.segments.join("::")))?;
        Some((mention.line, format!("the core may not use `{found}`")))
    });
    let words = source.tokens.windows(2).filter_map(|pair| {
        let [TokenTree::Ident(word), next] = pair else { return None };
        let bang = matches!(next, TokenTree::Punct(punct) if punct.as_char() == '!');
        let refused = match word.to_string().as_str() {
            "async" | "await" => true,
            "env" | "option_env" => bang,
            _ => false,
        };
        refused.then(|| (word.span().start().line, format!("the core may not use `{word}`")))
    });
    world
        .chain(words)
        .filter(|(line, _)| !source.is_test(*line))
        .map(|(line, message)| Finding::new("pure", source.path, line, message))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        check(&RustFile::parse(path, text).expect("Rust")).len()
    }

    #[test]
    fn the_world_is_refused_in_the_core() {
        for text in [
            "use std::fs;",
            "use std::{fmt, time::SystemTime};",
            "fn f() { let _ = std::env::var(\"A\"); }",
            "fn f() { jiff::Timestamp::now(); }",
            "async fn f() {}",
            "const A: &str = env!(\"A\");",
        ] {
            assert_eq!(count("crates/attestor-core/src/day.rs", text), 1, "{text}");
        }
    }

    #[test]
    fn values_tests_and_the_shell_are_free() {
        for (path, text) in [
            ("crates/attestor-core/src/day.rs", "use std::fmt; // std::fs\nfn now(env: u8) {}"),
            ("crates/attestor-core/src/day.rs", "#[cfg(test)] mod tests { use std::fs; }"),
            ("crates/attestor-core/src/day/tests.rs", "use std::fs;"),
            ("crates/attestor/src/clock.rs", "use std::time;"),
        ] {
            assert_eq!(count(path, text), 0, "{text}");
        }
    }
}
