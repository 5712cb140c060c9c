//! The forms of facts, by name of field; the names of PowerShell begin with capitals.

use serde::Deserialize;

use crate::mfa::source::value::{Flag, Text, Words};

/// An account.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawUser<'a> {
    #[serde(borrow, default, alias = "Id")]
    pub(super) id: Text<'a>,
    #[serde(borrow, default, rename = "userPrincipalName", alias = "UserPrincipalName")]
    pub(super) upn: Text<'a>,
    #[serde(default, rename = "accountEnabled", alias = "AccountEnabled")]
    pub(super) enabled: Flag,
    #[serde(borrow, default, rename = "userType", alias = "UserType")]
    pub(super) kind: Text<'a>,
    #[serde(borrow, default, rename = "createdDateTime", alias = "CreatedDateTime")]
    pub(super) created: Text<'a>,
    #[serde(borrow, default, rename = "perUserMfaState", alias = "PerUserMfaState")]
    pub(super) state: Text<'a>,
}

/// A registration.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawRegistration<'a> {
    #[serde(borrow, default, alias = "Id")]
    pub(super) id: Text<'a>,
    #[serde(default, rename = "isMfaRegistered", alias = "IsMfaRegistered")]
    pub(super) registered: Flag,
    #[serde(default, rename = "isMfaCapable", alias = "IsMfaCapable")]
    pub(super) capable: Flag,
    #[serde(default, rename = "isAdmin", alias = "IsAdmin")]
    pub(super) admin: Flag,
}

/// A per-user setting.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawState<'a> {
    #[serde(borrow, default, alias = "Id")]
    pub(super) id: Text<'a>,
    #[serde(borrow, default, rename = "userId", alias = "UserId")]
    pub(super) user_id: Text<'a>,
    #[serde(borrow, default, rename = "perUserMfaState", alias = "PerUserMfaState")]
    pub(super) state: Text<'a>,
}

/// Security defaults.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawDefaults {
    #[serde(default, rename = "isEnabled", alias = "IsEnabled")]
    pub(super) enabled: Flag,
}

/// A group or a role with members.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawGroup<'a> {
    #[serde(borrow, default, alias = "Id")]
    pub(super) id: Text<'a>,
    #[serde(borrow, default, rename = "groupId", alias = "GroupId")]
    pub(super) group_id: Text<'a>,
    #[serde(borrow, default, rename = "roleTemplateId", alias = "RoleTemplateId")]
    pub(super) template: Text<'a>,
    #[serde(borrow, default, alias = "Members")]
    pub(super) members: Option<Vec<RawMember<'a>>>,
}

/// A member: an object, or only its id.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum RawMember<'a> {
    /// Only the id.
    Id(#[serde(borrow)] std::borrow::Cow<'a, str>),
    /// The object.
    Object(#[serde(borrow)] RawObject<'a>),
}

/// An object of a directory.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawObject<'a> {
    #[serde(borrow, default, alias = "Id")]
    pub(super) id: Text<'a>,
    #[serde(borrow, default, rename = "@odata.type")]
    pub(super) kind: Text<'a>,
}

/// A role that somebody was given.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawAssignment<'a> {
    #[serde(borrow, default, rename = "principalId", alias = "PrincipalId")]
    pub(super) principal: Text<'a>,
    #[serde(borrow, default, rename = "roleDefinitionId", alias = "RoleDefinitionId")]
    pub(super) role: Text<'a>,
}

/// A domain.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawDomain<'a> {
    #[serde(borrow, default, alias = "Id")]
    pub(super) id: Text<'a>,
    #[serde(borrow, default, rename = "authenticationType", alias = "AuthenticationType")]
    pub(super) authentication: Text<'a>,
}

/// What ScubaGear exports of a directory, as far as it is whole.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawExport<'a> {
    #[serde(borrow, default, rename = "conditional_access_policies")]
    pub(super) policies: Option<Vec<RawPolicy<'a>>>,
}

/// A conditional access policy.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawPolicy<'a> {
    #[serde(borrow, default, alias = "Id")]
    pub(super) id: Text<'a>,
    #[serde(borrow, default, rename = "displayName", alias = "DisplayName")]
    pub(super) name: Text<'a>,
    #[serde(borrow, default, alias = "State")]
    pub(super) state: Text<'a>,
    #[serde(borrow, default, rename = "createdDateTime", alias = "CreatedDateTime")]
    pub(super) created: Text<'a>,
    #[serde(borrow, default, rename = "modifiedDateTime", alias = "ModifiedDateTime")]
    pub(super) modified: Text<'a>,
    #[serde(borrow, default, alias = "Conditions")]
    pub(super) conditions: Option<RawConditions<'a>>,
    #[serde(borrow, default, rename = "grantControls", alias = "GrantControls")]
    pub(super) grant: Option<RawGrant<'a>>,
}

