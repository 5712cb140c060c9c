//! Words that do not belong here: paths of somebody's machine, and British spellings.

use crate::finding::Finding;
use crate::repo::Repo;
use crate::rust::words_of;

const ENDINGS: &[&str] = &["rs", "md", "yaml", "yml", "ftl", "html", "css", "toml"];

/// Beginnings of paths that exist on one machine only.
const PATHS: &[&str] = &["/home/", "/root/", "/Users/", "/mnt/"];

/// Beginnings of British words and the American ones.
const STEMS: &[(&str, &str)] = &[
    ("organis", "organiz"),
    ("authoris", "authoriz"),
    ("recognis", "recogniz"),
    ("summaris", "summariz"),
    ("behaviour", "behavior"),
    ("colour", "color"),
    ("favour", "favor"),
    ("neighbour", "neighbor"),
    ("defence", "defense"),
    ("licence", "license"),
    ("catalogue", "catalog"),
    ("labell", "label"),
];

/// Whole British words whose beginnings are also good American ones.
const WHOLE: &[(&str, &str)] =
    &[("programme", "program"), ("programmes", "programs"), ("centre", "center")];

/// Reports each, with the word to write instead. Texts in other languages keep their spelling.
pub(super) fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in repo.ending_in(ENDINGS) {
        let foreign = path.starts_with("locales/") && !path.starts_with("locales/en");
        for (at, line) in text.lines().enumerate() {
            let paths = PATHS.iter().filter(|known| line.contains(**known));
            findings.extend(paths.map(|known| {
                Finding::new("words", path, at + 1, format!("`{known}` is a path of one machine"))
            }));
            let words = if foreign { Vec::new() } else { words_of(line) };
            findings.extend(words.iter().filter_map(|word| {
                let better = american(word)?;
                let message = format!("`{word}` is spelled `{better}` here");
                Some(Finding::new("words", path, at + 1, message))
            }));
        }
    }
    findings
}

fn american(word: &str) -> Option<String> {
    let whole = WHOLE.iter().find(|(british, _)| word == *british);
    let stem = STEMS.iter().find_map(|(british, american)| {
        word.strip_prefix(british).map(|rest| format!("{american}{rest}"))
    });
    whole.map(|(_, american)| (*american).to_owned()).or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(path: &str, text: &str) -> Vec<String> {
        check(&Repo::of(&[(path, text)])).into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn british_words_and_machine_paths_are_reported() {
        for (text, part) in [
            ("the organisation", "`organization`"),
            ("let catalogue_row = 1;", "`catalog`"),
            ("struct ProgrammeOwner;", "`program`"),
            ("Behaviours differ", "`behaviors`"),
            ("see /home/me/notes", "`/home/`"),
        ] {
            let found = messages("docs/a.md", text);
            assert!(
                found.len() == 1 && found.iter().all(|message| message.contains(part)),
                "{text} {found:?}"
            );
        }
    }

    #[test]
    fn american_words_and_other_languages_pass() {
        for (path, text) in [
            ("docs/a.md", "a programmed license, the center, homework/ and organic"),
            ("locales/fr-FR/ui.ftl", "licence = licence du programme"),
            ("a.svg", "colour"),
        ] {
            assert_eq!(messages(path, text), Vec::<String>::new(), "{text}");
        }
    }
}
