//! Permission lists as plain text: one permission a line.

use super::{PermissionKind, PermissionName, Requested};
use crate::fault::{Fault, Place, Problem};

/// The most permissions of one list, inclusive. An app registration holds some hundreds at most;
/// the checks compare each with each.
pub const MAX_REQUESTED: usize = 1_000;

/// Reads a plain list: one permission a line, then optionally its type and its reason, separated by
/// tabs or commas. Blank lines and lines that start with `#` do not count; a list without any
/// permission is a fault. Types are `delegated` and `application`, or the words of app
/// registrations, `Scope` and `Role`, in any case; a blank type is unknown.
///
/// The line's first separator decides: after a tab, commas are text. The reason is the rest of the
/// line, without quotation marks around it. A name alone may be followed by a space and a comment.
///
/// ```
/// use attestor_core::attestation::permission::{PermissionKind, from_list};
///
/// let rows = from_list("list.txt", "Mail.Read, delegated, Shows the newest mail, sorted").unwrap();
/// assert_eq!(rows[0].kind, Some(PermissionKind::Delegated));
/// assert_eq!(rows[0].justification.as_deref(), Some("Shows the newest mail, sorted"));
/// ```
pub fn from_list(file: &str, text: &str) -> Result<Vec<Requested>, Vec<Fault>> {
    let mut rows = Vec::new();
    let mut faults = Vec::new();
    let fault = |line, problem| Fault { place: Place { file: file.to_owned(), line }, problem };
    let text = text.trim_start_matches('\u{feff}');
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        if rows.len() >= MAX_REQUESTED {
            faults.push(fault(number, Problem::TooMany { limit: MAX_REQUESTED }));
            break;
        }
        match row(line) {
            Ok(row) => rows.push(row),
            Err(problem) => faults.push(fault(number, problem)),
        }
    }
    if rows.is_empty() && faults.is_empty() {
        faults.push(fault(0, Problem::EmptyList));
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

fn row(line: &str) -> Result<Requested, Problem> {
    let separator = line.chars().find(|sign| matches!(sign, '\t' | ','));
    let mut cells = match separator {
        Some(separator) => line.splitn(3, separator),
        None => line.split(" #").next().unwrap_or(line).splitn(3, '\t'),
    };
    let name = cells.next().unwrap_or_default().trim();
    let name = PermissionName::parse(name)
        .filter(PermissionName::is_identifier)
        .ok_or_else(|| Problem::NotAnId { found: short(name) })?;
    let kind = kind(cells.next().unwrap_or_default().trim())?;
    let justification = cells.next().map(unquoted).filter(|text| !text.is_empty());
    Ok(Requested { kind, justification, ..Requested::named(name) })
}

fn kind(word: &str) -> Result<Option<PermissionKind>, Problem> {
    match word.to_ascii_lowercase().as_str() {
        "" => Ok(None),
        "delegated" | "scope" => Ok(Some(PermissionKind::Delegated)),
        "application" | "role" => Ok(Some(PermissionKind::Application)),
        _ => Err(Problem::NotOneOf {
            found: short(word),
            allowed: PermissionKind::ALL.iter().map(ToString::to_string).collect(),
        }),
    }
}

/// A cell without outer spaces and without the quotation marks that spreadsheets add.
fn unquoted(cell: &str) -> String {
    let cell = cell.trim();
    let inner = cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.map_or_else(|| cell.to_owned(), |inner| inner.replace("\"\"", "\"").trim().to_owned())
}

/// The start of a text, for messages.
fn short(text: &str) -> String {
    text.chars().take(60).collect()
}
