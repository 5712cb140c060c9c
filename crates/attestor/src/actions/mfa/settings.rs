//! What is set for an organization: its portal and API, its zone, its cloud.

use std::collections::HashSet;

use attestor_core::mfa::event::Channels;
use attestor_core::mfa::key::Key;
use attestor_core::mfa::metric::Cloud;
use attestor_core::mfa::zone::Zone;
use serde::{Deserialize, Serialize};

use super::{Mfa, stop};
use crate::stop::Stop;

/// The kind of the document in the lake, and its name.
pub(super) const KIND: &str = "settings";
const NAME: &str = "settings.json";

/// What is set for an organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    /// The organization's name.
    pub(crate) organization: String,
    /// Applications or resources that are the portal, as GUIDs.
    #[serde(default)]
    pub(crate) portal_ids: Vec<String>,
    /// Applications or resources that are the API, as GUIDs.
    #[serde(default)]
    pub(crate) api_ids: Vec<String>,
    /// Where a day begins: `UTC` or an offset such as `+09:00`.
    pub(crate) zone: String,
    /// Where the directory lives.
    pub(crate) cloud: String,
}

impl Settings {
    fn new(organization: &str) -> Self {
        Self {
            organization: organization.to_owned(),
            portal_ids: Vec::new(),
            api_ids: Vec::new(),
            zone: "UTC".to_owned(),
            cloud: Cloud::Global.as_str().to_owned(),
        }
    }

    /// The portal and the API.
    pub(crate) fn channels(&self) -> Channels {
        let keys = |ids: &[String]| ids.iter().filter_map(|id| Key::of(id)).collect();
        Channels { portal: keys(&self.portal_ids), api: keys(&self.api_ids) }
    }

    /// The applications and resources that are the portal or the API.
    pub(crate) fn apps(&self) -> HashSet<Key> {
        let channels = self.channels();
        channels.portal.union(&channels.api).copied().collect()
    }

    /// Where a day begins.
    pub(crate) fn zone(&self) -> Zone {
        Zone::parse(&self.zone).unwrap_or_else(Zone::utc)
    }

    /// Whether the report is made for the organization's cloud.
    pub(crate) fn is_offered(&self) -> bool {
        Cloud::parse(&self.cloud).is_none_or(Cloud::is_offered)
    }
}

impl Mfa {
    /// What is set for an organization; what stands for a new one otherwise.
    pub(crate) async fn settings(&self, organization: &str) -> Result<Settings, Stop> {
        let known = self.known_settings(organization).await?;
        Ok(known.unwrap_or_else(|| Settings::new(organization)))
    }

    /// What is set for an organization; `None` for one that nothing has come in for.
    pub(crate) async fn known_settings(
        &self,
        organization: &str,
    ) -> Result<Option<Settings>, Stop> {
        let found = self.lake.document(KIND, organization, NAME).await.map_err(stop)?;
        found.map(|bytes| read(&bytes)).transpose()
    }

    /// What is set for an organization that something has come in for; others are told from it.
    pub(crate) async fn must_know(&self, organization: &str) -> Result<Settings, Stop> {
        if let Some(known) = self.known_settings(organization).await? {
            return Ok(known);
        }
        let all = self.everyones_settings().await?;
        let names: Vec<&str> = all.iter().map(|one| one.organization.as_str()).collect();
        let known = if names.is_empty() {
            "none is known; `attestor mfa ingest` takes logs in".to_owned()
        } else {
            format!("known: {}", names.join(", "))
        };
        Err(Stop::Usage(format!("there is no organization `{organization}` here; {known}")))
    }

    /// Keeps what is set.
    pub(crate) async fn keep_settings(&self, settings: &Settings) -> Result<(), Stop> {
        let bytes = serde_json::to_vec_pretty(settings);
        let bytes = bytes.map_err(|error| Stop::Failure(error.to_string()))?;
        self.lake.keep_document(KIND, &settings.organization, NAME, bytes).await.map_err(stop)
    }

    /// What is set for every organization that has been set, by name.
    pub(crate) async fn everyones_settings(&self) -> Result<Vec<Settings>, Stop> {
        let found = self.lake.everyones_document(KIND, NAME).await.map_err(stop)?;
        let mut all: Vec<Settings> =
            found.iter().map(|bytes| read(bytes)).collect::<Result<_, _>>()?;
        all.sort_by(|one, other| one.organization.cmp(&other.organization));
        Ok(all)
    }
}

fn read(bytes: &[u8]) -> Result<Settings, Stop> {
    let wrong = |error| Stop::Failure(format!("the settings of an organization: {error}"));
    serde_json::from_slice(bytes).map_err(wrong)
}
