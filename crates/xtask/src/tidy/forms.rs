//! Forms that the house does not use: `mod.rs`, glob imports, ignored and sleeping tests, `todo!`,
//! and a TODO without an issue's number.

use proc_macro2::{Delimiter, TokenTree};

use crate::finding::Finding;
use crate::rust::RustFile;

/// Refuses each of them.
pub(super) fn check(source: &RustFile<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if source.path.ends_with("/mod.rs") {
        found.push((1, "write `foo.rs` beside `foo/` instead of `mod.rs`".to_owned()));
    }
    found.extend(globs(source));
    found.extend(ignored(source));
    found.extend(sleeping(source));
    found.extend(unfinished(source));
    found.extend(unnumbered(source));
    found
        .into_iter()
        .map(|(line, message)| Finding::new("forms", source.path, line, message))
        .collect()
}

type Found = Vec<(usize, String)>;

fn globs(source: &RustFile<'_>) -> Found {
    source
        .mentions
        .iter()
        .filter(|mention| mention.is_glob() && !source.is_test(mention.line))
        .map(|mention| (mention.line, format!("glob import `{}`", mention.segments.join("::"))))
        .collect()
}

/// `#[ignore]` and `#[ignore = "…"]`.
fn ignored(source: &RustFile<'_>) -> Found {
    let message = "`#[ignore]`: assert today's behavior and say what is wrong with it";
    source
        .tokens
        .windows(2)
        .filter_map(|pair| {
            let [TokenTree::Punct(hash), TokenTree::Group(group)] = pair else { return None };
            let attribute = hash.as_char() == '#' && group.delimiter() == Delimiter::Bracket;
            let first = group.stream().into_iter().next();
            let ignore = matches!(first, Some(TokenTree::Ident(word)) if word == "ignore");
            (attribute && ignore).then(|| (hash.span().start().line, message.to_owned()))
        })
        .collect()
}

fn sleeping(source: &RustFile<'_>) -> Found {
    const SLEEP: &[&str] = &["sleep", "sleep_ms", "sleep_until", "park_timeout"];
    source
        .mentions
        .iter()
        .filter(|mention| source.is_test(mention.line))
        .filter(|mention| {
            mention.segments.last().is_some_and(|last| SLEEP.contains(&last.as_str()))
        })
        .map(|mention| (mention.line, "a test that sleeps".to_owned()))
        .collect()
}

/// `todo!` and `unimplemented!`.
fn unfinished(source: &RustFile<'_>) -> Found {
    source
        .tokens
        .windows(2)
        .filter_map(|pair| {
            let [TokenTree::Ident(word), TokenTree::Punct(bang)] = pair else { return None };
            let unfinished = (word == "todo" || word == "unimplemented") && bang.as_char() == '!';
            unfinished.then(|| (word.span().start().line, format!("`{word}!`")))
        })
        .collect()
}

/// Comments with TODO or FIXME in a line without `#` and a number.
fn unnumbered(source: &RustFile<'_>) -> Found {
    let mut found = Vec::new();
    for (at, line) in source.text.lines().enumerate() {
        for word in ["TODO", "FIXME"] {
            let Some((before, _)) = line.split_once(word) else { continue };
            let column = before.chars().count();
            if !source.is_string(at + 1, column) && !has_issue(line) {
                found.push((at + 1, format!("`{word}` without an issue's number, as in `#12`")));
            }
        }
    }
    found
}

fn has_issue(line: &str) -> bool {
    line.split('#').skip(1).any(|behind| behind.starts_with(|first: char| first.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<(usize, String)> {
        let source = RustFile::parse(path, text).expect("Rust");
        check(&source).into_iter().map(|finding| (finding.line, finding.message)).collect()
    }

    #[test]
    fn each_form_is_refused_with_its_line() {
        for (path, text, line) in [
            ("a/mod.rs", "", 1),
            ("a.rs", "\nuse std::io::*;", 2),
            ("a.rs", "#[test]\n#[ignore]\nfn a() {}", 2),
            ("a.rs", "#[test]\n#[ignore = \"slow\"]\nfn a() {}", 2),
            ("tests/a.rs", "fn a() {\nstd::thread::sleep(x); }", 2),
            ("a.rs", "#[cfg(test)]\nmod tests { fn a() {\nclock.sleep(x); } }", 3),
            ("a.rs", "fn a() {\ntodo!() }", 2),
            ("a.rs", "fn a() {}\n// TODO: later", 2),
            ("a.rs", "fn a() {} /* FIXME */", 1),
        ] {
            let lines: Vec<usize> = found(path, text).into_iter().map(|(line, _)| line).collect();
            assert_eq!(lines, [line], "{text}");
        }
    }

    #[test]
    fn good_forms_pass() {
        for (path, text) in [
            ("a.rs", "#[cfg(test)] mod tests { use super::*; }"),
            ("a.rs", "fn a() { std::thread::sleep(x); }"),
            ("a.rs", "// TODO(#12): later"),
            ("a.rs", "const A: &str = \"TODO\";"),
            ("a.rs", "fn todo(ignore: u8) -> bool { ignore != 1 }"),
        ] {
            assert_eq!(found(path, text), [], "{text}");
        }
    }
}
