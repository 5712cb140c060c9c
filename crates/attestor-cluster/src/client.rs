//! Who asks a cluster.

use std::fmt;
use std::pin::Pin;
use std::str::FromStr;
use std::time::Duration;

use attestor_lake::{Answer, Fault, Lake, Limits, answer, asked};
use ballista_core::config::BallistaConfig;
use ballista_core::execution_plans::execute_physical_plan;
use ballista_core::extension::SessionConfigExt as _;
use ballista_core::optimizer::ballista_default_optimizer_rules;
use ballista_core::planner::scans_only_information_schema;
use datafusion_proto::protobuf::PhysicalPlanNode;
use deltalake::datafusion::error::DataFusionError;
use deltalake::datafusion::execution::SessionStateBuilder;
use deltalake::datafusion::logical_expr::LogicalPlan;
use deltalake::datafusion::prelude::{DataFrame, SessionConfig, SessionContext};
use tokio::net::TcpStream;

/// How long a scheduler may take to take a connection.
const CONNECT: Duration = Duration::from_secs(5);

/// What an address of a cluster begins with.
const SCHEME: &str = "ballista://";

/// A cluster, by the address of its scheduler.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// Host and port.
    address: String,
}

impl FromStr for Cluster {
    type Err = Fault;

    /// Reads `ballista://HOST:PORT`.
    fn from_str(text: &str) -> Result<Self, Fault> {
        let address = text.strip_prefix(SCHEME).unwrap_or_default().trim_end_matches('/');
        let parts = address.rsplit_once(':');
        if parts.is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok()) {
            return Ok(Self { address: address.to_owned() });
        }
        let why = "the address of a cluster is `ballista://HOST:PORT`";
        Err(Fault::Address { given: text.to_owned(), why: why.to_owned() })
    }
}

impl fmt::Display for Cluster {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SCHEME}{}", self.address)
    }
}

impl Cluster {
    /// Answers a query over the tables `events` and `daily` as [`Lake::query`] does. It is read,
    /// checked and planned here; the machines of the cluster read the files, so they need the same
    /// folder under the same path.
    ///
    /// # Errors
    /// The query is wrong, does more than read, or takes too long; the cluster does not answer.
    /// A query that takes too long may go on in the cluster for a while.
    pub async fn query(&self, lake: &Lake, sql: &str, limits: Limits) -> Result<Answer, Fault> {
        let asking: Pin<Box<dyn Future<Output = _> + Send + '_>> =
            Box::pin(self.ask(lake, sql, limits.rows));
        tokio::time::timeout(limits.time, asking).await.map_err(|_| Fault::TooLong)?
    }

    async fn ask(&self, lake: &Lake, sql: &str, limit: usize) -> Result<Answer, Fault> {
        let session = session();
        lake.list_in(&session).await?;
        let query = asked(&session, sql).await?;
        if is_about_plans(query.logical_plan())? {
            return answer(query.execute_stream().await.map_err(wrong)?, limit, wrong).await;
        }
        self.is_there().await?;
        self.run(&session, query, limit).await
    }

    /// Sends the plan of a query, and takes its rows.
    async fn run(
        &self,
        session: &SessionContext,
        query: DataFrame,
        limit: usize,
    ) -> Result<Answer, Fault> {
        // The cluster keeps a whole answer before it hands it over: one row more than wanted is
        // enough to tell that there are more.
        let query = query.limit(0, Some(limit.saturating_add(1))).map_err(wrong)?;
        let plan = query.create_physical_plan().await.map_err(wrong)?;
        let config = session.copied_config();
        let rows = execute_physical_plan::<PhysicalPlanNode>(
            format!("http://{}", self.address),
            &BallistaConfig::default(),
            plan,
            config.ballista_physical_extension_codec().as_ref(),
            session.session_id(),
            config,
        )
        .await
        .map_err(|error| self.broken(&error))?;
        answer(rows, limit, |error| self.broken(&error)).await
    }

    /// Whether anybody takes connections there.
    async fn is_there(&self) -> Result<(), Fault> {
        let why = match tokio::time::timeout(CONNECT, TcpStream::connect(&self.address)).await {
            Ok(Ok(_)) => return Ok(()),
            Ok(Err(error)) => format!("no scheduler takes connections ({error})"),
            Err(_) => format!("no scheduler took a connection in {} seconds", CONNECT.as_secs()),
        };
        Err(Fault::Cluster { given: self.to_string(), why })
    }

    fn broken(&self, error: &DataFusionError) -> Fault {
        Fault::Cluster { given: self.to_string(), why: error.strip_backtrace() }
    }
}

/// A session that plans for a cluster: nothing that one machine would have to tell another while
/// both are at work.
fn session() -> SessionContext {
    let mut config = SessionConfig::new_with_ballista();
    let options = config.options_mut();
    options.execution.parquet.pushdown_filters = true;
    options.execution.parquet.reorder_filters = true;
    // As the embedded engine joins: a merge join fails on what an outer join leaves empty.
    options.optimizer.prefer_hash_join = true;
    // A limit inside of an aggregate does not survive the way to an executor.
    options.optimizer.enable_distinct_aggregation_soft_limit = false;
    let state = SessionStateBuilder::new()
        .with_default_features()
        .with_config(config)
        .with_optimizer_rules(ballista_default_optimizer_rules())
        .build();
    SessionContext::new_with_state(state)
}

/// Whether a query asks for plans and names alone, which are known here.
fn is_about_plans(plan: &LogicalPlan) -> Result<bool, Fault> {
    match plan {
        LogicalPlan::Explain(_) | LogicalPlan::DescribeTable(_) => Ok(true),
        LogicalPlan::Analyze(_) => {
            let why = "`explain analyze` is for the embedded engine; `explain` works here";
            Err(Fault::Query(why.to_owned()))
        }
        _ => scans_only_information_schema(plan).map_err(wrong),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to `map_err`")]
fn wrong(error: DataFusionError) -> Fault {
    Fault::Query(error.strip_backtrace())
}
