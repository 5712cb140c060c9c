//! Relative links in Markdown lead to a file or folder of the repository.

use crate::finding::Finding;
use crate::repo::Repo;

/// Reports links that lead nowhere. Code in fences and backticks holds no links.
pub(super) fn check(repo: &Repo) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in repo.ending_in(&["md"]) {
        let mut fenced = false;
        for (at, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("```") {
                fenced = !fenced;
            } else if !fenced {
                let broken = targets(line).into_iter().filter(|link| !leads(repo, path, link));
                findings.extend(broken.map(|link| {
                    Finding::new("links", path, at + 1, format!("`{link}` leads nowhere"))
                }));
            }
        }
    }
    findings
}

/// What stands in the parentheses of `[…](…)` and behind `[…]:`, without a title.
fn targets(line: &str) -> Vec<String> {
    let plain: String = line.split('`').step_by(2).collect::<Vec<_>>().join("`");
    let inline = plain.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    let mut targets: Vec<String> = inline.map(|(target, _)| without_title(target)).collect();
    if plain.starts_with('[')
        && let Some((_, target)) = plain.split_once("]: ")
    {
        targets.push(without_title(target));
    }
    targets.retain(|target| !target.is_empty());
    targets
}

fn without_title(target: &str) -> String {
    let first = target.split_whitespace().next().unwrap_or_default();
    first.trim_matches(['<', '>']).to_owned()
}

/// Whether a link leaves the repository by a scheme, stays on its page, or leads to a known path.
fn leads(repo: &Repo, from: &str, link: &str) -> bool {
    if link.starts_with('#') || link.starts_with("mailto:") || link.contains("://") {
        return true;
    }
    let target = link.split(['#', '?']).next().unwrap_or_default();
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|part| !part.is_empty()).collect(),
    };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.pop().is_none() => return false,
            ".." => {}
            name => parts.push(name),
        }
    }
    repo.has(&parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(line: &str) -> usize {
        check(&Repo::of(&[("docs/a.md", line), ("docs/adr/b.md", ""), ("README.md", "")])).len()
    }

    #[test]
    fn good_links_pass() {
        for line in [
            "[b](adr/b.md) and [up](../README.md#top) and [folder](adr/)",
            "[page](#heading) [web](https://example.org/x) <mailto:a@example.org>",
            "![picture](../README.md \"a title\")",
            "`[code](nowhere.md)`",
            "```\n[code](nowhere.md)\n```",
            "[b]: adr/b.md",
        ] {
            assert_eq!(broken(line), 0, "{line}");
        }
    }

    #[test]
    fn links_to_nowhere_are_reported() {
        for line in
            ["[b](b.md)", "text [x](../gone/) text", "[out](../../README.md)", "[b]: adr/c.md"]
        {
            assert_eq!(broken(line), 1, "{line}");
        }
    }
}
