//! Objects of the directory, as far as it matters for what is asked next.

use serde::{Deserialize, Serialize};

/// An account, as far as it matters for what is asked next.
#[derive(Deserialize)]
pub(super) struct Account {
    pub(super) id: String,
    #[serde(default, rename = "accountEnabled")]
    pub(super) enabled: Option<bool>,
}

/// A role that somebody holds or held.
#[derive(Deserialize)]
pub(super) struct Role {
    pub(super) id: String,
    #[serde(rename = "roleTemplateId")]
    pub(super) template: String,
}

/// A member of a group or role.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Member {
    #[serde(default, rename = "@odata.type")]
    pub(super) kind: String,
    pub(super) id: String,
}

/// The groups that a policy names.
#[derive(Deserialize)]
pub(super) struct Named {
    #[serde(default)]
    pub(super) conditions: Option<NamedConditions>,
}

#[derive(Default, Deserialize)]
pub(super) struct NamedConditions {
    #[serde(default)]
    pub(super) users: Option<NamedUsers>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct NamedUsers {
    #[serde(default)]
    pub(super) include_groups: Option<Vec<String>>,
    #[serde(default)]
    pub(super) exclude_groups: Option<Vec<String>>,
}
