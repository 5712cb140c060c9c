//! The forms of records, by name of field.

use serde::Deserialize;

use super::value::{Code, Flag, FromText, Nested, RawStep, Status, Text, Words};

/// A sign-in: a record of Microsoft Graph, the `properties` of Azure Monitor, or a row of Log
/// Analytics. Their names differ by capitals, and in the few aliases.
#[derive(Debug, Default, Deserialize)]
pub(super) struct SignIn<'a> {
    #[serde(borrow, default, alias = "Id")]
    pub(super) id: Text<'a>,
    #[serde(borrow, default, rename = "createdDateTime", alias = "CreatedDateTime")]
    pub(super) created: Text<'a>,
    #[serde(borrow, default, rename = "TimeGenerated")]
    pub(super) generated: Text<'a>,
    #[serde(borrow, default, rename = "correlationId", alias = "CorrelationId")]
    pub(super) correlation_id: Text<'a>,
    #[serde(borrow, default, rename = "userId", alias = "UserId")]
    pub(super) user_id: Text<'a>,
    #[serde(borrow, default, rename = "userPrincipalName", alias = "UserPrincipalName")]
    pub(super) upn: Text<'a>,
    #[serde(borrow, default, rename = "homeTenantId", alias = "HomeTenantId")]
    pub(super) home: Text<'a>,
    #[serde(borrow, default, rename = "AADTenantId")]
    pub(super) directory: Text<'a>,
    #[serde(borrow, default, rename = "appId", alias = "AppId")]
    pub(super) app_id: Text<'a>,
    #[serde(borrow, default, rename = "appDisplayName", alias = "AppDisplayName")]
    pub(super) app_name: Text<'a>,
    #[serde(borrow, default, rename = "servicePrincipalId", alias = "ServicePrincipalId")]
    pub(super) service_principal: Text<'a>,
    #[serde(borrow, default, rename = "signInEventTypes", alias = "SignInEventTypes")]
    pub(super) event_types: Words<'a>,
    #[serde(default, rename = "isInteractive", alias = "IsInteractive")]
    pub(super) interactive: Flag,
    #[serde(borrow, default, rename = "resourceId", alias = "ResourceIdentity")]
    pub(super) resource_id: Text<'a>,
    #[serde(borrow, default, rename = "resourceDisplayName", alias = "ResourceDisplayName")]
    pub(super) resource_name: Text<'a>,
    #[serde(borrow, default, rename = "ipAddress", alias = "IPAddress")]
    pub(super) ip: Text<'a>,
    #[serde(borrow, default, rename = "clientAppUsed", alias = "ClientAppUsed")]
    pub(super) client: Text<'a>,
    #[serde(borrow, default, rename = "authenticationProtocol", alias = "AuthenticationProtocol")]
    pub(super) protocol: Text<'a>,
    #[serde(
        borrow,
        default,
        rename = "conditionalAccessStatus",
        alias = "ConditionalAccessStatus"
    )]
    pub(super) ca_status: Text<'a>,
    #[serde(borrow, default, rename = "tokenIssuerType", alias = "TokenIssuerType")]
    pub(super) issuer: Text<'a>,
    #[serde(
        borrow,
        default,
        rename = "authenticationRequirement",
        alias = "AuthenticationRequirement"
    )]
    pub(super) requirement: Text<'a>,
    #[serde(borrow, default, alias = "Status")]
    pub(super) status: Nested<Status<'a>>,
    #[serde(borrow, default, rename = "authenticationDetails", alias = "AuthenticationDetails")]
    pub(super) steps: Nested<Vec<RawStep<'a>>>,
    #[serde(borrow, default, rename = "ResultType")]
    pub(super) result: Code<'a>,
    #[serde(borrow, default, rename = "Type")]
    pub(super) table: Text<'a>,
    #[serde(borrow, default, rename = "Category")]
    pub(super) category: Text<'a>,
}

/// The envelope of Azure Monitor; some collectors turn its names to lower case.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Envelope<'a> {
    #[serde(borrow, default)]
    pub(super) time: Text<'a>,
    #[serde(borrow, default)]
    pub(super) category: Text<'a>,
    #[serde(borrow, default, rename = "tenantId", alias = "tenantid")]
    pub(super) directory: Text<'a>,
    #[serde(borrow, default, rename = "resultType", alias = "resulttype")]
    pub(super) result: Code<'a>,
    #[serde(borrow, default, rename = "correlationId", alias = "correlationid")]
    pub(super) correlation_id: Text<'a>,
    #[serde(
        borrow,
        default,
        rename = "callerIpAddress",
        alias = "callerIPAddress",
        alias = "calleripaddress"
    )]
    pub(super) ip: Text<'a>,
    #[serde(borrow, default)]
    pub(super) properties: Option<SignIn<'a>>,
}

