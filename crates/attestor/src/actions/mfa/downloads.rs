//! Rows to take along, with the names that the public interfaces have. `channel` stands beside them,
//! because a list may hold requests of the portal and of the API.

use attestor_core::day::Day;
use attestor_core::mfa::directory::{Account, Scene};
use attestor_core::mfa::event::Channel;
use attestor_core::mfa::key::Key;
use attestor_core::mfa::metric::{AppDay, Window};
use attestor_core::mfa::moment::Micros;
use attestor_lake::{ApiRequest, Export};
use serde::Serialize;
use utoipa::ToSchema;

use super::report::document::Mechanism;
use super::report::mechanism;
use super::settings::Settings;
use super::{Mfa, stop};
use crate::stop::Stop;

/// Somebody who made requests without multifactor authentication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Principal {
    /// The user's object id.
    #[schema(value_type = Option<String>)]
    pub(crate) object_id: Option<Key>,
    /// The directory (tenant) that the log states.
    #[serde(rename = "tenantId")]
    #[schema(value_type = Option<String>)]
    pub(crate) directory_id: Option<Key>,
    /// The principal name.
    pub(crate) upn: String,
    /// The last such request of the window.
    pub(crate) last_non_mfa_compliant_request_date_time: String,
    /// Where it was made.
    #[schema(value_type = String)]
    pub(crate) channel: Channel,
}

/// The requests of an application on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AppAdoption {
    /// The day.
    #[schema(value_type = String)]
    pub(crate) login_date: Day,
    /// Requests with multifactor authentication.
    pub(crate) mfa_compliant_request_count: u64,
    /// All requests.
    pub(crate) total_request_count: u64,
    /// The application.
    #[schema(value_type = Option<String>)]
    pub(crate) application_id: Option<Key>,
    /// Its name, or empty.
    pub(crate) application_name: String,
    /// Where they were made.
    #[schema(value_type = String)]
    pub(crate) channel: Channel,
}

/// A request at the API.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PartnerRequest {
    /// The request's id.
    #[schema(value_type = String)]
    pub(crate) request_id: Key,
    /// What ties requests together.
    #[schema(value_type = Option<String>)]
    pub(crate) correlation_id: Option<Key>,
    /// What was done.
    pub(crate) operation_name: String,
    /// When, in UTC.
    pub(crate) request_date_time: String,
    /// From where.
    pub(crate) source_ip_address: String,
    /// The user's object id.
    #[schema(value_type = Option<String>)]
    pub(crate) object_id: Option<Key>,
    /// The directory (tenant).
    #[serde(rename = "tenantId")]
    #[schema(value_type = Option<String>)]
    pub(crate) directory_id: Option<Key>,
    /// The principal name.
    pub(crate) upn: String,
    /// The application.
    #[schema(value_type = Option<String>)]
    pub(crate) application_id: Option<Key>,
    /// Whether it was made with multifactor authentication.
    pub(crate) mfa_compliant: bool,
    /// Where it was made.
    #[schema(value_type = String)]
    pub(crate) channel: Channel,
}

/// An enabled account, and what holds it to multifactor authentication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HeldAccount {
    /// The account's object id.
    pub(crate) object_id: Key,
    /// The principal name.
    pub(crate) upn: String,
    /// `true`, `false`, or nothing where it cannot be told.
    pub(crate) mfa_enforced: Option<bool>,
    /// What holds it to multifactor authentication.
    pub(crate) enforced_by: Vec<Mechanism>,
    /// What would have to be handed in to tell.
    pub(crate) missing: Vec<String>,
}

/// A row of a table to take along.
pub(crate) trait Row: Serialize {
    /// The names of the columns.
    fn names() -> Vec<&'static str>;

    /// The cells, as many as there are names.
    fn cells(&self) -> Vec<String>;
}

/// The names of the columns of an export, which has the same rows without a limit.
fn columns(export: Export) -> Vec<&'static str> {
    export.columns().iter().map(|column| column.name).collect()
}

fn id(key: Option<Key>) -> String {
    key.map_or_else(String::new, |key| key.to_string())
}

impl From<attestor_lake::Principal> for Principal {
    fn from(found: attestor_lake::Principal) -> Self {
        Self {
            object_id: found.user_id,
            directory_id: found.directory_id,
            upn: found.upn,
            last_non_mfa_compliant_request_date_time: Micros(found.last).to_string(),
            channel: found.channel,
        }
    }
}

