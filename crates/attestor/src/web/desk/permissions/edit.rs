//! The publisher's list: one row a permission, or a manifest that takes its place.

use attestor_core::attestation::permission::{PermissionKind, PermissionName, Requested};
use attestor_core::certification::case::Permission;
use attestor_core::desk::file::CaseFile;
use axum::http::StatusCode;

use super::matrix::counted;
use crate::actions::permission_list::{catalog, parse};
use crate::stop::Stop;
use crate::web::desk::form::Typed;
use crate::web::desk::refused::NotDone;
use crate::web::desk::special::{Back, Choice, choices};
use crate::web::desk::visit::DeskVisit;

/// Rows for permissions that are not listed yet.
const BLANK: usize = 3;

/// The forms of the list.
pub(super) struct Edit {
    /// The rows.
    pub(super) lines: Vec<Line>,
    /// How many are listed.
    pub(super) count: String,
    /// What was pasted.
    pub(super) pasted: String,
    /// Whether it stands open.
    pub(super) open: bool,
    /// Whether the form for manifests stands open.
    pub(super) import_open: bool,
}

/// A row of the list.
pub(super) struct Line {
    /// Its number, for labels.
    pub(super) number: usize,
    /// The name.
    pub(super) name: String,
    /// The types.
    pub(super) kinds: Vec<Choice>,
    /// The reason.
    pub(super) reason: String,
}

/// The forms, with what was typed where they came back.
pub(super) fn edit(visit: &DeskVisit, file: &CaseFile, back: &Back) -> Edit {
    let listed = file.case.permissions.as_deref().unwrap_or_default();
    let mut rows: Vec<(String, String, String)> = match back.of("list") {
        Some(typed) => typed_rows(typed),
        None => listed.iter().map(|it| known_row(&it.requested)).collect(),
    };
    let blank = std::iter::repeat_n((String::new(), String::new(), String::new()), BLANK);
    rows.extend(blank);
    let line = |(number, (name, kind, reason)): (usize, (String, String, String))| Line {
        number,
        kinds: kinds(visit, &kind),
        name,
        reason,
    };
    Edit {
        count: counted(visit, listed.len()),
        open: listed.is_empty() || back.of("list").is_some(),
        import_open: back.of("import").is_some(),
        pasted: back.value(("import", "manifest"), ""),
        lines: (1..).zip(rows).map(line).collect(),
    }
}

fn known_row(row: &Requested) -> (String, String, String) {
    let kind = row.kind.map_or("", PermissionKind::as_str);
    (row.name.to_string(), kind.to_owned(), row.justification.clone().unwrap_or_default())
}

fn typed_rows(typed: &Typed) -> Vec<(String, String, String)> {
    let kinds = typed.column("kind");
    let rows = typed.column("name").zip(kinds).zip(typed.column("reason"));
    rows.filter(|((name, _), reason)| !name.is_empty() || !reason.is_empty())
        .map(|((name, kind), reason)| (name.to_owned(), kind.to_owned(), reason.to_owned()))
        .collect()
}

fn kinds(visit: &DeskVisit, chosen: &str) -> Vec<Choice> {
    let unknown = (String::new(), visit.t("desk-permissions-kind-unknown"));
    let each = PermissionKind::ALL
        .iter()
        .map(|it| (it.as_str().to_owned(), visit.t(&format!("permission-kind-{it}"))));
    choices(std::iter::once(unknown).chain(each), chosen)
}

/// The list that was typed; rows without a name are left out.
pub(super) fn listed(typed: &Typed) -> Result<Vec<Permission>, &'static str> {
    typed_rows(typed).into_iter().map(|row| permission(&row)).collect()
}

fn permission((name, kind, reason): &(String, String, String)) -> Result<Permission, &'static str> {
    let name = PermissionName::parse(name).filter(PermissionName::is_identifier);
    let name = name.ok_or("desk-permissions-name-fault")?;
    let justification = Some(reason.clone()).filter(|reason| !reason.is_empty());
    let kind = PermissionKind::parse(kind);
    let requested = Requested { kind, justification, ..Requested::named(name) };
    Ok(Permission { requested, judgment: None })
}

/// The list that a manifest makes, with the reasons of rows that stay; and how many of its entries
/// have no known name.
pub(super) fn imported(
    visit: &DeskVisit,
    file: &CaseFile,
    typed: &Typed,
) -> Result<(Vec<Permission>, usize), NotDone> {
    let text = typed.raw("manifest");
    let read = catalog().and_then(|catalog| parse("manifest", text, catalog));
    let read = read.map_err(|stop| unreadable(visit, &stop))?;
    let before = file.case.permissions.as_deref().unwrap_or_default();
    let with_reason = |mut row: Requested| {
        let known = before.iter().find(|it| it.requested.name == row.name);
        let reason = known.and_then(|it| it.requested.justification.clone());
        row.justification = row.justification.or(reason);
        Permission { requested: row, judgment: None }
    };
    Ok((read.requested.into_iter().map(with_reason).collect(), read.unknown.len()))
}

fn unreadable(visit: &DeskVisit, stop: &Stop) -> NotDone {
    let reasons = match stop {
        Stop::Faults(faults) => faults.iter().take(20).map(ToString::to_string).collect(),
        Stop::Usage(words) | Stop::Failure(words) | Stop::Full(words) | Stop::Away(words) => {
            vec![words.clone()]
        }
    };
    NotDone {
        status: StatusCode::UNPROCESSABLE_ENTITY,
        text: visit.t("desk-permissions-import-fault"),
        reasons,
    }
}