/// One row of Partner Center's list of API requests.
#[derive(Debug, Default, Deserialize)]
pub(super) struct PartnerRequest<'a> {
    #[serde(borrow, default, rename = "requestId", alias = "RequestId")]
    pub(super) id: Text<'a>,
    #[serde(borrow, default, rename = "correlationId", alias = "CorrelationId")]
    pub(super) correlation_id: Text<'a>,
    #[serde(borrow, default, rename = "operationName", alias = "OperationName")]
    pub(super) operation: Text<'a>,
    #[serde(borrow, default, rename = "requestDateTime", alias = "RequestDateTime")]
    pub(super) time: Text<'a>,
    #[serde(
        borrow,
        default,
        rename = "sourceIpAddress",
        alias = "SourceIpAddress",
        alias = "ipAddress",
        alias = "IpAddress"
    )]
    pub(super) ip: Text<'a>,
    #[serde(borrow, default, rename = "objectId", alias = "ObjectId")]
    pub(super) user_id: Text<'a>,
    #[serde(borrow, default, rename = "tenantId", alias = "TenantId")]
    pub(super) directory: Text<'a>,
    #[serde(borrow, default, alias = "Upn", alias = "UPN")]
    pub(super) upn: Text<'a>,
    #[serde(borrow, default, rename = "applicationId", alias = "ApplicationId")]
    pub(super) app_id: Text<'a>,
    #[serde(default, rename = "mfaCompliant", alias = "MfaCompliant")]
    pub(super) mfa: Flag,
}

/// One row of the request log that `docs/formats/mfa.md` describes.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Request<'a> {
    #[serde(borrow, default, rename = "requestId")]
    pub(super) id: Text<'a>,
    #[serde(borrow, default, rename = "correlationId")]
    pub(super) correlation_id: Text<'a>,
    #[serde(borrow, default)]
    pub(super) time: Text<'a>,
    #[serde(borrow, default)]
    pub(super) channel: Text<'a>,
    #[serde(borrow, default, rename = "authType")]
    pub(super) auth: Text<'a>,
    #[serde(borrow, default, rename = "userId")]
    pub(super) user_id: Text<'a>,
    #[serde(borrow, default)]
    pub(super) upn: Text<'a>,
    #[serde(borrow, default, rename = "tenantId")]
    pub(super) directory: Text<'a>,
    #[serde(borrow, default, rename = "applicationId")]
    pub(super) app_id: Text<'a>,
    #[serde(borrow, default, rename = "applicationName")]
    pub(super) app_name: Text<'a>,
    #[serde(borrow, default, rename = "resourceId")]
    pub(super) resource_id: Text<'a>,
    #[serde(borrow, default)]
    pub(super) operation: Text<'a>,
    #[serde(borrow, default, rename = "sourceIp")]
    pub(super) ip: Text<'a>,
    #[serde(borrow, default, rename = "clientApp")]
    pub(super) client: Text<'a>,
    #[serde(borrow, default, rename = "errorCode")]
    pub(super) error_code: Code<'a>,
    #[serde(default, rename = "mfaCompliant")]
    pub(super) mfa: Flag,
    #[serde(borrow, default)]
    pub(super) amr: Words<'a>,
    #[serde(borrow, default)]
    pub(super) authnmethodsreferences: Words<'a>,
    #[serde(borrow, default)]
    pub(super) claims: Nested<Claims<'a>>,
}

/// The claims of the token that a request was made with.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Claims<'a> {
    #[serde(borrow, default)]
    pub(super) oid: Text<'a>,
    #[serde(borrow, default)]
    pub(super) upn: Text<'a>,
    #[serde(borrow, default)]
    pub(super) unique_name: Text<'a>,
    #[serde(borrow, default)]
    pub(super) preferred_username: Text<'a>,
    #[serde(borrow, default)]
    pub(super) tid: Text<'a>,
    #[serde(borrow, default)]
    pub(super) appid: Text<'a>,
    #[serde(borrow, default)]
    pub(super) azp: Text<'a>,
    #[serde(borrow, default)]
    pub(super) app_displayname: Text<'a>,
    #[serde(borrow, default)]
    pub(super) idtyp: Text<'a>,
    #[serde(borrow, default)]
    pub(super) amr: Words<'a>,
    #[serde(borrow, default, alias = "http://schemas.microsoft.com/claims/authnmethodsreferences")]
    pub(super) authnmethodsreferences: Words<'a>,
}

impl FromText for Claims<'_> {
    fn from_text(text: &str) -> serde_json::Result<Self> {
        let claims: Claims<'_> = serde_json::from_str(text)?;
        Ok(Self {
            oid: claims.oid.into_owned(),
            upn: claims.upn.into_owned(),
            unique_name: claims.unique_name.into_owned(),
            preferred_username: claims.preferred_username.into_owned(),
            tid: claims.tid.into_owned(),
            appid: claims.appid.into_owned(),
            azp: claims.azp.into_owned(),
            app_displayname: claims.app_displayname.into_owned(),
            idtyp: claims.idtyp.into_owned(),
            amr: claims.amr.into_owned(),
            authnmethodsreferences: claims.authnmethodsreferences.into_owned(),
        })
    }
}