impl Row for Principal {
    fn names() -> Vec<&'static str> {
        columns(Export::Portal)
    }

    fn cells(&self) -> Vec<String> {
        vec![
            id(self.object_id),
            id(self.directory_id),
            self.upn.clone(),
            self.last_non_mfa_compliant_request_date_time.clone(),
            self.channel.to_string(),
        ]
    }
}

impl From<AppDay> for AppAdoption {
    fn from(found: AppDay) -> Self {
        Self {
            login_date: found.day,
            mfa_compliant_request_count: found.share.part,
            total_request_count: found.share.whole,
            application_id: found.app_id,
            application_name: found.app_name,
            channel: Channel::Api,
        }
    }
}

impl Row for AppAdoption {
    fn names() -> Vec<&'static str> {
        columns(Export::Summary)
    }

    fn cells(&self) -> Vec<String> {
        vec![
            self.login_date.to_string(),
            self.mfa_compliant_request_count.to_string(),
            self.total_request_count.to_string(),
            id(self.application_id),
            self.application_name.clone(),
            self.channel.to_string(),
        ]
    }
}

impl From<ApiRequest> for PartnerRequest {
    fn from(found: ApiRequest) -> Self {
        Self {
            request_id: found.request_id,
            correlation_id: found.correlation_id,
            operation_name: found.operation,
            request_date_time: Micros(found.ts).to_string(),
            source_ip_address: found.source_ip,
            object_id: found.user_id,
            directory_id: found.directory_id,
            upn: found.upn,
            application_id: found.app_id,
            mfa_compliant: found.mfa,
            channel: Channel::Api,
        }
    }
}

impl Row for PartnerRequest {
    fn names() -> Vec<&'static str> {
        columns(Export::Requests)
    }

    fn cells(&self) -> Vec<String> {
        vec![
            self.request_id.to_string(),
            id(self.correlation_id),
            self.operation_name.clone(),
            self.request_date_time.clone(),
            self.source_ip_address.clone(),
            id(self.object_id),
            id(self.directory_id),
            self.upn.clone(),
            id(self.application_id),
            self.mfa_compliant.to_string(),
            self.channel.to_string(),
        ]
    }
}

impl Row for HeldAccount {
    fn names() -> Vec<&'static str> {
        vec!["objectId", "upn", "mfaEnforced", "enforcedBy", "missing"]
    }

    fn cells(&self) -> Vec<String> {
        let by: Vec<String> = self.enforced_by.iter().map(told).collect();
        vec![
            self.object_id.to_string(),
            self.upn.clone(),
            self.mfa_enforced.map_or_else(String::new, |enforced| enforced.to_string()),
            by.join("; "),
            self.missing.join("; "),
        ]
    }
}

pub(super) fn told(by: &Mechanism) -> String {
    match by {
        Mechanism::PerUser => "per-user".to_owned(),
        Mechanism::Policy { name, .. } => format!("policy {name}"),
        Mechanism::SecurityDefaults => "security-defaults".to_owned(),
        Mechanism::Federation => "federation".to_owned(),
    }
}

/// Every enabled account with what holds it to multifactor authentication; none where no accounts
/// were handed in.
pub(super) async fn accounts(
    mfa: &mut Mfa,
    settings: &Settings,
    day: Day,
) -> Result<Vec<HeldAccount>, Stop> {
    let Some((_, facts)) = mfa.directory(&settings.organization, day).await? else {
        return Ok(Vec::new());
    };
    let (zone, rule, now) = (settings.zone(), mfa.rule.clone(), mfa.now());
    let window = Window::of(day, &zone);
    mfa.lake.refresh(&settings.organization, (&zone, &rule), now).await.map_err(stop)?;
    let (_, proven) = mfa.lake.activities(&settings.organization, &window).await.map_err(stop)?;
    let apps = settings.apps();
    let scene = Scene { apps: &apps, claim_proven: &proven };
    let enabled = facts.directory.enabled_accounts(&scene).unwrap_or_default();
    Ok(enabled.iter().map(held).collect())
}

fn held(account: &Account<'_>) -> HeldAccount {
    let found = &account.enforcement;
    HeldAccount {
        object_id: account.user.id,
        upn: account.user.upn.clone(),
        mfa_enforced: found.is_enforced(),
        enforced_by: found.mechanisms.iter().map(mechanism).collect(),
        missing: found.missing.iter().map(ToString::to_string).collect(),
    }
}

#[cfg(test)]
mod tests;
