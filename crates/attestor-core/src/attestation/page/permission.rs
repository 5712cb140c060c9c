//! Rows of the Graph permission tables.

use super::cell::Cell;
use super::finding::{FindingKind, Findings, quote};
use super::lexicon::Lexicon;
use super::outline::Table;
use crate::word::words;

words! {
    /// How an app holds a permission.
    pub enum PermissionType {
        /// On behalf of a signed-in user.
        Delegated = "delegated",
        /// By itself.
        Application = "application",
        /// In both ways.
        Both = "both",
    }
}

/// A permission that an app asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permission {
    /// The name, such as `Files.Read.All`; never translated.
    pub name: String,
    /// How it is held; `None` where the page is blank or says something unknown.
    pub kind: Option<PermissionType>,
    /// The id of the app registration, from the link where there is one; lower case; empty where
    /// the page has none. A text that is no id stays as it stands, with a finding.
    pub app_id: String,
    /// Why the app needs it, in the page's language; may be empty.
    pub justification: String,
}

/// The anchor above the tables of Graph permissions.
pub(super) const HEADING: &str = "data-access-using-microsoft-graph";

/// Whether a table lists Graph permissions: by its heading, or by what stands in its rows.
pub(super) fn is_permission_table(table: &Table) -> bool {
    if !table.quoted || !(4..=5).contains(&table.head.len()) {
        return false;
    }
    if !table.heading.is_empty() && table.heading != HEADING && table.heading.starts_with("data-") {
        return false;
    }
    let names = table
        .rows
        .iter()
        .filter(|(_, cells)| cells.first().is_some_and(|cell| looks_like_permission(&cell.text)));
    table.heading == HEADING || names.count() * 2 > table.rows.len()
}

/// `Files.Read.All`, `offline_access`: ASCII letters, digits, dots and underscores.
fn looks_like_permission(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    !text.is_empty() && text.len() <= 100 && text.bytes().all(plain)
}

/// The permissions of a table, in its order. Rows without a name are left out; they stay in the
/// table itself.
pub(super) fn permissions(
    table: &Table,
    lexicon: &Lexicon,
    findings: &mut Findings,
) -> Vec<Permission> {
    let mut found = Vec::with_capacity(table.rows.len());
    for (line, cells) in &table.rows {
        let Some(first) = cells.first().filter(|cell| !cell.text.is_empty()) else { continue };
        let name = name(first, *line, lexicon, findings);
        let kind = cells.get(1).and_then(|cell| kind(cell, &name, *line, lexicon, findings));
        let last = cells.get(table.head.len().saturating_sub(1).max(2));
        let app_id = last.map_or_else(String::new, |cell| app_id(cell, *line, findings));
        let justification = cells.get(2).map_or_else(String::new, |cell| cell.text.clone());
        found.push(Permission { name, kind, app_id, justification });
    }
    found
}

/// The cells with the reasons, one for each permission of [`permissions`].
pub(super) fn reasons(table: &Table) -> impl Iterator<Item = Cell> {
    named_rows(table).map(|(_, cells)| cells.get(2).cloned().unwrap_or_default())
}

/// The rows with a name, one for each permission of [`permissions`].
pub(super) fn named_rows(table: &Table) -> impl Iterator<Item = &(u32, Vec<Cell>)> {
    let named = |row: &&(u32, Vec<Cell>)| row.1.first().is_some_and(|cell| !cell.text.is_empty());
    table.rows.iter().filter(named)
}

fn name(cell: &Cell, line: u32, lexicon: &Lexicon, findings: &mut Findings) -> String {
    let text = cell.text.as_str();
    let restored = lexicon
        .permission_name(text)
        .map(str::to_owned)
        .or_else(|| looks_like_permission(&cell.source).then(|| cell.source.clone()))
        .or_else(|| Some(text.replace(' ', "")).filter(|joined| looks_like_permission(joined)));
    match restored {
        Some(name) if name == text => name,
        Some(name) => {
            let found = quote(text);
            findings.add(line, FindingKind::PermissionRestored { found, name: name.clone() });
            name
        }
        None => {
            findings.add(line, FindingKind::UnknownPermission { found: quote(text) });
            text.to_owned()
        }
    }
}

fn kind(
    cell: &Cell,
    permission: &str,
    line: u32,
    lexicon: &Lexicon,
    findings: &mut Findings,
) -> Option<PermissionType> {
    let read = lexicon
        .permission_type(&cell.text)
        .or_else(|| lexicon.permission_type(&cell.source).filter(|_| !cell.source.is_empty()));
    if read.is_none() && !cell.text.is_empty() {
        let (permission, found) = (permission.to_owned(), quote(&cell.text));
        findings.add(line, FindingKind::UnknownPermissionType { permission, found });
    }
    read
}

/// The id from the link's target, which no translator touches; otherwise from the source, then
/// from the text.
fn app_id(cell: &Cell, line: u32, findings: &mut Findings) -> String {
    let link = cell.link.as_deref().map(|link| link.rsplit('/').next().unwrap_or(link));
    let places = [link.unwrap_or(""), &cell.source, &cell.text];
    let text = cell.text.as_str();
    let Some(id) = places.into_iter().find_map(find_app_id) else {
        if text.is_empty() {
            return String::new();
        }
        findings.add(line, FindingKind::DamagedId { found: quote(text) });
        return text.to_owned();
    };
    let id = id.to_ascii_lowercase();
    if !text.eq_ignore_ascii_case(&id) && !text.is_empty() {
        let (what, text) = ("azure_ad_app_id".into(), quote(text));
        findings.add(line, FindingKind::IdFromLink { what, text, id: id.clone() });
    }
    id
}

/// The first id of an app registration in a text.
pub(super) fn find_app_id(text: &str) -> Option<&str> {
    const LENGTH: usize = 36;
    (0..text.len().saturating_sub(LENGTH - 1))
        .filter_map(|at| text.get(at..at + LENGTH))
        .find(|part| is_app_id(part))
}

/// Eight, four, four, four and twelve hexadecimal digits.
pub(super) fn is_app_id(text: &str) -> bool {
    let lengths = [8, 4, 4, 4, 12];
    let parts = || text.split('-');
    parts().count() == lengths.len()
        && parts().zip(lengths).all(|(part, length)| {
            part.len() == length && part.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn app_ids_have_one_form() {
        assert!(is_app_id("585c6702-a0cb-fe6a-1234-0123456789ab"));
        assert!(!is_app_id("585c6702-a0cb-fe6a-mice-0123456789ab"));
        assert!(!is_app_id(""));
    }
}
