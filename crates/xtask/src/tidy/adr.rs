//! Decisions on one page: each file of `docs/adr` says the situation, the choice and its price.

use crate::finding::Finding;
use crate::repo::Repo;

/// The most lines of a decision.
const LINES: usize = 60;
const HEADINGS: &[&str] = &["Situation", "Choice", "Price"];

/// Reports decisions that are too long or leave a heading out.
pub(super) fn check(repo: &Repo) -> Vec<Finding> {
    let decisions = repo.ending_in(&["md"]).filter(|(path, _)| path.starts_with("docs/adr/"));
    decisions.flat_map(|(path, text)| one(path, text)).collect()
}

fn one(path: &str, text: &str) -> Vec<Finding> {
    let headings: Vec<&str> =
        text.lines().filter_map(|line| line.strip_prefix("## ")).map(str::trim).collect();
    let mut findings: Vec<Finding> = HEADINGS
        .iter()
        .filter(|heading| !headings.contains(heading))
        .map(|heading| {
            Finding::new("adr", path, 1, format!("the heading `## {heading}` is missing"))
        })
        .collect();
    let lines = text.lines().count();
    if lines > LINES {
        let message = format!("the decision has {lines} lines, more than {LINES}");
        findings.push(Finding::new("adr", path, LINES + 1, message));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "# A\n\n## Situation\nx\n## Choice\nx\n## Price\nx\n";

    #[test]
    fn a_page_with_its_headings_passes() {
        assert_eq!(check(&Repo::of(&[("docs/adr/0001-a.md", GOOD), ("docs/b.md", "")])), []);
    }

    #[test]
    fn missing_headings_and_long_pages_are_reported() {
        let long = format!("{GOOD}{}", "x\n".repeat(60));
        let short = GOOD.replace("## Price", "## Cost");
        let repo = Repo::of(&[("docs/adr/0001-a.md", &long), ("docs/adr/0002-b.md", &short)]);
        let lines: Vec<usize> = check(&repo).iter().map(|finding| finding.line).collect();
        assert_eq!(lines, [61, 1]);
    }
}
