//! Which engine answers SQL: the one inside, or a cluster of the same one.

use std::str::FromStr;

use attestor_lake::{Answer, Fault, Lake, Limits};

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
    parsed.map_err(|fault: Fault| fault.to_string())
}

#[cfg(not(feature = "cluster"))]
fn cluster(_: &str) -> Result<Engine, String> {
    let why = "this build has no cluster; `cargo build --release --features cluster` makes one \
               that has";
    Err(why.to_owned())
}

impl Engine {
    /// Answers a query over the tables of a lake. Every engine gives the same answer.
    ///
    /// # Errors
    /// As [`Lake::query`]; a cluster may not answer.
    pub(super) async fn answer(
        &self,
        lake: &Lake,
        sql: &str,
        limits: Limits,
    ) -> Result<Answer, Fault> {
        match self {
            Self::Embedded => lake.query(sql, limits).await,
            #[cfg(feature = "cluster")]
            Self::Cluster(cluster) => cluster.query(lake, sql, limits).await,
        }
    }
}
