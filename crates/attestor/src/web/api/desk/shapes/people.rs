//! People, tokens and the record as JSON.

use serde::Serialize;
use serde_json::Value as Json;
use utoipa::ToSchema;

use crate::store::people::{InvitationRow, MemberRow, OrganizationRow, TokenRow};

/// Who asks.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Me {
    /// The account.
    pub(in crate::web::api::desk) account: String,
    /// What others see.
    pub(in crate::web::api::desk) name: String,
    /// The organization that the caller acts for.
    pub(in crate::web::api::desk) organization_id: String,
    /// Its name.
    pub(in crate::web::api::desk) organization: String,
    /// The role there.
    pub(in crate::web::api::desk) role: String,
    /// How the request shows who it is: `session` or `token`.
    pub(in crate::web::api::desk) via: String,
    /// What the token may do.
    pub(in crate::web::api::desk) scopes: Vec<String>,
    /// The rights of the role.
    pub(in crate::web::api::desk) rights: Vec<String>,
}

/// An access token.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Token {
    /// The id.
    id: String,
    /// What it is for.
    name: String,
    /// What it may do.
    scopes: Vec<String>,
    /// Since when.
    created_at: String,
    /// Until when.
    expires_at: String,
    /// The day of its last use.
    used_on: Option<String>,
}

impl From<TokenRow> for Token {
    fn from(row: TokenRow) -> Self {
        Self {
            id: row.token_id,
            name: row.name,
            scopes: row.scopes.split_whitespace().map(str::to_owned).collect(),
            created_at: row.created_at,
            expires_at: row.expires_at,
            used_on: row.used_at,
        }
    }
}

/// The caller's tokens.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct TokenList {
    /// The tokens, the newest first.
    pub(in crate::web::api::desk) tokens: Vec<Token>,
}

/// A new token.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct MadeToken {
    /// The token, shown this once: it is not there when the request is repeated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web::api::desk) token: Option<String>,
}

/// An organization.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Organization {
    /// The id.
    pub(in crate::web::api::desk) id: String,
    /// The name.
    name: String,
    /// `publisher`, `certification_body` or `customer`.
    kind: String,
    /// Since when.
    created_at: String,
    /// How many members it has.
    members: i64,
}

impl From<OrganizationRow> for Organization {
    fn from(row: OrganizationRow) -> Self {
        Self {
            id: row.organization_id,
            name: row.name,
            kind: row.kind,
            created_at: row.created_at,
            members: row.members,
        }
    }
}

/// Organizations.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct OrganizationList {
    /// The organizations that the caller may know.
    pub(in crate::web::api::desk) organizations: Vec<Organization>,
}

/// A member of an organization.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Member {
    /// The id of the membership.
    id: String,
    /// The account.
    account: String,
    /// The name.
    name: String,
    /// The address to sign in with.
    email: String,
    /// The role.
    role: String,
    /// Whether a second factor is set up.
    second_factor: bool,
    /// Since when.
    created_at: String,
}

impl From<MemberRow> for Member {
    fn from(row: MemberRow) -> Self {
        Self {
            id: row.membership_id,
            account: row.account_id,
            name: row.name,
            email: row.email,
            role: row.role,
            second_factor: row.has_second_factor,
            created_at: row.created_at,
        }
    }
}

/// The members of an organization.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct MemberList {
    /// The members by name.
    pub(in crate::web::api::desk) members: Vec<Member>,
}

/// An open invitation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Invitation {
    /// The id.
    id: String,
    /// The role.
    role: String,
    /// The address that it is for, if it is for one.
    email: Option<String>,
    /// Since when.
    created_at: String,
    /// Until when.
    expires_at: String,
}

impl From<InvitationRow> for Invitation {
    fn from(row: InvitationRow) -> Self {
        Self {
            id: row.invitation_id,
            role: row.role,
            email: row.email,
            created_at: row.created_at,
            expires_at: row.expires_at,
        }
    }
}

/// Open invitations.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct InvitationList {
    /// The invitations, the oldest first.
    pub(in crate::web::api::desk) invitations: Vec<Invitation>,
}

/// A new invitation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Invited {
    /// The address to hand over, shown this once: it is not there when the request is repeated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web::api::desk) url: Option<String>,
}

/// An entry of the record.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct Entry {
    /// Its place in the whole record; for the certification body only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web::api::desk) entry: Option<i64>,
    /// When it happened.
    pub(in crate::web::api::desk) at: String,
    /// The account that did it; for the certification body only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web::api::desk) actor: Option<String>,
    /// In which role.
    pub(in crate::web::api::desk) role: String,
    /// The organization that it is about.
    pub(in crate::web::api::desk) organization_id: Option<String>,
    /// What it is about.
    pub(in crate::web::api::desk) subject: String,
    /// The id of that.
    pub(in crate::web::api::desk) subject_id: String,
    /// Its place among the entries about that.
    pub(in crate::web::api::desk) number: i64,
    /// What happened.
    pub(in crate::web::api::desk) kind: String,
    /// The rest.
    #[schema(value_type = Object)]
    pub(in crate::web::api::desk) content: Json,
    /// The digest of the entry before; for the certification body only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web::api::desk) previous: Option<String>,
    /// The digest of this entry; for the certification body only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web::api::desk) digest: Option<String>,
}

/// A part of the record.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(in crate::web::api::desk) struct EntryList {
    /// The entries in order.
    pub(in crate::web::api::desk) entries: Vec<Entry>,
    /// What to send as `after` for the next part; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::web::api::desk) cursor: Option<String>,
}
