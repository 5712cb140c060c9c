//! The ids and names of an API's permissions, and the resolution of an app registration with them.

use std::collections::HashMap;

use super::{PermissionKind, PermissionName, Requested};
use crate::fault::{Fault, Place, Problem};

/// The head of the CSV file.
const HEAD: &str = "id,kind,name";

/// The permissions of one resource application, by id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalog {
    resource_app: String,
    by_id: HashMap<(PermissionKind, String), PermissionName>,
    rows: Vec<(PermissionKind, PermissionName)>,
}

impl Catalog {
    /// Reads the permissions of the application `resource_app` from CSV with the columns `id`,
    /// `kind` and `name`, without quotation marks; every fault at once.
    pub fn load(resource_app: &str, file: &str, text: &str) -> Result<Self, Vec<Fault>> {
        let mut found = Self {
            resource_app: resource_app.to_ascii_lowercase(),
            by_id: HashMap::new(),
            rows: Vec::new(),
        };
        let mut faults = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let taken = if number == 1 { head(line) } else { found.take(line) };
            if let Err(problem) = taken {
                let place = Place { file: file.to_owned(), line: number };
                faults.push(Fault { place, problem });
            }
        }
        if found.rows.is_empty() && faults.is_empty() {
            let place = Place { file: file.to_owned(), line: 0 };
            faults.push(Fault { place, problem: Problem::EmptyList });
        }
        if faults.is_empty() { Ok(found) } else { Err(faults) }
    }

    fn take(&mut self, line: &str) -> Result<(), Problem> {
        let mut cells = line.split(',');
        let (Some(id), Some(kind), Some(name), None) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            return Err(Problem::Inconsistent(format!("expected three columns, `{HEAD}`")));
        };
        let kind = PermissionKind::parse(kind).ok_or_else(|| Problem::NotOneOf {
            found: kind.to_owned(),
            allowed: PermissionKind::ALL.iter().map(ToString::to_string).collect(),
        })?;
        let name = PermissionName::parse(name)
            .filter(PermissionName::is_identifier)
            .ok_or_else(|| Problem::NotAnId { found: name.to_owned() })?;
        let known = self.by_id.insert((kind, id.to_ascii_lowercase()), name.clone());
        if known.is_some() {
            return Err(Problem::Inconsistent(format!("the {kind} id `{id}` stands twice")));
        }
        self.rows.push((kind, name));
        Ok(())
    }

    /// The name of an id within one type; upper and lower case of the id are one.
    #[must_use]
    pub fn name(&self, kind: PermissionKind, id: &str) -> Option<&PermissionName> {
        self.by_id.get(&(kind, id.to_ascii_lowercase()))
    }

    /// The names of one type, or of both, in the order of the file.
    pub fn names(&self, kind: Option<PermissionKind>) -> impl Iterator<Item = &PermissionName> {
        self.rows
            .iter()
            .filter(move |(other, _)| kind.is_none_or(|kind| kind == *other))
            .map(|(_, name)| name)
    }

    /// Whether the API has a permission of this name, in the type given or in any.
    #[must_use]
    pub fn has(&self, name: &PermissionName, kind: Option<PermissionKind>) -> bool {
        self.names(kind).any(|known| known == name)
    }

    /// Turns the requests of an app registration into permissions. What cannot be resolved is kept
    /// as it is: another resource application, an id that the catalog does not have, or one that it
    /// has in the other type only.
    #[must_use]
    pub fn resolve(&self, accesses: &[Access]) -> Resolved {
        let mut resolved = Resolved { requested: Vec::new(), unknown: Vec::new() };
        for access in accesses {
            match self.one(access) {
                Some(row) => resolved.requested.push(row),
                None => resolved.unknown.push(access.clone()),
            }
        }
        resolved
    }

    fn one(&self, access: &Access) -> Option<Requested> {
        if !access.resource_app.eq_ignore_ascii_case(&self.resource_app) {
            return None;
        }
        let kind = match access.kind.as_str() {
            "Scope" => PermissionKind::Delegated,
            "Role" => PermissionKind::Application,
            _ => return None,
        };
        let name = self.name(kind, &access.id)?.clone();
        Some(Requested { kind: Some(kind), ..Requested::named(name) })
    }
}

fn head(line: &str) -> Result<(), Problem> {
    if line == HEAD {
        return Ok(());
    }
    Err(Problem::Inconsistent(format!("expected the head `{HEAD}`, found `{line}`")))
}

/// One entry of `requiredResourceAccess` in an app registration, as it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// The id of the API's application.
    pub resource_app: String,
    /// The id of the permission.
    pub id: String,
    /// `Scope` for a delegated permission, `Role` for an application one.
    pub kind: String,
}

/// An app registration with names for ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// The permissions that are known, in the order of the registration.
    pub requested: Vec<Requested>,
    /// The entries that are not, in the order of the registration.
    pub unknown: Vec<Access>,
}
