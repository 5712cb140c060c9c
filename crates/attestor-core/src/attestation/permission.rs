//! Least privilege: which requested permissions are implied by others, and which have no reason.
//!
//! Read in this order: [`Requested`] is one row of a permission list; [`PermissionRules`] is the
//! data that says what covers what; [`check`] puts both together; [`compare`] sets two lists side
//! by side. [`Catalog`] turns the ids of an app registration into names.
//!
//! Source: controls APP-PERM-01 and APP-PERM-02; acceptance section K.

mod catalog;
mod implied;
mod list;
mod name;
mod reason;
mod rules;

pub use catalog::{Access, Catalog, Resolved};
pub use implied::{Implied, Narrower, implied, narrower};
pub use list::{MAX_REQUESTED, from_list};
pub use name::PermissionName;
pub use reason::{Unjustified, Why, justified, unjustified};
pub use rules::{Cover, NotTaken, PermissionRules, Step};

use serde::{Deserialize, Serialize};

use crate::word::words;

words! {
    /// In whose name a permission is used. Source: control APP-PERM-01, part c.
    pub enum PermissionKind {
        /// In the name of the user who is signed in.
        Delegated = "delegated",
        /// In the app's own name, without a user.
        Application = "application",
    }
}

/// One row of a permission list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requested {
    /// The permission.
    pub name: PermissionName,
    /// Its type. `None` when the list does not say; it then counts as the same as any type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<PermissionKind>,
    /// The reason the publisher gives. `None` when the list has no place for it or leaves it blank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub justification: Option<String>,
    /// The app registration that requests it. `None` when the list does not say; it then counts as
    /// the same as any registration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<String>,
}

impl Requested {
    /// A row with a name only.
    #[must_use]
    pub const fn named(name: PermissionName) -> Self {
        Self { name, kind: None, justification: None, app: None }
    }

    /// Whether both rows are, or may be, of one type and one app registration, so that one can
    /// stand for the other.
    #[must_use]
    pub fn may_replace(&self, other: &Self) -> bool {
        may_be_same(self.kind, other.kind) && may_be_same(self.app.as_ref(), other.app.as_ref())
    }
}

/// Whether two values are the same, where an unknown value may be any.
fn may_be_same<T: PartialEq>(left: Option<T>, right: Option<T>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => left == right,
        (None, _) | (_, None) => true,
    }
}

/// What is wrong with a permission list on its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findings {
    /// Permissions that another requested one gives already, in the order of the list.
    pub implied: Vec<Implied>,
    /// Permissions whose reason says nothing, in the order of the list.
    pub unjustified: Vec<Unjustified>,
    /// Whether the reasons hold: `None` when the list gives none at all, because then nothing was
    /// claimed; otherwise whether `unjustified` is empty.
    pub justified: Option<bool>,
}

/// Checks a permission list against the rules. An empty list gives no findings.
///
/// Source: acceptance K1, K2, K3.
#[must_use]
pub fn check(requested: &[Requested], rules: &PermissionRules) -> Findings {
    Findings {
        implied: implied(requested, rules),
        unjustified: unjustified(requested, rules),
        justified: justified(requested, rules),
    }
}

/// Where two permission lists differ. Both parts empty means that they agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differences {
    /// Rows that only the first list has, in its order.
    pub only_first: Vec<Requested>,
    /// Rows that only the second list has, in its order.
    pub only_second: Vec<Requested>,
}

impl Differences {
    /// Whether both lists request the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.only_first.is_empty() && self.only_second.is_empty()
    }
}

/// Compares the attestation's list with the one that the app really requests.
///
/// Rows agree when names and types agree; an unknown type agrees with any. Reasons and app
/// registrations are not compared. Source: control APP-PERM-02, acceptance K4.
#[must_use]
pub fn compare(first: &[Requested], second: &[Requested]) -> Differences {
    Differences { only_first: missing_in(second, first), only_second: missing_in(first, second) }
}

/// The rows of `rows` that `list` does not have.
fn missing_in(list: &[Requested], rows: &[Requested]) -> Vec<Requested> {
    let has = |row: &Requested| {
        list.iter().any(|other| other.name == row.name && may_be_same(other.kind, row.kind))
    };
    rows.iter().filter(|row| !has(row)).cloned().collect()
}

#[cfg(test)]
mod tests;
