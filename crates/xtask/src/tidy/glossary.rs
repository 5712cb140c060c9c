//! One word per thing: words that `docs/glossary.md` replaces do not become names in the code.

use crate::finding::Finding;
use crate::repo::Repo;
use crate::rust::{RustFile, words_of};

const GLOSSARY: &str = "docs/glossary.md";

/// A word to avoid, and the word to use.
struct Avoided {
    words: Vec<String>,
    term: String,
}

/// Reports names in the product's packages that contain an avoided word.
pub(super) fn check(repo: &Repo, sources: &[RustFile<'_>]) -> Vec<Finding> {
    let avoided = avoided(repo.text(GLOSSARY).unwrap_or_default());
    let product = |source: &&RustFile<'_>| {
        source.path.starts_with("crates/") && !source.path.starts_with("crates/xtask/")
    };
    let mut findings = Vec::new();
    for source in sources.iter().filter(product) {
        for name in &source.names {
            let words = words_of(&name.text);
            let hit = avoided.iter().find(|entry| contains(&words, &entry.words));
            findings.extend(hit.map(|entry| {
                let message = format!("`{}` is called `{}` here", name.text, entry.term);
                Finding::new("glossary", source.path, name.line, message)
            }));
        }
    }
    findings
}

/// Rows `| term | meaning | not |`; the words of the last column stand between commas.
fn avoided(glossary: &str) -> Vec<Avoided> {
    let mut entries = Vec::new();
    for line in glossary.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let ["", term, _, not, ""] = cells.as_slice() else { continue };
        let listed = *not != "not" && !not.starts_with("--");
        for word in not.split(',').filter(|_| listed) {
            let words = words_of(word);
            if !words.is_empty() {
                entries.push(Avoided { words, term: (*term).to_owned() });
            }
        }
    }
    entries
}

fn contains(words: &[String], part: &[String]) -> bool {
    words.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "| term | meaning | not |\n|---|---|---|\n\
        | publisher | who offers an app | vendor, software house |\n| app | what is offered | |\n";

    fn count(path: &str, text: &str) -> usize {
        let repo = Repo::of(&[(GLOSSARY, TABLE)]);
        check(&repo, &[RustFile::parse(path, text).expect("Rust")]).len()
    }

    #[test]
    fn avoided_words_in_names_are_reported() {
        for text in [
            "struct Vendor;",
            "fn vendor_name() {}",
            "struct A { software_house: u8 }",
            "words! { enum Kind { MainVendor = \"x\", } }",
        ] {
            assert_eq!(count("crates/attestor/src/cli.rs", text), 1, "{text}");
        }
    }

    #[test]
    fn other_names_texts_and_packages_pass() {
        for (path, text) in [
            ("crates/attestor/src/cli.rs", "fn publisher() {} // the vendor"),
            ("crates/attestor/src/cli.rs", "const TEXT: &str = \"vendor\"; fn house() {}"),
            ("crates/attestor/src/cli.rs", "fn f() { other::vendor(meaning, not) }"),
            ("crates/xtask/src/main.rs", "struct Vendor;"),
        ] {
            assert_eq!(count(path, text), 0, "{text}");
        }
    }
}
