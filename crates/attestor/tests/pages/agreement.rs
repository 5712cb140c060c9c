//! Pages of one source in several languages against each other, without any known facts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

/// Pages are of one source when they have the same path below their language (which holds branch,
/// host product and app) and the same `ms.sourcegitcommit`. The known pages' `ms.openlocfilehash`
/// forms the same groups; `ms.locfileid` counts the files of one language and says nothing here.
type Source = (PathBuf, String);

/// Pages of one source: language and facts.
type Group = BTreeMap<String, Json>;

/// How far the languages agree.
#[derive(Debug, Default)]
pub(crate) struct Agreement {
    /// Sources with pages in at least two languages.
    pub(crate) groups: usize,
    /// Named cells that stand on a page of a group, each once a group.
    pub(crate) cells: u64,
    /// Cells that are equal on all pages of their group; a cell that a page does not have differs.
    pub(crate) equal: u64,
    /// The cells that differ: name, path, and value by language.
    differences: Vec<(String, String)>,
}

impl Agreement {
    /// Compares pages, each with its path below the folder of all languages and its facts. Pages
    /// without a source, and those that stand alone, are not compared.
    pub(crate) fn of(pages: impl IntoIterator<Item = (PathBuf, String, Json)>) -> Self {
        let mut groups: BTreeMap<Source, Group> = BTreeMap::new();
        for (path, text, facts) in pages {
            let Some(commit) = source_commit(&text) else { continue };
            let mut parts = path.components();
            let Some(locale) = parts.next() else { continue };
            let locale = locale.as_os_str().to_string_lossy().into_owned();
            let source = (parts.as_path().to_owned(), commit);
            groups.entry(source).or_default().insert(locale, facts);
        }
        groups.retain(|_, group| group.len() > 1);
        let mut agreement = Self { groups: groups.len(), ..Self::default() };
        groups.iter().for_each(|((path, _), group)| agreement.compare(path, group));
        agreement
    }

    fn compare(&mut self, path: &Path, group: &Group) {
        let pages: Vec<_> = group.iter().map(|(locale, facts)| (locale, cells(facts))).collect();
        let names: BTreeSet<&String> = pages.iter().flat_map(|(_, cells)| cells.keys()).collect();
        for name in names {
            let values: Vec<Option<&Json>> = pages.iter().map(|(_, c)| c.get(name)).collect();
            self.cells += 1;
            if values.windows(2).all(|two| two[0] == two[1]) {
                self.equal += 1;
                continue;
            }
            let mut shown = path.display().to_string();
            for ((locale, _), value) in pages.iter().zip(values) {
                let value = value.map_or_else(|| "absent".to_owned(), Json::to_string);
                let _ = write!(shown, "\n    {locale} {value}");
            }
            self.differences.push((name.clone(), shown));
        }
    }

    /// One line for the whole.
    pub(crate) fn summary(&self) -> String {
        let part = (self.equal * 100_000).checked_div(self.cells).unwrap_or(0);
        let (equal, cells, groups) = (self.equal, self.cells, self.groups);
        let percent = format!("{}.{:03} %", part / 1000, part % 1000);
        format!(
            "corpus agrees with itself: {equal} of {cells} cells ({percent}) in {groups} groups"
        )
    }

    /// The cells that differ, those that differ most often first.
    pub(crate) fn worst(&self) -> String {
        let mut by_cell: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (name, shown) in &self.differences {
            by_cell.entry(kind_of(name)).or_default().push(shown);
        }
        let mut by_cell: Vec<_> = by_cell.into_iter().collect();
        by_cell.sort_by_key(|(_, shown)| std::cmp::Reverse(shown.len()));
        let mut out = String::new();
        for (name, shown) in by_cell {
            let _ = writeln!(out, "{name}: {} groups", shown.len());
            shown.iter().take(3).for_each(|one| out.push_str(&format!("  {one}\n")));
        }
        out
    }
}

/// The name under which cells are counted together: permissions by their field.
fn kind_of(name: &str) -> &str {
    name.split_once('#').map_or(name, |(_, field)| field)
}

/// The commit of the source that a page was translated from.
fn source_commit(text: &str) -> Option<String> {
    let line = text.lines().take(40).find_map(|line| line.strip_prefix("ms.sourcegitcommit:"))?;
    Some(line.trim().to_owned()).filter(|commit| !commit.is_empty())
}

/// Every leaf of the facts by its name; of free texts the facts hold only whether they are there.
fn cells(facts: &Json) -> BTreeMap<String, Json> {
    let mut cells = BTreeMap::new();
    for (key, value) in facts.as_object().into_iter().flatten() {
        match value {
            Json::Object(entries) => cells.extend(
                entries.iter().map(|(name, value)| (format!("{key}.{name}"), value.clone())),
            ),
            Json::Array(rows) if key == "permissions" => {
                for (number, row) in rows.iter().enumerate() {
                    for (field, value) in row.as_object().into_iter().flatten() {
                        cells.insert(format!("{number}#{key}.{field}"), value.clone());
                    }
                }
            }
            _ => {
                cells.insert(key.clone(), value.clone());
            }
        }
    }
    cells
}

#[test]
fn only_pages_of_one_source_are_compared_and_an_absent_cell_differs() {
    let page = |path: &str, commit: &str, facts: Json| {
        (PathBuf::from(path), format!("---\nms.sourcegitcommit: {commit}\n---\n"), facts)
    };
    let facts = serde_json::json!({"badge": "attested", "answers": {"wall": "yes", "logs": ""}});
    let other = serde_json::json!({"badge": "attested", "answers": {"wall": "no"}});
    let found = Agreement::of([
        page("de-DE/live/a.md", "1", facts.clone()),
        page("fr-FR/live/a.md", "1", other.clone()),
        page("ko-KR/live/a.md", "2", other),
        page("ko-KR/live/b.md", "1", facts),
    ]);
    assert_eq!((found.groups, found.cells, found.equal), (1, 3, 1));
    assert!(found.worst().contains("answers.logs: 1 groups"), "{}", found.worst());
}