/// What a policy applies to.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawConditions<'a> {
    #[serde(borrow, default, alias = "Users")]
    pub(super) users: Option<RawUsers<'a>>,
    #[serde(borrow, default, alias = "Applications")]
    pub(super) applications: Option<RawApplications<'a>>,
    #[serde(borrow, default, rename = "clientAppTypes", alias = "ClientAppTypes")]
    pub(super) clients: Words<'a>,
    #[serde(borrow, default, rename = "signInRiskLevels", alias = "SignInRiskLevels")]
    pub(super) sign_in_risk: Words<'a>,
    #[serde(borrow, default, rename = "userRiskLevels", alias = "UserRiskLevels")]
    pub(super) user_risk: Words<'a>,
    #[serde(borrow, default, alias = "Locations")]
    pub(super) locations: Option<RawLocations<'a>>,
    #[serde(borrow, default, alias = "Platforms")]
    pub(super) platforms: Option<RawPlatforms<'a>>,
    #[serde(default, alias = "Devices")]
    pub(super) devices: Option<RawDevices>,
}

/// The accounts of a policy.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawUsers<'a> {
    #[serde(borrow, default, rename = "includeUsers", alias = "IncludeUsers")]
    pub(super) include_users: Words<'a>,
    #[serde(borrow, default, rename = "excludeUsers", alias = "ExcludeUsers")]
    pub(super) exclude_users: Words<'a>,
    #[serde(borrow, default, rename = "includeGroups", alias = "IncludeGroups")]
    pub(super) include_groups: Words<'a>,
    #[serde(borrow, default, rename = "excludeGroups", alias = "ExcludeGroups")]
    pub(super) exclude_groups: Words<'a>,
    #[serde(borrow, default, rename = "includeRoles", alias = "IncludeRoles")]
    pub(super) include_roles: Words<'a>,
    #[serde(borrow, default, rename = "excludeRoles", alias = "ExcludeRoles")]
    pub(super) exclude_roles: Words<'a>,
    #[serde(
        borrow,
        default,
        rename = "includeGuestsOrExternalUsers",
        alias = "IncludeGuestsOrExternalUsers"
    )]
    pub(super) include_guests: Option<RawGuests<'a>>,
    #[serde(
        borrow,
        default,
        rename = "excludeGuestsOrExternalUsers",
        alias = "ExcludeGuestsOrExternalUsers"
    )]
    pub(super) exclude_guests: Option<RawGuests<'a>>,
}

/// Kinds of guests.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawGuests<'a> {
    #[serde(
        borrow,
        default,
        rename = "guestOrExternalUserTypes",
        alias = "GuestOrExternalUserTypes"
    )]
    pub(super) types: Words<'a>,
}

/// The applications of a policy.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawApplications<'a> {
    #[serde(borrow, default, rename = "includeApplications", alias = "IncludeApplications")]
    pub(super) include: Words<'a>,
    #[serde(borrow, default, rename = "excludeApplications", alias = "ExcludeApplications")]
    pub(super) exclude: Words<'a>,
    #[serde(default, rename = "applicationFilter", alias = "ApplicationFilter")]
    pub(super) filter: Option<serde::de::IgnoredAny>,
}

/// The places of a policy.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawLocations<'a> {
    #[serde(borrow, default, rename = "includeLocations", alias = "IncludeLocations")]
    pub(super) include: Words<'a>,
    #[serde(borrow, default, rename = "excludeLocations", alias = "ExcludeLocations")]
    pub(super) exclude: Words<'a>,
}

/// The platforms of a policy.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawPlatforms<'a> {
    #[serde(borrow, default, rename = "includePlatforms", alias = "IncludePlatforms")]
    pub(super) include: Words<'a>,
    #[serde(borrow, default, rename = "excludePlatforms", alias = "ExcludePlatforms")]
    pub(super) exclude: Words<'a>,
}

/// The devices of a policy.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawDevices {
    #[serde(default, rename = "deviceFilter", alias = "DeviceFilter")]
    pub(super) filter: Option<serde::de::IgnoredAny>,
}

/// What a policy demands.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawGrant<'a> {
    #[serde(borrow, default, alias = "Operator")]
    pub(super) operator: Text<'a>,
    #[serde(borrow, default, rename = "builtInControls", alias = "BuiltInControls")]
    pub(super) built_in: Words<'a>,
    #[serde(
        borrow,
        default,
        rename = "customAuthenticationFactors",
        alias = "CustomAuthenticationFactors"
    )]
    pub(super) custom: Words<'a>,
    #[serde(borrow, default, rename = "termsOfUse", alias = "TermsOfUse")]
    pub(super) terms: Words<'a>,
    #[serde(borrow, default, rename = "authenticationStrength", alias = "AuthenticationStrength")]
    pub(super) strength: Option<RawStrength<'a>>,
}

/// An authentication strength.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RawStrength<'a> {
    #[serde(borrow, default, alias = "Id")]
    pub(super) id: Text<'a>,
    #[serde(borrow, default, rename = "requirementsSatisfied", alias = "RequirementsSatisfied")]
    pub(super) satisfied: Text<'a>,
}
