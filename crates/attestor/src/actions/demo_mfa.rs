//! The sign-in logs of the demo: the worked examples of the report, moved to the last seven days.

use std::path::Path;

use attestor_core::day::Day;
use attestor_lake::Import;

use super::demo_desk::{CUSTOMER, PUBLISHER};
use super::mfa::{Mfa, stop};
use crate::stop::Stop;

/// What an organization of the demo hands in; names of files in its folder.
struct Handed {
    folder: &'static str,
    organization: &'static str,
    requests: &'static str,
    directory: &'static [&'static str],
}

const ALL: [Handed; 2] = [
    Handed {
        folder: CUSTOMER.0,
        organization: CUSTOMER.1,
        requests: "requests.ndjson",
        directory: &[
            "users.csv",
            "registrations.csv",
            "groups.json",
            "policies.json",
            "security-defaults.json",
            "domains.json",
        ],
    },
    Handed {
        folder: PUBLISHER.0,
        organization: PUBLISHER.1,
        requests: "requests.ndjson",
        directory: &[],
    },
];

/// Fills the lake from the demo's folder, in the place of what the demo filled in on another day.
pub(crate) async fn fill(mfa: &mut Mfa, folder: &Path, today: Day) -> Result<(), Stop> {
    for handed in &ALL {
        let own = folder.join(handed.folder);
        let path = |name: &str| own.join(name).to_string_lossy().into_owned();
        let settings = mfa.settings(handed.organization).await?;
        mfa.keep_settings(&settings).await?;
        let now = mfa.now();
        let after = Some(today.plus_days(1));
        mfa.lake.compact(handed.organization, after, now).await.map_err(stop)?;
        if !handed.directory.is_empty() {
            let files: Vec<String> = handed.directory.iter().map(|name| path(name)).collect();
            mfa.keep_directory(handed.organization, today.plus_days(-1), &files).await?;
        }
        let import = Import {
            organization: handed.organization,
            from: &[path(handed.requests)],
            channels: settings.channels(),
            rule: mfa.rule.clone(),
            rejects: &mfa.rejects(),
            now,
        };
        mfa.lake.import(&import).await.map_err(stop)?;
    }
    Ok(())
}
