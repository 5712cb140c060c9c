//! Who asks.

use std::fmt;

use attestor_core::desk::role::{OrganizationKind, Relation, Right, Role, grants};

use super::Actor;
use super::tokens::Scopes;

/// Somebody who is signed in, or a program with a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Caller {
    /// The account.
    pub(crate) account_id: String,
    /// What others see.
    pub(crate) name: String,
    /// The tag of the language that the account chose; empty for what the browser asks for.
    pub(crate) language: String,
    /// As a member of what; `None` once the membership ended.
    pub(crate) membership: Option<Membership>,
    /// How many factors were shown: 1 or 2.
    pub(crate) factors: u8,
    /// What could be shown as a second factor.
    pub(crate) second_factor: SecondFactor,
    /// How the request shows who it is.
    pub(crate) via: Via,
}

/// What an account has set up as a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct SecondFactor {
    /// An authenticator app.
    pub(crate) app: bool,
    /// At least one passkey.
    pub(crate) passkey: bool,
}

impl SecondFactor {
    /// Whether there is any.
    pub(crate) const fn is_set_up(self) -> bool {
        self.app || self.passkey
    }
}

/// Membership of an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Membership {
    /// Its id.
    pub(crate) id: String,
    /// The organization.
    pub(crate) organization_id: String,
    /// The organization's name.
    pub(crate) organization_name: String,
    /// What the organization is.
    pub(crate) kind: OrganizationKind,
    /// The role there.
    pub(crate) role: Role,
}

impl Membership {
    /// The membership of a row: id, role, organization, its name and kind.
    pub(super) fn read(
        [id, role, organization_id, organization_name, kind]: [String; 5],
    ) -> Option<Self> {
        let (role, kind) = (Role::parse(&role)?, OrganizationKind::parse(&kind)?);
        Some(Self { id, organization_id, organization_name, kind, role })
    }
}

/// How a request shows who it is.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Via {
    /// With the cookie of a session.
    Session {
        /// The session's id.
        id: String,
    },
    /// With an access token.
    Token {
        /// The token's id.
        id: String,
        /// What it may do.
        scopes: Scopes,
    },
}

impl fmt::Debug for Via {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Session { id } => write!(f, "session {id}"),
            Self::Token { id, scopes } => write!(f, "token {id} ({scopes})"),
        }
    }
}

impl Caller {
    /// The role, if the caller is a member of something.
    pub(crate) fn role(&self) -> Option<Role> {
        self.membership.as_ref().map(|membership| membership.role)
    }

    /// The own organization.
    pub(crate) fn organization(&self) -> Option<&str> {
        self.membership.as_ref().map(|membership| membership.organization_id.as_str())
    }

    /// Whether the caller acts in a role of the certification body.
    pub(crate) fn is_staff(&self) -> bool {
        self.role().is_some_and(Role::is_staff)
    }

    /// Whether as many factors were shown as the role asks for, and as the account has.
    pub(crate) fn has_enough_factors(&self) -> bool {
        self.factors >= 2 || !(self.is_staff() || self.second_factor.is_set_up())
    }

    /// How something that belongs to an organization stands to the caller.
    pub(crate) fn relation(&self, organization: Option<&str>) -> Relation {
        match (organization, self.organization()) {
            (None, _) => Relation::None,
            (Some(theirs), Some(own)) if theirs == own => Relation::Own,
            (Some(_), _) => Relation::Other,
        }
    }

    /// Whether the caller's role holds a right over something in this relation. The scopes of a
    /// token are looked at before, where the request comes in.
    pub(crate) fn may(&self, right: Right, relation: Relation) -> bool {
        self.role().is_some_and(|role| grants(role, right, relation))
    }

    /// The caller as the record tells it.
    pub(crate) fn actor(&self) -> Actor<'_> {
        Actor { account: &self.account_id, role: self.role().map_or("", Role::as_str) }
    }

    /// The session, for a caller with a browser.
    pub(crate) fn session(&self) -> Option<&str> {
        match &self.via {
            Via::Session { id } => Some(id),
            Via::Token { .. } => None,
        }
    }
}
