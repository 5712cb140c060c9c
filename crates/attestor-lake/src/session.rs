//! The query engine, with bounded memory.

use std::sync::Arc;

use deltalake::DeltaTable;
use deltalake::datafusion::common::ScalarValue;
use deltalake::datafusion::execution::memory_pool::FairSpillPool;
use deltalake::datafusion::execution::runtime_env::RuntimeEnvBuilder;
use deltalake::datafusion::prelude::{DataFrame, Expr, SessionConfig, SessionContext, col, lit};

use crate::fault::Fault;
use crate::tables::{DAY, ORGANIZATION};

/// The most memory that sorting and grouping take; what is more goes to disk.
const MEMORY_BYTES: usize = 256 << 20;

/// A session of the engine.
#[derive(Clone)]
pub(crate) struct Session(SessionContext);

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Session")
    }
}

impl Session {
    pub(crate) fn new() -> Result<Self, Fault> {
        let runtime = RuntimeEnvBuilder::new()
            .with_memory_pool(Arc::new(FairSpillPool::new(MEMORY_BYTES)))
            .build_arc()?;
        let mut config = SessionConfig::new().with_information_schema(true);
        let parquet = &mut config.options_mut().execution.parquet;
        parquet.pushdown_filters = true;
        parquet.reorder_filters = true;
        Ok(Self(SessionContext::new_with_config_rt(config, runtime)))
    }

    /// A table as rows to ask.
    pub(crate) async fn read(&self, table: &DeltaTable) -> Result<DataFrame, Fault> {
        self.know(table)?;
        let provider = table.table_provider().build().await?;
        Ok(self.0.read_table(Arc::new(provider))?)
    }

    /// Gives tables names for SQL.
    pub(crate) async fn name(&self, name: &str, table: &DeltaTable) -> Result<(), Fault> {
        self.know(table)?;
        let provider = table.table_provider().build().await?;
        self.0.deregister_table(name)?;
        self.0.register_table(name, Arc::new(provider))?;
        Ok(())
    }

    /// Asks with values for `$1`, `$2` and so on.
    pub(crate) async fn ask(&self, sql: &str, values: &[&str]) -> Result<DataFrame, Fault> {
        let values: Vec<ScalarValue> =
            values.iter().map(|value| ScalarValue::from(*value)).collect();
        Ok(self.0.sql(sql).await?.with_param_values(values)?)
    }

    pub(crate) fn context(&self) -> &SessionContext {
        &self.0
    }

    fn know(&self, table: &DeltaTable) -> Result<(), Fault> {
        Ok(table.update_datafusion_session(&self.0.state())?)
    }
}

/// The rows of an organization on a day, written as in ISO 8601.
pub(crate) fn of_day(organization: &str, day: &str) -> Result<Expr, Fault> {
    let day: jiff::civil::Date = day
        .parse()
        .map_err(|error: jiff::Error| Fault::Tables(format!("`{day}` is no day: {error}")))?;
    let day = lit(ScalarValue::Date32(Some(days_since_1970(day))));
    Ok(col(ORGANIZATION).eq(lit(organization)).and(col(DAY).eq(day)))
}

/// The days since 1970.
pub(crate) fn days_since_1970(day: jiff::civil::Date) -> i32 {
    let span = day.duration_since(jiff::civil::date(1970, 1, 1));
    i32::try_from(span.as_hours().div_euclid(24)).unwrap_or(0)
}
