//! Headings and points of a page that is no app page, in the order of its lines.

use super::super::bilingual::split_sources;
use super::super::cell::{link, plain};
use super::super::outline::Lines;

/// A heading, or a point of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Item {
    /// The line, counted from 1.
    pub(super) line: u32,
    /// The level of a heading, from 1 on; 0 for a point.
    pub(super) level: usize,
    /// How far a point is set in, in columns.
    pub(super) indent: usize,
    /// The text of the link, or the whole text where there is none.
    pub(super) name: String,
    /// What stands behind the link.
    pub(super) behind: String,
    /// The target of the link.
    pub(super) target: Option<String>,
}

impl Item {
    pub(super) fn is_point(&self) -> bool {
        self.level == 0
    }

    /// Whether it links to a page.
    pub(super) fn is_linked(&self) -> bool {
        self.target.as_deref().is_some_and(super::is_page)
    }

    /// Whether it links to an app in a store.
    pub(super) fn leads_to_store(&self) -> bool {
        self.target.as_deref().is_some_and(|link| !super::is_page(link) && super::is_store(link))
    }

    /// Whether it is a point that is set in, as points below others are.
    pub(super) fn is_nested(&self) -> bool {
        self.is_point() && self.indent > 1
    }
}

/// The headings and points of a page.
#[derive(Debug, Default)]
pub(in super::super) struct Scan {
    /// In the order of the page.
    pub(super) items: Vec<Item>,
    /// Whether the page has other text beside them and tables.
    pub(super) has_prose: bool,
}

/// Looks through a page whose sources are already between marks.
pub(in super::super) fn scan(text: &str) -> Scan {
    let mut scan = Scan::default();
    let mut lines = Lines::new(text);
    let mut front_matter = false;
    while let Some((line, text)) = lines.next() {
        let (shown, _) = split_sources(text);
        let trimmed = shown.trim();
        if trimmed == "---" && (line == 1 || front_matter) {
            front_matter = line == 1;
            continue;
        }
        if front_matter || is_silent(trimmed) {
            continue;
        }
        if let Some((level, text)) = heading(trimmed) {
            scan.items.push(item(line, (level, 0), text));
        } else if let Some(text) = point(trimmed) {
            let indent = indent(&shown);
            scan.items.push(item(line, (0, indent), text));
        } else {
            scan.has_prose = true;
        }
    }
    scan
}

/// Empty lines, rows of tables, directives, comments and rules say nothing here.
fn is_silent(line: &str) -> bool {
    line.is_empty()
        || ["|", ">", ":::", "[!", "<!--", "---", "***", "___"]
            .iter()
            .any(|at| line.starts_with(at))
}

fn heading(line: &str) -> Option<(usize, &str)> {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    (level > 0 && text.starts_with([' ', '<', '['])).then_some((level, text))
}

/// The text of a point: `-`, `*`, `+` or a number, then a space.
fn point(line: &str) -> Option<&str> {
    let marked = line.strip_prefix(['-', '*', '+']);
    let numbered =
        || line.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix(['.', ')']);
    let numbered = || numbered().filter(|_| line.starts_with(|c: char| c.is_ascii_digit()));
    marked.or_else(numbered)?.strip_prefix([' ', '\t'])
}

fn indent(line: &str) -> usize {
    let blanks = line.chars().take_while(|letter| letter.is_whitespace());
    blanks.map(|letter| if letter == '\t' { 4 } else { 1 }).sum()
}

fn item(line: u32, (level, indent): (usize, usize), text: &str) -> Item {
    let text = text.trim();
    // A heading may begin with an anchor, `<a name="x"></a>`.
    let parts = text.find('[').and_then(|at| {
        let (before, found) = text.split_at_checked(at)?;
        let (name, _, behind) = link(found).filter(|_| plain(before).0.is_empty())?;
        Some((plain(name).0, plain(behind).0))
    });
    let (whole, target) = plain(text);
    match parts {
        Some((name, behind)) if target.is_some() => {
            Item { line, level, indent, name, behind, target }
        }
        _ => Item { line, level, indent, name: whole, behind: String::new(), target },
    }
}
