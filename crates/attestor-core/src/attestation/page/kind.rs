//! Which kind of page it is, and what stands on the pages that are about many apps.
//!
//! The kind is decided from structure alone, so in every language: [`decide`] looks at zones, tables
//! and lists. Then `scan` gives headings and points, `entries` what they and the tables list, and
//! `yaml` reads a table of contents that is not Markdown.

mod entries;
mod scan;
mod yaml;

use std::sync::Arc;

use super::cell::Cell;
use super::outline::{Outline, Table};
use super::permission::find_app_id;
use crate::word::words;

pub(super) use entries::entries;
pub(super) use scan::{Scan, scan};
pub(super) use yaml::contents;

/// The most entries of one page; those behind are named by one finding.
pub(super) const MAX_ENTRIES: usize = 20_000;
/// The most names above an entry; deeper ones are left out of the path.
const MAX_DEPTH: usize = 12;

words! {
    /// What a page is about.
    pub enum Kind {
        /// One app, with answers. Everything that is none of the others is taken for one.
        App = "app",
        /// Apps with links to their pages.
        AppList = "app_list",
        /// App registrations, by their ids.
        AppIds = "app_ids",
        /// A table of contents: names with links, one below the other.
        Contents = "contents",
    }
}

/// One entry of a page that is about many apps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The line, counted from 1.
    pub line: u32,
    /// The name as it stands.
    pub name: String,
    /// The target of the link, as it stands; `None` for an entry that only holds others.
    pub target: Option<String>,
    /// The id in the store.
    pub app_id: Option<String>,
    /// The id of the app registration, in lower case.
    pub registration: Option<String>,
    /// The publisher, where a column for it could be told.
    pub publisher: Option<String>,
    /// The names of the headings and entries above, outermost first; each is cut after 200
    /// characters.
    pub section: Vec<Arc<str>>,
    /// The texts beside it that were taken for none of these, in their order.
    pub other: Vec<String>,
}

/// The zones of app pages, whose pages need no further look.
pub(super) fn has_app_zones(outline: &Outline) -> bool {
    let known = |key: &str| {
        [&super::ZONES_2021[..], &super::ZONES_2022, &super::ZONES_BOTH]
            .iter()
            .any(|keys| keys.contains(&key))
    };
    outline.front("certification_type").is_some()
        || outline.zones.iter().any(|zone| known(&zone.key))
}

/// The kind of a page that has no zones of an app page.
///
/// Tables decide before lists: most rows with the id of an app registration make [`Kind::AppIds`],
/// most rows with the link to a page or a store [`Kind::AppList`]. Without tables, most points with
/// a link to a page do; they are [`Kind::Contents`] when they make up the whole page and stand below
/// each other, or when the page has no front matter, and [`Kind::AppIds`] below the id of a
/// registration.
pub(super) fn decide(outline: &Outline, scan: &Scan) -> Kind {
    let rows = || plain_tables(outline).flat_map(|table| &table.rows).map(|(_, cells)| cells);
    let all = rows().count();
    let most = |some: usize, of: usize| some * 2 > of;
    if all > 0 {
        if most(rows().filter(|cells| cells.iter().any(has_registration)).count(), all) {
            return Kind::AppIds;
        }
        let linked = |cells: &&Vec<Cell>| cells.iter().any(|cell| is_page_link(cell, true));
        return if most(rows().filter(linked).count(), all) { Kind::AppList } else { Kind::App };
    }
    let linked = scan.items.iter().filter(|item| item.is_linked()).count();
    let points = scan.items.iter().filter(|item| item.is_point()).count();
    let nested =
        scan.items.iter().any(|item| item.is_nested() || (!item.is_point() && item.is_linked()));
    let stores = scan.items.iter().filter(|item| item.is_point() && item.leads_to_store()).count();
    if linked == 0 || (points > 0 && !most(linked + stores, points)) {
        return Kind::App;
    }
    if !scan.has_prose && linked > 1 && (nested || outline.front_matter.is_empty()) {
        return Kind::Contents;
    }
    if points == 0 {
        return Kind::App;
    }
    let titled = find_app_id(&outline.title.text).is_some();
    if titled { Kind::AppIds } else { Kind::AppList }
}

/// Tables that are not quoted; quoted ones list permissions.
fn plain_tables(outline: &Outline) -> impl Iterator<Item = &Table> {
    outline.tables.iter().filter(|table| !table.quoted)
}

/// The id of an app registration in a cell or its link.
fn registration(cell: &Cell) -> Option<&str> {
    find_app_id(&cell.text).or_else(|| find_app_id(cell.link.as_deref()?))
}

fn has_registration(cell: &Cell) -> bool {
    registration(cell).is_some()
}

fn is_page_link(cell: &Cell, stores: bool) -> bool {
    cell.link.as_deref().is_some_and(|link| is_page(link) || stores && is_store(link))
}

/// Whether a link leads to a page: a file of Markdown or YAML anywhere, or anything but a picture
/// beside this page.
fn is_page(link: &str) -> bool {
    const PICTURES: [&str; 6] = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"];
    let path = link.split(['?', '#']).next().unwrap_or("").to_ascii_lowercase();
    if path.ends_with(".md") || path.ends_with(".yml") {
        return true;
    }
    let beside = !path.contains(':') && !path.starts_with("//") && !path.is_empty();
    beside && !PICTURES.iter().any(|end| path.ends_with(end))
}

/// Whether a link leads to an app in a store.
fn is_store(link: &str) -> bool {
    link.contains("appsource.microsoft.com/") || link.contains("teams.microsoft.com/l/app/")
}

#[cfg(test)]
mod tests;
