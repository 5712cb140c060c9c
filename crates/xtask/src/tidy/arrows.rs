//! The direction of dependence between rooms. To allow a new arrow, edit [`ARROWS`] and the section
//! "Direction of dependence" of `ARCHITECTURE.md` in the same commit.

use crate::finding::Finding;
use crate::rust::{Mention, RustFile};

/// Each room and the rooms that it may use besides itself and the small values.
/// A room is the first module below a package's root; `core` stands for all rooms of the core.
const ARROWS: &[(&str, &[&str])] = &[
    // The core: the program as data at the bottom, decisions on top.
    ("core::framework", &[]),
    ("core::attestation", &["core::framework"]),
    ("core::checks", &["core::framework"]),
    ("core::mfa", &[]),
    ("core::trust", &["core::framework", "core::attestation"]),
    ("core::certification", &["core::framework", "core::attestation", "core::checks"]),
    ("core::dossier", &["core::framework", "core::attestation", "core::certification"]),
    (
        "core::desk",
        &["core::framework", "core::attestation", "core::certification", "core::dossier"],
    ),
    // The shell: doors parse, call, show; actions put the outside and the decisions together.
    ("main", &["cli"]),
    (
        "cli",
        &[
            "actions",
            "clock",
            "config",
            "disk",
            "embedded",
            "facts_json",
            "graph",
            "languages",
            "people",
            "phrases",
            "report",
            "runtime",
            "stop",
            "store",
            "vault",
            "web",
            "world",
            "core",
        ],
    ),
    (
        "actions",
        &[
            "clock",
            "disk",
            "facts_json",
            "graph",
            "languages",
            "people",
            "phrases",
            "report",
            "runtime",
            "spreadsheet",
            "stop",
            "store",
            "vault",
            "world",
            "core",
        ],
    ),
    // Only the suite of the store's tests waits by itself.
    ("store", &["runtime", "stop", "core"]),
    // A door as the command line is: it asks actions, and shows.
    (
        "web",
        &[
            "actions",
            "clock",
            "config",
            "disk",
            "facts_json",
            "languages",
            "people",
            "phrases",
            "runtime",
            "spreadsheet",
            "stop",
            "store",
            "vault",
            "world",
            "core",
        ],
    ),
    // Only its tests wait by themselves.
    ("people", &["clock", "runtime", "stop", "store", "vault", "core"]),
    ("vault", &["stop", "core"]),
    ("config", &["stop", "store"]),
    ("runtime", &["stop"]),
    ("facts_json", &["core"]),
    ("graph", &["clock", "stop", "core"]),
    ("spreadsheet", &[]),
    ("report", &["languages", "phrases", "core"]),
    ("world", &["embedded", "stop", "core"]),
    ("disk", &["stop", "core"]),
    ("phrases", &["embedded", "languages", "core"]),
    ("languages", &["core"]),
    ("embedded", &["core"]),
    ("stop", &["core"]),
    ("clock", &["core"]),
];

/// The small values of the core: every room may use them, and they use only one another.
const VALUES: &[&str] = &[
    "answer", "basis", "day", "digest", "fault", "id", "instant", "locale", "party", "ratio",
    "source", "text", "word",
];

/// The packages with rooms: the folder of their sources, their name in paths, the rooms' prefix.
const PACKAGES: &[(&str, &str, &str)] = &[
    ("crates/attestor-core/src/", "attestor_core", "core::"),
    ("crates/attestor/src/", "attestor", ""),
];

/// Refuses every path that goes from one room to another against the table.
pub(super) fn check(source: &RustFile<'_>) -> Vec<Finding> {
    let Some((module, prefix)) = module_of(source.path) else { return Vec::new() };
    let Some(first) = module.first() else { return Vec::new() };
    let room = format!("{prefix}{first}");
    let Some(allowed) = allowed_from(&room) else {
        let message = format!("the room `{room}` is not in the table of arrows");
        return vec![Finding::new("arrows", source.path, 1, message)];
    };
    let mut findings: Vec<Finding> = source
        .mentions
        .iter()
        .filter_map(|mention| Some((target(mention, &module, prefix)?, mention.line)))
        .filter(|(target, _)| *target != room && !may_use(allowed, target))
        .map(|(target, line)| {
            let message = format!("the room `{room}` may not use `{target}`");
            Finding::new("arrows", source.path, line, message)
        })
        .collect();
    findings.dedup();
    findings
}

/// The modules that lead to a file, and the prefix of its package; no module for a package's root.
fn module_of(path: &str) -> Option<(Vec<String>, &'static str)> {
    let (inner, prefix) = PACKAGES
        .iter()
        .find_map(|(folder, _, prefix)| Some((path.strip_prefix(folder)?, *prefix)))?;
    let modules = inner.strip_suffix(".rs")?.split('/').map(str::to_owned).collect::<Vec<_>>();
    let root = modules.len() == 1 && matches!(inner, "lib.rs" | "main.rs");
    match (root, inner) {
        (true, "main.rs") => Some((vec!["main".to_owned()], prefix)),
        (true, _) => Some((Vec::new(), prefix)),
        (false, _) => Some((modules, prefix)),
    }
}

