//! Which engine answers SQL: the one inside, or a cluster of the same one.

use std::str::FromStr;

use attestor_lake::{Answer, Limits};

use super::{Mfa, stop};
use crate::stop::Stop;

/// What answers.
#[derive(Debug, Clone)]
pub(crate) enum Engine {
    /// The engine of this process.
    Embedded,
    /// The machines of a cluster.
    #[cfg(feature = "cluster")]
    Cluster(attestor_cluster::Cluster),
}

impl FromStr for Engine {
    type Err = String;

    /// Reads `embedded` or `ballista://HOST:PORT`.
    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "embedded" => Ok(Self::Embedded),
            _ if text.starts_with("ballista:") => cluster(text),
            _ => Err("it is `embedded` or `ballista://HOST:PORT`".to_owned()),
        }
    }
}

#[cfg(feature = "cluster")]
fn cluster(text: &str) -> Result<Engine, String> {
    let parsed = text.parse().map(Engine::Cluster);
    parsed.map_err(|fault: attestor_lake::Fault| fault.to_string())
}

#[cfg(not(feature = "cluster"))]
fn cluster(_: &str) -> Result<Engine, String> {
    let why = "this build has no cluster; `cargo build --release --features cluster` makes one \
               that has";
    Err(why.to_owned())
}

impl Mfa {
    /// Answers a query over the tables `events` and `daily`. Every engine gives the same answer.
    ///
    /// # Errors
    /// As [`attestor_lake::Lake::query`]; a cluster may not answer.
    pub(crate) async fn query(
        &self,
        engine: &Engine,
        sql: &str,
        limits: Limits,
    ) -> Result<Answer, Stop> {
        let answer = match engine {
            Engine::Embedded => self.lake.query(sql, limits).await,
            #[cfg(feature = "cluster")]
            Engine::Cluster(cluster) => cluster.query(&self.lake, sql, limits).await,
        };
        answer.map_err(stop)
    }
}
