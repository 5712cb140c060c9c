//! The checks, each in a file of its own; all findings at once, in the order of files and lines.

mod adr;
mod allow;
mod arrows;
mod forms;
mod glossary;
mod lexicons;
mod links;
mod pure;
mod rooms;
mod size;
mod words;

use crate::finding::Finding;
use crate::repo::Repo;
use crate::rust::RustFile;

/// Runs every check and leaves out what `tidy-allow.txt` allows.
pub(crate) fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut sources = Vec::new();
    for (path, text) in repo.ending_in(&["rs"]) {
        match RustFile::parse(path, text) {
            Ok(source) => sources.push(source),
            Err((line, words)) => findings.push(Finding::new(
                "rust",
                path,
                line,
                format!("not readable as Rust: {words}"),
            )),
        }
    }
    for source in &sources {
        findings.extend(arrows::check(source));
        findings.extend(pure::check(source));
        findings.extend(size::check(source));
        findings.extend(forms::check(source));
    }
    findings.extend(rooms::check(repo));
    findings.extend(adr::check(repo));
    findings.extend(links::check(repo));
    findings.extend(lexicons::check(repo));
    findings.extend(words::check(repo));
    findings.extend(glossary::check(repo, &sources));
    let mut kept = allow::apply(repo, findings);
    kept.sort();
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_findings_come_at_once_in_order() {
        let repo = Repo::of(&[
            ("ARCHITECTURE.md", "cli"),
            ("crates/attestor/src/main.rs", "fn main() { todo!() }"),
            ("b.rs", "fn ("),
            ("a.md", "[gone](nowhere.md)"),
        ]);
        let places: Vec<String> = check(&repo)
            .iter()
            .map(|finding| format!("{}:{} {}", finding.file, finding.line, finding.check))
            .collect();
        assert_eq!(places, ["a.md:1 links", "b.rs:1 rust", "crates/attestor/src/main.rs:1 forms"]);
    }
}