/// What a room may use; `None` for a room that the table does not know.
fn allowed_from(room: &str) -> Option<&'static [&'static str]> {
    let value = room.strip_prefix("core::").is_some_and(|name| VALUES.contains(&name));
    let row = ARROWS.iter().find(|(name, _)| *name == room).map(|(_, allowed)| *allowed);
    row.or_else(|| value.then_some(&[]))
}

fn may_use(allowed: &[&str], target: &str) -> bool {
    let in_core = target.strip_prefix("core::");
    in_core.is_some_and(|name| VALUES.contains(&name))
        || allowed.contains(&target)
        || (in_core.is_some() && allowed.contains(&"core"))
}

/// The room that a path leads to; `None` for other packages and for names that are no room.
fn target(mention: &Mention, module: &[String], prefix: &str) -> Option<String> {
    let mut segments = mention.segments.iter().map(String::as_str).peekable();
    let first = segments.next()?;
    if let Some((_, _, prefix)) = PACKAGES.iter().find(|(_, name, _)| *name == first) {
        return known_room(prefix, segments.next()?);
    }
    if first == "crate" {
        return known_room(prefix, segments.next()?);
    }
    if first != "super" {
        return None;
    }
    // The modules of the file's root are written as if they stood in a module `main` or in none.
    let in_root = module == ["main"];
    let mut at: Vec<&str> =
        if in_root { Vec::new() } else { module.iter().map(String::as_str).collect() };
    at.extend(mention.inside.iter().map(String::as_str));
    at.pop();
    while segments.peek() == Some(&"super") {
        segments.next();
        at.pop();
    }
    match at.first() {
        Some(room) => known_room(prefix, room),
        None => known_room(prefix, segments.next()?),
    }
}

fn known_room(prefix: &str, name: &str) -> Option<String> {
    let room = format!("{prefix}{name}");
    allowed_from(&room).map(|_| room)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        let source = RustFile::parse(path, text).expect("Rust");
        check(&source).into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn allowed_arrows_pass() {
        for (path, text) in [
            ("crates/attestor-core/src/certification/score.rs", "use crate::framework::Edition;"),
            ("crates/attestor-core/src/certification.rs", "use crate::{day::Day, checks::Tls};"),
            ("crates/attestor-core/src/framework.rs", "use crate::source::Node;"),
            ("crates/attestor/src/cli/assess.rs", "use crate::actions::assess; use super::Out;"),
            ("crates/attestor/src/actions/assess.rs", "use attestor_core::certification::decide;"),
            ("crates/attestor/src/main.rs", "mod cli; fn main() { cli::main() }"),
            ("crates/attestor-core/src/lib.rs", "pub use certification::decide;"),
        ] {
            assert_eq!(found(path, text), Vec::<String>::new(), "{path}");
        }
    }

    #[test]
    fn other_arrows_are_refused() {
        for (path, text, target) in [
            (
                "crates/attestor-core/src/attestation/page.rs",
                "use crate::certification::x;",
                "core::certification",
            ),
            (
                "crates/attestor-core/src/framework.rs",
                "fn f() { crate::checks::tls() }",
                "core::checks",
            ),
            (
                "crates/attestor-core/src/framework/load.rs",
                "use super::super::checks::x;",
                "core::checks",
            ),
            ("crates/attestor-core/src/day.rs", "use super::framework::x;", "core::framework"),
            (
                "crates/attestor-core/src/day.rs",
                "fn f() { panic!(crate::framework::x) }",
                "core::framework",
            ),
            ("crates/attestor/src/actions/assess.rs", "use crate::cli::Out;", "cli"),
            ("crates/attestor/src/report.rs", "use crate::{cli::Out};", "cli"),
            ("crates/attestor/src/world.rs", "use crate::report::view::View;", "report"),
        ] {
            let messages = found(path, text);
            assert_eq!(messages.len(), 1, "{path}: {messages:?}");
            assert!(
                messages.iter().all(|message| message.ends_with(&format!("`{target}`"))),
                "{messages:?}"
            );
        }
    }

    #[test]
    fn a_room_outside_the_table_is_reported() {
        let messages = found("crates/attestor/src/magic.rs", "fn a() {}");
        assert_eq!(messages, ["the room `magic` is not in the table of arrows"]);
    }

    #[test]
    fn super_inside_an_inline_module_stays_in_the_file() {
        let text = "#[cfg(test)] mod tests { use super::framework; }";
        assert_eq!(found("crates/attestor-core/src/day.rs", text), Vec::<String>::new());
    }
}
