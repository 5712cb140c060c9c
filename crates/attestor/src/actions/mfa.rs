//! The report on multifactor authentication: logs in, directory in, three shares and their causes out.
//!
//! Read in this order:
//! - [`Mfa`]: the lake with what counts. [`settings`]: what is set for an organization.
//! - [`directory`]: its accounts and policies, as they were handed in. [`report`]: the numbers.
//! - [`pull`]: logs and directory from Microsoft Graph. [`export`]: rows to take along. [`query`]: SQL.
//! - [`reports`]: the same for a server, with [`downloads`]: the newest rows.
//! - [`engine`]: which engine answers SQL.

pub(crate) mod directory;
pub(crate) mod downloads;
pub(crate) mod engine;
pub(crate) mod export;
pub(crate) mod pull;
pub(crate) mod query;
pub(crate) mod report;
pub(crate) mod reports;
pub(crate) mod settings;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use attestor_core::mfa::rule::MfaRule;
use attestor_lake::{Fault, Lake, Place};

use crate::clock::Clock;
use crate::stop::Stop;

/// The lake, and what counts as multifactor authentication.
#[derive(Debug)]
pub(crate) struct Mfa {
    pub(crate) lake: Lake,
    pub(crate) rule: Arc<MfaRule>,
    clock: Clock,
    rejects: PathBuf,
}

impl Mfa {
    /// Opens the lake in the folder of the data, or where an address says.
    pub(crate) async fn open(
        (data, address): (&Path, Option<&str>),
        rule: MfaRule,
        clock: Clock,
    ) -> Result<Self, Stop> {
        let place = match address {
            Some(address) => Place::parse(address),
            None => Place::folder(&data.join("lake")),
        };
        let lake = Lake::open(&place.map_err(stop)?).await.map_err(stop)?;
        Ok(Self { lake, rule: Arc::new(rule), clock, rejects: data.join("mfa-rejects") })
    }

    /// The time, in milliseconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        i64::try_from(self.clock.now().seconds().saturating_mul(1000)).unwrap_or(i64::MAX)
    }

    /// A new file for records that cannot be read.
    pub(crate) fn rejects(&self) -> PathBuf {
        let at = self.clock.now().to_string().replace(':', "");
        self.rejects.join(format!("{at}.ndjson"))
    }
}

/// How a fault of the lake ends a command.
#[expect(clippy::needless_pass_by_value, reason = "it is handed to `map_err`")]
pub(crate) fn stop(fault: Fault) -> Stop {
    match fault {
        Fault::Address { .. } | Fault::Missing(_) | Fault::Query(_) => {
            Stop::Usage(fault.to_string())
        }
        Fault::File { .. } | Fault::Tables(_) | Fault::Busy | Fault::TooLong => {
            Stop::Failure(fault.to_string())
        }
        Fault::Cluster { .. } => Stop::Away(fault.to_string()),
    }
}
