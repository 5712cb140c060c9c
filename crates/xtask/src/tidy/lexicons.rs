//! Every language recognizes the same things: all `locales/*/lexicon.yaml` have the same top-level
//! keys.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::repo::Repo;

/// Reports each key that a lexicon lacks and another one has.
pub(super) fn check(repo: &Repo) -> Vec<Finding> {
    let lexicons: Vec<(&str, BTreeSet<String>)> = repo
        .ending_in(&["yaml"])
        .filter(|(path, _)| path.starts_with("locales/") && path.ends_with("/lexicon.yaml"))
        .map(|(path, text)| (path, text.lines().filter_map(key).collect()))
        .collect();
    let all: BTreeSet<&String> = lexicons.iter().flat_map(|(_, keys)| keys).collect();
    let lacking = |path: &str, keys: &BTreeSet<String>| -> Vec<Finding> {
        let lacking = all.iter().filter(|key| !keys.contains(**key));
        lacking
            .map(|key| {
                let message = format!("the key `{key}` of other languages is missing");
                Finding::new("lexicons", path, 1, message)
            })
            .collect()
    };
    lexicons.iter().flat_map(|(path, keys)| lacking(path, keys)).collect()
}

/// The key of a line that starts at the margin.
fn key(line: &str) -> Option<String> {
    let starts = line.starts_with(|first: char| first.is_alphabetic() || first == '"');
    let (name, _) = line.split_once(':')?;
    starts.then(|| name.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_in_any_order_pass() {
        let repo = Repo::of(&[
            ("locales/fr-FR/lexicon.yaml", "# x: y\nyes: [oui]\nno:\n  also: [non]\n"),
            ("locales/ko-KR/lexicon.yaml", "no: [\"아니요\"]\n\"yes\": [\"예\"]\n"),
        ]);
        assert_eq!(check(&repo), []);
        assert_eq!(check(&Repo::default()), []);
    }

    #[test]
    fn a_missing_key_is_reported_where_it_is_missing() {
        let repo = Repo::of(&[
            ("locales/fr-FR/lexicon.yaml", "yes: [oui]\n"),
            ("locales/ko-KR/lexicon.yaml", "yes: [\"예\"]\nno: [\"아니요\"]\n"),
        ]);
        let files: Vec<String> = check(&repo).into_iter().map(|finding| finding.file).collect();
        assert_eq!(files, ["locales/fr-FR/lexicon.yaml"]);
    }
}
