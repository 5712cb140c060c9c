//! Exceptions with a reason: `tidy-allow.txt`, one a line.
//!
//! Four columns between spaces: the check; the file, or a folder with `/` at its end; the text in
//! backticks that the finding shows, or `*` for all; and the reason to the end of the line.

use crate::finding::Finding;
use crate::repo::Repo;

const FILE: &str = "tidy-allow.txt";

struct Exception<'r> {
    line: usize,
    check: &'r str,
    path: &'r str,
    word: &'r str,
}

impl Exception<'_> {
    fn covers(&self, finding: &Finding) -> bool {
        let here = if self.path.ends_with('/') {
            finding.file.starts_with(self.path)
        } else {
            finding.file == self.path
        };
        let this = self.word == "*" || finding.message.contains(&format!("`{}`", self.word));
        here && this && finding.check == self.check
    }
}

/// Leaves out what is allowed, and reports lines that are unreadable or allow nothing.
pub(super) fn apply(repo: &Repo, findings: Vec<Finding>) -> Vec<Finding> {
    let mut exceptions = Vec::new();
    let mut kept = Vec::new();
    let text = repo.text(FILE).unwrap_or_default();
    for (at, line) in text.lines().enumerate() {
        let mut columns = line.split_whitespace();
        match (columns.next(), columns.next(), columns.next(), columns.next()) {
            (None, ..) => {}
            (Some(first), ..) if first.starts_with('#') => {}
            (Some(check), Some(path), Some(word), Some(_reason)) => {
                exceptions.push(Exception { line: at + 1, check, path, word });
            }
            _ => kept.push(Finding::new(
                "allow",
                FILE,
                at + 1,
                "expected four columns: check, file, word, reason",
            )),
        }
    }
    let idle = exceptions.iter().filter(|entry| !findings.iter().any(|found| entry.covers(found)));
    kept.extend(idle.map(|entry| {
        Finding::new("allow", FILE, entry.line, "this line allows nothing any more; remove it")
    }));
    let open = |finding: &Finding| !exceptions.iter().any(|entry| entry.covers(finding));
    kept.extend(findings.into_iter().filter(open));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(allow: &str) -> Vec<&'static str> {
        let found = Finding::new("words", "docs/a.md", 3, "`colour` is spelled `color` here");
        let repo = Repo::of(&[(FILE, allow)]);
        apply(&repo, vec![found]).into_iter().map(|finding| finding.check).collect()
    }

    #[test]
    fn a_fitting_exception_removes_the_finding() {
        for allow in [
            "words docs/a.md colour quoted from a published page",
            "# note\n\nwords docs/ * quoted",
        ] {
            assert_eq!(left(allow), Vec::<&str>::new(), "{allow}");
        }
    }

    #[test]
    fn other_exceptions_leave_it_and_are_reported_as_idle() {
        for allow in
            ["words docs/b.md colour x", "links docs/a.md * x", "words docs/a.md behaviour x"]
        {
            assert_eq!(left(allow), ["allow", "words"], "{allow}");
        }
    }

    #[test]
    fn an_exception_needs_a_reason() {
        assert_eq!(left("words docs/a.md colour"), ["allow", "words"]);
    }
}
