//! What is set for an organization when its logs come in, and kept for the next time.

use attestor_core::mfa::key::Key;
use attestor_core::mfa::zone::Zone;
use clap::Args;

use super::super::Stop;
use crate::actions::mfa::{Mfa, stop};

/// What is said where nothing tells requests of the portal and of the API from others.
pub(super) const UNKNOWN_IDS: &str = "neither the portal nor the API is known, so that no sign-in \
     counts for either: give `--portal-id` or `--api-id` once";

/// What is the portal, what is the API, where a day begins.
#[derive(Debug, Args)]
pub(super) struct Ids {
    /// An application or resource that is the portal; kept for the next time. Several may be given.
    #[arg(long = "portal-id", value_name = "ID", value_parser = id)]
    portal_ids: Vec<String>,
    /// An application or resource that is the API; kept for the next time. Several may be given.
    #[arg(long = "api-id", value_name = "ID", value_parser = id)]
    api_ids: Vec<String>,
    /// Where a day begins: `UTC` or an offset such as `+09:00`; kept for the next time.
    #[arg(long, value_name = "ZONE", value_parser = zone, allow_hyphen_values = true)]
    zone: Option<String>,
}

fn id(text: &str) -> Result<String, String> {
    Key::parse(text).map(|key| key.to_string()).ok_or_else(|| "not a GUID".to_owned())
}

fn zone(text: &str) -> Result<String, String> {
    let known = Zone::parse(text).map(|zone| zone.name().to_owned());
    known.ok_or_else(|| "`UTC`, or an offset such as `+09:00`".to_owned())
}

impl Ids {
    /// Keeps what is given; says whether the portal or the API is known then.
    pub(super) async fn keep(&self, organization: &str, mfa: &mut Mfa) -> Result<bool, Stop> {
        let mut settings = mfa.settings(organization).await?;
        let before = settings.clone();
        if !self.portal_ids.is_empty() {
            settings.portal_ids.clone_from(&self.portal_ids);
        }
        if !self.api_ids.is_empty() {
            settings.api_ids.clone_from(&self.api_ids);
        }
        if let Some(zone) = &self.zone {
            settings.zone.clone_from(zone);
        }
        mfa.keep_settings(&settings).await?;
        let channels = settings.channels();
        if channels != before.channels() {
            mfa.lake.rechannel(organization, &channels, mfa.now()).await.map_err(stop)?;
        }
        Ok(!channels.portal.is_empty() || !channels.api.is_empty())
    }
}
